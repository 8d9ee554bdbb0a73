"""The figures of help, duties and hamlets."""

import pytest

from gandan.measures.registry import measure_named
from gandan.measures.scope import Scope
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def _scope() -> Scope:
    end = make.after(make.SUNDAY, 24 * 60)
    return Scope((make.commune().pk,), make.NOW.date(), end.date(), end)


def test_writing_is_counted_by_unit() -> None:
    for kind in ("writing", "writing", "advice"):
        actions.log_support(make.commune(), actions.Help(kind), by=make.minh(), now=make.NOW)
    told = {
        name: measure_named(name).figure(_scope()).value for name in ("support_count", "people_guided", "written_for")
    }
    assert told == {"support_count": 3, "people_guided": 3, "written_for": 2}
    assert measure_named("written_for").group(_scope(), "agency")[0][1].value == 2


def test_duties_attended() -> None:
    shifts = make.sunday(make.team())
    for one in shifts[:2]:
        actions.check_in_shift(one, by=make.hoa(), now=make.SUNDAY)
    assert round(measure_named("shifts_attended_rate").figure(_scope()).value or 0, 1) == 66.7


def test_hamlets_with_a_team() -> None:
    make.team(hamlet=make.hamlet("1"))
    make.hamlet("2")
    assert measure_named("hamlets_with_team").figure(_scope()).value == 50
    page = make.signed_in(make.hoa()).get("/can-bo/to-doi/").content.decode()
    assert "1/2" in page
    page = make.signed_in(make.hoa()).get("/lanh-dao/to-doi/?den=2026-11-23").content.decode()
    assert "Khu phố 2" in page
    assert make.signed_in(make.hoa()).get("/lanh-dao/to-doi/?dang=xlsx").status_code == 200


def test_the_public_reads_places_and_hours_without_names() -> None:
    make.sunday(make.team())
    page = make.signed_in(make.hoa()).get("/to-ho-tro/").content.decode()
    assert "Ban điều hành khu phố 5" in page
    assert "Đoàn viên" not in page
