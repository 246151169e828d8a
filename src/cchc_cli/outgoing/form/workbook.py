"""The form as a workbook: who sends it, the figures, and for a district those of its communes."""

from cchc_cli.outgoing.book import Book
from cchc_cli.outgoing.form.communes_sheet import write_communes
from cchc_cli.outgoing.form.content import FormContent
from cchc_cli.outgoing.form.figures_sheet import write_figures
from cchc_cli.outgoing.form.information_sheet import write_information
from cchc_cli.outgoing.form.letterhead import TITLE


def form_workbook(content: FormContent) -> bytes:
    """An .xlsx file; the same content gives the same bytes."""
    book = Book(f"{TITLE} - {content.name.vi}")
    write_information(book, content)
    write_figures(book, content)
    if content.communes:
        write_communes(book, content)
    return book.content()
