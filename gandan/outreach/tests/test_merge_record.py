"""What a phone recorded without a network comes in once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils.timezone import localtime

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier, UnderProgramme
from gandan.dossiers.tests import make
from gandan.dossiers.workflow import Status
from gandan.journal.models import Entry
from gandan.outreach import actions
from gandan.outreach.fieldwork import tally
from gandan.outreach.models import FieldRecord, Support

from . import field

pytestmark = pytest.mark.django_db


def test_six_records_sent_twice_are_six() -> None:
    make.version()
    session = field.session()
    for _ in range(2):
        for number in range(6):
            came = field.recorded(f"may-1-{number}", group=["welfare", "land", "residence"][number % 3])
            actions.merge_record(session, came, by=field.minh(), now=make.moment(28, 11, 30))

    assert FieldRecord.objects.count() == Dossier.objects.count() == Support.objects.count() == 6
    assert UnderProgramme.objects.filter(kind="field_sessions").count() == 6
    assert tally(session) == {"welfare": 2, "land": 2, "residence": 2}
    assert Entry.objects.filter(kind="FieldRecordMerged").count() == 6


def test_the_server_tells_the_time_and_the_phones_is_kept() -> None:
    """A file received on a Saturday starts its clock on Monday (A03)."""
    make.version()
    merged_at = make.moment(28, 11, 30)
    kept = actions.merge_record(field.session(), field.recorded(), by=field.minh(), now=merged_at)
    dossier = kept.dossier
    assert dossier is not None
    assert (kept.recorded_at, kept.received_at) == (make.moment(28, 9, 10), merged_at)
    assert (dossier.submitted_at, dossier.received_at, dossier.status) == (merged_at, merged_at, Status.RECEIVED)
    assert dossier.due_at is not None
    assert localtime(dossier.due_at).date() == date(2026, 12, 2)  # Monday, Tuesday, Wednesday


def test_a_help_without_a_dossier_is_counted() -> None:
    session = field.session()
    came = field.recorded(kind="support", group="skills", support="vneid")
    for _ in range(2):
        actions.merge_record(session, came, by=field.minh(), now=field.SATURDAY)
    given = Support.objects.get()
    assert (given.kind, given.group, given.hamlet, given.session) == ("vneid", "skills", session.hamlet, session)


def test_matters_of_the_police_go_on_to_the_police() -> None:
    """S0.38: taken in on Saturday, in the inbox of the police on Monday with its due date."""
    route = [
        [{"key": "residence", "name": "Đăng ký thường trú", "agency": "cong_an", "role": "partner", "half_days": 2}]
    ]
    make.version(route=route)
    kept = actions.merge_record(field.session(), field.recorded(), by=field.minh(), now=make.moment(28, 11))
    leg = kept.dossier.legs.get()  # type: ignore[union-attr]  # merged
    assert (leg.status, leg.agency.part) == ("running", "cong_an")
    assert leg.due_at is not None
    assert leg.due_at >= make.moment(30, 8)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param({"procedure": "9.999999"}, "Không có thủ tục", id="no such procedure"),
        pytest.param({"applicant": {"name": " "}}, "Thiếu họ tên", id="no name"),
        pytest.param({"applicant": {"name": "Lan", "phone": "12"}}, "điện thoại", id="telephone"),
        pytest.param({"answers": {"born_on": "31/11/2026"}}, "tháng 11 chỉ có 30 ngày", id="answer"),
        pytest.param({"group": "other"}, "nhóm nội dung", id="group"),
        pytest.param({"applicant": "Lan"}, "Thiếu họ tên", id="not an object"),
    ],
)  # fmt: skip
def test_what_cannot_be_filed_waits_for_a_person(content: dict[str, Any], problem: str) -> None:
    make.version()
    kept = actions.merge_record(field.session(), field.recorded(**content), by=field.minh(), now=field.SATURDAY)
    assert problem in kept.problem
    assert not Dossier.objects.exists()
    assert Entry.objects.filter(kind="FieldRecordStuck").count() == 1


def test_papers_not_all_there_are_filed_and_wait() -> None:
    make.version()
    kept = actions.merge_record(field.session(), field.recorded(seen=[]), by=field.minh(), now=field.SATURDAY)
    assert kept.dossier is not None
    assert kept.dossier.status == Status.REGISTERED


def test_photos_become_papers() -> None:
    make.version()
    picture = make.photo().read()
    came = field.recorded(seen=[])
    came = actions.Recorded(came.key, came.kind, came.recorded_at, came.content, (("birth_proof", picture),))
    kept = actions.merge_record(field.session(), came, by=field.minh(), now=field.SATURDAY)
    assert kept.dossier is not None
    assert (kept.dossier.papers.count(), kept.dossier.status) == (1, Status.RECEIVED)
    assert "photos" not in kept.content


def test_a_key_of_another_session_is_refused() -> None:
    make.version()
    session = field.session()
    other = type(session).objects.exclude(pk=session.pk)[0]
    actions.merge_record(session, field.recorded(), by=field.minh(), now=field.SATURDAY)
    with pytest.raises(RuleBroken, match="phiên khác"):
        actions.merge_record(other, field.recorded(), by=field.minh(), now=field.SATURDAY)
