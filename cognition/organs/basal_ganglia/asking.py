"""The ways of asking for something, each of them reduced to the imperative that it stands for."""

from __future__ import annotations

from cognition.organs.neocortex.verb_group import base_form
from cognition.regex import regex

NASTY = (
    r"(?:annoying|irritating|tiring|tiresome|exhausting|draining|wearing|stressful|distracting"
    r"|overwhelming|confusing|off-putting|unhelpful|useless|unnecessary|pointless|silly|childish"
    r"|hard|difficult|tough|painful|hurtful|upsetting|unsettling|uncomfortable|awkward"
    r"|patroni[sz]ing"
    r"|condescending|intrusive|pushy|nosy|rude|weird|creepy|boring|tedious|frustrating|maddening"
    r"|infuriating|impossible|unbearable|unpleasant|horrible|awful|terrible|exasperating"
    r"|(?:a (?:bit|little) |too )much|no (?:help|use|good|fun)|not (?:\w+ )?(?:helpful"
    r"|nice|fun|necessary|useful|easy|pleasant|good|great))"
)
_NICE = (
    r"(?:nice|nicer|great|good|lovely|helpful|better|best|easier|kind|kinder|wonderful|useful"
    r"|comforting|glad|happy|happier|grateful|thankful|relieved|delighted|pleased|obliged|fine"
    r"|okay|ok|cool|awesome|perfect|safer|calmer|comfortable)"
)
_VERY = r"(?:(?:really|so|very|quite|rather|a bit|a little|too|much|most|super|just|pretty) )*"
_JUST = (
    r"(?:(?:please|maybe|perhaps|possibly|just|kindly|also|try to|try and|at least|only|really"
    r"|simply|for once|start to|start|now) )*"
)
_ALWAYS = r"(?:(?:always|keep on|keep|constantly|ever|even|all the time|often|again) )*"
_IF = r"(?:if|when|whenever|that|how)"
_HATE = (
    r"(?:hate|dislike|detest|loathe|resent|mind|do not (?:like|enjoy|appreciate|love|want|need)"
    r"|can ?not (?:stand|bear|take|deal with|handle|cope)|could do without|am (?:not )?(?:so "
    r"|really"
    r" |just )?(?:tired|sick|fed up|weary)(?: and tired)?(?: of)?)"
)
_SPOILS = (
    r"(?:hurts|annoys|bothers|stresses|upsets|irritates|bugs|tires|exhausts|drains|overwhelms"
    r"|frustrates|distracts|unsettles|confuses|gets (?:to|on)|wears|drives|puts|makes|does not"
    r" help"
    r"|is no help)"
)

# what asks politely, and what is left of it as an imperative; "past" is said in the past, but meant
# for what is to come, "no " says what is not wanted
_ASKING = tuple(
    (regex(pattern), core)
    for pattern, core in (
        (
            rf"i (?:(?:would |will |might )?(?:rather|prefer|like|love|appreciate|enjoy)|(?:would"
            rf"|will|might)"
            rf" (?:feel \w+|sleep better|be {_VERY}\w+)|(?:feel|am|get) {_VERY}{_NICE})(?:"
            rf" it)?(?: better| more| best| a lot| so much| very much)*(?: if"
            rf"| when| that)? you (?:would |could |might )?(?!to\b){_JUST}|it (?:would|will|might)"
            rf" (?:really )?(?:help|be {_VERY}\w+|mean (?:a lot|so much|the world)|make (?:\w+ )*?"
            rf"{_NICE}|do me good)(?: to me| me| for me| a lot| more)* (?:if|when) you"
            rf" (?:would |could |might )?{_JUST}|it (?:(?:really )?helps|is (?!(?:\w+ )?(?:fine"
            rf"|okay|ok|cool)\b){_VERY}{_NICE}|works"
            rf" best)(?: me| for me| a lot| more| most)* (?:if|when) you {_JUST}|you (?:would"
            rf"|could)"
            rf" (?:really )?(?:help me|do me a (?:\w+ )?favou?r)(?: \w+)*? if you {_JUST}",
            "past",
        ),
        (
            rf"i (?:(?:do not|would not|no longer|never) (?:really )?|am not )(?:asking|expecting"
            rf"|wanting|want|need|expect|require|ask|wish"
            rf"|like)(?: for| of)? you (?:to )?{_ALWAYS}",
            "do not ",
        ),
        (
            rf"i (?:would |only |just |really |do )*(?:want|need|like|love|prefer|expect|have to"
            rf" ask"
            rf"|need to ask|want to ask|like to ask|must ask|ask|beg|am asking|am begging|urge)"
            rf"(?: for)? you (?:please )?(?=to\b|not\b)(?:to )?{_JUST}",
            "",
        ),
        (
            rf"i (?:really |also |just |honestly )*{_HATE} (?:it )?{_IF} you {_ALWAYS}|i (?:really"
            rf" |just )*{_HATE} (?:you|your) (?=\w+ing\b){_ALWAYS}|i (?:really )?(?:find|think"
            rf"|feel)"
            rf" (?:that )?(?:it|it is) {_VERY}{NASTY} {_IF} you {_ALWAYS}|i (?:get|feel|am|go"
            rf"|lose|drown|switch|zone|stop) "
            rf"(?:\w+ )??(?:\w+ed|lost|track|interest|focus|off|out|reading|the thread|crazy|mad"
            rf"|angry|sad|anxious|nervous|uneasy|tense|small|judged"
            rf"|awkward|uncomfortable) (?:when|whenever) you {_ALWAYS}|it is {_VERY}{NASTY}"
            rf"(?: for me)? {_IF} you {_ALWAYS}|it (?:really |only |always |just )*{_SPOILS}"
            rf" (?:\w+ )*?{_IF} you {_ALWAYS}|i (?:really )?(?:wish|hope|would hope|trust)"
            rf" (?:that )?"
            rf"you (?:would|will|could) (?:not|never) |why (?:do|must|are|would) you (?:have to "
            rf"|need"
            rf" to |always |keep |constantly )+|(?:do|must) (?:you|we) (?:really |always"
            rf" )*(?:(?:have"
            rf"|need) to |always |keep )+",
            "do not ",
        ),
        (r"i (?:really )?(?:wish|hope) you (?:would|will|could) ", ""),
        (r"it is not (?!(?:your|my)\b)", "i do not want "),
        (rf"it is {_VERY}{NASTY}(?: for me)? to ", "i do not want to "),
        (
            r"(?:it|they|this|your \w+|messages|answers|replies|things) (?:do|does) not (?:really"
            r" |always )?(?:have|need) to ",
            "do not ",
        ),
        (
            rf"(?:it (?:would|will) be {_VERY}\w+|i (?:would|will) (?:like|love|prefer"
            rf"|appreciate) it|i would be"
            rf" {_VERY}\w+)(?: for me)? if (?=your |there |we |the )(?:there (?:were|was|could be"
            rf"|would be|are) )?",
            "",
        ),
        (rf"(?:would|do) you mind (?:please )?not |(?:can|could|would|will) you {_JUST}not ",
         "do not "),
        (rf"(?:can|could|would|will|might) you {_JUST}(?:mind )?(?:if we |to )?{_JUST}|do you mind"
         rf" (?:if we )?(?=\w+ing\b|stop)", ""),
        (
            rf"(?:(?:may|can|could|might) i (?:please )?ask (?:of )?you (?:please )?(?:to )?"
            rf"|(?:would"
            rf" it be|is it|it would be) {_VERY}(?:possible|{_NICE}|all ?right|too much to ask)"
            rf"(?: to ask you to| for you to| if you(?: could| would| can)?) |(?:is|would) it"
            rf" (?:be )?possible to |(?:(?:do you think|would you say|i was (?:just )?(?:wondering"
            rf"|hoping)|i am (?:wondering|hoping)|i wonder(?:ed)?|i hope|i would hope|i trust|is"
            rf" there"
            rf" (?:any|a) (?:way|chance)|any (?:chance|way)) (?:if |that |whether )?you (?:could"
            rf"|can"
            rf"|would|might|will) )|(?:how|what) about (?:if )?(?:you |we )?|why do not (?:you|we)"
            rf" |(?:what|all|the (?:one|only|best) thing)(?: that)? (?:i (?:really |only"
            rf" )?(?:need|want"
            rf"|ask|would like)|(?:would )?helps? me(?: most| best)?|you can do)(?: \w+){{0,3}}?"
            rf" (?:is|would be) (?:that you |for you to |if you |to )?|my (?:only |one"
            rf" )?(?:request"
            rf"|wish|preference) is (?:that you |for you to |to )?|see (?:that|to it that) you"
            rf" |make sure (?:that )?(?:you|to) |be (?:so )?(?:kind|good|a dear|sweet)(?:"
            rf" enough)? (?:and"
            rf"|to) |would it kill you to |do me (?:a|the) (?:\w+ )?favou?r (?:and|of) |i would"
            rf" like it to be |it is"
            rf" time to"
            rf" |remember to ){_JUST}",
            "",
        ),
        (r"(?:can|could|shall|should|may) we (?:please |maybe )?(?:not|stop) |let us (?:please"
            r" )?not"
         r" |let us (?:stop|quit) ", "do not "),
        (
            r"(?:can|could|shall|should) we (?:please |just |maybe )*|let us (?:just |please )*|i"
            r" would"
            r" (?:like|love|prefer)(?: it if)? (?:for )?us to |we (?:can|could) (?:just |simply"
            r" )+",
            "",
        ),
        (
            rf"you (?:should|must|need|ought|may|might) not (?:to )?{_ALWAYS}|(?:you|we)"
            rf" (?:really )?"
            rf"(?:do not|no longer|never) (?:always |really )*(?:have|need) to {_ALWAYS}|(?:there"
            rf" is )?no"
            rf" (?:need|point|use|sense|reason|call)(?: in| for you)? (?:to )?(?!for\b){_ALWAYS}"
            rf"|try not to |you are not (?:supposed|meant|here|required|obliged|expected|asked) to"
            rf" |it is not (?:your (?:job|place|business|task)|necessary|needed)(?: for you)? to"
            rf" |(?:be )?careful not to |remember not to |see that you do not |make sure (?:you do"
            rf" not|not to) |i would thank you not to ",
            "do not ",
        ),
        (rf"you (?:should|must|have to|had better|need to|ought to|are to) {_JUST}", ""),
        (r"(?:there is )?no need for ", "no "),
        (r"i (?:would rather|would prefer(?: to)?|prefer(?: to)?|choose|try) not (?:to )?", "no "),
    )
)  # fmt: skip
_NOT_TO = regex(
    r"(?:to )?(?:not|never)(?: to)? (?=(?!so\b|any\b|too\b|a\b|one\b|another\b|for\b)\w+(?: |$))"
)
_PAST = {
    "did not": "do not", "do not": "do not", "stopped": "stop", "skipped": "skip",
    "listened": "listen", "asked": "ask", "used": "use", "kept": "keep", "gave": "give",
    "wrote": "write", "made": "make", "called": "call", "left": "leave", "dropped": "drop",
    "could": "", "would": "", "can": "", "were": "be", "avoided": "avoid", "answered": "answer",
    "replied": "reply", "held": "hold", "not": "do not", "never": "never", "brought": "bring",
    "reminded": "remind", "addressed": "address", "talked": "talk", "spared": "spare",
    "refrained": "refrain", "steered": "steer", "stayed": "stay", "went": "go", "told": "tell",
    "let": "let", "got": "get", "came": "come", "said": "say", "took": "take", "put": "put",
    "mentioned": "mention", "suggested": "suggest", "started": "start", "limited": "limit",
    "heard": "hear", "had": "have", "forgot": "forget",
    "never mentioned": "never mention", "never asked": "never ask",
    "never brought": "never bring", "never gave": "never give", "never used": "never use",
    "found": "find", "showed": "show",
}  # fmt: skip


def imperative(clause: str) -> tuple[str, str, bool | None]:
    """Give the imperative that a clause in small letters stands for, and the words that ask for it.

    The third value says whether the words speak of the person's own doing; None if nothing asks.

    >>> imperative("i was wondering if you could please not ask")
    ('do not ask', 'i was wondering if you could please ', False)
    >>> imperative("ask me less")
    ('ask me less', '', None)
    """
    by, mine = "", None
    if clause.startswith("not to "):
        clause = f"do not {clause.removeprefix('not to ')}"
    for _ in range(3):
        found = next(((m, core) for p, core in _ASKING if (m := p.match(clause))), None)
        if found is None:
            break
        match, core = found
        rest = clause[match.end() :]
        by += match[0]
        mine = core == "no " and clause.startswith("i ")
        if core == "past":
            clause = _present(rest)
        else:
            clause = core + rest
            if core:
                break
        clause = _bare(clause) if match[0].endswith(("mind ", "about ", "time to ")) else clause
        clause = _NOT_TO.sub("do not ", clause, count=1) if _NOT_TO.match(clause) else clause
    return clause, by, mine


def _bare(clause: str) -> str:
    """Make "leaving it out", after "would you mind", an imperative."""
    first, _, more = clause.partition(" ")
    if not first.endswith("ing") or first.endswith("thing"):
        return clause
    return f"{base_form(first)} {more}".strip()


def _present(rest: str) -> str:
    first, _, more = rest.partition(" ")
    both = " ".join([first, more.split(" ", 1)[0]])
    if both in _PAST:
        return f"{_PAST[both]} {more.split(' ', 1)[1] if ' ' in more else ''}".strip()
    return f"{_PAST.get(first, first)} {more}".strip()


__all__ = ["NASTY", "imperative"]
