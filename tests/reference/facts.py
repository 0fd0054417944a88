"""Facts: where a path starts, what a scenario says at its end, and what is known where it says nothing (rules/README.md, 3 to 5)."""
import days
from jsonc import is_number
from values import NotCovered, Range, anything, exactly, floated


class Place:
    """An element, or the scenario itself: where a path may start. Of one that is not `is_there` nothing is known, not even that it exists:
    it stands for the elements that may exist beyond the known ones."""

    def __init__(self, type, said, outer=None, name=None, is_there=True):
        self.type = type
        self.said = said
        self.outer = outer
        self.name = name
        self.is_there = is_there

    def named(self, name):
        if isinstance(name, list):
            raise NotCovered('a name for the elements of each list of a path')
        return Place(self.type, self.said, self.outer, name, self.is_there) if name else self


def unsourced(said):
    """What is stated, without the source it is stated with."""
    if isinstance(said, dict) and 'value' in said and set(said) <= {'value', 'source'}:
        return said['value']
    return said


def start(path, place):
    """The innermost place at which a path starts, and the steps that are left from there."""
    steps, root = path.split('.'), place
    while root.outer is not None:
        root = root.outer
    while place is not None:
        if place.name is not None and steps[0] == place.name:
            return place, steps[1:]
        if place.type.kind == 'object' and steps[0] in place.type.properties:
            return place, steps
        place = place.outer
    if steps[0] == 'scenario':
        return root, steps[1:]
    raise NotCovered('no fact ' + path)


class Found:
    """What is at the end of a path that runs through objects: its type, what is said, and the object around it."""

    def __init__(self, type, said, around, around_type, is_there):
        self.type, self.said, self.around, self.around_type, self.is_there = type, said, around, around_type, is_there


def step_into(found, step):
    if found.type.kind != 'object' or step not in found.type.properties:
        raise NotCovered('no fact ' + step)
    around = found.said if isinstance(found.said, dict) else {}
    type = found.type.properties[step]
    said = around.get(step)
    if not (type.kind == 'object' and 'value' in type.properties):
        said = unsourced(said)
    return Found(type, said, around, found.type, found.is_there)


def find(path, place):
    place, steps = start(path, place)
    found = Found(place.type, place.said, {}, None, place.is_there)
    for step in steps:
        found = step_into(found, step)
    return found


def type_at(path, place):
    """The type of a fact; of a path through lists, that of the fact of their elements."""
    place, steps = start(path, place)
    type = place.type
    for step in steps:
        while type.kind == 'list':
            type = type.items
        type = type.properties[step]
    return type


def is_known(path, place):
    """Whether a fact is stated. Never unknown, but of an element that may exist beyond the known ones."""
    found = find(path, place)
    if not found.is_there:
        return None
    return found.said is not None or has_default(found.type)


def has_default(type):
    """Whether a fact has a default; an object, if a fact in it has one."""
    return type.default is not None or any(has_default(one) for one in type.properties.values())


def value_of(found, kind):
    """The value of a fact that is no list."""
    return value_said(found.type, found.said if found.is_there else None, found.is_there, kind)


def value_said(type, said, is_there, kind):
    """`kind` tells what texts are read as, where the type leaves it open."""
    if said is None and is_there:
        said = type.default
    if type.kind == 'number':
        return number_said(type, said)
    kind = kind if type.kind == 'open' else type.kind
    if said is None:
        return anything(kind)
    return read_text(said, kind, days.date_of_rules if type.is_of_rules else days.date_of_scenario)


def number_said(type, said):
    low, high = (type.least, type.greatest) if said is None else (said, said)
    if type.is_floating:
        return Range('number', floated(low), floated(high), True)
    return Range('number', low, high)


def read_text(said, kind, date):
    if kind == 'date':
        return date(said)
    if kind == 'date-time':
        return days.moment(said)
    if kind == 'duration':
        return days.duration(said)
    if is_number(said):
        return exactly('number', said)
    return said


def listed(found):
    """The elements that a list is known to have, and how many others there may be at most."""
    said, most = found.said, found.type.most_items
    if not found.is_there or said is None:
        return [], most
    if isinstance(said, list):
        known, is_complete = said, True
        if found.type.complete_by:
            is_complete = told_complete(found)
    else:
        known = said.get('known') or []
        is_complete = said['complete'] if said.get('complete') is not None else bool(found.type.complete_by) and told_complete(found)
    return known, 0 if is_complete else max(most - len(known), 0)


def told_complete(found):
    """What the boolean beside a list says, which the vocabulary names by `x-completeBy`."""
    told = unsourced(found.around.get(found.type.complete_by))
    return (found.around_type.properties[found.type.complete_by].default if told is None else told) is True
