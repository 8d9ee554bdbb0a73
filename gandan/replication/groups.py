"""Recipient groups (nơi nhận), as data: which units of the tree a group names. Pure.

The list is that of công văn 554/UBND-CCHC (quận Tân Bình, 09/4/2019) over today's tree: the district tier ended on 1/7/2025
(requirements, A52), so its specialist agencies are the divisions of a commune and its sector agencies the partners.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Group:
    """Units of one kind and, where told, one part."""

    code: str
    label: str
    kind: str
    part: str = ""


GROUPS = (
    Group("communes", "UBND các xã, phường", "commune"),
    Group("divisions", "Các phòng, đơn vị thuộc xã", "division"),
    Group("centers", "Trung tâm Phục vụ hành chính công", "division", "center"),
    Group("culture", "Phòng Văn hóa - Xã hội", "division", "vhxh"),
    Group("economy", "Phòng Kinh tế", "division", "kinh_te"),
    Group("office", "Văn phòng HĐND và UBND", "division", "van_phong"),
    Group("media", "Trung tâm Văn hóa, Thể thao và Truyền thông", "division", "truyen_thong"),
    Group("schools", "Trường mầm non, tiểu học, trung học cơ sở", "division", "truong"),
    Group("vocational", "Trung tâm giáo dục nghề nghiệp, thường xuyên", "division", "gdtx"),
    Group("partners", "Các cơ quan phối hợp trên địa bàn", "partner"),
    Group("police", "Công an", "partner", "cong_an"),
    Group("military", "Ban Chỉ huy quân sự", "partner", "quan_su"),
    Group("tax", "Thuế cơ sở", "partner", "thue"),
    Group("insurance", "Bảo hiểm xã hội", "partner", "bhxh"),
    Group("land", "Chi nhánh Văn phòng đăng ký đất đai", "partner", "vpdkdd"),
    Group("treasury", "Kho bạc Nhà nước", "partner", "kho_bac"),
    Group("justice", "Tòa án, Viện kiểm sát, Thi hành án", "partner", "tu_phap"),
    Group("front", "Mặt trận Tổ quốc và đoàn thể", "partner", "mttq"),
)
BY_CODE = {group.code: group for group in GROUPS}
OF_PROVINCE = ("communes",)
"""Groups a province chooses first; those of partners and divisions reach every commune."""


def label_of(code: str) -> str:
    return BY_CODE[code].label if code in BY_CODE else code
