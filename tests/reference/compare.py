"""Compares the reference evaluator with the tool on generated rule sets: every outcome of every rule and stage, and by way of tests files
the score, the warnings, the holders and the verdict as a whole."""
import shutil
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

import jsonc
import reached
import rulesets
import shipped
from generator.rulesets import Made
from rules import evaluate
from tool import Tool, write
from values import OutOfRange


MOST = 10  # disagreements that are told as soon as they are found


def run(command, seed, count, folder, workers):
    """Compares at least so many outcomes; the disagreements found."""
    begin, compared, found, refused = time.time(), 0, [], Counter()
    totals = Counter()
    with ProcessPoolExecutor(workers) as pool:
        while compared < count:
            seeds = range(seed, seed + 40)
            seed += 40
            shutil.rmtree(folder, ignore_errors=True)
            kept = accepted(Tool(command), folder, {one: Made(one) for one in seeds}, refused)
            known = len(found)
            for result in pool.map(compare_set, [(command, folder, one, file) for one, file in kept.items()]):
                compared += result.compared
                found += result.found
                totals.update(result.reached)
            for file, name, differences in Tool(command).test(folder):
                if all(is_refused(one.get('code', ''), name) for one in differences):
                    continue
                found.append(Disagreement(int(file.split('/')[-2]), name, differences, 'none'))
            print(*found[known:][:MOST], f'{compared} outcomes, {len(found)} disagreements, {time.time() - begin:.0f} s', sep='\n', flush=True)
    return compared, found, refused, totals


def is_refused(code, name):
    """With other values of parameters the checker may refuse a rule, and a change may say the opposite of what says whether a list is complete."""
    return code == 'NR1141' or name.startswith('changed') and (code.startswith('NR2') or code == 'NR4028')


def accepted(tool, folder, made, refused):
    """The rule files by their seeds, without the rules that the checker refuses."""
    files = {seed: one.file() for seed, one in made.items()}
    for seed, one in made.items():
        write(f'{folder}/{seed}/made.vocabulary.json', jsonc.dumps(one.schema))
        write_rules(f'{folder}/{seed}', files[seed], one)
    to_check = set(files)
    for _ in range(8):
        errors = tool.errors(*(f'{folder}/{seed}/made.rules.json' for seed in to_check)) if to_check else []
        wrong = {}
        for path, line, code, message in errors:
            refused[code] += 1
            wrong.setdefault(int(path.split('/')[-2]), set()).add((path, line))
        for seed, places in wrong.items():
            without(files[seed], {open(path, encoding='utf-8').read().split('\n')[line - 1].rstrip(',') for path, line in places})
            write_rules(f'{folder}/{seed}', files[seed], made[seed])
        if not wrong:
            return files
        to_check = set(wrong)
    raise RuntimeError(f'{to_check}: refused again and again')


def write_rules(folder, file, made):
    """A rule file, or one that includes another and restates parameters of it: such a one needs to name no vocabulary."""
    if not made.restated:
        write(f'{folder}/made.rules.json', text_of(file))
        return
    parameters = {**file['parameters'], **made.restated}
    write(f'{folder}/base.rules.json', text_of({**file, 'name': 'base', 'parameters': parameters, 'rules': []}))
    write(f'{folder}/made.rules.json', text_of({
        'name': file['name'], 'include': ['base.rules.json'], 'parameters': {name: file['parameters'][name] for name in made.restated},
        'rules': file['rules']}))


def text_of(file):
    """A rule file with one condition and one rule a line, so that the line of an error tells which."""
    lines = ['{']
    for key, value in file.items():
        if key == 'conditions':
            lines.append('"conditions": {\n' + ',\n'.join(line_of(name, one) for name, one in value.items()) + '},')
        elif key != 'rules':
            lines.append(f'{jsonc.dumps(key)}: {jsonc.dumps(value)},')
    return '\n'.join(lines) + '\n"rules": [\n' + ',\n'.join(map(jsonc.dumps, file['rules'])) + '\n]}\n'


def line_of(name, condition):
    return f'{jsonc.dumps(name)}: {jsonc.dumps(condition)}'


def without(file, lines):
    """Leaves out the rules on these lines of text, and puts another condition in the place of those."""
    for name, one in file['conditions'].items():
        if line_of(name, one) in lines or line_of(name, one) + '}' in lines:
            file['conditions'][name] = {'asOf': {'known': True}}
    file['rules'] = [rule for rule in file['rules'] if jsonc.dumps(rule) not in lines]


class Disagreement:
    def __init__(self, seed, what, tool, here, scenario=None, rule=None):
        self.seed, self.what, self.tool, self.here, self.scenario, self.rule = seed, what, tool, here, scenario, rule

    def __str__(self):
        return f'seed {self.seed}, {self.what}: {self.tool} by the tool, {self.here} here'


class Result:
    def __init__(self, compared, found, totals):
        self.compared, self.found, self.reached = compared, found, totals


def changed_test(path, change, number):
    """A test of a scenario with changes on top and other values for parameters."""
    facts = jsonc.loads(jsonc.dumps(change['scenario']))
    verdict = verdict_here(rulesets.load(path, jsonc.loads(jsonc.dumps(change['parameters']))), shipped.changed(facts, change))
    return verdict and {'name': f'changed {number}', **change, 'expect': expectation(verdict)}


def verdict_here(rules, scenario):
    """The verdict, or None where it is an error of the scenario."""
    try:
        return evaluate(rules, jsonc.loads(jsonc.dumps(scenario)))
    except OutOfRange:
        return None


def expectation(verdict):
    """All of a verdict, as a tests file names it."""
    return {'outcome': verdict.outcome, 'rules': verdict.rules, 'stages': verdict.stages, 'warnings': verdict.warnings,
            'holders': verdict.holders, **({} if verdict.score is None else {'score': [float(one) for one in verdict.score]})}


def compare_set(job):
    """Compares one rule set on its scenarios, and writes the tests file by which the rest is compared."""
    command, folder, seed, file = job
    made = Made(seed)
    path = f'{folder}/{seed}/made.rules.json'
    try:
        answers = Tool(command).outcomes(path, [jsonc.dumps(one) for one in made.scenarios])
    except RuntimeError as fault:
        write(f'{folder}/{seed}/made.rules.json', '{"name": "none", "stages": ["none"], "rules": []}')
        return Result(0, [Disagreement(seed, 'a fault of the tool', fault, 'none')], Counter())
    reached.REACHED.clear()
    rules = rulesets.load(path)
    compared, found, lines, cases = 0, [], [], {}
    for number, (scenario, answer) in enumerate(zip(made.scenarios, answers)):
        verdict = verdict_here(rules, scenario)
        if verdict is None or answer is None:
            compared += 1
            reached.REACHED['scenario', 'out of range', 'true'] += 1
            if verdict is not None or answer is not None:
                both = ('an error' if one is None else 'a verdict' for one in (answer, verdict))
                found.append(Disagreement(seed, f'scenario {number}', *both))
            continue
        for what, theirs, ours in (('stage', answer['stages'], verdict.stages), ('rule', answer['rules'], verdict.rules)):
            compared += len(ours)
            found += [
                Disagreement(seed, f'scenario {number}, {what} {name}', theirs.get(name), one, number, name if what == 'rule' else None)
                for name, one in ours.items() if theirs.get(name) != one]
        compared += 3
        lines.append({'id': str(number), 'facts': scenario, 'expected': str(number)})
        cases[str(number)] = expectation(verdict)
    write(f'{folder}/{seed}/made.jsonl', ''.join(jsonc.dumps(line) + '\n' for line in lines))
    all = {'name': 'all', 'lines': 'made.jsonl', 'facts': '/facts', 'id': '/id', 'expect': {'at': '/expected', 'cases': cases}}
    tests = [all, *(changed_test(path, change, number) for number, change in enumerate(made.changes))]
    write(f'{folder}/{seed}/made.tests.json', jsonc.dumps({'rules': 'made.rules.json', 'tests': [one for one in tests if one]}))
    return Result(compared, found, Counter(reached.REACHED))
