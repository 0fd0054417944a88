"""Rule sets."""

from __future__ import annotations

import ctypes
import datetime
import decimal
import enum
import json
import os
import threading
import weakref
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Union

from ._errors import ArgumentError, ScenarioError
from ._layouts import Layouts
from ._library import ColumnStruct, OutcomesStruct, RulesOptionsStruct, library
from ._outcomes import Outcomes, RuleOutcome, StageOutcome
from ._verdict import Advice, Verdict

Scenario = Union[Mapping[str, Any], str, bytes]
"""The facts of one situation: a dictionary, or JSON as text or as UTF-8."""


# What the type of a list of plain values begins with.
_EACH = "a list; each is "


class Format(enum.IntEnum):
    """How an explanation is written."""

    TEXT = 1
    JSON = 2
    MARKDOWN = 3
    HTML = 4
    MERMAID = 5


@dataclass(frozen=True)
class Rule:
    """One precondition of a rule set."""

    id: str
    stage: str
    title: str | None
    holder: str | None
    """The party whose precondition it is, if it is one's."""
    strength: str
    """``required``, ``expected``, ``preferred`` or ``claim``."""
    is_risk: bool
    words: str
    """What it asks, in plain words."""
    reason: str | None
    """The reason that the rule file gives."""


@dataclass(frozen=True)
class Fact:
    """One fact that the rules may talk about."""

    path: str
    type: str
    """What values it takes, in words: ``a date``, ``a whole number from 1 to 9``."""
    is_list: bool
    is_object: bool
    meaning: str | None
    values: Sequence[str]
    """The only texts that it may be; empty if there is no such list."""


class _Handle:
    """A handle of the library, given back when nobody holds it any more."""

    def __init__(self, value: int, free: str) -> None:
        self.value = value
        weakref.finalize(self, library().free, free, value)


class RuleSet:
    """The preconditions of a negotiation, read from a file and checked. It never changes, and any number of threads may use it.

    >>> rules = RuleSet.load("rules/security-guarantees")
    >>> print(rules.evaluate({"talks": {"status": "postponed"}}).stages["talks"])
    invalid
    """

    def __init__(self, handle: int, warnings: str | None) -> None:
        """Not to be called: see :meth:`load` and :meth:`parse`."""
        self._handle = _Handle(handle, "nr_rules_free")
        self._evaluators = threading.local()
        self.warnings = warnings
        """The report of what was found in the files that does not keep the rules from being used; ``None`` if there is nothing."""

    @classmethod
    def load(cls, path: str | os.PathLike[str], *, parameters: Mapping[str, Any] | None = None) -> RuleSet:
        """Reads and checks a rule file, with all it includes.

        :param path: A ``.rules.json`` file, or the folder that holds one.
        :param parameters: Other values for parameters, by name.
        :raises RuleFileError: A file cannot be read or has errors; the text holds all of them.
        """
        options = _options(parameters, None, None)
        return cls._read("nr_rules_load", _bytes(os.fspath(path), "path"), ctypes.byref(options))

    @classmethod
    def parse(
        cls,
        text: str,
        *,
        parameters: Mapping[str, Any] | None = None,
        vocabulary: str | Mapping[str, Any] | None = None,
        root: str | os.PathLike[str] | None = None,
    ) -> RuleSet:
        """Reads and checks the text of a rule file.

        :param text: The text.
        :param parameters: Other values for parameters, by name.
        :param vocabulary: The vocabulary to check the rules against, a JSON Schema of a scenario: as text or as a dictionary.
        :param root: The folder that the files it includes lie in; without it, it can include none.
        :raises RuleFileError: The text has errors; the exception's text holds all of them.
        """
        schema = vocabulary if vocabulary is None or isinstance(vocabulary, str) else _json(vocabulary).decode()
        options, encoded = _options(parameters, root, schema), text.encode("utf-8", "surrogatepass")
        return cls._read("nr_rules_parse", encoded, len(encoded), ctypes.byref(options))

    def with_parameters(self, **parameters: Any) -> RuleSet:
        """The same rules with other values for parameters, checked anew together.

        :raises RuleFileError: There is no such parameter, or a value does not fit where it is used.
        """
        return self._read("nr_rules_with", self._handle.value, _json(parameters))

    @classmethod
    def _read(cls, function: str, *arguments: Any) -> RuleSet:
        handle = ctypes.c_void_p()
        warnings = library().call(function, *arguments, ctypes.byref(handle))
        assert handle.value is not None
        return cls(handle.value, warnings)

    @cached_property
    def _described(self) -> Mapping[str, Any]:
        described: Mapping[str, Any] = json.loads(library().told("nr_rules_describe", self._handle.value, Format.JSON))
        return described

    @property
    def name(self) -> str:
        """The name that the rule file gives it."""
        return str(self._described["name"])

    @property
    def version(self) -> str | None:
        """The version that the rule file gives it."""
        return self._described.get("version")

    @property
    def stages(self) -> Sequence[str]:
        """The stages, in the order of the file."""
        return tuple(self._described["stages"])

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """The rules by id, in the order of the file; those of included files come first."""
        return {
            rule["id"]: Rule(
                rule["id"],
                rule["stage"],
                rule.get("title"),
                rule.get("holder"),
                rule["strength"],
                rule.get("risk", False),
                rule["words"],
                rule.get("reason"),
            )
            for rule in self._described["rules"]
        }

    @property
    def parameters(self) -> Mapping[str, Any]:
        """The parameters by name, with the values in force."""
        return {parameter["name"]: parameter["value"] for parameter in self._described["parameters"]}

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The facts of the vocabulary by path, through lists too: ``parties.delegates.role``."""
        return {
            fact["path"]: Fact(
                fact["path"],
                fact["type"],
                fact.get("list", False),
                fact.get("object", False),
                fact.get("meaning"),
                tuple(fact.get("values", ())),
            )
            for fact in self._described["facts"]
        }

    def describe(self) -> str:
        """The whole rule set in plain words, for people who do not read JSON, as Markdown."""
        return library().told("nr_rules_describe", self._handle.value, Format.MARKDOWN)

    def evaluate(self, scenario: Scenario, *, language: str | None = None) -> Verdict:
        """Evaluates every rule on a scenario. What it does not say is unknown, which is not false.

        :param scenario: The facts. Dates may be texts or dates of Python.
        :param language: The language of the reasons, such as ``"de"``; one in which no rule gives a reason is refused.
        :raises ScenarioError: A fact is not of the vocabulary or not of its type; the text says which, and what was meant.
        """
        facts = _json(scenario)
        told = library().told("nr_verdict", self._handle.value, facts, len(facts), _optional(language, "language"))
        return Verdict.of(json.loads(told))

    def explain(
        self, scenario: Scenario, format: Format | str = Format.TEXT, *, all: bool = False, language: str | None = None
    ) -> str:
        """Why the verdict on a scenario is what it is.

        :param format: ``"text"``, ``"json"``, ``"markdown"``, ``"html"`` or ``"mermaid"``.
        :param all: Whether to tell everything, also what did not change the answer.
        :param language: As for :meth:`evaluate`.
        :raises ScenarioError: As for :meth:`evaluate`.
        """
        facts, chosen = _json(scenario), _format(format)
        words = _optional(language, "language")
        return library().told("nr_explain", self._handle.value, facts, len(facts), chosen, int(all), words)

    def advise(
        self,
        scenario: Scenario,
        stage: str | None = None,
        *,
        fixed: Iterable[str] = (),
        costs: Mapping[str, float] | None = None,
        by: str | None = None,
        most: int = 100,
        seconds: float = 10,
    ) -> list[Advice]:
        """What it would take to make stages valid: the smallest sets of steps, each evaluated before it is told.

        :param stage: The stage; ``None`` for all of them.
        :param fixed: The paths of facts that stay as they are.
        :param costs: What a step costs, by the paths of facts; 1 where nothing else is said.
        :param by: The party that has to be able to take all steps.
        :param most: How many remedies are listed at most.
        :param seconds: How long each stage may take.
        :raises ScenarioError: As for :meth:`evaluate`.
        :raises ArgumentError: There is no such stage, or no such fact.
        """
        options: dict[str, Any] = {"fixed": list(fixed), "costs": dict(costs or {}), "most": most, "seconds": seconds}
        if by is not None:
            options["by"] = by
        facts = _json(scenario)
        told = library().told(
            "nr_advise", self._handle.value, facts, len(facts), _optional(stage, "stage"), _json(options)
        )
        return [Advice.of(advice) for advice in json.loads(told)]

    def evaluate_columns(self, columns: Mapping[str, Any], *, count: int | None = None, threads: int = 1) -> Outcomes:
        """Evaluates many scenarios whose facts lie side by side: an array for each fact.

        The paths of facts lead through lists: ``parties.delegates.role``. A list is given by :class:`Lists`, texts as lists, arrays
        or :class:`Texts`, other facts as arrays of NumPy, ``array.array`` or lists of Python. Arrays of NumPy are read where they
        lie. ``None``, what is not a number (NaN), not a time (NaT) or masked is unknown. Facts that no rule reads are passed over.

        :param columns: The columns by path.
        :param count: How many scenarios there are; needed where every column is inside a list.
        :param threads: How many threads work at it. The outcomes do not depend on it.
        :raises ColumnError: A column does not fit the rules, or one of its values is not of its type.
        :raises NotInColumnsError: A rule asks for what columns do not hold.
        """
        layouts = Layouts({path: fact.type.removeprefix(_EACH) for path, fact in self.facts.items()})
        for path, given in columns.items():
            layouts.add(path, given)
        if count is None:
            count = self._count_of(layouts.lengths)
        structs = (ColumnStruct * len(layouts.structs))(*layouts.structs)
        room = _Room(len(self.rules), len(self.stages), count, threads)
        fault = library().call(
            "nr_evaluate_columns", self._evaluator(), count, structs, len(structs), ctypes.byref(room.struct)
        )
        return Outcomes(
            count,
            dict(zip(self.rules, room.rules)),
            dict(zip(self.stages, room.stages)),
            room.all[0],
            {rule: {outcome: room.rule_counts[5 * i + outcome] for outcome in RuleOutcome} for i, rule in enumerate(self.rules)},
            {name: {outcome: room.stage_counts[4 * i + outcome] for outcome in StageOutcome} for i, name in enumerate(self.stages)},
            room.struct.faulty,
            fault,
        )

    def _evaluator(self) -> int:
        if not hasattr(self._evaluators, "handle"):
            handle = ctypes.c_void_p()
            library().call("nr_evaluator_new", self._handle.value, ctypes.byref(handle))
            assert handle.value is not None
            self._evaluators.handle = _Handle(handle.value, "nr_evaluator_free")
        value: int = self._evaluators.handle.value
        return value

    def _count_of(self, lengths: Mapping[str, int]) -> int:
        lists = [fact.path for fact in self.facts.values() if fact.is_list]
        for path, length in lengths.items():
            if not any(path.startswith(f"{around}.") for around in lists):
                return length
        raise ArgumentError("No column says how many scenarios there are: every one is inside a list. Give `count`.")

    def __repr__(self) -> str:
        version = f" {self.version}" if self.version else ""
        return f"<RuleSet {self.name}{version} ({len(self.rules)} rules)>"


class _Room:
    """Room for the outcomes of a call: arrays of NumPy where it is installed."""

    def __init__(self, rules: int, stages: int, count: int, threads: int) -> None:
        self.rules, rules_address = _rows(rules, count)
        self.stages, stages_address = _rows(stages, count)
        self.all, all_address = _rows(1, count)
        self.rule_counts = (ctypes.c_int64 * (5 * rules))()
        self.stage_counts = (ctypes.c_int64 * (4 * stages))()
        self.struct = OutcomesStruct(
            size=ctypes.sizeof(OutcomesStruct),
            rule_count=rules,
            stage_count=stages,
            rules=rules_address,
            stages=stages_address,
            all=all_address,
            rule_counts=ctypes.addressof(self.rule_counts),
            stage_counts=ctypes.addressof(self.stage_counts),
            threads=threads,
        )


def _rows(rows: int, count: int) -> tuple[Sequence[Any], int]:
    if count < 0:
        raise ArgumentError(f"There cannot be {count} scenarios.")
    try:
        import numpy
    except ImportError:
        room = (ctypes.c_uint8 * (rows * count + 1))()
        view = memoryview(room).cast("B")
        return [view[row * count : (row + 1) * count] for row in range(rows)], ctypes.addressof(room)
    outcomes = numpy.empty((rows, count), dtype=numpy.uint8)
    return list(outcomes), outcomes.ctypes.data


def _options(
    parameters: Mapping[str, Any] | None, root: str | os.PathLike[str] | None, vocabulary: str | None
) -> RulesOptionsStruct:
    return RulesOptionsStruct(
        size=ctypes.sizeof(RulesOptionsStruct),
        parameters=None if parameters is None else _json(parameters),
        root=None if root is None else _bytes(os.fspath(root), "root"),
        vocabulary=_optional(vocabulary, "vocabulary"),
    )


def _format(format: Format | str) -> Format:
    try:
        return Format[format.upper()] if isinstance(format, str) else Format(format)
    except (KeyError, ValueError):
        raise ArgumentError(f"There is no format {format!r}: text, json, markdown, html or mermaid.") from None


def _optional(text: str | None, what: str) -> bytes | None:
    return None if text is None else _bytes(text, what)


def _bytes(text: str, what: str) -> bytes:
    if "\0" in text:
        raise ArgumentError(f"The {what} has a character that no {what} can have: {text!r}.")
    return text.encode("utf-8", "surrogatepass")


def _json(value: Any) -> bytes:
    """JSON in UTF-8 of what may be JSON already."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, str):
        return value.encode("utf-8", "surrogatepass")
    try:
        return json.dumps(value, default=_plain, allow_nan=False, ensure_ascii=True).encode()
    except (TypeError, ValueError, RecursionError) as fault:
        raise ScenarioError(f"This cannot be written as JSON: {fault}.") from fault


def _plain(value: Any) -> Any:
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, decimal.Decimal) and float(value) == value:
        return float(value)
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (tuple, set, frozenset, Sequence)):
        return list(value)
    raise TypeError(f"a value of type {type(value).__name__} is no fact")
