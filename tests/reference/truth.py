"""Truth (rules/README.md, 4): every condition is True, False or None, which stands for unknown. Kleene's strong logic: each form is judged
by what is known of its parts, and by nothing else."""


def holds_not(one):
    return None if one is None else not one


def holds_all(parts):
    """Parts are worked out one after the other, until one decides."""
    result = True
    for part in parts:
        if part is False:
            return False
        if part is None:
            result = None
    return result


def holds_any(parts):
    return holds_not(holds_all(holds_not(part) for part in parts))


def holds_for_at_least(needed, parts):
    """Whether at least `needed` of the parts hold; `needed` is a whole number."""
    parts = list(parts)
    certain = sum(1 for part in parts if part is True)
    possible = sum(1 for part in parts if part is not False)
    if certain >= needed:
        return True
    return None if possible >= needed else False


def agreed(first, second):
    """What holds while it is unknown which of two answers counts."""
    return first if first is second else None
