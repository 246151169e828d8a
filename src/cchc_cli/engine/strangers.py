"""Agencies that a catalogue names and a registry does not know: their figures would be waited for in vain."""

from collections.abc import Iterator

from cchc_cli.catalogue.catalogue import BaselineFigure, Catalogue
from cchc_cli.language import Text
from cchc_cli.nearness import nearest
from cchc_cli.registry.registry import Registry
from cchc_cli.roster import Roster
from cchc_cli.strict_yaml import Mark, Problem


def find_strangers(catalogue: Catalogue, registry: Registry) -> list[Problem]:
    """Reporters and leads that no agency of the registry answers to, and baselines that nobody can report."""
    known = {selector for agency in registry.agencies for selector in _selectors(agency.code, agency.group)}
    known |= {f"level:{agency.level}" for agency in registry.agencies}
    unknown = [
        Problem(catalogue.file, Mark(line, 1), _unknown(selector, nearest(selector, sorted(known))))
        for line, selector in dict.fromkeys(_named(catalogue))
        if selector not in known
    ]
    return [*unknown, *find_strange_baselines(catalogue, registry)]


def find_strange_baselines(catalogue: Catalogue, registry: Registry) -> list[Problem]:
    """Baselines kept for an agency that the registry doesn't know or that doesn't report them that year."""
    return [
        Problem(catalogue.file, Mark(figure.line, 1), text)
        for figure in catalogue.baselines
        if (text := _strange(figure, catalogue, registry)) is not None
    ]


def _strange(figure: BaselineFigure, catalogue: Catalogue, registry: Registry) -> Text | None:
    if figure.agency not in registry.lives_by_code:
        return _unknown(f"agency:{figure.agency}", nearest(figure.agency, sorted(registry.lives_by_code)))
    roster = Roster(registry, figure.period, catalogue.items)
    reporters = {roster.members[position].code for position in roster.reporters(figure.item)}
    if figure.agency in reporters:
        return None
    if registry.life_in(figure.agency, figure.period) is None:
        return _not_there(figure)
    asked = catalogue.item_by_code[figure.item].reported_by
    return _no_reporter(figure, registry.reporters(asked, figure.period))


def _selectors(code: str, group: str) -> tuple[str, str]:
    return f"agency:{code}", f"group:{group}"


def _named(catalogue: Catalogue) -> Iterator[tuple[int, str]]:
    """Every selector that the catalogue writes, with its line."""
    for item in catalogue.items:
        for selector in item.reported_by:
            yield item.line, selector
    for indicator in catalogue.indicators:
        for target in indicator.targets:
            if target.lead:
                yield target.line, f"agency:{target.lead.agency}"


def _not_there(figure: BaselineFigure) -> Text:
    when = figure.period.words_in_a_sentence
    return Text(
        f"“{figure.agency}” không hoạt động ngày nào trong {when.vi}; hãy ghi đơn vị báo cáo khi đó",
        f"'{figure.agency}' existed on no day of {when.en}; write the agency that reported it then",
    )


def _no_reporter(figure: BaselineFigure, reporters: tuple[str, ...]) -> Text:
    asked = ", ".join(reporters)
    return Text(
        f"“{figure.agency}” không báo cáo “{figure.item}” kỳ {figure.period}; nơi báo cáo: {asked}",
        f"'{figure.agency}' does not report '{figure.item}' for {figure.period}; its reporters: {asked}",
    )


def _unknown(selector: str, suggestion: str | None) -> Text:
    meant = Text("", "")
    if suggestion:
        meant = Text(f"; có phải là “{suggestion}”?", f"; did you mean '{suggestion}'?")
    return Text(
        f"danh mục đơn vị không có “{selector}”{meant.vi}",
        f"the registry knows no '{selector}'{meant.en}",
    )
