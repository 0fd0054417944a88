"""What the package says is what the tool says, and columns say what dictionaries say."""

from __future__ import annotations

import json
import os
import random
import shlex
import subprocess
import unittest

import ten_rules
from converting import columns_of, is_convertible
from shipped import REPOSITORY, SETS, Varied, read, scenarios_of

from negotiation_rules import NotInColumnsError, RuleOutcome, RuleSet, ScenarioError, StageOutcome

SEED = int(os.environ.get("SEED", "1"))

LISTS = {
    "type": "object",
    "properties": {
        "consents": {
            "type": "array", "maxItems": 2, "x-completeBy": "consentsComplete",
            "items": {
                "type": "object",
                "properties": {
                    "shares": {"type": "integer"},
                    "notes": {"type": "array", "items": {"type": "string"}, "x-completeBy": "noteless"},
                    "noteless": {"type": "boolean", "default": True},
                },
            },
        },
        "consentsComplete": {"type": "boolean"},
        "talks": {
            "type": "object",
            "properties": {
                "names": {"type": "array", "items": {"type": "string"}, "x-completeBy": "namesComplete"},
                "namesComplete": {"type": "boolean", "default": False},
            },
        },
        "asked": {"type": "array", "items": {"type": "string"}},
        "usual": {"type": "array", "items": {"type": "string"}, "default": ["a"]},
    },
}
LIST_RULES = """{ "name": "lists", "vocabulary": "given", "stages": ["talks"], "rules": [
  { "id": "every", "require": { "every": "consents", "satisfy": { "shares": { "atLeast": 2 } } } },
  { "id": "some", "require": { "some": "consents", "where": { "notes": { "contains": "a" } } } },
  { "id": "two", "require": { "count": "consents", "atLeast": 2 } },
  { "id": "plain", "require": { "talks.names": { "contains": "a" } } },
  { "id": "told", "require": { "talks.namesComplete": true } },
  { "id": "asked", "require": { "asked": { "known": true } } },
  { "id": "usual", "require": { "usual": { "contains": "a" } } } ] }"""


class AgreementTests(unittest.TestCase):
    def test_every_shipped_scenario_comes_out_as_the_tool_says(self) -> None:
        tool = shlex.split(os.environ["NEGOTIATE"])
        compared = 0
        for path in SETS:
            files = scenarios_of(path)
            if not files:
                continue
            told = subprocess.run(
                [*tool, "evaluate", str(path), *map(str, files), "--format", "json"], capture_output=True, text=True, cwd=REPOSITORY
            )
            lines = {line["id"]: line for line in map(json.loads, told.stdout.splitlines())}
            rules = RuleSet.load(path)
            self.assertEqual(len(files), len(lines), path)
            for file in files:
                line, verdict = lines[file.name.removesuffix(".scenario.json")], rules.evaluate(file.read_text())
                with self.subTest(file=str(file)):
                    self.assertEqual({name: StageOutcome.of(word) for name, word in line["stages"].items()}, verdict.stages)
                    self.assertEqual({rule: RuleOutcome.of(word) for rule, word in line["rules"].items()}, verdict.rules)
                    self.assertEqual(verdict.stages, rules.evaluate(read(file)).stages)
                    compared += 1
        print(f"{compared} scenarios that ship come out as the tool says")
        self.assertGreater(compared, 50)

    def test_columns_say_what_dictionaries_say(self) -> None:
        compared, by_tool, skipped = 0, 0, []
        for path in SETS:
            rules = RuleSet.load(path)
            known = [scenario for scenario in map(read, scenarios_of(path)) if is_convertible(rules, scenario)]
            if not known:
                continue
            varied = Varied(known, SEED)
            scenarios, verdicts = [], []
            while len(scenarios) < 150:
                scenario = next(varied)
                try:
                    verdict = rules.evaluate(scenario)
                except ScenarioError:
                    continue
                scenarios.append(scenario)
                verdicts.append(verdict)
            for _ in range(3):
                columns = columns_of(rules, scenarios, varied.random)
                try:
                    outcomes = rules.evaluate_columns(columns, count=len(scenarios), threads=varied.random.randint(1, 3))
                except NotInColumnsError:
                    skipped.append(rules.name)
                    break
                for i, verdict in enumerate(verdicts):
                    shown = f"{path}, seed {SEED}, {json.dumps(scenarios[i])}"
                    self.assertEqual(verdict.rules, {rule: row[i] for rule, row in outcomes.rules.items()}, shown)
                    self.assertEqual(verdict.stages, {name: row[i] for name, row in outcomes.stages.items()}, shown)
                    self.assertEqual(verdict.outcome, outcomes.all[i], shown)
                    compared += len(verdict.rules)
        print(f"{compared:,} outcomes from columns are those of dictionaries (seed {SEED}); not in columns: {', '.join(skipped) or 'none'}")
        self.assertGreater(compared, 10_000)

    def test_lists_that_a_fact_calls_complete_say_in_columns_what_they_say_in_dictionaries(self) -> None:
        rules, chance = RuleSet.parse(LIST_RULES, vocabulary=LISTS), random.Random(SEED)
        for turn in range(60):
            scenarios = [_lists(chance) for _ in range(chance.choice([1, 5, 90]))]
            if turn % 3 == 0:
                scenarios = [{**scenario, "asked": ["a"]} for scenario in scenarios]
            columns = columns_of(rules, scenarios, chance)
            if any("usual" not in scenario for scenario in scenarios):
                with self.assertRaisesRegex(NotInColumnsError, "`usual` at place .* has a default"):
                    rules.evaluate_columns(columns, count=len(scenarios))
                del columns["usual"]
                scenarios = [{name: value for name, value in scenario.items() if name != "usual"} for scenario in scenarios]
            outcomes = rules.evaluate_columns(columns, count=len(scenarios))
            for i, scenario in enumerate(scenarios):
                told = {rule: row[i] for rule, row in outcomes.rules.items()}
                self.assertEqual(rules.evaluate(scenario).rules, told, f"seed {SEED}, {json.dumps(scenario)}")

    def test_the_rules_of_the_benchmark_come_out_in_columns_as_one_by_one_and_on_several_threads(self) -> None:
        rules, count = ten_rules.load(), 20_000
        given = ten_rules.columns(count, SEED)
        outcomes, again = rules.evaluate_columns(given), rules.evaluate_columns(given, threads=3)
        for rule, row in outcomes.rules.items():
            self.assertTrue((row == again.rules[rule]).all())
            self.assertEqual(int((row == RuleOutcome.SATISFIED).sum()), outcomes.rule_counts[rule][RuleOutcome.SATISFIED])
        for i in random.Random(SEED).sample(range(count), 300):
            verdict = rules.evaluate(_scenario(given, i))
            self.assertEqual(verdict.rules, {rule: row[i] for rule, row in outcomes.rules.items()}, i)


def _lists(chance: random.Random) -> dict:
    def maybe(**facts: object) -> dict:
        return {name: value for name, value in facts.items() if chance.random() < 0.7}

    def texts() -> list[str]:
        return [chance.choice("ab") for _ in range(chance.randint(0, 2))]

    def true_or_not() -> bool:
        return chance.random() < 0.5

    consents = [maybe(shares=chance.randint(1, 3), notes=texts(), noteless=true_or_not()) for _ in range(chance.randint(0, 2))]
    talks = maybe(names=texts(), namesComplete=true_or_not())
    return maybe(consents=consents, consentsComplete=true_or_not(), talks=talks, asked=texts(), usual=texts())


def _scenario(given: dict, i: int) -> dict:
    roles, guarantees = given["Parties.Delegates.Role"], given["Agreement.Guarantees"]
    first, end = guarantees.offsets[i : i + 2]
    parties = [
        {"Delegates": [{"Role": roles.texts[code]} for code in roles.codes[8 * i + 4 * party : 8 * i + 4 * party + 4]]}
        for party in range(2)
    ]
    scenario: dict = {"Parties": parties}
    for path in given:
        top, _, name = path.partition(".")
        if top != "Parties" and path != "Agreement.Guarantees":
            values = given[path]
            value = values.texts[values.codes[i]] if hasattr(values, "texts") else values[i].item()
            (scenario.setdefault(top, {}) if name else scenario)[name or top] = value
    scenario["Agreement"]["Guarantees"] = [guarantees.values.texts[code] for code in guarantees.values.codes[first:end]]
    return scenario


if __name__ == "__main__":
    unittest.main()
