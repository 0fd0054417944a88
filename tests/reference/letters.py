"""Small and capital letters, letter for letter, by Unicode 16: a letter that would become several stays as it is, and so do the dotless and
the dotted i of Turkish."""
import sys

ALONE = '\u0130\u0131'
# What Unicode 16 has and the tables of Python may not have yet: the first and the last small letter, and the distance to the capital.
NEW = [(0x264, 0x264, 0xa7cb), (0x19b, 0x19b, 0xa7dc), (0x1c8a, 0x1c8a, 0x1c89), (0xa7cd, 0xa7cd, 0xa7cc), (0xa7db, 0xa7db, 0xa7da),
       (0x10d70, 0x10d85, 0x10d50)]

LOWER, UPPER = {}, {}
for code in range(sys.maxunicode + 1):
    letter = chr(code)
    if letter in ALONE:
        continue
    if len(letter.lower()) == 1:
        LOWER[letter] = letter.lower()
    if len(letter.upper()) == 1:
        UPPER[letter] = letter.upper()
for first, last, capital in NEW:
    for code in range(first, last + 1):
        LOWER[chr(capital + code - first)] = chr(code)
        UPPER[chr(code)] = chr(capital + code - first)
