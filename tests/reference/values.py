"""What an operand may come to.

* True, False, text: these values. UNKNOWN: a boolean or a text that is not known.
* Range: a number, a date, a date-time or a duration that lies between two bounds; known exactly where they are the same.
* Whole: a month or a year of a rule file, which stands for all its days.
* Either: one of two values of which one at least is a Whole, while it is unknown which.
* NOTHING: there may be no value at all (a division by zero, the least of none). Unlike an unknown number it lies between no bounds.
* Values: a list of plain values, of which some may not be known.
"""
from dataclasses import dataclass
from math import inf


class OutOfRange(Exception):
    """A number or date that grew beyond what can be represented: an error of the scenario, never an outcome."""


class NotCovered(Exception):
    """A rule file that the reference evaluator cannot read: it would be a diagnostic of the checker."""


class Mark:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


UNKNOWN = Mark('UNKNOWN')
NOTHING = Mark('NOTHING')


@dataclass(frozen=True)
class Range:
    """`kind` is 'number', 'date', 'date-time' or 'duration'. Exact numbers are fractions; where `floating`, bounds are floating numbers.
    Dates are numbers of days, date-times and durations numbers of seconds. A duration has `months` besides, and perhaps so many `more`."""
    kind: str
    low: object
    high: object
    floating: bool = False
    months: int = 0
    more: int = 0

    @property
    def is_exact(self):
        return self.low == self.high and not self.more

    @property
    def most_months(self):
        return self.months + self.more


@dataclass(frozen=True)
class Whole:
    """The days of a month or a year, first and last."""
    first: int
    last: int


@dataclass(frozen=True)
class Either:
    first: object
    second: object


@dataclass(frozen=True)
class Values:
    """`known` are the values known to be in the list, `others` what is known of those that may be there besides: None if there are none."""
    known: tuple
    others: object = None


def exactly(kind, value, floating=False, months=0):
    return Range(kind, value, value, floating, months)


def anything(kind):
    """What is known of a value of a kind when nothing is."""
    return Range(kind, -inf, inf) if kind in ('number', 'date', 'date-time', 'duration') else UNKNOWN


def one_of(first, second):
    """What is known while it is unknown which of two values counts: it lies between the two."""
    if first is NOTHING or second is NOTHING:
        return NOTHING
    if isinstance(first, (Whole, Either)) or isinstance(second, (Whole, Either)):
        return first if first == second else Either(first, second)
    if isinstance(first, Range):
        if (first.months, first.more) != (second.months, second.more):
            return anything('duration')
        first, second = alike(first, second)
        return Range(first.kind, min(first.low, second.low), max(first.high, second.high), first.floating, first.months, first.more)
    return first if first == second else UNKNOWN


def alike(first, second):
    """Two numbers as both exact or both floating: an exact number beside a floating one is taken as floating."""
    if first.floating == second.floating:
        return first, second
    return as_floating(first), as_floating(second)


def as_floating(number):
    if number.floating:
        return number
    return Range(number.kind, floated(number.low), floated(number.high), True)


def floated(value):
    try:
        return float(value)
    except OverflowError:
        raise OutOfRange(value)
