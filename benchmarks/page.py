"""`docs/performance.md`: the tables between their markers are written anew, the prose around them stays."""

import re
from collections.abc import Mapping
from pathlib import Path

from benchmarks.results import Results
from benchmarks.tables import cases_table, goals_table, left_out_lines, machine_lines, profile_table


def write_page(path: Path, results: Results, before: Results | None) -> None:
    """Raises ValueError where the page lacks a marker."""
    text = path.read_text(encoding="utf-8")
    for name, content in _blocks(results, before).items():
        text = _put(text, name, content)
    path.write_text(text, encoding="utf-8")


def _blocks(results: Results, before: Results | None) -> Mapping[str, str]:
    profiles = {"before": before.profile} if before and before.profile else {}
    profiles |= {"after": results.profile} if results.profile else {}
    return {
        "machine": machine_lines(results),
        "goals": goals_table(results),
        "cases": "\n\n".join(filter(None, (cases_table(results, before), left_out_lines(results)))),
        "profile": profile_table(profiles) if profiles else "Not measured.",
    }


def _put(text: str, name: str, content: str) -> str:
    block = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    changed, count = block.subn(lambda match: f"{match[1]}\n{content}\n\n{match[2]}", text)
    if count != 1:
        raise ValueError(f"the page has {count} places marked {name}, not one")
    return changed
