"""What is told of one scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ._outcomes import RuleOutcome, StageOutcome


@dataclass(frozen=True)
class Score:
    """How well preferred rules are met, from 0 to 1; an interval while facts are unknown."""

    low: float
    high: float


@dataclass(frozen=True)
class Verdict:
    """What became of all rules and stages in one scenario."""

    outcome: StageOutcome
    """All stages together: invalid if one is, else undetermined if one is, else valid."""
    stages: Mapping[str, StageOutcome]
    """The stages by name, in the order of the rule set."""
    rules: Mapping[str, RuleOutcome]
    """The rules by id, in the order of the rule set."""
    blocking: Mapping[str, Sequence[str]]
    """By the names of stages that are not valid: the ids of the required rules that stand in the way."""
    warnings: Sequence[str]
    """The ids of expected rules that are violated, and of risks that are there."""
    reasons: Mapping[str, str]
    """By the id of a rule: the reason that the rule file gives."""
    unsettled: Mapping[str, Sequence[str]]
    """By the id of a rule that is unknown: the facts that would settle it."""
    score: Score | None
    """The score of all preferred rules, if there are any."""
    report: Mapping[str, Any]
    """All of it and more, as the JSON of ``negotiate evaluate --format json`` has it."""

    @property
    def is_valid(self) -> bool:
        """Whether all stages together are valid."""
        return self.outcome is StageOutcome.VALID

    def __str__(self) -> str:
        return "\n".join(f"{name}: {outcome}" for name, outcome in self.stages.items())

    @classmethod
    def of(cls, report: Mapping[str, Any]) -> Verdict:
        """The verdict that a report in JSON tells of."""
        score = report.get("score")
        return cls(
            StageOutcome.of(report["outcome"]),
            {name: StageOutcome.of(word) for name, word in report["stages"].items()},
            {rule: RuleOutcome.of(word) for rule, word in report["rules"].items()},
            report.get("blocking", {}),
            report.get("warnings", []),
            report.get("reasons", {}),
            report.get("unsettled", {}),
            None if score is None else Score(score["low"], score["high"]),
            report,
        )


@dataclass(frozen=True)
class Step:
    """Something to do: find out or change a fact, add an element, complete a list."""

    kind: str
    path: str
    cost: float
    before: str | None
    """What the fact is now, in words."""
    room: str | None
    """The values that do, in words."""
    by: str | None
    """Who can take the step, if the vocabulary says."""

    @classmethod
    def of(cls, step: Mapping[str, Any]) -> Step:
        return cls(step["kind"], step["path"], step["cost"], step.get("from"), step.get("room"), step.get("by"))


@dataclass(frozen=True)
class Remedy:
    """A smallest set of steps after which the stage is valid."""

    text: str
    """What is to be done, as one sentence."""
    cost: float
    is_escape: bool
    """Whether it is only a way out: afterwards the rules in the way do not apply, or have nothing to ask something of."""
    steps: Sequence[Step]
    scenario: Mapping[str, Any]
    """The scenario after it; evaluated, its stage is valid."""

    def __str__(self) -> str:
        return self.text

    @classmethod
    def of(cls, remedy: Mapping[str, Any]) -> Remedy:
        steps = [Step.of(step) for step in remedy["steps"]]
        return cls(remedy["text"], remedy["cost"], remedy["escape"], steps, remedy["scenario"])


@dataclass(frozen=True)
class Question:
    """A fact that is unknown, and what the stage is with each of its answers."""

    path: str
    text: str
    by: str | None
    answers: Mapping[str | None, StageOutcome]
    """By the values, in words; ``None`` for a list that has no further elements."""

    @classmethod
    def of(cls, question: Mapping[str, Any]) -> Question:
        answers = {answer.get("room"): StageOutcome.of(answer["outcome"]) for answer in question["answers"]}
        return cls(question["path"], question["text"], question.get("by"), answers)


@dataclass(frozen=True)
class Advice:
    """What to do about a stage: what it would take, what to ask first, or why nothing helps."""

    stage: str
    outcome: StageOutcome
    remedies: Sequence[Remedy]
    """The cheapest first, ways out last."""
    is_all: bool
    """Whether these are all there are."""
    why_none: str | None
    """Why there is no remedy but ways out, if it is so."""
    nearest_miss: Remedy | None
    """Where there is none: what it would take if nothing were fixed."""
    questions: Sequence[Question]
    """Where the stage is open: what to find out, the most telling first."""
    settled: StageOutcome | None
    """Where the stage is undetermined and yet comes out in one way whatever is found out: that outcome."""
    not_decided: str | None
    """Why it is not known whether these are all; ``None`` if it is."""

    @classmethod
    def of(cls, advice: Mapping[str, Any]) -> Advice:
        nearest, settled, undecided = advice.get("nearestMiss"), advice.get("settled"), advice.get("notDecided")
        return cls(
            advice["stage"],
            StageOutcome.of(advice["outcome"]),
            [Remedy.of(remedy) for remedy in advice["remedies"]],
            advice["all"],
            advice.get("whyNone"),
            None if nearest is None else Remedy.of(nearest),
            [Question.of(question) for question in advice["questions"]],
            None if settled is None else StageOutcome.of(settled),
            None if undecided is None else undecided["reason"],
        )

