"""The navigation marks where one is and leaves out what does not exist."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.test import RequestFactory


def link(route: str, path: str, also: str = "") -> str:
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    tag = "{% load look %}{% nav_link 'Tên' route also=also %}"
    return engines["django"].from_string(tag).render({"route": route, "also": also}, request)


@pytest.mark.parametrize(
    ("route", "path", "mark"),
    [
        pytest.param("portal:home", "/", 'aria-current="page"', id="the page itself"),
        pytest.param("catalog:procedures", "/thu-tuc/1.001193/", 'aria-current="true"', id="a page under it is"),
        pytest.param("portal:mine", "/thu-tuc/", 'href="/cong-dan/">', id="another page is not"),
        pytest.param("portal:home", "/thu-tuc/", 'href="/">', id="home is not above everything"),
    ],
)
def test_current(route: str, path: str, mark: str) -> None:
    assert mark in link(route, path)


def test_a_neighbour_may_count_as_here() -> None:
    assert 'aria-current="true"' in link("portal:home", "/ho-so/abc/", also="/ho-so/")


def test_a_route_that_does_not_exist_is_left_out() -> None:
    assert link("nowhere:at_all", "/") == ""
