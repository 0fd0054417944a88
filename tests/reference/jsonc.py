"""JSON with comments and trailing commas. Numbers are read exactly, as fractions, never as floating numbers."""
import json
import re
from fractions import Fraction

TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"|//[^\n]*|/\*.*?\*/', re.S)
TRAILING = re.compile(r'"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])', re.S)


def loads(text):
    text = TOKENS.sub(lambda found: found[0] if found[0][0] == '"' else ' ', text.lstrip('\ufeff'))
    text = TRAILING.sub(lambda found: found[0] if found[0][0] == '"' else '', text)
    return json.loads(text, parse_int=Fraction, parse_float=Fraction)


def load(path):
    with open(path, encoding='utf-8') as file:
        return loads(file.read())


def is_number(value):
    return isinstance(value, (Fraction, int, float)) and not isinstance(value, bool)


def dumps(value, **options):
    """Numbers as they were written, as far as a decimal can tell."""
    return json.dumps(value, default=decimal, ensure_ascii=False, **options)


def decimal(number):
    if not isinstance(number, Fraction):
        raise TypeError(type(number))
    return int(number) if number.denominator == 1 else float(number)
