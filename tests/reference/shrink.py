"""Makes a disagreement small: leaves out whatever does not matter of the rules and of the scenario, as long as the two still disagree."""
import copy
import shutil
from collections import Counter

import compare
import jsonc
import rulesets
import vocabulary
from compare import expectation, text_of
from generator.rulesets import Made, exact
from rules import evaluate
from tool import Tool, write

MOST = 150  # candidates that are tried in one go


def printed(command, folder, disagreement):
    """The smallest case found of a disagreement about a rule, as text."""
    made = Made(disagreement.seed)
    files = compare.accepted(Tool(command), folder + '/kept', {disagreement.seed: made}, Counter())
    file, scenario = files[disagreement.seed], made.scenarios[disagreement.scenario]
    file, scenario = shrunk(command, folder + '/smaller', made.schema, file, scenario, disagreement.rule)
    said = {key: one for key, one in file.items() if key in ('parameters', 'conditions') and one}
    return f'  rules: {jsonc.dumps(file["rules"])}\n  scenario: {jsonc.dumps(scenario)}' + (f'\n  {jsonc.dumps(said)}' if said else '')


def shrunk(command, folder, schema, file, scenario, rule):
    """The smallest rule file and scenario found on which the two evaluators disagree."""
    type, case = vocabulary.read(exact(schema)), without_unused(file, scenario, rule)
    while True:
        candidates = sorted(smaller(*case), key=lambda one: len(jsonc.dumps(one)))
        smaller_one = None
        for begin in range(0, len(candidates), MOST):
            smaller_one = first_disagreement(command, folder, schema, type, candidates[begin:begin + MOST])
            if smaller_one:
                break
        if smaller_one is None:
            return case
        case = smaller_one


def without_unused(file, scenario, rule):
    """The rule with those that it refers to, and the facts that these name."""
    names, text = {rule}, ''
    while True:
        rules, conditions = file['rules'], file['conditions'].items()
        text = jsonc.dumps([one for one in rules if one['id'] in names] + [one for name, one in conditions if name in names])
        more = {name for name in [one['id'] for one in rules] + list(file['conditions']) if f'"{name}"' in text} - names
        if not more:
            break
        names |= more
    return {**file, 'rules': [one for one in file['rules'] if one['id'] in names],
            'conditions': {name: one for name, one in file['conditions'].items() if name in names},
            'parameters': {name: one for name, one in file['parameters'].items() if f'"{name}"' in text}}, \
        {name: said for name, said in scenario.items() if name in text or name == 'asOf' or name.startswith('complete')}


def smaller(file, scenario):
    """All cases that are one step smaller."""
    for rule in range(len(file['rules'])):
        if len(file['rules']) > 1:
            yield {**file, 'rules': [file['rules'][rule]]}, scenario
            yield {**file, 'rules': file['rules'][:rule] + file['rules'][rule + 1:]}, scenario
    for key in ('conditions', 'parameters'):
        for name in file.get(key, {}):
            yield {**file, key: {one: value for one, value in file[key].items() if one != name}}, scenario
    for path, value in pruned(scenario):
        yield file, value
    for key in ('rules', 'conditions'):
        for path, value in pruned(file[key]):
            yield {**file, key: value}, scenario


def pruned(tree, path=()):
    """The trees with one part less, or with a part of it in the place of the whole."""
    children = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, child in list(children):
        if key in ('id', 'stage', 'as'):
            continue
        less = {k: v for k, v in tree.items() if k != key} if isinstance(tree, dict) else tree[:key] + tree[key + 1:]
        yield path + (key,), less
        for below, value in pruned(child, path + (key,)):
            yield below, {**tree, key: value} if isinstance(tree, dict) else tree[:key] + [value] + tree[key + 1:]
        if isinstance(child, dict):
            for grandchild in child.values():
                if isinstance(grandchild, dict):
                    yield path + (key,), {**tree, key: grandchild} if isinstance(tree, dict) else tree[:key] + [grandchild] + tree[key + 1:]
                if isinstance(grandchild, list):
                    for one in grandchild:
                        if isinstance(one, dict):
                            yield path + (key,), {**tree, key: one} if isinstance(tree, dict) else tree[:key] + [one] + tree[key + 1:]


def first_disagreement(command, folder, schema, type, candidates):
    """The first of the candidates on which the tool still says otherwise."""
    shutil.rmtree(folder, ignore_errors=True)
    for number, (file, scenario) in enumerate(candidates):
        path = f'{folder}/{number}/made.rules.json'
        write(path, text_of(file))
        write(f'{folder}/{number}/made.vocabulary.json', jsonc.dumps(schema))
        try:
            read = jsonc.loads(jsonc.dumps(file))
            rules = rulesets.made(type, read['stages'], read['parameters'], read['conditions'], read['rules'], parties=read['parties'])
            expected = expectation(evaluate(rules, jsonc.loads(jsonc.dumps(scenario))))
        except Exception:
            continue  # what is left is no rule any more
        write(f'{folder}/{number}/made.tests.json', jsonc.dumps({'rules': 'made.rules.json', 'tests': [
            {'name': 'all', 'scenario': scenario, 'expect': expected}]}))
    wrong = [int(file.split('/')[-2]) for file, name, found in Tool(command).test(folder) if name and any('what' in one for one in found)]
    return copy.deepcopy(candidates[min(wrong)]) if wrong else None
