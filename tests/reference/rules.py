"""Rules, stages and the score (rules/README.md, 4)."""
from fractions import Fraction

import comparisons
import conditions
import facts
import lists
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
        self.party = None  # for whose elements alone it is judged, where a fact of the element says who holds it

    def entries(self, rules):
        """What the rule is asked of: the scenario, or each element of the list of `forEach`."""
        if 'forEach' not in self.said:
            return [lists.Entry(rules.scenario)]
        return lists.entries(rules, self.said['forEach'], rules.scenario, self.said.get('as'))

    def stage_applies(self, rules):
        return conditions.holds(rules, rules.stages_when[self.stage], rules.scenario) if self.stage in rules.stages_when else True

    def concerns(self, rules, place):
        """Whether `when` holds of what the rule is asked of, and it is the party's."""
        if self.party is not None:
            holder = operands.value(rules, self.said['holder'], place, 'string')
            is_held = comparisons.stands('is', holder, operands.value(rules, self.party, place, 'string'))
            when = False if is_held is False else self.meets_when(rules, place)
            return False if is_held is False else holds_all([is_held, when])
        return self.meets_when(rules, place)

    def meets_when(self, rules, place):
        return conditions.holds(rules, self.said['when'], place) if 'when' in self.said else True

    def applies(self, rules):
        """Whether the rule applies at all: to one element at least."""
        stage = self.stage_applies(rules)
        if stage is False:
            return False
        return holds_all([stage, holds_any(there(one, self.concerns(rules, one.place)) for one in self.entries(rules))])

    def met_at(self, rules, place):
        """Whether what must hold does. Of a rule with `warnWhen`: that the risk is not there."""
        if self.is_risk:
            return holds_not(conditions.holds(rules, self.said['warnWhen'], place))
        return conditions.holds(rules, self.said['require'], place)

    def missed_at(self, rules, place):
        concerns = self.concerns(rules, place)
        return False if concerns is False else holds_all([concerns, holds_not(self.met_at(rules, place))])

    def requires(self, rules):
        """Whether all that it applies to meets it."""
        if 'forEach' not in self.said:
            return self.met_at(rules, rules.scenario)
        return holds_not(holds_any(there(one, self.missed_at(rules, one.place)) for one in self.entries(rules)))

    def is_met(self, rules):
        applies = self.applies(rules)
        return True if applies is False else holds_any([holds_not(applies), self.requires(rules)])

    def passed_at(self, rules, place):
        by = operands.value(rules, self.said['by'], place, 'date')
        return comparisons.compared('more', facts.value_of(facts.find('asOf', rules.scenario), 'date'), by)

    def has_day_passed(self, rules):
        """Whether the day of `by` has passed; True if there is none. With days of elements: that of one that misses the rule."""
        if 'by' not in self.said:
            return True
        if 'forEach' not in self.said:
            return self.passed_at(rules, rules.scenario)
        return holds_any(there(one, self.is_late(rules, one.place)) for one in self.entries(rules))

    def is_late(self, rules, place):
        missed = self.missed_at(rules, place)
        return False if missed is False else holds_all([missed, self.passed_at(rules, place)])

    def judged(self, rules):
        """The outcome, and how it may count in the score: whether it may yet be met, missed, or not apply."""
        applies = self.applies(rules)
        return self.outcome(applies, lambda: self.requires(rules), lambda: self.has_day_passed(rules))

    def outcome(self, applies, requires, has_day_passed):
        if applies is False:
            return 'notApplicable', Fate(out=True)
        requires = requires()
        if requires is True:
            return 'satisfied', Fate(met=True, out=applies is None)
        if requires is None:
            return 'unknown', Fate(met=True, missed=True, out=applies is None)
        if applies is None and self.strength != 'preferred':
            return 'unknown', Fate()
        try:
            passed = has_day_passed()
        except OutOfRange:
            # The outcome does not hang on the day, only the score does.
            if applies is True:
                raise
            passed = None
        fate = Fate(met=passed is not True, missed=True, out=applies is None)
        if applies is True and passed is not None:
            return ('violated' if passed else 'pending'), fate
        return 'unknown', fate

    def judged_each(self, rules):
        """The outcome of each element that is certainly in the list, in its order."""
        if 'forEach' not in self.said:
            return []
        try:
            return [self.judged_at(rules, one.place) for one in self.entries(rules) if one.is_certain]
        except OutOfRange:
            # What elements are selected by was not asked for.
            return []

    def judged_at(self, rules, place):
        try:
            applies = self.stage_applies(rules)
            applies = False if applies is False else holds_all([applies, self.concerns(rules, place)])
            passed = lambda: self.passed_at(rules, place) if 'by' in self.said else True
            return self.outcome(applies, lambda: self.met_at(rules, place), passed)[0]
        except OutOfRange:
            # It was not asked of, as another had decided.
            return 'unknown'


def there(entry, truth):
    """What holds of an element that may not be there is not certain."""
    return truth if entry.is_certain or truth is False else None


class Fate:
    def __init__(self, met=False, missed=False, out=False):
        self.met, self.missed, self.out = met, missed, out


class Verdict:
    """`rules` and `stages` are outcomes by name; `elements` are lists of outcomes by the ids of rules; `score` is a pair of bounds or None;
    `warnings` is the list of ids."""

    def __init__(self, rules, elements, stages, score, warnings, holders):
        self.rules, self.stages, self.score, self.warnings, self.holders = rules, stages, score, warnings, holders
        self.elements = elements
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
    named = [rule.said['holder'] for rule in rules.rules if isinstance(rule.said.get('holder'), str)]
    holders = {party: stage_outcome(outcome_for(rules, rule, party, outcomes) for rule in required) for party in rules.parties + named}
    elements = {rule.id: rule.judged_each(rules) for rule in rules.rules if 'forEach' in rule.said}
    return Verdict(outcomes, elements, stages, score(preferred), warnings, holders)


def outcome_for(rules, rule, party, outcomes):
    """What a rule is for one party: nothing, if it does not hold it."""
    if not isinstance(rule.said.get('holder'), dict):
        return outcomes[rule.id] if rule.said.get('holder') == party else 'notApplicable'
    rule.party = party
    try:
        return rule.judged(rules)[0]
    except OutOfRange:
        # Another party's element had decided before.
        return 'unknown'
    finally:
        rule.party = None


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
