"""Functions of dates, date-times and durations (rules/README.md, 3): between the least and the greatest that each may give."""
from fractions import Fraction
from math import inf

import days
from values import NOTHING, Range

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
        low, high = (float(Fraction(bound) / unit) for bound in days.length_in_seconds(given))
        return Range('number', low, high, True)
    return evaluate


def day_of_week(given):
    return WEEKDAYS[day_of(given.kind, given.low).weekday()]
