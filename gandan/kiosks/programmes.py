"""The programme that switches the machines on (S2.2), and how dossiers filed there are marked as done under it."""

from __future__ import annotations

from datetime import datetime

from gandan.dossiers.marking import fits, mark, marks
from gandan.dossiers.models import Dossier, UnderProgramme
from gandan.programmes.kinds import Kind, Running, declare
from gandan.programmes.parameters import Flag, Procedures, Whole

from .models import KioskFiling
from .rules import HOLD_DAYS, KIND

declare(
    Kind(
        name=KIND, label="Máy tự phục vụ nhận, trả hồ sơ (Máy APS)",
        help="Người dân tự khai, nộp hồ sơ, nộp lệ phí, lấy giấy xác nhận tại máy; kết quả đặt trong ngăn tủ, mở bằng mã một lần.",
        changes="Máy APS của xã nhận hồ sơ. Tắt thì máy chỉ còn tra cứu, lấy số và trả những kết quả đang ở trong ngăn.",
        parameters=(
            Procedures("procedures", "Thủ tục nộp được tại máy", "Để trống: mọi thủ tục nộp trực tuyến.", required=False),
            Whole("hold_days", "Kết quả chờ trong ngăn", least=1, most=30, default=HOLD_DAYS, unit="ngày"),
            Flag("takes_payment", "Nộp lệ phí bằng mã VietQR ngay tại máy", default=True),
        ),
        measures=("kiosk_filings", "kiosk_returns", "kiosk_errors_caught", "no_handwriting_share", "kiosk_satisfaction"),
        against=(KIND,),
        clash=lambda proposal, other: f"“{other.name}” đang mở máy APS từ ngày {other.since:%d/%m/%Y}.",
        announce=lambda values: "Nộp hồ sơ và nhận kết quả tại máy APS, cả ngoài giờ làm việc",
    )
)  # fmt: skip


@marks(KIND)
def under_self_service_machine(dossier: Dossier, rule: Running, now: datetime) -> UnderProgramme | None:
    """Only what was filed at a machine; a day asked for before filing is promised as everywhere."""
    if dossier.pk and fits(dossier, rule) and KioskFiling.objects.filter(dossier=dossier).exists():
        return mark(dossier, rule, now)
    return None
