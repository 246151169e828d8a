"""Which targets may be missed when they are due. An estimate, told alike in every report."""

from cchc_cli.pace import Pace, PaceState


def is_at_risk(pace: Pace) -> bool:
    """Whether a target is behind its way, or led to less than is asked, and not at its bound already."""
    falls_short = pace.projected is not None and not pace.projected.meets
    return not pace.reached_early and (pace.state is PaceState.BEHIND or falls_short)
