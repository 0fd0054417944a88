"""Runs the tests beside the shipped rules (rules/README.md, 7)."""
import copy
import glob
import os

import conformance
import jsonc
import rulesets
from rules import evaluate

FOLDER = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'rules'))


def run():
    """Prints each case that comes out otherwise; the number of those."""
    count, wrong = 0, 0
    for path in sorted(glob.glob(os.path.join(FOLDER, '*', '*.tests.json'))):
        folder, file = os.path.dirname(path), jsonc.load(path)
        rules_path = os.path.join(folder, file['rules'])
        for test in file['tests']:
            rules = rulesets.load(rules_path, test.get('parameters'))
            for name, facts, expected in cases(folder, test):
                count += 1
                found = conformance.compared(evaluate(rules, facts), expected)
                if bool(found) != (name in test.get('deviations', {})):
                    wrong += 1
                    print(f'{os.path.relpath(path, FOLDER)}: {test["name"]}: {name}: {found or "as expected after all"}')
    print(f'shipped tests: {count} cases, {wrong} of them otherwise')
    return wrong


def cases(folder, test):
    """Name, facts and expectation of each case of a test."""
    if 'lines' in test:
        lines = test['lines']
        path = os.path.join(folder, lines if isinstance(lines, str) else lines['file'])
        with open(path, encoding='utf-8') as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    said = jsonc.loads(line)
                    name = pointed(said, test.get('id', '/id'))
                    yield name or number, changed(pointed(said, test.get('facts', '')), test), \
                        test['expect']['cases'][pointed(said, test['expect']['at'])]
        return
    scenario = test['scenario']
    facts = jsonc.load(os.path.join(folder, scenario)) if isinstance(scenario, str) else copy.deepcopy(scenario)
    yield test['name'], changed(facts, test), test['expect']


def changed(facts, test):
    for path, value in test.get('with', {}).items():
        change(facts, path, value)
    return facts


def change(facts, path, value):
    """Puts a value in place of a fact; list elements are counted from 0."""
    steps = path.replace('[', '.[').split('.')
    for i, step in enumerate(steps):
        is_last = i == len(steps) - 1
        key = int(step[1:-1]) if step.startswith('[') else step
        if isinstance(key, int) and isinstance(facts, dict):
            facts = facts['known'] if 'known' in facts else facts['value']
        if is_last:
            facts[key] = value
        else:
            facts = facts.setdefault(key, {}) if isinstance(key, str) else facts[key]


def pointed(said, pointer):
    for step in pointer.split('/')[1:]:
        step = step.replace('~1', '/').replace('~0', '~')
        said = said[int(step)] if isinstance(said, list) else said.get(step)
    return said
