"""Pages of the citizen that belong to no single app."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from gandan.core.vietnamese import fold
from gandan.people.access import CitizenRequest, PublicRequest, citizen, public
from gandan.places.calendars import calendar_of
from gandan.places.directory import COOKIE, serving_communes
from gandan.places.models import Agency
from gandan.ui.remembered import remembered
from gandan.ui.samples import parts_page

from .favourites import favourite_procedures
from .mine import MyDossier, dossier_rows, dossiers_of, drafts_of
from .week import week_ahead

A_MINUTE = 60
A_YEAR = 365 * 24 * 3600
ON_HOME = 3
ON_PAGE = 20
PRIVATE_PATHS = (
    "/can-bo/",
    "/lanh-dao/",
    "/cong-dan/",
    "/nop-ho-so/",
    "/ho-so/",
    "/theo-doi/",
    "/dang-nhap/",
    "/api/",
    "/ui/",
)


@public
@require_GET
def home(request: PublicRequest) -> HttpResponse:
    today = timezone.localdate()
    return remembered(request, name=f"home:{today}", seconds=A_MINUTE, draw=lambda: _draw_home(request, today))


def _draw_home(request: PublicRequest, today: date) -> HttpResponse:
    page = {
        "procedures": favourite_procedures(today),
        "my_rows": _my_latest(request),
        "week": week_ahead(calendar_of(request.commune), today),
        "today": today,
    }
    return render(request, "portal/home.html", page)


def _my_latest(request: PublicRequest) -> list[MyDossier]:
    user = request.user
    if not user.is_authenticated or user.is_staff_member:
        return []
    return dossier_rows(list(dossiers_of(user)[:ON_HOME]), timezone.now())


@citizen
@require_GET
def mine(request: CitizenRequest) -> HttpResponse:
    page = Paginator(dossiers_of(request.user), ON_PAGE).get_page(request.GET.get("page"))
    rows = dossier_rows(list(page), timezone.now())
    drafts = drafts_of(request.user) if page.number == 1 else []
    return render(request, "portal/mine.html", {"page": page, "rows": rows, "drafts": drafts})


@public
def choose_commune(request: PublicRequest) -> HttpResponse:
    """Whose pages to read: kept on the device, so it works without an account."""
    communes = serving_communes()
    if request.method == "POST":
        if request.POST.get("code") not in communes:
            raise Http404
        answer = redirect(_safe_next(request))
        _remember(answer, COOKIE, request.POST["code"])
        return answer
    words = request.GET.get("q", "")
    page = {"communes": _matching(list(communes.values()), words), "words": words}
    return render(request, "portal/choose_commune.html", page)


def _matching(communes: list[Agency], words: str) -> list[Agency]:
    return [commune for commune in communes if fold(words) in commune.folded_name]


@public
@csrf_exempt
@require_POST
def large_type(request: PublicRequest) -> HttpResponse:
    """Only how this device shows pages: nothing to forge, and pages without a token can be kept for everybody."""
    answer = redirect(_safe_next(request))
    _remember(answer, "co-chu", "to" if request.POST.get("size") == "to" else "thuong")
    return answer


def _safe_next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    return wanted if url_has_allowed_host_and_scheme(wanted, {request.get_host()}) else "/"


def _remember(answer: HttpResponse, name: str, value: str) -> None:
    answer.set_cookie(name, value, max_age=A_YEAR, httponly=True, samesite="Lax", secure=settings.IS_HTTPS)


@public
@require_GET
def guide(request: PublicRequest) -> HttpResponse:
    return render(request, "portal/guide.html")


@public
@require_GET
def privacy(request: PublicRequest) -> HttpResponse:
    return render(request, "portal/privacy.html")


@public
@require_GET
def robots(request: PublicRequest) -> HttpResponse:
    """Search engines read the catalogue and the figures, nothing that belongs to a person."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in PRIVATE_PATHS)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@public
@require_GET
def manifest(request: PublicRequest) -> JsonResponse:
    """So that the commune's page can stand on the first screen of a telephone."""
    icon = {"src": static("ui/icon.svg"), "type": "image/svg+xml", "sizes": "any", "purpose": "any maskable"}
    facts = {
        "name": f"{request.commune.name} · Gần Dân",
        "short_name": request.commune.name,
        "lang": "vi",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#1c3d7d",
        "icons": [icon],
    }
    return JsonResponse(facts, content_type="application/manifest+json")


@public
@require_GET
def parts(request: PublicRequest) -> HttpResponse:
    """Every part of the look in every state; for developers only."""
    if not settings.DEBUG:
        raise Http404
    return render(request, "ui/all_parts.html", {**parts_page(), "is_officer": "can-bo" in request.GET})
