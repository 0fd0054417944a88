"""Columns of facts, as callers have them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Texts:
    """Texts as codes, which is how many of them are kept: code 2 is ``texts[2]``, a code below 0 is unknown.

    The codes are whole numbers in an array or a list. Of a Pandas column of categories they are ``column.cat.codes``, and the texts
    ``column.cat.categories``.
    """

    codes: Any
    texts: Sequence[str]


@dataclass(frozen=True)
class Lists:
    """Where the lists of all scenarios start and end among their elements.

    List i has the elements from ``offsets[i]`` up to, not including, ``offsets[i + 1]``, so there is one offset more than lists. The
    facts of the elements are columns of their own, with one value for each element; where the elements are plain values, they are
    ``values``. A list that is known is complete, unless the vocabulary has a fact beside it that says whether it is (``x-completeBy``):
    then it is complete where the column of that fact says so.
    """

    offsets: Any
    values: Any = None
    known: Any = None
    """For each list whether it is known, as booleans; ``None`` if all are."""


@dataclass(frozen=True)
class Column:
    """Values with what there is to say of them besides."""

    values: Any
    known: Any = None
    """For each value whether it is known, as booleans; ``None`` if all are that are not otherwise said to be unknown."""
    last: Any = None
    """Of dates of which only a span of days is known: the last days they may be."""


@dataclass(frozen=True)
class Present:
    """Where an object, or a list, is known of which rules only ask that."""

    known: Any
