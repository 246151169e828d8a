"""How many targets stand alike, in words and sign; those not official in the words of steering."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cchc_cli.reports.html.reader import Reader
from cchc_cli.reports.wording import SIGN, STATUS, UNOFFICIAL
from cchc_cli.run import Status, Verdict


@dataclass(frozen=True, slots=True)
class Count:
    """So many of one status."""

    tone: str
    sign: str
    number: str
    words: str


def counts(reader: Reader, verdicts: Iterable[Verdict]) -> list[Count]:
    """By status, met first; statuses that nothing has are left out."""
    found = Counter((verdict.status, verdict.official) for verdict in verdicts)
    return [
        Count(
            tone=status.value,
            sign=SIGN[status],
            number=reader.number(found[status, official]),
            words=reader.text(words[status]),
        )
        for official, words in ((True, STATUS), (False, {**STATUS, **UNOFFICIAL}))
        for status in Status
        if found[status, official]
    ]
