"""The talk around a sentence: "guess what, Mia went out, dear" as "Mia went out".

Whom one speaks to, how one feels about it and how one knows it add nothing to what is said
(discourse markers: Schiffrin 1987; parentheticals: Urmson 1952). They are taken off both what is
told and what is asked, here alone. What makes a statement unsure ("maybe", "almost", "so they
say", "I think so") is no such talk and is left.
"""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from functools import lru_cache

from cognition.organs.prefrontal.reasoning.canonical import Rewrites
from cognition.organs.prefrontal.reasoning.kin_reading import sex
from cognition.organs.prefrontal.reasoning.shorthand import spelled
from cognition.organs.prefrontal.reasoning.verbs import classes, forms, inflected
from cognition.organs.prefrontal.words import lower_first, upper_first
from cognition.regex import regex

_DEAR = r"(?:(?:oh )?(?:my )?(?:dear|dears|dearest|dearie|darling|love|luv|sweetie|sweetheart|honey|hon|pet|duck|mate|pal|buddy|chum|dude|guys|folks|my friends?|sir|madam|ma'am|my (?:boy|girl|child|lad|lass)|sonny|lads|mum|mummy|mom|mommy|dad|daddy|grandma|grandpa|granny|nan|boss|bro|sis|old chap))"
_BELIEVE = r"(?:(?:can|could|would|will|do|did) you (?:believe|credit|imagine|guess)(?: (?:it|that|this))?|you(?:'d| would|'ll| will|'re)? (?:not|never|hardly|n't) (?:going to )?(?:believe|guess|credit|imagine)(?: (?:it|this|that|what(?: happened)?))?|you wouldn't (?:believe|guess|think)(?: (?:it|so|this|that))?|you won't (?:believe|guess)(?: (?:it|this|that))?|believe it or not|believe (?:you )?me|would you (?:look at that|credit it)|if you can (?:believe|imagine)(?: it| that)?|imagine(?: that| it)?|fancy that|just imagine|funnily enough|strangely enough|oddly enough|surprisingly enough|strange but true|to my surprise|wait for it|get this|guess (?:what|who)|you know what|do you know what|know what|no kidding|no joke|no lie|I kid you not|I'm not joking|honest(?:ly|(?: to God)?)?|cross my heart|I swear|I promise(?: you)?|I assure you|trust me|take it from me|take my word(?: for it)?|mark my words|I'm telling you|I tell you|let me tell you|I can tell you|I must say|I have to say|I dare say|I'm (?:happy|pleased|glad|proud|delighted) to (?:say|report)|I'm (?:sorry|sad) to (?:say|report)|sorry to say|sad to say|I regret to say|I'm afraid(?: to say)?|I'm sorry|have you heard|did you hear|haven't you heard|didn't you (?:know|hear)|don't you know|did you know|in case you (?:wondered|are wondering|were wondering|didn't know|missed it)|you know|you see|you understand|see|mind you|mind|look|look here|listen|listen up|hear this|hark|attention(?: please)?|watch out|careful|behold|lo and behold|note|please note|just so you know|so you know|for your information|FYI|by the way|incidentally|fun fact|news flash|breaking news|quick update|update)"
_KNOWN = r"(?:as far as I(?:'m aware| know| am aware| remember| recall| can (?:tell|see|say|remember)| could (?:see|tell))|far as I (?:know|remember|can tell|recall)|to (?:the best of )?my knowledge|from what I (?:know|saw|can see|can tell|remember)|if I (?:remember|recall)(?: (?:right|rightly|correctly|well|it well))?|if memory serves(?: me (?:well|right|correctly))?|if I'm not (?:mistaken|wrong)|unless I'm (?:mistaken|wrong)|as I (?:remember|recall|said|told you|mentioned)(?: it| before| earlier)?|I (?:remember|recall)(?: (?:it|that))?(?: (?:well|clearly|now|rightly))?|I know|I saw it(?: myself| with my own eyes)?|I've seen it(?: myself)?|I checked(?: it)?|I counted(?: them| it)?(?: myself| twice)?|as (?:you|we|everyone|everybody) (?:know|knows|all know|may know|can see)|everyone knows(?: that)?|no doubt(?: about it)?|without a doubt|there's no doubt(?: about it)?|that's for (?:sure|certain)|for sure|for certain|it's true|true story|I can confirm|I believe|I think|I reckon)"
_OH = r"(?:oh|ooh|ah|aha|aw|ow|wow|whoa|gosh|golly|gee|goodness(?: me| gracious)?|my goodness|good(?:ness)? heavens|heavens|good lord|good grief|dear me|oh dear|oh no|oh yes|oh my(?: god| gosh)?|my word|upon my word|blimey|crikey|bless me|oops|whoops|oopsie|whoopsie|ouch|hooray|hurrah|hurray|yay|yippee|yikes|ugh|hey|hi|hello|hiya|good (?:morning|day|evening|afternoon)|excuse me|pardon me|sorry|um|umm|uh|er|erm|hmm|hm|mm|well|well well|well now|well then|now|now then|now now|there now|so|so then|so anyway|anyway|anyhow|right|right then|right so|alright|all right|ok|okay|ok then|okay then|okay so|ok so|yes|yeah|yep|yup|no|no no|nope|ha|haha|alas|hang on|hold on|wait|wait a (?:minute|moment|second|sec)|just a (?:minute|moment|second|sec)|one (?:moment|second|sec)|come on|come on then|come now|go on|go on then|let me (?:think|see|check|remember|recall)|let's see|help me(?: out)?|remind me(?: again| please)?|tell me(?: again| please| now| something| this| then)?|answer me(?: this)?|quick question|(?:a )?question|one (?:more )?(?:question|thing)|(?:be )?honest now|say|pray|pray tell|please|please tell me|thanks|thank you|thank goodness|thank God|like it or not|thankfully|luckily|fortunately|unfortunately|sadly|happily|regrettably|hopefully not|bless (?:him|her|them|it)|what a (?:surprise|pity|shame)|too bad|good news|bad news|great news|big news|(?:what|such) (?:an? )?(?:(?:bad|good|rotten|terrible|awful|great|amazing|wonderful|hard|rare|pure|sheer) )?(?:luck|news|misfortune|joy|bad day|lucky day)|(?:bad|hard|tough|rotten|good) luck|(?:out of|from|in|through) (?:(?:sheer|pure|simple|great|his|her|their|the|mere|an act of|a fit of) )*(?:kindness|generosity|friendship|love|pity|politeness|goodness|friendliness|gratitude|carelessness|clumsiness|laziness|boredom|goodness of (?:his|her|their) heart)|(?:by|through) (?:sheer |pure )?(?:accident|mistake|bad luck|good luck|luck|chance|carelessness)|with (?:a|great|much|some) (?:(?:big|broad|kind|friendly|heavy|deep|little) )?(?:smile|grin|sigh|laugh|nod|heart|pleasure|joy|regret|bow|wave)|without (?:any |much |a )?(?:hesitation|regret|word|thinking|delay)|as a (?:(?:little|small|nice|kind|surprise) )?(?:present|gift|favour|surprise|treat|thank-you|birthday present)|to be (?:nice|kind|helpful|friendly|polite)|being (?:(?:so|very|such|a|an) )*(?:kind|generous|nice|friendly|careless|clumsy|forgetful|lucky)(?: (?:person|soul|friend|girl|boy|man|woman))?|surprise(?: surprise)?|anyways|yes or no|true or false|true or not|right or wrong|don't worry|no worries|not to worry|never fear|fear not|rest assured|I wonder|I was wondering|just wondering|out of interest|out of curiosity|curious|(?:one thing|something|something else) (?:(?:you (?:should|must|need to) )?(?:to )?(?:know|remember|bear in mind)|I know|is clear)|to be clear|for the record|in other words|in short)"
_FRONT = regex(
    rf"\A(?:(?:and|but|so|then|also|well|oh|ah|now)\b,? +)*(?:{_OH}|{_BELIEVE}|{_KNOWN}|{_DEAR}(?!, [\w-]+(?:, [\w-]+)*,? and ))(?:[,!:;.]+| [-–—]|\.\.\.|…)+ +(?=\S)",
    re.IGNORECASE,
)
# said so in so many words that no comma need follow
_FRONT_BARE = regex(
    r"\A(?:(?:and|but|so|well|oh|now) )*(?:oh,? |um,? |er,? )?(?:would you (?:ever )?believe|can you believe|could you believe|did you know|didn't you know|did I (?:ever )?(?:tell you|mention)|didn't I (?:tell you|mention)|have I (?:ever )?(?:told you|mentioned)|haven't I told you|are you aware|were you aware|has anybody told you|has anyone told you|do you (?:still )?remember(?= how| that)|don't you remember(?= how| that)|remember(?= how| that)|you know|isn't it (?:funny|nice|lovely|strange|odd|great|sad)|have you heard|did you hear|I'm (?:afraid|sorry to say|happy to say|pleased to say|glad to say|telling you)|I (?:swear|promise(?: you)?|assure you|can assure you|can confirm|can tell you)|let me tell you|believe me when I say|it's true|it's a fact|it is true|trust me|in (?:this|our|the|that|my|today's) (?:(?:little|old|short) )?(?:story|tale|riddle|puzzle|family|book|example|case|world|picture|film|game|poem|fairy tale|fable)|(?:I|we)(?:'d| would|'ll| will)? (?:bet|guess|wager|take it|reckon|presume)(?: that)? (?:you|nobody|no one|few people) (?:didn't|don't|did not|do not|never|here)? ?(?:yet )?(?:knew|knows?|heard)|(?:as )?(?:it|he|she) (?:says|said|is written|stands) (?:here|there)|like it or not|say what you (?:like|will)|whatever (?:you|they|people) (?:say|may say)|whether (?:you|we|they) like it or not|sure|to be sure|(?:the )?(?:thing|fact|truth|point|news|trouble) is|what you (?:should|need to|must|have to) know is|you (?:should|must|ought to|need to|have to|may|might) know|bear in mind|keep in mind|don't forget|be aware|one thing is (?:sure|certain|clear)|for the record|suffice it to say|needless to say|it turns out|it so happens)(?: but)?(?: that| how|,)? (?=(?-i:[A-Z])[\w-]+(?:'s)? (?!(?:would|might|could|should|or)\b)|(?:the|my|our) [\w-]+ (?:is|are|was|has|lies|fits|took|happened|fell|goes|came)\b|(?:all |most )?(?-i:[a-z])+ (?:are (?:(?:very|really|so|all|always) )?(?:afraid|scared|frightened|terrified)|fear|dread|scares?|frighten|terrify|live in fear) )",
    re.IGNORECASE,
)
_BACK = regex(
    rf"(?:(?:,| [-–—]|;)+ *(?:(?:and|so|but) )?(?:(?:oh )?(?:{_DEAR}|{_BELIEVE}|{_KNOWN})|bless (?:him|her|them|it|their (?:hearts?|cotton socks))|(?:the )?(?:poor|silly|lucky|clever|good|sweet|dear|little|old|naughty|cheeky) (?:(?:little|old|dear) )?(?:things?|souls?|dears?|ones?|creatures?|beasts?|animals?|fellows|lambs?|devil|boy|girl|mite|darling|man|woman|fellow|kid|beggar)|how (?:nice|lovely|sad|funny|odd|strange|kind|sweet|generous|clever|awful|terrible|annoying|pretty|cute|beautiful|exciting|wonderful|silly|curious|interesting|clumsy|careless|unlucky|about that)(?: (?:of (?:him|her|them)|is that))?|what a (?:surprise|shame|pity|laugh|thing|mess|relief|story|day|nuisance|treat)|isn't that (?:nice|lovely|funny|odd|strange|sweet|something|great|sad)|just like that|plain and simple|pure and simple|simple as that|as simple as that|end of story|full stop|period|that's all|that's it|that was it|that was that|and that's that|that's that|no question(?: about it)?|no doubt at all|that's a fact|it's a fact|fact|anyone can see that|anybody can see that|everyone can see that|plain as day|clear as day|you can't miss (?:it|them)|can't miss it|no (?:trouble|problem|bother|fuss|worries|sweat)(?: at all| whatsoever)?|easy(?: peasy| as pie)?|easily|that's for sure|and so on|or so I remember|ha ha|haha|lol|phew|sorry(?: to say)?|so sorry|thank (?:goodness|God|heavens)|thanks|thank you|please|ta|cheers|hooray|yay|oh dear|alas|sadly|luckily|fortunately|unfortunately|though|then|anyway|anyhow|indeed|of course|naturally|certainly|definitely|for goodness' sake|as usual|regular as clockwork|that's the (?:usual thing|way it is|way of it|custom|habit|routine)|that's (?:how|the way) it (?:is|goes|works)|that it (?:is|was|does|did)|that (?:was|is) (?:it|that)|so (?:it|he|she|they) (?:is|was|did|does|has)|I (?:noticed|noted|noticed it|heard|see|saw)|I(?:'ve)? (?:(?:just|only just) )?(?:saw|seen|heard|checked|noticed|watched) (?:it|that|it happen)(?: (?:myself|just now|a moment ago|with my own eyes))?|(?:and )?not (?:the other way (?:a?round|about)|vice versa)|(?:waiting|resting|reading|relaxing|working|sitting|standing|thinking|singing|humming|sleeping)(?: (?:there|for (?:us|me|you|somebody|someone)|quietly|around))?|if (?:anyone|anybody|you) (?:asks?|wonders?|wants? to know|cares?|'re (?:asking|wondering|interested)|are (?:asking|wondering|interested))|if you (?:must know|ask me|please|like|will|don't mind(?: (?:me|my) asking)?|would|wouldn't mind|can|could|know|remember|happen to know)|(?:and )?no mistake|(?:and )?not any other \w+|and no other \w+|the (?:two|pair|both|lot) of them(?: together)?|one and all|nothing (?:more|else)|(?<!but )no more(?:,? (?:and )?no (?:less|fewer))?|no less|believe that|(?:as )?(?!such\b|well\b|same\b)(?-i:[a-z]+) as (?-i:(?:a |an |the )?[a-z]+)))+(?P<end>[\s.!?…]*)\Z",
    re.IGNORECASE,
)
_BACK_BARE = regex(
    r" (?:don't you know|would you believe(?: it)?|can you (?:believe|imagine)(?: it| that)?|you know|you see|I'm afraid|I must say|you'd never guess|without (?:a|any) doubt|for sure|for certain|as far as I know|if I (?:remember|recall) (?:right|rightly|correctly)|by far|by a long (?:way|chalk|shot)|by miles|with no (?:bother|trouble|problem|problems|effort|difficulty|fuss)(?: at all| whatsoever)?|without (?:any )?(?:bother|trouble|problem|problems|effort|difficulty|fuss)(?: at all)?|no (?:bother|trouble|problem)(?: at all)?)(?P<end>[\s.!?…]*)\Z",
    re.IGNORECASE,
)
_WITHIN = regex(
    rf"(?:, ?| [-–—] | \()(?:well|er|um|erm|uh|oh|like|I mean|{_DEAR}|{_BELIEVE}|{_KNOWN}|bless (?:him|her|them|it)|(?:the )?(?:poor|silly|lucky|clever|dear) (?:little |old )?(?:thing|soul|dear|one)|ever so (?:generous|kind|kindly|nice|nicely|generously)|(?:being )?(?:generous|kind|nice|clumsy|careless|silly|lucky|clever) as (?:ever|always)|as it happens|as luck would have it|of course|naturally|indeed|for some reason|for one reason or another|by the way|incidentally|in fact|to be (?:honest|fair|exact|precise)|as an exception)(?:,| [-–—]|\)|(?=:)),? ?(?=\S)",
    re.IGNORECASE,
)
# asked only to be marvelled at: "can you believe it, Mia is 33?"
_BELIEVED = regex(
    r"(?:oh,? |wow,? |so,? )?(?:can|could|would|will|do) you (?:believe|credit|imagine)(?: (?:it|that|this))?[,:!?.]",
    re.IGNORECASE,
)
_POINTS = regex(r"(?:that|this|he|she|it)(?: is|'s) (?!why|how|when|where|because)", re.IGNORECASE)
# what follows "is" says how that is: "getting it in is no problem"
_IS_SO = regex(r"\b(?:is|are|was|were|be|been|'s)\Z")
_SAID = regex(
    r"\b(?:believe|imagine|know|heard|hear|credit|guess|see|tell|told|mention|mentioned|aware|remember|isn't that)\b",
    re.IGNORECASE,
)
# how one feels about somebody, before the name: "poor old Mia"
_FOND = regex(
    r"\A(?:(?:and|so|but|then|well|oh),? )*(?:(?:poor|lucky|silly|clumsy|clever|dear|little|old|sweet|lazy|cheeky|naughty|careless|forgetful|generous|kind|good|baby|young|brave|unlucky|greedy|funny|tiny|big) )+(?P<x>(?-i:[A-Z])[a-z]+)(?=[ '])",
    re.IGNORECASE,
)
_ONLY = regex(
    r"(?<=[a-z]) (?:(?:only|just|simply|actually|really|suddenly|then|finally|goes|went) )*(?:only |just )?(?P<go>went|goes|gone|ups|upped|turned round|turns round|has gone|had gone|has been|came along|comes along|got up|gets up) and (?P<v>[a-z]+)\b"
)
_EVERY = r"(?:has|had|was|is) (?:been )?(?:so |very |ever so |extremely |really )?(?:kind|nice|generous|good|lovely|sweet|clever|brave|careless|clumsy|silly|lucky|unlucky|unfortunate|fortunate|free|quick|wise|foolish|thoughtful|polite)(?: enough| as)?"
_SO_KIND = regex(
    rf"\b{_EVERY} to (?P<v>[a-z]+)\b|\b(?:had|has) (?:the (?:kindness|decency|goodness|courtesy|good luck|luck|misfortune|bad luck|good fortune|generosity|pleasure|cheek|heart|joy))(?: enough)? (?:to|of) (?P<v2>[a-z]+)\b|\b(?P<d>happened|saw fit|got round|managed) to (?P<v3>let|give|hand|lose|drop|pick|take|put|pass|find|get|buy|sell|move|return|leave|grab|lend|offer)\b"
)
_AND_DID = regex(
    r"(?<=[a-z]) (?:was|is|were|felt|being) (?:so |very |ever so |really )?(?:kind|nice|generous|good|lovely|sweet|careless|clumsy|silly|lucky|unlucky|unfortunate|fortunate|quick|thoughtful|polite|friendly|greedy|hungry|naughty|cheeky|bored|tired|clever|brave)(?: enough)? and (?=[a-z]+)",
    re.IGNORECASE,
)
_NOT = regex(r"\b(?:not|never|n't|no longer|hardly|almost|nearly|didn't|hasn't|wasn't)\b|n't\b", re.IGNORECASE)  # fmt: skip
# "off went Mia to the hall", "into the hall went Mia"
_INVERTED = regex(
    r"\A(?:(?:and|so|then|well|oh|now|up|but),? )*(?P<off>off|away|out|in|back|up|down|over|along)?(?![a-z]) ?(?P<to>(?:(?:in|on)?to|towards|for) (?:the|my|our) [\w-]+)? ?(?P<v>[a-z]+) (?P<x>(?-i:[A-Z])[\w-]+)(?P<rest> (?:(?:back|off|over|out|in|up|down|straight) )?(?:to|into|towards|for) (?:the|my|our) [\w-]+)?(?P<end>[\s.!]*)\Z",
    re.IGNORECASE,
)


# "the ball, Mia dropped it"
_SET_OFF = regex(
    r"\A(?:(?:and|so|now|but|then|as for|about),? )*(?P<x>(?:the|that|this|my|our) (?!\w+day\b|(?:week|weekend|month|year|time|morning|evening|afternoon|day)\b)[a-z-]+),? (?:well |now )?(?P<rest>(?-i:[A-Z])[\w-]+ [a-z]+[^,;]*)\Z",
    re.IGNORECASE,
)
_IT = regex(r"\b(?:it|them)\b")
# "that box is in the hall", where both know which box it is
_THAT = regex(
    r"(?<![\w'] know )(?<!is it )(?<! thing )(?<! things )(?<! one )(?<!animal )(?<!animals )\b(?:that|this|those|these)(?= (?!(?:is|are|was|were|has|had|will|would|can|can't|days?|one|time|week|month|year|morning|afternoon|evening|way|much|many|may|might|could|should|did|does|do|all|which|the|a|my|\w+day|happened|came|took|i|we|you|he|she|it|they|this|these|those|there|everyone|everybody|nobody|thing|person|place|kind|sort|night|moment|point|case|town|city|country|house|makes?|go|goes|forms?|comes?)\b)(?-i:[a-z]+(?: [a-z]+)?)(?:,|\Z| is\b| fits?\b| goes\b| will\b| (?:in|into|inside|to the|on the|over|up|down|under|behind)\b))",
    re.IGNORECASE,
)
# "where is that ball", "where could this ball have got to": the ball both know
_WHERE_THAT = regex(
    r"(?P<ask>\b(?:where|(?:which|what) (?:room|place))\b(?: (?:else|exactly|might|could|would|can|did|does|do|has|have|is|was|had|should|must|will|I|we|you|one|find|look for|get|put|leave))*(?:'s|’s)?) (?:that|this) (?=(?!(?:come|came|go|goes|going|from|at|to|in|on|happen\w*|leave|take|taken|lead|all|one|get|got|put|written|said|again|now|then|end|start\w*|is|was|he|she|it|they|the|my|town|place|city|country|room|thing)\b)(?-i:[a-z]))",
    re.IGNORECASE,
)
# typed without the apostrophe where that is no other word
_TYPED = regex(
    r"\b(?P<v>is|are|was|were|do|does|did|has|have|had|could|would|should)nt\b", re.IGNORECASE
)
# "where on earth is Mia"
_FORCE = regex(
    r"(?:(?<=here )|(?<=what ))(?:on earth|in the world|in heaven's name|in the name of heaven|the heck|the hell|the devil|the dickens|in God's name|oh where|exactly|precisely|abouts)(?: exactly)? (?=(?:is|was|are|were|did|do|does|has|have|had|can|could|would|will|might|should)\b)|(?:(?<=who )|(?<=how )|(?<=when )|(?<=whom ))(?:on earth|the heck|the hell|the devil|in heaven's name) (?=(?:is|was|are|were|did|do|does|has|have|had|can|could|would|will|might|should)\b)",
    re.IGNORECASE,
)
# two that are set side by side before it is said which is the more
_OF_TWO = (
    r"\A(?:(?:(?:if|when) (?:you|we|one|I) (?:take|look at|compare|consider|see|set|put)|looking at|taking|comparing|considering|(?:out )?of|between|among|with|when it comes to|as between|take|put|place|set|stand|line up)\b ?)?"
    r"(?:(?:the|those|these|both) two(?: of them)?,? )?(?P<a>(?-i:[A-Z])\w+) (?:and|or|with|against|next to|beside|side by side with) (?P<b>(?-i:[A-Z])\w+)(?: (?:together|side by side|next to each other))?[,;:!]* (?:(?:and|well|then),? )*(?:(?:I'd say|I would say|I say|you'll see|you will see|you can see|it's clear|it is clear)(?: that)? )?"
)
_MORE = r"(?!(?:teach|lead|play|sing|danc|driv|bak|farm|work|wait|paint|writ|manag|moth|fath|sist|broth|daught|own|speak|runn|swimm|help|learn|report|design|clean)er\b)(?P<d>\w+er|more \w+|less \w+)"
# who is only called a person, and who is said to own
_SAME = Rewrites(
    (
        *((rf"{_OF_TWO}(?:(?:it's|it is|that's) )?(?P={who})(?:(?: who| that)?(?: is|'s)| comes out| would be) (?:the )?{_MORE}(?: one| person| of the two| of them| of the pair)*(?=\W*\Z)", rf"\g<{who}> is \g<d> than \g<{than}>") for who, than in ("ab", "ba")),
        (rf"\A(?P<b>(?-i:[A-Z])\w+) (?:can ?not|can't|could not|couldn't) (?:possibly )?be {_MORE} than (?P<a>(?-i:[A-Z])\w+)(?:[,;:]| -| because| since| as| for)+ (?P=a)(?: is|'s) (?:the )?(?P=d)(?: one)?(?=\W*\Z)", r"\g<a> is \g<d> than \g<b>"),
        (rf"\A(?:nobody|no one) (?:would|could|can|will) (?:ever )?(?:say|claim|think|maintain)(?: that)? (?P<b>(?-i:[A-Z])\w+) is {_MORE} than (?P<a>(?-i:[A-Z])\w+)[,;:.]* (?:(?:it's|it is|quite|exactly|rather|just|but) )*the other way (?:round|around|about)(?=\W*\Z)", r"\g<a> is \g<d> than \g<b>"),
        (r"\A(?P<x>(?-i:[A-Z])\w+), (?:well,? )?(?:that|this) one(?:'s| is) (?=\w)", r"\g<x> is "),
        (r"\A(?P<a>(?-i:[A-Z])\w+) and (?P<b>(?-i:[A-Z])\w+) (?:are not|aren't) (?:equally|just as|the same in) [a-z]+[:;,]? (?:and )?(?P=a) is (?:the )?(?P<d>\w+er|more \w+)(?: one)?(?=\W*\Z)", r"\g<a> is \g<d> than \g<b>"),
        (r"\A(?P<a>(?-i:[A-Z])\w+) and (?P<b>(?-i:[A-Z])\w+) (?:are not|aren't) (?:equally|just as|the same in) [a-z]+[:;,]? (?:and )?(?P=b) is (?:the )?(?P<d>\w+er|more \w+)(?: one)?(?=\W*\Z)", r"\g<b> is \g<d> than \g<a>"),
        (r"\b(?:the|this|that) (?:person|man|woman|one|girl|boy|lady|guy|fellow|gentleman|individual|child) (?:(?:who|that) (?:is )?)?(?:(?:we|everyone|everybody|people|they|I) )?(?:known (?:to all )?as|called|named|by the name of|goes by(?: the name(?: of)?)?|calls?|call|answering to(?: the name(?: of)?)?) (?=(?-i:[A-Z])[\w-]+ (?:is|was|lives|has)\b)", ""),
        (r"(?<=[a-z]) (?:is|was) (?:now )?(?:the|a) (?:proud|happy|lucky|sole|rightful) (?:owner|holder|possessor|keeper) of (?=\d|the )", " has "),
    )
)  # fmt: skip
_SAME_ASKED = Rewrites(
    (
        (r"\A[^?,]+,? (?:I mean|or rather|that is to say|in other words|to be precise),? (?!(?:in )?(?:which|what) \w+\W*\Z)(?=(?:did|does|do|is|was|has|are|how|where|who|what|which|when)\b)", ""),
        (r"\A(?:(?:is|was) it (?:(?:so|true|right|correct|the case|a fact) )?(?:that )?|(?:did|does) (?:it|things|this) (?:go|happen)(?: like (?:this|that)| this way| so| in this order)?[:,] ?|(?:is|was) (?:this|that) how it (?:went|was|happened)[:,] ?)(?:that )?first(?: that)?,? (?P<a>(?-i:[A-Z]).+?),? (?:and )?(?:only )?(?:then|afterwards|later|after that) (?:that )?(?P<b>(?-i:[A-Z]).+)\Z", r"Is it true that \g<a> before \g<b>"),
        (r"\A(?:it|that)(?:'s| is) (?P<x>(?-i:[A-Z])[\w-]+) (?:who|that)(?:'s| is) (?P<k>(?:my|(?-i:[A-Z])[\w-]+'s) [\w-]+)(?:,.*)?(?=\?)", r"Is \g<x> \g<k>"),
        (r"\A(?P<x>(?-i:[A-Z])\w+) (?:plus|and|with|together with|added to) (?P<y>(?-i:[A-Z])\w+)[:,;] how many (?P<n>[a-z]+)\b(?! (?:days|years))[^?]*(?=\?)", r"How many \g<n> do \g<x> and \g<y> have"),
        (r"\A(?P<q>(?:which|what)\b.*?\b(?:earlier|first|sooner|later|last)\b[^,:]*)[,:]? when (?P<a>.+?),? or when (?P<b>.+)\Z", r"\g<q>, \g<a> or \g<b>"),
        (r"\A(?P<q>(?:can|could|would|will) (?:you|I|we|one) (?:put|fit|get|place|pack|squeeze) (?:the )?[a-z-]+ (?:in|into|inside) (?:the )?[a-z-]+),? (?:and )?(?:does|will|would|is) (?:it|that) (?:fit|go|work|possible)(?: in)?(?=\W*\Z)", r"\g<q>"),
        (r"\A(?P<a>the [a-z-]+) and (?P<b>the [a-z-]+),? how many (?P<u>days|weeks|months|years) (?:(?:were|was|are|is|lie|lay|passed|went by|did|there) )*(?:between (?:them|the two|those)|apart(?: (?:were|are) they)?|in between|separate them|lie between them|pass between them)(?=\W*\Z)", r"How many \g<u> were there between \g<a> and \g<b>"),
        (r"\Aby how many (?P<u>days|weeks|months|years) (?:were|are|was) (?P<a>the [a-z-]+) and (?P<b>the [a-z-]+) (?:separated|apart|divided|parted|set apart)(?=\W*\Z)", r"How many \g<u> were there between \g<a> and \g<b>"),
        (r"\Awhen (?:was|is) it (?:that )?(?:we|they|you|everyone|everybody|people) (?:all )?(?:had|held|celebrated|went to|attended) (?P<x>the [a-z-]+)(?=\W*\Z)", r"When was \g<x>"),
        (r"\A(?:so |and )?(?:is|was) it (?P<a>(?-i:[A-Z])\w+) or (?:(?:is|was) it |rather )?(?P<b>(?-i:[A-Z])\w+) (?:that|who)(?: is|'s) (?:the )?(?P<d>\w+er|more \w+|less \w+)(?: one)?(?=\W*\Z)", r"Who is \g<d>, \g<a> or \g<b>"),
        (r"\A(?:out of|of|from|among|amongst|in) (?:all of |all )?(?:the|that|this) (?:whole |entire |complete )?(?:lot|bunch|group|crowd|gang|set|crew|company|party|team)(?: of them)?,? (?=(?:who|which|what)\b)", ""),
        (r"\A(?:and |so )?(?P<x>(?-i:[A-Z])\w+),? what colou?r (?:are we talking(?: about)?|is that(?: one)?|would that be|is (?:it|he|she)|are we speaking of)(?=\W*\Z)", r"What colour is \g<x>"),
        (r",? (?:out of|of|from|among|amongst) (?:everyone|everybody|anyone|(?:all|those)(?: of)?(?: the| those)?(?: people| persons| ones)?|the (?:people|ones|persons))(?: (?:that|who|whom))? I(?:'ve| have)? (?:just |ever )?(?:told you (?:about|of)|mentioned|named|talked about|spoke of|spoken of|described)(?=\W*\Z)", ""),
        (r"\bcountry of (?:residence|abode)\b(?=\W*\Z)", "country"),
    )
)  # fmt: skip
_MARKS = regex(r"[,!?;:(…–—-].*\w")
# how a question begins
ASKS = regex(r"(?:who|whom|what|when|where|which|how|if|whether|is|are|was|does|do|did|has|can|will|would|could)\b", re.IGNORECASE)  # fmt: skip
_CORRECTS = regex(r"\A\W*(?:no|nope|sorry|wait|hang on|hold on)\b", re.IGNORECASE)
_ROUNDS = 4  # of talk within talk: "oh, guess what, my dear, ..."


@lru_cache(maxsize=8192)
def unadorned(sentence: str, asked: bool = False) -> str:
    """Take off a sentence what is only the talk around it.

    >>> unadorned("Guess what, Mia has gone to the hall, dear!"), unadorned("Poor Mia lost it.")
    ('Mia has gone to the hall!', 'Mia lost it.')
    >>> unadorned("So off went Mia to the hall!"), unadorned("Would you believe Mia is 33?")
    ('Mia went off to the hall!', 'Mia is 33.')
    >>> unadorned("Is Mia in the hall, dear?", asked=True), unadorned("Maybe Mia is in the hall.")
    ('Is Mia in the hall?', 'Maybe Mia is in the hall.')
    >>> unadorned("Where on earth is that ball?", asked=True), unadorned("Mia isnt in the hall.")
    ('Where is the ball?', "Mia isn't in the hall.")
    """
    text = spelled(sentence.replace("’", "'").strip(), asked)
    text = _TYPED.sub(r"\g<v>n't", text) if "nt " in text else text
    stated = not text.endswith("?")
    corrects = not asked and bool(_CORRECTS.match(text))
    for _ in range(_ROUNDS):
        bare, shell = _bared(text)
        stated = stated or shell
        if bare == text:
            break
        text = bare
    if not text.strip(" .!?"):
        return sentence
    if asked:
        text = _WHERE_THAT.sub(r"\g<ask> the ", _FORCE.sub("", text))
        text = _SAME_ASKED(text)
        return upper_first(_THAT.sub(lambda m: "The" if m.start() == 0 else "the", text))
    if stated and text.endswith("?"):
        text = sentence if ASKS.match(text) else f"{text.rstrip(' ?')}."
    elif stated and sentence.rstrip().endswith("?") and text[-1] not in ".!":
        text = f"{text}."
    text = _THAT.sub(lambda m: "The" if m.start() == 0 else "the", text)
    text = _SAME(text)
    text = _FOND.sub(lambda m: m["x"] if sex(m["x"]) else m[0], text)
    text = upper_first(_went(_kindly(text)))
    if (match := _SET_OFF.match(text)) and (found := _IT.search(match["rest"])):
        x = re.sub(r"\A(?:that|this|those|these)\b", "the", lower_first(match["x"]))
        text = f"{match['rest'][: found.start()]}{x}{match['rest'][found.end() :]}"
    return f"No, {text}" if corrects and not _CORRECTS.match(text) else text


def _bared(text: str) -> tuple[str, bool]:
    """Take off one layer of talk; say whether what is left is stated though it ends as asked."""
    shell = False
    if _MARKS.search(text):
        shell = bool(_BELIEVED.match(text))
        text = _WITHIN.sub(_gap, _FRONT.sub("", text, count=1))
        if (match := _BACK.search(text)) and match.start() > 3:
            shell = bool(_SAID.search(match[0]))
            text = f"{text[: match.start()]}{match['end'].strip()}"
    if (match := _FRONT_BARE.match(text)) and not ASKS.match(text, match.end()):
        shell = shell or bool(_SAID.search(match[0]))
        text = text[match.end() :]
    match = _BACK_BARE.search(text)
    if match and match.start() > 3 and not _IS_SO.search(text, 0, match.start()):
        shell = shell or bool(_SAID.search(match[0]))
        text = f"{text[: match.start()]}{match['end'].strip()}"
    return text, shell


def _gap(match: re.Match[str]) -> str:
    """Keep the comma before a subject: "the ball, well, Mia dropped it", "Tom, well, that's ..."."""
    after = match.string[match.end() :]
    return ", " if after[:1].isupper() or _POINTS.match(after) else " "


def _kindly(text: str) -> str:
    """Write what somebody was kind enough to do, or went and did, as done."""
    text = _ONLY.sub(lambda m: f" {m['v']}" if any(f.kind in ("past", "s") for f in forms(m["v"])) else m[0], text)  # fmt: skip
    text = _AND_DID.sub(" ", text)
    match = _SO_KIND.search(text)
    if match is None or _NOT.search(text) or text.rstrip().endswith("?"):
        return text
    verb = match["v"] or match["v2"] or match["v3"]
    found = [one for one in forms(verb) if one.kind in ("base", "ing")]
    if not found:
        return text
    return f"{text[: match.start()]}{inflected(found[0].base, 'past')}{text[match.end() :]}"


def _went(text: str) -> str:
    """Put a verb of going after who went: "off went Mia to the hall"."""
    match = _INVERTED.match(text)
    if match is None or not (match["off"] or match["to"]) or not (match["to"] or match["rest"]):
        return text
    found = [one for one in forms(match["v"].lower()) if one.kind in ("past", "s")]
    if not any("go" in classes(one.base) for one in found):
        return text
    off = f" {match['off'].lower()}" if match["off"] else ""
    to = match["rest"] or f" {match['to'].lower()}"
    return f"{match['x']} {match['v'].lower()}{off}{to}{match['end']}"


__all__ = ["ASKS", "unadorned"]
