"""Boards of commune, province and public: what they tell, to whom, in how many statements."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gandan.catalog.models import Procedure, ProcedureVersion
from gandan.cockpit.boards import at_risk, board_of
from gandan.cockpit.province import province_board
from gandan.dossiers.measures import has_dossiers_behind
from gandan.dossiers.models import Dossier, Leg
from gandan.dossiers.tests import make
from gandan.dossiers.tests.test_measures import plain, settled
from gandan.measures.actions import refresh_periods
from gandan.measures.registry import all_measures, measure_named
from gandan.people.models import Role
from gandan.places.models import Agency

pytestmark = pytest.mark.django_db
NOW = make.moment(25, 10)


@pytest.fixture(autouse=True)
def wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.clear()
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def version() -> ProcedureVersion:
    found = Procedure.objects.filter(code=make.PROCEDURE).first()
    return found.versions.get() if found else make.version()


def foreign() -> Agency:
    return make.commune("11132", "Xã Khác", "000.32.52.H24")


def keep(count: int = 1, *, of: Agency | None = None, **facts: Any) -> list[Dossier]:
    """Dossiers settled in November, one hour after reception."""
    commune = of or make.commune()
    return Dossier.objects.bulk_create(settled(commune, version(), hours=1, **facts) for _ in range(count))


def running(**facts: Any) -> Dossier:
    one = plain(
        make.commune(), version(), **{"status": "processing", "received_at": make.MONDAY, "due_at": NOW, **facts}
    )
    one.save()
    return one


def test_the_leader_sees_what_will_be_late_and_who_has_it(client: Client) -> None:
    soon = running(due_at=make.moment(25, 11))
    police = Agency.objects.get(code="11131-cong_an")
    Leg.objects.create(dossier=soon, stage=1, key="a", name="Xác minh cư trú", agency=police, role="partner", half_days=1,
                       status="running", started_at=make.MONDAY, due_at=make.moment(24, 11))  # fmt: skip
    running(due_at=make.moment(30, 17))
    client.force_login(make.leader())

    page = client.get("/lanh-dao/").content.decode()

    assert [risk.dossier for risk in at_risk(make.commune(), NOW)] == [soon]
    assert soon.code in page
    assert "Công an xã" in page
    assert "còn\xa01\xa0giờ" in page


def test_what_is_already_late_stands_first() -> None:
    soon, late = running(due_at=make.moment(26, 9)), running(due_at=make.moment(24, 9))
    running(status="supplement", due_at=make.moment(24, 9))

    assert [risk.dossier for risk in at_risk(make.commune(), NOW)] == [late, soon]


def test_two_working_days_go_over_the_weekend() -> None:
    friday = make.moment(27, 16)
    monday, tuesday = (
        running(due_at=make.moment(30, 17)),
        running(due_at=make.moment(30, 17) + timedelta(days=1, hours=1)),
    )
    found = [risk.dossier for risk in at_risk(make.commune(), friday)]
    assert monday in found
    assert tuesday not in found


def test_the_board_reads_past_months_from_the_store() -> None:
    commune = make.commune()
    october = make.MONDAY - timedelta(days=30)
    keep(3)
    plain(commune, version(), received_at=october).save()
    refresh_periods([commune], months=[date(2026, 10, 1)], now=NOW)

    board = board_of(commune, NOW)

    assert [month.value("received") for month in board.months[-2:]] == [1, 3]
    assert board.months[0].value("received") is None
    assert board.month["on_time_rate"].value == 100
    assert board.fields[0].figures["settled"].value == 3
    assert "nhận 3, giải quyết xong 3" in board.counts_finding


def test_six_statements_for_the_commune_two_for_province_and_public(client: Client) -> None:
    commune = make.commune()
    running()
    board_of(commune, NOW)
    at_risk(commune, NOW)
    assert statements(lambda: (board_of(commune, NOW), at_risk(commune, NOW))) <= 4
    assert statements(lambda: province_board(Agency(pk=commune.province_id), date(2026, 11, 1))) == 2
    client.get("/so-lieu/")
    cache.delete(f"cockpit.figures.{commune.pk}")
    assert statements(lambda: client.get("/so-lieu/")) <= 4
    assert statements(lambda: client.get("/so-lieu/")) == 0


def statements(work: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as seen:
        work()
        return len(seen)


def test_the_province_side_by_side(client: Client) -> None:
    keep(20)
    keep(20, of=foreign())
    Dossier.objects.filter(commune=foreign()).update(outcome="late")
    elsewhere = Agency.objects.create(code="01", name="Thành phố Hà Nội", kind="province")
    Agency.objects.create(code="00004", name="Phường Ba Đình", kind="commune", province=elsewhere)
    refresh_periods([make.commune(), foreign()], months=[date(2026, 11, 1)], now=NOW)
    client.force_login(make.officer("so", str(Role.OVERSIGHT), agency=Agency.objects.get(code="31")))

    page = client.get("/lanh-dao/").content.decode()
    up = client.get("/lanh-dao/?sap=on_time_rate&chieu=len").content.decode()
    found = client.get("/lanh-dao/?q=chi minh").content.decode()
    book = client.get("/lanh-dao/?dang=xlsx")

    assert "Phường Ba Đình" not in page
    assert "50%" in page
    assert page.index("Cần giúp trước") > page.index("Trả đúng hạn cao nhất")
    body = up[up.index("<tbody>") :]
    assert body.index("Xã Khác") < body.index("Xã Chí Minh")
    assert "1 đơn vị" in found
    assert zipfile.ZipFile(io.BytesIO(book.content)).testzip() is None


def test_a_commune_without_stored_values_has_none(client: Client) -> None:
    make.commune()
    client.force_login(make.officer("so", str(Role.OVERSIGHT), agency=Agency.objects.get(code="31")))
    page = client.get("/lanh-dao/").content.decode()
    assert "Chưa có số liệu lưu" in page
    assert "chưa có" in page[page.index("<tbody>") :]


@pytest.mark.parametrize("name", [measure.name for measure in all_measures()])
def test_every_measure_has_its_page_and_its_rows(client: Client, name: str) -> None:
    keep(2)
    running()
    client.force_login(make.leader())
    for address in (f"/lanh-dao/chi-tieu/{name}/", f"/can-bo/so-lieu/{name}/"):
        assert client.get(address, {"ky": "thang-nay"}).status_code == 200, address
    is_of_dossiers = has_dossiers_behind(measure_named(name))
    rows = client.get(f"/can-bo/so-lieu/{name}/ho-so/", {"ky": "thang-nay"})
    assert rows.status_code == (200 if is_of_dossiers else 404)
    assert client.get(f"/can-bo/so-lieu/{name}/?theo=thang&tu=2026-10-01&den=2026-11-30").status_code == 200


def test_unknown_measures_and_days_are_said(client: Client) -> None:
    client.force_login(make.leader())
    assert client.get("/can-bo/so-lieu/khac/").status_code == 404
    assert client.get("/can-bo/so-lieu/settled/?tu=2026-13-01&den=2026-11-30").status_code == 409


def test_groups_lead_to_their_rows(client: Client) -> None:
    keep(2)
    client.force_login(make.officer("minh"))
    page = client.get("/can-bo/so-lieu/settled/?ky=thang-nay&theo=thu-tuc").content.decode()
    assert f"chi-thu-tuc={make.PROCEDURE}" in page
    rows = client.get(f"/can-bo/so-lieu/settled/ho-so/?ky=thang-nay&chi-thu-tuc={make.PROCEDURE}").content.decode()
    assert "2 hồ sơ" in rows


def test_rows_as_files_have_no_names(client: Client) -> None:
    made = keep(2)
    client.force_login(make.officer("minh"))
    text = client.get("/can-bo/so-lieu/settled/ho-so/?ky=thang-nay&dang=csv").content.decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text)))
    assert {line[0] for line in lines[1:]} == {one.code for one in made}
    assert "Bà Lan" not in text
    book = client.get("/can-bo/so-lieu/settled/ho-so/?ky=thang-nay&dang=xlsx")
    assert zipfile.ZipFile(io.BytesIO(book.content)).testzip() is None


def test_nobody_sees_the_rows_of_another_commune(client: Client) -> None:
    keep(2)
    client.force_login(make.officer("binh", str(Role.LEADER), agency=foreign()))
    assert "0 hồ sơ" in client.get("/can-bo/so-lieu/settled/ho-so/?ky=thang-nay").content.decode()
    client.force_login(make.officer("so", str(Role.OVERSIGHT), agency=Agency.objects.get(code="31")))
    assert client.get("/can-bo/so-lieu/settled/ho-so/").status_code == 404
    client.force_login(make.officer("minh"))
    assert client.get("/lanh-dao/").status_code == 404


def test_a_partner_sees_only_rows_handed_to_it(client: Client) -> None:
    mine, _ = keep(2)
    police = Agency.objects.get(code="11131-cong_an")
    Leg.objects.create(dossier=mine, stage=1, key="a", name="Xác minh", agency=police, role="partner", half_days=1)
    client.force_login(make.officer("ca", str(Role.PARTNER), agency=police))
    page = client.get("/can-bo/so-lieu/settled/ho-so/?ky=thang-nay").content.decode()
    assert "1 hồ sơ" in page
    assert mine.code in page


def test_the_public_reads_no_small_groups(client: Client) -> None:
    keep(8)
    other = make.version("1.000656")
    Procedure.objects.filter(code="1.000656").update(field="Chứng thực")
    Dossier.objects.bulk_create(settled(make.commune(), other, hours=2) for _ in range(3))

    page = client.get("/so-lieu/").content.decode()
    data = client.get("/so-lieu/so-lieu.csv").content.decode("utf-8-sig")

    assert '<b class="stat__n">11</b>Hồ sơ tiếp nhận' in page
    assert "ít hơn 5" in page
    assert "không nêu" in page
    fields = {line[2]: line[3:] for line in csv.reader(io.StringIO(data))}
    assert fields["Chứng thực"] == ["ít hơn 5", "ít hơn 5", "không nêu", "không nêu"]
    assert fields["Hộ tịch"] == ["không nêu"] * 4
    assert "Bà Lan" not in page + data


def test_the_public_page_of_a_commune_without_dossiers(client: Client) -> None:
    make.commune()
    page = client.get("/so-lieu/").content.decode()
    assert "chưa có" in page
    assert "Tháng này chưa có hồ sơ" in page


def test_staff_have_the_same_board(client: Client) -> None:
    keep(2)
    client.force_login(make.officer("minh"))
    page = client.get("/can-bo/so-lieu/").content.decode()
    assert "/can-bo/so-lieu/on_time_rate/" in page
    assert "/lanh-dao/" not in page
