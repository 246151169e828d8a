"""Pages for a browser: templates, one style for all of them, and what a page may load (nothing)."""

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from cchc_cli.language import Language
from cchc_cli.reports.sinks import html

_STYLE = "style.css"


def page(
    template: str,
    language: Language,
    title: str,
    script: str | None = None,
    styles: Sequence[str] = (),
    **facts: object,
) -> bytes:
    """A whole page in UTF-8: a template that extends `page.html.j2`, with our style and at most one script.

    `styles` are further style sheets, of one kind of page only.
    Every string among `facts` is escaped where it is shown; only `Markup` made in this package is not.
    """
    style = "".join(map(resource, (_STYLE, *styles)))
    code = resource(script) if script else ""
    rendered = (
        _environment()
        .get_template(template)
        .render(
            language=language.value,
            title=title,
            style=Markup(style),
            script=Markup(code),
            policy=_policy(style, code),
            **facts,
        )
    )
    return rendered.encode("utf-8")


@lru_cache(maxsize=32)
def resource(name: str) -> str:
    """The text of a template, style sheet or script that comes with the program."""
    text = (files("cchc_cli.reports.html") / "templates" / name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(resource),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: object) -> object:
    """What a template writes: text through its sink, and nothing for nothing."""
    if value is None:
        return ""
    return Markup(html(value)) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _policy(style: str, script: str) -> str:
    """Nothing is loaded from anywhere, and no other script runs."""
    runs = _hash(script) if script else "'none'"
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {runs}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
