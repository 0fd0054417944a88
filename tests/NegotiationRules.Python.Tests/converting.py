"""Scenarios as dictionaries, turned into columns: for the tests, which compare the two."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import numpy as np

from negotiation_rules import Column, Lists, Present, RuleSet, Texts


def columns_of(rules: RuleSet, scenarios: list[dict[str, Any]], style: random.Random) -> dict[str, Any]:
    """The facts of scenarios side by side, each column in one of the ways in which it can be given."""
    columns: dict[str, Any] = {}
    _add(rules, "", list(scenarios), columns, style)
    return columns


def is_convertible(rules: RuleSet, value: Any) -> bool:
    """Whether nothing in a scenario is beyond columns: lists of which only some elements are known, facts with their sources."""
    if isinstance(value, dict):
        return not ({"known", "value", "complete"} & value.keys()) and all(is_convertible(rules, inner) for inner in value.values())
    return all(is_convertible(rules, element) for element in value) if isinstance(value, list) else True


def _children(rules: RuleSet, around: str) -> Iterator[str]:
    prefix = f"{around}." if around else ""
    for path in rules.facts:
        if path.startswith(prefix) and "." not in path[len(prefix) :]:
            yield path


def _add(rules: RuleSet, around: str, owners: list[Any], columns: dict[str, Any], style: random.Random) -> None:
    for path in _children(rules, around):
        name = path.rpartition(".")[2]
        values = [owner.get(name) if isinstance(owner, dict) else None for owner in owners]
        fact, words = rules.facts[path], rules.facts[path].type.removeprefix("a list; each is ")
        if fact.is_list:
            offsets = np.concatenate(([0], np.cumsum([len(value or []) for value in values])))
            elements = [element for value in values for element in value or []]
            known = [value is not None for value in values]
            inner = None if fact.is_object else _column(elements, words, style)
            columns[path] = Lists(
                offsets.astype(style.choice(["i4", "i8"])), inner, None if all(known) else style.choice([known, np.array(known)])
            )
            if fact.is_object:
                _add(rules, path, elements, columns, style)
        elif fact.is_object:
            columns[path] = Present(np.array([value is not None for value in values], dtype=bool))
            _add(rules, path, values, columns, style)
        else:
            columns[path] = _column(values, words, style)


def _column(values: list[Any], type_words: str, style: random.Random) -> Any:
    stated = [value for value in values if value is not None]
    if not stated:
        # Whatever it is: of none of it anything is known.
        return Column(_nothing(type_words, len(values)), known=np.zeros(len(values), dtype=bool))
    if style.random() < 0.4:
        return values
    known = np.array([value is not None for value in values], dtype=bool)
    first = stated[0]
    if isinstance(first, bool):
        return Column(np.array([bool(value) for value in values]), known)
    if isinstance(first, (int, float)):
        whole = all(isinstance(value, int) for value in stated)
        numbers = np.array([0 if value is None else value for value in values], dtype="i8" if whole and style.random() < 0.5 else "f8")
        spaced = np.zeros(2 * len(numbers), dtype=numbers.dtype)[::2]
        spaced[:] = numbers
        return np.ma.masked_array(spaced, ~known) if style.random() < 0.5 else Column(spaced, known)
    if type_words == "a date" and all(len(value) == 10 for value in stated):
        days = np.array(["NaT" if value is None else value for value in values], dtype="M8[D]")
        return days if style.random() < 0.5 else days.astype("M8[us]")
    if type_words.startswith("a date"):
        return values
    texts = sorted(set(stated))
    codes = [-1 if value is None else texts.index(value) for value in values]
    return Texts(np.array(codes, dtype=style.choice(["i1", "i4", "i8"])) if len(texts) < 120 else codes, texts)


def _nothing(type_words: str, count: int) -> Any:
    if type_words == "true or false":
        return np.zeros(count, dtype=bool)
    if type_words == "a date" or type_words == "a date and time":
        return np.zeros(count, dtype="M8[D]" if type_words == "a date" else "M8[s]")
    is_number = type_words.startswith(("a number", "a whole number"))
    return np.zeros(count, dtype="i4") if is_number else Texts(np.zeros(count, dtype="i4"), ["?"])
