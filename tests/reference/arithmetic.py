"""`times`, `plus`, `minus` and `to` (rules/README.md, 3), of what is known between bounds."""
from math import isinf

import days
from values import NOTHING, Either, NotCovered, OutOfRange, Range, Whole, alike, anything, exactly, one_of


def times(first, second):
    if NOTHING in (first, second):
        return NOTHING
    if 'duration' in (first.kind, second.kind):
        return so_many(first, second) if first.kind == 'duration' else so_many(second, first)
    first, second = alike(first, second)
    products = [product(one, other) for one in (first.low, first.high) for other in (second.low, second.high)]
    return number(min(products), max(products), first.floating)


def so_many(length, number):
    """A duration so many times; of a duration both ends are known or none."""
    if any(isinf(bound) for bound in (length.low, length.high, number.low, number.high)):
        return anything('duration')
    ends = [(months * count, seconds * count) for months, seconds in ((length.months, length.low), (length.most_months, length.high))
            for count in (number.low, number.high)]
    months, seconds = sorted(int(one) for one, _ in ends), sorted(one for _, one in ends)
    return lasting(months[0], months[-1], seconds[0], seconds[-1])


def lasting(months, most_months, low, high):
    """A duration between bounds, if it can be represented; nothing is known of one that may be longer."""
    if isinf(low) or isinf(high):
        return anything('duration')
    if max(abs(months), abs(most_months)) >= 2 ** 31 or max(abs(low), abs(high)) * 10 ** 7 >= 2 ** 63:
        if (months, low) == (most_months, high):
            raise OutOfRange('a duration')
        return anything('duration')
    return Range('duration', low, high, months=months, more=most_months - months)


def product(first, second):
    """Zero times an unknown number is zero."""
    return 0 if first == 0 or second == 0 else within(first * second, first, second)


def plus(first, second):
    if NOTHING in (first, second):
        return NOTHING
    if isinstance(first, Either):
        return one_of(plus(first.first, second), plus(first.second, second))
    if isinstance(first, Whole):
        return moved_whole(first, second)
    if first.kind == 'number':
        first, second = alike(first, second)
        return number(within(first.low + second.low, first.low, second.low), within(first.high + second.high, first.high, second.high),
                      first.floating)
    if first.kind == 'duration':
        return lasting(first.months + second.months, first.most_months + second.most_months, first.low + second.low, first.high + second.high)
    move = days.moved_day if first.kind == 'date' else days.moved_moment
    ends = (first.low, second.months, second.low), (first.high, second.most_months, second.high)
    return Range(first.kind, *days.both_ends(move, *ends))


def moved_whole(whole, length):
    """A month or a year as a whole: moved by months, it is the whole of the months there."""
    if not length.is_exact:
        raise NotCovered('a month as a whole moved by what is not known')
    last = whole.last
    if last == days.day_at(last, 'endOfMonth'):
        last = days.day_at(days.day_by_months(last, length.months), 'endOfMonth')
    else:
        last = days.day_by_months(last, length.months)
    return Whole(days.moved_day(whole.first, length.months, length.low), days.moved_day(last, 0, length.low))


def minus(first, second):
    if NOTHING in (first, second):
        return NOTHING
    if isinstance(second, Range) and second.kind in ('date', 'date-time'):
        unit = days.DAY if second.kind == 'date' else 1
        low, high = (first.low - second.high) * unit, (first.high - second.low) * unit
        return anything('duration') if isinf(low) or isinf(high) else Range('duration', low, high)  # of a duration, both ends are known or none
    if isinstance(first, (Whole, Either)) and isinstance(second, (Whole, Either)):
        raise NotCovered('a month from a month')
    return plus(first, Range(second.kind, -second.high, -second.low, second.floating, -second.most_months, second.more))


def moved_to(day, edge):
    if day is NOTHING:
        return NOTHING
    if isinstance(day, Either):
        return one_of(moved_to(day.first, edge), moved_to(day.second, edge))
    if isinstance(day, Whole):
        first, last = days.day_at(day.first, edge), days.day_at(day.last, edge)
        return exactly('date', first) if first == last else Whole(first, last)
    return Range(day.kind, *days.both_ends(days.day_at if day.kind == 'date' else moment_at, (day.low, edge), (day.high, edge)))


def moment_at(seconds, edge):
    return seconds if isinf(seconds) else days.day_at(int(seconds // days.DAY), edge) * days.DAY


def number(low, high, floating):
    return Range('number', low, high, floating)


def within(result, *parts):
    """A number that two known ones grow to, if it can be represented."""
    if isinstance(result, float) and isinf(result) and not any(isinf(part) for part in parts):
        raise OutOfRange('a floating number')
    if not isinstance(result, float) and abs(result) >= 10 ** 38:
        raise OutOfRange('an exact number')
    return result
