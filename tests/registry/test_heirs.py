"""Who carries an agency's work on another day."""

from datetime import date

from cchc_cli.language import Text
from cchc_cli.level import Level
from cchc_cli.registry.agency import Agency
from cchc_cli.registry.registry import Registry

OLD = date(2024, 1, 1)
NEW = date(2026, 1, 1)


def life(code: str, since: str = "", until: str = "", into: tuple[str, ...] = ()) -> Agency:
    return Agency(
        code,
        Text(f"Xã {code}", f"Commune {code}"),
        group="commune",
        level=Level.COMMUNE,
        valid_from=date.fromisoformat(since) if since else None,
        valid_until=date.fromisoformat(until) if until else None,
        successors=into,
    )


def registry(*lives: Agency) -> Registry:
    return Registry("agencies.yaml", "0" * 64, lives)


def codes(heirs: tuple[Agency, ...]) -> list[str]:
    return [heir.code for heir in heirs]


def test_whoever_exists_on_the_day_carries_its_own_work() -> None:
    alone = life("A")
    assert registry(alone).heirs(alone, NEW) == (alone,)


def test_mergers_and_renames_are_followed_through_every_step() -> None:
    small = life("A", until="2024-10-31", into=("B",))
    taking = life("B", until="2025-06-30", into=("B",))
    renamed = life("B", since="2025-07-01", until="2025-12-31", into=("C",))
    last = life("C", since="2026-01-01")
    known = registry(small, taking, renamed, last)
    assert [known.heirs(small, day) for day in (OLD, date(2024, 11, 1), date(2025, 7, 1), NEW)] == [
        (small,),
        (taking,),
        (renamed,),
        (last,),
    ]
    assert known.origin(renamed) is taking
    assert known.origin(last) is last, "another code is another agency"


def test_a_split_has_several_heirs_and_an_end_has_none() -> None:
    split = life("A", until="2025-06-30", into=("B", "C"))
    ended = life("D", until="2025-06-30")
    known = registry(life("C", since="2025-07-01"), split, life("B", since="2025-07-01"), ended)
    assert codes(known.heirs(split, NEW)) == ["C", "B"], "in the registry's order"
    assert known.heirs(ended, NEW) == ()


def test_what_was_split_and_came_together_again_is_one() -> None:
    split = life("A", until="2024-12-31", into=("B", "C"))
    half = life("B", since="2025-01-01", until="2025-06-30", into=("D",))
    other = life("C", since="2025-01-01", until="2025-06-30", into=("D",))
    whole = life("D", since="2025-07-01")
    assert registry(split, half, other, whole).heirs(split, NEW) == (whole,)


def test_a_code_given_to_another_unit_is_no_heir_of_itself() -> None:
    former = life("A", until="2025-06-30", into=("B",))
    other = life("A", since="2025-07-01")
    known = registry(former, other, life("B"))
    assert codes(known.heirs(former, NEW)) == ["B"]
    assert known.origin(other) is other


def test_a_code_that_others_were_merged_into_is_a_new_agency_from_that_day() -> None:
    former = life("A", until="2025-06-30", into=("A",))
    merged = life("B", until="2025-06-30", into=("A",))
    enlarged = life("A", since="2025-07-01")
    known = registry(former, merged, enlarged)
    assert known.origin(enlarged) is enlarged
    assert known.heirs(former, NEW) == known.heirs(merged, NEW) == (enlarged,)


def test_a_code_that_gave_a_part_of_its_work_away_is_a_new_agency_from_that_day() -> None:
    former = life("A", until="2025-06-30", into=("A", "B"))
    smaller = life("A", since="2025-07-01")
    assert registry(former, smaller, life("B")).origin(smaller) is smaller


def test_mergers_of_other_days_leave_a_renamed_agency_one() -> None:
    merged = life("B", until="2024-10-31", into=("A",))
    former = life("A", until="2025-06-30", into=("A",))
    renamed = life("A", since="2025-07-01")
    assert registry(merged, former, renamed).origin(renamed) is former


def test_before_a_merger_its_parts_cannot_be_told_apart() -> None:
    small = life("A", until="2025-06-30", into=("C",))
    large = life("B", until="2025-06-30", into=("C",))
    whole = life("C", since="2025-07-01")
    assert codes(registry(small, large, whole).heirs(whole, OLD)) == ["A", "B"]


def test_before_a_split_both_halves_were_one() -> None:
    whole = life("A", until="2025-06-30", into=("B", "C"))
    halves = life("B", since="2025-07-01"), life("C", since="2025-07-01")
    known = registry(whole, *halves)
    assert [known.heirs(half, OLD) for half in halves] == [(whole,), (whole,)]


def test_who_took_another_over_is_asked_about_the_day_of_its_figure() -> None:
    taking = life("A")
    small = life("B", until="2025-06-30", into=("A",))
    known = registry(taking, small)
    assert known.heirs(taking, OLD) == (taking,)
    assert codes(known.heirs(taking, OLD, at=date(2025, 6, 30))) == ["A"]
    assert codes(known.heirs(taking, OLD, at=date(2025, 7, 1))) == ["A", "B"]


def test_what_had_not_begun_has_nobody_before() -> None:
    new = life("A", since="2025-07-01")
    assert registry(new).heirs(new, OLD) == ()


def test_a_successor_that_is_not_there_the_day_after_carries_nothing_on() -> None:
    ended = life("A", until="2025-06-30", into=("B",))
    late = life("B", since="2025-07-03")
    known = registry(ended, late)
    assert known.heirs(ended, NEW) == ()


def test_the_packaged_communes_of_2023_live_on_in_those_of_2025(
    packaged: Registry,
) -> None:
    day = date(2025, 1, 1)
    communes = [one for one in packaged.agencies if one.level is Level.COMMUNE and one.exists_on(OLD)]
    assert all(len(packaged.heirs(commune, day)) == 1 for commune in communes)


def test_who_has_not_ended_has_given_nothing_over_whatever_the_registry_says() -> None:
    going_on, new = life("A", into=("B",)), life("B", since="2024-01-01")
    known = registry(going_on, new)
    assert known.predecessors(new) == ()
    assert known.heirs(going_on, date.max) == (going_on,)
