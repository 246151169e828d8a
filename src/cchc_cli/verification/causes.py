"""Why a report may differ: what it was made from against what it is held against now, by name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cchc_cli.language import Text
from cchc_cli.provenance import InputHash, Provenance, inputs_sha256
from cchc_cli.run import Tool
from cchc_cli.verification.inputs import Pairing

_MOST_NAMED = 10
_OTHER_TOOL = Text(
    "báo cáo do {old} lập, nay tính lại bằng {new}",
    "the report was made by {old}, and is computed again by {new}",
)
_OTHER_TARGETS = Text(
    "danh mục chỉ tiêu không phải tệp mà báo cáo đã dùng (SHA-256 {old}…, nay {new}…)",
    "the catalogue of targets is not the file that the report was made with (SHA-256 {old}…, now {new}…)",
)
_OTHER_AGENCIES = Text(
    "danh mục đơn vị không phải tệp mà báo cáo đã dùng (SHA-256 {old}…, nay {new}…)",
    "the registry of agencies is not the file that the report was made with (SHA-256 {old}…, now {new}…)",
)
_OTHER_LAYOUT = Text(
    "tệp bố cục không phải tệp mà báo cáo đã dùng ({name}; SHA-256 {old}…)",
    "the layout file is not the one that the report was made with ({name}; SHA-256 {old}…)",
)
_OTHER_TEMPLATE = Text(
    "mẫu tài liệu Word không phải mẫu mà báo cáo đã dùng",
    "the Word template is not the one that the report was made on",
)
_OTHER_ANNEX = Text(
    "tệp phụ lục không phải tệp mà báo cáo đã dùng",
    "the annex file is not the one that the report was made with",
)
_CHANGED = Text("tệp số liệu đã bị sửa: {names}", "workbooks that were changed: {names}")
_MISSING = Text("thiếu tệp số liệu: {names}", "workbooks that are missing: {names}")
_EXTRA = Text(
    "tệp số liệu không có trong báo cáo: {names}", "workbooks that the report does not know: {names}"
)
_OTHER_INPUTS = Text(
    "các tệp số liệu không phải những tệp mà báo cáo đã dùng (báo cáo {old} tệp, nay {new} tệp)",
    "the workbooks are not those that the report was made from (then {old}, now {new})",
)
_MORE = Text("{names} và {n} tệp khác", "{names} and {n} more")
_SHOWN = 12
"""Letters of a hash that are shown."""


@dataclass(frozen=True, slots=True)
class AtHand:
    """What a report is held against."""

    tool: Tool
    catalogue_sha256: str
    agencies_sha256: str
    layout_sha256: str | None
    inputs: Sequence[InputHash]
    pairing: Pairing
    template_sha256: str | None = None
    annex_sha256: str | None = None


def remarks_on(provenance: Provenance, at_hand: AtHand) -> list[Text]:
    """What may explain a difference and is none by itself."""
    if provenance.tool == at_hand.tool:
        return []
    old, new = (f"{tool.name} {tool.version}" for tool in (provenance.tool, at_hand.tool))
    return [_OTHER_TOOL.filled(old=old, new=new)]


def causes_of(provenance: Provenance, at_hand: AtHand) -> list[Text]:
    """What is not what the report was made from: catalogue, registry, layout, workbooks by name."""
    return [*_other_files(provenance, at_hand), *_other_inputs(provenance, at_hand)]


def _other_files(provenance: Provenance, at_hand: AtHand) -> Iterator[Text]:
    pairs = (
        (_OTHER_TARGETS, provenance.catalogue_sha256, at_hand.catalogue_sha256),
        (_OTHER_AGENCIES, provenance.agencies_sha256, at_hand.agencies_sha256),
    )
    for text, old, new in pairs:
        if old != new:
            yield text.filled(old=old[:_SHOWN], new=new[:_SHOWN])
    if provenance.template_sha256 != at_hand.template_sha256:
        yield _OTHER_TEMPLATE
    if provenance.annex_sha256 != at_hand.annex_sha256:
        yield _OTHER_ANNEX
    layout = provenance.asked.layout_sha256
    if layout != at_hand.layout_sha256:
        yield _OTHER_LAYOUT.filled(name=provenance.asked.layout or "-", old=(layout or "-")[:_SHOWN])


def _other_inputs(provenance: Provenance, at_hand: AtHand) -> Iterator[Text]:
    if provenance.inputs is None:
        if provenance.inputs_sha256 != inputs_sha256(at_hand.inputs):
            yield _OTHER_INPUTS.filled(old=provenance.files, new=len(at_hand.inputs))
        return
    pairing = at_hand.pairing
    changed = [name if name == str(path) else f"{name} ({path})" for name, path in pairing.changed]
    for text, names in ((_CHANGED, changed), (_MISSING, pairing.missing), (_EXTRA, map(str, pairing.extra))):
        listed = list(names)
        if listed:
            yield text.filled(names=_named(listed))


def _named(names: Iterable[str]) -> Text:
    listed = list(names)
    shown = ", ".join(listed[:_MOST_NAMED])
    more = len(listed) - _MOST_NAMED
    return _MORE.filled(names=shown, n=more) if more > 0 else Text(shown, shown)
