"""Digitising a paper: the minimum fields that make a scan usable again (NĐ 118/2025, Điều 19, khoản 2)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import PaperDigitised
from ..models import Paper

DIGITISED_FIELDS = {
    "type_code": "Mã loại giấy tờ",
    "id_number": "Số định danh của người đứng tên",
    "name": "Tên giấy tờ",
    "abstract": "Trích yếu",
    "valid_until": "Thời hạn hiệu lực",
    "scope": "Phạm vi có giá trị",
    "issuer": "Cơ quan cấp",
}
NEEDED_FIELDS = ("type_code", "id_number", "name", "abstract", "valid_until", "scope")


@transaction.atomic
def digitise(paper: Paper, *, fields: dict[str, str], by: User, now: datetime) -> None:
    """Keep the fields of a paper of a dossier; an incomplete set is kept and told as incomplete."""
    if paper.dossier is None:
        raise RuleBroken("Giấy này còn trong bản nháp. Nộp hồ sơ rồi mới số hóa.")
    paper.digitised = {key: value for key, value in fields.items() if key in DIGITISED_FIELDS and value}
    paper.save(update_fields=["digitised"])
    is_complete = all(paper.digitised.get(key) for key in NEEDED_FIELDS)
    event = PaperDigitised(dossier_id=paper.dossier.pk, paper_id=paper.pk, is_complete=is_complete)
    record(event, about=paper.dossier, by=by, at=now)
