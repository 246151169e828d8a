"""The collector rests for a while and is at work again afterwards, however the work ended."""

import gc
from weakref import ref

import pytest

from cchc_cli.unswept import swept_when_told, unswept


def test_it_is_back_after_the_work() -> None:
    with unswept():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_back_after_an_exception() -> None:
    with pytest.raises(KeyError), unswept():
        raise KeyError
    assert gc.isenabled()


def test_one_within_another_leaves_it_to_the_outer_one() -> None:
    with unswept():
        with unswept():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


class _Cycle:
    def __init__(self) -> None:
        self.own = self


def test_what_stays_is_not_gone_through_at_once_and_what_does_not_stay_is() -> None:
    def is_young(made: _Cycle) -> bool:
        return any(each is made for each in gc.get_objects(generation=0))

    with unswept():
        made = _Cycle()
    assert not is_young(made)
    assert gc.get_freeze_count() == 0
    with unswept(stays=False):
        made = _Cycle()
        assert is_young(made)
    left = ref(made)
    del made
    gc.collect()
    assert left() is None


def test_cycles_go_when_it_is_told_and_what_stays_is_not_kept_for_ever() -> None:
    with swept_when_told() as sweep:
        left = ref(_Cycle())
        assert (gc.isenabled(), left() is None) == (False, False)
        sweep()
        assert left() is None
        assert gc.get_freeze_count() > 0
    assert (gc.isenabled(), gc.get_freeze_count()) == (True, 0)
