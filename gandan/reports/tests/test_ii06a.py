"""II.06a: what stands in it, its invariants on any data, its three forms: screen, workbook, command."""

from __future__ import annotations

import io
import json
import random
import zipfile
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier, Pause
from gandan.dossiers.tests import make
from gandan.dossiers.tests.test_measures import anyone, plain
from gandan.measures.periods import Period, month_of
from gandan.people.models import Role
from gandan.places.models import Agency
from gandan.reports.ii06a import COLUMNS, NotAddingUp, check, fill
from gandan.reports.registry import Sheet, report_named

pytestmark = pytest.mark.django_db
NOVEMBER = month_of(date(2026, 11, 1))
NOW = make.moment(25, 10)
DAY = timedelta(days=1)


def totals(period: Period = NOVEMBER, now: datetime = NOW) -> dict[str, int]:
    """Only what is not zero."""
    return {key: value for key, value in fill([make.commune()], period, now).total.items() if value}


def keep(**facts: Any) -> Dossier:
    received = facts.setdefault("received_at", make.MONDAY) or make.MONDAY
    version = make.version() if not Procedure.objects.exists() else Procedure.objects.get().versions.get()
    one = plain(make.commune(), version, **{"due_at": received + 3 * DAY, "status": "processing", **facts})
    one.save()
    return one


def test_one_of_each() -> None:
    keep(channel="online")
    keep(due_at=make.MONDAY + DAY)
    october = datetime(2026, 10, 20, 8, tzinfo=make.VIETNAM)
    keep(received_at=october, settled_at=make.MONDAY, outcome="late", status="settled")
    keep(received_at=october, settled_at=october + DAY, outcome="early", status="returned")
    keep(settled_at=make.MONDAY + DAY, outcome="early", status="settled")

    assert totals() == {
        "received": 4, "received_online": 1, "received_direct": 2, "received_before": 1, "settled": 2,
        "settled_early": 1, "settled_late": 1, "pending": 2, "pending_in_time": 1, "pending_late": 1,
    }  # fmt: skip


def test_what_is_open_is_judged_at_the_end_of_the_period() -> None:
    keep(
        received_at=datetime(2026, 10, 29, 8, tzinfo=make.VIETNAM),
        settled_at=make.MONDAY,
        outcome="late",
        status="settled",
    )

    october = totals(month_of(date(2026, 10, 1)))

    assert october == {"received": 1, "received_direct": 1, "pending": 1, "pending_in_time": 1}


def test_what_waits_for_the_citizen_is_not_late() -> None:
    waiting = keep(due_at=make.MONDAY + DAY, status="supplement")
    Pause.objects.create(dossier=waiting, kind="supplement", started_at=make.MONDAY)
    assert totals()["pending_in_time"] == 1


@pytest.mark.parametrize(
    ("facts", "column"),
    [
        pytest.param({"status": "withdrawn", "ended_at": make.MONDAY + DAY}, "settled_early", id="withdrawn in time"),
        pytest.param({"status": "stopped", "ended_at": make.MONDAY + 4 * DAY}, "settled_late", id="stopped past its date"),
        pytest.param(
            {"status": "stopped", "ended_at": make.MONDAY + 6 * DAY, "supplement_asked_at": make.MONDAY + DAY},
            "settled_on_time", id="closed because the citizen did not complete it",
        ),
    ],
)  # fmt: skip
def test_ended_without_a_result(facts: dict[str, Any], column: str) -> None:
    keep(**facts)
    assert totals(now=make.MONDAY + 30 * DAY)[column] == 1


def test_not_received_is_not_in_the_report() -> None:
    keep(received_at=None, due_at=None, status="refused", ended_at=make.MONDAY)
    assert totals() == {}


@given(seed=st.integers(0, 10**6), start=st.integers(0, 60), length=st.integers(0, 90))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_invariants_hold_on_any_data(seed: int, start: int, length: int) -> None:
    Dossier.objects.all().delete()
    chance = random.Random(seed)
    versions = list(_versions())
    made = [anyone(make.commune(), chance.choice(versions), chance) for _ in range(40)]
    for one in made[::7]:
        one.due_at = None
    for one in made[::5]:
        one.received_at = None
    Dossier.objects.bulk_create(made)
    first = date(2026, 9, 20) + timedelta(days=start)

    sheet = fill([make.commune()], Period(first, first + timedelta(days=length), ""), NOW)

    check(sheet)
    standing = [one for one in made if one.received_at and one.received_at.astimezone(make.VIETNAM).date() >= first]
    assert sheet.total["received"] >= sheet.total["received_online"] + sheet.total["received_direct"]
    assert len(standing) >= sheet.total["received_online"] + sheet.total["received_direct"]


def _versions() -> Any:
    for code, field in (("1.001193", "Hộ tịch"), ("1.000656", "Chứng thực")):
        found = Procedure.objects.filter(code=code).first()
        version = found.versions.get() if found else make.version(code)
        Procedure.objects.filter(code=code).update(field=field)
        yield version


def test_a_report_that_does_not_add_up_is_refused() -> None:
    figures = {column.key: 0 for column in COLUMNS} | {"received": 1}
    with pytest.raises(NotAddingUp, match="Hộ tịch"):
        check(Sheet(COLUMNS, (("Hộ tịch", figures),), figures))
    whole = figures | {"received_direct": 1, "pending": 1, "pending_in_time": 1}
    with pytest.raises(NotAddingUp, match="tổng các lĩnh vực"):
        check(Sheet(COLUMNS, (), whole))


def test_on_screen_and_as_workbook(client: Client) -> None:
    make.dossier("returned")
    client.force_login(make.officer("lan-anh"))
    period = "tu=2026-11-01&den=2026-11-30"

    page = client.get(f"/can-bo/bao-cao/II.06a/?{period}").content.decode()
    book = client.get(f"/can-bo/bao-cao/II.06a/?{period}&dang=xlsx")

    assert "Hộ tịch" in page
    assert "Tháng 11/2026" in page
    texts = (
        zipfile.ZipFile(io.BytesIO(b"".join(book) if book.streaming else book.content))
        .read("xl/sharedStrings.xml")
        .decode()
    )
    assert "Biểu số II.06a/VPCP/KSTT" in texts
    assert "từ ngày 01/11/2026 đến ngày 30/11/2026" in texts
    assert client.get("/can-bo/bao-cao/").status_code == 200
    assert client.get("/can-bo/bao-cao/II.99z/").status_code == 404
    assert client.get("/can-bo/bao-cao/II.06a/?tu=2026-11-30&den=2026-11-01").status_code == 409


def test_it_is_one_statement() -> None:
    commune = make.commune()
    with CaptureQueriesContext(connection) as seen:
        fill([commune], NOVEMBER, NOW)
    assert len(seen) == 1


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    make.dossier("returned")
    asked = ["report", "II.06a", "--agency", "11131", "--from", "2026-11-01", "--to", "2026-11-30"]

    call_command(*asked, "--json")
    told = json.loads(capsys.readouterr().out)
    call_command(*asked)

    assert told["total"]["settled"] == 1
    assert told["rows"][0]["label"] == "Hộ tịch"
    assert (told["agency"], told["from"], told["to"]) == ("11131", "2026-11-01", "2026-11-30")
    assert "Tổng số" in capsys.readouterr().out
    with pytest.raises(RuleBroken, match=r"II\.06a"):
        report_named("khac")


def test_the_province_counts_its_own_communes(client: Client) -> None:
    make.dossier("returned")
    province = Agency.objects.get(code="31")
    other = Agency.objects.create(code="01", name="Thành phố Hà Nội", kind="province")
    for name, agency, expected in (("so", province, 1), ("xa", other, 0)):
        client.force_login(make.officer(name, str(Role.OVERSIGHT), agency=agency))
        page = client.get("/lanh-dao/bao-cao/II.06a/?tu=2026-11-01&den=2026-11-30").content.decode()
        assert ("Hộ tịch" in page) is bool(expected)
