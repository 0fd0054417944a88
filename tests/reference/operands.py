"""Operands (rules/README.md, 3): what a value comes to at a place."""
from math import inf

import arithmetic
import conditions
import days
import facts
import functions
import kinds
import lists
import quantities
from jsonc import is_number
from reached import note_value
from values import NOTHING, Either, Mark, NotCovered, Range, Values, exactly, one_of


def value(rules, operand, place, kind):
    """`kind` tells what a text is read as where nothing else does."""
    if not isinstance(operand, dict):
        return literal(operand, kind)
    steps = [key for key in ('times', 'plus', 'minus', 'to') if key in operand]
    if steps and steps != ['times']:
        begin = kinds.of_begin(rules, operand, place)
        kind = kinds.by_look(begin.texts) if isinstance(begin, kinds.Open) else begin
    result = begin_value(rules, operand, place, kind)
    for key in steps:
        result = step(rules, key, operand[key], result, place, kind)
        note_value('going on', key, result)
    return result


def literal(said, kind):
    if is_number(said):
        return exactly('number', said)
    return facts.read_text(said, kind, days.date_of_rules) if isinstance(said, str) else said


def begin_value(rules, operand, place, kind):
    """What an operand begins with, before anything is multiplied, added, subtracted or moved."""
    for form, evaluate in FORMS.items():
        if form in operand:
            result = evaluate(rules, operand, place, kind)
            note_value('operand', form, result)
            return result
    name = functions.name_of(operand)
    result = functions.value(rules, name, operand[name], place, kind)
    note_value('function', name, result)
    return result


def parameter(rules, operand, place, kind):
    type, said = rules.parameters[operand['parameter']]
    if type.kind == 'list':
        return Values(tuple(facts.value_said(type.items, one, True, kind) for one in said))
    return facts.value_said(type, said, True, kind)


def choice(rules, operand, place, kind):
    truth = conditions.holds(rules, operand['if'], place)
    if truth is not None:
        return value(rules, operand['then' if truth else 'else'], place, kind)
    return one_of(value(rules, operand['then'], place, kind), value(rules, operand['else'], place, kind))


def quantity(rules, operand, place, kind):
    """What is written under its name is read by itself, in the place where the name is used."""
    said = rules.quantities[operand['quantity']]
    return value(rules, said, place, kinds.common(rules, [said], place))


def in_force(rules, operand, place, kind):
    return value_by_day(rules, operand, place, lambda said: value(rules, said, place, kind))


def value_by_day(rules, operand, place, work_out):
    """The value of the last of the days that is not after the date; before the first day there is none."""
    if 'at' in operand:
        date = value(rules, operand['at'], place, kinds.common(rules, [operand['at']], place))
    else:
        date = facts.value_of(facts.find('asOf', rules.scenario), 'date')
    if date is NOTHING:
        return NOTHING
    low, high = ((bound // days.DAY if date.kind == 'date-time' and abs(bound) != inf else bound) for bound in (date.low, date.high))
    begins = [(days.days_of(day)[0], said) for day, said in operand['from'].items()]
    if low < begins[0][0]:
        return NOTHING
    first = [i for i, (day, _) in enumerate(begins) if day <= low][-1]
    found = [work_out(said) for i, (day, said) in enumerate(begins) if i == first or i > first and day <= high]
    result = found[0]
    for one in found[1:]:
        result = one_of(result, one)
    return result


def first_known(rules, operand, place, kind):
    """The first that has exactly one value; of an element that may exist beyond the known ones it is not known what is known."""
    return first_of(operand['firstKnown'], place, lambda one: value(rules, one, place, kind))


def first_of(several, place, work_out):
    found = []
    for i, one in enumerate(several):
        result = work_out(one)
        is_known = is_one(result)
        if is_known or reads_perhaps(one, place) or i == len(several) - 1:
            found.append(result)
        if is_known:
            break
    result = found[0]
    for one in found[1:]:
        result = one_of(result, one)
    return result


def is_one(result):
    if isinstance(result, Mark):
        return False
    return result.is_exact and abs(result.low) != inf if isinstance(result, Range) else not isinstance(result, Either)


def reads_perhaps(operand, place):
    """Whether a fact is read of an element that may exist beyond the known ones."""
    if isinstance(operand, list):
        return any(reads_perhaps(one, place) for one in operand)
    if not isinstance(operand, dict):
        return False
    if isinstance(operand.get('fact'), str) and not facts.start(operand['fact'], place)[0].is_there:
        return True
    return any(reads_perhaps(one, place) for key, one in operand.items() if key != 'fact')


FORMS = {
    'firstKnown': first_known,
    'from': in_force,
    'quantity': quantity,
    'the': lambda rules, operand, place, kind: quantities.the_one(rules, operand, place, kind),
    'fact': lambda rules, operand, place, kind: lists.value_of_fact(rules, operand['fact'], place, kind),
    'parameter': parameter,
    'value': lambda rules, operand, place, kind: value(rules, operand['value'], place, kind),
    'if': choice,
    'count': lambda rules, operand, place, kind: quantities.count(rules, operand, place),
    'sum': lambda rules, operand, place, kind: quantities.sum_of(rules, operand, place),
    'min': lambda rules, operand, place, kind: quantities.extreme(rules, 'min', operand, place, kind),
    'max': lambda rules, operand, place, kind: quantities.extreme(rules, 'max', operand, place, kind),
}


def step(rules, key, operand, result, place, kind):
    """Goes on from a value by `times`, `plus`, `minus` or `to`."""
    if key == 'to':
        return arithmetic.moved_to(result, operand)
    if key == 'times':
        return arithmetic.times(result, value(rules, operand, place, kinds.common(rules, [operand], place)))
    other_kind = kinds.common(rules, [operand], place)
    other = value(rules, operand, place, other_kind)
    return arithmetic.plus(result, other) if key == 'plus' else arithmetic.minus(result, other)


def whole_bounds(rules, said, place):
    """The least and the most that a whole number may be; fewer than none is none."""
    if not isinstance(said, dict) or 'parameter' in said and len(said) == 1:
        number = whole_number(rules, said)
        return max(number, 0), max(number, 0)
    found = value(rules, said, place, 'number')
    return (0, inf) if found is NOTHING else (max(found.low, 0), max(found.high, 0))


def whole_number(rules, operand):
    """A number that is written out or a parameter."""
    said = rules.parameters[operand['parameter']][1] if isinstance(operand, dict) else operand
    if said == inf:
        return said
    if said != int(said):
        raise NotCovered(said)
    return int(said)


def kind_alone(rules, operand, place):
    return kinds.common(rules, [operand], place)
