"""Functions (rules/README.md, 3): of exact values, and of bounds for those that keep bounds."""
import math
from fractions import Fraction
from math import inf

import days
import kinds
import operands
import quantities
from letters import LOWER, UPPER
from values import NOTHING, UNKNOWN, Range, Whole, alike, anything, exactly, floated, OutOfRange


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
        return anything(function.gives)
    result = function.of(*given)
    return NOTHING if result is None else result


def numbers(of):
    """A function of exactly known numbers, both exact or both floating."""
    def evaluate(*given):
        if len(given) == 2:
            given = alike(*given)
        result = of(*(one.low for one in given))
        return None if result is None else checked(result)
    return evaluate


def checked(result):
    if isinstance(result, float) and math.isinf(result):
        raise OutOfRange('a floating number')
    return exactly('number', result, isinstance(result, float))


def floating(of):
    """A function that works in floating point."""
    return lambda *given: numbers(of)(*(exactly('number', floated(one.low), True) for one in given))


def rising(of):
    """A function that never falls keeps bounds: those of its values at the bounds."""
    def evaluate(given):
        low, high = (bound if bound in (-inf, inf) else of(bound) for bound in (given.low, given.high))
        return Range('number', low, high, given.floating and isinstance(low if low not in (-inf, inf) else high, float))
    return evaluate


def whole(rounding):
    return rising(lambda bound: float(rounding(bound)) if isinstance(bound, float) else Fraction(rounding(bound)))


def absolute(given):
    low, high = abs(given.low), abs(given.high)
    return Range('number', 0 if given.low < 0 < given.high else min(low, high), max(low, high), given.floating)


def sign(given):
    low, high = ((bound > 0) - (bound < 0) for bound in (given.low, given.high))
    return Range('number', low, high)


def square_root(given):
    if given.low < 0:
        return NOTHING
    low, high = (bound if bound == inf else math.sqrt(floated(bound)) for bound in (given.low, given.high))
    return Range('number', low, high, True)


def rounded(given, decimals=exactly('number', 0)):
    if not decimals.is_exact or not 0 <= decimals.low <= 15:
        return NOTHING
    places = int(decimals.low)
    return rising(lambda bound: round(bound, places) if isinstance(bound, float) else Fraction(round(bound * 10 ** places), 10 ** places))(given)


def quotient(first, second):
    first, second = (Range('number', floated(one.low), floated(one.high), True) for one in (first, second))
    if not second.is_exact or second.low == 0:
        return by_unknown(second)
    ends = sorted(one / second.low for one in (first.low, first.high))
    if any(math.isinf(end) for end in ends) and not any(math.isinf(one) for one in (first.low, first.high)):
        raise OutOfRange('a floating number')
    return Range('number', *ends, True)


def whole_quotient(first, second):
    if not second.is_exact or second.low == 0:
        return by_unknown(second)
    ends = sorted(math.copysign(inf, one * second.low) if one in (-inf, inf) else Fraction(math.trunc(one / second.low))
                  for one in (first.low, first.high))
    return Range('number', *ends)


def by_unknown(divisor):
    """What a division comes to by a number that is not exactly known, or is 0: some number, if it cannot be 0."""
    return NOTHING if divisor.low <= 0 <= divisor.high else Range('number', -inf, inf, divisor.floating)


def remainder(first, second):
    first, second = alike(first, second)
    if not second.is_exact or second.low == 0:
        return by_unknown(second)
    if not first.is_exact:
        return anything('number')
    return exactly('number', rest_of(first.low, second.low), first.floating)


def rest_of(first, second):
    if isinstance(first, float):
        return math.fmod(first, second)
    return first - second * math.trunc(first / second)


def power(first, second):
    try:
        return math.pow(first, second)
    except OverflowError:
        return math.inf
    except ValueError:
        return None


def extreme(choose):
    def evaluate(*given):
        if any(isinstance(one, Whole) for one in given):
            return choose(given, key=lambda one: one.first if isinstance(one, Whole) else one.low)
        return quantities.extreme_of(choose, list(given), list(given))
    return evaluate


def part(text, start, length=None):
    units = text.encode('utf-16-le')
    begin = start.low
    end = len(units) // 2 if length is None else begin + length.low
    if not 0 <= begin <= end <= len(units) // 2:
        return None
    return units[int(begin) * 2:int(end) * 2].decode('utf-16-le', 'surrogatepass')


def units(text):
    return len(text.encode('utf-16-le', 'surrogatepass')) // 2


def position(text, piece):
    at = text.find(piece)
    return exactly('number', -1 if at < 0 else units(text[:at]))


def letters(table):
    return lambda text: ''.join(table.get(letter, letter) for letter in text)


def of_day(pick, greatest):
    """A whole number of the day of a date or a date-time: between the least and the greatest of all the days that it may be."""
    def evaluate(given):
        first, last = (bound if given.kind == 'date' or abs(bound) == inf else bound // days.DAY for bound in (given.low, given.high))
        if last - first > 8 * 366:  # all there are: two years of 29 February are at most eight years apart
            return Range('number', 1, greatest)
        found = [pick(days.date.fromordinal(day)) for day in range(int(first), int(last) + 1)]
        return Range('number', min(found), max(found))
    return evaluate


def year(given):
    low, high = (bound if abs(bound) == inf else Fraction(day_of(given.kind, bound).year) for bound in (given.low, given.high))
    return Range('number', low, high)


def day_of(kind, bound):
    return days.date.fromordinal(int(bound if kind == 'date' else bound // days.DAY))


def date_of(given):
    return Range('date', *(bound if abs(bound) == inf else int(bound // days.DAY) for bound in (given.low, given.high)))


def of_time(unit, many):
    """The hour, the minute or the second; any of them if it may be one moment or another of more than one hour, minute, …"""
    def evaluate(given):
        if given.high - given.low >= unit * many or given.low // (unit * many) != given.high // (unit * many):
            return Range('number', 0, many - 1)
        return Range('number', *(Fraction(int(bound // unit % many)) for bound in (given.low, given.high)))
    return evaluate


def time_of_day(given):
    """Moments are told apart to the ten-millionth of a second: the last of a day is that much before midnight."""
    if given.high - given.low >= days.DAY or given.low // days.DAY != given.high // days.DAY:
        return Range('duration', 0, days.DAY - Fraction(1, 10 ** 7))
    return Range('duration', given.low % days.DAY, given.high % days.DAY)


def total(unit):
    def evaluate(given):
        low, high = (bound if bound in (-inf, inf) else float(Fraction(bound) / unit) for bound in days.length_in_seconds(given))
        return Range('number', low, high, True)
    return evaluate


WEEKDAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
WHITE = ''.join(map(chr, [*range(9, 14), 32, 0x85, 0xa0, 0x1680, *range(0x2000, 0x200b), 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]))

FUNCTIONS = {
    'quotient': Function('number', 'number', None, quotient),
    'wholeQuotient': Function('number', 'number', None, whole_quotient),
    'remainder': Function('number', 'number', None, remainder),
    'power': Function('number', 'number', floating(power)),
    'squareRoot': Function('number', 'number', None, square_root),
    'absolute': Function('number', 'number', None, absolute),
    'sign': Function('number', 'number', None, sign),
    'floor': Function('number', 'number', None, whole(math.floor)),
    'ceiling': Function('number', 'number', None, whole(math.ceil)),
    'truncated': Function('number', 'number', None, whole(math.trunc)),
    'rounded': Function('number', 'number', None, rounded),
    'least': Function(None, None, None, extreme(min)),
    'greatest': Function(None, None, None, extreme(max)),
    'lowerCase': Function('string', 'string', letters(LOWER)),
    'upperCase': Function('string', 'string', letters(UPPER)),
    'trimmed': Function('string', 'string', lambda text: text.strip(WHITE)),
    'length': Function('string', 'number', lambda text: exactly('number', units(text))),
    'part': Function('string', 'string', part),
    'positionOf': Function('string', 'number', position),
    'replaced': Function('string', 'string', lambda text, old, new: text.replace(old, new) if old else None),
    'joined': Function('string', 'string', lambda *texts: ''.join(texts)),
    'year': Function(None, 'number', None, year),
    'month': Function(None, 'number', None, of_day(lambda day: day.month, 12)),
    'dayOfMonth': Function(None, 'number', None, of_day(lambda day: day.day, 31)),
    'dayOfYear': Function(None, 'number', None, of_day(lambda day: day.timetuple().tm_yday, 366)),
    'dayOfWeek': Function(None, 'string', lambda given: WEEKDAYS[day_of(given.kind, given.low).weekday()]),
    'hour': Function('date-time', 'number', None, of_time(3600, 24)),
    'minute': Function('date-time', 'number', None, of_time(60, 60)),
    'second': Function('date-time', 'number', None, of_time(1, 60)),
    'dateOf': Function('date-time', 'date', None, date_of),
    'timeOfDay': Function('date-time', 'duration', None, time_of_day),
    'totalDays': Function('duration', 'number', None, total(days.DAY)),
    'totalHours': Function('duration', 'number', None, total(3600)),
    'totalMinutes': Function('duration', 'number', None, total(60)),
    'totalSeconds': Function('duration', 'number', None, total(1)),
}
