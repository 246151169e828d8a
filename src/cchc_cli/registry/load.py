"""Loading `agencies.yaml`: strict, all problems at once."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

from cchc_cli.language import Text
from cchc_cli.nearness import nearest
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry
from cchc_cli.registry.source import AgencySource, GroupSource, RegistrySource
from cchc_cli.strict_yaml import Document, InvalidFileError, Problem, read_document, validate

_NOT_LATER = Text(
    "tên này của tỉnh không có sau tên ở trên; hãy xếp các tên theo thời gian, mỗi ngày một tên",
    "this name of the province does not begin after the one above; put the names in order, one for a day",
)
_CODE = re.compile(r"[0-9A-Z]+(?:-[0-9A-Z]+)*")


def load_registry(path: Path) -> Registry:
    """The registry written in a file.

    Raises InvalidFileError with every problem at its line and column, OSError where the file cannot be
    read.
    """
    return registry_of(read_document(path))


def registry_of(document: Document) -> Registry:
    """The registry that a document holds. Raises InvalidFileError with every problem at its place."""
    source = validate(document, RegistrySource)
    problems = [
        *_reference_problems(source, document),
        *_date_problems(source, document),
        *_double_lives(source, document),
        *_disordered_names(source, document),
    ]
    if problems:
        raise InvalidFileError(problems)
    agencies = tuple(
        _agency(entry, source.groups[entry.group], document.mark(("agencies", position)).line)
        for position, entry in enumerate(source.agencies)
    )
    renamed = tuple((renaming.valid_from, renaming.name) for renaming in source.province_renamed)
    return Registry(document.file, document.sha256, agencies, source.province, renamed)


def _agency(entry: AgencySource, group: GroupSource, line: int) -> Agency:
    return Agency(
        code=entry.code,
        name=entry.name,
        group=entry.group,
        level=group.level,
        parent=entry.parent,
        cluster=entry.cluster,
        pooled=group.pooled if entry.pooled is None else entry.pooled,
        territory=entry.territory,
        valid_from=None if entry.valid_from == date.min else entry.valid_from,
        valid_until=None if entry.valid_until == date.max else entry.valid_until,
        successors=tuple(entry.successors),
        short=entry.short,
        note=entry.note,
        line=line,
    )


def _reference_problems(source: RegistrySource, document: Document) -> Iterator[Problem]:
    codes = {entry.code for entry in source.agencies}
    for position, entry in enumerate(source.agencies):
        here = ("agencies", position)
        if not _CODE.fullmatch(entry.code):
            yield _problem(document, (*here, "code"), _malformed_code(entry.code))
        if entry.group not in source.groups:
            text = _unknown("nhóm", "group", entry.group, set(source.groups))
            yield _problem(document, (*here, "group"), text)
        if entry.parent is not None and entry.parent not in codes:
            text = _unknown("đơn vị cấp trên", "parent", entry.parent, codes)
            yield _problem(document, (*here, "parent"), text)
        for index, successor in enumerate(entry.successors):
            if successor not in codes:
                text = _unknown("đơn vị tiếp nhận", "successor", successor, codes)
                yield _problem(document, (*here, "successors", index), text)


def _date_problems(source: RegistrySource, document: Document) -> Iterator[Problem]:
    for position, entry in enumerate(source.agencies):
        since, until = entry.valid_from, entry.valid_until
        if since and until and until < since:
            text = Text(
                f"đơn vị “{entry.code}” kết thúc ({until:%d/%m/%Y}) trước khi bắt đầu ({since:%d/%m/%Y});"
                " hãy sửa một trong hai ngày",
                f"agency '{entry.code}' ends ({until}) before it starts ({since}); correct one of the dates",
            )
            yield _problem(document, ("agencies", position, "valid_until"), text)


def _double_lives(source: RegistrySource, document: Document) -> Iterator[Problem]:
    positions: dict[str, list[int]] = {}
    for position, entry in enumerate(source.agencies):
        positions.setdefault(entry.code, []).append(position)
    for code, found in positions.items():
        for first, second in combinations(found, 2):
            if _share_a_day(source.agencies[first], source.agencies[second]):
                line = document.mark(("agencies", first)).line
                yield _problem(document, ("agencies", second, "code"), _double_life(code, line))


def _disordered_names(source: RegistrySource, document: Document) -> Iterator[Problem]:
    """The province's names are read in their order: the last that has begun is the one of a day."""
    for position, (earlier, later) in enumerate(pairwise(source.province_renamed), start=1):
        if later.valid_from <= earlier.valid_from:
            yield _problem(document, ("province_renamed", position, "valid_from"), _NOT_LATER)


def _share_a_day(one: AgencySource, other: AgencySource) -> bool:
    starts = [entry.valid_from or date.min for entry in (one, other)]
    ends = [entry.valid_until or date.max for entry in (one, other)]
    return max(starts) <= min(ends)


def _double_life(code: str, line: int) -> Text:
    return Text(
        f"mã “{code}” đã dùng ở dòng {line} cho cùng thời gian; hãy ghi valid_until cho đơn vị cũ và"
        " valid_from cho đơn vị mới, hoặc dùng mã khác",
        f"the code '{code}' is used in line {line} for the same time; give the older entry valid_until and"
        " the newer one valid_from, or use another code",
    )


def _malformed_code(code: str) -> Text:
    return Text(
        f"mã “{code}” chưa đúng dạng; chỉ dùng chữ in hoa không dấu, chữ số và gạch nối, không có dấu cách",
        f"the code '{code}' is malformed; use capital letters without accents, digits and hyphens, no spaces",
    )


def _unknown(what_vi: str, what_en: str, name: str, known: set[str]) -> Text:
    vi, en = f"không có {what_vi} “{name}” trong tệp này", f"there is no {what_en} '{name}' in this file"
    suggestion = nearest(name, sorted(known))
    if suggestion is None:
        return Text(f"{vi}; hãy khai báo hoặc sửa lại", f"{en}; declare it or correct it")
    return Text(f"{vi}; có phải là “{suggestion}”?", f"{en}; did you mean '{suggestion}'?")


def _problem(document: Document, location: tuple[int | str, ...], text: Text) -> Problem:
    return Problem(document.file, document.mark(location), text)
