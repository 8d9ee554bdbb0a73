"""The statutory forms as versioned data: when a circular changes a form, add an edition and close the one before."""

from __future__ import annotations

from datetime import date

from gandan.documents.sheets import FormEdition

_CIRCULAR = "Thông tư 03/2025/TT-VPCP, Phụ lục I"
_SIGNED_ON = date(2025, 9, 15)
_NAMES = {
    "01": "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    "02": "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    "03": "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
    "04": "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết",
    "05": "Thông báo dừng giải quyết hồ sơ",
    "06": "Phiếu kiểm soát quá trình giải quyết hồ sơ",
    "07": "Sổ theo dõi hồ sơ",
}

EDITIONS: tuple[FormEdition, ...] = tuple(
    FormEdition(number=f"Mẫu số {code}", name=name, source=_CIRCULAR, valid_from=_SIGNED_ON)
    for code, name in _NAMES.items()
)


def edition_on(code: str, day: date) -> FormEdition:
    """The edition of form `code` ("01" … "07") in force that day; for an older paper, the earliest edition kept.

    Raises LookupError for a form that does not exist.
    """
    of_form = sorted((one for one in EDITIONS if one.number.endswith(code)), key=lambda one: one.valid_from)
    if not of_form:
        raise LookupError(f"Form {code} does not exist.")
    in_force = [one for one in of_form if one.valid_from <= day and (one.valid_to is None or day <= one.valid_to)]
    return in_force[-1] if in_force else of_form[0]
