"""A hole on Sunday is refused (S1.52); a month without one has 720 covered hours (S2.6)."""

from datetime import date, timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.hotline import actions
from gandan.hotline.coverage import total_hours
from gandan.hotline.models import DutyShift
from gandan.hotline.roster import holes_of

from . import make

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
SUNDAY_NOON = make.moment("2026-11-29 13:00")


def fill() -> None:
    line, dung = make.security(), make.dung()
    starts = make.moment("2026-11-01 00:00")
    DutyShift.objects.bulk_create(
        DutyShift(
            line=line,
            person=dung,
            starts_at=starts + timedelta(hours=12 * n),
            ends_at=starts + timedelta(hours=12 * (n + 1)),
        )
        for n in range(60)
    )


def test_a_month_is_signed_and_printed() -> None:
    fill()
    order = actions.issue_roster(make.commune(), actions.Term(FIRST, LAST, "12/PC-UBND"), by=make.hoa(), now=make.NOW)
    (told,) = holes_of(make.commune(), FIRST, LAST)
    assert total_hours(told[1]) == 0
    assert total_hours(told[0].needed(FIRST, LAST)) == 720
    answer = make.signed_in(make.minh()).get(f"{make.OFFICER}lich-truc/phan-cong/{order.pk}/")
    assert answer.content.startswith(b"%PDF")


def test_a_hole_on_sunday_is_refused() -> None:
    fill()
    DutyShift.objects.get(starts_at__lte=SUNDAY_NOON, ends_at__gt=SUNDAY_NOON).delete()
    with pytest.raises(RuleBroken, match=r"Chủ nhật.*12:00–24:00"):
        actions.issue_roster(make.commune(), actions.Term(FIRST, LAST), by=make.hoa(), now=make.NOW)
    page = make.signed_in(make.hoa()).post(
        f"{make.OFFICER}lich-truc/ky/", {"since": "01/11/2026", "until": "30/11/2026"}
    )
    assert "Lịch còn trống" in page.content.decode()


def test_there_must_be_a_line() -> None:
    with pytest.raises(RuleBroken, match="chưa ghi đường dây"):
        actions.issue_roster(make.commune(), actions.Term(FIRST, LAST), by=make.hoa(), now=make.NOW)
