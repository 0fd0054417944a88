"""`inOrder` (rules/README.md, 2): elements that meet the steps exist in this order of time."""
from math import inf

import arithmetic
import comparisons
import conditions
import days
import facts
import lists
import operands
from truth import holds_all, holds_any
from values import OutOfRange, Range


def in_order(rules, condition, place):
    """Whether elements that meet the steps exist in this order of time: all the steps, or any so many of them in their order."""
    steps = condition['steps']
    needed = operands.whole_number(rules, condition.get('atLeast', len(steps)))
    found = []
    for one in lists.entries(rules, condition['inOrder'], place, condition.get('as')):
        meets = [conditions.holds(rules, step, one.place) for step in steps]
        day = facts.value_of(facts.find(condition['by'], one.place), 'date')
        found.append((day, [truth if one.is_certain else holds_all([truth, None]) for truth in meets]))
    time = operands.value(rules, condition['within'], place, 'duration') if 'within' in condition else None
    element = lists.unknown_element(rules, condition['inOrder'], place).named(condition.get('as'))
    if isinstance(time, Range) and abs(time.low) < inf and time.low % days.DAY and facts.type_at(condition['by'], element).kind == 'date':
        raise OutOfRange('a date moved by a part of a day')
    return steps_from(found, time, 0, len(steps), needed, [])


def steps_from(found, time, step, last, needed, chosen):
    """Whether so many of the steps from one on can be met after the elements that were chosen for those before."""
    if needed <= 0:
        return True
    if last - step < needed:
        return False
    ways = [steps_from(found, time, step + 1, last, needed, chosen)]
    for i, (day, meets) in enumerate(found):
        if meets[step] is False:
            continue
        in_order = holds_all([True if i == other else comparisons.compared('most', found[other][0], day) for other in chosen])
        in_time = True if time is None or in_order is False else holds_all([is_in_time(found, time, i, other) for other in chosen + [i]])
        fits = holds_all([in_order, in_time])
        if fits is not False:
            ways.append(holds_all([meets[step], fits, steps_from(found, time, step + 1, last, needed - 1, chosen + [i])]))
        if ways[-1] is True:
            return True
    return holds_any(ways)


def is_in_time(found, time, one, other):
    """Whether neither of two elements is later than the other moved by the time that the steps may take; one alone takes none."""
    first, second = found[one][0], found[other][0]
    if one == other and not first.is_exact:
        return comparisons.compared('least', time, arithmetic.minus(time, time))
    return holds_all([is_by(second, first, time), is_by(first, second, time)])


def is_by(day, start, time):
    """Whether a day is not after another one moved by a time; beyond the calendar there is no bound."""
    if not isinstance(time, Range):
        return None
    move = days.moved_day if start.kind == 'date' else days.moved_moment
    beyond = -inf if days.length_in_seconds(time)[1] < 0 else inf
    ends = (start.low, time.months, time.low), (start.high, time.most_months, time.high)
    return comparisons.compared('most', day, Range(start.kind, *(days.unless_outside(beyond, move, *end) for end in ends)))
