"""Filling in and filing, page by page. Anybody with the key of a draft goes on; signing in is asked at the end only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.catalog.models import ProcedureVersion
from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.filing_steps import APPLICANT, CHECK, PAPERS, SLUGS, Place, first_open, uploadable
from gandan.dossiers.finding import draft_of_key, draft_to_check, papers_of
from gandan.dossiers.forms.citizen import ApplicantForm, CheckForm, DeclarationForm, PapersForm
from gandan.dossiers.models import Channel, Draft, Paper
from gandan.dossiers.preview import expected, missing_papers, sections_of
from gandan.dossiers.pricing import amount_for
from gandan.people.access import PublicRequest, public
from gandan.people.models import User

from .files import send
from .letterhead import wear

FOR_ANOTHER = "thay"
PROMISED = "dossiers.promised"


def signed_in_citizen(request: HttpRequest) -> User | None:
    user = request.user
    return user if isinstance(user, User) and not user.is_staff_member else None


# --- Begin ------------------------------------------------------------------------------------------------------------
@public
def start(request: PublicRequest, code: str) -> HttpResponse:
    version = _version(code)
    is_online = Channel.ONLINE in version.channels
    if request.method == "POST" and is_online:
        draft = actions.start_draft(version, commune=request.commune, owner=signed_in_citizen(request))
        address = reverse("dossiers:step", args=[draft.key, SLUGS[APPLICANT]])
        return redirect(f"{address}?{FOR_ANOTHER}=1" if request.POST.get(FOR_ANOTHER) else address)
    shown = {"version": version, "procedure": version.procedure, "is_online": is_online, "papers": version.papers()}
    return render(request, "dossiers/public/start.html", shown)


def _version(code: str) -> ProcedureVersion:
    found = ProcedureVersion.objects.in_force(localdate()).with_facts().filter(procedure__code=code).first()
    if found is None:
        raise Http404
    return found


# --- Find a draft ------------------------------------------------------------------------------------------------------
def _draft(request: PublicRequest, key: str) -> Draft:
    """The draft with this key, unless it is somebody else's; the page then wears the letterhead of its commune."""
    return _theirs(request, draft_of_key(key))


def _theirs(request: PublicRequest, draft: Draft | None) -> Draft:
    if draft is None or (draft.owner_id and request.user.is_authenticated and request.user.pk != draft.owner_id):
        raise Http404
    wear(request, draft)
    return draft


def _filed(draft: Draft) -> HttpResponseRedirect | None:
    """Back button and second press after filing: the receipt."""
    return redirect("dossiers:receipt", draft.filed_key) if draft.filed_key else None


def _go(draft: Draft, slug: str) -> HttpResponseRedirect:
    if slug == SLUGS[CHECK]:
        return redirect("dossiers:check", draft.key)
    return redirect("dossiers:step", draft.key, slug)


def _shown(draft: Draft, place: Place, **more: Any) -> dict[str, Any]:
    return {"draft": draft, "place": place, "procedure": draft.version.procedure, **more}


# --- Steps ---------------------------------------------------------------------------------------------------------------
@public
def step(request: PublicRequest, key: str, step: str) -> HttpResponse:
    draft = _draft(request, key)
    if filed := _filed(draft):
        return filed
    place = Place.at(draft, step)
    if place is None:
        raise Http404
    if place.step.key == PAPERS:
        return _papers(request, draft, place)
    if place.step.key == APPLICANT:
        return _applicant(request, draft, place)
    return _declaration(request, draft, place)


def _applicant(request: PublicRequest, draft: Draft, place: Place) -> HttpResponse:
    is_for_another = bool(request.GET.get(FOR_ANOTHER) or draft.on_behalf_of)
    names = [name for name in ApplicantForm.base_fields]
    initial = {name: getattr(draft, name) for name in names}
    form = ApplicantForm(_posted(request), is_for_another=is_for_another, initial=initial)
    if request.method == "POST":
        is_valid = form.is_valid()
        if is_valid or _is_later(request):
            actions.save_step(draft, step=APPLICANT, answers={}, person=form.person(), is_done=is_valid)
            return _after(request, draft, place)
    shown = _shown(draft, place, form=form, is_for_another=is_for_another)
    return render(request, "dossiers/public/applicant.html", shown)


def _declaration(request: PublicRequest, draft: Draft, place: Place) -> HttpResponse:
    definition = place.step.form
    if definition is None:
        raise Http404
    form = DeclarationForm(definition, before=draft.answers, today=localdate(), data=_posted(request))
    if request.method == "POST":
        is_valid = form.is_valid()
        if is_valid or _is_later(request):
            actions.save_step(draft, step=definition.key, answers=form.answers, is_done=is_valid)
            return _after(request, draft, place)
    return render(request, "dossiers/public/step.html", _shown(draft, place, form=form))


def _posted(request: PublicRequest) -> Mapping[str, Any] | None:
    return request.POST if request.method == "POST" else None


def _is_later(request: PublicRequest) -> bool:
    return "later" in request.POST


def _after(request: PublicRequest, draft: Draft, place: Place) -> HttpResponseRedirect:
    """On to the next page; back to the check when one came from there; or rest here."""
    if _is_later(request):
        return redirect("dossiers:draft", draft.key)
    if request.GET.get("ve") == SLUGS[CHECK] and first_open(draft).key in (CHECK, PAPERS):
        return redirect("dossiers:check", draft.key)
    return _go(draft, place.next.slug)


# --- Papers ----------------------------------------------------------------------------------------------------------------
def _papers(request: PublicRequest, draft: Draft, place: Place) -> HttpResponse:
    components = uploadable(draft)
    form = PapersForm(components, data=_posted(request))
    if request.method == "POST":
        form.is_valid()
        _keep(request, draft, form)
        if not form.errors and "add" not in request.POST:
            actions.save_step(draft, step=PAPERS, answers={}, is_done=not _is_later(request))
            return _after(request, draft, place)
        if not form.errors:
            return _go(draft, place.step.slug)
    kept = _by_component(draft)
    rows = [(one, form[one.key], kept.get(one.key, [])) for one in components]
    known = [one for one in draft.version.papers() if one.reusable and not one.upload]
    shown = _shown(
        draft, place, form=form, known=known, always=[row for row in rows if row[0].group == "always"],
        sometimes=[row for row in rows if row[0].group != "always"],
    )  # fmt: skip
    return render(request, "dossiers/public/papers.html", shown)


def _keep(request: PublicRequest, draft: Draft, form: PapersForm) -> None:
    """Keep each file that is clean; the others are said beside their input, and what was kept stays."""
    for component in form.fields:
        for upload in request.FILES.getlist(component):
            try:
                actions.add_paper(draft, component=component, upload=upload)
            except RuleBroken as broken:
                form.add_error(component, broken.message)


def _by_component(draft: Draft) -> dict[str, list[Paper]]:
    kept: dict[str, list[Paper]] = {}
    for paper in papers_of(draft):
        kept.setdefault(paper.component, []).append(paper)
    return kept


@public
@require_POST
def remove_paper(request: PublicRequest, key: str, paper: str) -> HttpResponse:
    draft = _draft(request, key)
    if filed := _filed(draft):
        return filed
    actions.remove_paper(draft, key=paper)
    return _go(draft, SLUGS[PAPERS])


@public
def draft_paper(request: PublicRequest, key: str, paper: str) -> HttpResponseBase:
    """A file of the draft, for whoever holds the draft."""
    draft = _draft(request, key)
    if filed := _filed(draft):
        return filed
    found = draft.papers.filter(key=paper).first()
    if found is None:
        raise Http404
    return send(found.file, media_type=found.media_type, name=found.name)


# --- Rest, own, discard ------------------------------------------------------------------------------------------------------
@public
def draft(request: PublicRequest, key: str) -> HttpResponse:
    """Saved for later: where to find it again."""
    found = _draft(request, key)
    if filed := _filed(found):
        return filed
    shown = {
        "draft": found, "procedure": found.version.procedure, "address": settings.PUBLIC_URL + request.path,
        "go_on": first_open(found), "is_mine": found.owner_id is not None, "citizen": signed_in_citizen(request),
    }  # fmt: skip
    return render(request, "dossiers/public/draft.html", shown)


@public
@require_POST
def own_draft(request: PublicRequest, key: str) -> HttpResponseBase:
    found, citizen = _draft(request, key), signed_in_citizen(request)
    if citizen is None:
        return redirect_to_login(reverse("dossiers:draft", args=[key]), reverse("people:citizen_sign_in"))
    actions.own_draft(found, owner=citizen)
    return redirect("dossiers:draft", key)


@public
@require_POST
def discard_draft(request: PublicRequest, key: str) -> HttpResponse:
    found = _draft(request, key)
    if filed := _filed(found):
        return filed
    actions.discard_draft(found)
    messages.success(request, _("Đã xóa bản nháp và các ảnh đã gửi."))
    return redirect("dossiers:start", found.version.procedure.code)


# --- Check and file ------------------------------------------------------------------------------------------------------------
@public
def check(request: PublicRequest, key: str) -> HttpResponseBase:
    found, papers = draft_to_check(key)
    draft = _theirs(request, found)
    if filed := _filed(draft):
        return filed
    place = Place.at(draft, SLUGS[CHECK])
    waiting = first_open(draft)
    if place is None or waiting.key not in (CHECK, PAPERS):
        return _go(draft, waiting.slug)
    form = CheckForm(_posted(request), initial={"promise": request.session.get(PROMISED) == key})
    if request.method == "POST" and form.is_valid():
        return _submit(request, draft)
    shown = _shown(draft, place, form=form, papers=papers, missing=missing_papers(draft, papers))
    return render(request, "dossiers/public/check.html", {**shown, **_checked(draft, timezone.now())})


def _checked(draft: Draft, now: datetime) -> dict[str, Any]:
    fee = amount_for(draft.version, draft.commune, channel=draft.channel, answers=draft.answers)
    return {
        "sections": sections_of(draft), "has_papers": bool(uploadable(draft)), "fee": fee,
        "expected": expected(draft, now),
    }  # fmt: skip


def _submit(request: PublicRequest, draft: Draft) -> HttpResponseBase:
    citizen = signed_in_citizen(request)
    if citizen is None:
        request.session[PROMISED] = draft.key
        return redirect_to_login(request.path, reverse("people:citizen_sign_in"))
    if draft.owner_id is None:
        actions.own_draft(draft, owner=citizen)
    dossier = actions.submit(draft, by=citizen, now=timezone.now())
    request.session.pop(PROMISED, None)
    return redirect("dossiers:receipt", dossier.key)
