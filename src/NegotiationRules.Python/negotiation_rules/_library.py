"""The shared library: where it is found, its structures, and what becomes of an error."""

from __future__ import annotations

import ctypes
import os
import sys
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_size_t, c_uint32, c_void_p
from pathlib import Path
from typing import Any

from ._errors import (
    ArgumentError,
    ColumnError,
    LibraryError,
    NegotiationRulesError,
    NotInColumnsError,
    RuleFileError,
    ScenarioError,
)

ABI_VERSION = 1

# nr_status
_ERRORS: dict[int, type[NegotiationRulesError]] = {
    1: RuleFileError,
    2: ScenarioError,
    3: ColumnError,
    4: ArgumentError,
    6: ArgumentError,
    8: NotInColumnsError,
}
_OUT_OF_MEMORY = 9


class ColumnStruct(ctypes.Structure):
    """nr_column"""

    _fields_ = [
        ("size", c_size_t),
        ("path", c_char_p),
        ("kind", c_int32),
        ("unit", c_int32),
        ("flags", c_uint32),
        ("known_kind", c_int32),
        ("values", c_void_p),
        ("length", c_int64),
        ("stride", c_int64),
        ("known", c_void_p),
        ("known_stride", c_int64),
        ("last", c_void_p),
        ("texts", c_void_p),
        ("text_count", c_int64),
    ]


class OutcomesStruct(ctypes.Structure):
    """nr_outcomes"""

    _fields_ = [
        ("size", c_size_t),
        ("rule_count", c_int32),
        ("stage_count", c_int32),
        ("rules", c_void_p),
        ("rules_stride", c_int64),
        ("stages", c_void_p),
        ("stages_stride", c_int64),
        ("all", c_void_p),
        ("rule_bits", c_void_p),
        ("rule_bits_stride", c_int64),
        ("stage_bits", c_void_p),
        ("stage_bits_stride", c_int64),
        ("rule_bits_of", c_int32),
        ("stage_bits_of", c_int32),
        ("rule_counts", c_void_p),
        ("stage_counts", c_void_p),
        ("threads", c_int32),
        ("reserved", c_int32),
        ("faulty", c_int64),
    ]


class RulesOptionsStruct(ctypes.Structure):
    """nr_rules_options"""

    _fields_ = [("size", c_size_t), ("parameters", c_char_p), ("root", c_char_p), ("vocabulary", c_char_p)]


_TEXT = POINTER(c_void_p)
_HANDLE = POINTER(c_void_p)
_SIGNATURES: dict[str, list[Any]] = {
    "nr_rules_load": [c_char_p, POINTER(RulesOptionsStruct), _HANDLE, _TEXT],
    "nr_rules_parse": [c_char_p, c_size_t, POINTER(RulesOptionsStruct), _HANDLE, _TEXT],
    "nr_rules_with": [c_void_p, c_char_p, _HANDLE, _TEXT],
    "nr_rules_free": [c_void_p],
    "nr_rules_describe": [c_void_p, c_int32, _TEXT, _TEXT],
    "nr_verdict": [c_void_p, c_char_p, c_size_t, c_char_p, _TEXT, _TEXT],
    "nr_explain": [c_void_p, c_char_p, c_size_t, c_int32, c_int32, c_char_p, _TEXT, _TEXT],
    "nr_advise": [c_void_p, c_char_p, c_size_t, c_char_p, c_char_p, _TEXT, _TEXT],
    "nr_evaluator_new": [c_void_p, _HANDLE, _TEXT],
    "nr_evaluator_free": [c_void_p],
    "nr_evaluate_columns": [c_void_p, c_int64, POINTER(ColumnStruct), c_size_t, POINTER(OutcomesStruct), _TEXT],
}


class Library:
    """The functions of the shared library, with errors as exceptions."""

    def __init__(self, path: Path) -> None:
        try:
            self._library = ctypes.CDLL(str(path))
        except OSError as fault:
            raise LibraryError(f"The shared library {path} cannot be loaded: {fault}") from fault
        self._process = os.getpid()
        self._library.nr_abi_version.restype = c_int32
        if (version := self._library.nr_abi_version()) != ABI_VERSION:
            raise LibraryError(f"The shared library {path} has version {version} of the ABI; this package needs {ABI_VERSION}.")
        for name, arguments in _SIGNATURES.items():
            function = getattr(self._library, name)
            function.argtypes, function.restype = arguments, c_int32
        self._library.nr_text_free.argtypes, self._library.nr_text_free.restype = [c_void_p], None
        self._library.nr_alive.restype = c_int64
        self._library.nr_version.restype = c_char_p

    @property
    def version(self) -> str:
        """The version of the library."""
        return str(self._library.nr_version().decode())

    @property
    def alive(self) -> int:
        """How many handles and texts have not been given back."""
        return int(self._library.nr_alive())

    def call(self, name: str, *arguments: Any) -> str | None:
        """Calls a function whose last parameter is for an error.

        :returns: What it reports though it succeeded: warnings.
        """
        self._throw_if_forked()
        report = c_void_p()
        status = getattr(self._library, name)(*arguments, byref(report))
        message = self.text(report)
        if status == _OUT_OF_MEMORY:
            raise MemoryError(message)
        if status != 0:
            raise _ERRORS.get(status, LibraryError)(message)
        return message

    def told(self, name: str, *arguments: Any) -> str:
        """Calls a function that gives out a text just before the error."""
        text = c_void_p()
        self.call(name, *arguments, byref(text))
        return self.text(text) or ""

    def text(self, given: c_void_p) -> str | None:
        """Takes over a text that was given out, and gives its memory back."""
        if given.value is None:
            return None
        try:
            return ctypes.string_at(given.value).decode()
        finally:
            self._library.nr_text_free(given)

    def free(self, name: str, handle: int) -> None:
        """Gives a handle back; in a process that was forked there is nobody to give it to."""
        if os.getpid() == self._process:
            getattr(self._library, name)(handle)

    def _throw_if_forked(self) -> None:
        if os.getpid() != self._process:
            raise LibraryError(
                "negotiation_rules was used before this process was forked, which its garbage collector does not survive. "
                'Start workers with multiprocessing.get_context("spawn"), or use it in the workers only.'
            )


def _file_name() -> str:
    if sys.platform == "win32":
        return "negotiation_rules.dll"
    return "libnegotiation_rules.dylib" if sys.platform == "darwin" else "libnegotiation_rules.so"


def _find() -> Path:
    named = os.environ.get("NEGOTIATION_RULES_LIBRARY")
    return Path(named) if named else Path(__file__).resolve().parent / _file_name()


_loaded: Library | None = None


def library() -> Library:
    """The library, loaded when it is first asked for: beside this package, or where NEGOTIATION_RULES_LIBRARY says."""
    global _loaded
    if _loaded is None:
        _loaded = Library(_find())
    return _loaded
