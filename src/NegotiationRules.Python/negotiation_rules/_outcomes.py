"""What became of rules and stages."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class RuleOutcome(enum.IntEnum):
    """What became of a rule in a scenario.

    Of a claim, read: confirmed, refuted, open. Of a risk (``warnWhen``), violated means that the risk is there.
    """

    UNKNOWN = 0
    """The facts do not decide."""
    SATISFIED = 1
    """What it requires holds."""
    VIOLATED = 2
    """What it requires does not hold."""
    PENDING = 3
    """It does not hold yet, and the day by which it must has not passed."""
    NOT_APPLICABLE = 4
    """Its ``when`` does not hold."""

    @classmethod
    def of(cls, word: str) -> RuleOutcome:
        """The outcome that JSON calls so: ``notApplicable``."""
        return _RULE_WORDS[word]

    def __str__(self) -> str:
        return _words(self)


class StageOutcome(enum.IntEnum):
    """What became of a stage, or of all stages together."""

    UNDETERMINED = 0
    """No required rule is violated, but the facts do not decide all of them, or one is pending."""
    VALID = 1
    """Every required rule that applies is satisfied."""
    INVALID = 2
    """A required rule is violated."""
    NOT_APPLICABLE = 3
    """The stage does not apply."""

    @classmethod
    def of(cls, word: str) -> StageOutcome:
        """The outcome that JSON calls so: ``notApplicable``."""
        return _STAGE_WORDS[word]

    def __str__(self) -> str:
        return _words(self)


NO_OUTCOME = 255
"""In the place of an outcome, where a scenario has none because a value grows beyond what can be represented."""

_RULE_WORDS = {
    "unknown": RuleOutcome.UNKNOWN,
    "satisfied": RuleOutcome.SATISFIED,
    "violated": RuleOutcome.VIOLATED,
    "pending": RuleOutcome.PENDING,
    "notApplicable": RuleOutcome.NOT_APPLICABLE,
}
_STAGE_WORDS = {
    "undetermined": StageOutcome.UNDETERMINED,
    "valid": StageOutcome.VALID,
    "invalid": StageOutcome.INVALID,
    "notApplicable": StageOutcome.NOT_APPLICABLE,
}


@dataclass(frozen=True)
class Outcomes:
    """What became of all rules and stages in many scenarios.

    The arrays are of NumPy where it is installed, of one byte for each scenario, in their order; otherwise they are views of
    memory, which can be read like lists. Their values are those of :class:`RuleOutcome` and :class:`StageOutcome`, or
    :data:`NO_OUTCOME`.
    """

    count: int
    """How many scenarios there are."""
    rules: Mapping[str, Any]
    """By the id of a rule: its outcome in each scenario."""
    stages: Mapping[str, Any]
    """By the name of a stage: its outcome in each scenario."""
    all: Any
    """For each scenario all stages together: invalid if one is, else undetermined if one is, else valid."""
    rule_counts: Mapping[str, Mapping[RuleOutcome, int]]
    """By the id of a rule and an outcome: in how many scenarios."""
    stage_counts: Mapping[str, Mapping[StageOutcome, int]]
    """By the name of a stage and an outcome: in how many scenarios."""
    faulty: int
    """How many scenarios have no outcomes."""
    fault: str | None
    """What is wrong with the first of them."""


def _words(outcome: enum.IntEnum) -> str:
    return outcome.name.lower().replace("_", " ")
