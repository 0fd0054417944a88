"""The workload that other engines are measured on, a million times: ten rules over two parties with four delegates each."""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

import numpy as np

from negotiation_rules import Lists, RuleOutcome, RuleSet, Texts

WORKLOAD = Path(__file__).resolve().parents[2] / "benchmarks/NegotiationRules.Benchmarks/Workload"
VENUES = ["Geneva", "Vienna", "Kyiv", "Minsk", "Helsinki", "Paris", "New York"]
ROLES = ["diplomat", "military", "legal", "economic"]
GUARANTEES = ["no-enlargement", "no-strike-weapons", "no-first-deployment", "no-bases"]


def load() -> RuleSet:
    return RuleSet.load(WORKLOAD / "ten-rules.rules.json")


def columns(count: int, seed: int = 1) -> dict[str, object]:
    """Scenarios in which every condition comes out either way."""
    random = np.random.default_rng(seed)
    guarantees = random.integers(0, 5, count)
    return {
        "Parties": Lists(np.arange(0, 2 * count + 1, 2)),
        "Parties.Delegates": Lists(np.arange(0, 8 * count + 1, 4)),
        "Parties.Delegates.Role": Texts(random.integers(0, len(ROLES), 8 * count, dtype=np.int32), ROLES),
        "Agreement.Written": random.random(count) < 0.75,
        "Agreement.LegallyBinding": random.random(count) < 0.67,
        "Agreement.TermYears": random.integers(0, 30, count, dtype=np.int32),
        "Agreement.DraftPublished": random.random(count) < 0.5,
        "Agreement.Guarantees": Lists(
            np.concatenate(([0], np.cumsum(guarantees))),
            Texts(random.integers(0, len(GUARANTEES), int(guarantees.sum()), dtype=np.int8), GUARANTEES),
        ),
        "Talks.StartDate": np.datetime64("2021-12-01") + random.integers(0, 90, count).astype("m8[D]"),
        "Talks.Venue": Texts(random.integers(0, len(VENUES), count, dtype=np.int8), VENUES),
        "Talks.AnnouncedParticipants": random.random(count) < 0.5,
        "Talks.Mediated": random.random(count) < 0.5,
        "Conduct.ArmsDeliveries": random.integers(0, 8, count),
        "Conduct.NewSanctions": random.random(count) < 0.5,
        "Trust": random.integers(0, 101, count),
    }


def by_hand(given: dict[str, object]) -> dict[str, np.ndarray]:
    """The flat ones of the rules as somebody who knows NumPy writes them; those that go over lists are left out."""
    neutral = np.isin(np.arange(len(VENUES)), [VENUES.index(venue) for venue in ("Geneva", "Vienna", "Helsinki", "New York")])
    start = given["Talks.StartDate"]
    return {
        "written-and-binding": given["Agreement.Written"] & given["Agreement.LegallyBinding"],
        "long-term": given["Agreement.TermYears"] >= 10,
        "draft-published": given["Agreement.DraftPublished"],
        "participants-announced": given["Talks.AnnouncedParticipants"],
        "starts-in-january": (start >= np.datetime64("2022-01-01")) & (start <= np.datetime64("2022-01-31")),
        "neutral-venue": neutral[given["Talks.Venue"].codes],
        "sanctions-outweighed": ~given["Conduct.NewSanctions"] | (given["Talks.Mediated"] & (given["Trust"] >= 50)),
    }


def cpu(action, times: int = 5) -> float:
    """The least CPU time of some runs, in milliseconds: that of all threads of this process."""
    best = float("inf")
    for _ in range(times):
        before = time.process_time()
        action()
        best = min(best, time.process_time() - before)
    return best * 1000


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    rules, given = load(), columns(count)
    outcomes = rules.evaluate_columns({path: values for path, values in columns(1000).items()})
    assert outcomes.count == 1000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    outcomes = rules.evaluate_columns(given)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    for rule, expected in by_hand(given).items():
        assert ((outcomes.rules[rule] == RuleOutcome.SATISFIED) == expected).all(), rule
    ours = cpu(lambda: rules.evaluate_columns(given))
    hand = cpu(lambda: by_hand(given))
    print(
        f"{count:,} scenarios of ten rules from columns of NumPy: {ours:.0f} ms of CPU; the seven flat rules alone, written by hand in "
        f"NumPy: {hand:.0f} ms; memory grew by {grown / 1024:.0f} MB, and the outcomes have {13 * count / 2**20:.0f} MB"
    )


if __name__ == "__main__":
    main()
