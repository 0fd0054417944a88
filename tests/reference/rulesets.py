"""Rule files (rules/README.md, 1): what a file and the files it includes hold, and the parameters with their types."""
import os

import jsonc
import vocabulary
from rules import Rule
from vocabulary import Type

TYPES = {'integer': 'number'}


class RuleSet:
    """A rule set at work: its vocabulary, parameters, conditions, stages and rules, and the scenario it is evaluated on."""

    def __init__(self, vocabulary, stages, parameters, conditions, rules, parties, quantities):
        self.vocabulary = vocabulary
        self.stages = [one if isinstance(one, str) else one['name'] for one in stages]
        self.stages_when = {one['name']: one['when'] for one in stages if not isinstance(one, str)}
        self.parameters = parameters
        self.conditions = conditions
        self.quantities = quantities
        self.parties = list(parties)
        self.rules = [Rule(one, self.stages) for one in rules]
        self.ids = {one.id: one for one in self.rules}
        self.scenario = None
        self.being_judged = {}

    def by_id(self, id):
        return self.ids[id]


def load(path, parameters=None):
    """A rule set from a file; `parameters` are other values for some."""
    file = jsonc.load(path)
    folder = os.path.dirname(path)
    held = gathered(file, folder, set())
    type = vocabulary_of(file, folder) or vocabulary.load('negotiation', folder)
    return made(type, *held[:4], parameters, *held[4:])


def vocabulary_of(file, folder):
    """The vocabulary that a file names; if it names none, that of a file that it includes: the last that names one."""
    if 'vocabulary' in file:
        return vocabulary.load(file['vocabulary'], folder)
    paths = [os.path.normpath(os.path.join(folder, name)) for name in reversed(file.get('include', []))]
    found = (vocabulary_of(jsonc.load(path), os.path.dirname(path)) for path in paths)
    return next((one for one in found if one is not None), None)


def made(type, stages, said, conditions, rules, parameters=None, parties=(), quantities=None):
    said = {**said, **{name: with_value(said[name], value) for name, value in (parameters or {}).items()}}
    return RuleSet(type, stages, {name: parameter(one, type) for name, one in said.items()}, conditions, rules, parties, quantities or {})


def gathered(file, folder, seen):
    """What the included files bring along, then what the file itself holds; it may restate their parameters."""
    stages, parameters, conditions, rules, parties, quantities = [], {}, {}, [], {}, {}
    for name in file.get('include', []):
        path = os.path.normpath(os.path.join(folder, name))
        if path in seen:
            continue
        seen.add(path)
        more = gathered(jsonc.load(path), os.path.dirname(path), seen)
        stages = with_stages(stages, more[0])
        parameters.update(more[1])
        conditions.update(more[2])
        rules += more[3]
        parties.update(more[4])
        quantities.update(more[5])
    stages = with_stages(stages, file.get('stages', []))
    for name, one in file.get('parameters', {}).items():
        of = {key: known for key, known in parameters[name].items() if key == 'of'} if isinstance(parameters.get(name), dict) else {}
        parameters[name] = {**of, **(one if isinstance(one, dict) else {'value': one})} if of else one
    conditions.update(file.get('conditions', {}))
    parties.update(file.get('parties', {}))
    quantities.update(file.get('quantities', {}))
    return stages, parameters, conditions, rules + file.get('rules', []), parties, quantities


def with_stages(stages, more):
    """Each stage once, with when it applies if one of the files says it."""
    named = {(one if isinstance(one, str) else one['name']): one for one in stages}
    for one in more:
        name = one if isinstance(one, str) else one['name']
        if name not in named or not isinstance(one, str):
            named[name] = one
    return list(named.values())


def with_value(said, value):
    return {**said, 'value': value} if isinstance(said, dict) else value


def parameter(said, vocabulary):
    """The type and the value of a parameter."""
    if isinstance(said, dict) and 'of' in said:
        return Type('list', items=vocabulary.defined(said['of'])), said['value']
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
