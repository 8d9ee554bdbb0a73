"""An officer writes an idea down; it is theirs until it is sent."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.models import Reform
from gandan.reforms.tests import ideas, make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh = make.staff("minh")
    answer = make.signed_in(minh).post(f"{ideas.ADDRESS}y-tuong/", ideas.GIVEN)
    made = Reform.objects.get()
    assert answer.headers["Location"] == f"{ideas.ADDRESS}y-tuong/{made.code}/"
    assert (made.status, made.author, made.proposed_by) == (Status.IDEA, minh, minh.agency)


def test_what_is_missing_is_said() -> None:
    page = make.signed_in(make.staff()).post(f"{ideas.ADDRESS}y-tuong/", {"name": "Chỉ có tên"})
    assert "chỗ cần sửa" in page.content.decode()
    assert not Reform.objects.exists()


def test_two_ideas_of_one_name_and_words_of_addresses() -> None:
    minh = make.clerk()
    assert ideas.idea(minh).code != ideas.idea(minh).code
    assert ideas.idea(minh, name="So sánh").code == "so-sanh-2"


def test_changed_before_it_is_sent_and_not_after() -> None:
    minh = make.clerk()
    made = ideas.idea(minh)
    changed = actions.Idea(**{**ideas.GIVEN, "name": "Tên khác"})
    actions.write_idea(changed, agency=make.commune(), by=minh, now=make.NOW, reform=made)
    assert Reform.objects.get().name == "Tên khác"
    actions.propose(made, by=minh, now=make.NOW)
    with pytest.raises(RuleBroken, match="đã gửi"):
        actions.write_idea(changed, agency=make.commune(), by=minh, now=make.NOW, reform=made)


def test_an_idea_of_a_citizen_keeps_the_name() -> None:
    assert ideas.idea(make.clerk(), author_name="Bà Lan").author_name == "Bà Lan"
