"""LIST: the elements of a list, of several lists in a row, or of a parameter (rules/README.md, 3, facts and lists)."""
from dataclasses import dataclass

import facts
import selections
from values import NotCovered, Values


@dataclass
class Entry:
    """An element that `is_certain` to be in a list, or so many (`most`) that may be there."""
    place: facts.Place
    is_certain: bool = True
    most: object = 1

    def named(self, name):
        return Entry(self.place.named(name), self.is_certain, self.most) if name else self


def entries(rules, source, place, name=None):
    """The elements of a LIST at a place, called by a name inside: first those that are known, in the order of the file."""
    if isinstance(source, dict) and 'list' in source:
        found = selections.selected(rules, source, place)
    elif isinstance(source, dict):
        type, said = rules.parameters[source['parameter']]
        found = [Entry(facts.Place(type.items, one, place)) for one in said]
    else:
        begin, steps = facts.start(source, place)
        found = [one for one in walk(begin_of(begin), steps, place, 1) if one.most]
    return [one.named(name) for one in found]


def begin_of(place):
    return facts.Found(place.type, place.said, {}, None, place.is_there)


def walk(found, steps, outer, number):
    """Goes on from a fact through the lists of a path. There may be so many (`number`) of them, if it is not known that there is one."""
    steps = list(steps)
    while found.type.kind == 'object' and steps:
        found = facts.step_into(found, steps.pop(0))
    if found.type.kind != 'list':
        raise NotCovered('no list')
    said, more = facts.listed(found)
    item = found.type.items
    result = [Entry(facts.Place(item, facts.unsourced(one) if item.kind != 'object' else one, outer)) for one in said]
    result.append(Entry(facts.Place(item, None, outer, is_there=False), False, more * number if more else 0))
    if not goes_through_list(item, steps):
        return result
    inner = []
    for one in result:
        if one.most:
            inner += [further for further in walk(begin_of(one.place), steps, one.place, one.most) if further.most]
    return inner


def goes_through_list(type, steps):
    for step in steps:
        if type.kind == 'list':
            return True
        type = type.properties.get(step, type)
    return type.kind == 'list'


def steps_behind_last_list(path, place):
    """The steps of a path that are left behind its last list: the fact of the element."""
    begin, steps = facts.start(path, place)
    type, rest = begin.type, []
    for step in steps:
        type = type.properties[step]
        rest.append(step)
        if type.kind == 'list':
            type, rest = type.items, []
    return rest


def unknown_element(rules, source, place):
    """An element of which nothing is known: not even, in a path through several lists, of which of them it is."""
    name = None
    while isinstance(source, dict) and 'list' in source:
        name, source = name or source.get('as'), source['list']
    if isinstance(source, dict):
        return facts.Place(rules.parameters[source['parameter']][0].items, None, place, name, is_there=False)
    begin, steps = facts.start(source, place)
    type, outer = begin.type, place
    for step in steps:
        type = type.properties.get(step) if type.kind == 'object' else None
        if type is None:
            break
        if type.kind == 'list':
            type = type.items
            outer = facts.Place(type, None, outer, is_there=False)
    return outer.named(name)


def value_of_fact(rules, path, place, kind):
    """The value of a fact: of a list, or of a path through several, all the values."""
    if facts.type_at(path, place).kind != 'list':
        return facts.value_of(facts.find(path, place), kind)
    known, others = [], None
    for one in entries(rules, path, place):
        value = facts.value_of(begin_of(one.place), kind)
        if one.is_certain:
            known.append(value)
        else:
            others = value
    return Values(tuple(known), others)
