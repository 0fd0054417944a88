"""Comparisons of two values (rules/README.md, 2 and 4): decided as soon as the bounds of what is known allow."""
import re

import days
from text_functions import units
from truth import agreed, holds_all, holds_any, holds_not
from values import NOTHING, UNKNOWN, Either, Range, Values, Whole, alike

BY_ORDER = {'atLeast': 'least', 'onOrAfter': 'least', 'atMost': 'most', 'onOrBefore': 'most', 'moreThan': 'more', 'after': 'more',
            'lessThan': 'less', 'before': 'less'}


def stands(operator, value, operand):
    """Whether a value stands a comparison with another, or with a list of values that is a parameter or a fact."""
    if operator == 'isNot':
        return holds_not(stands('is', value, operand))
    if operator == 'in':
        return is_any(value, operand)
    if operator == 'notIn':
        return holds_not(is_any(value, operand))
    if operator in ('contains', 'containsAll', 'containsAny', 'containsNone') and isinstance(value, Values):
        return contains(operator, value, operand)
    if operator in ('contains', 'startsWith', 'endsWith', 'matches'):
        return text_stands(operator, value, operand)
    return compared(BY_ORDER.get(operator, operator), value, operand)


def is_any(value, listed):
    """`in` means any of `is`. A value that may be in a list beyond what is known of it is unknown to be there."""
    found = [compared('is', value, one) for one in listed.known]
    if listed.others is not None:
        found.append(maybe(compared('is', value, listed.others)))
    return holds_any(found)


def maybe(truth):
    """What holds of something that may not be there."""
    return holds_all([truth, None])


def contains(operator, listed, operand):
    if operator == 'contains':
        return is_any(operand, listed)
    if operator == 'containsNone':
        return holds_not(contains('containsAny', listed, operand))
    each = [is_any(one, listed) for one in operand.known]
    other = [] if operand.others is None else [is_any(operand.others, listed)]
    if operator == 'containsAny':
        return holds_any(each + [maybe(truth) for truth in other])
    return holds_all(each + [holds_any([truth, None]) for truth in other])


def text_stands(operator, value, operand):
    if not isinstance(value, str) or not isinstance(operand, str):
        return None
    if operator == 'matches':
        return re.search(pattern(operand), value, re.ASCII) is not None
    value, operand = units(value), units(operand)
    if operator == 'contains':
        return operand in value
    return value.startswith(operand) if operator == 'startsWith' else value.endswith(operand)


def pattern(said):
    """As Python reads it: `$` is the end, `.` is no line break of any kind, `\\s` is white space of every script."""
    written, is_class, steps = '', False, iter(said)
    for one in steps:
        if one == '\\':
            other = next(steps)
            spaces = '\\t\\n\\v\\f\\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
            written += {'s': spaces if is_class else f'[{spaces}]', 'S': f'[^{spaces}]'}.get(other, one + other)
            continue
        is_class = one == '[' or is_class and one != ']'
        written += one if is_class else {'$': r'\Z', '.': '[^\n\r\u2028\u2029]'}.get(one, one)
    return written


SWAPPED = {'is': 'is', 'least': 'most', 'most': 'least', 'more': 'less', 'less': 'more'}


def compared(how, first, second):
    """`how`: is, least, most, more or less."""
    if first is NOTHING or second is NOTHING:
        return None
    if isinstance(first, Either):
        return agreed(compared(how, first.first, second), compared(how, first.second, second))
    if isinstance(second, Either):
        return agreed(compared(how, first, second.first), compared(how, first, second.second))
    if isinstance(first, Whole) or isinstance(second, Whole):
        return with_whole(how, first, second)
    if isinstance(first, Range):
        return ranges(how, *bounds(first, second))
    if first is UNKNOWN or second is UNKNOWN:
        return None
    return first == second


def bounds(first, second):
    if first.kind == 'duration':
        # Durations are compared by their difference, so that as many months on either side fall away.
        difference = Range('duration', first.low - second.high, first.high - second.low,
                           months=first.months - second.most_months, more=first.more + second.more)
        return *days.length_in_seconds(difference), 0, 0
    if first.kind == 'number':
        first, second = alike(first, second)
    return first.low, first.high, second.low, second.high


def ranges(how, low, high, other_low, other_high):
    if how == 'is':
        if low == high == other_low == other_high:
            return True
        return False if high < other_low or other_high < low else None
    if how in ('most', 'less'):
        return ranges(SWAPPED[how], other_low, other_high, low, high)
    if how == 'more':
        return holds_not(ranges('least', other_low, other_high, low, high))
    return True if low >= other_high else False if high < other_low else None


def with_whole(how, first, second):
    """A day with a month or a year as a whole; of two of these, the shorter with the longer, as a day that may be any of its days."""
    if isinstance(first, Whole) and (not isinstance(second, Whole) or second.last - second.first < first.last - first.first):
        return with_whole(SWAPPED[how], second, first)
    low, high = (first.first, first.last) if isinstance(first, Whole) else (first.low, first.high)
    if how == 'is':
        return holds_all([with_whole('least', first, second), with_whole('most', first, second)])
    if how in ('more', 'less'):
        return holds_not(with_whole('most' if how == 'more' else 'least', first, second))
    if how == 'least':
        return ranges('least', low, high, second.first, second.first)
    return ranges('most', low, high, second.last, second.last)
