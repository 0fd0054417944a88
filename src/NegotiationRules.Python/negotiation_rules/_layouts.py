"""How columns lie in memory: NumPy's arrays and buffers stay where they are, lists of Python become arrays."""

from __future__ import annotations

import array
import ctypes
import datetime
import math
from collections.abc import Iterable, Sequence
from typing import Any

from ._columns import Column, Lists, Present, Texts
from ._errors import ColumnError
from ._library import ColumnStruct

# nr_kind
PRESENT, BOOL8, OFFSETS32, OFFSETS64 = 1, 3, 14, 15
_SIGNED, _UNSIGNED, _REAL = {1: 4, 2: 5, 4: 6, 8: 7}, {1: 8, 2: 9, 4: 10, 8: 11}, {4: 12, 8: 13}

# nr_unit
_UNITS = {"D": 1, "s": 2, "ms": 3, "us": 4, "ns": 5}

# nr_flags
_LEAST_IS_UNKNOWN, _NEGATIVE_IS_UNKNOWN, _NAN_IS_UNKNOWN = 1, 2, 4

_EPOCH = datetime.date(1970, 1, 1)
_MOMENT_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)

DATE, MOMENT = "a date", "a date and time"
"""The types of facts that are written as texts and are none."""


class Memory:
    """Values that lie side by side: where, how far apart, and of which kind. Keeps alive what they lie in."""

    def __init__(self, keeps: Any, address: int, length: int, stride: int, kind: int) -> None:
        self.keeps, self.address, self.length, self.stride, self.kind = keeps, address, length, stride, kind
        self.unit = self.flags = 0
        self.texts: Sequence[str] | None = None
        self.known: Memory | None = None
        self.last: Memory | None = None

    def dated(self, unit: str) -> Memory:
        self.unit, self.flags = _UNITS[unit], _LEAST_IS_UNKNOWN
        return self


class Layouts:
    """The columns of one call, as structures of C."""

    def __init__(self, types: dict[str, str]) -> None:
        self._types = types
        self._keeps: list[Any] = []
        self.structs: list[ColumnStruct] = []
        self.lengths: dict[str, int] = {}

    def add(self, path: str, given: Any) -> None:
        """Adds a column.

        :param path: The path of the fact, the list or the object.
        :param given: The values.
        """
        if isinstance(given, Lists):
            offsets = _integers(path, given.offsets)
            kind = {6: OFFSETS32, 7: OFFSETS64}.get(offsets.kind)
            if kind is None:
                raise ColumnError(f"`{path}`: the offsets of lists are whole numbers of 32 or 64 bits, with a sign.")
            offsets.kind, offsets.known = kind, _mask(path, given.known)
            self._append(path, offsets, offsets.length - 1)
            if given.values is not None:
                self._append(path, self._read(path, given.values))
        elif isinstance(given, Present):
            known = _mask(path, given.known)
            if known is None:
                raise ColumnError(f"`{path}`: say for each place whether it is known.")
            present = Memory(known, 0, known.length, 0, PRESENT)
            present.known = known
            self._append(path, present, known.length)
        else:
            memory = self._read(path, given)
            self._append(path, memory, memory.length)

    def _read(self, path: str, given: Any) -> Memory:
        if isinstance(given, Column):
            memory = self._read(path, given.values)
            memory.known = _both(path, memory, given.known)
            if given.last is not None:
                memory.last = self._read(path, given.last)
                if (memory.last.kind, memory.last.unit, memory.last.stride) != (memory.kind, memory.unit, memory.stride):
                    raise ColumnError(f"`{path}`: the first and the last days lie in memory in different ways.")
                if memory.last.length != memory.length:
                    raise ColumnError(f"`{path}` has {memory.length} first days and {memory.last.length} last ones.")
            return memory
        if isinstance(given, Texts):
            memory = _integers(path, given.codes)
            memory.texts, memory.flags = list(given.texts), _NEGATIVE_IS_UNKNOWN
            return memory
        return _of(path, given, self._types.get(path, ""))

    def _append(self, path: str, memory: Memory, length: int | None = None) -> None:
        struct = ColumnStruct(
            size=ctypes.sizeof(ColumnStruct),
            path=_encoded(path),
            kind=memory.kind,
            unit=memory.unit,
            flags=memory.flags,
            values=memory.address or None,
            length=memory.length,
            stride=memory.stride,
        )
        if memory.known is not None:
            if memory.known.length != memory.length - (memory.kind in (OFFSETS32, OFFSETS64)):
                raise ColumnError(f"`{path}`: it is said of {memory.known.length} values whether they are known, of {length}.")
            struct.known, struct.known_kind, struct.known_stride = memory.known.address, BOOL8, memory.known.stride
        if memory.last is not None:
            struct.last = memory.last.address
        if memory.texts is not None:
            texts = (ctypes.c_char_p * len(memory.texts))(*map(_encoded, memory.texts))
            self._keeps.append(texts)
            struct.texts, struct.text_count = ctypes.addressof(texts), len(memory.texts)
        self._keeps.append(memory)
        self.structs.append(struct)
        if length is not None:
            self.lengths[path] = length


def _of(path: str, given: Any, type_words: str) -> Memory:
    if hasattr(given, "__array__"):
        return _of_array(path, given, type_words)
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise ColumnError(f"`{path}`: a column is an array or a list, not {type(given).__name__}.")
    if isinstance(given, (list, tuple)):
        return _of_list(path, given, type_words)
    other: Any = given
    try:
        return _of_buffer(path, memoryview(other))
    except TypeError:
        return _of_list(path, list(given), type_words)


def _of_array(path: str, given: Any, type_words: str) -> Memory:
    import numpy

    ma: Any = numpy.ma
    masked = isinstance(given, ma.MaskedArray)
    values = ma.getdata(given) if masked else numpy.asarray(given)
    if values.ndim != 1:
        raise ColumnError(f"`{path}`: a column has one dimension, not {values.ndim}.")
    if not values.dtype.isnative:
        values = values.astype(values.dtype.newbyteorder("="))
    if len(values) > 0 and values.strides[0] < values.itemsize:
        values = numpy.ascontiguousarray(values)
    kind = values.dtype.kind
    if kind == "M":
        memory = _of_dates(path, values)
    elif kind in "OU":
        memory = _of_list(path, values.tolist(), type_words)
    elif kind in "biuf":
        memory = _of_numbers(path, values)
    else:
        raise ColumnError(f"`{path}`: an array of {values.dtype} is no column of facts.")
    if masked:
        memory.known = _both(path, memory, ~ma.getmaskarray(given))
    return memory


def _of_numbers(path: str, values: Any) -> Memory:
    kind, width = values.dtype.kind, values.itemsize
    if kind == "f" and width not in _REAL:
        values, width = values.astype("f8"), 8
    known = {"b": {1: BOOL8}, "i": _SIGNED, "u": _UNSIGNED, "f": _REAL}[kind]
    # A column of one value may say anything of how far it is to the next.
    stride = values.strides[0] if len(values) > 1 else values.itemsize
    memory = Memory(values, values.ctypes.data, len(values), stride, known[width])
    memory.flags = _NAN_IS_UNKNOWN if kind == "f" else 0
    return memory


def _of_dates(path: str, values: Any) -> Memory:
    import numpy

    unit, step = numpy.datetime_data(values.dtype)
    if unit in ("Y", "M"):
        # A month is a span of days; so is a year.
        first, end = values.astype("M8[D]"), (values + 1).astype("M8[D]") - 1
        memory, last = _of_numbers(path, first.view("i8")), _of_numbers(path, end.view("i8"))
        memory.last = last.dated("D")
        return memory.dated("D")
    if unit not in _UNITS or step != 1:
        unit = "D" if unit == "W" else "s" if unit in ("h", "m") else "ns" if unit in ("ps", "fs", "as") else unit
        if unit == "ns" or unit not in _UNITS:
            raise ColumnError(f"`{path}`: moments of {values.dtype} are finer than can be kept.")
        values = values.astype(f"M8[{unit}]")
    return _of_numbers(path, values.view("i8")).dated(unit)


def _of_buffer(path: str, view: memoryview) -> Memory:
    if view.ndim != 1:
        raise ColumnError(f"`{path}`: a column has one dimension, not {view.ndim}.")
    code = view.format.lstrip("@=") or "B"
    known = _REAL if code in "fd" else _SIGNED if code in "bhilqn" else _UNSIGNED if code in "BHILQN" else {}
    kind = BOOL8 if code == "?" else known.get(view.itemsize) if len(code) == 1 else None
    if kind is None:
        raise ColumnError(f"`{path}`: memory of the format {view.format!r} is no column of facts.")
    if view.readonly or not view.contiguous:
        view = memoryview(bytearray(view.tobytes())).cast(code)
    memory = Memory(view, _address(view), len(view), view.itemsize, kind)
    memory.flags = _NAN_IS_UNKNOWN if code in "fd" else 0
    return memory


def _of_list(path: str, values: Sequence[Any], type_words: str) -> Memory:
    isunknown = [value is None or (isinstance(value, float) and math.isnan(value)) for value in values]
    stated = [value for value, unknown in zip(values, isunknown) if not unknown]
    if not stated:
        return _of_nothing(path, len(values), type_words)
    first = type(stated[0])
    if all(isinstance(value, str) for value in stated) and type_words in (DATE, MOMENT):
        values = [value if unknown else _parsed(path, value, type_words) for value, unknown in zip(values, isunknown)]
        return _of_spans(path, values) if type_words == DATE else _of_moments(path, values)
    if all(isinstance(value, bool) for value in stated):
        memory = _of_buffer(path, memoryview(bytearray(bool(value) for value in values)).cast("?"))
    elif all(isinstance(value, str) for value in stated):
        return _of_texts(values)
    elif all(isinstance(value, datetime.datetime) for value in stated):
        return _of_moments(path, values)
    elif all(isinstance(value, datetime.date) and not isinstance(value, datetime.datetime) for value in stated):
        return _of_spans(path, [None if unknown else (value, value) for value, unknown in zip(values, isunknown)])
    elif all(isinstance(value, int) and not isinstance(value, bool) for value in stated):
        memory = _of_buffer(path, memoryview(_int64(path, (0 if unknown else value for value, unknown in zip(values, isunknown)))))
    elif all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in stated):
        numbers = array.array("d", (math.nan if unknown else value for value, unknown in zip(values, isunknown)))
        memory = _of_buffer(path, memoryview(numbers))
    else:
        raise ColumnError(f"`{path}`: a list of {first.__name__} and others is no column: its values are of one type, or None.")
    if any(isunknown):
        memory.known = _mask(path, [not unknown for unknown in isunknown])
    return memory


def _of_nothing(path: str, count: int, type_words: str) -> Memory:
    if type_words in (DATE, MOMENT):
        return _of_spans(path, [None] * count) if type_words == DATE else _of_moments(path, [None] * count)
    if type_words == "text" or type_words.startswith("one of "):
        return _of_texts([None] * count)
    if type_words == "true or false":
        memory = _of_buffer(path, memoryview(bytearray(count)).cast("?"))
        memory.known = _of_buffer(path, memoryview(bytearray(count)).cast("?"))
        return memory
    return _of_buffer(path, memoryview(array.array("d", [math.nan] * count)))


def _of_texts(values: Sequence[Any]) -> Memory:
    codes: dict[str, int] = {}
    numbers = array.array("i", (-1 if not isinstance(value, str) else codes.setdefault(value, len(codes)) for value in values))
    memory = _of_buffer("", memoryview(numbers))
    memory.texts, memory.flags = list(codes), _NEGATIVE_IS_UNKNOWN
    return memory


def _of_spans(path: str, values: Sequence[Any]) -> Memory:
    least = -(2**63)
    first = _int64(path, (least if value is None else (value[0] - _EPOCH).days for value in values))
    last = _int64(path, (least if value is None else (value[1] - _EPOCH).days for value in values))
    memory = _of_buffer(path, memoryview(first)).dated("D")
    if first != last:
        memory.last = _of_buffer(path, memoryview(last)).dated("D")
    return memory


def _of_moments(path: str, values: Sequence[Any]) -> Memory:
    least, microsecond = -(2**63), datetime.timedelta(microseconds=1)
    for value in values:
        if isinstance(value, datetime.datetime) and value.tzinfo is None:
            raise ColumnError(f"`{path}`: {value} has no time zone; say which moment is meant: value.replace(tzinfo=timezone.utc).")
    moments = (least if value is None else (value - _MOMENT_EPOCH) // microsecond for value in values)
    return _of_buffer(path, memoryview(_int64(path, moments))).dated("us")


def _parsed(path: str, text: str, type_words: str) -> Any:
    try:
        if type_words == MOMENT:
            return datetime.datetime.fromisoformat(text[:-1] + "+00:00" if text.endswith("Z") else text)
        parts = [int(part) for part in text.split("-")]
        if len(text) == 10:
            day = datetime.date(*parts)
            return day, day
        year, month = parts[0], parts[1] if len(parts) > 1 else 1
        after = datetime.date(year + 1, 1, 1) if len(parts) == 1 or month == 12 else datetime.date(year, month + 1, 1)
        return datetime.date(year, month, 1), after - datetime.timedelta(days=1)
    except (ValueError, TypeError, IndexError, OverflowError):
        raise ColumnError(f"`{path}`: {text!r} is not {type_words}.") from None


def _integers(path: str, given: Any) -> Memory:
    memory = _of(path, given, "")
    if memory.known is not None or memory.kind not in (*_SIGNED.values(), *_UNSIGNED.values()):
        raise ColumnError(f"`{path}`: codes and offsets are whole numbers, and all known.")
    return memory


def _mask(path: str, known: Any) -> Memory | None:
    if known is None:
        return None
    memory = _of(path, known, "")
    if memory.kind != BOOL8 or memory.known is not None:
        raise ColumnError(f"`{path}`: which values are known is said by booleans.")
    return memory


def _both(path: str, memory: Memory, known: Any) -> Memory | None:
    if known is None or memory.known is None:
        return memory.known if known is None else _mask(path, known)
    own, other = memory.known.keeps, _mask(path, known)
    assert other is not None
    if other.length != memory.known.length:
        return other
    return _mask(path, [bool(a) and bool(b) for a, b in zip(own, other.keeps)])


def _int64(path: str, values: Iterable[int]) -> array.array[int]:
    try:
        return array.array("q", values)
    except OverflowError:
        raise ColumnError(f"`{path}`: a whole number has 64 bits at most.") from None


def _address(view: memoryview) -> int:
    if view.nbytes == 0:
        return ctypes.addressof(_NOTHING)
    return ctypes.addressof((ctypes.c_char * view.nbytes).from_buffer(view))


_NOTHING = ctypes.c_int64()


def _encoded(text: str) -> bytes:
    if "\0" in text:
        raise ColumnError(f"{text!r} has a character that no text of a column can have.")
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise ColumnError(f"{text!r} is no text: it has half a character.") from None


