"""Telephones and addresses in the ways people write them."""

import pytest

from gandan.people.contacts import Contact, ContactUnclear, read_contact


@pytest.mark.parametrize(
    "typed", ["0912345118", "0912 345 118", "0912.345.118", "+84912345118", "84 912 345 118", "(+84) 912-345-118"]
)
def test_one_number_in_many_ways(typed: str) -> None:
    assert read_contact(typed) == Contact("phone", "0912345118")


@pytest.mark.parametrize("typed", ["113", "0912", "09123451189", "1900 1234", "@", "a@b", "+1 202 555 0143", "ảnh"])
def test_what_cannot_be_reached_is_refused(typed: str) -> None:
    with pytest.raises(ContactUnclear):
        read_contact(typed)


def test_addresses_lose_capitals_and_blanks() -> None:
    assert read_contact(" Lan.Pham@Gmail.COM ") == Contact("email", "lan.pham@gmail.com")


def test_only_its_owner_recognises_it() -> None:
    assert Contact("phone", "0912345118").masked.replace("\u00a0", " ") == "0912 ••• 118"
    assert Contact("email", "lan.pham@gmail.com").masked == "la•••@gmail.com"
