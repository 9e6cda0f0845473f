"""A question out of the politeness it comes in: "could you tell me where Mia is" as "where Mia is"."""

# patterns and word lists are read more easily unbroken
# ruff: noqa: E501
from __future__ import annotations

import re
from functools import lru_cache

from cognition.regex import regex

_LEADS = regex(
    r"\A(?:(?:please|hey|hi|hello|ok|okay|so|well|and|but|now|then|um|sorry|excuse me|just|quick question"
    r"|out of curiosity|by the way|one more thing|remind me(?: again| please)?|refresh my memory)[,:;-]*\s+"
    r"|(?:can|could|would|will|do|did|may|might|should|shall|must) (?:you|anyone|anybody|somebody|someone|we|I)"
    r"(?: please| possibly| perhaps| happen to| by any chance| maybe| still| also| be able to| ever| kindly| be so kind as to)* "
    r"(?:tell|say|know|remember|recall|remind|confirm|explain|show|let|ask|work out|figure out|give|find out|think"
    r"|point out|see|guess|count(?! \w+'s)|calculate|help|describe|state|conclude|infer|deduce|assume|presume|suppose|take it|be sure|expect|establish|determine|name)"
    r"(?: me| us)?(?: please| correctly| rightly| right)?(?: know| remember| (?:find|work|figure) out| that it is true)?(?: that)?,? "
    r"|(?:I|we) (?:would|do|am|was|have|need|want|wonder|can|could|cannot|can not|should|forget|forgot|was just|am just)"
    r"(?: (?:really|just|not|also|to|like|love|be|been|trying|know|find|remember|recall|wondering|curious|asking|interested|hear"
    r"|unsure|sure|told|myself|want|need|figure|work|out|ask|recollect|learn|you|me|tell|for|help|understand|forgotten))*,? "
    r"|(?:would|do) you (?:please )?mind (?:awfully )?(?:telling|reminding|letting|showing|saying|explaining|checking|finding out|giving|naming)(?: (?:me|us|please|know|again))*,? "
    r"|(?:I|we)(?: would|'d)?(?: (?:really|very much|greatly))? (?:appreciate it|be (?:very |so |most |really )?(?:grateful|glad|happy|pleased|thankful|obliged))(?: to you)? if you (?:(?:could|would|can|will|kindly|please) )*(?:tell|told|let|remind|reminded|say|said|show|showed|explain|explained)(?: (?:me|us|know|again))*,? "
    r"|(?:it )?(?:would|'d) (?:be )?(?:(?:very|really|so) )?(?:nice|great|good|helpful|useful|kind|lovely|help)(?: of you)?(?: to know| if (?:you|I|we) (?:(?:could|would|can|knew|to) )*(?:tell|told|know|remind)?(?: (?:me|us))?),? (?=(?:who|what|where|which|how|when|if|whether)\b)"
    r"|as far as (?:you|we) (?:know|can (?:tell|see|say)|remember|recall),? (?=(?:who|what|where|which|how|when|in|is|does|did|has|was)\b)"
    r"|(?:if (?:you (?:do not|don't|would not|wouldn't) mind(?: (?:me asking|my asking))?|it is not too much (?:trouble|to ask)|it's not too much (?:trouble|to ask)|you (?:remember|recall|had to (?:say|guess))|I may(?: ask)?|you can|you could|you please|possible|you know)|(?:kindly|be so (?:kind|good) (?:as to|and)))[,]? (?=(?:tell|remind|say|name|show|let|who|what|where|which|how|when|is|does|did|could|can|would|will|please)\b)"
    r"|(?:is there )?any (?:chance|possibility)(?: that)? (?=the |(?-i:[A-Z]))|tell me(?: please)?,? |I wonder,? |(?:do you have |have you )?any (?:idea|clue|thoughts?)(?: as to| about| on)?,? "
    r"|(?:do you have|have you(?: got)?) (?:any|an|the slightest) (?:idea|clue)(?: as to| of| about)?,? "
    r"|(?:is|was|would) it (?:be )?(?:true|right|correct|so|the case|fair|accurate|safe|a fact|then true|likely|probable)"
    r"(?: to (?:say|assume|think|conclude|claim|believe))?(?: that)? "
    r"|(?:am I|are we|would I be|would it be) (?:right|correct|wrong)(?: that| in (?:thinking|saying|assuming|believing)(?: that)?"
    r"| to (?:think|say|assume|believe)(?: that)?)? "
    r"|(?:is there any chance|does it follow|does that mean|does this mean|do we know|has it been said|can it be said"
    r"|can one say|would you agree|is it your understanding|can we conclude|so is it)(?: that)? "
    r"|(?:according to|based on|given|judging by|going by|considering) (?:what|the|my|all|this|that|everything)[^,]*, "
    r"|from (?:what|all|everything)[^,]*, "
    r"|(?:in|on|looking at|judging by|going by|from) (?:the|this|my|our|your) (?:picture|drawing|image|photo|painting|sketch|page|diagram|map|story|text),? "
    r"|(?:nowadays|these days|at present|at the moment|by now|currently|right now|at this point|as things stand),? (?=(?:how|what|where|which|who|is|does|has|in)\b)"
    r"|(?:to|for) (?:your|the best of your) knowledge, |(?:state|name|specify|list|give|identify|tell|show|get|find|say|work out|figure out|find out|calculate|compute|explain|describe|determine|reckon up|count|remember|recall|answer|guess)(?: me| us)?(?: please)?,? (?=(?:in |on |at |to |from )?(?:who|whom|what|where|which|how|when)\b|(?:(?-i:[A-Z])[\w-]+'s|my) [a-z-]+\Z|the (?:present |current |exact )?(?:age|location|whereabouts|animals?|creatures?)\b|the (?:full |first |exact )?(?:name|date|day|number|colou?r|age|place|town|city|country|location|way|route)\b)"
    r"|(?:are|were) you (?:sure|certain|aware)(?: that)? |who knows,? |(?:in|at) the end,? (?=how|what)|(?:after all that|all in all|finally|in the group|in general),? (?=how|what|who|which)"
    r"|(?:if|when) (?:I|we|you) (?:am|are|start|begin|stand|set out|set off|leave)(?: off| out)? (?=(?:in|from|at) the)|starting (?=from the|in the)"
    r"|what would you say(?: is)?,? |(?:would|do|could|can) you (?:say|think|believe|reckon|agree|suppose)(?: that)? "
    r"|what do you (?:think|reckon|say|suppose|guess|believe)[,:]? (?=did|is|was|does|has|will|can)|what do you think,? |(?:do|did|have|am) I (?:remember|recall|understand|understood|get|got|have|heard|gather)(?: (?:it|this|that|\w+ly|right|correct))* that |in your (?:view|opinion|memory),? |(?:if|whether) |that )+",
    re.IGNORECASE,
)
_TAILS = regex(
    r"(?:,? (?:please|thanks|thank you|cheers|if you (?:do not|don't|would not|wouldn't) mind|if you (?:can|could|would|please|know)|if possible|if it (?:is not|isn't) too much trouble|if I may ask|again|then|do you know|do you remember|would you say|do you think|by the way|exactly|or not|by any chance|per chance|perchance|if any|honestly|(?:do|don't|would|wouldn't) you (?:know|reckon|think|say|remember|suppose|happen to know|agree)|(?:did|do) you (?:see|notice|hear)|any idea|(?:isn't|wasn't|is|was|doesn't|didn't) (?:that|it|this) (?:so|right|true|correct|the case)|is it|was it|or what|or am I wrong|or am I mistaken|properly|comfortably|(?:or|and) was it given a miss|like (?:always|usual|every week)|relation-wise|family-wise|age-wise"
    r"|right|correct|as far as you know|as things stand|if you remember|in the end|right now|just now|at present"
    r"|these days|nowadays|at the moment|at this moment|at the minute|currently|for now|today|now|,\s*is (?:he|she|it)"
    r"|isn't (?:he|she|it|that)(?: so| right| true| the case)?|is that (?:right|so|correct|true)|am I right|don't you think|yes or no|doesn't (?:he|she|it)|as of now|all told|in the whole group|in this group|of the (?:group|lot|bunch)"
    r"|of everyone|among them|of them all|overall|anyway|after (?:all )?(?:that|this)|at the end|as a part|can you say|I wonder|in all))+\Z",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def unwrapped(text: str) -> str:
    """Take off a question what only asks politely for an answer.

    >>> unwrapped("Could you please tell me where Mia is at the moment")
    'where Mia is'
    """
    bare = text.strip(" ?.!")
    rest = _LEADS.sub("", bare)
    bare = rest if " " in rest.strip() else bare
    tail = _TAILS.sub("", bare)
    return (tail if " " in tail.strip() else bare).strip(" ?.!,")


__all__ = ["unwrapped"]
