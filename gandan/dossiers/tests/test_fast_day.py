"""Fast days: “Ngày không chờ” (S2.8), “Ngày thứ năm không hẹn” (S2.9), a fixed day a week (S1.55), volunteer Saturday (S0.19)."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions, jobs
from gandan.dossiers.models import Channel, Dossier, UnderProgramme
from gandan.dossiers.same_day import days_of
from gandan.dossiers.workflow import Status
from gandan.measures.registry import figures
from gandan.measures.scope import Scope
from gandan.places.models import CalendarDay, CalendarYear, DayKind
from gandan.places.working import Unit
from gandan.programmes.actions import Change, change
from tests.conftest import Clock

from . import fast, make, office

pytestmark = pytest.mark.django_db


def scope(start: date, end: date, **more: object) -> Scope:
    return Scope((make.commune().pk,), start, end, make.moment(30, 18), **more)  # type: ignore[arg-type]


# --- S2.8 -----------------------------------------------------------------------------------------------------------------
def test_it_works(clock: Clock) -> None:
    """Tuesday, limit five days, complete at 08:10, result at 08:55: no appointment, five days saved."""
    fast.no_waiting()
    waiting = make.dossier(of=fast.version(), now=fast.TUESDAY, channel=Channel.COUNTER)
    clock.set("2026-11-24 08:10")
    page = office.press(office.minh(), "receive", waiting).content.decode()

    dossier = office.fresh(waiting)
    assert dossier.due_at == make.moment(24, 17)
    assert "Ngày không chờ" in page
    dossier = fast.settle(dossier, make.moment(24, 8, 55))
    assert dossier.changed_at == make.moment(24, 8, 55)

    mark = fast.mark(dossier)
    assert (mark.is_kept, mark.saved_days, dossier.outcome, dossier.is_same_day) == (True, 5, "on_time", True)


def test_the_law_stays_beside_the_promise_and_the_working_says_why() -> None:
    fast.no_waiting()
    dossier = fast.received(fast.version(days=3), fast.TUESDAY)

    assert (dossier.due_at, dossier.statutory_due_at) == (make.moment(24, 17), make.moment(27, 17))
    told = dossier.working["due"]
    assert "Ngày không chờ" in told["sentences"][0]["text"]
    assert "trước 15 giờ" in told["rule"]
    assert told["citation"] == fast.BASIS
    assert dossier.working["statutory"]["count"] == 3


@pytest.mark.parametrize(
    ("days", "at"),
    [
        pytest.param(5, fast.WEDNESDAY, id="Wednesday is an ordinary day"),
        pytest.param(10, fast.TUESDAY, id="a limit of ten days is not eligible"),
        pytest.param(4, fast.TUESDAY, id="a limit of four is not among 3, 5, 7 (A06)"),
        pytest.param(5, make.moment(24, 15, 1), id="complete only after 15:00"),
    ],
)
def test_what_does_not_fit_is_an_ordinary_appointment(days: int, at: datetime) -> None:
    fast.no_waiting()
    dossier = fast.received(fast.version(days=days), at)
    assert dossier.due_at == dossier.statutory_due_at
    assert not dossier.under.exists()


def test_a_setting_widens_it_to_every_shorter_limit() -> None:
    fast.no_waiting(up_to=True)
    assert fast.mark(fast.received(fast.version(days=4), fast.TUESDAY)).promised_at == make.moment(24, 17)


def test_a_supplement_ends_the_promise_and_the_dossier_is_not_counted() -> None:
    fast.no_waiting()
    dossier = fast.received(fast.version(), fast.TUESDAY)
    ordinary = dossier.statutory_due_at
    asked = actions.SupplementRequest("Còn thiếu ảnh Giấy chứng sinh mặt sau")
    actions.ask_supplement(dossier, request=asked, by=office.minh(), now=make.moment(24, 9))

    mark = fast.mark(dossier)
    assert (mark.reason, mark.is_kept, mark.fell_back_at) == ("Hồ sơ phải bổ sung", None, make.moment(24, 9))
    assert office.fresh(dossier).due_at == ordinary
    found = figures(scope(date(2026, 11, 1), date(2026, 11, 30)), "under_programme", "promise_kept_rate")
    assert (found["under_programme"].value, found["promise_kept_rate"].value) == (0, None)


def test_a_month_of_sixty_four_files_with_sixty_on_the_spot() -> None:
    programme = fast.no_waiting()
    first = fast.received(fast.version(), fast.TUESDAY)
    mark = fast.mark(first)
    mark.delete()
    others = [_copy(first, number) for number in range(64)]
    UnderProgramme.objects.bulk_create(
        UnderProgramme(
            dossier=one, programme=programme, term_id=mark.term_id, kind="fast_day", at=fast.TUESDAY,
            promised_at=make.moment(24, 17), is_kept=number < 60, saved_days=5 if number < 60 else None,
        )
        for number, one in enumerate(others)
    )  # fmt: skip
    month = scope(date(2026, 11, 1), date(2026, 11, 30), programme=programme.pk)
    found = figures(month, "under_programme", "promise_kept_rate", "saved_days")
    assert found["under_programme"].value == 64
    assert found["promise_kept_rate"].value == pytest.approx(93.75)
    assert found["saved_days"].value == 300


def _copy(dossier: Dossier, number: int) -> Dossier:
    copy = Dossier.objects.get(pk=dossier.pk)
    copy.pk, copy.code, copy.key, copy.draft = None, f"{dossier.code}-{number}", f"key-{number}", None
    copy._state.adding = True
    copy.save()
    return copy


# --- S2.9 -----------------------------------------------------------------------------------------------------------------
def test_an_online_dossier_of_thursday_is_settled_the_same_day_and_stands_first_in_the_list() -> None:
    make.dossier(of=make.version("9.000001", working_days=1), now=make.moment(25, 9))
    fast.no_appointment()
    other = fast.received(fast.version("9.000002", days=10), make.moment(26, 9))
    dossier = fast.received(fast.version(days=3), make.moment(26, 9), channel=Channel.ONLINE)

    assert list(Dossier.objects.running().by_due()) == [dossier, other]
    dossier = fast.settle(dossier, make.moment(26, 10, 20))
    assert (fast.mark(dossier).is_kept, fast.mark(dossier).saved_days) == (True, 3)


def test_the_commune_police_takes_part_where_the_programme_says_so() -> None:
    police = fast.version("1.004194", days=5, handled_by="cong_an_xa")
    fast.no_appointment()
    assert fast.received(police, fast.THURSDAY).due_at == make.moment(26, 17)


def test_without_the_police_its_procedures_keep_their_appointment() -> None:
    police = fast.version("1.004194", days=5, handled_by="cong_an_xa")
    fast.no_appointment(units=["center"])
    assert not fast.received(police, fast.THURSDAY).under.exists()


def test_friday_the_same_matter_gets_an_appointment() -> None:
    fast.no_appointment()
    dossier = fast.received(fast.version(days=3), fast.FRIDAY)
    assert dossier.due_at == dossier.statutory_due_at


def test_the_report_tells_units_and_channels_apart() -> None:
    fast.no_appointment()
    fast.settle(fast.received(fast.version(days=3), fast.THURSDAY, channel=Channel.ONLINE), make.moment(26, 10))
    fast.received(fast.version("1.004194", days=5, handled_by="cong_an_xa"), fast.THURSDAY)
    month = (date(2026, 11, 1), date(2026, 11, 30))
    assert figures(scope(*month, channel="online"), "promise_kept_rate")["promise_kept_rate"].value == 100
    assert figures(scope(*month, procedure="1.004194"), "under_programme")["under_programme"].value == 1


def test_a_holiday_thursday_does_not_run() -> None:
    CalendarDay.objects.create(day=date(2026, 11, 26), kind=DayKind.HOLIDAY, name="nghỉ lễ", basis="TB 1/2026")
    cache.clear()
    fast.no_appointment()
    dossier = fast.received(fast.version(days=3), fast.THURSDAY)
    assert not dossier.under.exists()
    assert dossier.due_at == dossier.statutory_due_at


def test_the_rule_of_that_day_holds_after_the_programme_has_changed() -> None:
    programme = fast.no_appointment()
    dossier = fast.received(fast.version(days=3), fast.THURSDAY)
    values = {"weekdays": [2], "limits": [1]}
    change(
        programme, Change(values, date(2026, 11, 27), "Chuyển sang thứ Tư"), by=office.hoa(), now=make.moment(26, 11)
    )

    actions.fall_back(office.fresh(dossier), reason="Chờ xác minh", by=office.minh(), now=make.moment(26, 16))
    assert "Ngày thứ năm không hẹn" in office.fresh(dossier).working["due"]["sentences"][0]["text"]
    assert fast.mark(dossier).term.parameters["weekdays"] == [3]


# --- S1.55 ----------------------------------------------------------------------------------------------------------------
def test_twenty_files_of_a_thursday_nineteen_the_same_day() -> None:
    programme = fast.no_appointment()
    version = fast.version(days=3)
    dossiers = [fast.received(version, fast.THURSDAY) for _ in range(20)]
    for one in dossiers[:19]:
        fast.settle(one, make.moment(26, 11))
    actions.fall_back(dossiers[19], reason="Phải xác minh nơi cư trú", by=office.minh(), now=make.moment(26, 15))

    found = figures(scope(date(2026, 11, 26), date(2026, 11, 26), programme=programme.pk), "promise_kept_rate")
    assert found["promise_kept_rate"].value == 95
    assert fast.mark(dossiers[19]).reason == "Phải xác minh nơi cư trú"


# --- S0.19 ----------------------------------------------------------------------------------------------------------------
def october(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 10, day, hour, minute, tzinfo=make.VIETNAM)


def test_a_volunteer_saturday(monkeypatch: pytest.MonkeyPatch) -> None:
    """18/10/2025: fourteen received, eleven returned the same morning, three due from Monday 20/10."""
    make.commune()
    CalendarYear.objects.get_or_create(
        year=2025, defaults={"basis": "TB 1/2024", "confirmed_by": "Văn thư", "confirmed_at": make.MONDAY}
    )
    version = make.version(working_days=3, route=fast.ROUTE, steps=[], valid_from=date(2025, 1, 1))
    programme = fast.programme(
        "fast_day", "Ngày thứ 7 tình nguyện", since=date(2025, 10, 1), now=october(1, 8), weekdays=[5]
    )
    running = programme.terms.get().as_running()
    days = [day for day in range(1, 32) if programme.kind_of().runs_on(running.values, date(2025, 10, day))]
    assert days == [4, 11, 18, 25]

    dossiers = [fast.received(version, october(18, 8, 30)) for _ in range(14)]
    assert {one.due_at for one in dossiers} == {october(18, 11, 30)}
    for one in dossiers[:11]:
        fast.settle(one, october(18, 10))
    make.stop_clock(monkeypatch, october(18, 11, 40))
    jobs.give_up_promises(0)

    late = [office.fresh(one) for one in dossiers[11:]]
    assert {one.due_at for one in late} == {october(22, 17)}
    strip = late[0].working["due"]["days"]
    assert [(line["date"], line["label"]) for line in strip[1:3]] == [("2025-10-20", "1"), ("2025-10-21", "2")]
    saturday = Scope((make.commune().pk,), date(2025, 10, 18), date(2025, 10, 18), make.MONDAY)
    found = figures(saturday, "under_programme", "promise_kept_rate")
    assert found["under_programme"].value == 14
    assert found["promise_kept_rate"].numerator == 11


# --- Hot path -------------------------------------------------------------------------------------------------------------
def _statements_of_receiving(version: object, at: datetime) -> list[str]:
    dossier = office.fresh(make.dossier(of=version, now=at, channel=Channel.COUNTER))  # type: ignore[arg-type]
    minh = office.minh()
    with CaptureQueriesContext(connection) as asked:
        actions.receive(dossier, by=minh, now=at)
    return [one["sql"] for one in asked.captured_queries]


def test_a_programme_costs_one_insert_at_reception_and_nothing_on_other_days() -> None:
    version = fast.version()
    make.dossier(Status.RECEIVED, of=version, now=fast.WEDNESDAY)
    without = _statements_of_receiving(version, fast.WEDNESDAY)
    fast.no_waiting()
    make.dossier(Status.RECEIVED, of=version, now=fast.WEDNESDAY)
    other_day = _statements_of_receiving(version, fast.WEDNESDAY)
    marked = _statements_of_receiving(version, fast.TUESDAY)

    assert len(other_day) == len(without)
    assert len(marked) == len(without) + 1
    assert sum("dossiers_underprogramme" in sql for sql in marked) == 1


@pytest.mark.parametrize(
    ("count", "unit", "days"),
    [
        (5, Unit.WORKING_DAY, 5), (5, Unit.DAY, 5), (3, Unit.HALF_DAY, 2), (20, Unit.WORKING_HOUR, 3),
        (1, Unit.MONTH, None), (1, Unit.SAME_DAY, None),
    ],
)  # fmt: skip
def test_limits_in_the_days_of_the_models(count: int, unit: Unit, days: int | None) -> None:
    assert days_of(count, unit) == days


def test_the_public_page_reads_what_it_gives() -> None:
    programme = fast.no_appointment()
    values = programme.terms.get().as_running().values
    assert programme.kind_of().announced(values) == (
        "Nhận đủ giấy tờ trước 15 giờ thì có kết quả trong ngày, cho thủ tục có hạn không quá 5 ngày. "
        "Có cả thủ tục tại Công an xã."
    )


@pytest.mark.parametrize("hours", [{"hours_to": "07:00"}, {"cutoff": "07:30"}])
def test_a_weekend_session_without_hours_is_refused(hours: dict[str, str]) -> None:
    with pytest.raises(RuleBroken, match="uổi cuối tuần"):
        fast.no_waiting(weekdays=[5], **hours)
