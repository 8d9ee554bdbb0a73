"""Filing at the machine, page by page, over the same drafts, declarations and checks as at home. Nobody signs in:
the card reader stands for the look at the card (NĐ 118/2025/NĐ-CP, Điều 17, khoản 2, điểm a)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions as dossiers
from gandan.dossiers.filing_steps import APPLICANT, CHECK, PAPERS, FilingStep, Place, first_open, uploadable
from gandan.dossiers.finding import SentPaper, draft_of_key, papers_of
from gandan.dossiers.forms.citizen import ApplicantForm, CheckForm, DeclarationForm, PapersForm
from gandan.dossiers.models import Dossier, Draft, Payment
from gandan.dossiers.preview import expected, missing_papers, sections_of
from gandan.dossiers.pricing import amount_for
from gandan.dossiers.sheets import tracking_url
from gandan.gateways.payment import vietqr
from gandan.hall.identity_card import AGAIN, read_card
from gandan.ui.qr import svg

from .. import actions
from ..models import KioskFiling
from ..prefill import answers_of, applicant_of
from ..receipts import print_receipt
from .doors import VisitRequest, go, show, visiting

BACK_TO_CHECK = "kiem-tra"
READ_AGAIN = "Xin đưa thẻ vào lần nữa, hoặc tự nhập."


def _draft(request: VisitRequest) -> Draft:
    """The draft of this visit. 404 where nothing was begun."""
    draft = draft_of_key(request.visit.draft.key) if request.visit.draft else None
    if draft is None:
        raise Http404
    draft.commune = request.commune
    return draft


def _filed(request: VisitRequest, draft: Draft) -> HttpResponse | None:
    """Back button and second touch after filing: the receipt."""
    return go(request, "receipt") if draft.filed_key else None


def _shown(draft: Draft, **more: Any) -> dict[str, Any]:
    return {"draft": draft, "procedure": draft.version.procedure, **more}


def _posted(request: VisitRequest) -> Mapping[str, Any] | None:
    return request.POST if request.method == "POST" else None


# --- Who stands here ---
@visiting
def identity(request: VisitRequest) -> HttpResponseBase:
    """The card is read as a keyboard types it; without a card everything is typed."""
    draft = _draft(request)
    if filed := _filed(request, draft):
        return filed
    error = ""
    if request.method == "POST":
        try:
            _read(request, draft)
        except RuleBroken as refused:
            actions.note_visit(request.visit, now=timezone.now(), errors=1)
            error = refused.message.replace(AGAIN, READ_AGAIN)
        else:
            return go(request, "step", Place(_steps(draft), 0).step.slug)
    return show(request, "identity", _shown(draft, error=error, first=_steps(draft)[0].slug))


def _read(request: VisitRequest, draft: Draft) -> None:
    card = read_card(request.POST.get("payload", "")[:1000], today=localdate())
    dossiers.save_step(draft, step=APPLICANT, answers={}, person=applicant_of(card), is_done=False)
    for step in draft.form.pages if draft.form else ():
        if answers := answers_of(card, step):
            dossiers.save_step(draft, step=step.key, answers=answers, is_done=False)
    actions.note_visit(request.visit, now=timezone.now())
    for doubt in card.doubts:
        messages.warning(request, doubt)


def _steps(draft: Draft) -> list[FilingStep]:
    place = Place.at(draft, BACK_TO_CHECK)
    assert place is not None  # every filing ends with the check
    return place.steps


# --- The pages of the declaration ---
@visiting
def step(request: VisitRequest, step: str) -> HttpResponseBase:
    draft = _draft(request)
    if filed := _filed(request, draft):
        return filed
    place = Place.at(draft, step)
    if place is None or place.step.key == CHECK:
        raise Http404
    if place.step.key == PAPERS:
        return _papers(request, draft, place)
    form = _form(request, draft, place)
    if request.method == "POST":
        if form.is_valid():
            _save(draft, place, form)
            return _onward(request, draft, place)
        actions.note_visit(request.visit, now=timezone.now(), errors=sum(len(one) for one in form.errors.values()))
    return show(request, "step", _shown(draft, place=place, form=form, rows=_rows(form)))


def _form(request: VisitRequest, draft: Draft, place: Place) -> ApplicantForm | DeclarationForm:
    definition = place.step.form
    if definition is None:
        initial = {name: getattr(draft, name) for name in ApplicantForm.base_fields}
        return ApplicantForm(_posted(request), initial=initial)
    return DeclarationForm(definition, before=draft.answers, today=localdate(), data=_posted(request))


def _rows(form: ApplicantForm | DeclarationForm) -> list[Any]:
    """Each question with its definition (None for the applicant's own) and when to answer it."""
    return form.rows() if isinstance(form, DeclarationForm) else [(field, None, "") for field in form]


def _save(draft: Draft, place: Place, form: ApplicantForm | DeclarationForm) -> None:
    if isinstance(form, DeclarationForm):
        dossiers.save_step(draft, step=form.step.key, answers=form.answers)
    else:
        dossiers.save_step(draft, step=APPLICANT, answers={}, person=form.person())


def _onward(request: VisitRequest, draft: Draft, place: Place) -> HttpResponse:
    """The next page; straight to the check when one came from there."""
    actions.note_visit(request.visit, now=timezone.now())
    came_from_check = request.GET.get("ve") == BACK_TO_CHECK and first_open(draft).key in (CHECK, PAPERS)
    if came_from_check or place.next.key == CHECK:
        return go(request, "check")
    return go(request, "step", place.next.slug)


def _papers(request: VisitRequest, draft: Draft, place: Place) -> HttpResponseBase:
    components = uploadable(draft)
    form = PapersForm(components, data=_posted(request))
    if request.method == "POST":
        form.is_valid()
        _keep(request, draft, form)
        if not form.errors and "add" not in request.POST:
            dossiers.save_step(draft, step=PAPERS, answers={})
            return _onward(request, draft, place)
        if not form.errors:
            return go(request, "step", place.step.slug)
    sent = papers_of(draft)
    rows = [(one, form[one.key], [paper for paper in sent if paper.component == one.key]) for one in components]
    return show(request, "papers", _shown(draft, place=place, form=form, rows=rows))


def _keep(request: VisitRequest, draft: Draft, form: PapersForm) -> None:
    for component in form.fields:
        for upload in request.FILES.getlist(component):
            try:
                dossiers.add_paper(draft, component=component, upload=upload)
            except RuleBroken as broken:
                form.add_error(component, broken.message)
    actions.note_visit(request.visit, now=timezone.now(), errors=sum(len(one) for one in form.errors.values()))


@visiting
@require_POST
def drop_paper(request: VisitRequest, paper: str) -> HttpResponseBase:
    draft = _draft(request)
    if not draft.filed_key:
        dossiers.remove_paper(draft, key=paper)
    return go(request, "step", "giay-to")


# --- Check and file ---
@visiting
def check(request: VisitRequest) -> HttpResponseBase:
    draft = _draft(request)
    if filed := _filed(request, draft):
        return filed
    waiting = first_open(draft)
    if waiting.key not in (CHECK, PAPERS):
        return go(request, "step", waiting.slug)
    papers, form = papers_of(draft), CheckForm(_posted(request))
    if request.method == "POST":
        if form.is_valid():
            return _file(request, is_handwritten="handwritten" in request.POST or (draft.form is None and bool(papers)))
        actions.note_visit(request.visit, now=timezone.now(), errors=len(form.errors))
    now = timezone.now()
    sent = [SentPaper(one.component, one.name, one.size) for one in papers]
    shown = _shown(
        draft, form=form, sections=sections_of(draft), papers=papers, has_papers=bool(uploadable(draft)),
        missing=missing_papers(draft, sent), expected=expected(draft, now),
        fee=amount_for(draft.version, draft.commune, channel=draft.channel, answers=draft.answers),
    )  # fmt: skip
    return show(request, "check", shown)


def _file(request: VisitRequest, *, is_handwritten: bool) -> HttpResponse:
    now = timezone.now()
    filing = actions.file_visit(request.visit, is_handwritten=is_handwritten, now=now)
    print_receipt(filing, now=now)
    return go(request, "receipt")


# --- Receipt and fee ---
def _filing(request: VisitRequest) -> KioskFiling:
    """What was filed in this visit. 404 before."""
    related = ("dossier__procedure", "dossier__commune__province", "machine__agency")
    found = KioskFiling.objects.select_related(*related).filter(visit=request.visit).last()
    if found is None:
        raise Http404
    return found


@visiting
def receipt(request: VisitRequest) -> HttpResponseBase:
    filing = _filing(request)
    dossier = filing.dossier
    payment = dossier.payments.last()
    shown = {
        "dossier": dossier, "filing": filing, "payment": payment, "pay_qr": _pay_qr(payment),
        "account": settings.BANK_ACCOUNT, "code_lines": dossier.code.split("-", 1), "qr": _qr(dossier),
    }  # fmt: skip
    return show(request, "receipt", shown)


@visiting
def paid(request: VisitRequest) -> HttpResponseBase:
    """Asked by the page every few seconds: has the bank told of the money?"""
    payment = _filing(request).dossier.payments.last()
    return JsonResponse({"paid": payment is not None and payment.paid_at is not None})


def _qr(dossier: Dossier) -> str:
    return mark_safe(svg(tracking_url(dossier)))  # our own drawing of our own address


def _pay_qr(payment: Payment | None) -> str:
    """ "" when nothing is owed or no account is configured."""
    if payment is None or payment.paid_at is not None or not settings.BANK_ACCOUNT:
        return ""
    text = vietqr.payload(
        bank_bin=settings.BANK_BIN, account=settings.BANK_ACCOUNT, amount=payment.amount, memo=payment.memo
    )
    return mark_safe(svg(text, label=_("Mã VietQR để chuyển khoản")))  # our own drawing of our own text
