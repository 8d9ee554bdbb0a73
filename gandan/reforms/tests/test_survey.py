"""A look on the spot: facts, figures of three months, a photo, the reviewer's opinion (S3.43)."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.forms.registry import months_before
from gandan.reforms.models import Survey
from gandan.reforms.tests import ideas, make

pytestmark = pytest.mark.django_db
GIVEN = {
    "where": "11140", "on": "01/10/2025", "facts": "Quầy có lãnh đạo trực.", "figure_label": "hồ sơ trả trong ngày",
    "month0": "12", "month1": "15", "month2": "20", "reviewer": "Trưởng phòng", "opinion": "Nên làm.", "score": "8",
}  # fmt: skip


def picture() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "JPEG")
    return SimpleUploadedFile("quay.jpg", out.getvalue(), "image/jpeg")


def test_it_works() -> None:
    make.other_commune()
    model, client = make.reform(), make.signed_in(make.clerk())
    client.post(f"{ideas.ADDRESS}{model.code}/khao-sat/", {**GIVEN, "photo": picture()})
    made = Survey.objects.get()
    assert [one["value"] for one in made.figures] == [12, 15, 20]
    assert made.agency == make.other_commune()
    assert "Quầy có lãnh đạo trực." in client.get(f"{ideas.ADDRESS}{model.code}/").content.decode()
    assert client.get(f"{ideas.ADDRESS}{model.code}/khao-sat/{made.pk}/anh/").status_code == 200
    binh = make.clerk(make.other_commune(), "binh")
    assert make.signed_in(binh).get(f"{ideas.ADDRESS}{model.code}/khao-sat/{made.pk}/anh/").status_code == 404


def test_an_unknown_place_and_a_text_for_a_photo() -> None:
    model, client = make.reform(), make.signed_in(make.clerk())
    wrong = SimpleUploadedFile("quay.jpg", b"khong phai anh", "image/jpeg")
    page = client.post(f"{ideas.ADDRESS}{model.code}/khao-sat/", {**GIVEN, "photo": wrong}).content.decode()
    assert "Không có xã, phường mang mã này" in page
    assert not Survey.objects.exists()


def test_not_in_the_future() -> None:
    look = actions.Look(where=make.commune(), on=make.TODAY + timedelta(days=1), facts="x")
    with pytest.raises(RuleBroken, match="sau hôm nay"):
        actions.survey(make.reform(), look, by=make.clerk(), now=make.NOW)


def test_the_three_months_before() -> None:
    assert months_before(date(2026, 2, 3)) == [(2025, 11), (2025, 12), (2026, 1)]
