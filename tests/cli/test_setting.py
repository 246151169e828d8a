"""Language and debugging stand anywhere on the command line."""

import pytest

from cchc_cli.cli.setting import read_setting
from cchc_cli.language import Language


@pytest.mark.parametrize(
    ("arguments", "environment", "language", "rest"),
    [
        ([], {}, Language.VI, []),
        (["--lang", "en", "why", "x"], {}, Language.EN, ["why", "x"]),
        (["why", "--lang=en", "x"], {}, Language.EN, ["why", "x"]),
        (["why", "x", "--lang", "EN"], {}, Language.EN, ["why", "x"]),
        (["why"], {"CCHC_LANG": "en"}, Language.EN, ["why"]),
        (["why"], {"CCHC_LANG": ""}, Language.VI, ["why"]),
        (["--lang", "vi", "why"], {"CCHC_LANG": "en"}, Language.VI, ["why"]),
        (["--lang", "vi", "why", "--lang", "en"], {}, Language.EN, ["why"]),
        (["why", "--", "--lang", "en"], {}, Language.VI, ["why", "--", "--lang", "en"]),
    ],
)
def test_where_the_language_comes_from(
    arguments: list[str], environment: dict[str, str], language: Language, rest: list[str]
) -> None:
    setting, remaining, problem = read_setting(arguments, environment)
    assert (setting.language, remaining, problem) == (language, rest, None)


@pytest.mark.parametrize(
    ("arguments", "environment", "source"),
    [
        (["--lang", "fr"], {}, "--lang"),
        (["--lang=tiếng Việt"], {}, "--lang"),
        (["why", "--lang"], {}, "--lang"),
        ([], {"CCHC_LANG": "fr"}, "CCHC_LANG"),
    ],
)
def test_a_language_that_is_not_ours_is_named_with_its_source(
    arguments: list[str], environment: dict[str, str], source: str
) -> None:
    setting, _, problem = read_setting(arguments, environment)
    assert setting.language is Language.VI
    assert problem is not None
    assert problem.text.vi.startswith(f"{source}: ")


def test_debugging_is_asked_for_anywhere() -> None:
    setting, rest, _ = read_setting(["why", "--debug", "x"], {})
    assert (setting.debug, rest) == (True, ["why", "x"])
