"""Functions of text (rules/README.md, 3). Places and lengths are counted in UTF-16."""
from letters import LOWER, UPPER
from values import exactly

WHITE = ''.join(map(chr, [*range(9, 14), 32, 0x85, 0xa0, 0x1680, *range(0x2000, 0x200b), 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]))


def units(text):
    """A text of which each letter is a character of UTF-16: a letter beyond U+FFFF is two of these."""
    return ''.join(chr(code) if code < 0x10000 else chr(0xd7c0 + (code >> 10)) + chr(0xdc00 + (code & 0x3ff)) for code in map(ord, text))


def text_of(units):
    """The other way round: where two of them make a letter, it is that letter."""
    return units.encode('utf-16-le', 'surrogatepass').decode('utf-16-le', 'surrogatepass')


def length(text):
    return exactly('number', len(units(text)))


def part(text, start, length=None):
    all = units(text)
    begin = start.low
    end = len(all) if length is None else begin + length.low
    return text_of(all[int(begin):int(end)]) if 0 <= begin <= end <= len(all) else None


def position(text, piece):
    return exactly('number', units(text).find(units(piece)))


def joined(*texts):
    return text_of(''.join(texts))


def letters(table):
    return lambda text: ''.join(table.get(letter, letter) for letter in text)


def trimmed(text):
    return text.strip(WHITE)


def replaced(text, old, new):
    return text_of(units(text).replace(units(old), units(new))) if old else None


lower_case, upper_case = letters(LOWER), letters(UPPER)
