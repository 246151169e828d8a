"""The registry as JSON: what `cchc agencies list -f json` prints."""

from datetime import date
from typing import Any

from cchc_cli.language import Text
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry


def registry_listing(registry: Registry, on: date | None = None) -> dict[str, Any]:
    """Every life of every agency, or those of one day, in the registry's order.

    Plain values only: levels as words, dates as `2024-05-01`, null where there is none.
    """
    lives = [agency for agency in registry.agencies if on is None or agency.exists_on(on)]
    return {"agencies": [_entry(agency) for agency in lives]}


def _entry(agency: Agency) -> dict[str, Any]:
    return {
        "code": agency.code,
        "name": _text(agency.name),
        "short": _text(agency.short_name),
        "group": agency.group,
        "level": agency.level.value,
        "parent": agency.parent,
        "cluster": agency.cluster,
        "pooled": agency.pooled,
        "territory": agency.territory,
        "valid_from": _day(agency.valid_from),
        "valid_until": _day(agency.valid_until),
        "successors": list(agency.successors),
        "note": _text(agency.note) if agency.note else None,
    }


def _text(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
