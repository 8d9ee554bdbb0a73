"""The touch screen: first page, finding a procedure, ending."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate, localtime
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from gandan.catalog.models import ProcedureVersion
from gandan.catalog.search import search
from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import sort_key
from gandan.dossiers.models import Channel
from gandan.dossiers.pricing import amount_for
from gandan.people.access import PublicRequest, display
from gandan.places.counting import UNIT_WORDS
from gandan.places.working import Unit

from .. import actions
from ..limits import may_beat, may_begin
from ..rules import Rules, rules_of
from .doors import VisitRequest, go, machine_of, show, unkept, visiting

FOUND, MOST_ROWS = 8, 60
FIRST_PAGES = {
    "nop": "find", "tra-cuu": "look_up", "nhan": "pick_up", "lay-so": "take_number", "gop-y": "look_up",
}  # fmt: skip


@display
def start(request: PublicRequest, key: str) -> HttpResponseBase:
    """The first page; a touch begins a visit, and ends whatever the former person left open."""
    machine, now = machine_of(request, key), timezone.now()
    is_open = machine.is_open(localtime(now).time())
    if request.method == "POST" and machine.is_used and is_open:
        if not may_begin(machine, now=now):
            raise RuleBroken("Máy đang có quá nhiều lượt dùng. Xin chờ ít phút.")
        page = FIRST_PAGES.get(request.POST.get("to", ""), "find")
        visit = actions.begin_visit(machine, now=now)
        return redirect(f"kiosks:{page}", machine.key, visit.key)
    rules = rules_of(machine.agency, localdate(now))
    shown = {"machine": machine, "is_open": is_open, "rules": rules, "has_locker": machine.locker_id is not None}
    return unkept(render(request, "kiosks/display/start.html", shown))


@csrf_exempt
@display
@require_http_methods(["HEAD", "POST"])
def beat(request: PublicRequest, key: str) -> HttpResponseBase:
    """The machine says that it lives; a program beside it may say how the paper is: `paper=ok|low|out|broken`.
    HEAD only asks whether the server is there."""
    if request.method == "HEAD":
        return HttpResponse(status=204)
    machine, now = machine_of(request, key), timezone.now()
    if not may_beat(machine, now=now):
        return JsonResponse({"title": "Báo về quá dày"}, status=429)
    actions.report_health(machine, now=now, paper=request.POST.get("paper"))
    return JsonResponse({"paper": machine.paper, "is_used": machine.is_used})


@visiting
@require_POST
def end(request: VisitRequest) -> HttpResponseBase:
    """“Kết thúc”, or nobody touched the screen."""
    actions.end_visit(request.visit, now=timezone.now())
    return redirect("kiosks:start", request.machine.key)


# --- Find a procedure ---
@visiting
def find(request: VisitRequest) -> HttpResponseBase:
    rules = rules_of(request.commune, localdate())
    query, field = (request.GET.get(name, "").replace("\0", "").strip()[:200] for name in ("q", "linh-vuc"))
    may = _fileable(rules)
    shown: dict[str, Any] = {"query": query, "field": field, "rules": rules}
    if query:
        known = {one.procedure.code: one for one in may}
        shown["rows"] = [known[hit.code] for hit in search(query, limit=30) if hit.code in known][:FOUND]
    elif field:
        shown["rows"] = [one for one in may if one.procedure.field == field][:MOST_ROWS]
    else:
        shown["fields"] = sorted({one.procedure.field for one in may}, key=sort_key)
    return show(request, "find", shown)


def _fileable(rules: Rules) -> list[ProcedureVersion]:
    """Versions in force that may be filed at the machine, by name."""
    if not rules.is_filing:
        return []
    versions = ProcedureVersion.objects.in_force(localdate()).select_related("procedure")
    rows = versions.filter(channels__contains=[str(Channel.ONLINE)]).order_by("procedure__sort_name")
    return [one for one in rows if rules.files(one.procedure.code)]


@visiting
def procedure(request: VisitRequest, code: str) -> HttpResponseBase:
    """What is needed, what it costs, how long it takes; then begin."""
    version = ProcedureVersion.objects.in_force(localdate()).with_facts().filter(procedure__code=code).first()
    if version is None:
        raise Http404
    if request.method == "POST":
        actions.start_filing(request.visit, version=version, now=timezone.now())
        return go(request, "identity")
    shown = {
        "version": version, "procedure": version.procedure, "papers": [one for one in version.papers() if one.upload],
        "may_file": rules_of(request.commune, localdate()).files(code),
        "fee": amount_for(version, request.commune, channel=Channel.ONLINE, answers={}),
        "limits": [(one, UNIT_WORDS[Unit(one.unit)]) for one in version.limits.all() if not one.case][:1],
    }  # fmt: skip
    return show(request, "procedure", shown)
