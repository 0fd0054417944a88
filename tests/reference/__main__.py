"""The reference evaluator at work; see README.md beside this file."""
import argparse
import random
import sys
import tempfile

import compare
import conformance
import reached
import shipped
import shrink


MOST = 20  # disagreements that are told


def main():
    parser = argparse.ArgumentParser(prog='python3 tests/reference', description='A second evaluator, held against the tool.')
    commands = parser.add_subparsers(dest='command', required=True)
    commands.add_parser('conformance', help='run the cases of tests/conformance')
    commands.add_parser('shipped', help='run the tests beside the shipped rules')
    one = commands.add_parser('compare', help='compare outcomes of generated rule sets with those of the tool')
    one.add_argument('tool', nargs='+', help='the command that starts the tool')
    one.add_argument('--seed', type=int, default=random.randrange(10 ** 9), help='of the first rule set')
    one.add_argument('--count', type=int, default=50_000, help='of outcomes')
    one.add_argument('--workers', type=int, default=2)
    one.add_argument('--table', action='store_true', help='print how often each form was reached')
    given = parser.parse_args()
    if given.command != 'compare':
        return {'conformance': conformance, 'shipped': shipped}[given.command].run()
    print(f'seed {given.seed}', flush=True)
    with tempfile.TemporaryDirectory() as folder:
        return compared(given, folder)


def compared(given, folder):
    count, found, refused, totals = compare.run(given.tool, given.seed, given.count, folder + '/made', given.workers)
    if given.table:
        print(reached.table(totals))
    print('rules that the checker refused: ' + (', '.join(f'{code} {number}' for code, number in refused.most_common()) or 'none'))
    seen = set()
    for one in found:
        if (one.seed, one.rule) not in seen and len(seen) < MOST:
            seen.add((one.seed, one.rule))
            print(one)
            if one.rule is not None:
                print(shrink.printed(given.tool, folder, one))
    print(f'{count} outcomes compared, {len(found)} of them otherwise')
    return len(found)


if __name__ == '__main__':
    sys.exit(1 if main() else 0)
