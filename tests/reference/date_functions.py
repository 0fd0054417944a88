"""Functions of dates, date-times and durations (rules/README.md, 3): between the least and the greatest that each may give."""
from fractions import Fraction
from math import inf, isinf

import arithmetic
import days
from values import NOTHING, OutOfRange, Range, anything

WEEKDAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')


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
        if abs(given.low) == inf:
            return NOTHING
        lengths = days.length_in_seconds(given)
        if max(map(abs, lengths)) * 10 ** 7 >= 2 ** 63:
            raise OutOfRange('the days of a duration')
        low, high = (float(Fraction(bound) / unit) for bound in lengths)
        return Range('number', low, high, True)
    return evaluate


def of_months(each):
    """A duration of so many months or years."""
    def evaluate(given):
        if isinf(given.low) or isinf(given.high):
            return anything('duration')
        return arithmetic.lasting(int(given.low) * each, int(given.high) * each, 0, 0)
    return evaluate


def of_seconds(each):
    """A duration of so many days, hours or minutes, to the nearest ten-millionth of a second."""
    def evaluate(given):
        if isinf(given.low) or isinf(given.high):
            return anything('duration')
        found = (min(max(bound * (each * 10 ** 7), -1e38), 1e38) for bound in (given.low, given.high))  # what is beyond all measure stays so
        return arithmetic.lasting(0, 0, *(Fraction(round(bound), 10 ** 7) for bound in found))
    return evaluate


def whole_months(each):
    """The most months (years) that can be added to the first without coming after the second."""
    def between(first, second, start, end):
        if isinf(start) or isinf(end):
            return None
        if start > end:
            return -between(second, first, end, start)
        begin, last = day_of(first, start), day_of(second, end)
        months = (last.year - begin.year) * 12 + last.month - begin.month
        moved = days.day_by_months(begin.toordinal(), months) if first == 'date' else days.moved_moment(start, months, 0)
        months -= 1 if moved > end else 0
        return months // each

    def evaluate(first, second):
        low = between(first.kind, second.kind, first.high, second.low)
        high = between(first.kind, second.kind, first.low, second.high)
        return Range('number', -inf if low is None else Fraction(low), inf if high is None else Fraction(high))
    return evaluate


def moment_of(day, time):
    """So long after a date begins."""
    if isinf(time.low) or isinf(time.high):
        return anything('date-time')
    ends = (day.low * days.DAY, time.months, time.low), (day.high * days.DAY, time.most_months, time.high)
    return Range('date-time', *days.both_ends(days.moved_moment, *ends))


def day_of_week(given):
    return WEEKDAYS[day_of(given.kind, given.low).weekday()]
