"""Everything that can go wrong is an exception whose text says what, and nothing leaks."""

from __future__ import annotations

import array
import datetime
import gc
import multiprocessing
import os
import threading
import unittest
from typing import Any

import numpy as np

import negotiation_rules
from negotiation_rules import (
    ArgumentError,
    Column,
    ColumnError,
    LibraryError,
    Lists,
    NotInColumnsError,
    Present,
    RuleFileError,
    RuleOutcome,
    RuleSet,
    ScenarioError,
    StageOutcome,
    Texts,
)
from negotiation_rules._library import library

VOCABULARY = {
    "type": "object",
    "properties": {
        "years": {"type": "integer", "minimum": 0, "maximum": 100},
        "price": {"type": "number", "multipleOf": 0.01},
        "chance": {"type": "number"},
        "binding": {"type": "boolean"},
        "venue": {"type": "string", "enum": ["Geneva", "Kyiv"]},
        "start": {"type": "string", "format": "date"},
        "at": {"type": "string", "format": "date-time"},
        "days": {"type": "array", "items": {"type": "string", "format": "date"}},
        "draft": {"type": "object", "properties": {"pages": {"type": "integer"}}},
    },
}
RULES = """{ "name": "small", "vocabulary": "given", "stages": ["talks"], "parameters": { "least": 10 }, "rules": [
  { "id": "long", "require": { "years": { "atLeast": { "parameter": "least" } } } },
  { "id": "cheap", "require": { "price": { "atMost": 2.5 } } },
  { "id": "likely", "require": { "chance": { "moreThan": 0.5 } } },
  { "id": "binding", "require": { "binding": true } },
  { "id": "geneva", "require": { "venue": "Geneva" } },
  { "id": "early", "require": { "start": { "before": "2022-02-01" } } },
  { "id": "in-time", "require": { "at": { "before": "2022-02-01T12:00:00Z" } } },
  { "id": "some-day", "require": { "days": { "contains": "2022-02-01" } } },
  { "id": "drafted", "require": { "draft": { "known": true } } } ] }"""


def small(**options: Any) -> RuleSet:
    return RuleSet.parse(RULES, vocabulary=VOCABULARY, **options)


def outcomes(path: str, given: Any, rule: str, **options: Any) -> list[int]:
    return [int(outcome) for outcome in small().evaluate_columns({path: given}, **options).rules[rule]]


class ErrorTests(unittest.TestCase):
    def raises(self, error: type[Exception], part: str, action: Any) -> None:
        with self.assertRaises(error) as raised:
            action()
        self.assertIn(part, str(raised.exception))

    def test_a_rule_file_with_errors_is_reported_as_a_whole(self) -> None:
        self.raises(RuleFileError, "did you mean `name`?", lambda: RuleSet.parse('{ "nam": "x" }'))
        self.raises(RuleFileError, "help: ", lambda: RuleSet.parse('{ "nam": "x" }'))
        self.raises(RuleFileError, "rules/nowhere", lambda: RuleSet.load("rules/nowhere"))
        self.raises(RuleFileError, "most", lambda: small(parameters={"most": 1}))
        self.raises(RuleFileError, "least", lambda: small().with_parameters(least="ten"))
        self.raises(ArgumentError, "empty", lambda: RuleSet.load(""))
        self.raises(ArgumentError, "character", lambda: RuleSet.load("rules\0"))
        self.raises(ArgumentError, "UTF-8", lambda: RuleSet.parse("\ud800"))

    def test_parameters_change_the_rules_and_not_those_they_come_from(self) -> None:
        rules = small(parameters={"least": 20})
        self.assertEqual({"least": 20}, rules.parameters)
        self.assertEqual({"least": 5}, rules.with_parameters(least=5).parameters)
        self.assertIs(RuleOutcome.VIOLATED, rules.evaluate({"years": 15}).rules["long"])
        self.assertIs(RuleOutcome.SATISFIED, rules.with_parameters(least=5).evaluate({"years": 15}).rules["long"])

    def test_a_scenario_that_does_not_fit_is_reported(self) -> None:
        rules = small()
        self.raises(ScenarioError, "did you mean `years`?", lambda: rules.evaluate({"yers": 1}))
        self.raises(ScenarioError, "100", lambda: rules.explain({"years": 101}))
        self.raises(ScenarioError, "never closed", lambda: rules.advise("{"))
        self.raises(ScenarioError, "UTF-8", lambda: rules.evaluate(b"\xff"))
        self.raises(ScenarioError, "JSON", lambda: rules.evaluate({"years": float("nan")}))
        self.raises(ScenarioError, "no fact", lambda: rules.evaluate({"years": object()}))
        self.raises(ArgumentError, "mermaid", lambda: rules.explain({}, "pdf"))
        self.raises(ArgumentError, "no stage 'talk'", lambda: rules.advise({}, "talk"))
        self.raises(ArgumentError, "`yeas`", lambda: rules.advise({}, fixed=["yeas"]))

    def test_values_of_python_and_numpy_are_facts(self) -> None:
        verdict = small().evaluate(
            {
                "years": np.int32(12),
                "start": datetime.date(2022, 1, 10),
                "at": datetime.datetime(2022, 2, 1, 11, tzinfo=datetime.timezone.utc),
                "days": (datetime.date(2022, 2, 1),),
                "binding": np.bool_(True),
            }
        )
        self.assertEqual(
            ["long", "binding", "early", "in-time", "some-day"],
            [rule for rule, outcome in verdict.rules.items() if outcome is RuleOutcome.SATISFIED],
        )
        self.assertIs(StageOutcome.INVALID, verdict.outcome)
        self.assertEqual(["venue"], verdict.unsettled["geneva"])

    def test_columns_come_in_many_layouts(self) -> None:
        violated, satisfied, unknown = RuleOutcome.VIOLATED, RuleOutcome.SATISFIED, RuleOutcome.UNKNOWN
        for given in (
            [5, 15, None],
            [5.0, 15.0, float("nan")],
            np.array([5, 15, np.nan], dtype="f4"),
            np.ma.masked_array(np.array([5, 15, 3], dtype="u2"), [False, False, True]),
            np.array([5, 15, None], dtype=object),
            Column(np.array([[5, 0], [15, 0], [7, 0]], dtype=">i4")[:, 0], known=[True, True, False]),
            Column(array.array("h", [5, 15, 0]), known=np.array([True, True, False])),
        ):
            self.assertEqual([violated, satisfied, unknown], outcomes("years", given, "long"), given)
        self.assertEqual([violated, satisfied, violated], outcomes("years", np.array([9, 15, 5])[::-1], "long"))
        self.assertEqual([satisfied, violated, unknown], outcomes("price", [2.5, 2.51, None], "cheap"))
        self.assertEqual([satisfied, violated], outcomes("price", np.array([2, 3], dtype="i1"), "cheap"))
        self.assertEqual([satisfied, violated, unknown], outcomes("binding", [True, False, None], "binding"))
        self.assertEqual([satisfied, violated, unknown], outcomes("venue", ["Geneva", "Kyiv", None], "geneva"))
        self.assertEqual([satisfied, violated], outcomes("venue", np.array(["Geneva", "Kyiv"]), "geneva"))
        self.assertEqual([satisfied, violated, unknown], outcomes("venue", Texts([1, 0, -1], ["Kyiv", "Geneva"]), "geneva"))
        self.assertEqual([satisfied, violated], outcomes("draft", Present([True, False]), "drafted"))

    def test_dates_come_in_many_layouts(self) -> None:
        violated, satisfied, unknown = RuleOutcome.VIOLATED, RuleOutcome.SATISFIED, RuleOutcome.UNKNOWN
        expected = [satisfied, violated, unknown]
        for given in (
            ["2022-01-10", "2022-02", None],
            [datetime.date(2022, 1, 10), datetime.date(2022, 2, 1), None],
            np.array(["2022-01-10", "2022-02-01", "NaT"], dtype="M8[D]"),
            np.array(["2022-01-10", "2022-02-01", "NaT"], dtype="M8[ns]"),
            np.array(["2022-01", "2022-02", "NaT"], dtype="M8[M]"),
            Column(np.array(["2022-01-10", "2022-02-01", "2022-01-01"], "M8[D]"), last=np.array(["2022-01-11", "2022-02-02", "2022-12-31"], "M8[D]")),
        ):
            self.assertEqual(expected, outcomes("start", given, "early"), given)
        self.assertEqual([unknown, satisfied], outcomes("start", np.array(["2022", "2021"], dtype="M8[Y]"), "early"))
        for given in (
            ["2022-02-01T11:59:59Z", "2022-02-01T13:00:00+01:00", None],
            np.array(["2022-02-01T11:59:59", "2022-02-01T12:00", "NaT"], dtype="M8[ns]"),
            np.array(["2022-02-01T11:59", "2022-02-01T12:00", "NaT"], dtype="M8[m]"),
            [datetime.datetime(2022, 2, 1, 11, tzinfo=datetime.timezone.utc), datetime.datetime(2022, 2, 1, 12, tzinfo=datetime.timezone.utc), None],
        ):
            self.assertEqual(expected, outcomes("at", given, "in-time"), given)
        self.assertEqual([satisfied, violated, unknown], outcomes("days", Lists([0, 1, 1, 1], ["2022-02-01"], [True, True, False]), "some-day"))

    def test_columns_that_do_not_fit_are_reported(self) -> None:
        for path, given, part in (
            ("years", [5, 101], "`years` at place 1: 101"),
            ("years", [1.5], "`years` at place 0: 1.5"),
            ("years", [True], "give whole numbers"),
            ("years", [2**70], "64 bits"),
            ("years", [1, "2"], "of one type"),
            ("years", "12", "not str"),
            ("years", 12, "not int"),
            ("years", np.zeros((2, 2)), "one dimension"),
            ("years", np.zeros(2, dtype=complex), "complex"),
            ("years", Column([1, 2], known=[True]), "of 1 values"),
            ("years", Column([1, 2], known=[1, 0]), "by booleans"),
            ("yeers", [5], "did you mean `years`?"),
            ("venue", ["Paris"], 'the text "Paris"'),
            ("venue", Texts([3], ["Geneva"]), "`venue` at place 0: 3"),
            ("venue", Texts([0.5], ["Geneva"]), "whole numbers"),
            ("venue", ["a\0"], "character"),
            ("start", ["2022-13"], "'2022-13' is not a date"),
            ("start", [5], "NR_UNIT_DAYS"),
            ("start", np.array(["2022-01-10T01"], dtype="M8[h]"), "is not a date"),
            ("at", [datetime.datetime(2022, 1, 1)], "no time zone"),
            ("at", np.array(["2022-01-10"], dtype="M8[D]"), "NR_UNIT_SECONDS"),
            ("at", np.array([1], dtype="M8[ps]"), "finer than can be kept"),
            ("days", Lists([0, 2, 1], ["2022-01-01"]), "never fall"),
            ("days", Lists([0, 2], ["2022-01-01"]), "has 1 values, and there should be 2"),
            ("days", Lists(np.array([0, 1], dtype="u1"), ["2022-01-01"]), "32 or 64 bits"),
            ("draft", Present(None), "for each place"),
        ):
            with self.subTest(path=path, part=part):
                self.raises(ColumnError, part, lambda: small().evaluate_columns({path: given}))
        self.raises(ColumnError, "there should be 2", lambda: small().evaluate_columns({"years": [1, 2], "price": [1]}))
        self.raises(ArgumentError, "Give `count`", lambda: small().evaluate_columns({}))
        self.raises(ArgumentError, "-1 scenarios", lambda: small().evaluate_columns({}, count=-1))
        steps = RuleSet.load("rules/phased-ceasefire")
        self.raises(NotInColumnsError, "one by one", lambda: steps.evaluate_columns({}, count=1))

    def test_a_column_of_which_nothing_is_known_may_be_of_any_type(self) -> None:
        for path, fact in small().facts.items():
            if not fact.is_object and not fact.is_list:
                found = small().evaluate_columns({path: [None, None]})
                self.assertEqual(2, found.stage_counts["talks"][StageOutcome.INVALID], path)
                self.assertEqual(2, found.rule_counts["geneva"][RuleOutcome.UNKNOWN], path)

    def test_no_scenarios_have_no_outcomes(self) -> None:
        found = small().evaluate_columns({"years": np.array([], dtype="i4"), "venue": [], "price": array.array("d")})
        self.assertEqual((0, 0), (found.count, len(found.rules["long"])))

    def test_without_numpy_outcomes_are_views_of_memory(self) -> None:
        import sys
        from unittest import mock

        with mock.patch.dict(sys.modules, {"numpy": None}):
            found = small().evaluate_columns({"years": [5, 15, None], "venue": ["Geneva", None, "Kyiv"], "price": array.array("d", [1, 2, 3])})
        self.assertEqual([2, 1, 0], list(found.rules["long"]))
        self.assertEqual([1, 0, 2], list(found.rules["geneva"]))
        self.assertEqual([2, 2, 2], list(found.all))

    def test_threads_share_rules(self) -> None:
        rules, wrong = small(), []

        def work() -> None:
            for years in range(50):
                found = rules.evaluate_columns({"years": [years] * 100})
                if set(found.rules["long"]) != {RuleOutcome.SATISFIED if years >= 10 else RuleOutcome.VIOLATED}:
                    wrong.append(years)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([], wrong)

    def test_a_forked_process_is_told_what_to_do_and_a_spawned_one_works(self) -> None:
        rules = small()
        self.assertIs(RuleOutcome.SATISFIED, rules.evaluate({"years": 12}).rules["long"])
        read, write = os.pipe()
        if (child := os.fork()) == 0:
            try:
                rules.evaluate({"years": 12})
            except LibraryError as error:
                os.write(write, str(error).encode())
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        os.close(write)
        self.assertIn("spawn", os.read(read, 1000).decode())
        os.close(read)
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            self.assertEqual(int(RuleOutcome.SATISFIED), pool.apply(in_another_process))

    def test_nothing_leaks(self) -> None:
        gc.collect()
        before = library().alive
        for _ in range(20):
            rules = small()
            rules.evaluate({"years": 12})
            rules.evaluate_columns({"years": [1]})
            for wrong in (lambda: rules.evaluate({"yers": 1}), lambda: rules.evaluate_columns({"years": [101]}), lambda: RuleSet.parse("{")):
                with self.assertRaises(negotiation_rules.NegotiationRulesError):
                    wrong()
        del rules, wrong
        gc.collect()
        self.assertEqual(before, library().alive)


def in_another_process() -> int:
    return int(small().evaluate({"years": 12}).rules["long"])


if __name__ == "__main__":
    unittest.main()
