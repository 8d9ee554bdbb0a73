"""The procedures of a model: 35 chosen, one added, one abolished (S4.10)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gandan.catalog.models import Procedure, ProcedureVersion
from gandan.dossiers import chosen
from gandan.dossiers.chosen import Addition, Count
from gandan.dossiers.workflow import Status
from gandan.programmes.actions import Change, change
from gandan.programmes.kinds import Running
from gandan.programmes.models import Programme
from tests.conftest import Clock

from . import make, office, under

pytestmark = pytest.mark.django_db
CODES = [f"9.{number:06}" for number in range(36)]
MONDAY, TUESDAY = make.MONDAY.date(), date(2026, 11, 24)


def term(since: date, until: date | None, *codes: str) -> Running:
    values: dict[str, Any] = {"procedures": codes, "model": ""}
    return Running(1, 1, chosen.KIND, "3 Hơn", 1, values, since, until)


def province_list() -> None:
    """36 procedures published by the province."""
    for code in CODES:
        named = {"name": code, "short_name": f"Thủ tục {code}", "field": "Hộ tịch", "handled_by": "ubnd_xa"}
        procedure = Procedure.objects.create(code=code, **named)
        ProcedureVersion.objects.create(procedure=procedure, valid_from=date(2026, 1, 1), is_published=True)


def thirty_five() -> Programme:
    province_list()
    return under.programme(chosen.KIND, procedures=CODES[:35], model="3 Hơn")


def add_one(programme: Programme) -> None:
    added = Change({"procedures": CODES, "model": "3 Hơn"}, TUESDAY, "Rà soát, bổ sung")
    change(programme, added, by=office.hoa(), now=make.MONDAY)


def test_35_and_one_is_36_from_its_date(clock: Clock) -> None:
    programme = thirty_five()
    add_one(programme)

    commune = make.commune()
    assert len(chosen.chosen(commune, MONDAY)) == 35
    assert len(chosen.chosen(commune, TUESDAY)) == 36
    before = office.at_desk(office.minh()).get(f"/can-bo/chuong-trinh/{programme.pk}/thu-tuc/").content.decode()
    assert "35 thủ tục đang áp dụng" in before
    assert "sắp áp dụng" in before
    clock.set("2026-11-25 09:00")
    page = office.at_desk(office.minh()).get(f"/can-bo/chuong-trinh/{programme.pk}/thu-tuc/").content.decode()
    assert "36 thủ tục đang áp dụng" in page
    assert "35 → 36" in page
    assert "24/11/2026" in page


def test_what_the_province_abolishes_is_out_and_reported(clock: Clock) -> None:
    programme = thirty_five()
    ProcedureVersion.objects.filter(procedure__code=CODES[3]).update(valid_to=date(2026, 11, 20))

    assert CODES[3] not in chosen.chosen(make.commune(), MONDAY)
    page = office.at_desk(office.minh()).get(f"/can-bo/chuong-trinh/{programme.pk}/thu-tuc/").content.decode()
    assert "34 thủ tục đang áp dụng" in page
    assert "đã bãi bỏ, có hiệu lực đến" in page
    assert f"<s>Thủ tục {CODES[3]}</s>" in page


def test_a_code_nobody_published_is_reported(clock: Clock) -> None:
    programme = under.programme(chosen.KIND, procedures=["9.999999"], model="3 Hơn")
    page = office.at_desk(office.minh()).get(f"/can-bo/chuong-trinh/{programme.pk}/thu-tuc/").content.decode()
    assert "không có trong danh mục tỉnh công bố" in page


def test_its_dossiers_are_marked() -> None:
    programme = under.programme(chosen.KIND, procedures=[make.PROCEDURE], model="3 Hơn")
    dossier = make.dossier(Status.RECEIVED)
    assert dossier.under.get().programme == programme


def test_history_joins_terms_and_tells_gaps() -> None:
    terms = [
        term(date(2026, 1, 1), date(2026, 1, 31), "a", "b"),
        term(date(2026, 2, 1), date(2026, 2, 28), "a", "c"),
        term(date(2026, 3, 1), None, "a", "b", "c"),
    ]
    assert chosen.history(terms) == [
        Addition("a", date(2026, 1, 1)),
        Addition("b", date(2026, 1, 1), date(2026, 1, 31)),
        Addition("c", date(2026, 2, 1)),
        Addition("b", date(2026, 3, 1)),
    ]
    assert chosen.counts(terms) == [
        Count(date(2026, 1, 1), None, 2, ("a", "b"), ()),
        Count(date(2026, 2, 1), 2, 2, ("c",), ("b",)),
        Count(date(2026, 3, 1), 2, 3, ("b",), ()),
    ]


def test_binh_sees_no_list_of_another_commune(clock: Clock) -> None:
    programme = thirty_five()
    assert office.at_desk(office.binh()).get(f"/can-bo/chuong-trinh/{programme.pk}/thu-tuc/").status_code == 404
