"""Conditions of every form."""
from . import words
from .operands import Operands

OPERATORS = {
    'number': ('is', 'isNot', 'atLeast', 'atMost', 'moreThan', 'lessThan', 'between', 'in', 'notIn'),
    'duration': ('is', 'isNot', 'atLeast', 'atMost', 'moreThan', 'lessThan', 'between', 'in', 'notIn'),
    'date': ('is', 'isNot', 'before', 'after', 'onOrBefore', 'onOrAfter', 'between', 'in', 'notIn'),
    'date-time': ('is', 'isNot', 'before', 'after', 'onOrBefore', 'onOrAfter', 'between', 'in', 'notIn'),
    'string': ('is', 'isNot', 'in', 'notIn', 'contains', 'startsWith', 'endsWith', 'matches'),
    'boolean': ('is', 'isNot', 'in', 'notIn'),
}


class Conditions(Operands):
    def __init__(self, random, parameters, names, ids):
        self.random, self.parameters, self.names, self.ids = random, parameters, names, ids
        self.elements = 0

    def chance(self, share):
        return self.random.random() < share

    def condition(self, scope, depth):
        leaves = [self.of_facts, self.of_facts, self.of_fact, self.of_fact, self.of_fact, self.known, self.of_list]
        forms = [self.composed, self.counted, self.negated, self.quantified, self.quantified, self.quantity_stands, self.quantity_stands,
                 self.share, self.compared, self.compared, self.compared, self.worked_out, self.worked_out, self.in_order, self.linked,
                 self.referred]
        while True:
            made = self.random.choice(leaves if depth <= 0 or self.chance(0.25) else forms)(scope, depth)
            if made is not None:
                return made

    def some_kind(self):
        return self.random.choice(('number', 'number', 'date', 'date', 'date-time', 'duration', 'string', 'boolean'))

    def askable(self, scope, unwanted):
        """The paths that a condition may begin with: those that begin with a word of the language are reached by `value` alone."""
        return [path for path in scope.paths(lambda type: type.kind not in unwanted) if path != 'count']

    def of_facts(self, scope, depth):
        """`{ "agreement.form": "written", … }`."""
        paths = self.askable(scope, ('list', 'object', 'open'))
        made = {}
        for path in self.random.sample(paths, min(len(paths), self.random.choice((1, 1, 2)))):
            type = scope.type_at(path)
            if type.kind == 'date' and self.chance(0.3):
                made[path] = self.random.choice(words.MONTHS)
            else:
                made[path] = self.random.choice(type.enum) if type.enum else self.literal(type.kind, scope, 0)
        return made or None

    def of_fact(self, scope, depth):
        paths = self.askable(scope, ('list', 'object', 'open'))
        if not paths:
            return None
        path = self.random.choice(paths)
        type = scope.type_at(path)
        if type.enum:
            return {path: self.random.choice(({'is': self.random.choice(type.enum)}, {'isNot': self.random.choice(type.enum)},
                                              {'in': self.random.sample(type.enum, 2)}, {'notIn': self.random.sample(type.enum, 1)}))}
        asked = {}
        for operator in self.random.sample(OPERATORS[type.kind], 2 if self.chance(0.15) else 1):
            asked[operator] = self.right(type.kind, operator, scope, depth)
        return {path: asked}

    def right(self, kind, operator, scope, depth):
        if operator in ('in', 'notIn'):
            return self.several(kind, scope, depth)
        if operator == 'between':
            return [self.right_value(kind, scope, depth), self.right_value(kind, scope, depth)]
        if operator == 'matches':
            return self.random.choice(words.PATTERNS)
        return self.right_value(kind, scope, depth)

    def right_value(self, kind, scope, depth):
        if kind == 'date' and self.chance(0.25):
            return self.month_or_year(scope, depth)
        return self.operand(kind, scope, min(depth, 2))

    def month_or_year(self, scope, depth):
        """A month or a year as a whole: written out, a parameter, a branch, or moved."""
        way = self.random.random()
        if way < 0.5:
            return self.random.choice(words.MONTHS)
        if way < 0.7:
            return {'parameter': 'month'}
        if way < 0.85 and depth > 0:
            then, other = self.random.choice(words.MONTHS), self.random.choice(words.MONTHS + words.DAYS)
            return {'if': self.condition(scope, 0), 'then': then, 'else': other}
        key = self.random.choice(('plus', 'minus'))
        return {'value': self.random.choice(words.MONTHS), key: self.random.choice(('P1M', 'P1Y', 'P1D', 'P3M'))}

    def several(self, kind, scope, depth):
        """What `in` takes: a list of values, or a list that is a parameter or a fact."""
        way = self.random.random()
        lists = [path for path in scope.lists() if scope.type_at(path).items.kind == kind and not scope.type_at(path).items.enum]
        names = [name for name, (one, value) in self.parameters.items() if one == kind and isinstance(value, list)]
        if way < 0.2 and lists:
            return {'fact': self.random.choice(lists)}
        if way < 0.4 and names:
            return {'parameter': self.random.choice(names)}
        return [self.right_value(kind, scope, min(depth - 1, 1)) for _ in range(self.random.randint(1, 3))]

    def known(self, scope, depth):
        paths = self.askable(scope, ('open',))
        return {self.random.choice(paths): {'known': self.chance(0.5)}} if paths else None

    def of_list(self, scope, depth):
        paths = [path for path in scope.lists() if scope.type_at(path).items.kind != 'object']
        if not paths:
            return None
        path = self.random.choice(paths)
        type = scope.type_at(path).items
        operator = self.random.choice(('contains', 'containsAll', 'containsAny', 'containsNone'))
        if type.enum:
            return {path: {operator: self.random.choice(type.enum) if operator == 'contains' else self.random.sample(type.enum, 2)}}
        return {path: {operator: self.operand(type.kind, scope, 0) if operator == 'contains' else self.several(type.kind, scope, 0)}}

    def composed(self, scope, depth):
        return {self.random.choice(('all', 'any', 'none')): [self.condition(scope, depth - 1) for _ in range(self.random.randint(1, 3))]}

    def negated(self, scope, depth):
        return {'not': self.condition(scope, depth - 1)}

    def counted(self, scope, depth):
        parts = [self.condition(scope, depth - 1) for _ in range(self.random.randint(2, 4))]
        return {'atLeast': self.random.choice((1, 2, len(parts), {'parameter': 'two'})), 'of': parts}

    def list_source(self, scope, depth, plain=None):
        """A LIST, the type of its elements, and a name for them (or None)."""
        names = [name for name, (one, value) in self.parameters.items() if isinstance(value, list)]
        lists = [path for path in scope.lists() if scope.type_at(path).items.kind == plain or plain is None]
        if self.chance(0.2) and plain is None:
            name = self.random.choice(names + ['ledger'] * len(names))
            kind = self.parameters[name][0]
            source, item = {'parameter': name}, Plain(kind) if isinstance(kind, str) else kind
        elif lists:
            source = self.random.choice(lists)
            item = scope.type_at(source).items
        else:
            return None
        if self.chance(0.3) and depth > 0:
            source = self.selection(source, item, scope, depth - 1)
            if self.chance(0.2):
                source = self.selection(source, item, scope, 0)
        # An element whose facts are already around it needs a name; so does a plain value.
        is_met = any(type is item for _, type in scope.layers)
        self.elements += 1
        return source, item, f'e{self.elements}' if item.kind != 'object' or is_met or self.chance(0.3) else None

    def selection(self, source, item, scope, depth):
        self.elements += 1
        name = f's{self.elements}'
        made, inner = {'list': source, 'as': name}, scope.inside(item, name)
        keys = self.random.sample(('where', 'distinct', 'orderBy', 'reversed', 'skip', 'take'), self.random.randint(1, 3))
        for key in sorted(keys, key=('where', 'distinct', 'orderBy', 'reversed', 'skip', 'take').index):
            if key == 'where':
                made[key] = self.condition(inner, depth)
            elif key in ('distinct', 'orderBy'):
                made[key] = self.key(inner, item, name, depth)
            else:
                made[key] = True if key == 'reversed' else self.random.choice((0, 1, 2, {'parameter': 'two'}))
        if 'orderBy' in made and self.chance(0.4):
            falling = {'descending': made['orderBy']}
            made['orderBy'] = self.random.choice((falling, [falling, self.key(inner, item, name, depth)]))
        return made

    def key(self, inner, item, name, depth):
        if item.kind != 'object':
            return name
        found = inner.paths(lambda type: type.kind not in ('object', 'list', 'open') and not type.enum)
        paths = [path for path in found if path.startswith(name + '.')]
        if self.chance(0.3) or not paths:
            return self.object_operand(self.random.choice(('number', 'date', 'string')), inner, depth) or name
        return self.random.choice(paths)

    def quantified(self, scope, depth):
        found = self.list_source(scope, depth)
        if found is None:
            return None
        source, item, name = found
        inner, form = scope.inside(item, name), self.random.choice(('every', 'some', 'no'))
        made = {form: source}
        if name:
            made['as'] = name
        if self.chance(0.35 if form == 'every' else 0.85):
            made['where'] = self.condition(inner, depth - 1)
        if form == 'every':
            made['satisfy'] = self.condition(inner, depth - 1)
        return made

    def quantity_stands(self, scope, depth):
        kind = self.random.choice(('number', 'number', 'date', 'date-time'))
        form = self.random.choice(('count', 'sum', 'min', 'max') if kind == 'number' else ('min', 'max'))
        made = self.quantity_of(form, kind, scope, depth)
        if made is None:
            return None
        operator = self.random.choice(OPERATORS[kind])
        return {**made, operator: self.right(kind, operator, scope, 1)}

    def share(self, scope, depth):
        if self.chance(0.3):
            return self.share_of_two(scope, depth)
        found = self.list_source(scope, depth)
        if found is None:
            return None
        source, item, name = found
        inner = scope.inside(item, name)
        made = {'share': source}
        if name:
            made['as'] = name
        weights = [path for path, one in getattr(item, 'properties', {}).items() if one.kind == 'number' and one.least >= 0]
        if weights and self.chance(0.5):
            made['of'] = f'{name}.{self.random.choice(weights)}' if name else self.random.choice(weights)
            if inner.starts(made['of'].split('.')[0]) != 1:
                del made['of']
        if self.chance(0.4):
            made['among'] = self.condition(inner, depth - 1)
        made['where'] = self.condition(inner, depth - 1)
        return self.share_compared(made, scope)

    def share_of_two(self, scope, depth):
        counted = self.list_source(scope, depth)
        amounts = [{'fact': path} for path in scope.paths(lambda type: type.kind == 'number' and not type.enum and type.least >= 0)]
        if counted is not None:
            amounts.append({'count': counted[0], **({'as': counted[2]} if counted[2] else {})})
        if not amounts:
            return None
        part, whole = self.random.choice(amounts), self.random.choice(amounts)
        if self.chance(0.5):
            whole = {'value': whole, 'plus': part}
        made = {'share': [part, whole]}
        if self.chance(0.4):
            made['ifNone'] = self.random.choice(words.SHARES)
        return self.share_compared(made, scope)

    def share_compared(self, made, scope):
        operator = self.random.choice(('is', 'isNot', 'atLeast', 'atMost', 'moreThan', 'lessThan', 'between'))
        made[operator] = [self.share_bound(scope), self.share_bound(scope)] if operator == 'between' else self.share_bound(scope)
        return made

    def share_bound(self, scope):
        if self.chance(0.1):
            return {'parameter': 'twoThirds'}
        if self.chance(0.15):
            return {'if': self.condition(scope, 0), 'then': self.random.choice(words.SHARES), 'else': self.random.choice(words.SHARES)}
        return (self.fact('number', scope, 0) if self.chance(0.15) else None) or self.random.choice(words.SHARES)

    def compared(self, scope, depth):
        """`{ "value": operand, OP: operand }`."""
        kind = self.some_kind()
        if kind == 'date' and self.chance(0.2):
            left = self.month_or_year(scope, depth)
        else:
            left = self.object_operand(kind, scope, min(depth, 2))
        if left is None:
            return None
        operator = self.random.choice(OPERATORS[kind])
        return {'value': left, operator: self.right(kind, operator, scope, depth - 1)}

    def worked_out(self, scope, depth):
        """A function, of facts, compared with a value."""
        kind = self.random.choice(('number', 'number', 'number', 'string', 'date', 'duration', 'date-time'))
        left = self.function(kind, scope, self.random.choice((1, 1, 2)))
        operator = self.random.choice(OPERATORS[kind])
        return {'value': left, operator: self.right(kind, operator, scope, 0)}

    def in_order(self, scope, depth):
        paths = [path for path in scope.lists() if scope.type_at(path).items.kind == 'object']
        if not paths:
            return None
        source = self.random.choice(paths)
        item = scope.type_at(source).items
        is_met = any(type is item for _, type in scope.layers)
        self.elements += 1
        name = f'e{self.elements}' if is_met or self.chance(0.3) else None
        days = [path for path, one in item.properties.items() if one.kind in ('date', 'date-time')]
        inner = scope.inside(item, name)
        if not days or inner.starts(self.random.choice(days)) != 1 and not name:
            return None
        steps = [self.condition(inner, 0) for _ in range(self.random.randint(2, 3))]
        day = self.random.choice(days)
        made = {'inOrder': source, 'by': f'{name}.{day}' if name else day, 'steps': steps}
        if name:
            made['as'] = name
        if self.chance(0.4):
            made['atLeast'] = self.random.choice((1, 2, {'parameter': 'two'}))
        if self.chance(0.5):
            made['within'] = self.random.choice((self.random.choice(('P0D', 'P1D', 'P30D', 'P1M', 'P1Y')), {'parameter': 'notice'},
                                                 self.object_operand('duration', scope, 0)))
        return made

    def linked(self, scope, depth):
        """`{ "reachable": LIST, "between": …, "from": …, "to": …, "where": … }`."""
        found = self.list_source(scope, depth)
        if found is None:
            return None
        source, item, name = found
        if item.kind != 'object':
            return None
        inner = scope.inside(item, name)
        between = [(path, one.items) for path, one in item.properties.items() if one.kind == 'list' and one.items.kind != 'object']
        between += [(f'{path}.{fact}', its) for path, one in item.properties.items() if one.kind == 'list' and one.items.kind == 'object'
                    for fact, its in one.items.properties.items()]
        between = [(f'{name}.{path}' if name else path, one) for path, one in between
                   if one.kind in ('number', 'string', 'date') and not one.enum and (name or inner.starts(path.split('.')[0]) == 1)]
        if not between:
            return None
        path, one = self.random.choice(between)
        ends = [self.operand(one.kind, scope, 1) for _ in range(2)]
        made = {'reachable': source, 'between': path, 'from': ends[0], 'to': ends[1]}
        if name:
            made['as'] = name
        if self.chance(0.5):
            made['where'] = self.condition(inner, depth - 1)
        return made

    def referred(self, scope, depth):
        if self.names and self.chance(0.6):
            made = {'condition': self.random.choice(self.names)}
            return {**(self.of_facts(scope, depth) or {}), **made} if self.chance(0.3) else made
        return {'rule': self.random.choice(self.ids)} if self.ids else None


class Plain:
    """The type of a value of a parameter that is a list."""

    def __init__(self, kind):
        self.kind, self.enum, self.properties, self.step, self.is_floating, self.items = kind, None, {}, None, False, None
