"""Runs the conformance cases of tests/conformance."""
import collections
import glob
import os

import jsonc
import rulesets
import vocabulary
from rules import evaluate
from values import NotCovered, OutOfRange

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'conformance')
# Patterns that the regular expressions of Python do not have, or would need an age for.
NOT_HERE = ('matches: a letter of any script', 'matches: a repetition that would go back and forth without end')
TRUTHS = {'satisfied': 'true', 'violated': 'false', 'unknown': 'unknown'}


def run():
    """Prints each case that comes out otherwise; the number of those. What is not covered is none of them."""
    count, wrong, left = 0, 0, collections.Counter()
    for path in sorted(glob.glob(os.path.join(FOLDER, '*.json'))):
        file = jsonc.load(path)
        type = vocabulary.read(file['vocabulary'])
        for case in file['cases']:
            if case['name'] in NOT_HERE:
                continue
            try:
                found = differences(file, type, case)
            except NotCovered as reason:
                left[f'{os.path.basename(path)}: not covered: {reason}'] += 1
                continue
            count += 1
            if found:
                wrong += 1
                print(f'{os.path.basename(path)}: {case["name"]}: {found}')
    print(f'conformance: {count} cases, {wrong} of them otherwise')
    for what, cases in left.items():
        print(f'{what}: {cases} cases')
    return wrong


def differences(file, type, case):
    rules = list(case.get('rules', case.get('otherRules', [])))
    stages = case.get('stages', ['stage'])
    if 'condition' in case:
        rules.append({'id': 'the condition', 'stage': stages[0], 'require': case['condition']})
    parameters, named, quantities = (case.get(key, file.get(key, {})) for key in ('parameters', 'conditions', 'quantities'))
    expected = case['expect']
    parties = expected.get('holders', {}) if isinstance(expected, dict) else {}
    made = rulesets.made(type, stages, parameters, named, rules, parties=parties, quantities=quantities)
    try:
        verdict = evaluate(made, case['facts'])
    except OutOfRange:
        return None if expected == 'out of range' else 'out of range'
    if isinstance(expected, str):
        truth = TRUTHS[verdict.rules['the condition']]
        return None if truth == expected else f'{truth} instead of {expected}'
    return compared(verdict, expected)


def compared(verdict, expected):
    """What of an expectation, as in tests files, is not met."""
    found = []
    if 'outcome' in expected and expected['outcome'] != verdict.outcome:
        found.append(f'outcome {verdict.outcome}')
    for key in ('rules', 'stages', 'holders'):
        outcomes = getattr(verdict, key)
        found += [f'{name} {outcomes.get(name)}' for name, one in expected.get(key, {}).items() if outcomes.get(name) != one]
    for name, one in expected.get('elements', {}).items():
        # By their names; here they are known by their order.
        if list(one.values()) != verdict.elements.get(name):
            found.append(f'elements of {name} {verdict.elements.get(name)}')
    if 'warnings' in expected and sorted(expected['warnings']) != sorted(verdict.warnings):
        found.append(f'warnings {verdict.warnings}')
    if 'score' in expected and not same_score(expected['score'], verdict.score):
        found.append(f'score {verdict.score}')
    return '; '.join(found)


def same_score(expected, score):
    if expected is None or score is None:
        return expected is None and score is None
    return all(abs(one - other) <= 0.005 + 1e-9 for one, other in zip(expected, score))
