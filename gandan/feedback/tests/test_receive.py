"""Feedback comes in: one queue, two limits, once."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions
from gandan.feedback.clock import limit_lines
from gandan.feedback.models import Feedback
from gandan.journal.models import Entry

from . import make

pytestmark = pytest.mark.django_db


def test_it_has_a_number_and_both_limits() -> None:
    one = make.feedback(now=make.moment("2026-10-08 14:00"))  # a Thursday
    assert one.code == "PA-261008-0001"
    assert one.promise_due_at == make.moment("2026-10-13 14:00")
    assert one.promise_half_at == make.moment("2026-10-12 08:30")
    assert one.answer_by == make.moment("2026-10-29 17:00")
    assert one.refuse_by == make.moment("2026-10-12 17:00")
    lines = {line["name"]: line for line in limit_lines(one)}
    assert "766" in lines["answer"]["basis"]
    assert "14 giờ" in lines["promise"]["working"]["sentences"][1]["text"]
    assert Entry.objects.about(one).get().kind == "FeedbackReceived"
    assert make.feedback(now=make.moment("2026-10-08 14:05")).code == "PA-261008-0002"


def test_pressed_twice_it_is_one() -> None:
    first = make.feedback(press_key="abc")
    assert make.feedback(press_key="abc").pk == first.pk
    assert Feedback.objects.count() == 1


def test_without_a_promise_the_national_limit_stands_alone() -> None:
    one = actions.receive(make.commune(), make.told(), by=None, now=make.NOW)
    assert one.promise_due_at is None
    assert one.answer_by is not None


def test_urgent_security_goes_straight_to_the_police() -> None:
    make.police()
    one = make.feedback("Có trộm ở đầu thôn", category="an_ninh.khan", now=make.moment("2026-11-24 02:00"))
    assert make.fresh(one).status == "directed"
    assert make.lead(one).unit == make.police()


def test_photos_are_kept_once_and_papers_are_refused() -> None:
    one = make.feedback(photos=[make.photo(), make.photo(), make.photo("red")])
    assert one.photos.count() == 2
    with pytest.raises(RuleBroken, match="Ghi việc"):
        make.feedback("   ")


def test_names_are_sealed_and_never_in_the_journal() -> None:
    one = make.feedback()
    entry = Entry.objects.about(one).get()
    assert make.NAME not in str(entry.data)
    assert make.fresh(one).sender_name == make.NAME


def test_in_ho_chi_minh_city_the_city_s_limits_stand_beside() -> None:
    commune = make.commune()
    assert commune.province is not None
    commune.province.code = "79"
    one = actions.receive(commune, make.told(), by=None, now=make.NOW)
    assert one.working["province_forward"]["due"] == make.at(hours=5 / 60).isoformat()
    assert one.working["province_result"]["due"].startswith("2026-11-30")
