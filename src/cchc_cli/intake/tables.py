"""Which tables a workbook holds, told apart by what stands in them."""

from collections.abc import Sequence
from typing import NamedTuple

from cchc_cli.intake.brief import Brief
from cchc_cli.intake.layouts.choice import LayoutChoice
from cchc_cli.intake.layouts.form import FORM
from cchc_cli.intake.layouts.form_table import FormTable, find_forms
from cchc_cli.intake.layouts.mapped import MappedTable, find_mapped
from cchc_cli.intake.layouts.matrix import MATRIX
from cchc_cli.intake.layouts.matrix_table import MatrixTable, find_matrices
from cchc_cli.intake.page import Page
from cchc_cli.intake.vocabulary import Vocabulary


class Tables(NamedTuple):
    """The tables of one workbook with their sheets; `rest` are the sheets without any."""

    forms: list[tuple[Page, FormTable]]
    matrices: list[tuple[Page, MatrixTable]]
    mapped: list[tuple[Page, list[MappedTable]]]
    rest: list[Page]

    @property
    def layout(self) -> str | None:
        """The name of the layout; a form may carry a matrix of the communes below it."""
        if self.forms:
            return FORM
        if self.matrices:
            return MATRIX
        return self.mapped[0][1][0].layout.id if self.mapped else None


def find_tables(pages: Sequence[Page], brief: Brief, choice: LayoutChoice) -> Tables:
    """Each sheet by itself: what the caller described, a form, a matrix; shipped layouts where none is."""
    forms: list[tuple[Page, FormTable]] = []
    mapped: list[tuple[Page, list[MappedTable]]] = []
    matrices: list[tuple[Page, MatrixTable]] = []
    vocabulary = Vocabulary(brief)
    for page in pages:
        described = find_mapped(page, choice.described) if choice.described else []
        found = find_forms(page.sheet) if choice.allows(FORM) and not described else []
        if described:
            mapped.append((page, described))
        elif found:
            forms.extend((page, form) for form in found)
        elif choice.allows(MATRIX) or forms:
            matrices.extend((page, matrix) for matrix in find_matrices(page.sheet, vocabulary))
    if not (forms or matrices or mapped):
        mapped = _shipped(pages, choice)
    used = {page.index for page, _ in (*forms, *matrices, *mapped)}
    return Tables(forms, matrices, mapped, [page for page in pages if page.index not in used])


def _shipped(pages: Sequence[Page], choice: LayoutChoice) -> list[tuple[Page, list[MappedTable]]]:
    """All tables of the first layout that is found at all."""
    for layout in choice.shipped:
        found = [(page, tables) for page in pages if (tables := find_mapped(page, layout))]
        if found:
            return found
    return []
