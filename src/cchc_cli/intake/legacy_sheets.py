"""Texts of before Unicode among the cells of a workbook, read as what they say.

It happens once, between reading the cells and looking for tables, so that everything behind it knows only
Unicode. What was stored stays with the cell, for whoever must mend it.
"""

from collections.abc import Sequence, Set
from dataclasses import replace

from cchc_cli.intake.files.sheet import Place, Sheet
from cchc_cli.legacy_text import ENCODINGS, Recovered, Stored, in_doubt, readings

_MOST_TEXTS = 10_000
"""No submission has more that may be of a legacy encoding; in one that has, none is recovered."""


def with_texts_recovered(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The same sheets; a text that is of a legacy encoding for certain is replaced by what it says.

    A short text may be read in two encodings, and then counts as of the one that the rest of the workbook is
    in. Where a sheet has legacy texts of one encoding and not a single word in Unicode, texts that might
    stand for themselves ("Céng") are of that encoding too.
    """
    doubtful = [in_doubt(sheet.texts) for sheet in sheets]
    if sum(map(len, doubtful)) > _MOST_TEXTS:
        return list(sheets)
    found = [_Texts(sheet, texts) for sheet, texts in zip(sheets, doubtful, strict=True)]
    encodings = set().union(*(each.encodings for each in found))
    return [each.recovered(encodings) for each in found] if encodings else list(sheets)


class _Texts:
    """The texts of one sheet that may be of a legacy encoding, and what they say."""

    def __init__(self, sheet: Sheet, in_doubt: Set[str]) -> None:
        self._sheet = sheet
        self.in_doubt = in_doubt
        self._readings = {text: found for text in self.in_doubt if (found := readings(text))}
        self.encodings = {found[0].encoding for found in self._readings.values() if len(found) == 1}
        """The encodings that some of the texts are of for certain."""

    @property
    def _has_unicode(self) -> bool:
        return any(not text.isascii() and text not in self.in_doubt for text in self._sheet.texts)

    def recovered(self, encodings: set[str]) -> Sheet:
        """The sheet in Unicode; `encodings` are those of the whole workbook."""
        meant = {text: says for text in self.in_doubt if (says := self._meant(text, encodings)) is not None}
        if not meant:
            return self._sheet
        rows = [list(values) for values in self._sheet.rows]
        stored: dict[Place, Stored] = {}
        for text, says in meant.items():
            for row, column in self._sheet.texts[text]:
                rows[row - 1][column - 1] = says.text
                stored[row, column] = Stored(text, says.encoding)
        return replace(self._sheet, rows=rows, legacy=stored)

    def _meant(self, text: str, encodings: set[str]) -> Recovered | None:
        found = self._readings.get(text, ())
        if len(found) == 1:
            return found[0]
        if found:
            fitting = [one for one in found if one.encoding in encodings]
            return fitting[0] if len(fitting) == 1 else None
        if len(self.encodings) != 1 or self._has_unicode:
            return None
        encoding = next(one for one in ENCODINGS if one.name in self.encodings)
        says = encoding.read_as(text)
        return Recovered(says, encoding.name) if says is not None else None
