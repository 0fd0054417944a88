import sys

import conformance

if __name__ == '__main__':
    sys.exit(1 if conformance.run() else 0)
