"""The words of letters: a shipped text for each kind, variables in braces, what a commune wrote instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gandan.core.errors import RuleBroken

from .models import LetterKind

VARIABLE = re.compile(r"\{([^{}]*)\}")
EVERY = {"xa": "tên xã, phường", "nguoi_nhan": "người nhận thư"}
VARIABLES: Mapping[str, Mapping[str, str]] = MappingProxyType({
    LetterKind.MARRIAGE: {**EVERY, "hai_ben": "tên hai vợ chồng"},
    LetterKind.BIRTH: {**EVERY, "chau": "tên cháu bé", "ngay_sinh": "ngày sinh của cháu"},
    LetterKind.CONDOLENCE: {**EVERY, "nguoi_mat": "tên người mất"},
    LetterKind.THANKS: {**EVERY, "dong_gop": "nội dung đóng góp"},
    LetterKind.COMMENDATION: {**EVERY, "sang_kien": "tên sáng kiến"},
    LetterKind.APOLOGY: {**EVERY, "viec": "việc chậm hoặc sai"},
    LetterKind.INVITATION: {**EVERY, "viec": "cuộc gặp, ngày giờ, nơi gặp"},
})  # fmt: skip


@dataclass(frozen=True)
class Words:
    title: str
    body: str


SHIPPED: Mapping[str, Words] = MappingProxyType({
    LetterKind.MARRIAGE: Words(
        "Thư chúc mừng",
        "Ủy ban nhân dân {xa} vui mừng được tin {hai_ben} đã đăng ký kết hôn.\n"
        "Chúc hai bạn trăm năm hạnh phúc, thương yêu, tôn trọng nhau, cùng vun đắp một gia đình ấm no, tiến bộ.\n"
        "Khi cần việc gì, hai bạn cứ gọi Trung tâm Phục vụ hành chính công. Chúng tôi luôn sẵn lòng giúp đỡ.",
    ),
    LetterKind.BIRTH: Words(
        "Thư chúc mừng",
        "Ủy ban nhân dân {xa} vui mừng được tin gia đình vừa đón cháu {chau}, sinh ngày {ngay_sinh}.\n"
        "Chúc cháu hay ăn, chóng lớn, khỏe mạnh, thông minh. Chúc mẹ mau bình phục, gia đình luôn hạnh phúc.\n"
        "Từ hôm nay, cháu là công dân của {xa}.",
    ),
    LetterKind.CONDOLENCE: Words(
        "Thư chia buồn",
        "Được tin {nguoi_mat} từ trần, Ủy ban nhân dân {xa} vô cùng thương tiếc.\n"
        "Xin gửi tới gia đình lời chia buồn sâu sắc nhất. Mong gia đình sớm vượt qua những ngày đau thương này.\n"
        "Các giấy tờ cần làm, Trung tâm Phục vụ hành chính công xin được lo cùng gia đình.",
    ),
    LetterKind.THANKS: Words(
        "Thư cảm ơn",
        "Ủy ban nhân dân {xa} trân trọng cảm ơn {nguoi_nhan} về việc {dong_gop}.\n"
        "Sự đóng góp ấy là nguồn động viên quý báu đối với cán bộ và Nhân dân {xa}.\n"
        "Kính chúc {nguoi_nhan} mạnh khỏe, thành công và tiếp tục đồng hành cùng địa phương.",
    ),
    LetterKind.COMMENDATION: Words(
        "Thư biểu dương",
        "Ủy ban nhân dân {xa} biểu dương {nguoi_nhan}, tác giả sáng kiến “{sang_kien}” đã được công nhận.\n"
        "Sáng kiến mang lại lợi ích thiết thực cho cộng đồng và là tấm gương để mọi người học tập.\n"
        "Mong {nguoi_nhan} tiếp tục có nhiều ý tưởng hay đóng góp cho quê hương.",
    ),
    LetterKind.APOLOGY: Words(
        "Thư xin lỗi",
        "Ủy ban nhân dân {xa} xin lỗi {nguoi_nhan} về việc {viec}.\n"
        "Đây là thiếu sót của chúng tôi. Nguyên nhân đã được làm rõ và người có trách nhiệm đã được chấn chỉnh.\n"
        "Cảm ơn {nguoi_nhan} đã cho biết để chúng tôi phục vụ tốt hơn.",
    ),
    LetterKind.INVITATION: Words(
        "Thư mời",
        "Ủy ban nhân dân {xa} trân trọng kính mời {nguoi_nhan} tới dự {viec}.\n"
        "Sự có mặt của {nguoi_nhan} là niềm vinh dự của chúng tôi.",
    ),
})  # fmt: skip


def check(kind: str, body: str) -> None:
    """RuleBroken for a variable that this kind of letter does not have."""
    unknown = sorted(set(VARIABLE.findall(body)) - set(VARIABLES[kind]))
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in VARIABLES[kind])
        raise RuleBroken(f"Thư này không có biến {{{unknown[0]}}}. Dùng được: {known}.")


def fill(body: str, facts: Mapping[str, str]) -> str:
    """The body with facts in place; one that is not known stays a dotted gap for whoever edits the draft."""
    return VARIABLE.sub(lambda found: facts.get(found[1]) or "……", body)
