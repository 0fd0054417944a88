"""Conditions (rules/README.md, 2): whether one holds at a place."""
import comparisons
import facts
import kinds
import links
import lists
import operands
import order
import quantities
from reached import note
from truth import agreed, holds_all, holds_any, holds_for_at_least, holds_not


def holds(rules, condition, place):
    form = form_of(condition)
    truth = FORMS[form](rules, condition, place)
    note('condition', form, truth)
    return truth


# Without this key beside it, the word is the name of a fact.
BESIDE = {'reachable': 'between', 'if': 'then'}


def form_of(condition):
    for form in FORMS:
        if form in condition and form != 'facts' and BESIDE.get(form, form) in condition:
            return form
    return 'facts'


def facts_hold(rules, condition, place):
    """`{ "agreement.form": "written", "agreement.termYears": { "atLeast": 10 } }`: all of them."""
    return holds_all(fact_holds(rules, path, asked, place) for path, asked in condition.items())


def fact_holds(rules, path, asked, place):
    asked = asked if isinstance(asked, dict) else {'is': asked}
    return holds_all(compare(rules, {'fact': path}, operator, operand, place) for operator, operand in asked.items())


def compare(rules, subject, operator, operand, place):
    if operator == 'known':
        known = facts.is_known(subject['fact'], place)
        truth = known if operand else holds_not(known)
    else:
        kind = kinds.common(rules, kinds.compared(subject, operator, operand), place)
        truth = stands(rules, subject, operator, operand, place, kind)
        note('type', kind, truth)
    note('comparison', operator, truth)
    return truth


def stands(rules, subject, operator, operand, place, kind):
    value = operands.value(rules, subject, place, kind)
    return stands_each(operator, operand, lambda how, one: comparisons.stands(how, value, operands.value(rules, one, place, kind)))


def stands_each(operator, operand, stands_one):
    """A comparison with one operand, or with several that are written out, one after the other."""
    if operator == 'between':
        return holds_all(stands_one(how, one) for how, one in zip(('atLeast', 'atMost'), operand))
    if not isinstance(operand, list):
        return stands_one(operator, operand)
    if operator in ('in', 'notIn'):
        is_any = holds_any(stands_one('is', one) for one in operand)
        return is_any if operator == 'in' else holds_not(is_any)
    is_there = [stands_one('contains', one) for one in operand]
    if operator == 'containsNone':
        return holds_not(holds_any(is_there))
    return (holds_all if operator == 'containsAll' else holds_any)(is_there)


def quantity_stands(rules, condition, place):
    """`{ "count": LIST, "where": …, OP: operand }`: exactly one comparison."""
    operator = next(key for key in condition if key in kinds.OPERATORS)
    if 'share' in condition:
        if isinstance(condition['share'], list):
            return stands_each(operator, condition[operator], lambda how, one: quantities.share_of_two(rules, condition, place, how, one))
        share = quantities.share(rules, condition, place)
        with_one = lambda how, one: comparisons.stands(how, share, quantities.share_said(rules, one, place))
        return stands_each(operator, condition[operator], with_one)
    subject = {key: one for key, one in condition.items() if key != operator}
    return compare(rules, subject, operator, condition[operator], place)


def each(rules, condition, place):
    """The elements that a quantifier goes over, each with whether it meets `where`."""
    for one in lists.entries(rules, condition[form_of(condition)], place, condition.get('as')):
        yield one, holds(rules, condition['where'], one.place) if 'where' in condition else True


def every_holds(rules, condition, place):
    """Every element (for which `where` holds) satisfies the condition."""
    return holds_all(is_fine(rules, condition, one, is_meant) for one, is_meant in each(rules, condition, place))


def is_fine(rules, condition, one, is_meant):
    if is_meant is False:
        return True
    return holds_any([holds_not(is_meant), holds(rules, condition['satisfy'], one.place), False if one.is_certain else None])


def some_holds(rules, condition, place):
    return holds_any(is_meant if one.is_certain else holds_all([is_meant, None]) for one, is_meant in each(rules, condition, place))


def at_least_holds(rules, condition, place):
    needed = operands.whole_number(rules, condition['atLeast'])
    return holds_for_at_least(needed, [holds(rules, one, place) for one in condition['of']])


def if_holds(rules, condition, place):
    """The branch that counts; where it is unknown which, what both say."""
    asked, then, other = (holds(rules, condition[key], place) for key in ('if', 'then', 'else'))
    return then if asked is True else other if asked is False else agreed(then, other)


def named_hold(rules, condition, place):
    """A named condition or each of a list of them, and the tests of facts beside it."""
    names = condition['condition'] if isinstance(condition['condition'], list) else [condition['condition']]
    tests = {path: asked for path, asked in condition.items() if path != 'condition'}
    return holds_all([holds(rules, rules.conditions[name], place) for name in names] + [facts_hold(rules, tests, place)])


def rule_is_met(rules, condition, place):
    return rules.by_id(condition['rule']).is_met(rules)


FORMS = {
    'all': lambda rules, condition, place: holds_all(holds(rules, one, place) for one in condition['all']),
    'any': lambda rules, condition, place: holds_any(holds(rules, one, place) for one in condition['any']),
    'none': lambda rules, condition, place: holds_not(holds_any(holds(rules, one, place) for one in condition['none'])),
    'not': lambda rules, condition, place: holds_not(holds(rules, condition['not'], place)),
    'every': every_holds,
    'some': some_holds,
    'no': lambda rules, condition, place: holds_not(some_holds(rules, condition, place)),
    'share': quantity_stands, 'count': quantity_stands, 'sum': quantity_stands, 'min': quantity_stands, 'max': quantity_stands,
    'value': quantity_stands,
    'inOrder': lambda rules, condition, place: order.in_order(rules, condition, place),
    'if': if_holds,
    'reachable': lambda rules, condition, place: links.reachable(rules, condition, place),
    'condition': named_hold,
    'rule': rule_is_met,
    'atLeast': at_least_holds,
    'facts': facts_hold,
}
