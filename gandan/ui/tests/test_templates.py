"""Every template of the house keeps the look: no inline style or script, and a base under every page."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory

from gandan.ui.samples import parts_page, sample_form

TEMPLATES = sorted((settings.BASE_DIR / "gandan").glob("*/templates/**/*.html"))
BASES = ("ui/base.html", "ui/base_public.html", "ui/base_officer.html", "ui/base_display.html", "ui/base_print.html")
FORBIDDEN = re.compile(
    r"""<[^>]*\s(style|on[a-z]+)\s*=\s*["']|<style|<script(?![^>]*\ssrc=)|href=["']javascript:""", re.I
)


def name_of(path: Path) -> str:
    return path.as_posix().split("/templates/", 1)[1]


def is_page(path: Path) -> bool:
    return "<!doctype" in (text := path.read_text()) or "{% extends" in text


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_no_inline_style_or_script(path: Path) -> None:
    found = FORBIDDEN.search(path.read_text())
    assert not found, found and found.group()


@pytest.mark.parametrize("path", [path for path in TEMPLATES if is_page(path)], ids=name_of)
def test_every_page_stands_on_a_base(path: Path) -> None:
    if name_of(path) == "ui/base.html":
        return
    extended = re.match(r"\{% extends [\"']([^\"']+)[\"'] %\}", path.read_text())
    assert extended, "the first line must extend a base"
    parent = settings.BASE_DIR / "gandan" / extended[1].split("/")[0] / "templates" / extended[1]
    assert extended[1] in BASES or is_page(parent)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_every_template_can_be_read(path: Path) -> None:
    engines["django"].get_template(name_of(path))


def render(template: str, **context: object) -> str:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return render_to_string(template, context, request)


def test_the_page_of_parts_shows_every_state() -> None:
    page = render("ui/all_parts.html", **parts_page())
    for mark in (
        "is-start",
        "is-count",
        "is-off",
        "is-due",
        "is-done",
        "is-now",
        "is-late",
        "is-next",
        "chưa có",
        "w-91",
    ):
        assert mark in page, mark
    assert page.count("<h1") == 1


def test_a_field_joins_its_words_to_its_input() -> None:
    page = render("ui/parts/field.html", field=sample_form()["born"])
    assert 'aria-describedby="id_born_helptext id_born_error"' in page
    assert 'aria-invalid="true"' in page
    order = [page.index(part) for part in ("<label", 'id="id_born_helptext"', 'id="id_born_error"', "<input")]
    assert order == sorted(order)


def test_a_group_is_a_fieldset() -> None:
    page = render("ui/parts/field.html", field=sample_form()["gender"])
    assert "<fieldset" in page
    assert "<legend>Giới tính" in page
    assert page.count('type="radio"') == 2


def test_the_summary_counts_and_links_each_mistake() -> None:
    page = render("ui/parts/summary.html", form=sample_form())
    assert "Còn 5 chỗ cần sửa" in page
    assert 'href="#id_born"' in page
    assert 'role="alert"' in page


def test_a_form_without_mistakes_has_no_summary() -> None:
    assert "alert" not in render("ui/parts/summary.html", form=type(sample_form())())


@pytest.mark.parametrize("name", ["ui/500.html", "ui/csrf_failure.html", "ui/rule_broken.html", "404.html", "403.html"])
def test_pages_of_trouble_show_a_way_on(name: str) -> None:
    page = render(name, message="Quầy 3 đang đóng.")
    assert re.search(r'<main.*<a [^>]*href="/', page, re.S)


def test_the_title_of_a_form_with_mistakes_says_so() -> None:
    assert "<title>Lỗi: Các thành phần" in render("ui/all_parts.html", **parts_page())
