"""Where a condition stands while it is made: the elements around it, and the facts that it can name without saying two things at once."""


class Scope:
    """`layers` are pairs of a name (or None) and a type, the innermost first; the last is the scenario."""

    def __init__(self, layers):
        self.layers = layers

    def inside(self, type, name):
        return Scope([(name, type)] + self.layers)

    def paths(self, wanted, through_lists=False):
        """The paths of the facts whose type is wanted."""
        result = []
        for name, type in self.layers:
            if type.kind != 'object':
                if name and wanted(type):
                    result.append(name)
                continue
            for path, one in walk(type, through_lists):
                if wanted(one):
                    if name:
                        result.append(f'{name}.{path}')
                    elif self.starts(path.split('.')[0]) == 1:
                        result.append(path)
        return result

    def starts(self, step):
        """At how many places a path with this first step could start."""
        return sum((name == step) + (type.kind == 'object' and step in type.properties) for name, type in self.layers)

    def lists(self):
        """Lists by their paths: through one list or several."""
        return self.paths(lambda type: type.kind == 'list', through_lists=True)

    def type_at(self, path):
        steps = path.split('.')
        for name, type in self.layers:
            if name == steps[0]:
                return follow(type, steps[1:])
            if type.kind == 'object' and steps[0] in type.properties:
                return follow(type, steps)
        raise KeyError(path)


def follow(type, steps):
    for step in steps:
        while type.kind == 'list':
            type = type.items
        type = type.properties[step]
    return type


def walk(type, through_lists, begin=''):
    for step, one in type.properties.items():
        yield begin + step, one
        inner = one
        if through_lists and inner.kind == 'list':
            inner = inner.items
        if inner.kind == 'object':
            yield from walk(inner, through_lists, begin + step + '.')
