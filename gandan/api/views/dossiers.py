"""Dossiers: list, file, read. Rows of another commune are not found."""

from typing import Any

from django.http import Http404
from django.utils import timezone
from ninja import Query, Router, Schema, Status
from pydantic import AwareDatetime, Field

from gandan.dossiers.models import Dossier
from gandan.dossiers.workflow import Status as DossierStatus

from .. import shapes
from ..callers import ApiRequest, Bearer, Caller
from ..filing import DossierIn, file_dossier
from ..repeats import once
from ..telling import dossier_detail, dossier_item

router = Router(tags=["Hồ sơ"], auth=Bearer())
PAGE = 50


def find(caller: Caller, code: str) -> Dossier:
    """The dossier, within what the caller may see."""
    seen = caller.dossiers().select_related("procedure", "version", "agency", "commune", "holder", "extension")
    dossier = seen.filter(code=code).first()
    if dossier is None:
        raise Http404
    return dossier


class Wanted(Schema):
    status: DossierStatus | None = None
    due_before: AwareDatetime | None = Field(None, description="hạn trước thời điểm này, kèm múi giờ")
    q: str = Field("", max_length=100, description="mã, người nộp hoặc thủ tục, gõ không dấu được")
    page: int = Field(1, ge=1, le=100_000)


@router.get("/dossiers", response=shapes.Dossiers, summary="Hồ sơ được xem, hạn gần nhất trước")
def dossiers(request: ApiRequest, wanted: Query[Wanted]) -> shapes.Dossiers:
    found = request.auth.dossiers()
    if wanted.status is not None:
        found = found.filter(status=wanted.status)
    if wanted.due_before is not None:
        found = found.filter(due_at__lt=wanted.due_before)
    if wanted.q.strip():
        found = found.matching(wanted.q)
    start, now = (wanted.page - 1) * PAGE, timezone.now()
    rows = (
        found.by_due().select_related("procedure", "version", "agency", "commune").prefetch_related("version__limits")
    )
    items = [dossier_item(one, now) for one in rows[start : start + PAGE]]
    return shapes.Dossiers(items=items, total=found.count())


@router.post("/dossiers", response={201: shapes.DossierDetail}, summary="Nộp hồ sơ")
def file(request: ApiRequest, body: DossierIn) -> Status[Any]:
    """`counter` and `post` with every required paper seen: received at once, the date counts. Otherwise the dossier is
    registered and `due_at` is an estimate. Send an `Idempotency-Key` and a repeated request files nothing twice."""

    def do() -> shapes.DossierDetail:
        now = timezone.now()
        return dossier_detail(file_dossier(body, request.auth, now), request.auth, now)

    return once(request, 201, do)


@router.get("/dossiers/{code}", response=shapes.DossierDetail, summary="Một hồ sơ")
def dossier(request: ApiRequest, code: str) -> shapes.DossierDetail:
    return dossier_detail(find(request.auth, code), request.auth, timezone.now())
