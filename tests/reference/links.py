"""`reachable` (rules/README.md, 2 and 4): whether elements of a list link one value with another."""
from math import isinf

import conditions
import facts
import kinds
import lists
import operands
import quantities
from values import Mark, Range, floated


def reachable(rules, condition, place):
    """By links that are certain it is so; not, if it could not be even if all were so and everything is known; else unknown."""
    between, name = condition['between'], condition.get('as')
    element = lists.unknown_element(rules, condition['reachable'], place).named(name)
    kind = kinds.of_type(facts.type_at(between, element))
    ends = [exact(operands.value(rules, condition[key], place, kind)) for key in ('from', 'to')]
    certain, possible, may_be_more = [], [], False
    for one in lists.entries(rules, condition['reachable'], place, name):
        truth = conditions.holds(rules, condition['where'], one.place) if 'where' in condition else True
        if truth is False:
            continue
        if not one.is_certain:
            may_be_more = True
            continue
        linked = [exact(value) if inner.is_certain else None for inner, value in values_of(rules, between, one.place, kind)]
        may_be_more = may_be_more or None in linked
        possible.append({value for value in linked if value is not None})
        if truth is True:
            certain.append(possible[-1])
    if None in ends:
        return None
    if same(*ends) or leads(certain, *ends):
        return True
    return None if may_be_more or leads(possible, *ends) else False


def values_of(rules, between, place, kind):
    rest = lists.steps_behind_last_list(between, place)
    source = between[:-len('.' + '.'.join(rest))] if rest else between
    for one in lists.entries(rules, source, place):
        yield one, quantities.value_behind(one.place, rest, kind)


def exact(value):
    """What is exactly known, to be compared; floating numbers as such."""
    if isinstance(value, Mark):
        return None
    if isinstance(value, Range):
        return value.low if value.is_exact and not isinf(value.low) else None
    return value


def same(first, second):
    if isinstance(first, float) or isinstance(second, float):
        return floated(first) == floated(second)
    return first == second


def leads(links, start, end):
    reached, before = [start], 0
    while before != len(reached):
        before = len(reached)
        for link in links:
            if any(same(one, other) for one in link for other in reached):
                reached += [one for one in link if not any(same(one, other) for other in reached)]
    return any(same(one, end) for one in reached)
