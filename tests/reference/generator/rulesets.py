"""Rule sets: parameters, named conditions, rules of each strength with `when`, `by` and weights, in one stage or two, some in two files."""
import random as randoms

import vocabulary as vocabularies
from . import words
from .conditions import Conditions
from .scenarios import Scenarios
from .scopes import Scope
from .vocabularies import Schemas

PARAMETERS = {  # what each is, and its value
    'two': ('number', 2),
    'half': ('number', 0.5),
    'floating': ('number', {'value': 0.1, 'type': 'number'}),
    'on': ('boolean', True),
    'day': ('date', '2022-01-31'),
    'typedDay': ('date', {'value': '2022-01-10', 'type': 'date'}),
    'moment': ('date-time', '2022-01-10T09:00:00Z'),
    'notice': ('duration', 'P1M'),
    'month': ('whole', '2022-01'),
    'word': ('string', {'value': 'a', 'type': 'string'}),
    'twoThirds': ('fraction', '2/3'),
    'numbers': ('number', [1, 2, 3, 3]),
    'days': ('date', ['2022-01-10', '2022-01-31', '2022-02-01']),
    'words': ('string', ['a', 'B', 'ab']),
    'lengths': ('duration', ['P1M', 'P30D', 'P14D']),
}
ENTRY = {'type': 'object', 'properties': {  # what the objects of the parameter `ledger` are
    'what': {'type': 'string'}, 'worth': {'type': 'integer', 'minimum': 0}, 'due': {'type': 'string', 'format': 'date'},
    'done': {'type': 'boolean'}, 'parts': {'type': 'array', 'items': {'type': 'object', 'properties': {'size': {'type': 'integer'}}}}}}
LEDGER = {'of': '#/$defs/entry', 'value': [
    {'what': 'a', 'worth': 2, 'due': '2022-01-31', 'done': True, 'parts': [{'size': 1}, {'size': 3}]},
    {'what': 'B', 'due': '2022-02', 'parts': {'known': [{'size': 2}], 'complete': False}}, {'worth': 0, 'parts': []}]}
VARIANTS = {'two': (1, 2), 'half': (0.25, 0.5, 1), 'day': words.DAYS, 'month': words.MONTHS, 'notice': words.LENGTHS}


class Made:
    """A vocabulary, a rule file with one rule a line, and scenarios."""

    def __init__(self, seed, rules=12, scenarios=40):
        self.seed = seed
        self.random = randoms.Random(seed)
        self.schema = Schemas(self.random).vocabulary()
        self.schema.setdefault('$defs', {})['entry'] = ENTRY
        self.type = vocabularies.read(exact(self.schema))
        self.parameters = {name: value for name, (kind, value) in PARAMETERS.items()}
        for name, values in VARIANTS.items():
            self.parameters[name] = self.random.choice(values)
        self.parameters['ledger'] = LEDGER
        self.restated = {name: self.random.choice(VARIANTS[name]) for name in ('two', 'day')} if self.random.random() < 0.2 else {}
        self.stages = self.random.choice((['first'], ['first', 'second']))
        self.conditions, self.rules = {}, []
        known = {name: (kind, self.parameters[name]) for name, (kind, _) in PARAMETERS.items()}
        known['ledger'] = (self.type.defined(LEDGER['of']), LEDGER['value'])
        maker = Conditions(self.random, known, [], [])
        scope = Scope([(None, self.type)])
        for number in range(3):
            self.conditions[f'condition {number}'] = maker.condition(scope, 1)
        maker.names = list(self.conditions)
        for number in range(rules):
            rule = self.rule(maker, scope, f'r{number}')
            self.rules.append(rule)
            maker.ids.append(rule['id'])
        stream = Scenarios(self.random, self.type)
        self.scenarios = [stream.scenario() for _ in range(scenarios)]
        self.changes = [self.change(stream) for _ in range(4)]

    def change(self, stream):
        """A scenario, changes on top of it and other values for parameters, as a test has them."""
        scenario, other = self.random.choice(self.scenarios), stream.scenario()
        changed = [name for name in scenario if not name.startswith('complete') and not isinstance(scenario[name], (dict, list))]
        paths = {name: other.get(name) for name in self.random.sample(changed, min(2, len(changed)))}
        names = self.random.sample(sorted(VARIANTS), 2)
        return {'scenario': scenario, 'with': paths, 'parameters': {name: self.random.choice(VARIANTS[name]) for name in names}}

    def rule(self, maker, scope, id):
        random = self.random
        rule = {'id': id, 'stage': random.choice(self.stages)}
        depth = random.choice((0, 1, 1, 2, 2, 3))
        if random.random() < 0.3:
            rule['holder'] = random.choice(('A', 'B'))
        found = maker.list_source(scope, 1) if random.random() < 0.2 else None
        if found:
            source, item, name = found
            rule['forEach'] = source
            if name:
                rule['as'] = name
            scope = scope.inside(item, name)
            texts = scope.paths(lambda type: type.kind == 'string')
            if texts and random.random() < 0.3:
                rule['holder'] = {'fact': random.choice(texts)}
        if random.random() < 0.3:
            rule['when'] = maker.condition(scope, min(depth, 1))
        if random.random() < 0.12:
            rule['warnWhen'] = maker.condition(scope, depth)
            return rule
        rule['require'] = maker.condition(scope, depth)
        rule['strength'] = random.choice(('required', 'required', 'expected', 'preferred', 'preferred', 'claim'))
        if rule['strength'] == 'preferred' and random.random() < 0.5:
            rule['weight'] = random.choice((2, 3, 0.5, 1.5))
        if random.random() < 0.2:
            rule['by'] = random.choice((random.choice(words.DAYS + words.MONTHS), maker.operand('date', scope, 1)))
        return rule

    def file(self, rules=None):
        return {'name': f'made-{self.seed}', 'vocabulary': 'made.vocabulary.json', 'stages': self.stages, 'parties': {'A': 'A', 'B': 'B'},
                'parameters': self.parameters, 'conditions': self.conditions, 'rules': self.rules if rules is None else rules}


def exact(said):
    """A schema with its numbers as a file would be read."""
    import jsonc
    return jsonc.loads(jsonc.dumps(said))
