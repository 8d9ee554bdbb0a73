"""The page reads what is kept: constant statements, words beside colours, the map with every commune."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gandan.places.maps import map_of_country, map_of_province
from gandan.reforms import actions
from gandan.reforms.effect import spread
from gandan.reforms.effect.reading import effect_table, finding_of, measures_with_effect, signed
from gandan.reforms.models import Effect, Verdict
from gandan.reforms.tests import effects, make
from gandan.reforms.workflow import AdoptionStatus, Status

pytestmark = pytest.mark.django_db


def page(browser: Client, *, above: bool = False, query: str = "") -> str:
    route = "reforms:province_effect" if above else "reforms:effect"
    answer = browser.get(reverse(route, args=["ngay-thu-nam-khong-hen"]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_works() -> None:
    reform = effects.province_with_model()
    actions.refresh_effect(reform, now=effects.NOW)
    told = page(make.signed_in(make.clerk()))
    assert "mỗi hồ sơ nhanh hơn" in told
    assert "Xã Số 0" in told
    assert "Cả 2 đơn vị" in told
    assert told.count("Giảm rõ") == 6
    assert "3&nbsp;đơn vị chưa áp dụng" in told
    assert 'aria-label="Thành phố Hải Phòng: 2 đang áp dụng' in told
    assert "style=" not in told


def test_statements_do_not_grow_with_adopters() -> None:
    reform = effects.province_with_model(adopters=1, others=1)
    actions.refresh_effect(reform, now=effects.NOW)
    browser = make.signed_in(make.clerk())
    page(browser)
    with CaptureQueriesContext(connection) as few:
        page(browser)
    for number in range(2, 6):
        effects.adopt(reform, effects.commune(number))
    rows = [Effect(reform=reform, measure="processing_hours", adoption=one, verdict="none", reckoned_at=effects.NOW)
            for one in reform.adoptions.filter(effects=None)]  # fmt: skip
    Effect.objects.bulk_create(rows)
    with CaptureQueriesContext(connection) as many:
        page(browser)
    assert 3 < len(many) == len(few) <= 12
    assert not any("dossiers_dossier" in one["sql"] for one in many), "a million dossiers must not matter here"


def test_before_anybody_begins() -> None:
    make.reform()
    assert "Chưa có số liệu trước và sau" in page(make.signed_in(make.clerk()))


def test_too_few_makes_no_claim_on_screen() -> None:
    reform = effects.province_with_model(adopters=1, others=2)
    reform.adoptions.update(started_on=effects.NOW.date())
    actions.refresh_effect(reform, now=effects.NOW)
    told = page(make.signed_in(make.clerk()))
    assert "Chưa đủ số liệu để nói về thời gian giải quyết" in told
    assert "nhanh hơn" not in told


def test_another_measure() -> None:
    reform = effects.province_with_model()
    reform.adoptions.update(measures=["processing_hours", "same_day_share"])
    actions.refresh_effect(reform, now=effects.NOW)
    assert [one.name for one in measures_with_effect(reform)] == ["processing_hours", "same_day_share"]
    assert "Chưa thấy tỷ lệ trả trong ngày thay đổi" in page(
        make.signed_in(make.clerk()), query="?chi-tieu=same_day_share"
    )


def test_asking_for_new_figures() -> None:
    make.reform()
    browser = make.signed_in(make.clerk())
    address = reverse("reforms:effect", args=["ngay-thu-nam-khong-hen"])
    assert "Đang tính lại" in browser.post(address, follow=True).content.decode()


def test_the_province_sees_it_and_the_country() -> None:
    reform = effects.province_with_model()
    actions.refresh_effect(reform, now=effects.NOW)
    make.province("01", "Thành phố Hà Nội")
    told = page(make.signed_in(make.above()), above=True)
    assert "/lanh-dao/mo-hinh/ap-dung/" in told
    assert "Ở các tỉnh, thành phố khác" not in told
    hanoi = make.province("01")
    elsewhere = spread.spread_elsewhere(reform, hanoi)
    assert elsewhere is not None
    assert "Thành phố Hải Phòng: 2 đơn vị" in [shape.title for shape in elsewhere.shapes]


def test_an_idea_of_another_commune_is_not_found() -> None:
    make.reform(status=Status.IDEA, proposed_by=make.other_commune())
    browser = make.signed_in(make.clerk())
    assert browser.get(reverse("reforms:effect", args=["ngay-thu-nam-khong-hen"])).status_code == 404


def test_the_four_states_of_a_commune() -> None:
    reform = make.reform()
    for number, status in enumerate(
        (AdoptionStatus.EFFECTIVE, AdoptionStatus.PLANNED, AdoptionStatus.DECLINED, AdoptionStatus.NOT_DEPLOYED)
    ):
        effects.adopt(reform, effects.commune(number), status=status, started_on=None)
    effects.adopt(reform, effects.commune(0), status=AdoptionStatus.ENDED, started_on=None)
    told = spread.spread_in(reform, make.province())
    assert {group.state: group.names for group in told.groups} == {
        spread.ON: ("Xã Số 0",), spread.SOON: ("Xã Số 1",), spread.OFF: ("Xã Số 2",), spread.NOT: ("Xã Số 3",),
    }  # fmt: skip


def test_outlines() -> None:
    haiphong = map_of_province("31")
    assert haiphong is not None
    assert len(haiphong.shapes) == 114
    assert len(map_of_country().shapes) == 34
    assert {word.text for word in map_of_country().words} == {"Hoàng Sa (Đà Nẵng)", "Trường Sa (Khánh Hòa)"}
    assert map_of_province("99") is None
    assert map_of_province("../x") is None
    reform = make.reform()
    hanoi = make.province("01", "Thành phố Hà Nội")
    assert spread.spread_in(reform, hanoi).shapes == ()


def test_words() -> None:
    reform = effects.province_with_model()
    actions.refresh_effect(reform, now=effects.NOW)
    table = effect_table(reform, measures_with_effect(reform)[0])
    assert table.whole is not None
    assert table.whole.plot is not None
    assert table.whole.plot.low < table.whole.plot.middle < table.whole.plot.high < table.whole.plot.zero
    told = Effect(verdict=Verdict.WORSE, difference=1234.56)
    assert finding_of(told, table.measure) == "Sau khi áp dụng, mỗi hồ sơ chậm hơn 1.234,6\xa0giờ làm việc"
    assert [signed(value) for value in (-0.04, -2.0, 3.14, None)] == ["0,0", "−2,0", "+3,1", "chưa có"]
