"""One opinion a person, and nothing that says whose."""

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.surveys import actions
from gandan.surveys.models import Opinion, Voice

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: object) -> None:
    one, lan = make.consultation(), make.citizen(phone="0912000111")
    assert "/dang-nhap/" in Client().get(f"/cong-dan/tham-van/{one.key}/")["Location"]
    browser = make.signed_in(lan)
    told = {"c0": "partly", "text": "Tôi tên là Phạm Thị Lan, số 0912 345 118: nên làm sau vụ gặt"}
    page = browser.post(f"/cong-dan/tham-van/{one.key}/", told, follow=True).content.decode()
    assert "Đã nhận ý kiến" in page
    opinion = Opinion.objects.get()
    assert opinion.stances == {"0": "partly"}
    assert "Phạm Thị Lan" not in opinion.text
    assert "0912" not in opinion.text
    assert "Ông/bà đã góp ý" in browser.get(f"/cong-dan/tham-van/{one.key}/").content.decode()
    assert "Ông/bà đã góp ý" in browser.get("/cong-dan/khao-sat/").content.decode()


def test_once_a_person_and_never_joined() -> None:
    one, lan = make.consultation(), make.citizen(phone="0912000111")
    words = actions.Words({0: "agree"})
    actions.give_opinion(one, words, citizen=lan, now=make.NOW)
    with pytest.raises(RuleBroken, match="một lần"):
        actions.give_opinion(one, words, citizen=lan, now=make.NOW)
    kept = [str(value) for row in [*Opinion.objects.values(), *Voice.objects.values()] for value in row.values()]
    assert str(lan.pk) not in [value for value in kept if value.isdigit() and value != str(one.pk)][2:]
    assert not {field.name for field in Opinion._meta.fields} & {"person", "citizen", "at", "by"}


def test_empty_and_unknown() -> None:
    one, lan = make.consultation(), make.citizen(phone="0912000111")
    for words in (actions.Words(), actions.Words({5: "agree"}), actions.Words({0: "maybe"})):
        with pytest.raises(RuleBroken):
            actions.give_opinion(one, words, citizen=lan, now=make.NOW)
