"""Vocabularies: scalars of every type with and without bounds and defaults, objects, lists in lists, plain lists."""
from . import words


KINDS = ('boolean', 'integer', 'decimal', 'number', 'date', 'date-time', 'duration', 'string', 'enum')


class Schemas:
    def __init__(self, random):
        self.random = random
        self.number = 0

    def chance(self, share):
        return self.random.random() < share

    def name(self, stem):
        self.number += 1
        return f'{stem}{self.number}'

    def vocabulary(self):
        properties = {'asOf': {'type': 'string', 'format': 'date'}}
        for kind in KINDS + ('boolean', 'integer', 'number', 'date'):
            properties.update(self.scalar(kind))
        properties[self.name('object')] = {'type': 'object', 'properties': self.scalars(3)}
        if self.chance(0.3):
            properties['count'] = {'type': 'integer'}  # a word of the language
        for _ in range(2):
            properties.update(self.list_of_objects(1))
        for kind in self.random.sample(('integer', 'number', 'string', 'date', 'duration', 'boolean', 'enum'), 3):
            properties.update(self.plain_list(kind))
        if self.chance(0.3):
            name = self.name('list')
            return {'allOf': [{'type': 'object', 'properties': properties},
                              {'properties': {name: {'type': 'array', 'items': {'$ref': '#/$defs/one'}}}}],
                    '$defs': {'one': {'type': 'object', 'properties': self.scalars(3)}}}
        return {'type': 'object', 'properties': properties}

    def scalars(self, count):
        properties = {}
        for _ in range(count):
            properties.update(self.scalar(self.random.choice(KINDS)))
        return properties

    def scalar(self, kind):
        schema, name = self.type_of(kind), self.name(kind.replace('-', '').lower()[:4])
        if self.chance(0.12):
            schema['default'] = self.value(kind, schema)
        if kind not in ('enum',) and self.chance(0.1):
            schema['type'] = [schema['type'], 'null']
        return {name: schema}

    def type_of(self, kind):
        if kind in ('integer', 'decimal', 'number'):
            schema = {'type': 'integer' if kind == 'integer' else 'number'}
            if kind == 'decimal':
                schema['multipleOf'] = 0.01
            if self.chance(0.4):
                schema['minimum'] = self.random.choice((0, 1, -3))
            if self.chance(0.4):
                schema['maximum'] = self.random.choice((4, 5, 10))
            return schema
        if kind == 'enum':
            return {'enum': words.ENUM}
        return {'type': 'string', 'format': kind} if kind in ('date', 'date-time', 'duration') else {'type': kind}

    def value(self, kind, schema):
        """A value that a fact of a type may have."""
        if kind in ('integer', 'decimal', 'number'):
            drawn = {'integer': words.NUMBERS, 'decimal': words.DECIMALS, 'number': words.FLOATS}[kind]
            low, high = schema.get('minimum', -9), schema.get('maximum', 99)
            return self.random.choice([one for one in drawn if low <= one <= high])
        return self.random.choice(words.ENUM if kind == 'enum' else words.BY_KIND[kind])

    def list_of_objects(self, depth):
        properties = {**self.scalars(5), **self.scalar('integer'), **self.scalar('boolean'), **self.scalar('date')}
        if self.chance(0.2):
            properties[self.name('object')] = {'type': 'object', 'properties': self.scalars(2)}
        if self.chance(0.3):
            weight = {'type': self.random.choice(('integer', 'number')), 'minimum': self.random.choice((0, 1)), 'maximum': 10}
            properties[self.name('weight')] = weight
        if depth < 3 and self.chance(0.6):
            properties.update(self.list_of_objects(depth + 1))
        if self.chance(0.3):
            properties.update(self.plain_list(self.random.choice(('integer', 'string'))))
        return self.listed({'type': 'object', 'properties': properties})

    def plain_list(self, kind):
        return self.listed(self.type_of(kind))

    def listed(self, items):
        name, schema = self.name('list'), {'type': 'array', 'items': items}
        result = {name: schema}
        if self.chance(0.25):
            schema['maxItems'] = self.random.choice((1, 2, 3, 4))
        if self.chance(0.15):
            schema['x-completeBy'] = self.name('complete')
            result[schema['x-completeBy']] = {'type': 'boolean'}
        return result
