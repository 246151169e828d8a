"""The shape of a Vietnamese syllable: onset, rime and tone, as the language is spelt."""

import re
import unicodedata
from functools import lru_cache

_ONSETS = "ngh|ng|gh|gi|qu|ch|kh|nh|ph|th|tr|[bcdđghklmnprstvx]"
_RIMES = (
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây|"
    "e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|êng|ênh|êp|êt|êu|"
    "i|ia|ich|im|in|inh|ip|it|iu|iêc|iêm|iên|iêng|iêp|iêt|iêu|"
    "o|oc|oi|om|on|ong|op|ot|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|"
    "oăc|oăm|oăn|oăng|oăt|oe|oem|oen|oeo|oet|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt|"
    "u|ua|uc|ui|um|un|ung|up|ut|uân|uâng|uât|uây|uê|uêch|uênh|uôc|uôi|uôm|uôn|uông|uôt|uơ|"
    "uy|uya|uych|uyn|uynh|uyt|uyu|uyên|uyêt|"
    "ư|ưa|ưc|ưi|ưm|ưng|ưt|ưu|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|"
    "y|ych|yn|ynh|yt|yêm|yên|yêng|yêt|yêu"
)
_SYLLABLE = re.compile(f"(?:{_ONSETS})?({_RIMES})")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_MARKS = "\u0302\u0306\u031b"
_TONE_OUT_OF_PLACE = re.compile(
    f"(?<![aeiouy{_MARKS}]){_TONES.pattern}|(?:[aeo][{_MARKS}]?|u[{_MARKS}])[iouy]{_TONES.pattern}$"
)
"""On a consonant, or on the glide behind a vowel: báo and hoà, never baó."""
_STOPPED = ("c", "ch", "p", "t")
_TONES_OF_STOPPED = ("\u0301", "\u0323")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether a word is spelt as Vietnamese syllables are, whatever its case and Unicode form.

    >>> [is_syllable(word) for word in ("Nghiệp", "HOÀ", "hòa", "gì", "quý")]
    [True, True, True, True, True]
    >>> [is_syllable(word) for word in ("thoâng", "Së", "café", "xaõ", "bit")]
    [False, False, False, False, False]
    """
    letters = unicodedata.normalize("NFD", word.casefold())
    tones = _TONES.findall(letters)
    if len(tones) > 1 or _TONE_OUT_OF_PLACE.search(letters):
        return False
    spelt = _SYLLABLE.fullmatch(unicodedata.normalize("NFC", _TONES.sub("", letters)))
    if spelt is None:
        return False
    return not spelt[1].endswith(_STOPPED) or (bool(tones) and tones[0] in _TONES_OF_STOPPED)
