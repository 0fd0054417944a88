"""Counts what was reached while evaluating: each form, comparison, function and type, with what came of it."""
from collections import Counter

REACHED = Counter()
STATES = {True: 'true', False: 'false', None: 'unknown'}


def note(group, name, truth):
    REACHED[group, name, STATES[truth]] += 1


def note_value(group, name, value):
    REACHED[group, name, state_of(value)] += 1


def state_of(value):
    kind = type(value).__name__
    if kind == 'Mark':
        return 'unknown' if value.name == 'UNKNOWN' else 'no value'
    if kind == 'Range' and not value.is_exact:
        return 'unknown' if abs(value.low) == abs(value.high) == float('inf') else 'bounds'
    return {'Whole': 'whole', 'Either': 'either'}.get(kind, 'exact')
