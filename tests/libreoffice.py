"""Files opened and saved by the real LibreOffice, as an office does it."""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from shutil import which

from tests.omission import omit


def saved_by_libreoffice(
    paths: Sequence[Path], folder: Path, kind: str = "xlsx", recalculated: bool = False
) -> list[Path]:
    """The same files opened and saved again into a folder; left out where there is no LibreOffice.

    `kind` is the suffix of what is saved, with the filter behind it where it has several; `recalculated`
    has every formula of a workbook calculated again, which it otherwise does only where a result is missing.
    """
    program = which("soffice") or which("libreoffice")
    if program is None:
        omit("LibreOffice is not installed")
    profile = folder / "profile"
    if recalculated:
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, paths)], check=True, capture_output=True, timeout=240
    )
    suffix = kind.partition(":")[0]
    return [folder / f"{path.stem}.{suffix}" for path in paths]


_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode"><value>0</value></prop>
</item>
</oor:items>
"""
