"""Vocabularies (rules/README.md, 6): the facts that may be talked about, as a tree of types."""
import os
from math import inf

import jsonc
from values import NotCovered

BUILT_IN = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'rules', 'negotiation.vocabulary.json')
DATES = ('date', 'date-time', 'duration')


class Type:
    """`kind` is object, list, boolean, number, string, date, date-time, duration, or open for texts of which only what stands beside them
    tells what they are (the values of a parameter). An exact number has `is_floating` False."""

    def __init__(self, kind, **rest):
        self.kind = kind
        self.properties = rest.get('properties', {})
        self.items = rest.get('items')
        self.most_items = rest.get('most_items', inf)
        self.complete_by = rest.get('complete_by')
        self.is_floating = rest.get('is_floating', False)
        self.least = rest.get('least', -inf)
        self.greatest = rest.get('greatest', inf)
        self.default = rest.get('default')
        self.step = rest.get('step', 1)
        self.enum = rest.get('enum')
        self.is_of_rules = rest.get('is_of_rules', False)  # in a rule file a month is the whole month
        self.texts = rest.get('texts')  # of an open one: the text, or all the texts of its list


def read(schema, folder=None):
    """The type of a scenario from a vocabulary, with what the vocabulary defines beside it."""
    type = Reader(schema).type_of(schema)
    type.defined = lambda pointer: Reader(schema).referred({'$ref': pointer})
    return type


def load(name, folder):
    if name == 'negotiation':
        return read(jsonc.load(BUILT_IN))
    return read(jsonc.load(os.path.join(folder, name)))


class Reader:
    def __init__(self, document):
        self.document = document
        self.open = []

    def type_of(self, schema):
        if '$ref' in schema:
            return self.referred(schema)
        if 'allOf' in schema:
            return self.together(schema)
        kind = kind_of(schema)
        if kind == 'object':
            return Type('object', properties={name: self.type_of(one) for name, one in schema.get('properties', {}).items()})
        if kind == 'array':
            return Type('list', items=self.type_of(schema['items']), most_items=schema.get('maxItems', inf),
                        complete_by=schema.get('x-completeBy'))
        default = schema.get('default')
        if kind in ('integer', 'number'):
            return Type('number', is_floating=kind == 'number' and 'multipleOf' not in schema, least=schema.get('minimum', -inf),
                        greatest=schema.get('maximum', inf), default=default,
                        step=1 if kind == 'integer' else schema.get('multipleOf'))
        if kind == 'string' and schema.get('format') in DATES:
            return Type(schema['format'], default=default)
        return Type(kind, default=default, enum=schema.get('enum'))

    def referred(self, schema):
        reference = schema['$ref']
        if reference == 'negotiation':
            return read(jsonc.load(BUILT_IN))
        if not reference.startswith('#'):
            raise NotCovered(reference)
        found = self.document
        for step in reference[1:].split('/')[1:]:
            found = found[step.replace('~1', '/').replace('~0', '~')]
        beside = {key: one for key, one in schema.items() if key != '$ref'}
        return self.type_of({**found, **beside})

    def together(self, schema):
        """An object of which several schemas tell parts."""
        properties = {}
        for part in schema['allOf'] + [{key: one for key, one in schema.items() if key != 'allOf'}]:
            for name, one in self.type_of({'type': 'object', **part} if '$ref' not in part else part).properties.items():
                properties[name] = merged(properties[name], one) if name in properties else one
        return Type('object', properties=properties)


def merged(first, second):
    if first.kind != 'object' or second.kind != 'object':
        return second
    properties = dict(first.properties)
    for name, one in second.properties.items():
        properties[name] = merged(properties[name], one) if name in properties else one
    return Type('object', properties=properties)


def kind_of(schema):
    kinds = schema.get('type', [])
    kinds = [kind for kind in ([kinds] if isinstance(kinds, str) else kinds) if kind != 'null']
    if kinds:
        return kinds[0]
    if 'enum' in schema or 'const' in schema:
        return 'string'
    return 'array' if 'items' in schema else 'object'
