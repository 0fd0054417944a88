"""What can go wrong, as exceptions. Each holds the whole report as its text."""

from __future__ import annotations


class NegotiationRulesError(Exception):
    """What all errors of this package have in common."""


class RuleFileError(NegotiationRulesError):
    """A rule file, what it includes or its vocabulary has errors, or a parameter does not fit.

    The text holds the report of every error: where it is, what is wrong, and what to write instead.
    """


class ScenarioError(NegotiationRulesError):
    """A scenario is not JSON, has facts that are not of the vocabulary, or values beyond what can be represented."""


class ColumnError(NegotiationRulesError):
    """A column does not fit the rules, or one of its values is not of its type; the text says which, and at which place."""


class NotInColumnsError(NegotiationRulesError):
    """A rule asks for what columns do not hold, such as steps in order: evaluate the scenarios one by one."""


class ArgumentError(NegotiationRulesError, ValueError):
    """The call itself is wrong: an option that there is not, a stage that the rules do not have."""


class LibraryError(NegotiationRulesError):
    """The shared library is missing, is of another version, was carried into a forked process, or has a fault of its own."""
