"""Columns are guessed, chosen, remembered."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.actions.lists import remembered

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    listing = make.listing()
    upload = actions.Upload("recipients", "a.csv", make.recipients())
    file = actions.read_list_file(listing, upload, by=make.hoa(), now=make.NOW)
    make.signed_in(make.hoa()).post(f"/can-bo/ra-soat/tep/{file.pk}/", {"name": 0, "born_on": 1, "id_number": 2})
    file.refresh_from_db()
    assert file.columns["places"] == {"name": 0, "born_on": 1, "id_number": 2}


def test_they_are_remembered_for_the_next_file() -> None:
    listing = make.listing()
    make.read(listing, "recipients", make.recipients())
    upload = actions.Upload("recipients", "b.csv", make.csv(make.RECIPIENTS, ["Lê Thị A,01/01/1940,"]))
    assert remembered(actions.read_list_file(listing, upload, by=make.hoa(), now=make.NOW))["born_on"] == 1


def test_wrong_columns_are_refused_kindly() -> None:
    upload = actions.Upload("population", "a.csv", b"Ma,Gia\n1,2")
    file = actions.read_list_file(make.listing(), upload, by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="Họ và tên, Ngày sinh"):
        actions.map_columns(file, {}, by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="hai nội dung"):
        actions.map_columns(file, {"name": 0, "born_on": 0}, by=make.hoa(), now=make.NOW)


def test_lines_with_a_problem_are_listed() -> None:
    rows = ["1,,01/01/1950,,,,", "2,Lê Thị B,31/02/1950,,,,", "3,Vũ Thị C,1948,123,,,"]
    file = make.read(make.listing(), "population", make.csv(make.POPULATION, rows))
    file.refresh_from_db()
    assert [one["row"] for one in file.problems] == [2, 3, 4, 4]


def test_another_commune_finds_nothing() -> None:
    file = make.read(make.listing(), "population", make.population())
    assert make.signed_in(make.binh()).get(f"/can-bo/ra-soat/tep/{file.pk}/").status_code == 404
