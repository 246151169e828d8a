"""A file → the report that it is, with what it says it was made from."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType

from cchc_cli.findings.of_files import FILE_TOO_LARGE
from cchc_cli.intake.files.archive import ZIP, inflated_parts
from cchc_cli.intake.files.limits import MAXIMUM_FILE_BYTES
from cchc_cli.intake.files.unreadable import UnreadableError
from cchc_cli.language import Text
from cchc_cli.provenance import InputHash, Provenance, inputs_sha256, provenance_of, read_provenance
from cchc_cli.saved_run import SavedRunError, read_run
from cchc_cli.verification import documents, pages, workbooks
from cchc_cli.verification.difference import Difference
from cchc_cli.verification.document_content import BODY
from cchc_cli.verification.json_content import compare_runs
from cchc_cli.verification.problems import (
    NO_KNOWN_FORMAT,
    NO_PROVENANCE,
    NOT_ASKED,
    NOT_REMADE,
    NoReportError,
)
from cchc_cli.visible import visible

_LONGEST_NAME = 40
_PARQUET = b"PAR1"
_WORKBOOK = "xl/workbook.xml"
_BLANKS = b"\xef\xbb\xbf \t\r\n"
_TOO_LARGE = Text("tệp quá lớn để kiểm tra", "it is too large to be checked")
_NEEDS_EXTRA = Text(
    'dạng Parquet cần cài thêm thư viện: pip install "cchc-cli[parquet]"',
    'Parquet needs a library that is not installed: pip install "cchc-cli[parquet]"',
)
_DAMAGED = Text("tệp bị hỏng hoặc có mật khẩu", "it is damaged, or has a password")


@dataclass(frozen=True, slots=True)
class Extras:
    """What a saved run holds beside its verdicts."""

    observations: bool = False
    traces: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was found."""

    content: bytes
    provenance: Provenance
    extras: Extras = Extras()

    def difference(self, remade: bytes) -> Difference | None:
        """The first difference in content from the same report made again.

        Raises NoReportError where the content of the report cannot be read.
        """
        try:
            match self.provenance.format:
                case "json":
                    return compare_runs(self.content, remade)
                case "xlsx":
                    return workbooks.compare_workbooks(inflated_parts(self.content), inflated_parts(remade))
                case "docx":
                    return documents.compare_documents(inflated_parts(self.content), inflated_parts(remade))
                case "parquet":
                    found: Difference | None = _tables().compare_tables(self.content, remade)
                    return found
                case _:
                    return pages.compare_pages(_text(self.content), _text(remade))
        except UnreadableError as error:
            raise _unreadable(error) from None


def open_report(content: bytes) -> Report:
    """Raises NoReportError where the bytes are no report that says what it was made from."""
    if len(content) > MAXIMUM_FILE_BYTES:
        raise NoReportError(_TOO_LARGE)
    if content.startswith(ZIP):
        return _zipped(content)
    if content.startswith(_PARQUET):
        return _carrying(content, "parquet", _tables().provenance_text(content))
    beginning = content.lstrip(_BLANKS)[:1]
    if beginning == b"{":
        return _saved_run(content)
    if beginning == b"<":
        return _carrying(content, "html", pages.provenance_text(_text(content)))
    raise NoReportError(NO_KNOWN_FORMAT)


def _zipped(content: bytes) -> Report:
    try:
        parts = inflated_parts(content)
        if _WORKBOOK in parts:
            record, listed = workbooks.made_from(parts)
            return _carrying(content, "xlsx", record, listed)
        if BODY in parts:
            return _carrying(content, "docx", documents.provenance_text(parts))
    except UnreadableError as error:
        raise _unreadable(error) from None
    raise NoReportError(NO_KNOWN_FORMAT)


def _carrying(
    content: bytes, format_name: str, record: str | None, listed: Sequence[InputHash] = ()
) -> Report:
    """`listed` are workbooks that the report names apart from its record, if they are those of the record."""
    provenance = read_provenance(record) if record is not None else None
    if provenance is None:
        raise NoReportError(NO_PROVENANCE)
    if provenance.format != format_name:
        raise NoReportError(NOT_REMADE.filled(format=visible(provenance.format)[:_LONGEST_NAME]))
    if provenance.inputs is None and listed and provenance.inputs_sha256 == inputs_sha256(listed):
        provenance = provenance.model_copy(update={"inputs": [*listed]})
    return Report(content, provenance)


def _tables() -> ModuleType:
    """The module that needs the extra `parquet`."""
    try:
        from cchc_cli.verification import data_tables
    except ImportError:
        raise NoReportError(_NEEDS_EXTRA) from None
    return data_tables


def _saved_run(content: bytes) -> Report:
    try:
        run = read_run(content)
    except SavedRunError as error:
        raise NoReportError(error.text) from None
    provenance = provenance_of(run, "json")
    if provenance is None:
        raise NoReportError(NOT_ASKED)
    return Report(content, provenance, Extras(run.observations is not None, run.traces is not None))


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig", "replace")


def _unreadable(error: UnreadableError) -> NoReportError:
    return NoReportError(_TOO_LARGE if error.kind is FILE_TOO_LARGE else _DAMAGED)
