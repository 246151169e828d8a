"""What expectations and verdicts say, in the words of a report."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from cchc_cli.language import Language, Text, joined
from cchc_cli.plain_text import plain
from cchc_cli.record import Number
from cchc_cli.reports.numbers_text import exact, quantity_text
from cchc_cli.reports.pace_text import PACE
from cchc_cli.reports.wording import NOTE, REASON, STATUS
from cchc_cli.run import AlsoFigure


def text_of(value: Any) -> Text:
    """A value as a reader would write it."""
    if value is None:
        return _NOTHING
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, int | float | Fraction | Decimal):
        return _number_text(value)
    if isinstance(value, date):
        return Text(f"{value:%d/%m/%Y}", value.isoformat())
    if isinstance(value, list):
        return list_text(value)
    return record_text(value) if isinstance(value, BaseModel) else _said(str(value))


def _said(word: str) -> Text:
    """A code, or one of the words for it, in both languages; anything else as it is."""
    return _SPOKEN.get(plain(word)) or word_text(word)


def _number_text(value: Number | Fraction | Decimal) -> Text:
    number = Fraction(value) if isinstance(value, Decimal | Fraction) else exact(value)
    return Text(quantity_text(number, Language.VI), quantity_text(number, Language.EN))


def list_text(values: list[Any]) -> Text:
    """Several values in one line."""
    return joined([text_of(value) for value in values], ", ") if values else _NOTHING


def also_text(figures: list[AlsoFigure]) -> Text:
    """Second figures, each behind its reading."""
    said = [joined([word_text(f"{found.reading}: "), text_of(found.value)], "") for found in figures]
    return joined(said, "; ") if said else _NOTHING


def record_text(record: Any) -> Text:
    """The parts of a record that hold something."""
    if record is None:
        return _NOTHING
    parts = [(name, getattr(record, name)) for name in type(record).model_fields]
    holding = [(name, value) for name, value in parts if value is not None and value != []]
    said = [joined([part_text(name), text_of(value)], " ") for name, value in holding]
    return joined(said, ", ")


def part_text(part: str, key: str = "") -> Text:
    """The name of a part of a record; `key` says which record, where that makes a difference."""
    return _PARTS.get(f"{key}.{part}") or _PARTS.get(part) or word_text(part)


def word_text(word: str) -> Text:
    """A word that is the same in both languages."""
    return Text(word, word)


WORDS: dict[Any, Text] = dict((*STATUS.items(), *REASON.items(), *NOTE.items(), *PACE.items()))
_SPOKEN = {plain(name): text for code, text in WORDS.items() for name in (code, text.vi, text.en)}
_NOTHING = Text("không có", "nothing")
_YES, _NO = Text("có", "yes"), Text("không", "no")

_VALUE, _BOUND, _DUE = Text("giá trị", "value"), Text("mức phải đạt", "bound"), Text("thời hạn", "due")
_OPERATOR, _STATUS = Text("phép so sánh", "operator"), Text("kết quả", "status")

_PARTS = {
    "value": _VALUE,
    "bound": _BOUND,
    "due": _DUE,
    "operator": _OPERATOR,
    "status": _STATUS,
    "period": Text("kỳ", "period"),
    "reporting": Text("đã báo cáo", "reporting"),
    "expected": Text("phải báo cáo", "expected"),
    "pace.expected": Text("nay cần", "expected by now"),
    "weight": Text("tỷ trọng", "weight"),
    "missing": Text("còn thiếu", "missing"),
    "method": Text("cách tính", "method"),
    "state": Text("tiến độ", "state"),
    "start": Text("điểm đầu", "start"),
    "day": Text("ngày", "day"),
    "floor": Text("mức phải giữ", "floor"),
    "actual": Text("thực tế", "actual"),
    "difference": Text("chênh lệch", "difference"),
    "needed_per_year": Text("cần thêm mỗi năm", "needed a year"),
    "reached_early": Text("đạt sớm", "reached early"),
    "projected": Text("dự báo", "projected"),
    "ladder_end": Text("dự báo đến cuối lộ trình", "projected to the end of the ladder"),
    "meets": Text("tới mức", "meets the bound"),
    "years": Text("số năm", "years"),
    "per_year": Text("mỗi năm", "per year"),
}

NAMES = {
    "status": _STATUS,
    "reason": Text("lý do", "reason"),
    "value": _VALUE,
    "numerator": Text("tử số", "numerator"),
    "denominator": Text("mẫu số", "denominator"),
    "operator": _OPERATOR,
    "bound": _BOUND,
    "upper": Text("mức trên", "upper end"),
    "due": _DUE,
    "gap": Text("chênh lệch", "gap"),
    "shortfall": Text("còn thiếu", "shortfall"),
    "done_on": Text("ngày hoàn thành", "done on"),
    "notes": Text("ghi chú", "notes"),
    "official": Text("kết luận về Chương trình", "official"),
    "provisional": Text("tạm tính", "provisional"),
    "aspirational": Text("chỉ tiêu phấn đấu", "aspirational"),
    "coverage": Text("tình hình báo cáo", "coverage"),
    "next": Text("mục tiêu tiếp theo", "next target"),
    "pace": Text("tiến độ (ước tính)", "pace (estimate)"),
    "also": Text("số liệu nêu kèm", "second figures"),
    "last_known": Text("kết quả gần nhất", "last known"),
    "lines": Text("dòng của quyết định", "lines of the decision"),
}
"""What may be expected of a verdict, in the order in which differences are told."""
