"""What a companion does that somebody may want less or more of, each as the words that name it."""

from __future__ import annotations

from cognition.regex import regex

SAID = (
    r"(?:answers?|repl(?:y|ies)|messages?|texts?|responses?|sentences?|explanations?|notes?|posts?"
    r"|comments?|reactions?|paragraphs?|writing|wording)"
)
_ADVICE = (
    r"\badvice|\badvis(?:e|ed|es|ing)\b|\bguidance\b|\btips?\b|\bsuggest(?:ions?|ing|ed|s)?\b"
    r"|\bsolutions\b|\b(?:a|the) (?:quick )?(?:solution|fix|remedy)$|\bsolution mode\b"
    r"|\b(?:problem[- ])?solv(?:e|ing|ed|er)\b"
    r"|\brecommend\w*|\bpointers\b|\bcounsel(?:l?ing)?\b|\b(?:a |my )?coach(?:ing)?(?: me)$"
    r"|\b(?:be|being|playing|play)"
    r" (?:my |the |a )?(?:coach|therapist|fixer|expert|guru)\b"
    r"|\blectur(?:e|es|ed|ing)\b|\bpreach(?:ing)?\b|\bsermons?\b|\btroubleshoot\w*"
    r"|\b(?:quick )?fixes\b|\blife hacks\b|\bremedies\b|\b(?:your |any )?wisdom\b|\b(?:your|any)"
    r" input\b"
    r"|\b(?:tell|telling|told|show|showing) me (?:what (?:i (?:should|could|ought to|have to|must"
    r"|need to"
    r"|might)|to\b|you would|is best|would help)|how (?:i (?:should|could)|to|you would)|the way"
    r" to)"
    r"|\bwhat (?:i (?:should|could|ought to|have to|must)|to) do\b|\bwhat you would do\b"
    r"|\bhow (?:i (?:should|could)|to) (?:handle|deal|live|run|fix|solve|do)\b"
    r"|\bfix(?:ing|es|ed)?(?: (?:it|this|that|me|things|anything|everything|stuff|my [\w ]+|the"
    r" problem"
    r"|problems))?(?: for me)?$|\bmak(?:e|ing) (?:it|things|everything) better$"
    r"|\b(?:offer|com|giv)(?:e|ing)? (?:me |up with )?(?:any |your |some |the )?(?:ideas|plans|a"
    r" plan"
    r"|answers|opinions?|instructions|your take)$|\bsort(?:ing)? (?:it|this|things|my [\w ]+)"
    r" out\b"
)
_LISTEN = (
    r"^(?:i am |it is )?(?:just |only |here |to |simply |really |mostly )*(?:listen(?:ing)?(?: to"
    r" me)?(?= |$)(?! to"
    r" (?!me))|be there(?: for me)?$|hear me out|(?:lend|give) me (?:an|your) ear|hearing me out"
    r"|be(?:ing)? heard|be listened to"
    r"|(?:let me (?:just |simply )?|to )?(?:vent(?:ing)?|rant(?:ing)?|let off steam|blow off"
    r" steam|let it"
    r" (?:all )?out|get (?:it|this|things) off my chest|unload|moan|grumble|talk it out)\b"
    r"|(?:need |want |be |for )?(?:someone (?:to listen|who listens|to hear me)|a (?:good"
    r" )?listener"
    r"|(?:an? )?(?:open |sympathetic |listening |willing |friendly )*ear$|a shoulder\b))"
)
_ASK = (
    r"\bquestions?\b|\bquestion marks?\b|\b(?:question|interrogat|quizz|quiz|grill|prob|pry|prying"
    r"|cross-examin)(?:e|ing)?\b(?: me)?(?! (?:was|is|went))|\binterrogations?\b|\binquisition\b"
    r"|\bthe third degree\b|\bqueries\b|\bfollow-ups\b|\b(?:be|being|get|getting) (?:asked"
    r"|questioned"
    r"|interrogated|quizzed|grilled)\b|\bask(?:ing)?(?: me)?(?: (?:for )?(?:any|some|so many|that"
    r" many"
    r"|too many|all these|all those|one|another|more))?(?: (?:anything|things|stuff|something|so"
    r" much|that"
    r" much|too much|so often|all the time|every time|all sorts of things|everything|about"
    r" (?:everything"
    r"|anything|it all|things|stuff)|constantly|how i (?:am|feel|am feeling|am doing)|less|away"
    r"|again|now|back"
    r"|whatever you (?:like|want)|in (?:every|each) \w+|at the end|after .+))*$"
)
_LONG = (
    rf"(?<!any )(?<!no )\b(?:long(?:er|-winded)?|lengthy|lengthier|wordy|wordier|detailed|huge"
    rf"|endless|giant|massive"
    rf"|verbose)(?: (?:\w+ )?{SAID}|$| ones?\b| and\b)|\bso long\b|\bat length\b|\bas long as"
    rf" you\b"
    r"|\b(?:walls?|blocks?|pages|reams|lots|mountains?) of (?:text|words)\b|\bmonologues?\b"
    r"|\bspeeches\b"
    r"|\blong-windedness\b|\brambl\w+|\bwaffl\w+|\bbabbl\w+|\bdron(?:e|ing)\b|\bblather\w*"
    r"|\bprattl\w+"
    r"|\bwitter\w*|\b(?:the|any|less) (?:fluff|padding|filler|preamble|chit-?chat)\b"
    r"|\b(?:writ(?:e|ing)"
    r"|say(?:ing)?|talk(?:ing)?|send(?:ing)?|typ(?:e|ing)|text(?:ing)?) (?:me )?(?:\w+ )?(?:so"
    r"|that|this|too"
    r"|as) (?:much|many words|long)\b|^(?:far |way |a bit |just )*too (?:much|many words|long)(?:"
    r" text)?$"
    r"|^(?:so |too |as )?(?:much|many) (?:text|words)\b"
    r"|\btext$|\bwords$|\bgo(?:ing)? on(?: and on)?$|\b(?:write|say|tell me|explain) (?:\w+"
    r" )?more\b"
    r"|^(?:to )?(?:write|say) (?:\w+ )?as much as\b"
    r"|\b(?:more|into|in|much|so much|all the|all these|every|the) details?(?:ed)?\b"
    r"|\bas much detail\b|\bbe(?:ing)? (?:wordy|chatty|verbose|long-winded|detailed)\b"
    r"|\belaborat\w+|\bexpand(?:ing)?\b|\bover-?explain\w*"
)
ESSAYS = regex(r"\b(?:essays?|novels?|paragraphs|epics?|epistles?|dissertations?|books)\b")
_VERY = (
    r"(?:(?:a (?:bit|little|lot|touch)|much|very|nice and|so|really|more|way|far|pretty|as|rather"
    r"|extra|quite|just|always) )*"
)
_BRIEF = (
    r"(?:short(?:er)?|brief(?:er|ly)?|concise(?:ly)?|succinct(?:ly)?|compact(?:ly)?|crisp(?:er"
    r"|ly)?|terse(?:ly)?"
    r"|snapp(?:y|ier)|bite-sized|pithy|condensed|tight(?:er)?|to the point|quick(?:er)?|minimal"
    r"|short and sweet|less (?:wordy|long-winded|verbose|chatty|long)|not (?:too|so) (?:long"
    r"|wordy))"
)
_FEW = (
    r"(?:fewer words|half as (?:many|much)(?: words| text)?|less text|few words|a few words|one"
    r" (?:or two )?(?:sentences?|lines?)|a"
    r" (?:single |couple"
    r" of )?(?:sentences?|lines?)|(?:two|three|a few|a couple of|two or three) (?:short"
    r" )?(?:sentences?|lines?|words))"
)
_BIT = rf"(?:{SAID}|it|this|that|them|things|your|the|chat|everything|stuff|ones)"
_SHORT = (
    rf"^the (?:shorter|briefer) the better$|^(?:an? |the |your )?(?:(?:have|get|give me|send me"
    rf"|write(?: me)?|use|stick (?:to|with)|keep to|aim for|go for"
    rf"|read) )?{_VERY}"
    rf"{_BRIEF}(?: (?:and|but) \w+)?(?: {SAID}| ones| version)?(?: (?:only|please|again|now|from"
    rf" you|too|then))*$"
    rf"|^(?:keep|keeping|make|making|be|being|prefer|have|like|get)? ?(?:{_BIT} )*(?:be"
    rf" )?{_VERY}{_BRIEF}(?= |$)"
    rf"(?! (?!please|now|from|and|for me|again|any ?more|in|with|when|today|but|too|enough|then"
    rf"|as|{SAID})\w)"
    r"|^(?:answer|reply|write|respond|talk|speak|say (?:it|things)|put (?:it|things)|sum|explain"
    r"|tell me|express"
    rf" yourself|do it|keep (?:it|things|\w+ ?\w*)) (?:\w+ )*?(?:to |in |with |using"
    rf" )?(?:{_BRIEF}|less|{_FEW})\b"
    rf"|^(?:(?:use|write|in|with|just|only|give me|send me|make it|say it in|limit \w+(?: \w+)?"
    rf" to) )+{_FEW}(?: or (?:two|so))?$"
    r"|^(?:one or two|two or three|a couple of|a few) sentences$|^(?:just |only )?(?:give me"
    r" )?(?:just |only )?the (?:bare )?"
    r"(?:gist|essentials|basics|highlights|bottom line|short version|key points?|main points?)$"
    r"|^cut (?:it|your \w+) (?:short|down)$"
    rf"|^(?:only |just )?{_FEW}(?: or (?:two|so))?"
    r" (?:is|are|will|would|at (?:the )?most|max|maximum|tops|only|suffices?|does)\b|^(?:get|come"
    r"|cut|go|skip)"
    r" (?:straight |right |more )?to the (?:point|chase)\b|^(?:write|say|talk|text) (?:me"
    r" )?(?:(?:a (?:bit|little|lot) )?less|(?:only |just )?(?:a )?little(?! (?:more|by)))\b"
    r"|^(?:trim|shorten|condense|compress|abbreviate|boil) "
    r"|^(?:summari[sz]e|sum up) (?:your|it|things|everything you) |^(?:keep|limit"
    rf"|restrict|stick|cut|confine)"
    rf" .*?\bto (?:at most )?(?:a |one |two |three |few |single )+(?:\w+ )?(?:sentences?|lines?"
    rf"|words?)|^be (?:\w+ )?brief"
)
_EMOJI = (
    r"\bemoji(?:s|es)?\b|\bsmil(?:ey|ie)s?\b|\bsmiley faces?\b|\bemoticons?\b|\b(?:little|yellow"
    r"|tiny|funny"
    r"|silly|cute|cartoon|winking|laughing|crying|smiling|grinning|round|colou?rful|winky|smiley"
    r"|heart) (?:\w+"
    r" )?(?:faces?|icons?|pictures?|hearts?|symbols?|eyes)\b|\bpictograms?\b|\bicons\b"
    r"|\bstickers\b"
)
TEXT = regex(
    r"(?:^(?:use |write (?:in |with )?|stick (?:to|with) |keep (?:it |things )?(?:to |in )?|in )?"
    r"|\b(?:in|with|to|use) )(?:"
    r"(?:plain|pure|simple|only|just|bare|nothing but) )+(?:old )?(?:text|words|letters)(?: only|"
    r" alone)?$|\b(?:in|with|use|to) (?:text|words|letters) (?:only|alone)$|\b(?:emoji"
    r"|smiley)s?[- ]free\b|^(?:use |write (?:in |with )?|stick (?:to|with) |keep (?:it )?(?:to"
    r" )?)?(?:text|words"
    r"|letters)(?:[- ]only| alone)$"
)
_OLD = (
    r"(?:(?:the|my|our) (?:old |distant )?past|the (?:good )?old days|days gone by|times past"
    r"|bygones|(?:ancient"
    r" |my |our |old )history|yesterday|old (?:\w+ )?(?:things?|stuff|memories|stories|times|days"
    r"|messages|chats"
    r"|conversations|talks|news|wounds|matters|quotes|words|remarks|ghosts|worries|topics"
    r"|troubles)|(?:what(?:ever)?"
    r"|(?:the |any )?(?:things|stuff|words)|anything|everything|something|all) (?:that )?i(?:"
    r" have| had| once| already| ever)*"
    r" (?:said|told|wrote|mentioned|shared|confided|talked)|what (?:used to be|was|has been"
    r"|happened (?:before|back"
    r" then|ages ago|long ago|in the past|once|years ago)|is (?:past|over|behind me|long gone"
    r"|gone))|how (?:things|it|life)"
    r" (?:used to be|were|was)|(?:things|stuff|what|everything|anything|messages|stories) from"
    r" (?:before|(?:the|my) past"
    r"|back then|ages ago|long ago|weeks ago|earlier|(?:earlier|past|previous|old) \w+)|(?:my"
    r"|our) (?:old|earlier|past"
    r"|former|previous) \w+|(?:earlier|previous|past|former|bygone) (?:conversations|chats|talks"
    r"|messages|remarks"
    r"|things|discussions|times|events|days)|me back(?: to myself)?|(?:old |my )?memories|memory"
    r" lane|my words|reminders"
    r"|flashbacks|nostalgia|reminiscing|reminiscences|throwbacks|my own words|way back)"
)
_RECALLS = (
    r"\b(?:bring|dig|drag|dredg|rak|stir|churn|throw|haul|pull|trot|mention|remind|repeat|recall"
    r"|quot|rehash|revisit"
    r"|reminisc|remember|reviv|resurfac|retell|recit|refer|cit|return|reliv|resurrect|unearth|rak"
    r"|reopen|live|liv|hark|dwell"
    r"|harp|circl)\w* (?:\w+ ){0,4}?"
)
_PAST = (
    rf"^(?:the )?{_OLD}|{_RECALLS}{_OLD}|\b(?:talk|go|come|coming|tell|be|being|look|think"
    rf"|get)(?:k|r)?(?:ing)?"
    rf" (?:\w+ ){{0,3}}?(?:about|to|of|at|over|on|into|through) {_OLD}|\btell(?:ing)? me {_OLD}"
    rf"|\bhear(?:ing)? (?:\w+ ){{0,2}}?(?:about |of )?{_OLD}|\bquot(?:e|ing) m[ey]\b"
    rf"|\blook(?:ing)? back\b|\bmemory lane\b"
    r"|\bremember(?:ing)? (?:things|stuff|everything|so much|what i)\b"
    rf"|\bmak(?:e|ing) me (?:remember|relive)\b|^reminding me$|\bus(?:e|ing) {_OLD}"
)
_REST = (
    rf"^{_OLD}(?: \w+){{0,2}} (?:should|must|can|has to|have to|ought to|is to|are to|belongs?)"
    rf" (?:stay|remain|rest|be left|be over|lie|in the past)\b"
    rf"|^(?:to )?(?:let|leave) {_OLD} (?:rest|alone|be|behind|out|lie|go)\b|^(?:let us )?(?:only "
    rf"|just |to )?(?:talk"
    r"|stay|speak|focus|live|remain|stick|keep|concentrate)(?:ing)? (?:only |just )?(?:about|in"
    r"|on|to|with) (?:today|the present"
    r"|the here and now|the moment|now|what is (?:now|ahead|happening now)|the future)\b"
    r"|^(?:leave|keep) (?:it|that|things|everything|what \w+ \w+) in the past\b|^(?:to )?(?:only"
    r" )?look(?:ing)? (?:ahead|forward"
    r"(?! to))\b|^let bygones\b"
)
LISTENS, SHORTS, RESTS = regex(_LISTEN), regex(_SHORT), regex(_REST)
FEWER = regex(
    r"^ask(?:ing)? (?:me )?(?:nothing|no questions|(?:a (?:bit|little|lot) )?(?:less|fewer))\b"
    r"|^(?:a lot )?(?:less|fewer) questions"
)
YOURS_LONG = regex(
    rf"^(?:your|that|this|these|those) (?:\w+ )?(?:{SAID} )?(?:are|is|was|were|get|seem|feel)(?:"
    rf" \w+)? (?:too|so)"
    rf" (?:long|wordy|detailed|much)(?: text| to read| information)?$|^you are (?:\w+ )?(?:too"
    rf"|so) (?:wordy|long-winded|chatty"
    rf"|verbose|talkative|detailed|long)$"
    rf"|^(?:can|could|should|would) your {SAID} be (?:\w+ )?(?:short|brief)"
    rf"|^your {SAID} (?:were|could be|would be|are|got|should be|be) (?:\w+ )?{_BRIEF}$"
)
TOO_MANY = regex(
    r"^(?:(?:that|those|these) (?:is|are|was|were) )?(?:far |way |just )*too many questions\b"
)
TOO_SHORT = regex(
    rf"^(?:your {SAID} (?:are|is|were|got|get|seem|feel)|you are(?: being)?) (?:\w+ )?(?:too|so)"
    rf" (?:short|brief|terse|curt|quiet)\b"
    r"|^take (?:as much|all the) (?:space|time|room|words)\b|^take your time$"
)
BEHAVIOURS = {
    name: regex(pattern)
    for name, pattern in (
        ("no_advice", _ADVICE),
        ("no_questions", _ASK),
        ("brief", _LONG),
        ("no_memories", _PAST),
        ("no_emoji", _EMOJI),
    )
}

__all__ = [
    "BEHAVIOURS", "ESSAYS", "FEWER", "LISTENS", "RESTS", "SAID", "SHORTS", "TEXT", "TOO_MANY",
    "TOO_SHORT", "YOURS_LONG",
]  # fmt: skip
