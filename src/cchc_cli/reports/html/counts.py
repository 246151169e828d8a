"""How many targets stand alike, in words and sign; those not official in the words of steering."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cchc_cli.reports.html.reader import Reader
from cchc_cli.reports.wording import SIGN, status_texts
from cchc_cli.run import LeftOut, Status, Verdict


@dataclass(frozen=True, slots=True)
class Count:
    """So many of one status."""

    tone: str
    sign: str
    number: str
    words: str


def counts(reader: Reader, verdicts: Iterable[Verdict], left_out: Iterable[LeftOut] = ()) -> list[Count]:
    """By status, met first, with the rows of agencies that `--top` leaves out; none of what nothing has."""
    found = Counter((verdict.status, verdict.official) for verdict in verdicts)
    for rows in left_out:
        found.update({(status, False): number for status, number in rows.statuses.items()})
    return [
        Count(
            tone=status.value,
            sign=SIGN[status],
            number=reader.number(found[status, official]),
            words=reader.text(status_texts(official)[status]),
        )
        for official in (True, False)
        for status in Status
        if found[status, official]
    ]
