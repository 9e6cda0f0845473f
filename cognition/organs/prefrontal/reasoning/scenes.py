"""What a sentence speaks of by what it, or a question before it, set up: "it", "there", "not now".

Whoever says "you see the box? The ball is left of it" or "I looked in the hall and Mia was there"
sets up first what the rest is said of (discourse anaphora: Webber 1979).
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re

from cognition.organs.prefrontal.reasoning.canonical import Rewrites
from cognition.organs.prefrontal.words import lower_first, upper_first
from cognition.regex import regex

_SCENE = r"(?:(?:if|when|whenever|as) (?:you|one|we|I) [^,;:]*?|(?:there|here) (?:is|are) |look(?:ing)? (?:at|in|into|inside|to) |seen from |see |take |imagine |picture |(?:you|we|I) (?:see|have|know) )"
_TWO = regex(
    rf"\A(?P<scene>(?:{_SCENE})?)(?P<x>(?:the|an?|my|our|this) [\w-]+(?: (?!is\b|stands\b|lies\b)[\w-]+)?)(?P<there> (?:is|stands|lies|sits) (?:there|here|in place))?(?:,| and|;|:|,? and|,? with)+ (?P<rest>.*\b(?:of|in|on|at|from|inside|into|by|beside|to) it\b.*|.*\bits\b.*)\Z",
    re.IGNORECASE,
)
_ASKED = regex(
    r"(?:(?:do |did )?(?:you )?(?:(?:may|might|must|'ll|will|probably|surely|already|do) )*(?:know|remember|recall|recognise|see|ever met|meet)|have you (?:ever )?(?:met|seen)|have I (?:ever )?(?:told you about|mentioned)|did I (?:ever )?(?:tell you about|mention))? ?(?P<x>(?-i:[A-Z])[\w-]+)(?: (?:yet|already|before|by now|at all|from [a-z ]{3,20}?))?(?:,? (?:don't you|do you|do you not|haven't you|have you|right|yes|no|surely|of course|I suppose|I think|perhaps))?\? +(?:(?:well|oh|so|yes),? )?(?:that|it|this|he|she|(?P=x))(?:(?: is|'s)|, by the way, is|, you know, is) |"
    r"what(?: is|'s| (?:kind|sort) of (?:animal|creature|thing) is| colou?r is) (?P<x2>(?-i:[A-Z])[\w-]+)\? +(?:(?:it|he|she|that)(?: is|'s) )?|"
    r"(?P<old>how old is) (?P<x3>(?-i:[A-Z])[\w-]+)\? +(?:(?:he|she)(?: is|'s) )?(?P<n>\w+)|"
    r"(?:have I (?:ever )?(?:told you about|mentioned)|did I (?:ever )?(?:tell you about|mention)|(?:do |did )?you (?:know|remember|meet)|have you met) (?P<x4>(?-i:[A-Z])[\w-]+), (?P<y>(?:the|our|my|a) [^?,]+)\?",
    re.IGNORECASE,
)


_SEEN = regex(
    r"(?:(?:do |did |can |could )?you (?:see|know|remember|recall|notice|spot|recognise)|have you (?:ever |already )?(?:seen|noticed|spotted)|see|remember|notice|recall|where is|where's|know|and|what about|how about) "
    r"(?P<x>(?:the|that|this|my|our) [\w-]+(?: [\w-]+)?)(?: (?:over |up |down )?(?:there|here))?(?:, (?:right|yes|don't you))?\? +(?P<rest>(?:(?:well|so|ok),? )?[^.!?]*)",
    re.IGNORECASE,
)
_IT = regex(
    r"\b(?:it|(?<=\A)(?:that|this)|(?:(?<=before )|(?<=after ))that(?=\W*\Z))(?P<is>'s)?\b",
    re.IGNORECASE,
)
_ITS = regex(r"\bits\b", re.IGNORECASE)
# one who looks somewhere says what is there
_LOOKED = regex(
    r"\A(?:if |when |whenever |as |after )?(?:I|we|you)(?:'m|'re|'ve|'d|'ll| am| are| have| had| was| were| will| would)? (?:(?:just|already|also|only|now|once|even|quickly|went to|went and|can|could) )*"
    r"(?:look|check|search|peek|peep|peer|glanc|inspect|examin|open|tri|visit|explor|scann?|stuck my head|put my head|pass|walk|have a look|had a look|took a look|take a look|am|is)(?:e|s|y|ed|ing|es|d)?\b"
    r"(?: (?:in|into|inside|at|round|around|through|by|past|over|up|out))* (?P<x>(?:the|my|our) [\w-]+(?: (?!and\b|but\b|where\b)[\w-]+)?)(?: (?:just now|earlier|today|again|a moment ago|now))?"
    r"(?:,|;|:| and| but| though| where| - )+ (?P<rest>.+)\Z",
    re.IGNORECASE,
)
_IS_THERE = regex(r"\A(?:there|here)(?: is|'s| was| are| were) (?P<y>.+)\Z", re.IGNORECASE)
_THERE = regex(
    r"\b(?:in |over |up |down |inside )?there\b(?! (?:is|was|are|were)\b)", re.IGNORECASE
)
_PERCEIVED = regex(
    r"\A(?:I |we |you )?(?:(?:can|could|will|would|just|also|only|even|then|'ll) )*(?:see|saw|find|found|spot|spotted|notice|noticed|met|meet|discovered|came across|come across|have|had|keep|kept) (?P<y>(?:the|an?|my|our) [\w-]+(?: (?!(?:in|over|up|down|inside|right|still|lying|sitting|there)\b)[\w-]+)?|(?-i:[A-Z])[\w-]+) (?:(?:lying|sitting|standing|right|still|waiting) )*(?:in |over |up |down |inside )?there\b",
    re.IGNORECASE,
)
# who goes somewhere and sees is there too
_WENT = regex(
    r"\A(?P<scene>(?:I|we) (?:(?:just|then|also) )?(?:went|walked|came|popped|got|drove|ran|stepped|headed) (?:(?:over|up|down|back|in|out|through) )*(?:to|into|inside|through) (?P<x>the [\w-]+)(?: (?:today|earlier|just now))?),? (?:and|but|where) (?P<rest>.+)\Z",
    re.IGNORECASE,
)
_BE_THERE = regex(
    r"\A(?:(?-i:[A-Z])[\w-]+|(?:the|my|our) [\w-]+) (?:is|was|isn't|wasn't|is not|was not)(?: (?:still|also|already|not|no longer))? there\b(?! is| are| was| were)",
    re.IGNORECASE,
)
_SAYS = regex(
    r"(?:I |we |you |there\b|(?-i:[A-Z])|the |my |our |no sign|he |she |they )", re.IGNORECASE
)
# where nobody need look for somebody
_IN_VAIN = regex(
    r"\A(?:(?:there is|there's|it's|it is|you'll have|you have) no (?:point|use|good|sense|need|luck)(?: in)?|(?:please )?don't bother(?: with)?|no (?:point|use|need)(?: in)?|(?:it's|it is) (?:pointless|useless|futile|in vain|a waste of time)|you(?:'d| would| are|'re)? (?:be )?wast(?:e|ing) your time|you (?:can|may|might as well|should|could) (?:just |now |really )?(?:stop|quit|give up|save yourself)|stop|give up|you (?:needn't|don't need to|don't have to|need not)(?: bother)?|save yourself the (?:trouble|bother) of)"
    r"(?: (?:to|with))? (?:look|search|check|hunt|seek|wait|try)(?:ing)?(?: around)? (?:for )?(?P<x>(?-i:[A-Z])[\w-]+|the [\w-]+) (?P<in>(?:in|at|inside) (?:the|my) [\w-]+)(?:(?:,|;|:| -| –| because| since| as| for)? .*\b(?:not|gone|left|n't|no longer|elsewhere|empty)\b.*|(?: now| any ?more| any longer)?)\W*\Z",
    re.IGNORECASE,
)
_VAINLY = regex(
    r"\A(?:(?:there is|there's|it's|it is) )?(?:(?:no (?:point|use|good|sense|need)(?: in)?|don't bother|pointless|useless)(?: to)?) (?:look|search|check|go|try)(?:ing)?(?: around)? (?P<in>(?:in|at|inside|to|into) (?:the|my) [\w-]+)(?: (?:any ?more|now))?(?:,|;|:| -| –| because| since| as)+ (?P<x>(?-i:[A-Z])[\w-]+)(?:'s| has| is|'ve)?(?: already| just| now| long)* (?:gone|left|not there|isn't there|moved|no longer there|elsewhere|somewhere else)\b[^,]*\Z",
    re.IGNORECASE,
)
# who was somewhere, but no longer
_NO_MORE = regex(
    r"\A(?:(?:before(?: (?:this|that|now|then))?|earlier(?: on| today)?|previously|formerly|once|at first|a (?:moment|minute|while|bit) ago|(?:up )?(?:to|until|till) (?:just )?now|just now|recently),? )?"
    r"(?P<x>(?-i:[A-Z])[\w-]+|I|(?:the|my) [\w-]+) (?:was|used to be|had been|has been) (?:(?:still|just|earlier) )*(?P<in>(?:in|at|inside) (?:the|my) [\w-]+),?(?: (?:before|earlier|until (?:now|recently|just now|a (?:moment|minute|while) ago)|a (?:moment|minute|while) ago|just now|at first|for a (?:while|bit)))*"
    r"(?:(?:,| -|;)? (?:but|though|only|and|yet)|,|;| -)(?: now)? (?:(?:he|she|it|they)(?: |(?='s|'re|'ve)))?(?:(?:that )?(?:is|'s|'re|'ve|has|have|was|were|had|are) )?(?:now |since |already |just |by then |gone and )*"
    r"(?:(?:that(?:'s| is) (?:over|past|not so|not true|no longer (?:so|true|the case))|not|no longer|isn't|is not|wasn't|was not|aren't|gone|left|moved on|went (?:away|off|out)|hasn't been|not been|has left)\b(?:,? (?:there|now|though|any ?more|any longer|at the moment|currently|again|since|today|by now|already|elsewhere|somewhere else|right now|in there|here|gone|away))*)\W*\Z",
    re.IGNORECASE,
)


# what the rest is said of is set up by a phrase: "as for cats, they fear dogs"
_TOPIC = regex(
    r"\A(?:(?:if|when|since|as|now that|while) (?:you|we|I)(?:'re| are| were|'m| am| happen to)? (?:talk|speak|think|ask)(?:ing)?(?: (?:about|of))?|when it comes to|as for|as far as|speaking of|talking (?:of|about)|regarding|concerning|with (?:regard|respect) to|in the case of|with|about)"
    r" (?P<x>(?:(?:the|our|my) )?[\w-]+)(?: (?:is|are) concerned| go(?:es)?| and (?:fear|colou?rs?|age|fears))?(?:,|:| -| –) (?:well,? )?(?P<rest>.+)\Z",
    re.IGNORECASE,
)
_OF_TOPIC = regex(
    r"\b(?:(?P<they>they|it|he|she|those|these)(?P<is>'re|'s)?|(?P<them>them|him)|(?P<their>their|its|his))\b(?! (?:that|who)\b)",
    re.IGNORECASE,
)


def on_topic(sentence: str) -> str:
    """Name in a sentence what its first phrase says it speaks of.

    >>> on_topic("When it comes to cats, dogs are what they're scared of.")
    'Dogs are what cats are scared of.'
    >>> on_topic("As for me, it was nice.")
    'As for me, it was nice.'
    """
    match = _TOPIC.match(sentence.replace("’", "'"))
    if match is None or match["x"].lower() in (
        "me",
        "us",
        "you",
        "that",
        "this",
        "it",
        "him",
        "her",
        "them",
        "now",
    ):
        return sentence
    x, rest = match["x"], match["rest"]
    if re.search(rf"\b{re.escape(x)}\b", rest):
        return sentence
    several = x.endswith("s") or x.lower() in ("mice", "sheep", "geese", "people")

    def named(found: re.Match[str]) -> str:
        if found["their"]:
            return f"{x}'" if several else f"{x}'s"
        return f"{x} are" if found["is"] == "'re" else f"{x} is" if found["is"] else x

    said = _OF_TOPIC.sub(named, rest, count=1)
    return upper_first(said) if said != rest else sentence


# "we have a wolf. Its name is Rex"
_NAMED_NEXT = regex(
    r"(?<=[a-z])[.;!] +(?P<its>(?:Its|His|Her|The (?:animal|creature|pet)'s)(?= name(?: is|'s| was) [A-Z])|(?:It|He|She)(?=(?: is|'s| was) (?:called|named) [A-Z]))"
)


# "guess what happened in May! Mia moved away"
_HAPPENED = regex(
    r"(?:\A|(?<=[.!?] ))(?:(?:(?:can you |do you |you )?(?:guess|know|remember|recall)|you(?:'ll| will) never guess) )?(?:what|the thing that) (?:happened|took place|went on|we did)(?: (?:back|here|to us))? (?P<when>(?:in|on|back in) [^!?.,;:]{3,30})[!?:;.–]+ (?:well, |it was that )?(?P<what>(?-i:[A-Z])[^.!?;]+)",
    re.IGNORECASE,
)


_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December),? \d{4}"
# what one or two words set up, and what is then said of them
_SET_UP = Rewrites(
    (
        (r"(?:\A|(?<=[.!?] ))(?:(?:oh|ah|so|well|and),? )?(?:(?:poor|silly|those|these|the|think of|look at|take|consider|speaking of|as for|what about|all those|little|dear) )*(?P<k>[a-z]{2,}s|mice|sheep|geese)[!?.…:]+ +(?:(?:well|oh|sure|yes|see),? )?they(?:'re| are) (?=(?:(?:so|very|really|all|always|just|terribly|quite) )*(?:afraid|scared|frightened|terrified|fearful|frit)\b)", r"\g<k> are "),
        (r"(?:\A|(?<=[.!] ))(?:(?:let me|I(?:'ll| will|'d like to| want to| would like to| must| have to| should)) (?:tell you (?:something )?about|introduce(?: you to)?|speak of|talk about|mention|present)|(?:this|my|our|the) (?:story|tale|book|film) is (?:about|of)|this is (?:a story )?about|have I mentioned|speaking of|now for|next up|take|consider|look at|enter|here comes|here is|here's|meet|there(?:'s| is)|say (?:hello|hi) to|you(?:'ll| will|'d)? (?:remember|recall|know)|remember) (?P<x>(?-i:[A-Z])[\w-]+)[.!:;?,]+ +(?:(?:well|oh|so|and|yes),? )?(?:that|this|it|he|she|they|(?P=x))(?: is|'s|'re| are) (?=(?:an?|one of the|the|really|only|just|white|black|gr[ae]y|green|yellow|red|blue|brown|pink|orange|purple)\b)", r"\g<x> is "),
        (r"(?:\A|(?<=[.!?] ))(?:someone|somebody) (?P<d>(?:has |had )?(?:picked|took|taken|grabbed|gave|given|bought|dropped|found|lost|left|went|got|snatched|sold|put|moved|opened|handed|passed|seized|fetched|collected|lifted)\b[^.!?]*)[.!;:,]+ +(?:and )?(?:it|that|this)(?: was|'s| is|: it was) (?P<x>(?-i:[A-Z])[\w-]+)(?=\W*(?:\Z|[.!]))", r"\g<x> \g<d>"),
        (r"(?P<a>(?:\A|(?<=[.!?] ))(?-i:[A-Z])[\w-]+ [^.!?]{4,60})[.;:!] +(?:and )?(?:that|this|it|all this|which)(?:'s| was| happened| came| took place)(?: (?:only|just|some time|shortly|long|well|even|all|already|right|a while))* (?P<s>before|after) (?P<b>(?-i:[A-Z])[\w-]+ [a-z][^.!?]*)", r"\g<a> \g<s> \g<b>"),
        (r"(?:\A|(?<=[.!] ))(?:you )?(?:want to know|wanna know|would like to know|ask(?: about| me)?|wonder about|need to know|asking about|curious about) (?:the )?colou?r of (?P<x>(?-i:[A-Z])[\w-]+)\? +(?:(?:oh|well|why|it|that|he|she)(?:'s| is|,)? )*(?P<c>white|black|gr[ae]y|green|yellow|red|blue|brown|pink|orange|purple)\b", r"\g<x> is \g<c>"),
        (r"(?:\A|(?<=[.!] ))(?:(?:what|which) colou?r is|and) (?P<x>(?-i:[A-Z])[\w-]+)\? +(?:(?:oh|well|why|it|that|he|she)(?:'s| is|,)? )*(?P<c>white|black|gr[ae]y|green|yellow|red|blue|brown|pink|orange|purple)\b", r"\g<x> is \g<c>"),
        (r"(?:\A|(?<=[.!] ))(?:the|your|that) (?:exact )?(?:date|day) of (?P<x>the [\w-]+)\? +(?:(?:oh|well|it|that)(?: was|,)? )*(?P<d>(?:on )?(?:the )?\d)", r"\g<x> was on \g<d>"),
        (r"(?:\A|(?<=[.!] ))(?P<y>the [\w-]+)\? +(?:(?:oh|well|sure|yes|yeah|of course|certainly|definitely),? )*(?P<x>the [\w-]+) (?P<v>(?:(?:just|easily|surely|certainly) )?(?:(?:will|would|can|could|does|should) )?(?:goes|fits?|go|slots|slides)(?: (?:right|straight|easily|just))?) (?:in|inside|into)(?: (?:there|it|that))?(?=\W*(?:\Z|[.!]))", r"\g<x> fits in \g<y>"),
        (r"(?:\A|(?<=[.!] ))(?:does|will|would|can|could) (?P<x>the [\w-]+) (?:fit|go|be put|be packed) (?:in|into|inside) (?P<y>the [\w-]+)\? +(?:(?:oh|well|but),? )?(?:yes|yeah|yep|sure|it (?:does|will|would|can|could|sure does)|of course|certainly|definitely|absolutely|indeed|easily|no problem)\b[^.!?]*", r"\g<x> fits in \g<y>"),
        (r"(?:\A|(?<=[.!] ))(?:what|how) (?:much|many years) older is (?P<x>(?-i:[A-Z])[\w-]+) than (?P<y>(?-i:[A-Z])[\w-]+)\? +(?:(?:oh|well|by|it's),? )*(?P<n>\w+) years?(?=\W*(?:\Z|[.!]))", r"\g<x> is \g<n> years older than \g<y>"),
        (r"(?:\A|(?<=[.!] ))how much older is (?P<x>(?-i:[A-Z])[\w-]+) than (?P<y>(?-i:[A-Z])[\w-]+)\? +(?:(?:oh|well|by|it's),? )*(?P<n>\w+) years?(?=\W*(?:\Z|[.!]))", r"\g<x> is \g<n> years older than \g<y>"),
        (r"(?:\A|(?<=[.!] ))(?:what age|how old) is (?P<x>(?-i:[A-Z])[\w-]+)\? +(?:(?:oh|well),? )?(?:(?P=x)|he|she)(?: is|'s) (?P<n>\d+)(?=\W*(?:\Z|[.!]))", r"\g<x> is \g<n> years old"),
        (r"(?:\A|(?<=[.!] ))did (?P<x>(?-i:[A-Z])[\w-]+) (?P<v>[a-z]+(?: [a-z]+)?) this (?P<d>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\? +(?:no|nope|nah|not at all|(?:he|she|they) (?:did not|didn't))\b[^.!?]*", r"\g<x> did not \g<v> this \g<d>"),
        (r"(?:\A|(?<=[.!] ))(?P<x>(?-i:[A-Z])[\w-]+) is the older(?: one)?\. +(?=(?-i:[A-Z])[\w-]+ is younger by)", r"\g<x> is the older, "),
        (r"(?:\A|(?<=[.!] ))Name: (?P<x>(?-i:[A-Z])[\w-]+)\. +Age: (?P<n>\d+)", r"\g<x> is \g<n> years old"),
        (r"(?:\A|(?<=[.!] ))(?:(?:just )?how (?:[a-z]+) is|is|you (?:might |may |probably |perhaps )?(?:think|ask|wonder)(?: how [a-z]+| if| whether| that)?) (?P<x>(?-i:[A-Z])[\w-]+)(?: is)?(?: (?:really |so |very )?[a-z]+)?\? +(?:(?:oh|well|yes|yeah|sure|no|hmm|maybe),? )*(?:(?:but|only|and) )?(?:(?:s?he|they|it)(?:'s| is|'re| are) )?(?P<n>(?:(?:much|far|even|a (?:lot|bit|little)|way) )?(?:\w+er|more \w+|less \w+) than|(?:certainly |definitely |surely )?(?:not|nowhere near) (?:(?:nearly|quite|half|anywhere near|even) )?(?:as|so) \w+ as) (?=(?-i:[A-Z])[\w-]+)", r"\g<x> is \g<n> "),
        (r"(?:\A|(?<=[.!] ))(?:you (?:might |may |probably |perhaps )?(?:think|reckon|say|believe|find)|think|so) (?P<x>(?-i:[A-Z])[\w-]+(?:'s| is) (?:(?:really|so|very) )?[a-z]+)[?!.] +(?:(?:well|oh),? )?(?:just |then )?(?=(?:wait|you (?:should|ought|haven't|have not|must|need)|have you (?:seen|met)|meet|see|look at)\b)", r"If you think \g<x>, "),
        (r"(?:\A|(?<=[.!] ))(?P<x>(?-i:[A-Z])[\w-]+(?:'s| is) (?:(?:really|quite|pretty|very|rather) )?[a-z]+)\. +(?:(?:and|but|yet),? )?(?=(?-i:[A-Z])[\w-]+(?:(?:'s| is) (?:(?:even|still|much|far|way) )*(?:\w+er|more so|more \w+|less so)(?: still| yet)?|(?: isn't|'s not| is not)(?: (?:(?:quite|nearly|half) )?(?:as|so|that) \w+)?)\W*\Z)", r"\g<x>, but "),
        (r"(?:\A|(?<=[.!] ))(?P<p>the [\w-]+)\? +(?:(?:no|well|oh|nope|sorry|yes)[,.!]? )*(?P<x>(?-i:[A-Z])[\w-]+)(?P<v>(?:'s| is| was)(?:n't| not| no longer| now| still)?) (?:in )?there\b(?P<r>(?: any ?more| any longer| now)?)(?=\W*(?:\Z|[.!]))", r"\g<x>\g<v> in \g<p>\g<r>"),
        (r"(?:\A|(?<=[.!] ))(?P<x>(?-i:[A-Z])[\w-]+)\? +(?:(?:all|completely|oh|well),? )*(?P<c>white|black|gr[ae]y|green|yellow|red|blue|brown|pink|orange|purple)\b(?:,? (?:that|this|it)(?:'s| is) (?:the|its|his|her) colou?r)?(?=(?: (?:all over|from (?:the )?\w+ to (?:the )?\w+))?\W*(?:\Z|[.!]))", r"\g<x> is \g<c>"),
        (r"(?:\A|(?<=[.!] ))(?P<x>(?-i:[A-Z])[\w-]+)\? +(?:(?:oh|well|definitely|clearly|certainly|sure),? )*(?P<r>(?:(?:much|far|a (?:lot|bit|little)|way) )?(?:\w+er|more \w+|less \w+) than (?-i:[A-Z])[\w-]+|(?:not|nowhere near|just) (?:nearly |quite |half )?as \w+ as (?-i:[A-Z])[\w-]+)(?=\W*(?:\Z|[.!]))", r"\g<x> is \g<r>"),
        (r"(?:\A|(?<=[.!] ))(?:(?:and|so|as for|what about|take|between|out of|of|(?:do )?you (?:know|see|remember)) )?(?:(?:those|these|the) two,? )?(?P<a>(?-i:[A-Z])[\w-]+) (?:and|or) (?P<b>(?-i:[A-Z])[\w-]+)\? +(?:(?:oh|well|hmm),? )?(?=(?:it's |it is )?(?:(?P=a)|(?P=b))(?:'s| is| who)[^.!?]*?\b(?:\w+er|more \w+|less \w+)\b)", r"Of \g<a> and \g<b>, "),
        (r"(?:\A|(?<=[.!] ))(?:have you seen|did you see|you should see|have you met|seen) (?P<x>(?-i:[A-Z])[\w-]+)(?: (?:lately|today|yet))?[?!] +(?:(?:oh|well),? )?(?:all|completely|entirely) (?P<c>white|black|gr[ae]y|green|yellow|red|blue|brown|pink|orange|purple)(?: all over)?(?=\W*(?:\Z|[.!]))", r"\g<x> is \g<c>"),
        (r"(?:\A|(?<=[.!] ))(?P<x>(?-i:[A-Z])[\w-]+)\? +(?:(?:oh|well|he's|she's|they're|already)?,? )?(?P<n>[1-9]\d?) (?:now|already|years? old|this year)(?=[,\W]*(?:would you believe(?: it)?|can you believe it|imagine)?\W*(?:\Z|[.!]))", r"\g<x> is \g<n> years old"),
        (r"(?:\A|(?<=[.!?] ))(?P<c>(?-i:[A-Z])[^.!?]+)[.!] +(?:and )?when(?: (?:was|did) (?:that|it)(?: be| happen)?)?\? +(?:(?:that|it) was |well,? )?(?P<w>(?:in|on|back in|during) [^.!?,]+)(?=\W*(?:\Z|[.!]))", r"\g<c> \g<w>"),
        (r"(?:\A|(?<=[.!] ))(?P<x>(?-i:[A-Z])[\w-]+)'s age\? +(?:(?:it|that)(?: is|'s) )?(?P<n>\d{1,3})(?= ?(?:years(?: old)?)?\W*(?:\Z|[.!]))", r"\g<x> is \g<n>"),
        (r"(?:\A|(?<=[.!] ))(?P<f>[a-z]+s|mice|sheep)\? +(?:(?:oh|well),? )?(?P<k>[a-z]+) (?P<v>(?:are (?:(?:very|really|so|always) )?(?:afraid|scared|frightened|terrified) of|fear|dread)) (?:them|those)(?=\W*(?:\Z|[.!]))", r"\g<k> \g<v> \g<f>"),
        (rf"(?:\A|(?<=[.!] ))(?:(?:do )?you remember|remember|think back to|(?:it|the month|the date|the time) was) (?P<m>{_MONTH})[?.:;!]+ +(?:(?:that|it)(?:'s| is| was) (?:when|the (?:month|time) (?:when|that)) )?(?P<c>(?-i:[A-Z])[\w-]+ [a-z]+(?:ed|t|d|n|w|e|ght|ng|ld|ok|de)\b[^.!?;]*)(?=\W*(?:\Z|[.!]))", r"\g<c> in \g<m>"),
        (r"(?<= parts)[.;] +One(?: of (?:them|these|those))? is (?=(?:the|an?) [\w-]+\W*\Z)", ", one of them is "),
        (r"(?:\A|(?<=[.!] ))(?:(?:(?:I'd|I would|I) (?:like|love|want) (?:you|us all) to (?:meet|know)|(?:please )?(?:meet|say hello to|greet)|let me introduce(?: you to)?|may I introduce|look,? (?:that's|there's|there is)|oh,?|and|this is|here is|here's|there's) )+(?P<x>(?-i:[A-Z])[\w-]+)[.!:;]+ +(?:that|this|it|he|she)(?: is|'s) (?=(?:my|(?-i:[A-Z])[\w-]+'s) [a-z-]+\W*(?:\Z|[.!]))", r"\g<x> is "),
    )
)  # fmt: skip


def unasked(text: str) -> str:
    """Put what somebody asks only to say it as what is said.

    >>> unasked("You know Rex? That's a wolf."), unasked("How old is Tom? 33.")
    ('Rex is a wolf.', 'Tom is 33 years old.')
    >>> unasked("You see the box? The ball is on the left of it.")
    'The ball is on the left of the box.'
    """
    text = _NAMED_NEXT.sub(lambda its: f", and {its['its'].lower()}", text)
    text = text.replace("’", "'")
    text = _SET_UP(text)
    text = _HAPPENED.sub(lambda match: f"{match['what']} {match['when']}", text)
    if "?" not in text:
        return text
    return _SEEN.sub(_spoken_of, _ASKED.sub(_answered, text))


def _answered(match: re.Match[str]) -> str:
    if match["x4"]:
        return f"{match['x4']} is {match['y']}."
    if match["old"]:
        return f"{match['x3']} is {match['n']} years old"
    return f"{match['x'] or match['x2']} is "


def _spoken_of(match: re.Match[str]) -> str:
    """Name in what is said the thing that was asked after only to speak of it."""
    thing = re.sub(r"\A(?:that|this)\b", "the", match["x"], flags=re.IGNORECASE)
    thing = lower_first(thing)
    rest = match["rest"]
    named = _ITS.sub(f"{thing}'s", rest)
    if named == rest:
        named = _IT.sub(lambda it: f"{thing} is" if it["is"] else thing, rest, count=1)
    return named if named != rest else match[0]


def set_up(text: str) -> str | None:
    """Name the thing that a scene sets up where what is said of it says "it".

    >>> set_up("The box is there, and the ball is to the left of it")
    'the ball is to the left of the box'
    """
    match = _TWO.match(text)
    if match is None or not (match["scene"] or match["there"]):
        return None
    if re.match(r"(?i:where|which|what|who|how)\b", text):
        return None
    noun = re.sub(r"\A(?:an?|this)\b", "the", match["x"], flags=re.IGNORECASE).lower()
    return re.sub(r"\bit\b", noun, re.sub(r"\bits\b", f"{noun}'s", match["rest"]))


def in_scene(sentence: str) -> str:
    """Name in a sentence the place that it sets up, and say where somebody no longer is.

    >>> in_scene("I checked the hall and Mia isn't there now.")
    "Mia isn't in the hall now."
    >>> in_scene("Mia was in the hall, but not now."), in_scene("I went home and Mia was there.")
    ('Mia is not in the hall.', 'I went home and Mia was there.')
    """
    text = sentence.replace("’", "'")
    if (vain := _IN_VAIN.match(text) or _VAINLY.match(text)) is not None:
        return f"{vain['x']} is not {lower_first(vain['in'])}."
    if (match := _NO_MORE.match(text)) is not None:
        return f"{match['x']} is not {match['in']}."
    if "there" not in text and "no sign" not in text:
        return sentence
    match = _LOOKED.match(text)
    went = None if match else _WENT.match(text)
    if went and (_PERCEIVED.match(went["rest"]) or _BE_THERE.match(went["rest"])):
        match = went
    if match is None:
        return sentence
    said = _said_there(match["x"], match["rest"])
    return f"{went['scene']}, and {said}" if went and said else said or sentence


def _said_there(place: str, rest: str) -> str:
    """Say of a place that was set up what is said to be "there"; empty where nothing is."""
    within = f"in {lower_first(place)}"
    if missing := re.match(
        r"(?:there (?:is|was)|there's|I (?:found|saw))?\b ?no sign of (?P<y>[^,.]+)", rest
    ):
        return f"{missing['y']} is not {within}."
    if found := _IS_THERE.match(rest):
        return f"{found['y'].rstrip(' .!')} is {within}."
    if seen := _PERCEIVED.match(rest):
        return f"{upper_first(seen['y'])} is {within}."
    named = _THERE.sub(within, rest, count=1)
    if named == rest:
        return ""
    return named if _SAYS.match(named) else f"I {named}"


__all__ = ["in_scene", "on_topic", "set_up", "unasked"]
