"""Preconditions of negotiations as rules, evaluated with unknown facts, explained down to the delegate.

>>> from negotiation_rules import RuleSet
>>> rules = RuleSet.load("rules/security-guarantees")
>>> verdict = rules.evaluate({"talks": {"status": "postponed"}})
>>> print(verdict.outcome)
invalid
>>> print(rules.explain({"talks": {"status": "postponed"}}))

The rules are evaluated by a shared library that comes with this package and needs nothing else; NumPy is used where it is installed.
"""

from ._columns import Column, Lists, Present, Texts
from ._errors import (
    ArgumentError,
    ColumnError,
    LibraryError,
    NegotiationRulesError,
    NotInColumnsError,
    RuleFileError,
    ScenarioError,
)
from ._outcomes import NO_OUTCOME, Outcomes, RuleOutcome, StageOutcome
from ._rules import Fact, Format, Rule, RuleSet, Scenario
from ._verdict import Advice, Question, Remedy, Score, Step, Verdict

__all__ = [
    "NO_OUTCOME",
    "Advice",
    "ArgumentError",
    "Column",
    "ColumnError",
    "Fact",
    "Format",
    "LibraryError",
    "Lists",
    "NegotiationRulesError",
    "NotInColumnsError",
    "Outcomes",
    "Present",
    "Question",
    "Remedy",
    "Rule",
    "RuleFileError",
    "RuleOutcome",
    "RuleSet",
    "Scenario",
    "ScenarioError",
    "Score",
    "StageOutcome",
    "Step",
    "Texts",
    "Verdict",
    "version",
]


def version() -> str:
    """The version of the shared library."""
    from ._library import library

    return library().version
