"""What cannot be seen in a text."""

import re
import sys
import unicodedata

from cchc_cli.visible import UNSEEN


def test_every_character_that_cannot_be_seen_is_known() -> None:
    """Control, format and half characters, and separators of lines, as Unicode has them."""
    unseen = re.compile(UNSEEN)
    unknown = [
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and not unseen.match(character)
    ]
    assert unknown == []
