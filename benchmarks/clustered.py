"""A call of the program whose files a local cluster of two workers reads, once these stand ready.

python -m benchmarks.clustered ARGUMENT…     seconds that the call takes
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Any

import distributed

_WORKERS = 2
_JUDGED = (0, 1)


def main() -> None:
    """The call goes once unmeasured: afterwards the workers have loaded what they need."""
    local_cluster: Any = distributed.LocalCluster
    with local_cluster(
        n_workers=_WORKERS, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        call = [sys.executable, "-m", "cchc_cli", *sys.argv[1:], "--cluster", cluster.scheduler_address]
        _run(call)
        started = time.perf_counter()
        _run(call)
        seconds = time.perf_counter() - started
    sys.stdout.write(f"{seconds}\n")


def _run(call: Sequence[str]) -> None:
    code = subprocess.run(call, stdout=subprocess.DEVNULL, check=False).returncode
    if code not in _JUDGED:
        sys.exit(code)


if __name__ == "__main__":
    main()
