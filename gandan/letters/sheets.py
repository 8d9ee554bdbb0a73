"""A letter on paper, in the layout of official papers (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localtime

from gandan.documents.sheets import Paragraph, Sheet, Signature, Signatures

from .models import Letter

CHAIRMAN = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


def letter_sheet(letter: Letter, now: datetime) -> Sheet:
    """Dated by its signature; before that, by the day of printing, with room to sign."""
    commune, issued = letter.commune, localtime(letter.signed_at or now)
    signer = letter.signer.full_name if letter.signer else ""
    return Sheet(
        superior=f"Ủy ban nhân dân {commune.province.name_within}" if commune.province else "",
        agency=f"Ủy ban nhân dân {commune.name_within}", title=letter.title, place=commune.place_name,
        issued_on=issued.date(),
        blocks=(
            Paragraph(text=f"Kính gửi: {letter.recipient}", bold=True, align="center"),
            *(Paragraph(text=line) for line in letter.body.splitlines() if line.strip()),
            Signatures((Signature(title=CHAIRMAN, name=signer),)),
        ),
    )  # fmt: skip
