"""Counts what was reached while evaluating: each form, comparison, function and type, with what came of it."""
from collections import Counter

REACHED = Counter()  # by group, name and state
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


def table(counts):
    """How often each was reached, a line each with what came of it."""
    lines, before = [], None
    for group, name in sorted({(group, name) for group, name, _ in counts}):
        states = {state: number for (g, n, state), number in counts.items() if (g, n) == (group, name)}
        if group != before:
            lines.append(f'{group}:')
            before = group
        lines.append(f'  {name:16}' + '  '.join(f'{state} {number}' for state, number in sorted(states.items())))
    return '\n'.join(lines)
