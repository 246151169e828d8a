"""The words for who has reported and when figures were closed, and for the first of many names."""

from collections.abc import Sequence

from cchc_cli.language import Language, Text

PERIOD = Text("Kỳ báo cáo", "Period")
CUTOFF = Text("Thời điểm chốt số liệu", "Cut-off")
END_OF_DAY = Text("hết ngày {day}", "the end of {day}")
REPORTING = Text("Tình hình báo cáo", "Reporting")
REPORTED = Text("{n}/{all} đơn vị đã báo cáo", "{n} of {all} agencies reported")
MISSING = Text("Chưa nộp", "Missing")
LATE = Text("Nộp sau thời điểm chốt số liệu", "After the cut-off")
LATE_LETTER = Text("{agency} (văn bản ngày {day})", "{agency} (letter of {day})")
"""Who came after the cut-off, and of which day the letter is."""
MORE_AGENCIES = Text("và {n} đơn vị nữa", "and {n} more")
NO_EARLIER_FIGURES = Text(
    "Không có số liệu của kỳ trước để so sánh.", "There are no figures of the period before to compare with."
)
_AND_OTHERS = Text("{names} và {n} đơn vị khác", "{names} and {n} more")


def first_names(names: Sequence[str], most: int, language: Language) -> str:
    """Names of agencies in a row; of many the first, and how many others there are.

    >>> first_names(["A", "B", "C"], 2, Language.EN)
    'A; B and 1 more'
    """
    said = "; ".join(names[:most])
    others = len(names) - most
    return _AND_OTHERS.filled(names=said, n=others).in_language(language) if others > 0 else said
