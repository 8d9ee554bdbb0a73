"""A promise for the day that cannot be kept: by an officer with the reason, by the clock after the last minute."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions, jobs
from gandan.dossiers.workflow import Status
from gandan.journal.models import Entry
from tests.conftest import Clock

from . import fast, make, office

pytestmark = pytest.mark.django_db


def test_it_works(clock: Clock) -> None:
    fast.no_waiting()
    dossier = fast.received(fast.version(days=3), fast.TUESDAY)
    clock.set("2026-11-24 16:00")

    page = office.press(office.minh(), "fall_back", dossier, reason="Phải xác minh nơi cư trú").content.decode()

    dossier, mark = office.fresh(dossier), fast.mark(dossier)
    assert "Phải xác minh nơi cư trú" in page
    assert (dossier.due_at, dossier.statutory_due_at) == (make.moment(27, 17), make.moment(27, 17))
    assert (mark.is_kept, mark.fell_back_by, mark.fell_back_at) == (False, office.minh(), clock())
    told = Entry.objects.about(dossier).get(kind="PromiseGivenUp").data
    assert told["programme_id"] == mark.programme_id
    assert told["new_due_at"].startswith("2026-11-27")


def test_the_citizen_reads_an_honest_sentence_and_the_new_date(clock: Clock) -> None:
    fast.no_waiting()
    dossier = fast.received(fast.version(days=3), fast.TUESDAY)
    clock.set("2026-11-24 16:00")
    actions.fall_back(dossier, reason="Bà Lan chưa nộp giấy", by=office.minh(), now=clock())

    page = office.at_desk(office.minh()).get(f"/theo-doi/{dossier.key}/").content.decode()
    assert "Xin lỗi ông/bà" in page
    assert "Đã hẹn lại" in page
    assert "thứ Sáu, 27/11" in page
    assert "Bà Lan" not in page


def test_the_reason_is_asked_for(clock: Clock) -> None:
    fast.no_waiting()
    dossier = fast.received(fast.version(), fast.TUESDAY)
    with pytest.raises(RuleBroken, match="ghi lý do"):
        actions.fall_back(dossier, reason=" ", by=office.minh(), now=make.moment(24, 16))


def test_an_ordinary_dossier_has_nothing_to_give_up() -> None:
    dossier = make.dossier(Status.RECEIVED)
    with pytest.raises(RuleBroken, match="không còn hẹn trả trong ngày"):
        actions.fall_back(dossier, reason="Không kịp", by=office.minh(), now=make.MONDAY)


def test_work_has_its_own_time_again() -> None:
    fast.no_waiting()
    dossier = fast.received(fast.version(), fast.TUESDAY)
    actions.hand_over(dossier, by=office.minh(), now=make.moment(24, 14))
    assert office.leg(dossier, "appraise").due_at == make.moment(24, 17)

    actions.fall_back(dossier, reason="Không kịp", by=office.minh(), now=make.moment(24, 16))
    assert office.leg(dossier, "appraise").due_at == make.moment(25, 11, 30)


def test_the_clock_gives_up_after_the_last_minute_and_never_earlier(monkeypatch: pytest.MonkeyPatch) -> None:
    fast.no_waiting()
    dossier = fast.received(fast.version(), fast.TUESDAY)
    make.stop_clock(monkeypatch, make.moment(24, 17))
    jobs.give_up_promises(0)
    assert fast.mark(dossier).is_kept is None

    make.stop_clock(monkeypatch, make.moment(24, 17, 10))
    jobs.give_up_promises(0)
    mark = fast.mark(dossier)
    assert (mark.is_kept, mark.reason, mark.fell_back_by) == (False, "Hết giờ, chưa xong", None)
    assert office.fresh(dossier).due_at == dossier.statutory_due_at


def test_signed_after_the_last_minute_it_is_given_up_first() -> None:
    fast.no_waiting()
    dossier = fast.settle(fast.received(fast.version(), fast.TUESDAY), make.moment(24, 17, 5))
    mark = fast.mark(dossier)
    assert (mark.is_kept, mark.saved_days, dossier.outcome) == (False, None, "early")


def test_refused_after_the_last_minute_it_is_early_by_the_law() -> None:
    fast.no_waiting()
    dossier = fast.received(fast.version(), fast.TUESDAY)
    actions.refuse(dossier, reason="Đất thuộc xã Tứ Kỳ", by=office.minh(), now=make.moment(24, 17, 5))
    assert (office.fresh(dossier).outcome, fast.mark(dossier).is_kept) == ("early", False)


def test_settled_it_cannot_be_given_up() -> None:
    fast.no_waiting()
    dossier = fast.settle(fast.received(fast.version(), fast.TUESDAY), make.moment(24, 9))
    with pytest.raises(RuleBroken, match="không còn hẹn"):
        actions.fall_back(dossier, reason="Không kịp", by=office.minh(), now=make.moment(24, 10))


def test_binh_of_another_commune_finds_nothing(clock: Clock) -> None:
    fast.no_waiting()
    dossier = fast.received(fast.version(), fast.TUESDAY)
    clock.set("2026-11-24 16:00")
    answer = office.press(office.binh(), "fall_back", dossier, reason="Không kịp")
    assert answer.status_code == 404
    assert fast.mark(dossier).is_kept is None
