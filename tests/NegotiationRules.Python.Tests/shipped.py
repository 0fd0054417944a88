"""The rule sets that ship, their scenarios, and others like them."""

from __future__ import annotations

import copy
import json
import random
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
SETS = sorted(path for path in (REPOSITORY / "rules").rglob("*.rules.json") if "broken" not in path.parts)

# A text, or what stands outside of texts and is none of JSON.
_OUTSIDE = re.compile(r'("(?:[^"\\]|\\.)*")|//[^\n]*|/\*.*?\*/', re.DOTALL)
_TRAILING = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])', re.DOTALL)


def read(path: Path) -> dict[str, Any]:
    """A file of JSON with comments and trailing commas."""
    text = _TRAILING.sub(lambda found: found[1] or "", _OUTSIDE.sub(lambda found: found[1] or " ", path.read_text()))
    scenario: dict[str, Any] = json.loads(text)
    scenario.pop("$schema", None)
    return scenario


def scenarios_of(rules: Path) -> list[Path]:
    return sorted((rules.parent / "scenarios").glob("*.scenario.json"))


class Varied:
    """Scenarios made of those that there are: values of the same fact, elements of the same list, and much left out."""

    def __init__(self, scenarios: list[dict[str, Any]], seed: int) -> None:
        self.random = random.Random(seed)
        self._scenarios = scenarios
        self._values: dict[str, list[Any]] = defaultdict(list)
        for scenario in scenarios:
            self._collect("", scenario)

    def __next__(self) -> dict[str, Any]:
        varied: dict[str, Any] = self._vary("", copy.deepcopy(self.random.choice(self._scenarios)))
        return varied

    def _collect(self, path: str, value: Any) -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                self._collect(f"{path}.{name}", inner)
        elif isinstance(value, list):
            self._values[f"{path}[]"].extend(value)
            for element in value:
                self._collect(f"{path}[]", element)
        else:
            self._values[path].append(value)

    def _vary(self, path: str, value: Any) -> Any:
        if isinstance(value, dict):
            kept = {name: self._vary(f"{path}.{name}", inner) for name, inner in value.items() if self.random.random() > 0.12}
            return {name: None if self.random.random() < 0.05 else inner for name, inner in kept.items()}
        if isinstance(value, list):
            others = self._values[f"{path}[]"]
            elements = [element for element in value if self.random.random() > 0.2]
            if others and self.random.random() < 0.3:
                elements.append(copy.deepcopy(self.random.choice(others)))
            return [self._vary(f"{path}[]", element) for element in elements]
        return self.random.choice(self._values[path]) if self._values[path] and self.random.random() < 0.3 else value
