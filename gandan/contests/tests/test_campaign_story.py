"""Twelve departments register twenty contents; at the end each is measured, three are commended (S3.2, S4.4)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Campaign, Commendation
from gandan.dossiers.tests import make as dossiers
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make

pytestmark = pytest.mark.django_db
END = make.MONDAY + timedelta(days=31)


def test_twelve_departments_twenty_contents() -> None:
    hoa, campaign = make.hoa(), make.campaign()
    for number, unit in enumerate(make.divisions(12), start=1):
        clerk = make.staff(f"phong{number}", unit)
        target = 100.0 if number <= 8 else 101.0
        promise = actions.Promise("Trả đúng hạn", target, measure="on_time_rate", field="Hộ tịch")
        actions.pledge(campaign, promise, agency=unit, by=clerk, now=make.MONDAY)
        if number <= 8:
            promise = actions.Promise("Buổi tuyên truyền", 4, kind="report")
            actions.pledge(campaign, promise, agency=unit, by=clerk, now=make.MONDAY)
    assert campaign.pledges.count() == 20
    actions.start_campaign(campaign, by=hoa, now=make.MONDAY)
    dossiers.dossier(Status.RETURNED)
    for number, pledge in enumerate(campaign.pledges.filter(kind="report").order_by("agency__code"), start=1):
        actions.report_count(pledge, value=9 - number, evidence="BC 12/BC-VHXH", by=pledge.by, now=make.MONDAY)

    actions.close_campaign(campaign, by=hoa, now=END)
    assert all(one.result is not None for one in campaign.pledges.all())
    actions.rank_campaign(campaign, by=hoa, now=END)
    actions.commend_top(campaign, make.DECISION, by=hoa, now=END)

    standings = list(campaign.standings.order_by("rank"))
    assert [one.rank for one in standings][:3] == [1, 2, 3]
    assert standings[0].share == 100
    assert "hơn mức vượt chỉ tiêu" in standings[0].reason
    assert [one.agency for one in standings[:3]] == [one.agency for one in Commendation.objects.order_by("pk")]
    assert Commendation.objects.count() == 3


def test_the_themes_of_2019_and_2020_stand_side_by_side() -> None:
    make.campaign()
    make.campaign(
        name="Đẩy mạnh cải cách hành chính và nâng cao chất lượng công vụ năm 2020", basis="KH 622/KH-UBND", banner=""
    )
    shown = Campaign.objects.with_banner(make.commune(), make.TODAY)
    assert [one.banner[:12] for one in shown] == ["Năm đột phá "]
    assert Campaign.objects.concerning(make.commune()).count() == 2


def test_the_theme_of_the_year_stands_on_the_page_of_contests(client: Client, clock: Clock) -> None:
    campaign = make.campaign()
    client.force_login(make.hoa())
    page = client.get("/can-bo/thi-dua/").content.decode()
    assert f'href="/can-bo/thi-dua/dot/{campaign.pk}/">{campaign.banner}</a>' in page
