"""Days, moments and durations as they are written, and moving them by the calendar (rules/README.md, 3 and 4)."""
import re
from calendar import monthrange
from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import inf

from values import OutOfRange, Range, Whole, exactly

DAY = 86400


class OutsideCalendar(OutOfRange):
    """A day before the year 1 or after the year 9999."""


FIRST, LAST = date.min.toordinal(), date.max.toordinal()
DATE = re.compile(r'(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$')
MOMENT = re.compile(r'(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?([Zz]|[+-]\d\d:\d\d)$')
DURATION = re.compile(r'(-?)P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$')


def kind_by_look(text):
    """'date', 'date-time' or 'duration', if a text looks like one."""
    for kind, pattern in (('date', DATE), ('date-time', MOMENT), ('duration', DURATION)):
        if pattern.match(text):
            return kind
    return None


def days_of(text):
    """The first and the last day that a date may be: `2022-01` is some day of that month, `2022` some day of that year."""
    year, month, day = DATE.match(text).groups()
    year = int(year)
    if day:
        only = date(year, int(month), int(day)).toordinal()
        return only, only
    first, last = (int(month), int(month)) if month else (1, 12)
    return date(year, first, 1).toordinal(), date(year, last, monthrange(year, last)[1]).toordinal()


def date_of_scenario(text):
    return Range('date', *days_of(text))


def date_of_rules(text):
    """In a rule file, `2022-01` is the whole month."""
    first, last = days_of(text)
    return exactly('date', first) if first == last else Whole(first, last)


def moment(text):
    day, hour, minute, second, zone = MOMENT.match(text).groups()
    seconds = date.fromisoformat(day).toordinal() * DAY + int(hour) * 3600 + int(minute) * 60 + Fraction(second or 0)
    if zone not in 'Zz':
        hours, minutes = zone[1:].split(':')
        seconds += (-1 if zone[0] == '+' else 1) * (int(hours) * 3600 + int(minutes) * 60)
    return exactly('date-time', seconds)


def duration(text):
    sign, *parts = DURATION.match(text).groups()
    years, months, weeks, days, hours, minutes = (int(part or 0) for part in parts[:-1])
    sign = -1 if sign else 1
    seconds = (weeks * 7 + days) * DAY + hours * 3600 + minutes * 60 + Fraction(parts[-1] or 0)
    return exactly('duration', sign * seconds, months=sign * (years * 12 + months))


def day_within(day):
    if not FIRST <= day <= LAST:
        raise OutsideCalendar('a date before the year 1 or after the year 9999')
    return day


def day_by_months(day, months):
    """A day moved by the calendar; where the month is shorter, its last day."""
    if day in (-inf, inf) or months == 0:
        return day
    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OutsideCalendar('a date before the year 1 or after the year 9999')
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).toordinal()


def moved_day(day, months, seconds):
    """Months come before days."""
    if seconds not in (-inf, inf) and seconds % DAY:
        raise OutOfRange('a date moved by a part of a day')
    moved = day_by_months(day, months) + seconds / DAY
    return moved if moved in (-inf, inf) else day_within(int(moved))


def moved_moment(seconds, months, by):
    if seconds in (-inf, inf):
        return seconds
    day, rest = divmod(seconds, DAY)
    moved = day_by_months(int(day), months) * DAY + rest + by
    if moved not in (-inf, inf):
        day_within(moved // DAY)
    return moved


def both_ends(move, *ends):
    """The two ends of what is known, each moved. Where only they lead outside the calendar, there is no bound on that side."""
    if ends[0] == ends[1]:
        only = move(*ends[0])
        return only, only
    return tuple(unless_outside(bound, move, *end) for bound, end in zip((-inf, inf), ends))


def unless_outside(bound, move, *given):
    try:
        return move(*given)
    except OutsideCalendar:
        return bound


def day_at(day, edge):
    """The day to which `to` moves a day: startOfMonth, endOfMonth, startOfNextMonth, startOfYear, endOfYear or startOfNextYear."""
    if day in (-inf, inf):
        return day
    start = date.fromordinal(day)
    first = start.replace(day=1) if edge.endswith('Month') else start.replace(month=1, day=1)
    if edge.startswith('startOf') and 'Next' not in edge:
        return first.toordinal()
    span = 1 if edge.endswith('Month') else 12
    if edge.startswith('endOf'):
        return date(first.year, first.month + span - 1, monthrange(first.year, first.month + span - 1)[1]).toordinal()
    return day_by_months(first.toordinal(), span)


@lru_cache(maxsize=None)
def days_of_months(months):
    """The fewest and the most days that so many months in a row may have: wherever in the 400 years of the calendar they begin."""
    if months < 0:
        fewest, most = days_of_months(-months)
        return -most, -fewest
    begins = [date(2000 + month // 12, month % 12 + 1, 1).toordinal() for month in range(4800)]
    cycle = date(2400, 1, 1).toordinal() - date(2000, 1, 1).toordinal()
    lengths = [begins[(i + months) % 4800] + (i + months) // 4800 * cycle - begins[i] for i in range(4800)]
    return min(lengths), max(lengths)


def length_in_seconds(length):
    """The least and the greatest number of seconds that a duration may last."""
    fewest, most = days_of_months(length.months)[0], days_of_months(length.most_months)[1]
    return length.low + fewest * DAY, length.high + most * DAY
