"""A violation enters the same queue; who offends twice is seen (S3.4)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions
from gandan.feedback.models import Household

from . import boxes, make

pytestmark = pytest.mark.django_db


def test_two_findings_make_a_repeat_offender() -> None:
    make.promise()
    street = boxes.street()
    house, walk = boxes.household(street), boxes.a_round(street)
    met = actions.contact_household(walk, house, actions.Meeting(), by=make.minh(), now=make.NOW)
    finding = actions.Finding("Lấn chiếm vỉa hè", "giao_thong.le_duong", [make.photo()])
    one = actions.report_finding(met, finding, by=make.minh(), now=make.NOW)
    assert (one.channel, one.household, one.place) == ("inspection", house, "12 Đường Trần Phú")
    assert not Household.objects.of(make.commune()).repeat_offenders(make.NOW.date()).exists()
    actions.report_finding(met, finding, by=make.minh(), now=make.NOW)
    assert Household.objects.of(make.commune()).repeat_offenders(make.NOW.date()).get().finding_count == 2
    with pytest.raises(RuleBroken):
        actions.report_finding(met, actions.Finding("", "khac"), by=make.minh(), now=make.NOW)
