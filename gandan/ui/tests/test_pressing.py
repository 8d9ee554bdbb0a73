"""A press: the action runs once the form is well-formed, and a broken rule stays on the form."""

from typing import Any

from django import forms
from django.test import RequestFactory

from gandan.core.errors import RuleBroken
from gandan.ui.views.pressing import press


class ReasonForm(forms.Form):
    reason = forms.CharField()


def pressed(typed: dict[str, Any], act: Any, **more: Any) -> tuple[bool, ReasonForm]:
    form = ReasonForm(typed)
    return press(RequestFactory().post("/", typed), form, act, **more), form


def refuse() -> None:
    raise RuleBroken("Hồ sơ đã trả.")


def test_it_acts_once_the_form_is_well_formed() -> None:
    done: list[str] = []
    assert pressed({"reason": "thiếu giấy"}, lambda: done.append("x"))[0]
    assert done == ["x"]


def test_nothing_happens_before_that() -> None:
    done: list[str] = []
    assert not pressed({}, lambda: done.append("x"))[0]
    assert not press(RequestFactory().get("/"), ReasonForm({"reason": "x"}), lambda: done.append("x"))
    assert done == []


def test_a_broken_rule_stays_on_the_form() -> None:
    is_done, form = pressed({"reason": "x"}, refuse)
    assert not is_done
    assert form.errors == {"__all__": ["Hồ sơ đã trả."]}
    assert pressed({"reason": "x"}, refuse, field="reason")[1].errors["reason"] == ["Hồ sơ đã trả."]
