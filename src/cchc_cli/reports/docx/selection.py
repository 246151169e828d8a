"""What a call was narrowed to, in words: a report that leaves something out says so."""

from collections.abc import Iterator

from cchc_cli.language import Text
from cchc_cli.reports.docx.material import Material
from cchc_cli.reports.wording import STATUS
from cchc_cli.run import Asked, Status

_LEVELS = {
    "province": Text("cấp tỉnh", "the province level"),
    "district": Text("cấp huyện", "the district level"),
    "commune": Text("cấp xã", "the commune level"),
}
_AREAS = Text("lĩnh vực: {names}", "areas: {names}")
_SCOPES = Text("phạm vi: {names}", "scopes: {names}")
_AGENCIES = Text("đơn vị: {names}", "agencies: {names}")
_INDICATORS = Text("chỉ tiêu: {names}", "indicators: {names}")
_STATUSES = Text("kết quả: {names}", "verdicts: {names}")
_ONLY = Text("Báo cáo chỉ gồm phần được chọn ({parts}).", "The report has only what was selected ({parts}).")


def selection_sentence(material: Material) -> str:
    """One sentence; empty where nothing was left out."""
    asked = material.run.asked
    parts = [*_parts(material, asked)] if asked else []
    return material.say(_ONLY, parts="; ".join(parts)) if parts else ""


def _parts(material: Material, asked: Asked) -> Iterator[str]:
    areas = material.run.glossary.areas
    names = {verdict.indicator: verdict.name for verdict in material.run.verdicts}
    chosen = (
        (_SCOPES, [_LEVELS.get(code) or _same(code) for code in asked.levels]),
        (_AGENCIES, [material.run.glossary.agencies.get(code) or _same(code) for code in asked.agencies]),
        (_AREAS, [areas.get(code) or _same(code) for code in asked.areas]),
        (_INDICATORS, [names.get(code) or _same(code) for code in asked.indicators]),
        (_STATUSES, [STATUS[Status(code)] for code in asked.statuses]),
    )
    for title, listed in chosen:
        if listed:
            yield material.say(title, names=", ".join(each.in_language(material.language) for each in listed))


def _same(code: str) -> Text:
    return Text(code, code)
