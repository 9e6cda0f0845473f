"""Questions that no memory answers: whether one may, whether it is one's fault, what will become.

They are asked to be heard, as "Should I ...?" is; to say that nothing is remembered would be cold.
"""

from __future__ import annotations

from cognition.regex import regex

_LEAD = r"^\W*(?:(?:and|so|but|oh|god|honestly|ok|okay|well|tell me|be honest)\b\W*)*"
_REALLY = r"(?:really |even |just |so |being |ever |such |too |a bit |completely |still )*"
_JUDGED = (
    r"(?:ok(?:ay)?|normal|bad|wrong|selfish|weird|strange|silly|stupid|crazy|mad|awful|terrible"
    r"|horrible|fair|unfair|natural|childish|mean|cruel|pathetic|ungrateful|too (?:much|late|soon)"
    r"|my fault|all my fault)"
)
_QUALITY = (
    r"(?:allowed|stupid|silly|selfish|dramatic|paranoid|unreasonable|ridiculous|naive|oversensitive"
    r"|pathetic|a fool|an idiot|a failure|a fraud|a coward|a burden|to blame|cursed|doomed|enough"
    r"|(?:an? )?(?:good|decent) (?:enough )?\w+)"
)
_BECOME = (
    r"(?:be (?:ok(?:ay)?|all ?right|fine|happy|alone|lonely|better|enough|loved)|die|go (?:blind"
    r"|mad|deaf)|get (?:over|through|better|used to|past)|make it|cope|manage|survive|forgive"
    r"|find (?:love|somebody|someone|peace)|feel (?:better|normal|like|happy)|stop (?:missing"
    r"|hurting|crying)|love (?:again|somebody|someone)|miss (?:him|her|them)|lose (?:him|her|them)"
    r"|recover|come (?:back to me|right))"
)
_MAY = regex(
    _LEAD + r"(?:"
    rf"am i {_REALLY}{_QUALITY}\b"
    rf"|(?:is|was) (?:it|that|this) {_REALLY}{_JUDGED}(?: of (?:me|us)| for (?:me|us))?"
    r"(?:,? (?:to|that|if|when|how|i)\b.*)?\W*\Z"
    r"|(?:do|did) i (?:really |even )?deserve\b|have i (?:really )?(?:failed|wasted|ruined)\b"
    r"|(?:can|could|may) i (?:really |ever |even )*(?:be (?:happy|forgiven|proud|angry|sad|a good)"
    r"|forgive|trust|let (?:him|her|them|it|myself) go|stop (?:worrying|grieving))\b)"
)
_AHEAD = regex(
    _LEAD + r"(?:"
    rf"will (?:i|we|it|he|she|they|things|everything|this) {_REALLY}{_BECOME}\b"
    r"|(?:does|will|would) (?:it|this|the pain|that feeling|the grief) (?:ever |really )*(?:stop"
    r"(?! \w+ing)|end|get (?:any )?(?:better|easier)|pass|go away|hurt less)\b"
    r"|when (?:does|will) (?:it|this|the pain|the grief) (?:ever |finally )*(?:stop|end|get"
    r" (?:any )?(?:better|easier)|pass|go away)\b)"
)
_HOW = regex(
    _LEAD + r"(?:"
    r"why (?:me|us)\b\W*\Z|why did (?:he|she|they|it|this) have to"
    r" (?:die|go|leave|happen|end)\b|why (?:is|does) (?:life|love|everything|it all)\b"
    r"|what (?:is|['’]s) (?:the )?(?:meaning|purpose) of\b|what does it all mean\b"
    r"|what am i (?:doing wrong|doing with my life|supposed to (?:do|feel|say)|living for)\b"
    r"|how (?:do|can|will) i (?:ever )?(?:forgive|live with|go on|carry on|move on|let go|get over"
    r"|get through|trust)\b)"
)
_SAYS = (
    (
        _MAY,
        "It isn't mine to allow or to judge, and I don't. Tell me what makes you ask.",
        "I can't weigh that for you, but I hear that it weighs on you. Say more, if you like.",
        "That you ask says that it matters to you. I'm listening to what lies behind it.",
    ),
    (
        _AHEAD,
        "I can't look ahead, and I won't promise what I can't know. I'm here to listen, though.",
        "I wish I could say. Tell me what worries you most about it, if you like.",
    ),
    (
        _HOW,
        "I have no answer to that, only an ear. Tell me what makes it so hard.",
        "That is a question I can only listen to. Say as much of it as you like.",
    ),
)


def pondered(text: str) -> str:
    """Give a listening answer to a question that no memory answers; empty for any other.

    >>> pondered("Am I allergic to nuts?"), pondered("Is it normal milk I drink?")
    ('', '')
    >>> pondered("Will I ever be happy again?")
    'I wish I could say. Tell me what worries you most about it, if you like.'
    """
    low = text.lower().replace("’", "'")
    for pattern, *lines in _SAYS:
        if pattern.match(low):
            return lines[len(low) % len(lines)]  # not always the same, but the same for the same
    return ""


__all__ = ["pondered"]
