"""Everyday names help people find a procedure."""

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from gandan.catalog import actions, search
from gandan.core.errors import RuleBroken
from gandan.people.models import User
from gandan.people.offices import Office

from . import make
from .conftest import signed_in

pytestmark = pytest.mark.django_db


def test_it_works(tri: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> None:
    make.version()
    assert search.search("lam giay cho cu ti") == []

    with django_capture_on_commit_callbacks(execute=True):
        signed_in(tri).post(f"/can-bo/thu-tuc/{make.CODE}/ten-goi/", {"text": "làm giấy cho cu tí"})

    assert [hit.code for hit in search.search("lam giay cho cu ti")] == [make.CODE]


def test_the_same_name_is_not_added_twice(administrator: Office) -> None:
    procedure = make.version().procedure
    actions.add_alias(procedure, "giấy khai sanh", by=administrator, now=make.NOW)
    with pytest.raises(RuleBroken, match="đã có rồi"):
        actions.add_alias(procedure, "Giay Khai Sanh", by=administrator, now=make.NOW)
