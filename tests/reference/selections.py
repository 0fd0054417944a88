"""Some elements of a list, in an order: where, distinct, orderBy, reversed, skip and take, in this order (rules/README.md, 3 and 4)."""
from math import inf

import conditions
import lists
import operands
import text_functions
from reached import note
from values import NOTHING, UNKNOWN, Either, Range, Whole


def selected(rules, source, place):
    met = []
    for one in lists.entries(rules, source['list'], place, source.get('as')):
        truth = conditions.holds(rules, source['where'], one.place) if 'where' in source else True
        if truth is not False:
            # With `where` alone, an element that may meet it may be there.
            met.append(lists.Entry(one.place, one.is_certain and truth is True, one.most))
    skip, take = (operands.whole_bounds(rules, source.get(key, default), place) for key, default in (('skip', 0), ('take', inf)))
    if not (set(source) & {'distinct', 'orderBy', 'take'} or source.get('reversed') or skip != (0, 0)):
        return met
    is_settled = all(one.is_certain for one in met) and skip[0] == skip[1] and take[0] == take[1]
    places = in_order(rules, source, [one.place for one in met]) if is_settled else None
    for key in source:
        note('selection', key, None if places is None else True)
    if places is not None:
        return [lists.Entry(one) for one in taken(rules, source, places[int(skip[0]):], take[0])]
    # Nothing is known of what is selected but how many it is at most.
    most = max(sum(one.most for one in met) - skip[0], 0)
    if take[1] == 0 or not has_ties(source):
        most = min(most, take[1])
    return [lists.Entry(lists.unknown_element(rules, source, place), False, most)] if most else []


def taken(rules, source, places, take):
    """The first of them, and with `ties` those who stand level with the last of these."""
    if take == inf or take >= len(places):
        return places
    count = int(take)
    if has_ties(source) and count:
        level = [[key_of(rules, key, one) for key, _ in keys_of_order(source)] for one in places]
        while count < len(places) and level[count] == level[count - 1]:
            count += 1
    return places[:count]


def has_ties(source):
    return source.get('ties') and 'orderBy' in source


def keys_of_order(source):
    order = source.get('orderBy', [])
    for key in order if isinstance(order, list) else [order]:
        is_descending = isinstance(key, dict) and 'descending' in key
        yield key['descending'] if is_descending else key, is_descending


def in_order(rules, source, places):
    """The elements in their order, or None if a key is not exactly known."""
    if 'distinct' in source:
        said = source['distinct'] if isinstance(source['distinct'], list) else [source['distinct']]
        keys = [tuple(key_of(rules, key, one) for key in said) for one in places]
        if any(None in key for key in keys):
            return None
        places = [one for i, one in enumerate(places) if keys[i] not in keys[:i]]
    for key, is_descending in reversed(list(keys_of_order(source))):
        keys = [key_of(rules, key, one) for one in places]
        if None in keys:
            return None
        places = [places[i] for i in sorted(range(len(places)), key=keys.__getitem__, reverse=is_descending)]
    return places[::-1] if source.get('reversed') else places


def key_of(rules, key, place):
    """What an element is ordered by, or None if that is not exactly known: no part of a date, no duration of months."""
    operand = {'fact': key} if isinstance(key, str) else key
    value = operands.value(rules, operand, place, operands.kind_alone(rules, operand, place))
    if isinstance(value, Range):
        return (value.low,) if value.is_exact and value.months == 0 else None
    if value is UNKNOWN or value is NOTHING or isinstance(value, (Whole, Either)):
        return None
    return (text_functions.units(value),) if isinstance(value, str) else (value,)
