"""Papers that go home with a result: the letter of the commune with its guidance, and the list for the trip."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.timezone import localtime

from gandan.core.errors import RuleBroken
from gandan.documents.sheets import Block, Paragraph, Sheet, Signature, Signatures, Table
from gandan.places.models import Agency
from gandan.programmes.kinds import Running
from gandan.programmes.running import term_numbered

from .models import HomeReturn
from .occasions import Occasion, occasion
from .sheets import CENTRE

CHAIRMAN = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
LEAFLET_TITLE = {"birth": "Chăm sóc trẻ sơ sinh", "marriage": "Dành cho gia đình mới"}


def letter_of(home: HomeReturn, rule: Running) -> Occasion | None:
    """The event the commune writes about; None where its programme sends no letter or there is no event."""
    event = occasion(home.dossier.answers)
    return event if event and event.kind in rule.values["letter"] else None


def letter_words(home: HomeReturn, event: Occasion) -> tuple[str, ...]:
    """The body of the letter, paragraph by paragraph, with the names as the declaration spells them."""
    commune = home.dossier.commune
    council = f"Ủy ban nhân dân {commune.name_within}"
    if event.kind == "marriage":
        first, second = event.names
        return (
            f"Kính gửi: {first} và {second}",
            f"{council} vui mừng được tin hai bạn {first} và {second} đã đăng ký kết hôn tại {commune.name_within}.",
            "Chúc hai bạn trăm năm hạnh phúc, thương yêu, tôn trọng và cùng nhau vun đắp một gia đình ấm no, tiến bộ.",
            f"{commune.unit_type} luôn sẵn lòng giúp đỡ gia đình trẻ. Khi cần việc gì, hai bạn cứ gọi Trung tâm.",
        )
    child = event.names[0]
    born = f", sinh ngày {event.day:%d/%m/%Y}" if event.day else ""
    return (
        f"Kính gửi: gia đình cháu {child}",
        f"{council} vui mừng được tin gia đình vừa đón cháu {child}{born}.",
        f"Chúc cháu {child} hay ăn, chóng lớn, khỏe mạnh, thông minh. Chúc mẹ mau bình phục và gia đình luôn hạnh phúc.",
        f"{commune.unit_type} mang đến tận nhà giấy tờ đầu tiên của cháu. Từ hôm nay, cháu là công dân của {commune.name_within}.",
    )  # fmt: skip


def letter_sheet(home: HomeReturn, now: datetime) -> Sheet:
    """The letter, signed for the commune, then the guidance. RuleBroken where no letter goes with this result."""
    rule = term_numbered(home.term_id)
    event = letter_of(home, rule)
    if event is None:
        raise RuleBroken("Chương trình không gửi thư kèm kết quả này.")
    commune = home.dossier.commune
    greeting, *body = letter_words(home, event)
    blocks: tuple[Block, ...] = (
        Paragraph(text=greeting, bold=True, align="center"),
        *(Paragraph(text=words) for words in body),
        Signatures((Signature(title=CHAIRMAN),)),
        *_guidance(rule, event),
    )
    province = commune.province
    return Sheet(
        superior=f"Ủy ban nhân dân {province.name_within}" if province else "",
        agency=f"Ủy ban nhân dân {commune.name_within}", title="Thư chúc mừng", place=commune.place_name,
        issued_on=localtime(now).date(), blocks=blocks, reference=home.dossier.code,
    )  # fmt: skip


def guidance(rule: Running) -> list[str]:
    """Paragraphs of the leaflet."""
    return [line.strip() for line in rule.values["leaflet"].splitlines() if line.strip()]


def _guidance(rule: Running, event: Occasion) -> tuple[Paragraph, ...]:
    lines = guidance(rule)
    if not lines:
        return ()
    return (
        Paragraph(text=LEAFLET_TITLE[event.kind], bold=True, align="left"),
        *(Paragraph(text=line) for line in lines),
    )


def trip_sheet(homes: Sequence[HomeReturn], commune: Agency, now: datetime) -> Sheet:
    """The list the trip takes along: who, where, what, by when, and room for the recipient's name and signature."""
    table = Table(
        headers=("TT", "Người nhận, điện thoại", "Địa chỉ", "Kết quả", "Hạn", "Người nhận ký, ghi rõ họ tên"),
        rows=tuple(_trip_row(number, home) for number, home in enumerate(homes, start=1)),
        widths=(1, 5, 6, 5, 3, 5),
        numeric=(0,),
    )
    return Sheet(
        superior=f"Ủy ban nhân dân {commune.name_within}", agency=CENTRE, title="Phiếu chuyến trả kết quả tại nhà",
        subtitle=f"{len(homes)} hồ sơ", place=commune.place_name, issued_on=localtime(now).date(), landscape=True,
        blocks=(table, Signatures((Signature(title=("Người đi trả kết quả",), hint="(Ký, ghi rõ họ tên)"),))),
    )  # fmt: skip


def _trip_row(number: int, home: HomeReturn) -> tuple[str, ...]:
    one = home.dossier
    phone = f"\n{one.applicant_phone}" if one.applicant_phone else ""
    due = f"{localtime(home.due_at):%H:%M %d/%m}" if home.due_at else "chưa có"
    return (
        str(number), f"{one.applicant_name}{phone}", home.place() or "chưa có", f"{one.procedure.short_name}\n{one.code}",
        due, "\n\n",
    )  # fmt: skip
