"""Runs the tool whose answers are compared."""
import json
import os
import subprocess


class Tool:
    def __init__(self, command):
        self.command = command

    def run(self, *arguments, input=None):
        done = subprocess.run([*self.command, *arguments], input=input, capture_output=True, text=True, encoding='utf-8')
        if done.returncode not in (0, 1):
            raise RuntimeError(f'{arguments}: ended with {done.returncode}: {done.stderr[:2000]}')
        return done

    def errors(self, *paths):
        """What is wrong with rule files: (path, line, code, message) of each error."""
        found = json.loads(self.run('check', *paths, '--format', 'json').stdout)['diagnostics']
        return [(one['file'], one['line'], one['code'], one['message']) for one in found if one['severity'] == 'error']

    def outcomes(self, rules, lines):
        """The answers to scenarios of a rule file: for each line its stages and rules, or None where it is an error of the scenario."""
        done = self.run('evaluate', rules, '--scenarios', '-', input='\n'.join(lines) + '\n')
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        if len(answers) != len(lines):
            raise RuntimeError(f'{rules}: {len(answers)} answers to {len(lines)} scenarios: {done.stderr[:2000]}')
        return [answer if 'rules' in answer else None for answer in answers]

    def test(self, folder):
        """The cases of tests files that come out otherwise: (file, name, differences)."""
        files = json.loads(self.run('test', folder, '--format', 'json').stdout)['files']
        for file in files:
            if file.get('errors'):
                yield file['file'], '', file['errors']
            for case in file.get('cases', []):
                if not case['passed']:
                    yield file['file'], case['name'], case['differences'] + case.get('errors', [])


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
