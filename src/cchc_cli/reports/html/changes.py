"""What changed since the period before: verdicts first, the worst of them at the top, then values."""

from dataclasses import dataclass

from cchc_cli.comparison.arrangement import flips, moves
from cchc_cli.comparison.comparison import Pair
from cchc_cli.dossier import row_key
from cchc_cli.language import Text
from cchc_cli.reports.comparison_words import (
    NOTHING_CHANGED,
    difference_lines,
    flips_words,
    moves_words,
)
from cchc_cli.reports.html.reader import Reader, figure_and_more, target_name
from cchc_cli.reports.reporting_words import NO_EARLIER_FIGURES
from cchc_cli.reports.wording import SIGN, status_words

MOST = 5
"""How many there is room for."""

_SINCE = Text("Thay đổi so với {period}", "Changes since {period}")
_CHANGES = Text("Thay đổi so với kỳ trước", "Changes since the period before")


@dataclass(frozen=True, slots=True)
class Change:
    """One target: where it went, its verdicts before and now (one where they are the same), its value."""

    anchor: str
    name: str
    verdicts: list[str]
    values: str
    difference: str


@dataclass(frozen=True, slots=True)
class Changes:
    """A heading, how many in words, and those that there is room for."""

    title: str
    summary: str
    shown: list[Change]


def changes(reader: Reader) -> Changes:
    """Since the period of the same kind before."""
    before = reader.dossier.previous_period
    if before is None:
        return Changes(reader.say(_CHANGES), reader.say(NO_EARLIER_FIGURES), [])
    leading = {row_key(verdict) for verdict in reader.leading()}
    pairs = [pair for pair in reader.dossier.changes if row_key(pair.new) in leading]
    words = reader.period(before)
    title = reader.say(_SINCE, period=words[0].lower() + words[1:])
    if not pairs:
        return Changes(title, reader.say(NOTHING_CHANGED), [])
    summary = " ".join(reader.text(words) for words in (flips_words(pairs), moves_words(pairs)))
    turned = flips(pairs)
    moved = [pair for pair in moves(pairs) if pair.flip is None]
    return Changes(title, summary, [_change(reader, pair) for pair in [*turned, *moved][:MOST]])


def _change(reader: Reader, pair: Pair) -> Change:
    turned = [pair.old, pair.new] if pair.flip else [pair.new]
    values = [figure_and_more(reader, each)[0] or "–" for each in (pair.old, pair.new)]
    return Change(
        anchor=reader.anchor(pair.new.indicator),
        name=target_name(reader, pair.new),
        verdicts=[f"{SIGN[each.status]} {status_words(each, reader.language)}" for each in turned],
        values=" → ".join(dict.fromkeys(values)),
        difference="; ".join(difference_lines(reader.run, pair, reader.language)),
    )
