"""Reads an annex file and holds its names against the catalogue."""

from collections.abc import Collection, Iterator
from pathlib import Path

from cchc_cli.annex.shipped import ANNEX_FILE
from cchc_cli.annex.source import EVERY_AREA, AnnexSource
from cchc_cli.language import Text
from cchc_cli.nearness import nearest
from cchc_cli.strict_yaml import Document, InvalidFileError, Location, Problem, load


def shipped_annex() -> AnnexSource:
    """The annex that comes with the program."""
    return load(ANNEX_FILE, AnnexSource)[0]


def load_annex(path: Path, indicators: Collection[str], areas: Collection[str]) -> AnnexSource:
    """Raises InvalidFileError for what is no annex or names an indicator or area that the catalogue has not,
    or has it twice; OSError where the file cannot be read."""
    annex, document = load(path, AnnexSource)
    if problems := list(_problems(annex, document, indicators, areas)):
        raise InvalidFileError(problems)
    return annex


def _problems(
    annex: AnnexSource, document: Document, indicators: Collection[str], areas: Collection[str]
) -> Iterator[Problem]:
    seen: set[str] = set()
    named: list[tuple[Location, str, Collection[str], Text]] = []
    for position, row in enumerate(annex.rows):
        if row.indicator is not None:
            named.append((("rows", position, "indicator"), row.indicator, indicators, _INDICATOR))
        elif row.area is not None:
            named.append((("rows", position, "area"), row.area, [*areas, EVERY_AREA], _AREA))
    columns = [column.column.value for column in annex.columns]
    named += [(("columns", i), name, columns, _COLUMN) for i, name in enumerate(columns)]
    for location, name, known, noun in named:
        if name not in known:
            yield Problem(document.file, document.mark(location), _unknown(noun, name, known))
        elif f"{noun.en} {name}" in seen:
            yield Problem(document.file, document.mark(location), _TWICE.filled(noun=noun, name=name))
        seen.add(f"{noun.en} {name}")


def _unknown(noun: Text, name: str, known: Collection[str]) -> Text:
    meant = nearest(name, list(known))
    if meant is None:
        return _NOWHERE.filled(noun=noun, name=name)
    return _MEANT.filled(noun=noun, name=name, meant=meant)


_INDICATOR = Text("chỉ tiêu", "indicator")
_AREA = Text("lĩnh vực", "area")
_COLUMN = Text("cột", "column")
_MEANT = Text(
    "không có {noun} “{name}”; có phải là “{meant}”?", "there is no {noun} '{name}'; did you mean '{meant}'?"
)
_NOWHERE = Text(
    "không có {noun} “{name}” (xem: cchc targets list)",
    "there is no {noun} '{name}' (see: cchc targets list)",
)
_TWICE = Text(
    "{noun} “{name}” đã có ở trên; hãy bỏ một trong hai",
    "the {noun} '{name}' stands above already; remove one",
)
