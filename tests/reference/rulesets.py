"""Rule files (rules/README.md, 1): what a file and the files it includes hold, and the parameters with their types."""
import os

import jsonc
import vocabulary
from rules import Rule
from values import NotCovered
from vocabulary import Type

TYPES = {'integer': 'number'}


class RuleSet:
    """A rule set at work: its vocabulary, parameters, conditions, stages and rules, and the scenario it is evaluated on."""

    def __init__(self, vocabulary, stages, parameters, conditions, rules, parties):
        self.vocabulary = vocabulary
        self.stages = stages
        self.parameters = parameters
        self.conditions = conditions
        self.parties = list(parties)
        self.rules = [Rule(one, stages) for one in rules]
        self.ids = {one.id: one for one in self.rules}
        self.scenario = None
        self.being_judged = {}

    def by_id(self, id):
        return self.ids[id]


def load(path, parameters=None):
    """A rule set from a file; `parameters` are other values for some."""
    file = jsonc.load(path)
    folder = os.path.dirname(path)
    stages, said, conditions, rules, parties = gathered(file, folder, set())
    return made(vocabulary_of(file, folder) or vocabulary.load('negotiation', folder), stages, said, conditions, rules, parameters, parties)


def vocabulary_of(file, folder):
    """The vocabulary that a file names; if it names none, that of a file that it includes: the last that names one."""
    if 'vocabulary' in file:
        return vocabulary.load(file['vocabulary'], folder)
    paths = [os.path.normpath(os.path.join(folder, name)) for name in reversed(file.get('include', []))]
    found = (vocabulary_of(jsonc.load(path), os.path.dirname(path)) for path in paths)
    return next((one for one in found if one is not None), None)


def made(type, stages, said, conditions, rules, parameters=None, parties=()):
    said = {**said, **{name: with_value(said[name], value) for name, value in (parameters or {}).items()}}
    if not all(isinstance(stage, str) for stage in stages):
        raise NotCovered('a stage that does not always apply')
    return RuleSet(type, stages, {name: parameter(one) for name, one in said.items()}, conditions, rules, parties)


def gathered(file, folder, seen):
    """What the included files bring along, then what the file itself holds; it may restate their parameters."""
    stages, parameters, conditions, rules, parties = [], {}, {}, [], {}
    for name in file.get('include', []):
        path = os.path.normpath(os.path.join(folder, name))
        if path in seen:
            continue
        seen.add(path)
        more = gathered(jsonc.load(path), os.path.dirname(path), seen)
        stages += [stage for stage in more[0] if stage not in stages]
        parameters.update(more[1])
        conditions.update(more[2])
        rules += more[3]
        parties.update(more[4])
    stages += [stage for stage in file.get('stages', []) if stage not in stages]
    parameters.update(file.get('parameters', {}))
    conditions.update(file.get('conditions', {}))
    parties.update(file.get('parties', {}))
    return stages, parameters, conditions, rules + file.get('rules', []), parties


def with_value(said, value):
    return {**said, 'value': value} if isinstance(said, dict) else value


def parameter(said):
    """The type and the value of a parameter."""
    value, kind = (said['value'], said.get('type')) if isinstance(said, dict) else (said, None)
    if isinstance(value, list):
        texts = [one for one in value if isinstance(one, str)]
        return Type('list', items=type_of(value[0] if value else '', kind, texts)), value
    return type_of(value, kind, [value]), value


def type_of(value, kind, texts):
    if kind is not None:
        return Type(TYPES.get(kind, kind), is_of_rules=True)
    if isinstance(value, bool):
        return Type('boolean')
    return Type('number') if jsonc.is_number(value) else Type('open', is_of_rules=True, texts=texts)
