"""What texts are read as (rules/README.md, 3): a literal or a parameter is read as what it is compared with."""
import days
import facts
import functions
import lists
from jsonc import is_number

OPERATORS = ('is', 'isNot', 'in', 'notIn', 'atLeast', 'atMost', 'moreThan', 'lessThan', 'before', 'after', 'onOrBefore', 'onOrAfter',
             'between', 'contains', 'containsAll', 'containsAny', 'containsNone', 'startsWith', 'endsWith', 'matches', 'known')


class Open:
    """Texts of which only what stands beside them tells what they are."""

    def __init__(self, texts):
        self.texts = texts


def compared(subject, operator, operand):
    """All that one comparison compares."""
    is_several = operator in ('in', 'notIn', 'between', 'containsAll', 'containsAny', 'containsNone') and isinstance(operand, list)
    return [subject] + (operand if is_several else [operand])


def common(rules, operands, place):
    """The kind of all: that of a fact or of what is worked out, and where nothing tells, that which all the texts look like."""
    kind = either(rules, operands, place)
    return by_look(kind.texts) if isinstance(kind, Open) else kind


def by_look(texts):
    looks = {days.kind_by_look(text) for text in texts}
    return looks.pop() if len(looks) == 1 and None not in looks else 'string'


def of(rules, operand, place):
    """The kind of an operand by itself: number, boolean, string, date, date-time, duration, or an Open."""
    if isinstance(operand, bool):
        return 'boolean'
    if is_number(operand):
        return 'number'
    if isinstance(operand, str):
        return Open([operand])
    kind = of_begin(rules, operand, place)
    if 'times' in operand and common(rules, [operand['times']], place) == 'duration':
        kind = 'duration'
    if not any(key in operand for key in ('plus', 'minus', 'to')):
        return kind
    if isinstance(kind, Open):
        kind = by_look(kind.texts)
    if 'minus' in operand and kind in ('date', 'date-time') and common(rules, [operand['minus']], place) == kind:
        return 'duration'
    return kind


def of_begin(rules, operand, place):
    """The kind of what an operand begins with, before anything is multiplied, added, subtracted or moved."""
    if 'fact' in operand:
        return of_type(facts.type_at(operand['fact'], place))
    if 'parameter' in operand:
        return of_type(rules.parameters[operand['parameter']][0])
    if 'value' in operand:
        return of(rules, operand['value'], place)
    if 'if' in operand:
        return either(rules, [operand['then'], operand['else']], place)
    if 'count' in operand:
        return 'number'
    if 'sum' in operand:
        kind = of_each(rules, operand['sum'], operand, place)
        return 'duration' if (by_look(kind.texts) if isinstance(kind, Open) else kind) == 'duration' else 'number'
    if 'firstKnown' in operand:
        return either(rules, operand['firstKnown'], place)
    if 'from' in operand:
        return either(rules, list(operand['from'].values()), place)
    if 'quantity' in operand:
        return common(rules, [rules.quantities[operand['quantity']]], place)
    for extreme in ('min', 'max', 'the'):
        if extreme in operand:
            return of_each(rules, operand[extreme], operand, place)
    name = functions.name_of(operand)
    if name in ('least', 'greatest'):
        return either(rules, operand[name], place)
    return functions.FUNCTIONS[name].gives


def either(rules, operands, place):
    texts = []
    for one in operands:
        kind = of(rules, one, place)
        if not isinstance(kind, Open):
            return kind
        texts += kind.texts
    return Open(texts)


def of_each(rules, source, operand, place):
    """The kind of what is worked out of each element."""
    if 'of' in operand:
        return of(rules, operand['of'], lists.unknown_element(rules, source, place).named(operand.get('as')))
    if isinstance(source, str):
        return of_type(facts.type_at(source, place))
    return of_type(lists.unknown_element(rules, source, place).type)


def of_type(type):
    while type.kind == 'list':
        type = type.items
    return Open(type.texts) if type.kind == 'open' else type.kind
