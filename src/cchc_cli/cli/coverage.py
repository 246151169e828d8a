"""`cchc targets lint --coverage`: which indicator carries each bullet and percentage of the decision."""

from collections.abc import Sequence

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.coverage import Figure, Passage, figures, passages
from cchc_cli.cli.exit_codes import ExitCode
from cchc_cli.cli.output import Output
from cchc_cli.language import Language, Text

_BULLET = Text("dòng {line}: {carried} | {opening}", "line {line}: {carried} | {opening}")
_HEADING = Text("(tiêu đề)", "(heading)")
_NOBODY = Text("CHƯA CÓ CHỈ TIÊU", "NO INDICATOR")
_FIGURE = Text(
    "dòng {line}, ký tự {column}: tỷ lệ {percent}% chưa có mục tiêu nào thể hiện",
    "line {line}, character {column}: no target carries {percent}%",
)
_SUMMARY = Text(
    "{bullets} ý, {bare} ý chưa có chỉ tiêu; {figures} tỷ lệ %, {uncarried} tỷ lệ chưa có mục tiêu.",
    "{bullets} bullets, {bare} without an indicator; {figures} percentages, {uncarried} without a target.",
)


def report_coverage(catalogue: Catalogue, decision: Sequence[str], output: Output) -> ExitCode:
    """Lists every bullet with its indicators, then each percentage that no target carries."""
    language = output.language
    found, percentages = passages(catalogue, decision), figures(catalogue, decision)
    uncarried = [figure for figure in percentages if not figure.is_carried]
    bullets = [passage for passage in found if not passage.is_heading]
    bare = [passage for passage in bullets if not passage.is_carried]
    for passage in found:
        output.text_lines(_passage(passage, language))
    for figure in uncarried:
        output.text_lines(_figure(figure, language))
    summary = _SUMMARY.in_language(language)
    output.text_lines(
        summary.format(
            bullets=len(bullets), bare=len(bare), figures=len(percentages), uncarried=len(uncarried)
        )
    )
    return ExitCode.FILE_INVALID if bare or uncarried else ExitCode.FINE


def _passage(passage: Passage, language: Language) -> str:
    without = _HEADING if passage.is_heading else _NOBODY
    carried = ", ".join(passage.indicators) or without.in_language(language)
    words = _BULLET.in_language(language)
    return words.format(line=passage.line, carried=carried, opening=passage.opening)


def _figure(figure: Figure, language: Language) -> str:
    words = _FIGURE.in_language(language)
    return words.format(line=figure.line, column=figure.position + 1, percent=figure.percent)
