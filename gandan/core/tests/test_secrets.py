import base64

import pytest
from pytest_django.fixtures import Settings

from gandan.core.secrets import CannotDecrypt, blind_index, seal, unseal


def test_a_sealed_value_reads_back_and_never_looks_the_same_twice() -> None:
    one, two = (seal(b"030193004512", column="t.c") for _ in range(2))
    assert one != two
    assert unseal(one, column="t.c") == unseal(two, column="t.c") == b"030193004512"


def test_a_value_moved_to_another_column_does_not_open() -> None:
    with pytest.raises(CannotDecrypt):
        unseal(seal(b"x", column="t.c"), column="t.d")


def test_one_changed_byte_is_found() -> None:
    sealed = bytearray(seal(b"x", column="t.c"))
    sealed[-1] ^= 1
    with pytest.raises(CannotDecrypt):
        unseal(bytes(sealed), column="t.c")


def test_an_old_key_still_opens_and_new_values_use_the_new_one(settings: Settings) -> None:
    sealed, old = seal(b"x", column="t.c"), settings.DATA_KEY
    settings.DATA_KEY = base64.b64encode(b"k" * 32).decode()
    with pytest.raises(CannotDecrypt):
        unseal(sealed, column="t.c")
    settings.OLD_DATA_KEYS = [old]
    assert unseal(sealed, column="t.c") == b"x"
    assert seal(b"x", column="t.c")[:4] != sealed[:4]


def test_the_blind_index_finds_equals_and_only_within_its_column() -> None:
    assert blind_index("0912345118", column="a") == blind_index("0912345118", column="a")
    assert blind_index("0912345118", column="a") != blind_index("0912345118", column="b")
    assert blind_index("", column="a") == ""
