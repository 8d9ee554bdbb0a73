"""Tracking by key: steps and dates, no person."""

import pytest

from gandan.dossiers.tests import make

from .conftest import Program

pytestmark = pytest.mark.django_db


def test_it_works(anyone: Program) -> None:
    dossier = make.dossier("processing")
    answer = anyone.get(f"tracking/{dossier.key}")
    told = answer.json()
    assert told["status"] == "processing"
    assert told["legs"][0]["agency"] == "Xã Chí Minh"
    assert told["due_at"] == "2026-11-26T17:00:00+07:00"
    for secret in (dossier.applicant_name, dossier.applicant_phone, dossier.applicant_id_number, "Phạm Gia Bảo"):
        assert secret not in answer.content.decode()


def test_guessing_keys_is_slowed_down(anyone: Program) -> None:
    answers = [anyone.get(f"tracking/sai-{number}") for number in range(62)]
    assert answers[0].status_code == 404
    assert answers[-1].status_code == 429
    assert answers[-1]["Retry-After"] == "60"
