"""`inOrder` (rules/README.md, 2): elements that meet the steps exist in this order of time."""
import comparisons
import conditions
import facts
import lists
import operands
from truth import holds_all, holds_any


def in_order(rules, condition, place):
    """Whether elements that meet the steps exist in this order of time: all the steps, or any so many of them in their order."""
    steps = condition['steps']
    needed = operands.whole_number(rules, condition.get('atLeast', len(steps)))
    found = []
    for one in lists.entries(rules, condition['inOrder'], place, condition.get('as')):
        meets = [conditions.holds(rules, step, one.place) for step in steps]
        day = facts.value_of(facts.find(condition['by'], one.place), 'date')
        found.append((day, [truth if one.is_certain else holds_all([truth, None]) for truth in meets]))
    return steps_from(found, 0, len(steps), needed, [])


def steps_from(found, step, last, needed, chosen):
    """Whether so many of the steps from one on can be met after the elements that were chosen for those before."""
    if needed <= 0:
        return True
    if last - step < needed:
        return False
    ways = [steps_from(found, step + 1, last, needed, chosen)]
    for i, (day, meets) in enumerate(found):
        if meets[step] is False:
            continue
        in_time = holds_all([True if i == other else comparisons.compared('most', found[other][0], day) for other in chosen])
        if in_time is not False:
            ways.append(holds_all([meets[step], in_time, steps_from(found, step + 1, last, needed - 1, chosen + [i])]))
        if ways[-1] is True:
            return True
    return holds_any(ways)
