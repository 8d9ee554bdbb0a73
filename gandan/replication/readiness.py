"""What still keeps a draft from being issued, each with its remedy. Reads, never writes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from gandan.core.errors import RuleBroken

from .models import Clause, Designation, Directive, DirectiveKind
from .recipients import expand


def problems(directive: Directive, now: datetime) -> list[str]:
    """Sentences for the person; empty: it can be issued."""
    found = list(_of_whole(directive))
    for clause in directive.clauses.prefetch_related("agencies"):
        found += _of_part(directive, clause, f"Mục {clause.number}", now)
    for one in directive.designations.select_related("reform").prefetch_related("agencies"):
        found += _of_part(directive, one, f"Mô hình “{one.reform}”", now)
    return found


def _of_whole(directive: Directive) -> Iterator[str]:
    has_duty = directive.clauses.exists() or directive.designations.exists()
    if not has_duty and directive.kind != DirectiveKind.GUIDANCE:
        yield "Văn bản chưa có mục nào và chưa có mô hình nào. Thêm ít nhất một mục hoặc một mô hình."
    try:
        units = expand(directive.issuer, directive.groups, directive.agencies.all())
    except RuleBroken as outside:
        yield str(outside)
        return
    if not has_duty and not units:
        yield "Chưa chọn nơi nhận. Chọn nhóm hoặc từng đơn vị."


def _of_part(directive: Directive, part: Clause | Designation, name: str, now: datetime) -> Iterator[str]:
    try:
        if not expand(directive.issuer, part.groups, part.agencies.all()):
            yield f"{name} chưa có đơn vị thực hiện. Chọn nhóm có đơn vị, hoặc chọn từng đơn vị."
    except RuleBroken as outside:
        yield f"{name}: {outside}"
    if part.due_at is None and isinstance(part, Clause):
        yield f"{name} chưa có hạn. Ghi hạn để giao thành nhiệm vụ."
    if part.due_at is not None and part.due_at <= now:
        yield f"{name} có hạn {part.due_on:%d/%m/%Y} đã qua. Đặt hạn từ hôm nay trở đi."
