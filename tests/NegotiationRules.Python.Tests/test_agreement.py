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
