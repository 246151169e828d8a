"""Agencies that a catalogue names and a registry does not know: their figures would be waited for in vain."""

from collections.abc import Iterator

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.language import Text
from cchc_cli.registry.registry import Registry
from cchc_cli.strict_yaml import Mark, Problem, nearest


def find_strangers(catalogue: Catalogue, registry: Registry) -> list[Problem]:
    """Reporters, leads and owners of kept baselines that no agency of the registry answers to."""
    known = {selector for agency in registry.agencies for selector in _selectors(agency.code, agency.group)}
    known |= {f"level:{agency.level}" for agency in registry.agencies}
    return [
        Problem(catalogue.file, Mark(line, 1), _unknown(selector, nearest(selector, sorted(known))))
        for line, selector in dict.fromkeys(_named(catalogue))
        if selector not in known
    ]


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
    for figure in catalogue.baselines:
        yield figure.line, f"agency:{figure.agency}"


def _unknown(selector: str, suggestion: str | None) -> Text:
    meant = Text("", "")
    if suggestion:
        meant = Text(f"; có phải là “{suggestion}”?", f"; did you mean '{suggestion}'?")
    return Text(
        f"danh mục đơn vị không có “{selector}”{meant.vi}",
        f"the registry knows no '{selector}'{meant.en}",
    )
