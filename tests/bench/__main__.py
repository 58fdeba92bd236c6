"""Measures what the project promises: ``python -m tests.bench [NAME …]``, one line per figure.

Every ``bench_<name>.py`` beside this file is a benchmark; its ``measure()``
yields figures. The exit code is 1 when a figure is above its limit.
"""

import importlib
import sys
from pathlib import Path

NAMES = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))


def main(wanted: list[str]) -> int:
    """Run the benchmarks of these names (default: all) and print their figures."""
    if unknown := set(wanted) - set(NAMES):
        print(f"no benchmark {', '.join(sorted(unknown))}; there are: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    missed = 0
    for name in wanted or NAMES:
        for figure in importlib.import_module(f"tests.bench.bench_{name}").measure():
            missed += figure.missed
            print(f"{name:10} {figure}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
