"""How a mind adapts to its person: what lasts, which signals recall trusts, how fast things fade.

Three adapters, as in SALM (He et al. 2024). Each learns slowly, from what the person does and never
from what the companion says, and stays within a factor of two of where every mind begins.

Retrieval. Signal s of recall is multiplied by exp(θ_s), θ_s ~ N(0, 1/λ) with λ = `PRIOR` at first.
When the person shows that some of the memories that came to mind were meant, or were not, the
chance of that is a conditional logit: p = Σ_meant exp z / Σ exp z, where z are the scores, made
standard among those shown. One step of online Bayesian logistic regression follows:

    λ_s += p (1 - p) d_s²,   θ_s += (y - p) d_s / λ_s,   d_s = ∂/∂θ_s log(p / (1 - p))

with y = 1 if meant, 0 if not. d_s is by how much s tells them from the others, less its share in
the spread of all scores; so only proportions are learned, and for exp θ it is an exponentiated
gradient whose steps shrink with evidence. Before each step what was learned decays to the prior.

Forgetting. The stability of every memory is multiplied by exp(θ). The strength left at age t is
w = 1 / (1 + c t / (S exp θ)), and ∂ log w / ∂θ = 1 - w. A return to one of all memories lived is
again a conditional logit: θ += d / λ, with d = (1 - w) - E_w[1 - w] and λ += Var_w(1 - w).

Storage. The times O that memories of a kind were returned to are held against the times E expected
of what is told of late: (O + a) / (E + a), the mean of their ratio under a Gamma(a, a) prior. The
product over the kinds an episode is of, and is not of, is the odds that it will be needed, and its
first stability is multiplied by that.

References:
    He et al. 2024, Human-inspired Perspectives: A Survey on AI Long-term Memory (SALM).
    McFadden 1974, Conditional logit analysis of qualitative choice behavior.
    Joachims et al. 2005, Accurately interpreting clickthrough data as implicit feedback; Radlinski
    & Joachims 2005, Query chains: what is taken against what is passed over, and asking again.
    Spiegelhalter & Lauritzen 1990; Chapelle & Li 2011, Algorithm 3: the online regression.
    Kivinen & Warmuth 1997, Exponentiated gradient versus gradient descent.
    Kulhavý & Zarrop 1993, On a general concept of forgetting: decay towards a prior.
    DuMouchel 1999, Bayesian data mining in large frequency tables: observed over expected.
    Anderson & Schooler 1991, Reflections of the environment in memory: need odds.
"""

from cognition.adaptation.events import learn, reset, unlearn
from cognition.adaptation.lessons import asked_again, lesson, shared
from cognition.adaptation.plain import words
from cognition.adaptation.value import Adaptation, Lesson, current, fading, state_of, trust, waiting

__all__ = [
    "Adaptation",
    "Lesson",
    "asked_again",
    "current",
    "fading",
    "learn",
    "lesson",
    "reset",
    "shared",
    "state_of",
    "trust",
    "unlearn",
    "waiting",
    "words",
]
