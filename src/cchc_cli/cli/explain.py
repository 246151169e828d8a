"""`cchc explain`: what a finding code means and how to mend it."""

import json
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cchc_cli.cli import options
from cchc_cli.cli.format_names import EXPLAIN_FORMAT_NAMES
from cchc_cli.cli.setting import setting_of
from cchc_cli.language import Language, Text

if TYPE_CHECKING:
    from cchc_cli.findings.finding import FindingKind

_TABLE, _MARKDOWN, _JSON = EXPLAIN_FORMAT_NAMES


def explain(
    context: typer.Context,
    code: Annotated[str | None, typer.Argument(metavar="[CODE]")] = None,
    format_name: options.Format = _TABLE,
) -> int:
    """Explains one finding code, or lists them all."""
    from cchc_cli.cli.output import Output
    from cchc_cli.cli.problems import no_such_format, not_among
    from cchc_cli.findings.kinds import KINDS

    language = setting_of(context).language
    if format_name not in EXPLAIN_FORMAT_NAMES:
        raise no_such_format("--format", format_name, EXPLAIN_FORMAT_NAMES)
    wanted = None if code is None else code.strip().lower()
    if wanted is not None and wanted not in KINDS:
        raise not_among("CODE", code or "", KINDS)
    kind = None if wanted is None else KINDS[wanted]
    output = Output(language)
    if format_name == _TABLE:
        output.payload(_for_terminal(kind, language))
    else:
        output.document(_as_json(kind) if format_name == _JSON else _as_markdown(kind, language))
    return 0


def _for_terminal(kind: "FindingKind | None", language: Language) -> str:
    from cchc_cli.cli.pages import page_of
    from cchc_cli.reports.explain_page import explained, explained_list

    page = page_of(sys.stdout)
    return explained_list(language, page) if kind is None else explained(kind, language, page)


def _as_markdown(kind: "FindingKind | None", language: Language) -> str:
    from cchc_cli.reports.explain_page import explained_document, explained_markdown

    return explained_document(language) if kind is None else explained_markdown(kind, language)


def _as_json(kind: "FindingKind | None") -> str:
    from cchc_cli.findings.kinds import KINDS

    codes = {"codes": [_record(each) for each in KINDS.values()]}
    return json.dumps(codes if kind is None else _record(kind), ensure_ascii=False, indent=2) + "\n"


def _record(kind: "FindingKind") -> dict[str, Any]:
    example = {"found": _both(kind.example.found), "mended": _both(kind.example.mended)}
    return {
        "code": kind.code,
        "severity": kind.severity.value,
        "title": _both(kind.title),
        "meaning": _both(kind.meaning),
        "hint": _both(kind.hint),
        "example": example,
    }


def _both(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}
