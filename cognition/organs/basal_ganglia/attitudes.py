"""The words that say what somebody thinks of a thing: for it, against it, or free to do it."""

from __future__ import annotations

from cognition.organs.basal_ganglia.asking import NASTY
from cognition.regex import regex

CLAUSE = regex(
    r"[.,;:!?()…]+|\s[-–—]+\s|\s(?:and|but|so|because)\s+(?=(?:please|do not|no |stop|just|keep"
    r"|you |i |leave|drop|skip|could|can|let|not )\b)|\s(?:and|but)\s+(?=(?:not|avoid|listen|ask"
    r"|write|leave|use|call)\b)"
)
LEAD = regex(
    r"(?:(?:please|pls|hey|hi|ok|okay|so(?! (?:many|much)\b)|well|and|but|then|also|actually"
    r"|honestly|seriously"
    r"|really|maybe|perhaps|for once|from (?:now|today|here) on|in (?:the )?future|in general"
    r"|as of now|by the way|btw|today|again|tonight|now|oh|sorry|look|kindly|i (?:really )?think"
    r"|i guess|i said|as i said|to be honest|frankly|you know what|you know|for now|at the moment"
    r"|for the time being|if (?:possible|you (?:do not mind|can|could|would|please))|one more"
    r" thing"
    r"|next time|from now|after all|as for \w+|i beg you|better|best|rather|simply|by all means"
    r"|thanks but|it turns out|turns out|on second thought|instead|always|(?:please )?(?:respect"
    r"|understand|accept|know|note|remember|be aware|bear in mind|keep in mind) that)\s+)+"
)
# what a clause may end in without its meaning anything else
END = regex(
    r"(?<! off limits)(?<! private)(?: (?:(?:for|to) me(?: now)?|(?:for|to) my (?:taste|liking)"
    r"|please|pls|thanks|thank you|okay"
    r"|ok|from you|of yours|on your part|would you|will you|could you|can you|right now"
    r"|at the moment|if (?:that|it) is (?:ok|okay|all right|alright|possible|fine)|if (?:possible"
    r"|you (?:do not mind|can|could|would|please))|from now on|from here on|in (?:the )?future"
    r"|these days|though|all right|alright))+$"
)
_OK = r"(?:ok|okay|fine|alright|all right|right|cool|good|great|no problem|acceptable)"
_NOW = (
    r"(?: (?:now|again|totally|all|perfectly|absolutely|quite|really|more than|once more"
    r"|also))*"
)
ALLOW = regex(
    rf"(?:you|we)(?: \w+ly)? (?:can|may|might|could|are{_NOW} (?:allowed|welcome|free|invited)(?:"
    rf" to)?"
    rf"|have my (?:permission|blessing|okay|ok) to)\b|(?:please )?(?:do )?feel free\b|(?:please"
    rf" )?go"
    rf" ahead\b|(?:please )?do not (?:hesitate|be (?:afraid|shy|scared)) to\b|(?:it is|that is|i"
    rf" am"
    rf"|i feel|i would be|it would be){_NOW} (?:{_OK}|happy|comfortable|at ease|at peace){_NOW}"
    rf"(?: with me| by me)?(?: (?:with|to|if you|for you to|if we|when you|about))?\b|i (?:do not"
    rf"|would not|no longer|have"
    rf" stopped)(?: \w+ly)? (?:mind|object to|have (?:a|any) (?:problem|issue|objections?)"
    rf" (?:with|to)"
    rf"|care if you)\b|i have (?:nothing|no (?:objections?|problem|issue))(?: any more)?(?:"
    rf" against"
    rf"| to| with)\b|i (?:am|feel){_NOW} (?:ready|open|glad|up|in the mood|keen)(?: again|"
    rf" now)*(?: to|"
    rf" for)\b"
    rf"|(?:you can )?(?:forget|ignore|disregard|scratch|scrap|drop|never mind|strike|cancel|lift"
    rf"|undo|i"
    rf" (?:take|want to take|would like to take) back|take back)(?: about)? (?:what|whatever|that"
    rf"|everything"
    rf"|all) i (?:\w+ )?(?:said|told you|asked(?: you| for)?|wrote|wanted)(?: (?:earlier|before"
    rf"|the other"
    rf" day|last time|once))?(?: about| on| regarding| concerning)?\b|(?:forget|ignore|scratch"
    rf"|scrap"
    rf"|drop|never mind|cancel|lift|i (?:take|am taking) back|let us (?:lift|drop|scrap"
    rf"|forget))(?: about)? (?:the|my|that)"
    rf" (?:(?:[\w-]+ )?(?:rule|ban|wish|request|restriction|embargo|veto|instruction|thing|bit"
    rf"|part))(?: (?:about|on|of"
    rf"|against|for|regarding|with))?\b|i (?:have |really )?(?:changed my mind|thought again"
    rf"|reconsidered)(?: about"
    rf"| on)?\b|bring back\b|bring (?=.* back$)|put (?=.* back$)|start\b|resume\b|(?:let us"
    rf" )?(?:go|get)"
    rf" back to\b|back to\b|i (?:really |kind of |do )*miss\b|i am missing\b|i can (?=talk|speak"
    rf"|discuss)|it (?:no longer|does not) (?:hurts?|bothers?|upsets?)(?: me)?(?: any more)?(?:"
    rf" to| when you| if you)?\b"
    rf"|i welcome\b|i would (?:\w+ )?welcome\b"
)
AGAIN = regex(
    rf"(?P<o>[\w' ]+?) (?:is|are)(?: (?:now|all|totally))* (?:(?:{_OK}|welcome|open|allowed"
    rf"|permitted|back on"
    r"|back|on the table|possible)(?: again| now| any ?more| any longer| with me| by me| after"
    r" all| once more)*(?: to"
    r" (?:talk about|mention|discuss|ask about|bring up|use|hear about))?(?: again| now| with"
    r" me)*|(?:not|no longer)"
    r" (?:off limits|off the table|taboo|banned|forbidden|a (?:problem|taboo|no-go|sore (?:point"
    r"|spot|subject)"
    r"|touchy (?:subject|topic)))(?: any ?more| any longer| now)*)$|(?P<p>[\w' ]+?) (?:do|does)"
    r" not (?:bother"
    r"|annoy|hurt|upset|irritate|stress)(?: me)? any ?(?:more|longer)$|the (?:ban|embargo|rule"
    r"|veto) (?:on"
    r"|about|against) (?P<q>[\w' ]+?) (?:is|has been) (?:over|lifted|off|gone|cancelled|no more)$"
)
AGAINST = regex(
    r"(?:do not|never)(?! (?:you|i|we|worry|hesitate|mind)\b)(?: ever| always| keep| even|"
    r" bother)?\b"
    r"|(?:no more|no"
    r"|without|less|fewer|not(?= \w+$)|not (?:for|so many|so much|another|any more|any|a"
    r" (?:single|word)(?= (?:about|of|on|more|question)\b)"
    r"|too many|too much|one more))(?! one\b)\b|enough(?: already)?(?: with| of| about)?(?:"
    r" all)?\b"
    r"|that is enough(?: of)?\b|(?:stop|quit|cease)(?: it)?(?: with)?\b|(?:avoid|skip|drop"
    r"|forget(?: about)?|lose|ditch"
    r"|save(?! it)|hold(?= (?:the|your|all|those)\b)|spare (?:me|us)|leave out|take out|take away"
    r"|leave off|leave"
    r" aside|leave behind|put away|put aside|turn off|get"
    r" rid of|remove|delete|scrap|scratch|bin|axe|ban|banish|abandon|omit|nix|can(?= the\b| it\b)"
    r"|do away"
    r" with|dispense with|do without|go without|drop the subject of"
    r"|keep(?=.* (?:to (?:yourself|a minimum)|in check)$)|(?:cut(?! (?:it short|to the|your \w+"
    r" (?:short|down)))|tone|dial|slow)(?: it)?(?: out| down"
    r"| back)?(?: on| with)?|refrain from|abstain from|desist from|lay off|steer clear of|stay"
    r" (?:away"
    r"|clear|off)(?: from| of)?|keep (?:off|away from|clear of|from)|ease (?:up|off)(?: on)?"
    r"|(?:go|take"
    r" it|be) (?:easy|easier|light|lighter)(?: on| with)?|easy (?:on|with)|hold (?:back|off)(?: on"
    r"| with| from)?|rein in|limit(?! (?:yourself|it|them|this|your \w+) to\b)|reduce|minimi[sz]e"
    r"|watch|give me a break from|give it a rest"
    r" with|resist)\b|i (?:would |could )?(?:really |honestly |absolutely |just |still |also |only"
    r" )*(?:(?:do not|no longer|never)"
    r" (?:really |even |actually )?(?:want|need|like|enjoy|appreciate|feel like|care for|wish"
    r"|have (?:the)?"
    r" ?(?:energy|time|patience|nerves?|use|room|need|stomach) (?:for|to)|see the (?:point|use)"
    r" (?:of|in)"
    r"|get along with)|hate|dislike|detest|loathe|resent|can ?not (?:stand|bear|take|deal with"
    r"|handle"
    r"|cope with|face|stomach|read|follow|get through|keep up with|concentrate on|focus on)|am"
    r" (?:so |really"
    r" |just |a bit )?(?:tired|sick|weary|bored)(?: and tired)? (?:of|with)|am (?:fed up|done"
    r"|through"
    r"|finished|over)(?: with)?|have had (?:it with|enough(?: of)?|my fill of)|(?:can |could"
    r" )?(?:do"
    r"|live) (?:very well |fine |well )?without|get (?:nothing|little) (?:out of|from)|have (?:no"
    r" (?:use"
    r"|need|time|patience|interest|energy|appetite|stomach|nerves?|wish|desire)|trouble|difficulty"
    r"|a hard time) (?:for|in|to|with)?|struggle (?:with|to)|am (?:better off|happier|happy)"
    r" without"
    r"|am not (?:really )?(?:looking for|asking for|after|here for|in the mood for|ready for"
    r"|ready(?= to)"
    r"|up for|up to|into|interested in|used to|(?:a |a big |much of a )?fan of|keen on|fond of"
    r"|big on"
    r"|one for|comfortable"
    r" with|good with|in need of)|am (?:no|hardly a) fan of|am (?:uncomfortable|unhappy|uneasy)"
    r" with"
    r"|am allergic to|(?:can not|will not|refuse to|would rather not)(?= (?:talk|discuss|speak"
    r"|hear)\b)|have nothing (?:more |else |left )?to say(?= (?:about|on)\b))(?: to)?\b|you"
    r" (?:are |always |really"
    r" )*(?:ask|us|writ|talk|send|giv|say|mak|add|put)(?:e|ing)?(?: me)? (?=(?:far |way |a bit "
    r"|just )*too)"
    r"|(?:this|it|that) (?:feels|sounds|is|seems)(?: \w+)? like (?:an? |the )?(?=interrogation"
    r"|inquisition|quiz"
    r"|lecture|cross|third|exam of)|(?:keep|stay) (?:quiet|silent|mum|off)(?: (?:about|on))?\b"
    r"|say nothing(?: more)?"
    r"(?= (?:about|of|on)\b)|i feel (?:grilled|interrogated|drowned|buried|overwhelmed|swamped"
    r"|bombarded|patroni[sz]ed"
    r"|lectured)(?: by| with| when you)?\b|i (?:get|am) lost (?:in|with)\b|i lose (?:track|the"
    r" thread"
    r"|interest|focus)(?: when you| in| with)?\b|i am too (?:old|tired|busy|impatient) for\b"
    r"|i (?:get|hear) (?:enough|plenty of|more than enough)\b"
    r"|(?:the )?last thing (?:that )?i (?:need|want)(?: \w+)? is\b|(?:so|too|far too|way too"
    r"|such) many"
    r"(?= questions)"
    r"|you (?:always |just )?(?:keep(?: on)?|never stop|can not stop|will not stop|do not stop)"
    r" (?=\w+ing\b)"
)
# "my divorce is something I don't want to talk about", "stays out of our chats"
SORE = regex(
    r"(?P<o>(?:my|the|our) [\w' -]+?) (?:(?:is|are) (?:not (?:something|an? \w+|one of the"
    r" things)(?: that)? i (?:want|like|wish"
    r"|feel like|care|enjoy|would like)|(?:something|an? \w+|one of the things)(?: that)? i (?:do"
    r" not (?:want|like|wish|feel like)"
    r"|would rather not|prefer not|will not|can not|refuse to|never)) ?(?:to )?(?:talk|discuss"
    r"|speak|hear|go into|share|be asked"
    r"|mention|bring|go over)|(?:(?:should|must|has to|have to|can|will) )?(?:stays?|remains?"
    r"|keeps?) (?:out of (?:our|this|these|the)"
    r" \w+|out of it|off limits|off the table|private|unmentioned|between))"
)
FINDS = regex(
    rf"i (?:\w+ly |do )?(?:find|think|consider|call) (?P<o>[\w' ]+?)(?: (?:is|are|to be))?"
    rf" (?:really |so |very |quite |rather |just |pretty |too |a bit |a little )*{NASTY}(?: to"
    rf" \w+)?$"
)
# "leave the emojis out": what is put away, and with which words
SEPARATED = regex(
    r"(?P<v>leave|put|cut|tone|keep|turn|give|let|take|dial|lay|set|get|close|lock) (?P<o>.+?)"
    r" (?P<w>out(?: (?:of|from)"
    r"\b.*)?|off|away|aside|alone|behind|down|a rest|a miss|a break|be|lie|go|rest|where (?:it"
    r"|they) (?:is"
    r"|are|belongs?)|to a minimum|to yourself|in check|private|closed|off the table)(?: (?:now"
    r"|then|from"
    r" now on|any ?more|for (?:a while|good|once)))*$"
)
CONDITION = regex(r"\s+(?:unless|until|if|when|whenever|while) (?:i|we|you)\b.*$")
ANNOYS = regex(
    r"(?:(?:your|these|those|the|all|this|that|so|little|any) )*(?P<o>[\w' ]+?) (?:(?:really|just"
    r"|only|simply"
    r"|always) )*(?:annoys?|bothers?|irritates?|(?:tire|stress|exhaust|drain|distract|overwhelm"
    r"|unsettle"
    r"|frustrate|confuse|upset|bore|depress)(?:s|es)? me|wears? me (?:out|down)|gets? (?:to me|on"
    r" my nerves"
    r"|under my skin|in the way)|(?:do|does) (?:not (?:\w+ )?(?:help|do (?:much|it|anything)|work"
    r"|suit me)"
    r"|nothing for me)|makes? me \w+|puts? me off|makes? (?:it|things) worse|drives? me|(?:has"
    r"|have) (?:got )?to"
    r" (?:go|stop|end)|needs? to (?:go|stop|end)|(?:must|should|can|could) (?:go|stop|end)|(?:is"
    r"|are|looks?|feels?|seems?|sounds?|strikes? me as)"
    rf" (?:really |just |so |rather |quite )*(?:{NASTY}|not (?:\w+ )*?(?:(?:what|something"
    rf"|anything|the (?:kind|sort)"
    r" of thing) i|needed|wanted|welcome|required|called for|for me|my (?:thing|style|cup of tea"
    r"|cup)"
    r"|on|of (?:any )?(?:use|help))|unwelcome|unwanted|wasted on me|lost on me|more than"
    r" i (?:need|can)|out|over))\b"
)
WANTING = regex(
    r"i have (?:grown|come|learned|started) to (?:like|love|enjoy|appreciate) |i (?:(?:would|only"
    r"|just|really|will|do|still|could|also|can) )*(?:read|manage|have time for|be \w+ (?:of|for"
    r"|with|about)|like|love|prefer|want|need|rather(?: have)?"
    r"|appreciate|enjoy|(?<=could )(?:use|do with)|(?<=really )(?:use|do with)|ask for)(?: to"
    r" (?:have|get|see|read|receive|stick to))? "
)
PLEASES = regex(
    r"(?P<o>[\w' ]+?) (?:would|will|is|are|suits?|works?|helps?|does|do|feels?|seems?)(?: be| me|"
    r" for me| feel"
    r"| all| just| much| really| work| suit| do)*(?: (?:best|better|nice|lovely|great|plenty"
    r"|enough|do(?= *$)|fine|good|appreciated|welcome|ideal|perfect|easier|preferred|all i"
    r" need))+(?: me| for me| now|"
    r" again)*$"
)
MERELY = regex(r"(?:please|try to|just(?= (?:do not|stop|no|leave|drop|skip)\b)) ")
BESIDES = regex(
    r" (?:without|free (?:of|from)|with (?:no|fewer|less)|minus|instead of|rather than|but not"
    r"|and not) "
)
TOLD = regex(
    r"(?!(?:i (?:am|would be|feel)|it is|it would be) (?:\w+ )?(?:better|happier|nicer|easier"
    r"|calmer|fine)\b)(?:i|we|he|she|it|they|my|our|his|her|their|the|there|a|an)\b"
)
HOLDS_BACK = regex(
    r"(?:avoid(?:ing)?|skip(?:ping)?|hold(?:ing)? (?:back|off)(?: on| with| from)?|leav(?:e|ing)"
    r" out|refrain(?:ing)?"
    r" from|tiptoe(?:ing)? around|shy(?:ing)? away from|withhold(?:ing)?|spare me|be(?:ing)?"
    r" (?:afraid|shy) (?:of|to|about)"
    r"|steer(?:ing)? clear of|keep(?:ing)? (?:away|off|clear)(?: from| of)?|stay(?:ing)? (?:away"
    r"|off|clear)"
    r"(?: from| of)?|worry about|be careful (?:about|with))\b"
)

__all__ = [
    "AGAIN",
    "AGAINST",
    "ALLOW",
    "ANNOYS",
    "BESIDES",
    "CLAUSE",
    "CONDITION",
    "END",
    "FINDS",
    "HOLDS_BACK",
    "LEAD",
    "MERELY",
    "PLEASES",
    "SEPARATED",
    "TOLD",
    "WANTING",
]
