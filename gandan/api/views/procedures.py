"""The catalogue: open to everybody."""

from django.http import Http404, HttpRequest
from django.utils.timezone import localdate
from ninja import Query, Router, Schema
from pydantic import Field

from gandan.catalog.models import ProcedureVersion
from gandan.catalog.search import search

from .. import shapes
from ..telling import procedure_detail, procedure_item

router = Router(tags=["Thủ tục"])
PAGE, MOST_HITS = 50, 200


class Wanted(Schema):
    q: str = Field("", max_length=200, description="gõ không dấu, viết tắt, tên thường gọi đều được")
    field: str = Field("", max_length=120, description="đúng tên lĩnh vực")
    page: int = Field(1, ge=1, le=1000)


@router.get("/procedures", response=shapes.Procedures, summary="Tìm hoặc liệt kê thủ tục đang có hiệu lực")
def procedures(request: HttpRequest, wanted: Query[Wanted]) -> shapes.Procedures:
    """Best first for a question, else in Vietnamese alphabetical order; 50 a page."""
    versions = ProcedureVersion.objects.in_force(localdate()).select_related("procedure")
    if wanted.field:
        versions = versions.filter(procedure__field=wanted.field)
    found = list(versions.order_by("procedure__sort_name", "procedure__code"))
    if wanted.q.strip():
        by_code = {one.procedure.code: one for one in found}
        found = [by_code[hit.code] for hit in search(wanted.q, limit=MOST_HITS) if hit.code in by_code]
    start = (wanted.page - 1) * PAGE
    return shapes.Procedures(items=[procedure_item(one) for one in found[start : start + PAGE]], total=len(found))


@router.get("/procedures/{code}", response=shapes.ProcedureDetail, summary="Một thủ tục: giấy tờ, thời hạn, mức thu")
def procedure(request: HttpRequest, code: str) -> shapes.ProcedureDetail:
    version = ProcedureVersion.objects.in_force(localdate()).with_facts().filter(procedure__code=code).first()
    if version is None:
        raise Http404
    return procedure_detail(version)
