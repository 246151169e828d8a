"""The sheet of verdicts: one row each, every derived figure a formula."""

from typing import Any

from cchc_cli.language import Language, Text
from cchc_cli.outgoing import look
from cchc_cli.outgoing.book import Book, cell_text, colour
from cchc_cli.record import Number
from cchc_cli.reports.numbers_text import bound_of, gap_text, telling_text, value_of
from cchc_cli.reports.outcome import also_texts, missing, reached
from cchc_cli.reports.pace_text import pace_sentence
from cchc_cli.reports.requirement import asked, unit_text
from cchc_cli.reports.sections import clauses, formula_text, usual_document
from cchc_cli.reports.wording import (
    FINAL,
    PROVISIONAL,
    STATUS,
    UNOFFICIAL,
    finality_words,
    note_words,
    status_texts,
    status_words,
)
from cchc_cli.reports.xlsx import names
from cchc_cli.reports.xlsx.arithmetic import (
    Addresses,
    asked_of,
    gap_formula,
    quoted,
    shortfall_formula,
    status_formula,
    value_formula,
)
from cchc_cli.reports.xlsx.sums import Sums
from cchc_cli.reports.xlsx.table import FIRST_ROW, Live, Shown, Table, Value, number_format, quantity
from cchc_cli.reports.xlsx.verdict_columns import (
    BOUND,
    COLUMNS,
    DENOMINATOR,
    EXPECTED,
    GAP,
    KIND,
    NUMERATOR,
    REPORTING,
    UPPER,
    VALUE,
    VERDICT,
)
from cchc_cli.reports.xlsx.verdict_columns import STATUS as STATUS_AT
from cchc_cli.reports.xlsx.words import STEERING, kind_words, with_left_out
from cchc_cli.run import Run, Status, Verdict

_TITLE = Text("Kết quả từng mục tiêu", "Every target")
_NOTE = Text(
    "Tử số, mẫu số cộng từ trang Tính chung; kết quả, chênh lệch, còn thiếu và đánh giá là công thức. "
    "Đánh giá so sánh số nguyên (100 × tử số với mức × mẫu số), không so sánh số đã làm tròn. Mục tiêu chưa "
    "đến hạn: chênh lệch và còn thiếu tính đến mức của mục tiêu kế tiếp.",
    "Numerators and denominators are added up from the sheet Pooled; value, gap, shortfall and verdict are "
    "formulas. A verdict compares whole numbers (100 × numerator with bound × denominator), never rounded "
    "ones. Of a target not due yet, gap and shortfall are measured to the next bound.",
)
_OPERATORS = {
    ">=": Text("≥", "≥"),
    ">": Text(">", ">"),
    "between": Text("≥", "≥"),
    "within": Text("trong khoảng", "within"),
    "reduce>=": Text("giảm ≥", "reduced ≥"),
    "increase>=": Text("tăng ≥", "increased ≥"),
    "done": Text("hoàn thành", "done"),
}

_FROZEN = 4


def verdicts_table(book: Book, run: Run, language: Language) -> Table:
    """The sheet, still without rows."""
    return Table(book, language, names.VERDICTS, _TITLE, with_left_out(_NOTE, run), COLUMNS)


def write_verdicts(table: Table, book: Book, run: Run, sums: Sums, language: Language) -> None:
    """Every verdict in the run's order; rows that count for nothing but steering are one line high."""
    writer = _Writer(run, sums, language)
    for verdict in run.verdicts:
        table.add(writer.row(verdict, table.rows), wrap=verdict.official)
    _colour(table, book, language)
    table.finish(_FROZEN)


def key_of(verdict: Verdict) -> str:
    """What a row is found by, as its cell has it."""
    key = "|".join((verdict.indicator, verdict.scope.kind.value, verdict.scope.code, verdict.period))
    return cell_text(key)


class _Writer:
    def __init__(self, run: Run, sums: Sums, language: Language) -> None:
        self._run = run
        self._sums = sums
        self._language = language
        self._usual = usual_document(run)

    def row(self, verdict: Verdict, position: int) -> list[Value]:
        row = FIRST_ROW + position
        at = _addresses(row)
        return [
            position + 1,
            *self._about(verdict),
            *self._figures(verdict, at),
            *self._judged(verdict, at, row),
            *self._target(verdict, row),
            *self._sources(verdict),
            *self._codes(verdict, at),
        ]

    def _about(self, verdict: Verdict) -> list[Value]:
        return [
            verdict.area,
            verdict.name.in_language(self._language),
            verdict.scope.name.in_language(self._language),
            verdict.period,
            "; ".join(asked(self._run, verdict, self._language)),
            quantity(asked_of(verdict).bound, verdict.unit),
        ]

    def _figures(self, verdict: Verdict, at: Addresses) -> list[Value]:
        return [
            _shown(self._sums.numerator(verdict), verdict.numerator),
            _shown(self._sums.denominator(verdict), verdict.denominator),
            self._value(verdict, at),
            _live(gap_formula(verdict, at), verdict.gap, _gap_format(verdict.gap)),
            _live(shortfall_formula(verdict, at), verdict.shortfall, None),
        ]

    def _judged(self, verdict: Verdict, at: Addresses, row: int) -> list[Value]:
        lead = self._run.glossary.agencies.get(verdict.lead.agency) if verdict.lead else None
        return [
            self._verdict(verdict, at, row),
            _shown(self._sums.reporting(verdict), verdict.coverage.reporting),
            _shown(self._sums.expected(verdict), verdict.coverage.expected),
            self._say(lead) if lead else verdict.lead.agency if verdict.lead else "",
        ]

    def _target(self, verdict: Verdict, row: int) -> list[Value]:
        """More of what is asked."""
        wanted = asked_of(verdict)
        due = verdict.due if wanted.is_in_force else verdict.next.due if verdict.next else None
        has_unit = verdict.value is not None or wanted.bound is not None
        return [
            due,
            self._say(_OPERATORS[wanted.operator]) if wanted.operator in _OPERATORS else wanted.operator,
            quantity(wanted.upper, verdict.unit),
            unit_text(self._run, verdict, self._language) if has_unit else "",
            self._finality(verdict, row),
            self._say(kind_words(verdict)),
        ]

    def _value(self, verdict: Verdict, at: Addresses) -> Value:
        value = value_of(verdict)
        if verdict.value is None or value is None:
            return None
        telling = telling_text(value, bound_of(verdict), "", Language.EN)
        shown = number_format(len(telling.partition(".")[2]), verdict.unit)
        if verdict.kind == "score":
            score = self._sums.score(verdict)
            return None if score is None else Shown(score, shown)
        return _live(value_formula(verdict, at), verdict.value, shown)

    def _verdict(self, verdict: Verdict, at: Addresses, row: int) -> Value:
        """The verdict in words, which follow from the status column."""
        words = status_words(verdict, self._language)
        if not self._status_formula(verdict, at):
            return words
        met, missed = (
            status_words(verdict.model_copy(update={"status": status}), self._language)
            for status in (Status.MET, Status.MISSED)
        )
        is_met = f"{names.own_row(row, STATUS_AT)}={quoted(self._say(_status_text(verdict, Status.MET)))}"
        return Live(f"=IF({is_met},{quoted(met)},{quoted(missed)})", words)

    def _finality(self, verdict: Verdict, row: int) -> Value:
        """Whether what is decided may still change: as long as somebody has not reported."""
        coverage, words = verdict.coverage, finality_words(verdict, self._language)
        if not words or verdict.provisional != (coverage.reporting < coverage.expected):
            return words
        fewer = f"{names.own_row(row, REPORTING)}<{names.own_row(row, EXPECTED)}"
        chosen = f"{quoted(self._say(PROVISIONAL))},{quoted(self._say(FINAL))}"
        return Live(f"=IF({fewer},{chosen})", words)

    def _sources(self, verdict: Verdict) -> list[Value]:
        run, language = self._run, self._language
        cited = clauses(run, [verdict], language, self._usual)
        notes = [
            *note_words(verdict, language),
            missing(run, verdict, language),
            *also_texts(verdict, language),
        ]
        return [
            "; ".join(clause.place for clause in cited),
            " / ".join(f"“{clause.quote}”" for clause in cited),
            "; ".join(reached(run, verdict, language)),
            pace_sentence(run, verdict, language),
            "; ".join(filter(None, notes)),
            formula_text(run, run.glossary.indicators.get(verdict.indicator), language),
            verdict.reading or "",
        ]

    def _codes(self, verdict: Verdict, at: Addresses) -> list[Value]:
        status = self._say(_status_text(verdict, verdict.status))
        formula = self._status_formula(verdict, at)
        return [
            verdict.indicator,
            verdict.scope.code,
            Live(formula, status) if formula else status,
            key_of(verdict),
        ]

    def _status_formula(self, verdict: Verdict, at: Addresses) -> str | None:
        met, missed = (self._say(_status_text(verdict, status)) for status in (Status.MET, Status.MISSED))
        return status_formula(verdict, at, met, missed)

    def _say(self, text: Text) -> str:
        return text.in_language(self._language)


def _status_text(verdict: Verdict, status: Status) -> Text:
    return status_texts(verdict.official)[status]


def _addresses(row: int) -> Addresses:
    columns = (NUMERATOR, DENOMINATOR, VALUE, BOUND, UPPER, GAP)
    return Addresses(*(names.own_row(row, column) for column in columns))


def _shown(found: Live | Number | None, number: Number | None) -> Value:
    """A figure in the number format of its value."""
    if found is None or number is None:
        return None
    plain = quantity(number)
    return Shown(found, plain.number_format) if isinstance(plain, Shown) else plain


def _live(formula: str | None, value: Number | None, shown: str | None) -> Value:
    if value is None:
        return None
    plain = quantity(value)
    chosen = shown or (plain.number_format if isinstance(plain, Shown) else "")
    return Shown(Live(formula, value) if formula else value, chosen)


def _gap_format(gap: Number | None) -> str | None:
    if gap is None:
        return None
    places = len(gap_text(gap, Language.EN).partition(".")[2])
    size = number_format(places)
    return f"+{size};-{size};{size}"


def _colour(table: Table, book: Book, language: Language) -> None:
    """Fills follow words and numbers, so that they change with them."""
    for first, last, condition, wanted in _rules(language):
        options = {"type": "formula", "criteria": f"={condition}", "format": book.workbook.add_format(wanted)}
        table.sheet.conditional_format(FIRST_ROW, first, table.last_row, last, options)


def _rules(language: Language) -> list[tuple[int, int, str, dict[str, Any]]]:
    """First and last column, what must hold, and how it looks then."""
    status = names.own_row(FIRST_ROW, STATUS_AT)
    fewer = f"{names.own_row(FIRST_ROW, REPORTING)}<{names.own_row(FIRST_ROW, EXPECTED)}"
    rules: list[tuple[int, int, str, dict[str, Any]]] = [
        (REPORTING, EXPECTED, fewer, {"bg_color": colour(look.WARNING)})
    ]
    for words in (STATUS, UNOFFICIAL):
        missed, met = (quoted(words[one].in_language(language)) for one in (Status.MISSED, Status.MET))
        rules.append((VERDICT, VERDICT, f"{status}={missed}", {"bg_color": colour(look.ERROR)}))
        rules.append((VERDICT, VERDICT, f"{status}={met}", {"font_color": colour(look.AGREED)}))
    steering = quoted(STEERING.in_language(language))
    length = len(steering) - 2
    # Of aspirational rows too, whose words go on in brackets.
    begins = f"LEFT({names.own_row(FIRST_ROW, KIND)},{length})={steering}"
    rules.append((0, NUMERATOR - 1, begins, {"font_color": colour(look.NOTE)}))
    return rules
