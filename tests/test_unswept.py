"""The collector rests for a while and is at work again afterwards, however the work ended."""

import gc

import pytest

from cchc_cli.unswept import unswept


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
