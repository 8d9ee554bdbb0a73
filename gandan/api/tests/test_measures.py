"""Figures and the legal clock through the API."""

import pytest

from gandan.dossiers.tests import make
from gandan.measures.registry import all_measures
from gandan.people.models import Role

from .conftest import Program, program_of

pytestmark = pytest.mark.django_db


def test_it_works(minh: Program) -> None:
    make.dossier("processing")
    names = [one["name"] for one in minh.get("measures").json()["items"]]
    assert names == [one.name for one in all_measures()]
    told = minh.get("measures/received", **{"from": "2026-11-01", "to": "2026-11-30"}, group_by="agency").json()
    assert told["figure"]["value"] == 1, told
    assert [(one["key"], one["value"]) for one in told["groups"]] == [(make.COMMUNE, 1)]
    assert told["agencies"] == [make.COMMUNE]


def test_a_foreign_commune_is_not_found(binh: Program) -> None:
    assert binh.get("measures/received", agency=make.COMMUNE).status_code == 404


def test_the_province_reads_all_its_communes(binh: Program) -> None:
    make.dossier("processing")
    province = make.commune().province
    assert province is not None
    sonoivu = program_of(make.officer("sonoivu", Role.OVERSIGHT, agency=province))
    period = {"from": "2026-11-01", "to": "2026-11-30"}
    assert sonoivu.get("measures/received", **period).json()["agencies"] == ["11593", make.COMMUNE]
    assert sonoivu.get("measures/received", **period, agency=make.COMMUNE).json()["figure"]["value"] == 1


def test_unknown_or_unreadable(minh: Program, lan: Program) -> None:
    assert minh.get("measures/khong_co").status_code == 404
    assert minh.get("measures/received", **{"from": "2026-12-01", "to": "2026-11-01"}).status_code == 422
    assert lan.get("measures").status_code == 403


def test_deadline(anyone: Program) -> None:
    make.commune()
    told = anyone.get("calendar/deadline", **{"from": "2026-11-23T09:00", "count": 3}).json()
    assert told["due"] == "2026-11-26T17:00:00+07:00"
    assert told["working"]["sentences"]
    assert anyone.get("calendar/deadline", **{"from": "2026-11-23T09:00", "count": 9000}).status_code == 422
    assert anyone.get("calendar/deadline", **{"from": "hôm nay", "count": 3}).status_code == 422
    assert anyone.get("calendar/deadline", **{"from": "2026-11-23", "count": 3, "agency": "x"}).status_code == 404
