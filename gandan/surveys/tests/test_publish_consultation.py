"""Thirty days, 42 opinions, closes itself, all 42 handled and published (S0.34)."""

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.surveys import actions, jobs
from gandan.surveys.models import Consultation, Opinion

from . import make

pytestmark = pytest.mark.django_db
GROUPS = ("Thoát nước", "Bồi thường cây trồng", "Thời điểm làm")


def test_it_works(clock: object) -> None:
    one = make.consultation(days=30)
    for number in range(42):
        make.spoken(one, f"Ý kiến thứ {number}", number=number)
    jobs.keep_all_days(make.at(days=30))
    one = Consultation.objects.get()
    found = list(Opinion.objects.values_list("pk", flat=True))
    with pytest.raises(RuleBroken, match="42 ý kiến chưa vào nhóm"):
        actions.publish_consultation(one, by=make.hoa(), now=make.at(days=31))
    for place, title in enumerate(GROUPS):
        actions.group_opinions(one, title=title, opinions=found[place::3], by=make.tam(), now=make.at(days=31))
    with pytest.raises(RuleBroken, match="3 nhóm ý kiến chưa"):
        actions.publish_consultation(one, by=make.hoa(), now=make.at(days=31))
    for group in one.groups.all():
        actions.answer_group(group, stance="accepted", answer=f"Tiếp thu: {group}", by=make.tam(), now=make.at(days=31))
    actions.publish_consultation(one, by=make.hoa(), now=make.at(days=31))
    page = Client().get(f"/tham-van/{one.key}/").content.decode()
    assert "Tiếp thu, giải trình 42 ý kiến" in page
    assert page.count("14 ý kiến") == 3
    assert "Ý kiến thứ" not in page, "groups and answers are public, single opinions are not"
    file = make.signed_in(make.tam()).get(f"{make.DRAFTS}{one.pk}/?dang=xlsx")
    assert file.content.startswith(b"PK")


def test_a_leader_publishes(clock: object) -> None:
    one = make.consultation()
    actions.close_consultation(one, by=make.tam(), now=make.NOW)
    make.signed_in(make.tam()).post(f"{make.DRAFTS}{one.pk}/cong-bo/")
    assert Consultation.objects.get().status == "closed"
    make.signed_in(make.hoa()).post(f"{make.DRAFTS}{one.pk}/cong-bo/")
    assert Consultation.objects.get().status == "published"
