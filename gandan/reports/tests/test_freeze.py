"""A report is closed by the clerk: what changes later does not change it, and the difference is shown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make
from gandan.journal.models import Entry
from gandan.measures.periods import Period, month_of
from gandan.people.models import Role, User
from gandan.reports import actions
from gandan.reports.models import FrozenReport
from gandan.reports.registry import report_named

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)
TWO_DAYS = Period(date(2026, 11, 22), DAY, "")
AFTER = make.MONDAY + timedelta(days=1)


@pytest.fixture
def clerk() -> User:
    return make.officer("van", str(Role.CLERK))


def test_it_works(clerk: User, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make.dossier("returned")
    monkeypatch.setattr("gandan.reports.views.timezone.now", lambda: AFTER)
    client.force_login(clerk)

    answer = client.post("/can-bo/bao-cao/II.06a/chot/", {"tu": "2026-11-22", "den": "2026-11-23"}, follow=True)

    assert answer.status_code == 200
    assert "Dấu vân tay số" in answer.content.decode()
    assert FrozenReport.objects.get().data["total"]["settled"] == 1


def test_later_changes_are_shown_beside(clerk: User, client: Client) -> None:
    make.dossier("returned")
    frozen = actions.freeze(report_named("II.06a"), of=make.commune(), period=TWO_DAYS, by=clerk, now=AFTER)
    Dossier.objects.update(outcome="late")
    client.force_login(clerk)

    page = client.get(f"/can-bo/bao-cao/da-chot/{frozen.pk}/").content.decode()

    assert "nay 1" in page
    frozen.refresh_from_db()
    assert frozen.data["total"]["settled_late"] == 0


def test_what_was_altered_in_the_table_is_noticed(clerk: User, client: Client) -> None:
    frozen = actions.freeze(report_named("II.06a"), of=make.commune(), period=TWO_DAYS, by=clerk, now=AFTER)
    FrozenReport.objects.update(data={**frozen.data, "total": {**frozen.data["total"], "settled": 7}})
    client.force_login(clerk)
    assert "không khớp dấu vân tay" in client.get(f"/can-bo/bao-cao/da-chot/{frozen.pk}/").content.decode()


def test_it_is_told_once(clerk: User) -> None:
    report, commune = report_named("II.06a"), make.commune()
    frozen = actions.freeze(report, of=commune, period=TWO_DAYS, by=clerk, now=AFTER)
    entry = Entry.objects.get(kind="ReportFrozen")
    assert entry.data == {"report": "II.06a", "agency_id": commune.pk, "start": "2026-11-22", "end": "2026-11-23",
                          "sha256": frozen.sha256}  # fmt: skip
    with pytest.raises(RuleBroken, match="đã chốt rồi"):
        actions.freeze(report, of=commune, period=TWO_DAYS, by=clerk, now=AFTER)


def test_a_period_that_still_runs_is_not_closed(clerk: User) -> None:
    with pytest.raises(RuleBroken, match="chưa hết"):
        actions.freeze(report_named("II.06a"), of=make.commune(), period=month_of(DAY), by=clerk, now=AFTER)


def test_only_the_clerk_of_the_commune(clerk: User, client: Client) -> None:
    frozen = actions.freeze(report_named("II.06a"), of=make.commune(), period=TWO_DAYS, by=clerk, now=AFTER)
    foreign = make.commune("11132", "Xã Khác", "000.32.52.H24")
    client.force_login(make.officer("binh", str(Role.CLERK), agency=foreign))
    assert client.get(f"/can-bo/bao-cao/da-chot/{frozen.pk}/").status_code == 404
    client.force_login(make.officer("minh"))
    assert client.post("/can-bo/bao-cao/II.06a/chot/", {"ky": "thang-truoc"}).status_code == 404
