"""Which offices a commune has, pure: its divisions, its centre, the partner agencies that work with it.

Divisions: Nghị định 150/2025/NĐ-CP (xã: Phòng Kinh tế; phường and đặc khu: Phòng Kinh tế, Hạ tầng và Đô thị).
"""

from __future__ import annotations

from dataclasses import dataclass

DIVISION = "division"
PARTNER = "partner"


@dataclass(frozen=True)
class Part:
    """An office below a commune: its code suffix, what it is for, kind and name."""

    suffix: str
    part: str
    kind: str
    name: str


def parts_of(commune_name: str) -> tuple[Part, ...]:
    """The offices of a commune named “Xã Chí Minh”."""
    within = commune_name[:1].lower() + commune_name[1:]
    economy = "Phòng Kinh tế" if within.startswith("xã ") else "Phòng Kinh tế, Hạ tầng và Đô thị"
    return (
        Part("VP", "van_phong", DIVISION, "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
        Part("TTHC", "center", DIVISION, f"Trung tâm Phục vụ hành chính công {within}"),
        Part("VHXH", "vhxh", DIVISION, "Phòng Văn hóa - Xã hội"),
        Part("KT", "kinh_te", DIVISION, economy),
        Part("VHTT", "truyen_thong", DIVISION, "Trung tâm Văn hóa, Thể thao và Truyền thông"),
        Part("CA", "cong_an", PARTNER, f"Công an {within}"),
        Part("BHXH", "bhxh", PARTNER, "Bảo hiểm xã hội cơ sở"),
        Part("THUE", "thue", PARTNER, "Thuế cơ sở"),
        Part("VPDKDD", "vpdkdd", PARTNER, "Chi nhánh Văn phòng Đăng ký đất đai"),
    )


def default_identifier(code: str, province_suffix: str) -> str:
    """A provisional identifier in the form of QĐ 20/2020/QĐ-TTg, one for each unit code: 11131 → 001.11.31.H24.

    A province without a known suffix gets T and its own first digits, so that nobody takes it for an official one.
    """
    return f"00{code[0]}.{code[1:3]}.{code[3:5]}.{province_suffix or 'T00'}"
