"""Who the dossier will be for."""

import pytest
from django.test import Client

from gandan.conversations import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    one = make.precheck()
    form = {"applicant_name": "Phạm Văn Nam", "applicant_id_number": "030190012412", "applicant_address": "thôn 3",
            "applicant_phone": "", "applicant_gender": "", "on_behalf_of": "Phạm Thị Lan", "is_far_away": "on"}  # fmt: skip
    Client().post(f"/hoi-dap/{one.thread.key}/giay-to/{one.pk}/", form)
    one.refresh_from_db()
    assert one.is_far_away
    assert one.draft
    one.draft.refresh_from_db()
    assert (one.draft.applicant_name, one.draft.applicant_id_number) == ("Phạm Văn Nam", "030190012412")


def test_a_bad_number_is_said() -> None:
    one = make.precheck()
    form = {"applicant_name": "Nam", "applicant_id_number": "12"}
    assert Client().post(f"/hoi-dap/{one.thread.key}/giay-to/{one.pk}/", form).status_code == 200


def test_an_old_one_has_no_draft() -> None:
    one = make.precheck()
    assert one.draft
    one.draft.delete()
    with pytest.raises(RuleBroken, match="đã cũ"):
        actions.keep_precheck_person(one, {}, is_far_away=False, now=make.MONDAY)
