"""Functions of text (rules/README.md, 3). Places and lengths are counted in UTF-16."""
from letters import LOWER, UPPER
from values import exactly

WHITE = ''.join(map(chr, [*range(9, 14), 32, 0x85, 0xa0, 0x1680, *range(0x2000, 0x200b), 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]))


def part(text, start, length=None):
    units = text.encode('utf-16-le')
    begin = start.low
    end = len(units) // 2 if length is None else begin + length.low
    if not 0 <= begin <= end <= len(units) // 2:
        return None
    return units[int(begin) * 2:int(end) * 2].decode('utf-16-le', 'surrogatepass')


def units(text):
    return len(text.encode('utf-16-le', 'surrogatepass')) // 2


def position(text, piece):
    at = text.find(piece)
    return exactly('number', -1 if at < 0 else units(text[:at]))


def letters(table):
    return lambda text: ''.join(table.get(letter, letter) for letter in text)


def trimmed(text):
    return text.strip(WHITE)


def replaced(text, old, new):
    return text.replace(old, new) if old else None


lower_case, upper_case = letters(LOWER), letters(UPPER)
