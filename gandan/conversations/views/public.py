"""For everybody: ask, follow one's own question by its key, read what others asked, the channels and their posts."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.catalog.models import Procedure
from gandan.core.actions import count_try
from gandan.core.errors import RuleBroken
from gandan.people.access import PublicRequest, public
from gandan.ui.views.files import kept_file
from gandan.ui.views.pressing import press

from .. import actions
from ..forms import AskForm, MoreForm
from ..limits_of_use import HOUR, QUESTIONS, TURNS, TURNS_OF_THREAD
from ..models import CommunityChannel, Post, PostPhoto, Side, Thread, Turn, TurnPhoto
from ..programmes import is_prechecked
from ..workflow import ThreadStatus
from .door import TOO_OFTEN, citizen_of, fields_in_force, may, procedure_in_force, wear

PAGE = 20
MENU = (
    ("Phản ánh sự cố hạ tầng (1022)", ("feedback:report", "feedback:public", "conversations:public")),
    ("Thủ tục hành chính", ("catalog:procedures",)),
    ("Hộ tịch trực tuyến", ("conversations:civil_status",)),
    ("Lịch công tác tuần", ("dialogue:public",)),
    ("Lịch tiếp công dân của lãnh đạo", ("dialogue:public",)),
    ("Danh bạ cán bộ, công chức", ("hotline:directory",)),
)  # fmt: skip


@public
def home(request: PublicRequest) -> HttpResponse:
    """Ask, see the six doors, read what others asked."""
    code = request.GET.get("tt", "")
    version = procedure_in_force(code) if code else None
    community = _community(request)
    citizen = citizen_of(request)
    form = AskForm(
        request.POST or None, request.FILES or None, fields=fields_in_force(), is_known=citizen is not None,
        initial={"field": version.procedure.field if version else ""},
    )  # fmt: skip
    made: list[Thread] = []

    def send() -> None:
        if form.is_machine:
            return
        may(request, "ask", QUESTIONS)
        asking = form.asking(user=citizen, procedure=version.procedure if version else None, community=community)
        made.append(actions.ask(request.commune, asking, by=None, now=timezone.now()))

    if press(request, form, send):
        return redirect("conversations:thread", made[0].key) if made else redirect("conversations:public")
    words = request.GET.get("q", "").strip()
    known = Thread.objects.of(request.commune).published().order_by("-published_at")
    if words:
        known = known.filter(published_question__icontains=words)
    facts = {
        "form": form, "procedure": version.procedure if version else None, "words": words, "menu": _menu(),
        "page": Paginator(known.select_related("procedure", "answered_by"), PAGE).get_page(request.GET.get("page")),
        "channels": CommunityChannel.objects.filter(commune=request.commune, is_open=True).select_related("hamlet"),
        "community": community,
    }  # fmt: skip
    return render(request, "conversations/public/home.html", facts)


def _community(request: PublicRequest) -> CommunityChannel | None:
    key = request.GET.get("kenh", "")
    rows = CommunityChannel.objects.filter(commune=request.commune, is_open=True)
    return get_object_or_404(rows, key=key) if key else None


def _menu() -> list[dict[str, str]]:
    """The six doors of S3.29, each at the first of its addresses that there is."""
    found = []
    for label, names in MENU:
        for name in names:
            try:
                found.append({"label": label, "href": reverse(name)})
                break
            except NoReverseMatch:
                continue
    return found


@public
def civil_status(request: PublicRequest) -> HttpResponse:
    """“Hộ tịch trực tuyến”: what of civil status may be filed from home."""
    rows = Procedure.objects.in_force(localdate()).filter(
        field__startswith="Hộ tịch", versions__channels__contains=["online"]
    )
    facts = {"procedures": sorted(rows.distinct(), key=lambda one: bytes(one.sort_name))}
    return render(request, "conversations/public/civil_status.html", facts)


def _thread(request: PublicRequest, key: str) -> Thread:
    """Whoever has the key has the thread: it is in the link the asker was given."""
    rows = Thread.objects.select_related("commune__province", "procedure", "owner", "answered_by", "touchpoint")
    thread = get_object_or_404(rows, key=key)
    wear(request, thread.commune)
    return thread


def turns_of(thread: Thread, *, for_officer: bool = False) -> list[Turn]:
    rows = thread.turns.select_related("author").prefetch_related("photos")
    found = list(rows if for_officer else rows.exclude(side=Side.NOTE))
    with_cards(found)
    return found


def with_cards(turns: Sequence[Turn]) -> None:
    """`procedures` of each turn: those whose cards it shows."""
    codes = {code for one in turns for code in one.cards}
    known = Procedure.objects.in_bulk(codes, field_name="code") if codes else {}
    for one in turns:
        one.procedures = [known[code] for code in one.cards if code in known]  # type: ignore[attr-defined]  # for the template


@public
def thread(request: PublicRequest, key: str) -> HttpResponse:
    one = _thread(request, key)
    form = MoreForm(request.POST or None, request.FILES or None)
    if press(request, form, lambda: _write_on(request, one, form)):
        return redirect("conversations:thread", key)
    facts = {"thread": one, "form": form, **_shown(one)}
    answer = render(request, "conversations/public/thread.html", facts)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _shown(one: Thread) -> dict[str, object]:
    turns = turns_of(one)
    codes = [code for turn in turns for code in turn.cards]
    day, begun = localdate(), list(one.prechecks.select_related("version__procedure"))
    known = {check.version.procedure.code for check in begun}
    offered = [*([one.procedure] if one.procedure else []), *Procedure.objects.filter(code__in=codes)]
    return {
        "turns": turns, "prechecks": begun, "is_closed": one.status == ThreadStatus.CLOSED,
        "offered": [
            proc for proc in dict.fromkeys(offered) if proc.code not in known and is_prechecked(proc.code, one.commune, day)
        ],
        "has_answer": any(turn.side in (Side.OFFICER, Side.ASSISTANT) for turn in turns),
    }  # fmt: skip


def _write_on(request: PublicRequest, one: Thread, form: MoreForm) -> None:
    if form.is_machine:
        return
    may(request, "write-on", TURNS)
    if not count_try(f"thread:{one.key}", now=timezone.now(), limit=TURNS_OF_THREAD, per=HOUR):
        raise RuleBroken(TOO_OFTEN)
    actions.write_on(one, form.asking(), now=timezone.now())


@public
def turns(request: PublicRequest, key: str) -> HttpResponse:
    """The words alone, asked for again every few seconds by the page."""
    one = _thread(request, key)
    answer = render(request, "conversations/turns.html", {"thread": one, "turns": turns_of(one)})
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@public
def accept_answer(request: PublicRequest, key: str) -> HttpResponse:
    one = _thread(request, key)
    if request.method != "POST":
        raise Http404
    actions.accept_answer(one, now=timezone.now())
    messages.success(request, "Cảm ơn ông/bà. Cần hỏi thêm thì viết tiếp ở trang này.")
    return redirect("conversations:thread", key)


@public
def photo(request: PublicRequest, key: str, photo: str) -> FileResponse:
    one = _thread(request, key)
    found = get_object_or_404(TurnPhoto.objects.exclude(turn__side=Side.NOTE), turn__thread=one, key=photo)
    return kept_file(found.file, "anh", media_type=found.media_type, is_shown=True)


@public
def channel(request: PublicRequest, key: str) -> HttpResponse:
    """Posts of one channel, pinned first."""
    one = get_object_or_404(
        CommunityChannel.objects.select_related("commune__province", "hamlet"), key=key, is_open=True
    )
    wear(request, one.commune)
    shown = Post.objects.filter(channel=one, is_shown=True).select_related("procedure", "author")
    posts = shown.prefetch_related(Prefetch("photos"))
    facts = {"channel": one, "page": Paginator(posts, PAGE).get_page(request.GET.get("page"))}
    return render(request, "conversations/public/channel.html", facts)


@public
def post_photo(request: PublicRequest, key: str) -> FileResponse:
    found = get_object_or_404(PostPhoto, key=key, post__is_shown=True, post__channel__is_open=True)
    return kept_file(found.file, "anh", media_type=found.media_type, is_shown=True)
