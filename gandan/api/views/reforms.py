"""The registry of reform models, for staff: what the browser lists, with the package of each."""

from typing import Any

from django.http import Http404
from ninja import Query, Router, Schema
from pydantic import Field

from gandan.people.offices import Office
from gandan.places.models import Agency
from gandan.reforms import listing
from gandan.reforms.models import DeclaredFigure, ReformDocument

from .. import shapes
from ..callers import ApiRequest, Bearer

router = Router(tags=["Mô hình"], auth=Bearer())
PAGE = 50
PLAIN = ("code", "name", "kind", "field", "summary", "year", "status", "level", "uses_it")
TOLD = ("problem", "scope", "conditions", "benefit", "cost", "staff", "source")


class Wanted(Schema):
    q: str = Field("", max_length=120, description="tên, đơn vị, việc; gõ không dấu cũng được")
    field: str = Field("", max_length=80, description="đúng tên nhóm việc")
    document: str = Field("", max_length=60, description="số văn bản nêu mô hình")
    package: bool | None = Field(None, description="true: chỉ mô hình có gói cài đặt")
    uses_it: bool = Field(default=False, description="true: chỉ mô hình dùng công nghệ thông tin")
    page: int = Field(1, ge=1, le=1000)

    def asked(self) -> listing.Wanted:
        package = {True: "co", False: "chua", None: ""}[self.package]
        return listing.Wanted(
            words=self.q.replace("\0", ""), field=self.field.replace("\0", ""), document=self.document.replace("\0", ""),
            package=package, technology=self.uses_it,
        )  # fmt: skip


@router.get("/reforms", response=shapes.Reforms, summary="Tìm hoặc liệt kê mô hình, sáng kiến")
def reforms(request: ApiRequest, wanted: Query[Wanted]) -> shapes.Reforms:
    """Technology first, then in Vietnamese alphabetical order; 50 a page."""
    agency = _agency(request.auth.staff_office())
    found = listing.listed(wanted.asked(), agency)
    adopted = listing.adopted_by(agency)
    start = (wanted.page - 1) * PAGE
    items = [_item(one, adopted) for one in found[start : start + PAGE]]
    return shapes.Reforms(items=[shapes.ReformItem(**one) for one in items], total=found.count())


@router.get(
    "/reforms/{code}", response=shapes.ReformDetail, summary="Một mô hình: văn bản, số liệu công bố, gói cài đặt"
)
def reform(request: ApiRequest, code: str) -> shapes.ReformDetail:
    agency = _agency(request.auth.staff_office())
    one = listing.listed(listing.Wanted(), agency).filter(code=code.replace("\0", "")).first()
    if one is None:
        raise Http404
    version = one.newest()
    return shapes.ReformDetail(
        **_item(one, listing.adopted_by(agency)), **{name: getattr(one, name) for name in TOLD},
        version=version.number if version else None, content=version.content if version else "",
        package=version.package if version else {}, digest=version.digest if version else "",
        documents=[_document(row) for row in one.documents.order_by("issued_on", "number")],
        declared=[_declared(row) for row in one.declared.order_by("pk")],
        variants=list(one.variants.order_by("code").values_list("code", flat=True)),
    )  # fmt: skip


def _agency(office: Office) -> Agency:
    return office.commune or office.agency


def _item(one: Any, adopted: dict[int, Any]) -> dict[str, Any]:
    """`one` comes from `listing.listed`, which counts adopters and looks for a package."""
    here = adopted.get(one.pk)
    return {
        **{name: getattr(one, name) for name in PLAIN}, "owner": one.owned_by, "status_label": one.get_status_display(),
        "has_package": one.has_package, "adopters": one.adopters, "adopted_here": here.status if here else "",
    }  # fmt: skip


def _document(row: ReformDocument) -> shapes.ReformDocumentOut:
    names = ("number", "issuer", "subject", "role", "note")
    issued = row.issued_on.isoformat() if row.issued_on else None
    return shapes.ReformDocumentOut(issued_on=issued, **{name: getattr(row, name) for name in names})


def _declared(row: DeclaredFigure) -> shapes.DeclaredOut:
    return shapes.DeclaredOut(**{name: getattr(row, name) for name in shapes.DeclaredOut.model_fields})
