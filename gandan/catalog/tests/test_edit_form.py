"""The declaration is edited as structured forms; every submission keeps the definition it was made with."""

from typing import Any

import pytest

from gandan.catalog import actions, form_editing
from gandan.catalog.models import FormDefinition
from gandan.catalog.parts import steps_from
from gandan.core.errors import RuleBroken
from gandan.people.models import User
from gandan.people.offices import Office

from . import make
from .conftest import signed_in

pytestmark = pytest.mark.django_db
ADDRESS = f"/can-bo/thu-tuc/{make.CODE}/ban/1/to-khai/"
POSTED = {
    "s0.key": "child", "s0.title": "Bé", "s0.f0.key": "child_name", "s0.f0.label": "Họ tên bé", "s0.f0.type": "text",
    "s0.f0.required": "1", "s0.f1.key": "", "s0.f1.label": "Giới tính", "s0.f1.type": "choice",
    "s0.f1.options": "male | Nam\nNữ",
}  # fmt: skip


def test_it_works(tri: User) -> None:
    make.version()
    client = signed_in(tri)

    preview = client.post(ADDRESS, {**POSTED, "do": "preview"}).content.decode()
    saved = client.post(ADDRESS, {**POSTED, "do": "save"})

    assert "Công dân sẽ thấy" in preview
    assert "Nam, Nữ" in preview
    assert saved.status_code == 302
    newest = FormDefinition.objects.latest("number")
    assert (newest.number, newest.made_by) == (2, "Tri")
    assert [field.key for field in steps_from(newest.steps)[0].fields] == ["child_name", "gioi_tinh"]
    assert steps_from(newest.steps)[0].fields[1].options == (("male", "Nam"), ("nu", "Nữ"))
    assert FormDefinition.objects.get(number=1).steps == make.STEPS


def test_buttons_change_the_page_and_save_nothing(tri: User) -> None:
    make.version()
    page = signed_in(tri).post(ADDRESS, {**POSTED, "do": "add_field:0"}).content.decode()
    assert 'name="s0.f2.label"' in page
    assert "Giới tính" in page
    assert FormDefinition.objects.count() == 1


def test_what_does_not_work_is_said_and_nothing_is_lost(tri: User) -> None:
    make.version()
    page = signed_in(tri).post(ADDRESS, {**POSTED, "s0.f1.options": "", "do": "save"}).content.decode()
    assert "chưa có lựa chọn nào" in page
    assert "Giới tính" in page
    assert FormDefinition.objects.count() == 1


@pytest.mark.parametrize(
    ("operation", "keys"),
    [
        pytest.param("up_field:0:1", ["b", "a", "c"], id="up"),
        pytest.param("down_field:0:1", ["a", "c", "b"], id="down"),
        pytest.param("up_field:0:0", ["a", "b", "c"], id="already on top"),
        pytest.param("remove_field:0:1", ["a", "c"], id="remove"),
        pytest.param("add_field:0", ["a", "b", "c", ""], id="add"),
        pytest.param("remove_field:9:9", ["a", "b", "c"], id="nowhere"),
        pytest.param("drop table", ["a", "b", "c"], id="strange"),
    ],
)
def test_operations(operation: str, keys: list[str]) -> None:
    steps = [{"key": "one", "title": "Một", "fields": [{"key": key, "label": key} for key in "abc"]}]
    assert [field["key"] for field in form_editing.changed(steps, operation)[0]["fields"]] == keys


def _steps(*fields: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"key": "one", "title": "Một", "fields": list(fields)}]


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        pytest.param([], "ít nhất một bước", id="empty"),
        pytest.param(_steps(), "chưa có ô nào", id="a step without fields"),
        pytest.param(_steps({"key": "a", "label": ""}), "chưa có câu hỏi", id="no question"),
        pytest.param(_steps({"key": "a", "label": "A"}, {"key": "a", "label": "B"}), "cùng khóa", id="twice"),
        pytest.param(
            _steps({"key": "a", "label": "A", "show_if": {"field": "z", "equals": "1"}}),
            "đứng trước",
            id="waits for nothing",
        ),
        pytest.param(_steps({"key": "a", "label": "A", "type": "video"}), "kiểu lạ", id="strange type"),
    ],
)
def test_a_declaration_that_would_not_work_is_refused(
    steps: list[dict[str, Any]], why: str, administrator: Office
) -> None:
    with pytest.raises(RuleBroken, match=why):
        actions.edit_form(make.version(), steps, by=administrator, now=make.NOW)


def test_stored_steps_come_back_unchanged() -> None:
    steps = form_editing.as_stored(
        steps_from(_steps({"key": "a", "label": "A", "type": "select", "options": [["x", "X"]]}))
    )
    assert form_editing.as_stored(steps_from(steps)) == steps
