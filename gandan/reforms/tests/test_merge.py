"""An idea that is there already is filed as replication; its author is not forgotten."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.reforms import actions
from gandan.reforms.tests import ideas, make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    model, minh = ideas.four_on_the_spot(), make.clerk()
    made = ideas.idea(minh, name="4 tại chỗ tại xã Chí Minh")
    make.signed_in(minh).post(f"{ideas.ADDRESS}y-tuong/{made.code}/", {"do": "merge", "into": model.code})
    made.refresh_from_db()
    assert (made.status, made.parent, made.author) == (Status.MERGED, model, minh)
    assert Entry.objects.get(kind="ReformMerged").data["into_id"] == model.pk
    page = make.signed_in(minh).get(f"{ideas.ADDRESS}{model.code}/").content.decode()
    assert "Đề xuất được ghi nhận là nhân rộng" in page
    assert minh.full_name in page


def test_only_into_a_model_of_the_registry() -> None:
    minh = make.clerk()
    made, other = ideas.idea(minh), ideas.idea(minh)
    for into in (other, made):
        with pytest.raises(RuleBroken, match="đã có trong kho"):
            actions.merge(made, into, by=minh, now=make.NOW)
