"""The limits of law, by table; photos lose their place after it was read; petitions age."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from gandan.dialogue.cadence import months, weeks
from gandan.dialogue.limits import limit_for, limits
from gandan.dialogue.photos import Position, clean_photo, position_in
from gandan.dialogue.workflow import OCCASION_STEPS, OPINION_STEPS, PETITION_STEPS, TURN_STEPS, PetitionStatus

from . import make


@pytest.mark.parametrize(
    ("kind", "stage", "count", "unit"),
    [
        pytest.param("complaint", "sort", 10, "day", id="Luật Khiếu nại Đ27"),
        pytest.param("denunciation", "sort", 7, "working_day", id="Luật Tố cáo Đ24"),
        pytest.param("denunciation", "resolve", 30, "day", id="Luật Tố cáo Đ30"),
        pytest.param("request", "resolve", 15, "working_day", id="chỉ số 5.2"),
        pytest.param("report", "resolve", 15, "working_day", id="phản ánh như kiến nghị"),
        pytest.param("", "sort", 7, "working_day", id="chưa phân loại: hạn ngắn nhất"),
    ],
)
def test_by_kind(kind: str, stage: str, count: int, unit: str) -> None:
    found = limit_for(kind, stage)
    assert (found.count, found.unit) == (count, unit)


def test_every_limit_says_how_sure_it_is() -> None:
    assert all(one.basis and one.surety for one in limits().values())


def test_every_status_of_a_petition_is_reached() -> None:
    reached = {str(PetitionStatus.RECEIVED)}
    while more := {step.end for step in PETITION_STEPS if step.start & reached} - reached:
        reached |= more
    assert reached == set(PetitionStatus.values)


def test_every_step_has_its_verb() -> None:
    from gandan.dialogue import actions

    steps = (*OCCASION_STEPS, *TURN_STEPS, *PETITION_STEPS, *OPINION_STEPS)
    assert [step.verb for step in steps if not hasattr(actions, step.verb)] == []


def test_half_weeks_and_half_months_are_nobodys_duty() -> None:
    since, today = make.at(-12).date(), make.NOW.date()
    assert [span.start.day for span in weeks(since, today)] == [16, 23]
    assert list(months(since, today)) == []


def test_the_place_of_a_photo_is_read_then_dropped() -> None:
    exif = Image.Exif()
    exif[34853] = {1: "N", 2: (20.0, 44.0, 24.0), 3: "E", 4: (106.0, 25.0, 55.5)}
    out = BytesIO()
    Image.new("RGB", (60, 40), "green").save(out, "JPEG", exif=exif)
    photo, position = clean_photo(SimpleUploadedFile("a.jpg", out.getvalue()))
    assert position == Position(20.74, 106.43208)
    assert photo is not None
    assert position_in(photo.content) is None


def test_no_place_on_earth() -> None:
    assert Position.of(200, 10) is None
