"""For the sender of papers: who it is for, one photo after another, what the officer made of them."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gandan.dossiers.models import Dossier
from gandan.people.access import PublicRequest, public
from gandan.ui.views.files import kept_file
from gandan.ui.views.pressing import press

from .. import actions
from ..forms import PaperForm, PersonForm
from ..limits_of_use import PAPERS
from ..models import Precheck, PrecheckPhoto, Thread
from .door import may, procedure_in_force, wear


@public
@require_POST
def begin_precheck(request: PublicRequest, key: str) -> HttpResponse:
    one = get_object_or_404(Thread.objects.select_related("commune__province", "user"), key=key)
    may(request, "precheck", PAPERS)
    version = procedure_in_force(request.POST.get("procedure", ""))
    made = actions.begin_precheck(one, version, by=None, now=timezone.now())
    return redirect("conversations:precheck", key, made.pk)


def _precheck(request: PublicRequest, key: str, number: int) -> Precheck:
    related = ("thread__commune__province", "version__procedure", "draft", "dossier", "checked_by")
    found = get_object_or_404(Precheck.objects.select_related(*related), pk=number, thread__key=key)
    wear(request, found.thread.commune)
    return found


@public
def precheck(request: PublicRequest, key: str, number: int) -> HttpResponse:
    one = _precheck(request, key, number)
    draft = one.draft
    names = [name for name in PersonForm.base_fields if name != "is_far_away"]
    initial = {name: getattr(draft, name, "") for name in names} | {"is_far_away": one.is_far_away}
    form = PersonForm(request.POST or None, initial=initial)
    if press(request, form, lambda: actions.keep_precheck_person(
        one, form.person(), is_far_away=form.cleaned_data["is_far_away"], now=timezone.now()
    )):  # fmt: skip
        messages.success(request, "Đã lưu. Đến quầy không phải khai lại.")
        return redirect("conversations:precheck", key, number)
    return _show(request, one, form)


def _show(request: PublicRequest, one: Precheck, form: PersonForm, paper: PaperForm | None = None) -> HttpResponse:
    papers = list(one.papers.prefetch_related("photos"))
    facts = {
        "precheck": one, "thread": one.thread, "form": form, "papers": papers, "paper_form": paper or PaperForm(),
        "sent": sum(1 for each in papers if each.photos.all()), "dossier": one.dossier or _filed(one),
    }  # fmt: skip
    answer = render(request, "conversations/public/precheck.html", facts)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _filed(one: Precheck) -> Dossier | None:
    return Dossier.objects.filter(draft=one.draft).first() if one.draft else None


@public
@require_POST
def send_precheck_paper(request: PublicRequest, key: str, number: int, component: str) -> HttpResponse:
    one = _precheck(request, key, number)
    paper = get_object_or_404(one.papers.select_related("precheck"), component=component)
    may(request, "precheck", PAPERS)
    form = PaperForm(request.POST, request.FILES)
    if press(request, form, lambda: actions.send_precheck_paper(paper, form.cleaned_data["photo"], now=timezone.now())):
        messages.success(request, f"Đã nhận ảnh: {paper.name}.")
        return redirect("conversations:precheck", key, number)
    messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
    return redirect("conversations:precheck", key, number)


def _photo(one: Precheck, photo: str) -> PrecheckPhoto:
    rows = PrecheckPhoto.objects.select_related("paper__precheck")
    return get_object_or_404(rows, paper__precheck=one, key=photo)


@public
def precheck_photo(request: PublicRequest, key: str, number: int, photo: str) -> FileResponse:
    found = _photo(_precheck(request, key, number), photo)
    return kept_file(found.file, "giay-to", media_type=found.media_type, is_shown=True)


@public
def remove_precheck_photo(request: PublicRequest, key: str, number: int, photo: str) -> HttpResponse:
    one = _precheck(request, key, number)
    if request.method != "POST":
        raise Http404
    actions.remove_precheck_photo(_photo(one, photo), now=timezone.now())
    return redirect("conversations:precheck", key, number)
