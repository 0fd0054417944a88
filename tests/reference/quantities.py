"""Quantities over the elements of a list (rules/README.md, 2): count, sum, min, max and share, as bounds where not all is known."""
from fractions import Fraction
from math import inf, isinf

import arithmetic
import comparisons
import conditions
import facts
import kinds
import lists
import operands
from reached import note_value
from truth import agreed
from values import NOTHING, Range, alike, anything, exactly, one_of


def meant(rules, quantity, source, place, key='where'):
    """The elements that may meet `where`, each with whether it is certain to be there and to meet it."""
    for one in lists.entries(rules, source, place, quantity.get('as')):
        truth = conditions.holds(rules, quantity[key], one.place) if key in quantity else True
        if truth is not False:
            yield one, one.is_certain and truth is True


def count(rules, quantity, place):
    found = list(meant(rules, quantity, quantity['count'], place))
    return Range('number', sum(1 for _, is_certain in found if is_certain), sum(one.most for one, _ in found))


def worked_out(rules, name, quantity, place, kind):
    """What is worked out of each element that may meet `where`: `of`, the fact behind the list, or the element itself."""
    source, rest = quantity[name], []
    if isinstance(source, str):
        rest = lists.steps_behind_last_list(source, place)
        source = source[:-len('.' + '.'.join(rest))] if rest else source
    for one, is_certain in meant(rules, quantity, source, place):
        if 'of' in quantity:
            value = operands.value(rules, quantity['of'], one.place, kind)
        else:
            value = value_behind(one.place, rest, kind)
        yield one, is_certain, value


def value_behind(place, rest, kind):
    found = lists.begin_of(place)
    for step in rest:
        found = facts.step_into(found, step)
    return facts.value_of(found, kind)


def sum_of(rules, quantity, place):
    """The sum in the order of the file; one that may not be there adds nothing or what it is."""
    kind = kinds.of_begin(rules, quantity, place)
    total = exactly(kind, 0)
    for one, is_certain, value in worked_out(rules, 'sum', quantity, place, kind):
        if value is NOTHING:
            return NOTHING
        if kind == 'duration':
            total = arithmetic.plus(total, value if is_certain else perhaps(value, one.most))
            continue
        if not is_certain:
            low, high = (arithmetic.product(one.most, bound) for bound in (value.low, value.high))
            value = Range('number', min(low, 0), max(high, 0), value.floating)
        total = arithmetic.plus(total, value)
    return total


def perhaps(length, most):
    """What so many durations, or fewer or none, come to."""
    if isinf(length.low) or isinf(length.high) or isinf(most):
        return length if length == exactly('duration', 0) else anything('duration')
    low, high = min(most * length.low, 0), max(most * length.high, 0)
    return arithmetic.lasting(int(min(most * length.months, 0)), int(max(most * length.most_months, 0)), low, high)


def extreme(rules, name, quantity, place, kind):
    """The least or the greatest; that of no elements has no value."""
    found = list(worked_out(rules, name, quantity, place, kind))
    if 'ifNone' in quantity and not any(is_certain for _, is_certain, _ in found):
        # While it is open whether there are any, it lies between what is said and what there may be.
        result = operands.value(rules, quantity['ifNone'], place, kind)
        for _, _, value in found:
            result = one_of(result, value)
        return result
    if not any(is_certain for _, is_certain, _ in found) or any(value is NOTHING for _, _, value in found):
        return NOTHING
    choose = min if name == 'min' else max
    values = [value for _, _, value in found]
    certain = [value for _, is_certain, value in found if is_certain]
    return extreme_of(choose, values, certain)


def the_one(rules, quantity, place, kind):
    """What is worked out of the one element that meets `where`, if one certainly does and no other may."""
    found = list(worked_out(rules, 'the', quantity, place, kind))
    return found[0][2] if len(found) == 1 and found[0][1] and found[0][0].most == 1 else NOTHING


def extreme_of(choose, values, certain):
    """Of values that may be there, some of which are certain to be."""
    if values[0].kind == 'duration' and any(value.more or value.months != values[0].months or abs(value.low) == inf for value in values):
        return exactly_longest(choose, values, certain)
    floating = any(value.floating for value in values)
    bound = (lambda value, which: getattr(alike(value, Range('number', 0.0, 0.0, True))[0] if floating else value, which))
    lows = [bound(value, 'low') for value in (values if choose is min else certain)]
    highs = [bound(value, 'high') for value in (certain if choose is min else values)]
    return Range(values[0].kind, choose(lows), choose(highs), floating, values[0].months)


def exactly_longest(choose, values, certain):
    """Durations of different months: the one that is certainly the shortest (the longest), if there is one."""
    for one in certain:
        if all(one is other or comparisons.compared('most' if choose is min else 'least', one, other) for other in values):
            return one
    return Range('duration', -inf, inf)


def share_written(rules, operand):
    """`"2/3"`, `0.55` or `"55 %"`, written out or in a parameter."""
    said = rules.parameters[operand['parameter']][1] if isinstance(operand, dict) else operand
    if not isinstance(said, str):
        return exactly('number', said)
    if said.endswith('%'):
        return exactly('number', Fraction(said[:-1].strip()) / 100)
    first, second = said.split('/')
    return exactly('number', Fraction(first.strip()) / Fraction(second.strip()))


# More than all weights together, where there is no end of them: a share of what may be endless is never quite nothing.
ENDLESS = Fraction(10) ** 400


def share(rules, quantity, place):
    """Of the elements that meet `among`, the share of those that also meet `where`, of the heads or of exact weights."""
    parts = []
    for one, is_among in meant(rules, quantity, quantity['share'], place, 'among'):
        has_it = conditions.holds(rules, quantity['where'], one.place)
        weight = exact_weight(rules, quantity, one.place)
        if weight is NOTHING:
            return NOTHING
        low, high = weight
        parts.append(Part(has_it is not False, has_it is not True, not is_among, low, min(one.most, ENDLESS) * min(high, ENDLESS)))
    result = bounds_of_share(parts)
    if 'ifNone' in quantity and result is NOTHING:
        result = share_of_perhaps_none(share_said(rules, quantity['ifNone'], place), parts)
    note_value('operand', 'share', result)
    return result


def share_of_two(rules, quantity, place, operator, said):
    """How the share that the first number has of the second stands; of 0 there is none, unless it is said what counts."""
    part, whole = (amount(rules, one, place) for one in quantity['share'])
    if part is NOTHING or whole is NOTHING:
        return None
    bound = share_said(rules, said, place)
    low = 0 if part.low == 0 else part.low / min(whole.high, ENDLESS) if whole.high != 0 else 0
    high = 0 if part.high == 0 else inf if whole.low == 0 or isinf(part.high) else part.high / whole.low
    some = None if whole.high == 0 else comparisons.stands(operator, Range('number', low, high), bound)
    none = comparisons.stands(operator, share_said(rules, quantity['ifNone'], place), bound) if 'ifNone' in quantity else None
    return none if whole.high == 0 else some if whole.low > 0 else agreed(some, none)


def amount(rules, operand, place):
    """A number that is never negative."""
    found = as_written(operands.value(rules, operand, place, 'number'))
    return found if found is NOTHING else Range('number', max(found.low, 0), found.high)


def as_written(value):
    """What is worked out in floating point is the shortest decimal that stands for it."""
    if value is NOTHING or not value.floating:
        return value
    return Range('number', *(bound if isinf(bound) else Fraction(repr(bound)) for bound in (float(value.low), float(value.high))))


def share_said(rules, said, place):
    """A share that is written out, a parameter, any number, one of two or one of several by days."""
    if isinstance(said, dict) and set(said) == {'value'}:
        return share_said(rules, said['value'], place)
    if not isinstance(said, dict) or set(said) == {'parameter'}:
        return share_written(rules, said)
    if set(said) == {'firstKnown'}:
        return operands.first_of(said['firstKnown'], place, lambda one: share_said(rules, one, place))
    if 'from' in said and not any(key in said for key in ('times', 'plus', 'minus')):
        return operands.value_by_day(rules, said, place, lambda one: share_said(rules, one, place))
    if 'if' not in said or any(key in said for key in ('times', 'plus', 'minus')):
        return as_written(operands.value(rules, said, place, 'number'))
    truth = conditions.holds(rules, said['if'], place)
    if truth is not None:
        return share_said(rules, said['then' if truth else 'else'], place)
    return one_of(share_said(rules, said['then'], place), share_said(rules, said['else'], place))


def share_of_perhaps_none(said, parts):
    """Between what counts where there is nothing and what there may be."""
    may = [part for part in parts if part.high > 0]
    ends = [Fraction(0)] * any(part.may_lack for part in may) + [Fraction(1)] * any(part.may_have for part in may)
    for end in ends:
        said = one_of(said, exactly('number', end))
    return said


def exact_weight(rules, quantity, place):
    """A floating weight is the decimal that is written."""
    if 'of' not in quantity:
        return 1, 1
    if not isinstance(quantity['of'], str):
        weight = amount(rules, quantity['of'], place)
        return weight if weight is NOTHING else (weight.low, weight.high)
    found = facts.find(quantity['of'], place)
    said = found.said if found.is_there else None
    said = found.type.default if said is None and found.is_there else said
    return (found.type.least, found.type.greatest) if said is None else (said, said)


class Part:
    """An element of a share: whether it may have what is asked, may lack it, may be left out, and its least and greatest weight."""

    def __init__(self, may_have, may_lack, may_be_out, low, high):
        self.may_have, self.may_lack, self.may_be_out, self.low, self.high = may_have, may_lack, may_be_out, low, high


def bounds_of_share(parts):
    if sum(0 if part.may_be_out else part.low for part in parts) == 0:
        return NOTHING  # it may be a share of nothing
    lowest = ratio(*extreme_weights(parts, 'may_lack', 'may_have'))
    highest = 1 - ratio(*extreme_weights(parts, 'may_have', 'may_lack'))
    return Range('number', lowest, highest)


def extreme_weights(parts, wanted, unwanted):
    """The weights with and against a side if it gets as much as it may, and the other as little."""
    side, other = 0, 0
    for part in parts:
        if getattr(part, wanted):
            side += part.high
        elif not part.may_be_out:
            other += part.low
    return other, side


def ratio(part, rest):
    return Fraction(0) if part == 0 else Fraction(part) / (part + rest)
