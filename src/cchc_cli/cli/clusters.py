"""A cluster of machines that reads, reached by its address."""

from collections.abc import Callable

from cchc_cli.cli.extras import check_extra
from cchc_cli.cli.problems import UsageError
from cchc_cli.intake.crew.crew import Crew
from cchc_cli.language import Text

_OPTION = "--cluster"
_NAME = "dask.distributed"
_EXTRA = "cluster"
_NO_ADDRESS = Text(
    "--cluster: “{address}” không phải là địa chỉ của bộ điều phối (ví dụ tcp://10.0.0.5:8786)",
    "--cluster: '{address}' is no address of a scheduler (such as tcp://10.0.0.5:8786)",
)


def cluster_crew(address: str, meanwhile: Callable[[], object]) -> Crew:
    """The workers of the cluster whose scheduler answers at an address.

    While they read, `meanwhile` is done here. Raises UsageError where it cannot be meant; reading raises
    PathError where nobody answers.
    """
    check_extra(_OPTION, _NAME, _EXTRA)
    from cchc_cli.intake.crew.cluster import Cluster
    from cchc_cli.intake.crew.connection import is_address
    from cchc_cli.intake.crew.team import Team

    scheduler = address.strip().removesuffix("/")
    if not is_address(scheduler):
        raise UsageError(_NO_ADDRESS.filled(address=address))
    return Team(Cluster(scheduler), meanwhile)
