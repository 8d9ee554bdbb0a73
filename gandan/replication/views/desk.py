"""The same page for two doors: a commune under /can-bo/, the province under /lanh-dao/."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gandan.people.access import View, leader, officer
from gandan.people.models import Role, User
from gandan.people.offices import Office
from gandan.places.models import Agency

DRAFTING = (Role.LEADER, Role.CLERK)


@dataclass(frozen=True)
class Desk:
    """Who sits here, for which issuer, and how addresses of this door are named."""

    request: HttpRequest
    office: Office
    prefix: str

    @property
    def issuer(self) -> Agency:
        return self.office.commune or self.office.agency

    @property
    def user(self) -> User:
        return self.office.user

    @property
    def commune(self) -> Agency | None:
        return self.office.commune

    @property
    def may_issue(self) -> bool:
        return self.office.holds(Role.LEADER, Role.OVERSIGHT)

    @property
    def may_draft(self) -> bool:
        return self.office.holds(Role.LEADER, Role.CLERK, Role.OVERSIGHT)

    def url(self, name: str, *args: Any) -> str:
        return reverse(f"replication:{self.prefix}{name}", args=args)

    def go(self, name: str, *args: Any) -> HttpResponse:
        return redirect(self.url(name, *args))

    def show(self, template: str, **facts: Any) -> HttpResponse:
        shared = {"desk": self, "commune": self.commune, "office": self.office, "prefix": f"replication:{self.prefix}"}
        return render(self.request, f"replication/{template}", {**shared, **facts})


Page = Callable[..., HttpResponse]


def in_commune(*roles: str) -> Callable[[Page], View]:
    """The page under /can-bo/, for any role or for some."""

    def dress(page: Page) -> View:
        @wraps(page)
        def enter(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            return page(Desk(request, request.office, ""), *args, **kwargs)

        return officer(*[str(role) for role in roles])(enter) if roles else officer(enter)

    return dress


def in_province(page: Page) -> View:
    """The page under /lanh-dao/."""

    @wraps(page)
    def enter(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        return page(Desk(request, request.office, "province_"), *args, **kwargs)

    return leader(enter)
