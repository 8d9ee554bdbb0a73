"""Dialogue tells who booked, who wrote and who must answer; of a denunciation nothing but a code."""

from datetime import date, datetime

import pytest

from gandan.dialogue import actions
from gandan.dialogue.tests import make
from gandan.notifications.models import Notice

from .told import names, told

pytestmark = pytest.mark.django_db


def test_a_turn_from_booking_to_refusal() -> None:
    make.years()
    turn = make.turn()
    actions.refuse_turn(turn, "threatening", "Đập bàn, chửi mắng.", by=make.thu(), now=make.NOW)
    assert told("turn_booked") == ["Đã đăng ký, lượt số 1"]
    assert told("turn_refused") == ["Về lượt tiếp công dân số 1"]
    notice = Notice.objects.get(event="turn_refused")
    assert notice.is_required
    assert "Đập bàn" not in notice.text


def test_whoever_booked_learns_of_changes() -> None:
    one = make.public()
    make.turn(one)
    actions.change_occasion(one, make.wish(starts=make.at(2)), by=make.thu(), now=make.NOW)
    actions.cancel_occasion(make.fresh(one), "Lãnh đạo họp đột xuất.", by=make.thu(), now=make.at(0.5))
    assert len(told("occasion_changed")) == 1
    assert "Chuyển từ" in Notice.objects.get(event="occasion_changed").text
    assert "Lãnh đạo họp đột xuất." in Notice.objects.get(event="occasion_cancelled").text


def test_what_was_never_public_is_changed_in_silence() -> None:
    one = make.occasion()
    actions.change_occasion(one, make.wish(starts=make.at(2)), by=make.thu(), now=make.NOW)
    assert told("occasion_changed") == []


def test_a_petition_step_by_step() -> None:
    one = make.accepted("complaint", phone="0912345119", address="Thôn Mỹ Ân")
    actions.extend_petition(one, "Phức tạp", by=make.hoa(), now=make.at(5))
    actions.verify_petition(one, "Đã xem.", by=make.minh(), now=make.at(6))
    actions.conclude_petition(one, "Bí mật của gia đình", by=make.hoa(), now=make.at(7), number="12/TB-UBND")
    actions.transfer_petition(make.sorted_petition("request"), "Sở Xây dựng.", by=make.thu(), now=make.at(1))
    for event, times in (("received", 2), ("accepted", 1), ("extended", 1), ("concluded", 1), ("transferred", 1)):
        assert len(told(f"petition_{event}")) == times, event
    assert all(Notice.objects.filter(event__startswith="petition_").values_list("is_required", flat=True))
    assert "12/TB-UBND" in Notice.objects.get(event="petition_concluded").text
    assert not any("gia đình" in one.text for one in Notice.objects.all())


def test_what_is_not_sorted_carries_no_name() -> None:
    make.petition(phone="0912345119")
    assert names("petition_received") == ["ông/bà"]


def test_a_denunciation_is_a_code_and_a_telephone() -> None:
    one = make.secret(phone="0912345119")
    make.reader(make.minh())
    charge = actions.Charge(make.division(make.commune()), make.minh())
    actions.accept_petition(one, charge, by=make.hoa(), now=make.NOW)
    actions.flag_over_level(one, "Thanh tra", by=make.thu(), now=make.NOW)
    assert set(told("petition_sealed")) == {f"Việc mã {one.code}"}
    notices = Notice.objects.filter(event__startswith="petition_")
    assert {each.event for each in notices} == {"petition_sealed"}
    words = " ".join(f"{each.subject} {each.text} {each.short} {each.name} {each.address}".lower() for each in notices)
    assert not any(word in words for word in ("tố cáo", "đơn", "thụ lý", make.SECRET.lower(), "ông a"))
    assert not any(each.is_required or each.hamlet_id for each in notices)


def test_a_denunciation_without_a_telephone_is_not_told() -> None:
    make.secret()
    assert told("petition_sealed") == told("petition_received") == []


def test_the_leader_learns_that_it_went_over_our_head() -> None:
    one = make.accepted()
    actions.flag_over_level(one, "Thanh tra 12/CV", by=make.thu(), now=make.NOW)
    assert told("petition_over_level") == [f"Đơn {one.code} đã gửi lên cấp trên"]


def test_opinions() -> None:
    make.years()
    make.hoa()
    voice = actions.Voice(text="Đèn đường hỏng", name="Đỗ Văn Tuấn", phone="0912345119")
    one = actions.raise_opinion(make.held(), voice, by=make.thu(), now=make.NOW)
    actions.assign_opinion(one, make.division(make.commune()), by=make.thu(), now=make.NOW)
    actions.answer_opinion(one, "resolved", "Đã thay bóng.", by=make.minh(), now=make.at(1))
    assert told("opinion_assigned") == ["Được giao trả lời ý kiến số 1"]
    assert names("opinion_answered") == ["Đỗ Văn Tuấn"]
    assert "Đã thay bóng." in Notice.objects.get(event="opinion_answered").text


def test_the_calendar_and_the_duties() -> None:
    make.promise(since=date(2026, 11, 9))
    make.thu()
    actions.warn_calendar(make.commune(), by=None, now=make.at(2))
    actions.judge_duties(make.commune(), by=None, now=datetime.combine(date(2026, 11, 16), make.NOW.timetz()))
    assert told("calendar_missing") == ["Chưa có lịch tiếp công dân tháng 12/2026"] * 2
    assert told("duty_missed") == ["Chưa thực hiện: lãnh đạo xuống thôn hằng tuần"]
