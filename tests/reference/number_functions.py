"""Functions of numbers (rules/README.md, 3): of bounds where they keep bounds, else of exactly known numbers."""
import math
from fractions import Fraction
from math import inf

from values import NOTHING, OutOfRange, Range, alike, anything, exactly, floated


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
    return rising(lambda bound: nearest(bound, 10 ** places))(given)


def nearest(bound, power):
    if not isinstance(bound, float):
        return Fraction(round(bound * power), power)
    return bound if abs(bound) >= 1e16 else round(bound * power) / power  # from 10^16 on, none has decimals


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
