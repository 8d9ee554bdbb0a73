"""200 people, 60 recipients: 7 to reach over three hamlets (S0.21)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    listing = make.matched()
    listing.refresh_from_db()
    assert listing.tally == {"population": 200, "recipients": 60, "of_age": 18, "receiving": 11}
    people = make.to_reach(listing)
    assert len(people) == 7
    assert len({one.hamlet_id for one in people}) == 3
    assert all(one.head_name for one in people)
    assert not any(file.content for file in listing.files.all())
    page = make.signed_in(make.hoa()).get(f"/can-bo/ra-soat/{listing.pk}/").content.decode()
    assert "18 người đủ điều kiện, 11 người đã hưởng" in page
    assert people[0].id_number not in page
    assert (
        make.signed_in(make.hoa()).get(f"/can-bo/ra-soat/{listing.pk}/?khu={people[0].hamlet_id}&dang=xlsx").status_code
        == 200
    )


def test_not_without_the_recipients() -> None:
    listing = make.listing()
    make.read(listing, "population", make.population())
    with pytest.raises(RuleBroken, match="thiếu danh sách đang hưởng"):
        actions.match_list(listing, by=make.hoa(), now=make.NOW)


def test_only_alike_is_for_a_person_to_decide() -> None:
    listing = make.listing()
    make.read(listing, "population", make.csv(make.POPULATION, ["1,Nguyễn Thị Hạnh,02/02/1940,,,,"]))
    make.read(listing, "recipients", make.csv(make.RECIPIENTS, [f"Nguyen Thi Hanh,02/02/1940,{make.number(9)}"]))
    actions.match_list(listing, by=make.hoa(), now=make.NOW)
    assert [one.match for one in make.to_reach(listing)] == ["review"]


def test_the_same_person_twice_is_merged_and_told() -> None:
    listing = make.listing(is_without_recipients=False)
    row = f"1,Nguyễn Thị Hạnh,02/02/1940,{make.number(9)},,,"
    file = make.read(listing, "population", make.csv(make.POPULATION, [row, row.replace("1,", "2,", 1)]))
    actions.match_list(listing, by=make.hoa(), now=make.NOW)
    file.refresh_from_db()
    assert len(make.to_reach(listing)) == 1
    assert "đã gộp" in file.problems[0]["problem"]


def test_only_who_is_in_charge_sees_the_people() -> None:
    listing = make.matched()
    assert make.signed_in(make.minh()).get(f"/can-bo/ra-soat/{listing.pk}/").status_code == 404
    assert make.signed_in(make.binh()).get(f"/can-bo/ra-soat/{listing.pk}/").status_code == 404
