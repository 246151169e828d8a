"""Text of before Unicode is recovered exactly or left alone, and Unicode text is never taken for it."""

import re
import unicodedata
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli import form_words
from cchc_cli.catalogue.load import load_catalogue
from cchc_cli.intake.files.sheet import Sheet, Value
from cchc_cli.intake.legacy_sheets import with_texts_recovered
from cchc_cli.language import Language
from cchc_cli.legacy_text import ENCODINGS, TCVN3, VNI, LegacyEncoding, Stored, readings
from cchc_cli.packaged import packaged_file
from cchc_cli.plain_text import plain
from cchc_cli.registry.load import load_registry
from cchc_cli.syllable import is_syllable
from tests.intake.programme import take_in_small
from tests.intake.workbooks import write_workbook

ONSETS = re.findall(r"\w+", "ngh ng gh gi qu ch kh nh ph th tr b c d đ g h k l m n p r s t v x")
OPEN_RIMES = re.findall(
    r"\w+",
    """a ai ao au ay âu ây e eo ê êu i ia iu iêu o oa oai oe oi ô ôi ơ ơi u ua ui uê uôi uơ uy uya ư ưa ưi
    ưu ươi ươu y yêu am an ang anh ăm ăn ăng âm ân âng em en eng êm ên ênh im in inh iêm iên iêng om on ong
    oan oang oanh oăn ôm ôn ông ơm ơn um un ung uân uôm uôn uông uyên uynh ưng ươm ươn ương""",
)
STOPPED_RIMES = re.findall(
    r"\w+",
    """ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it iêc iêp iêt oc op ot oac oat oăt ôc ôp ôt
    ơp ơt uc up ut uât uôc uôt uych uyt uyêt ưc ưt ươc ươp ươt""",
)
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"

CATALOGUE, REGISTRY = (
    load_catalogue(packaged_file("targets.yaml")),
    load_registry(packaged_file("agencies.yaml")),
)
NAMES = sorted({agency.name.vi for agency in REGISTRY.agencies})
ITEM_NAMES = sorted({item.name.vi for item in CATALOGUE.items})
WORDS = [*form_words.INFORMATION, *form_words.COLUMNS, *form_words.VALUE_SPELLINGS, form_words.RULE]


def toned(rime: str, tone: str) -> str:
    """The rime with a tone on its main vowel; where two places are in use, on the last vowel."""
    letters = list(unicodedata.normalize("NFC", rime))
    vowels = [number for number, letter in enumerate(letters) if letter in "aăâeêioôơuưy"]
    marked = [number for number in vowels if letters[number] in "ăâêôơư"]
    glides = len(vowels) > 1 and rime[-1] in "iouy" and rime != "uy"
    place = marked[-1] if marked else vowels[-2] if glides or rime in ("ia", "ua", "ưa") else vowels[-1]
    letters[place] += tone
    return unicodedata.normalize("NFC", "".join(letters))


SYLLABLES = [
    onset + toned(rime, tone)
    for onset in ("", *ONSETS)
    for rime, tone in (*product(OPEN_RIMES, TONES), *product(STOPPED_RIMES, ("\u0301", "\u0323")))
]


def test_every_syllable_of_the_language_is_one_and_is_left_alone_in_both_unicode_forms() -> None:
    for syllable in SYLLABLES:
        assert is_syllable(syllable), syllable
        for text in (syllable, syllable.upper(), syllable.title()):
            assert not readings(text)
            assert not readings(unicodedata.normalize("NFD", text))


@given(
    st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=8),
    st.sampled_from([" ", ", ", " - ", "\u00a0", "\n"]),
)
def test_no_sentence_in_unicode_is_taken_for_legacy_text(words: list[str], between: str) -> None:
    text = between.join(words)
    assert not readings(text)
    assert not readings(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize("names", [NAMES, ITEM_NAMES, WORDS], ids=["agencies", "items", "form"])
def test_the_names_of_the_programme_are_left_alone(names: list[str]) -> None:
    for name in names:
        for text in (name, name.upper(), f"· {name} ®", f"{name}¹", f"«{name}»", f"{name} § 3"):
            assert not readings(text)
            assert not readings(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize("encoding", ENCODINGS, ids=lambda encoding: encoding.name)
def test_every_letter_comes_back(encoding: LegacyEncoding) -> None:
    for letter in LETTERS:
        stored = encoding.encoded(f"b{letter}")
        assert stored.isascii() or encoding.encoded(letter) == stored[1:]
    small = [encoding.encoded(letter) for letter in LETTERS]
    assert len(set(small)) == len(LETTERS)


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=8))
def test_what_was_typed_is_what_is_read(words: list[str]) -> None:
    small = " ".join(words)
    for encoding, text in ((TCVN3, small), (VNI, small), (VNI, small.upper()), (VNI, small.title())):
        stored = encoding.encoded(text)
        assert encoding.read_as(stored) == (None if stored == text else text)


@pytest.mark.parametrize(
    ("stored", "text", "encoding"),
    [
        ("B¸o c¸o tµi chÝnh quý II n¨m 2026", "Báo cáo tài chính quý II năm 2026", "TCVN3"),
        ("TiÕng ViÖt rÊt hay", "Tiếng Việt rất hay", "TCVN3"),
        ("B¶o Th¾ng, M\u00adêng Kh\u00ad¬ng, B¸t X¸t", "Bảo Thắng, Mường Khương, Bát Xát", "TCVN3"),
        ("H§ND vµ UBND huyÖn Cai LËy", "HĐND và UBND huyện Cai Lậy", "TCVN3"),
        ("Tieáng Vieät raát hay", "Tiếng Việt rất hay", "VNI"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "VNI"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc", "VNI"),
        ("Ñaøo moùng baêng baèng thuû coâng, ñaát caáp II", "Đào móng băng bằng thủ công, đất cấp II", "VNI"),
    ],
)
def test_sentences_of_old_documents(stored: str, text: str, encoding: str) -> None:
    assert readings(stored) == ((text, encoding),)


def test_capitals_of_tcvn3_are_shown_by_the_font_so_their_case_is_lost() -> None:
    assert TCVN3.encoded("SỞ NỘI VỤ") == "Së NéI Vô"
    assert VNI.encoded("SỞ NỘI VỤ") == "SÔÛ NOÄI VUÏ"
    assert readings("Së NéI Vô")[0].text == "SỞ NỘI VỤ"
    assert readings("së néi vô")[0].text == "sở nội vụ", "typed in .VnTimeH, which shows capitals"


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_recovered_from_either_encoding_in_any_case(name: str) -> None:
    for spelt in (name, name.upper(), name.lower()):
        for encoding in ENCODINGS:
            stored = encoding.encoded(spelt)
            if not stored.isascii():
                assert [plain(one.text) for one in readings(stored)] == [plain(name)]


def test_what_excel_made_capitals_of_is_never_read_as_another_agency() -> None:
    known = {plain(name) for name in NAMES}
    for name in NAMES:
        garbled = TCVN3.encoded(name).upper()
        assert {plain(one.text) for one in readings(garbled)} & known <= {plain(name)}


@pytest.mark.parametrize(
    "text",
    [
        "Café", "naïve", "Köln", "São Paulo", "Où êtes-vous ?", "für Übermut", "5 µm", "1½m", "§ 5", "© 2024",
        "20°C", "± 5", "«Có»", "báo\u00adcáo", "3×4", "®", "¡Olé!", "Señor Muñoz", "Ærø", "2020–2021",
        "x²+y²", "", "SNV",
    ],
)  # fmt: skip
def test_other_texts_are_left_alone(text: str) -> None:
    assert readings(text) == ()


@given(st.text(st.characters(max_codepoint=0xFF)))
def test_whatever_is_read_can_be_stored_again(text: str) -> None:
    for encoding in ENCODINGS:
        meant = encoding.read_as(text)
        assert meant is None or encoding.encoded(meant) == text
    assert readings("a" * 3_000 + "§") == ()


def values(*sheets: Sheet) -> list[list[list[object]]]:
    return [[list(row) for row in sheet.rows] for sheet in with_texts_recovered(sheets)]


def test_a_workbook_in_unicode_is_passed_on_as_it_is() -> None:
    sheets = [Sheet("a", [["Mã đơn vị", "Xã", 5, None, "Có"]]), Sheet("b", [])]
    assert all(one is other for one, other in zip(with_texts_recovered(sheets), sheets, strict=True))


def test_what_was_stored_stays_with_the_cell() -> None:
    (sheet,) = with_texts_recovered([Sheet("a", [[None, "Së Néi vô"], ["SNV"]])])
    assert sheet.cell(1, 2).text == "Sở Nội vụ"
    assert sheet.cell(1, 2).legacy == Stored("Së Néi vô", "TCVN3")
    assert sheet.cell(2, 1).legacy is None


def test_two_encodings_may_stand_in_one_workbook() -> None:
    assert values(Sheet("a", [["Së Néi vô", "Sôû Noäi vuï", "Sở Nội vụ"]])) == [[["Sở Nội vụ"] * 3]]


def test_a_short_text_is_of_the_encoding_that_the_workbook_is_in() -> None:
    assert values(Sheet("a", [["Bæ sung", "Kú b¸o c¸o"]]), Sheet("b", [["Kỳ"], ["Bæ sung"]])) == [
        [["Bổ sung", "Kỳ báo cáo"]],
        [["Kỳ"], ["Bổ sung"]],
    ]
    assert values(Sheet("a", [["Bæ sung"]])) == [[["Bæ sung"]]]
    assert values(Sheet("a", [["Bæ sung", "Kú b¸o c¸o", "Naêm"]])) == [[["Bæ sung", "Kỳ báo cáo", "Năm"]]]


def test_what_may_stand_for_itself_is_legacy_text_only_where_no_word_is_in_unicode() -> None:
    assert values(Sheet("a", [["Céng", "Kú b¸o c¸o"]])) == [[["Cộng", "Kỳ báo cáo"]]]
    assert values(Sheet("a", [["Céng", "Kú b¸o c¸o", "Mã đơn vị"]])) == [
        [["Céng", "Kỳ báo cáo", "Mã đơn vị"]]
    ]
    assert values(Sheet("a", [["Céng"]])) == [[["Céng"]]]


def test_a_workbook_of_nothing_but_doubtful_texts_is_left_alone() -> None:
    rows: list[list[Value]] = [[f"Së Néi vô {number}"] for number in range(10_001)]
    assert values(Sheet("a", rows)) == [rows]
    assert values(Sheet("a", rows[:2])) == [[["Sở Nội vụ 0"], ["Sở Nội vụ 1"]]]


def test_the_name_of_a_sheet_is_compared_as_it_reads_and_shown_as_it_is() -> None:
    sheet = Sheet("Sè liÖu", [])
    assert (sheet.title, sheet.name) == ("Số liệu", "Sè liÖu")


def test_the_letter_that_is_a_soft_hyphen_is_shown_as_people_know_it(tmp_path: Path) -> None:
    """Without its font, «Trưởng phòng» reads «Tr-ëng phßng»; nobody can see a soft hyphen."""
    name = TCVN3.encoded("Trường Chính trị")
    rows = [["Kỳ báo cáo:", 2024], ["Mã đơn vị", "settled"], [name, 1]]
    (finding,) = take_in_small(write_workbook(tmp_path / "a.xlsx", {"a": rows}), items=["settled"]).findings
    assert finding.code == "legacy-font-text"
    assert "Tr-êng ChÝnh trÞ" in finding.message(Language.VI)
