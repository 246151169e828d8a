"""The full run: `python -m tests.hostile 5000` tries the mutants of the seeds 0 to 4999."""

import sys
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count

from tests.hostile.trial import Failure, failures


def main(count: int) -> int:
    workers = cpu_count() or 1
    slices = [range(first, count, workers) for first in range(workers)]
    with ThreadPoolExecutor(workers) as pool:
        found = [failure for each in pool.map(_all, slices) for failure in each]
    for failure in found:
        print(f"seed {failure.seed}: {failure.what}")
    print(f"{count} mutants, {len(found)} neither read nor answered")
    return 1 if found else 0


def _all(seeds: range) -> list[Failure]:
    return list(failures(seeds))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000))
