"""Who may enter a page: one decorator per audience. Rows of another commune are “not found”, never “forbidden”."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, cast, overload

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse

from gandan.places.directory import commune_of_request
from gandan.places.models import Agency

from .models import Role, User
from .offices import Office, office_of
from .second_factor import has_second_factor


class PublicRequest(HttpRequest):
    """Anybody; `commune` is the one whose pages are being read."""

    user: User | AnonymousUser
    commune: Agency


class CitizenRequest(HttpRequest):
    """A signed-in citizen."""

    user: User
    commune: Agency


class OfficerRequest(HttpRequest):
    """A member of staff in an office of a commune."""

    user: User
    commune: Agency
    office: Office


class LeaderRequest(HttpRequest):
    """A leader of a commune, or the province's oversight (then `office.commune` is None)."""

    user: User
    office: Office


class View(Protocol):
    audience: str
    roles: frozenset[str]

    def __call__(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase: ...


AnyView = Callable[..., HttpResponseBase]


def _dress(view: AnyView, audience: str, roles: frozenset[str] = frozenset()) -> View:
    dressed = cast("View", view)
    dressed.audience = audience
    dressed.roles = roles
    return dressed


def public(view: AnyView) -> View:
    @wraps(view)
    def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        request.commune = commune_of_request(request)  # type: ignore[attr-defined]  # PublicRequest
        return view(request, *args, **kwargs)

    return _dress(enter, "public")


def display(view: AnyView) -> View:
    """Screens in the hall: no sign-in, numbers only."""
    return _dress(public(view), "display")


def citizen(view: AnyView) -> View:
    @wraps(view)
    def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated or request.user.is_staff_member:
            return redirect_to_login(request.get_full_path(), reverse("people:citizen_sign_in"))
        request.commune = commune_of_request(request)  # type: ignore[attr-defined]  # CitizenRequest
        return view(request, *args, **kwargs)

    return _dress(enter, "citizen")


def _staff_door(request: HttpRequest, roles: frozenset[str]) -> HttpResponseBase | Office:
    """The office to enter with, or the page to go to first."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path(), reverse("people:sign_in"))
    user = request.user
    office = office_of(user) if user.is_staff_member else None
    if office is None or (roles and not office.holds(*roles)):
        raise Http404
    if user.needs_second_factor and not has_second_factor(request):
        return redirect_to_login(request.get_full_path(), reverse("people:second_factor"))
    if user.must_change_password:
        return redirect_to_login(request.get_full_path(), reverse("people:change_password"))
    return office


def _officer(view: AnyView, roles: frozenset[str]) -> View:
    @wraps(view)
    def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        door = _staff_door(request, roles)
        if not isinstance(door, Office):
            return door
        if door.commune is None:
            raise Http404
        request.office, request.commune = door, door.commune  # type: ignore[attr-defined]  # OfficerRequest
        return view(request, *args, **kwargs)

    return _dress(enter, "officer", roles)


@overload
def officer(view: AnyView, /) -> View: ...
@overload
def officer(*roles: str) -> Callable[[AnyView], View]: ...
def officer(*arguments: Any) -> Any:
    """`@officer` for any role in a commune, `@officer(Role.CLERK)` for some."""
    if len(arguments) == 1 and callable(arguments[0]) and not isinstance(arguments[0], str):
        return _officer(arguments[0], frozenset())
    return lambda view: _officer(view, frozenset(str(role) for role in arguments))


def leader(view: AnyView) -> View:
    roles = frozenset({str(Role.LEADER), str(Role.OVERSIGHT)})

    @wraps(view)
    def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        door = _staff_door(request, roles)
        if not isinstance(door, Office):
            return door
        request.office = door  # type: ignore[attr-defined]  # LeaderRequest
        return view(request, *args, **kwargs)

    return _dress(enter, "leader", roles)
