"""Scenarios of a vocabulary: facts that are stated, absent, null, of which a part is known, or stated with a source."""
from . import words


class Scenarios:
    def __init__(self, random, type):
        self.random = random
        self.type = type
        self.unknown = 0.2
        self.has_ends = False

    def chance(self, share):
        return self.random.random() < share

    def scenario(self):
        self.unknown = self.random.choice((0, 0.1, 0.2, 0.5, 0.9))
        self.has_ends = self.chance(0.05)
        return self.object_of(self.type)

    def object_of(self, type):
        result = {}
        completing = {one.complete_by for one in type.properties.values()}
        for name, one in type.properties.items():
            if name in completing:
                if self.chance(0.8):
                    result[name] = self.chance(0.6)
            elif not self.chance(self.unknown):
                result[name] = self.sourced(self.value_of(one, result), one)
            elif self.chance(0.2):
                result[name] = None
        for name, one in type.properties.items():
            if isinstance(result.get(name), dict) and one.complete_by and 'complete' in result[name]:
                result[one.complete_by] = result[name]['complete']  # both must say the same
        return result

    def sourced(self, said, type):
        if type.kind not in ('object',) and self.chance(0.08):
            return {'value': said, 'source': self.random.choice(('a page', {'speaker': 'someone'}))} if not isinstance(said, dict) else said
        return said

    def value_of(self, type, around):
        if type.kind == 'object':
            return self.object_of(type)
        if type.kind == 'list':
            return self.list_of(type)
        return self.scalar(type)

    def scalar(self, type):
        if self.has_ends and self.chance(0.3) and type.kind in words.ENDS and type.least == -type.greatest and type.step == 1:
            return self.random.choice(words.ENDS[type.kind])
        if type.kind == 'number':
            drawn = words.FLOATS if type.is_floating else words.DECIMALS if type.step != 1 else words.NUMBERS
            return self.random.choice([one for one in drawn if type.least <= one <= type.greatest])
        if type.kind == 'date' and self.chance(0.3):
            return self.random.choice(words.MONTHS)
        return self.random.choice(type.enum or words.BY_KIND[type.kind])

    def list_of(self, type):
        most = int(min(type.most_items, 4))
        items = [None if self.chance(self.unknown * 0.2) else self.value_of(type.items, None)
                 for _ in range(self.random.randint(0, most))]
        way = self.random.random()
        if way < 0.72:
            return items
        if way < 0.78:
            return {'known': items}
        return {'known': items, 'complete': way < 0.84}
