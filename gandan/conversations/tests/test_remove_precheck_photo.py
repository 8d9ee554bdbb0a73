"""Taken back by the sender."""

import pytest
from django.test import Client

from gandan.conversations import actions
from gandan.conversations.models import PrecheckPhoto
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    one = make.checked()
    kept = PrecheckPhoto.objects.get()
    Client().post(f"/hoi-dap/{one.thread.key}/giay-to/{one.pk}/anh/{kept.key}/bo/")
    one.refresh_from_db()
    assert (PrecheckPhoto.objects.count(), one.outcome) == (0, "")


def test_not_after_the_dossier() -> None:
    from gandan.dossiers.tests import make as dossiers

    one = make.checked()
    one.dossier = dossiers.dossier(of=one.version)
    one.save()
    with pytest.raises(RuleBroken, match="đã mở thành hồ sơ"):
        actions.remove_precheck_photo(PrecheckPhoto.objects.get(), now=make.MONDAY)
