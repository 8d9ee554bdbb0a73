"""How a page at the machine is entered: by the machine's key, and by the key of the visit that is going on."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from gandan.people.access import PublicRequest, View, display

from ..models import Machine, Visit

NO_STORE = "no-store, no-cache, must-revalidate, private"
"""The browser keeps no page: “back” asks the server, and the server knows that the visit is over."""


class VisitRequest(PublicRequest):
    """Somebody stands at the machine."""

    visit: Visit
    machine: Machine


VisitView = Callable[..., HttpResponseBase]


def machine_of(request: PublicRequest, key: str) -> Machine:
    """404 for an unknown machine; the page wears the letterhead of its commune."""
    related = ("agency__province", "locker")
    machine = Machine.objects.select_related(*related).filter(key=key).first()
    if machine is None:
        raise Http404
    request.commune = machine.agency
    return machine


def visiting(view: VisitView) -> View:
    """Only while the visit goes on; ended, or of another machine: back to the first page."""

    @wraps(view)
    def enter(request: Any, key: str, visit: str, **more: Any) -> HttpResponseBase:
        related = ("machine__agency__province", "machine__locker", "draft", "dossier__procedure", "dossier__commune")
        found = Visit.objects.select_related(*related).filter(key=visit, machine__key=key).first()
        if found is None:
            raise Http404
        if found.ended_at is not None or not found.machine.is_used:
            return unkept(redirect("kiosks:start", key))
        request.visit, request.machine, request.commune = found, found.machine, found.machine.agency
        return unkept(view(request, **more))

    return display(enter)


def unkept(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Cache-Control"] = NO_STORE
    return response


def show(request: VisitRequest, page: str, shown: dict[str, Any], *, status: int = 200) -> HttpResponse:
    context = {"machine": request.machine, "visit": request.visit, **shown}
    return render(request, f"kiosks/display/{page}.html", context, status=status)


def go(request: VisitRequest, name: str, *more: str) -> HttpResponse:
    return redirect(f"kiosks:{name}", request.machine.key, request.visit.key, *more)
