"""What a catalogue that loads may still get wrong: contradictions that show without any data."""

from cchc_cli.catalogue.catalogue import Catalogue
from cchc_cli.catalogue.lint_items import ITEM_RULES
from cchc_cli.catalogue.lint_targets import TARGET_RULES
from cchc_cli.strict_yaml import Mark, Problem


def lint(catalogue: Catalogue) -> list[Problem]:
    """Every contradiction in a loaded catalogue, by line.

    References to unknown items or areas are refused by `load_catalogue` already.
    """
    found = {entry for rule in (*TARGET_RULES, *ITEM_RULES) for entry in rule(catalogue)}
    return [
        Problem(catalogue.file, Mark(line, 1), text)
        for line, text in sorted(found, key=lambda entry: (entry[0], entry[1].en))
    ]
