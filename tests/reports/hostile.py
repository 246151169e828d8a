"""A dossier in which every text that a file could have brought is the hostile string."""

from collections.abc import Callable
from datetime import date

from cchc_cli.dossier import AgencyName, Dossier, LateReport, Reporting, row_key
from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.run import Input, Run, Status, Verdict
from tests.reports.test_sinks import HOSTILE, hostile_trace


def hostile_dossier(
    run: Run, make_verdict: Callable[..., Verdict], make_dossier: Callable[..., Dossier]
) -> Dossier:
    """The run's row of an agency under an official one that is missed, with its trace and absent agencies."""
    (own,) = run.verdicts
    name = Text(HOSTILE, HOSTILE)
    facts = {"scope": {"kind": "level", "code": HOSTILE, "name": name, "level": "commune"}, "official": True}
    official = own.model_copy(update={"scope": make_verdict(**facts).scope, "official": True, "cells": []})
    before = official.model_copy(update={"period": "2023", "status": Status.NO_DATA})
    read = Input(
        path=HOSTILE, sha256="4" * 64, layout=None, submitter=HOSTILE, agencies=1, period=None,
        observations=1, findings=0,
    )  # fmt: skip
    agency = AgencyName(HOSTILE, name, Level.COMMUNE)
    trace = hostile_trace(name).model_copy(update={"scope_kind": "level"})
    return make_dossier(
        run.model_copy(update={"verdicts": [official, own], "inputs": [read], "traces": None}),
        reporting=(Reporting("2024", 9, 1, (agency,) * 8, (LateReport(agency, date(2025, 1, 1)),)),),
        history={row_key(official): (before,)},
        previous_period="2023",
        traces={(*row_key(official), "2024"): trace},
    )
