"""The models that come with the product are taken in once; what people changed stays."""

import pytest

from gandan.journal.models import Entry
from gandan.reforms import actions
from gandan.reforms.models import DeclaredFigure, Launch, Reform, ReformDocument, ReformVersion
from gandan.reforms.tests import make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db
THURSDAY = "ngay-thu-nam-khong-hen"


def counts() -> list[int]:
    return [one.objects.count() for one in (Reform, ReformVersion, ReformDocument, DeclaredFigure, Launch)]


def test_it_works() -> None:
    made = actions.load_shipped(now=make.NOW)
    model = Reform.objects.get(code=THURSDAY)
    assert made == Reform.objects.count() > 50
    assert model.owned_by == "Thành phố Sa Đéc, tỉnh Đồng Tháp"
    assert model.newest().package["programmes"][0]["parameters"]["weekdays"] == [3]  # type: ignore[union-attr]  # just made
    assert model.documents.filter(number="254/UBND-HC", role="recognises").exists()
    assert Entry.objects.filter(kind="VersionShipped").count() == made


def test_twice_makes_nothing_more() -> None:
    actions.load_shipped(now=make.NOW)
    before = counts()
    assert actions.load_shipped(now=make.NOW) == 0
    assert counts() == before


def test_an_owner_that_stands_in_the_tree_is_linked() -> None:
    actions.load_shipped(now=make.NOW)
    an_phong = make.commune("11593", "Phường An Phong")
    assert Reform.objects.get(code="phan-luong-theo-do-tuoi-40").owner is None

    actions.load_shipped(now=make.NOW)

    model = Reform.objects.get(code="phan-luong-theo-do-tuoi-40")
    assert model.owner == an_phong
    assert model.owned_by == "Phường An Phong, thành phố Hải Phòng"


def test_another_edition_of_the_file_is_another_version() -> None:
    actions.load_shipped(now=make.NOW)
    ReformVersion.objects.filter(reform__code=THURSDAY).update(digest="0" * 64)
    assert actions.load_shipped(now=make.NOW) == 1
    assert [one.number for one in Reform.objects.get(code=THURSDAY).versions.all()] == [1, 2]


def test_what_people_made_and_decided_stays() -> None:
    actions.load_shipped(now=make.NOW)
    minh = make.clerk()
    model = Reform.objects.get(code=THURSDAY)
    Reform.objects.filter(pk=model.pk).update(status=Status.PAUSED, contact_phone="0220 3000 101", summary="Cũ")
    ReformVersion.objects.create(reform=model, number=2, digest="1" * 64, made_by=minh, made_at=make.NOW)

    assert actions.load_shipped(now=make.NOW) == 0

    model.refresh_from_db()
    assert (model.status, model.contact_phone) == (Status.PAUSED, "0220 3000 101")
    assert model.summary != "Cũ"


def test_a_model_of_a_commune_under_the_same_code_is_its_own() -> None:
    model = make.reform(THURSDAY, summary="Của xã")
    actions.load_shipped(now=make.NOW)
    model.refresh_from_db()
    assert model.summary == "Của xã"
    assert not model.versions.exists()
