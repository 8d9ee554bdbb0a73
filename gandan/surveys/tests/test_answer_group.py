"""“Tiếp thu, giải trình” for a group."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.surveys import actions
from gandan.surveys.models import Opinion, OpinionGroup

from . import make

pytestmark = pytest.mark.django_db


def _group() -> OpinionGroup:
    one = make.consultation()
    make.spoken(one)
    found = list(Opinion.objects.values_list("pk", flat=True))
    return actions.group_opinions(one, title="Thoát nước", opinions=found, by=make.tam(), now=make.NOW)


def test_it_works(clock: object) -> None:
    group = _group()
    told = {f"{group.pk}-stance": "accepted", f"{group.pk}-answer": "Đã thêm rãnh hai bên."}
    address = f"{make.DRAFTS}{group.consultation_id}/nhom/{group.pk}/"
    page = make.signed_in(make.tam()).post(address, told, follow=True).content.decode()
    assert "Đã thêm rãnh hai bên." in page
    assert OpinionGroup.objects.get().answered_by == make.tam()


def test_a_reason_is_needed() -> None:
    with pytest.raises(RuleBroken, match="viết rõ vì sao"):
        actions.answer_group(_group(), stance="accepted", answer=" ", by=make.tam(), now=make.NOW)
