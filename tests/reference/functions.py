"""Functions (rules/README.md, 3): which there are, what they take and give, and what becomes of them where something is not known."""
import math

import date_functions as dates
import days
import kinds
import number_functions as numbers
import operands
import quantities
import text_functions as texts
from values import NOTHING, UNKNOWN, Range, Whole


class Function:
    """`takes`: what texts given to it are read as (None: what they look like). `gives`: the kind of its value. `of`: its value for exact
    arguments, or None if it has none. `bounds`: how it goes with bounds, if it keeps them."""

    def __init__(self, takes, gives, of, bounds=None):
        self.takes, self.gives, self.of, self.bounds = takes, gives, of, bounds


def name_of(operand):
    return next(key for key in operand if key in FUNCTIONS)


def value(rules, name, arguments, place, kind):
    function = FUNCTIONS[name]
    arguments = arguments if isinstance(arguments, list) else [arguments]
    if name in ('least', 'greatest'):
        found = kinds.either(rules, arguments, place)
        kind = kind if isinstance(found, kinds.Open) else found
    else:
        kind = function.takes
    given = [operands.value(rules, one, place, kind or kinds.common(rules, [one], place)) for one in arguments]
    if NOTHING in given:
        return NOTHING
    if function.bounds:
        return function.bounds(*given)
    if any(one is UNKNOWN or isinstance(one, Range) and not (one.is_exact and one.months == 0) for one in given):
        return NOTHING
    result = function.of(*given)
    return NOTHING if result is None else result


def extreme(choose):
    def evaluate(*given):
        if any(isinstance(one, Whole) for one in given):
            return choose(given, key=lambda one: one.first if isinstance(one, Whole) else one.low)
        return quantities.extreme_of(choose, list(given), list(given))
    return evaluate


FUNCTIONS = {
    'quotient': Function('number', 'number', None, numbers.quotient),
    'wholeQuotient': Function('number', 'number', None, numbers.whole_quotient),
    'remainder': Function('number', 'number', None, numbers.remainder),
    'power': Function('number', 'number', numbers.floating(numbers.power)),
    'squareRoot': Function('number', 'number', None, numbers.square_root),
    'absolute': Function('number', 'number', None, numbers.absolute),
    'sign': Function('number', 'number', None, numbers.sign),
    'floor': Function('number', 'number', None, numbers.whole(math.floor)),
    'ceiling': Function('number', 'number', None, numbers.whole(math.ceil)),
    'truncated': Function('number', 'number', None, numbers.whole(math.trunc)),
    'rounded': Function('number', 'number', None, numbers.rounded),
    'least': Function(None, None, None, extreme(min)),
    'greatest': Function(None, None, None, extreme(max)),
    'lowerCase': Function('string', 'string', texts.lower_case),
    'upperCase': Function('string', 'string', texts.upper_case),
    'trimmed': Function('string', 'string', texts.trimmed),
    'length': Function('string', 'number', texts.length),
    'part': Function('string', 'string', texts.part),
    'positionOf': Function('string', 'number', texts.position),
    'replaced': Function('string', 'string', texts.replaced),
    'joined': Function('string', 'string', texts.joined),
    'year': Function(None, 'number', None, dates.year),
    'month': Function(None, 'number', None, dates.of_day(lambda day: day.month, 12)),
    'dayOfMonth': Function(None, 'number', None, dates.of_day(lambda day: day.day, 31)),
    'dayOfYear': Function(None, 'number', None, dates.of_day(lambda day: day.timetuple().tm_yday, 366)),
    'dayOfWeek': Function(None, 'string', dates.day_of_week),
    'hour': Function('date-time', 'number', None, dates.of_time(3600, 24)),
    'minute': Function('date-time', 'number', None, dates.of_time(60, 60)),
    'second': Function('date-time', 'number', None, dates.of_time(1, 60)),
    'dateOf': Function('date-time', 'date', None, dates.date_of),
    'timeOfDay': Function('date-time', 'duration', None, dates.time_of_day),
    'totalDays': Function('duration', 'number', None, dates.total(days.DAY)),
    'totalHours': Function('duration', 'number', None, dates.total(3600)),
    'totalMinutes': Function('duration', 'number', None, dates.total(60)),
    'totalSeconds': Function('duration', 'number', None, dates.total(1)),
    'years': Function('number', 'duration', None, dates.of_months(12)),
    'months': Function('number', 'duration', None, dates.of_months(1)),
    'days': Function('number', 'duration', None, dates.of_seconds(days.DAY)),
    'hours': Function('number', 'duration', None, dates.of_seconds(3600)),
    'minutes': Function('number', 'duration', None, dates.of_seconds(60)),
    'wholeYears': Function(None, 'number', None, dates.whole_months(12)),
    'wholeMonths': Function(None, 'number', None, dates.whole_months(1)),
    'dateTime': Function(None, 'date-time', None, dates.moment_of),
}
