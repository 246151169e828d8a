"""Who has sent what as Markdown, for minutes and job summaries."""

from collections.abc import Iterator, Sequence

from cchc_cli.language import Language, Text
from cchc_cli.reports.sinks import markdown
from cchc_cli.reports.standing_words import (
    NOTHING_EXPECTED,
    OTHERS,
    SEE_FINDINGS,
    TO_REMIND,
    columns,
    headline,
    letter_words,
    title_count,
    unplaced_words,
)
from cchc_cli.standing.arrangement import files, others, reminders
from cchc_cli.standing.records import AgencyStanding, Group, Standing
from cchc_cli.standing.words import (
    DISTRICT,
    GROUP,
    SHORTCOMING,
    TITLE,
    UNPLACED,
    fault_words,
    period_line,
    state_words,
)

_JOINED = "; "
_HEADINGS = (
    Text("Đơn vị", "Agency"),
    Text("Trực thuộc", "Under"),
    Text("Tình trạng", "State"),
    Text("Số liệu", "Items"),
    Text("Nội dung cần xử lý", "Findings"),
    Text("Văn bản", "Letter"),
    Text("Tệp", "Workbooks"),
)


def standing_markdown(standing: Standing, language: Language) -> str:
    """Counts, whom to remind, and every agency."""
    return "\n".join(_lines(standing, language)) + "\n"


def _lines(standing: Standing, language: Language) -> Iterator[str]:
    yield f"# {TITLE.in_language(language)}"
    yield ""
    yield markdown(period_line(standing, language))
    yield ""
    if not standing.agencies:
        yield NOTHING_EXPECTED.in_language(language)
        return
    yield f"**{markdown(headline(standing, language))}**"
    yield ""
    yield from _counts(standing, standing.groups, GROUP, language)
    if standing.districts:
        yield ""
        yield from _counts(standing, standing.districts, DISTRICT, language)
    yield from _unplaced(standing, language)
    yield from _reminders(standing, language)
    rest = others(standing.agencies)
    if rest:
        yield from _title(title_count(OTHERS, len(rest), language), 2)
        yield from _agencies(rest, language)


def _unplaced(standing: Standing, language: Language) -> Iterator[str]:
    if not standing.unplaced:
        return
    yield from _title(title_count(UNPLACED, len(standing.unplaced), language), 2)
    for file in standing.unplaced:
        yield f"- {markdown(unplaced_words(file, language))}"


def _reminders(standing: Standing, language: Language) -> Iterator[str]:
    found = reminders(standing.agencies)
    if not found:
        return
    yield from _title(title_count(TO_REMIND, sum(len(each.agencies) for each in found), language), 2)
    if standing.total.with_errors or standing.total.to_explain:
        yield SEE_FINDINGS.in_language(language)
    for reminder in found:
        yield from _title(title_count(SHORTCOMING[reminder.shortcoming], len(reminder.agencies), language), 3)
        yield from _agencies(reminder.agencies, language)


def _title(words: str, depth: int) -> Iterator[str]:
    yield ""
    yield f"{'#' * depth} {words}"
    yield ""


def _counts(standing: Standing, groups: Sequence[Group], heading: Text, language: Language) -> Iterator[str]:
    shown = columns(standing)
    yield _row(heading.in_language(language), *(words.in_language(language) for words, _ in shown))
    yield f"|---|{'---:|' * len(shown)}"
    for group in groups:
        yield _row(markdown(group.name.in_language(language)), *(count(group.counts) for _, count in shown))


def _agencies(agencies: Sequence[AgencyStanding], language: Language) -> Iterator[str]:
    yield _row(*(heading.in_language(language) for heading in _HEADINGS))
    yield f"|{'---|' * len(_HEADINGS)}"
    for agency in agencies:
        cells = (
            f"{agency.name.in_language(language)} ({agency.code})",
            agency.parent_name.in_language(language) if agency.parent_name else "",
            state_words(agency, language),
            f"{agency.items_in}/{agency.items_due}",
            fault_words(agency, language),
            letter_words(agency, language),
            _JOINED.join(files(agency)),
        )
        yield _row(*map(markdown, cells))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
