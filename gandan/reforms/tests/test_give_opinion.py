"""Divisions say what they think; the proposal of the Centre carries it (S0.43)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.models import Assessment, Opinion, Reform
from gandan.reforms.tests import ideas, make

pytestmark = pytest.mark.django_db


def weighed(model: Reform) -> Assessment:
    sheet = actions.Weighing(fits=True, reason="Hợp")
    return actions.weigh(model, sheet, agency=make.commune(), by=make.clerk(), now=make.NOW)


def test_it_works() -> None:
    model = make.reform()
    weighed(model)
    client = make.signed_in(make.leader())
    for part, name in (("kinh_te", "Phòng Kinh tế"), ("vhxh", "Phòng Văn hóa - Xã hội")):
        division = make.division(make.commune(), part, name)
        data = {"agency": division.pk, "fits": "yes", "text": f"{name} đồng ý."}
        client.post(f"{ideas.ADDRESS}{model.code}/y-kien/", data)
    page = client.get(f"{ideas.ADDRESS}{model.code}/").content.decode()
    assert "Phòng Kinh tế đồng ý." in page
    assert Opinion.objects.count() == 2


def test_one_a_division() -> None:
    sheet, division, hoa = weighed(make.reform()), make.division(make.commune()), make.leader()
    for fits in (True, False):
        view = actions.Thought(fits=fits, text="Ý kiến")
        actions.give_opinion(sheet, view, agency=division, by=hoa, now=make.NOW)
    assert Opinion.objects.get().fits is False


def test_only_divisions_of_the_commune_and_with_words() -> None:
    sheet, hoa = weighed(make.reform()), make.leader()
    stranger = make.division(make.other_commune())
    with pytest.raises(RuleBroken, match="của xã"):
        actions.give_opinion(sheet, actions.Thought(fits=True, text="x"), agency=stranger, by=hoa, now=make.NOW)
    with pytest.raises(RuleBroken, match="ý kiến"):
        actions.give_opinion(
            sheet, actions.Thought(fits=True, text=" "), agency=make.division(make.commune()), by=hoa, now=make.NOW
        )


def test_without_a_sheet_there_is_no_page() -> None:
    model = make.reform()
    assert make.signed_in(make.leader()).get(f"{ideas.ADDRESS}{model.code}/y-kien/").status_code == 404
