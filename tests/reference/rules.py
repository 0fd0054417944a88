"""Rules, stages and the score (rules/README.md, 4)."""
from fractions import Fraction

import comparisons
import conditions
import facts
import operands
import quantities
from reached import REACHED
from truth import holds_all, holds_any, holds_not
from values import OutOfRange


class Rule:
    def __init__(self, said, stages):
        self.id = said['id']
        self.said = said
        self.stage = said.get('stage', stages[0])
        self.strength = said.get('strength', 'required')
        self.is_risk = 'warnWhen' in said
        self.weight = Fraction(said.get('weight', 1))

    def applies(self, rules):
        asked = [rules.stages_when[self.stage]] if self.stage in rules.stages_when else []
        asked += [self.said['when']] if 'when' in self.said else []
        return holds_all(conditions.holds(rules, one, rules.scenario) for one in asked)

    def requires(self, rules):
        """Whether what must hold does. Of a rule with `warnWhen`: that the risk is not there."""
        if self.is_risk:
            return holds_not(conditions.holds(rules, self.said['warnWhen'], rules.scenario))
        return conditions.holds(rules, self.said['require'], rules.scenario)

    def is_met(self, rules):
        applies = self.applies(rules)
        return True if applies is False else holds_any([holds_not(applies), self.requires(rules)])

    def has_day_passed(self, rules):
        """Whether the day of `by` has passed; True if there is none."""
        if 'by' not in self.said:
            return True
        by = operands.value(rules, self.said['by'], rules.scenario, 'date')
        return comparisons.compared('more', facts.value_of(facts.find('asOf', rules.scenario), 'date'), by)

    def judged(self, rules):
        """The outcome, and how it may count in the score: whether it may yet be met, missed, or not apply."""
        applies = self.applies(rules)
        if applies is False:
            return 'notApplicable', Fate(out=True)
        requires = self.requires(rules)
        if requires is True:
            return 'satisfied', Fate(met=True, out=applies is None)
        if requires is None:
            return 'unknown', Fate(met=True, missed=True, out=applies is None)
        if applies is None and self.strength != 'preferred':
            return 'unknown', Fate()
        try:
            passed = self.has_day_passed(rules)
        except OutOfRange:
            # The outcome does not hang on the day, only the score does.
            if applies is True:
                raise
            passed = None
        fate = Fate(met=passed is not True, missed=True, out=applies is None)
        if applies is True and passed is not None:
            return ('violated' if passed else 'pending'), fate
        return 'unknown', fate


class Fate:
    def __init__(self, met=False, missed=False, out=False):
        self.met, self.missed, self.out = met, missed, out


class Verdict:
    """`rules` and `stages` are outcomes by name; `score` is a pair of bounds or None; `warnings` is the list of ids."""

    def __init__(self, rules, stages, score, warnings, holders):
        self.rules, self.stages, self.score, self.warnings, self.holders = rules, stages, score, warnings, holders
        self.outcome = worst(stages.values())


def worst(outcomes):
    outcomes = list(outcomes)
    return next((one for one in ('invalid', 'undetermined') if one in outcomes), 'valid')


def evaluate(rules, facts_said):
    """The verdict of a rule set on a scenario."""
    rules.scenario = facts.Place(rules.vocabulary, facts_said)
    outcomes, preferred, warnings = {}, [], []
    for rule in rules.rules:
        outcome, fate = rule.judged(rules)
        outcomes[rule.id] = outcome
        REACHED['rule', 'warnWhen' if rule.is_risk else rule.strength, outcome] += 1
        if rule.is_risk or rule.strength == 'expected':
            warnings += [rule.id] if outcome == 'violated' else []
        elif rule.strength == 'preferred':
            preferred.append(quantities.Part(fate.met, fate.missed, fate.out, rule.weight, rule.weight))
    required = [rule for rule in rules.rules if rule.strength == 'required' and not rule.is_risk]
    stages = {stage: stage_outcome(outcomes[rule.id] for rule in required if rule.stage == stage) for stage in rules.stages}
    for stage, when in rules.stages_when.items():
        if conditions.holds(rules, when, rules.scenario) is False:
            stages[stage] = 'notApplicable'
    holders = {holder: stage_outcome(outcomes[rule.id] for rule in required if rule.said.get('holder') == holder)
               for holder in rules.parties + [rule.said['holder'] for rule in rules.rules if 'holder' in rule.said]}
    return Verdict(outcomes, stages, score(preferred), warnings, holders)


def stage_outcome(outcomes):
    outcomes = list(outcomes)
    if 'violated' in outcomes:
        return 'invalid'
    return 'valid' if all(one in ('satisfied', 'notApplicable') for one in outcomes) else 'undetermined'


def score(parts):
    """The weight of the satisfied ones among those that apply, between bounds."""
    if not any(part.may_have or part.may_lack for part in parts):
        return None
    if all(part.may_be_out for part in parts):
        # Of those that may not apply, one at least does: otherwise there is no score.
        lows = [0 if any(part.may_lack for part in parts) else 1]
        highs = [1 if any(part.may_have for part in parts) else 0]
        return lows[0], highs[0]
    bounds = quantities.bounds_of_share(parts)
    return bounds.low, bounds.high
