"""Operands of a wanted kind, of every form: literals, facts, parameters, quantities, functions, choices, and what goes on from them."""
from . import words

EFFECTS = ('times', 'plus', 'minus', 'to')
OF_A_NUMBER = ('squareRoot', 'absolute', 'sign', 'floor', 'ceiling', 'truncated', 'rounded')


class Operands:
    """Mixed into the maker of conditions, which has `random`, `chance`, `condition`, `list_source` and `parameters`."""

    def operand(self, kind, scope, depth):
        """An operand whose value is of a kind; not a month or a year as a whole."""
        forms = [self.literal, self.fact, self.fact, self.fact, self.parameter]
        if depth > 0:
            forms += [self.choice, self.as_a_whole, self.gone_on, self.function, self.function]
            if kind in ('number', 'date', 'date-time', 'duration'):
                forms += [self.quantity]
        while True:
            made = self.random.choice(forms)(kind, scope, depth)
            if made is not None:
                return made

    def object_operand(self, kind, scope, depth):
        """An operand that is no bare literal, so that a fact tells its kind."""
        for _ in range(20):
            made = self.operand(kind, scope, depth)
            if isinstance(made, dict) and 'parameter' not in made:
                return made
        return None

    def literal(self, kind, scope, depth):
        if kind == 'number':
            return self.random.choice(words.NUMBERS + words.DECIMALS)
        return self.random.choice(words.BY_KIND[kind])

    def fact(self, kind, scope, depth):
        paths = scope.paths(lambda type: type.kind == kind and not type.enum)
        return {'fact': self.random.choice(paths)} if paths else None

    def parameter(self, kind, scope, depth):
        names = [name for name, (one, value) in self.parameters.items() if one == kind and not isinstance(value, list)]
        return {'parameter': self.random.choice(names)} if names else None

    def choice(self, kind, scope, depth):
        asked = self.condition(scope, depth - 1)
        return {'if': asked, 'then': self.operand(kind, scope, depth - 1), 'else': self.operand(kind, scope, depth - 1)}

    def as_a_whole(self, kind, scope, depth):
        made = {'value': self.operand(kind, scope, depth - 1)}
        if kind == 'number' and self.chance(0.6):
            made['times'] = self.operand('number', scope, 0)
        if kind == 'duration' and self.chance(0.6):
            number, length = self.few(scope), self.object_operand('duration', scope, 0)
            if length is not None:
                made = {**length, 'times': number} if self.chance(0.5) and not any(key in length for key in EFFECTS) \
                    else {'value': number, 'times': length}
        return made

    def gone_on(self, kind, scope, depth):
        """times, plus, minus, to."""
        if kind in ('string', 'boolean'):
            return None
        if kind == 'duration' and self.chance(0.5):
            of = self.random.choice(('date', 'date-time'))
            begin, other = self.object_operand(of, scope, depth - 1), self.object_operand(of, scope, depth - 1)
            return None if begin is None or other is None or any(key in begin for key in EFFECTS) else {**begin, 'minus': other}
        begin = self.object_operand(kind, scope, depth - 1)
        if begin is None or any(key in begin for key in EFFECTS):
            return None
        keys = {'number': ('times', 'plus', 'minus'), 'date': ('plus', 'minus', 'to')}.get(kind, ('plus', 'minus'))
        for key in sorted(self.random.sample(keys, self.random.randint(1, min(2, len(keys)))), key=EFFECTS.index):
            begin[key] = self.effect(kind, key, scope, depth)
        return begin

    def effect(self, kind, key, scope, depth):
        if key == 'to':
            return self.random.choice(words.EDGES)
        if kind == 'number':
            return self.operand('number', scope, min(depth - 1, 1))
        if kind == 'duration' or kind == 'date-time' and self.chance(0.3):
            return self.operand('duration', scope, 0)
        return self.random.choice(words.MOVES)

    def quantity(self, kind, scope, depth):
        form = self.random.choice({'number': ('count', 'sum', 'min', 'max'), 'duration': ('sum',)}.get(kind, ('min', 'max')))
        return self.quantity_of(form, kind, scope, depth)

    def quantity_of(self, form, kind, scope, depth):
        """`{ "count": LIST, … }`, and `sum`, `min` and `max` of a fact, of the elements or of what is worked out."""
        found = self.list_source(scope, depth, plain=kind if form != 'count' and self.chance(0.3) else None)
        if found is None:
            return None
        source, item, name = found
        made = {form: source}
        if name:
            made['as'] = name
        inner = scope.inside(item, name)
        if form != 'count':
            if item.kind == 'object':
                paths = [path for path in scope_paths(item, kind)]
                if isinstance(source, str) and paths and self.chance(0.4):
                    made[form] = source + '.' + self.random.choice(paths)
                else:
                    made['of'] = self.object_operand(kind, inner, depth - 1)
            elif item.kind != kind or item.enum:
                made['of'] = self.object_operand(kind, inner, depth - 1)
            if made.get('of', '') is None:
                return None
        if self.chance(0.5):
            made['where'] = self.condition(inner, depth - 1)
        return made

    def function(self, kind, scope, depth):
        one = lambda wanted: self.object_operand(wanted, scope, depth - 1) or {'value': self.literal(wanted, scope, 0)}
        several = lambda wanted: [one(wanted), self.operand(wanted, scope, depth - 1)]
        day = self.random.choice(('date', 'date-time'))
        by = self.random.choice((2, 3, -2, 0.5, 4)) if self.chance(0.6) else one('number')
        makers = {
            'number': [
                lambda: {'quotient': [one('number'), by]},
                lambda: {'wholeQuotient': [self.whole(scope), self.random.choice((2, -3, {'value': self.whole(scope)}))]},
                lambda: {'remainder': [one('number'), by]},
                lambda: {'power': [one('number'), self.random.choice((2, 0.5, 0, -1, 1))]},
                *[lambda: {self.random.choice(OF_A_NUMBER): one('number')}] * 4,
                lambda: {'rounded': [one('number'), self.random.choice((0, 1, 2, self.whole(scope)))]},
                lambda: {'length': one('string')},
                lambda: {'positionOf': several('string')},
                *[lambda: {self.random.choice(('year', 'month', 'dayOfMonth', 'dayOfYear')): one(day)}] * 4,
                *[lambda: {self.random.choice(('hour', 'minute', 'second')): one('date-time')}] * 2,
                *[lambda: {self.random.choice(('totalDays', 'totalHours', 'totalMinutes', 'totalSeconds')): one('duration')}] * 2,
                *[lambda: {self.random.choice(('wholeYears', 'wholeMonths')): [one(day), one(day)]}] * 2],
            'string': [
                *[lambda: {self.random.choice(('lowerCase', 'upperCase', 'trimmed')): one('string')}] * 2,
                lambda: {'part': [one('string')] + self.random.choice(([0], [1], [2], [0, 1], [1, 1], [0, 2], [2, 0]))},
                lambda: {'replaced': [one('string'), self.random.choice(('a', one('string'))), self.random.choice(('', one('string')))]},
                lambda: {'joined': several('string')},
                lambda: {'dayOfWeek': one(day)}],
            'date': [lambda: {'dateOf': one('date-time')}],
            'date-time': [lambda: {'dateTime': [one('date'), one('duration')]}],
            'duration': [
                lambda: {'timeOfDay': one('date-time')},
                *[lambda: {self.random.choice(('years', 'months')): self.few(scope)}] * 2,
                *[lambda: {self.random.choice(('days', 'hours', 'minutes')): self.random.choice((1.5, 36, self.few(scope)))}] * 2],
        }.get(kind, [])
        if kind in ('number', 'date', 'date-time', 'duration'):
            makers.append(lambda: {self.random.choice(('least', 'greatest')): several(kind) + ([one(kind)] if self.chance(0.3) else [])})
        return self.random.choice(makers)() if makers else None

    def few(self, scope):
        """A whole number that does not move a date out of the calendar."""
        paths = scope.paths(lambda type: type.kind == 'number' and type.step == 1 and not type.is_floating
                            and -100 <= type.least and type.greatest <= 100)
        return {'fact': self.random.choice(paths)} if paths and self.chance(0.7) else self.random.choice((0, 1, 2, 3, -1))

    def whole(self, scope):
        paths = scope.paths(lambda type: type.kind == 'number' and type.step == 1 and not type.is_floating)
        return {'fact': self.random.choice(paths)} if paths else self.random.choice(words.NUMBERS)


def scope_paths(item, kind):
    return [path for path, one in item.properties.items() if one.kind == kind and not one.enum]
