"""The style sheet: colours that can be read by everybody, and a page that loads nothing."""

import base64
import hashlib
import re
from collections.abc import Callable

import pytest

from cchc_cli.dossier import Dossier
from cchc_cli.language import Language
from cchc_cli.reports.formats import PAPER_FORMATS
from cchc_cli.reports.html.environment import resource
from cchc_cli.reports.presentation import Presentation
from cchc_cli.run import Status

_ENOUGH = 4.5
"""WCAG 2.2, 1.4.3 (AA), for text."""
_FOR_SHAPES = 3.0
"""WCAG 2.2, 1.4.11 (AA), for what a picture is read by."""
STYLE = "".join(map(resource, ("style.css", "report.css", "scorecard.css")))


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _colour(name: str, of: str = STYLE) -> str:
    found = re.search(rf"--{name}: (#[0-9a-f]{{6}})", of)
    assert found is not None, name
    return found[1]


def _tone(status: Status) -> str:
    found = re.search(rf"\.tone-{status} {{([^}}]*)}}", STYLE)
    assert found is not None, status
    return found[1]


def test_contrast_is_counted_as_it_is_defined() -> None:
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("status", Status)
def test_every_verdict_has_colours_that_can_be_read(status: Status) -> None:
    tone = _colour("tone", _tone(status))
    assert _contrast(tone, _colour("wash", _tone(status))) >= _ENOUGH
    assert _contrast(tone, _colour("sheet")) >= _ENOUGH
    assert _contrast(tone, _colour("track")) >= _FOR_SHAPES


@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("ink", "paper"),
        ("ink", "sheet"),
        ("ink", "accent-wash"),
        ("soft", "paper"),
        ("soft", "sheet"),
        ("accent", "sheet"),
        ("accent", "paper"),
        ("accent", "accent-wash"),
        ("line", "sheet"),
    ],
)
def test_words_stand_out_from_their_ground(words: str, ground: str) -> None:
    assert _contrast(_colour(words), _colour(ground)) >= _ENOUGH


def test_colours_written_beside_their_ground_can_be_read() -> None:
    pairs = re.findall(r"background: (#[0-9a-f]{6}); color: (#[0-9a-f]{6})", STYLE)
    assert pairs
    assert all(_contrast(ground, words) >= _ENOUGH for ground, words in pairs)


def test_the_focus_can_be_seen() -> None:
    for ground in ("paper", "sheet", "accent-wash"):
        assert _contrast(_colour("focus"), _colour(ground)) >= _FOR_SHAPES
    assert ":focus-visible { outline: 3px solid" in STYLE


def test_nothing_is_loaded_and_only_our_script_runs(example_dossier: Callable[[Language], Dossier]) -> None:
    page = (
        PAPER_FORMATS["html"].write(example_dossier(Language.EN), Presentation(Language.EN)).decode("utf-8")
    )
    found = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert found is not None
    policy = found[1].replace("&#x27;", "'")
    assert policy.startswith("default-src 'none'; ")
    for name, kind in (("style", "style"), ("script", "script")):
        (text,) = re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "url(" not in STYLE
    assert "@import" not in STYLE
    assert not re.search(r'style="', page)
