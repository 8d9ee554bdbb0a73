"""Contributors, the words of letters, greetings of holidays."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.people.access import CitizenRequest, OfficerRequest, PublicRequest, citizen, officer, public
from gandan.people.models import Role
from gandan.ui.views.pressing import press

from .. import actions
from ..actions.drafting import words_of
from ..forms import ChooseForm, GiftForm, GreetingForm, ProofForm, WordsForm
from ..models import Airing, Contribution, Greeting, LetterKind, LetterRefusal
from .letters import of_the_office, tabs

PAGE = 50
KEEPERS = (Role.LEADER, Role.CLERK, Role.COMMUNICATIONS)


@officer
def contributions(request: OfficerRequest) -> HttpResponse:
    """Who gave what, newest first, and the letter of thanks that followed."""
    of_the_office(request)
    form = GiftForm(request.POST or None)
    if press(request, form, lambda: actions.register_contribution(
        request.commune, form.gift(), by=request.user, now=timezone.now()
    )):  # fmt: skip
        messages.success(request, "Đã ghi người đóng góp và soạn thư cảm ơn.")
        return redirect("letters:contributions")
    rows = Contribution.objects.filter(commune=request.commune).prefetch_related("letters")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "letters/officer/contributions.html",
        {"tabs": tabs("letters:contributions"), "page": page, "form": form},
    )


@officer
def texts(request: OfficerRequest) -> HttpResponse:
    of_the_office(request)
    rows = [(kind, words_of(request.commune, kind)) for kind in LetterKind]
    return render(request, "letters/officer/texts.html", {"tabs": tabs("letters:texts"), "rows": rows})


@officer
def text(request: OfficerRequest, kind: str) -> HttpResponse:
    """The words of one kind; a change is a new version."""
    of_the_office(request)
    if kind not in LetterKind.values:
        raise Http404
    form = WordsForm(request.POST or None, kind=kind, words=words_of(request.commune, kind))
    if request.method == "POST" and not request.office.holds(*KEEPERS):
        raise RuleBroken("Lãnh đạo, văn thư hoặc truyền thông sửa mẫu thư.")
    if press(request, form, lambda: actions.keep_letter_text(
        request.commune, kind, form.words(), by=request.user, now=timezone.now()
    )):  # fmt: skip
        messages.success(request, "Đã lưu mẫu thư. Thư soạn từ nay dùng lời mới.")
        return redirect("letters:texts")
    return render(request, "letters/officer/text.html", {"form": form, "label": LetterKind(kind).label})


@officer
def greetings(request: OfficerRequest) -> HttpResponse:
    """Holidays ahead and behind; one that began without an approved message stands out."""
    of_the_office(request)
    rows = Greeting.objects.filter(commune=request.commune).prefetch_related("airings")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "letters/officer/greetings.html",
        {"tabs": tabs("letters:greetings"), "page": page, "now": timezone.now()},
    )


def _greeting(request: OfficerRequest, pk: int) -> Greeting:
    of_the_office(request)
    rows = Greeting.objects.filter(commune=request.commune).select_related("approved_by").prefetch_related("airings")
    return get_object_or_404(rows, pk=pk)


@officer
def greeting(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _greeting(request, pk)
    chosen = [airing.channel for airing in one.airings.all()]
    form = GreetingForm(request.POST or None, initial={"title": one.title, "body": one.body, "channels": chosen})
    if press(request, form, lambda: actions.write_greeting(one, form.message(), by=request.user, now=timezone.now())):
        messages.success(request, "Đã lưu lời chúc.")
        return redirect("letters:greeting", pk)
    facts = {
        "greeting": one,
        "form": form,
        "proof": ProofForm(auto_id=False),
        "may_approve": request.office.holds(Role.LEADER),
    }
    return render(request, "letters/officer/greeting.html", facts)


@officer
@require_POST
def approve(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _greeting(request, pk)
    if not request.office.holds(Role.LEADER):
        raise RuleBroken("Chủ tịch hoặc lãnh đạo được giao duyệt lời chúc.")
    actions.approve_greeting(one, by=request.user, now=timezone.now())
    messages.success(request, "Đã duyệt lời chúc.")
    return redirect("letters:greeting", pk)


@officer
@require_POST
def air(request: OfficerRequest, pk: int) -> HttpResponse:
    """Proof of one channel."""
    of_the_office(request)
    airing = get_object_or_404(Airing.objects.select_related("greeting"), pk=pk, greeting__commune=request.commune)
    form = ProofForm(request.POST)
    proof = form.cleaned_data["proof"] if form.is_valid() else ""
    actions.air_greeting(airing, proof, by=request.user, now=timezone.now())
    messages.success(request, "Đã ghi bằng chứng.")
    return redirect("letters:greeting", airing.greeting_id)


@public
def greeting_page(request: PublicRequest) -> HttpResponse:
    """What the chairman says these days."""
    rows = Greeting.objects.filter(commune=request.commune).shown_on(timezone.now()).select_related("approved_by")
    return render(request, "letters/public/greetings.html", {"greetings": rows})


@citizen
def choose(request: CitizenRequest) -> HttpResponse:
    """Which letters of the commune somebody wants."""
    refused = set(LetterRefusal.objects.filter(citizen=request.user).values_list("kind", flat=True))
    wanted = [kind for kind in LetterKind.values if kind not in refused]
    form = ChooseForm(request.POST or None, initial={"wanted": wanted})
    if press(request, form, lambda: actions.choose_letters(request.user, refused=form.refused(), now=timezone.now())):
        messages.success(request, "Đã lưu lựa chọn của ông/bà.")
        return redirect("letters:choose")
    return render(request, "letters/citizen/choose.html", {"form": form})
