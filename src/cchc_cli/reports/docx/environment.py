"""How a template is filled: in a sandbox, where nothing is called and every text is written as text."""

from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from cchc_cli.reports.sinks import word

FILTERS = ("capitalize", "default", "join", "length", "lower", "trim", "upper")
"""The filters of Jinja that a template may use."""


def environment() -> ImmutableSandboxedEnvironment:
    """An environment without functions, tests of types or filters that could run for long."""
    made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_printed)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    return made


def _printed(value: Any) -> Markup:
    """What stands in the document for a value; several lines one below the other."""
    lines = value if isinstance(value, tuple) else (value,)
    return Markup("\n".join(word(str(line)) for line in lines))
