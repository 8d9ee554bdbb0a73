"""Plain makers of the eight papers, every text of them hostile to markup where a person's words may stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta

from gandan.documents import statutory
from gandan.documents.sheets import Sheet, Working, WorkingDay, WorkingStep
from gandan.documents.wording import VIETNAM

HOSTILE = "Nguyễn Thị #Hạnh_ *@$<x> Ễ Ữ Ậ"
RECEIVED = datetime(2026, 11, 23, 15, 20, tzinfo=VIETNAM)
DUE = datetime(2026, 11, 26, 17, 0, tzinfo=VIETNAM)
TRACKING = "https://mot-cua.chiminh.haiphong.gov.vn/t/8Kf3mQz1Wd"


def letterhead(number: str = "125/TNHS") -> statutory.Letterhead:
    return statutory.Letterhead(
        superior="Ủy ban nhân dân xã Chí Minh",
        agency="Trung tâm Phục vụ hành chính công",
        place="Chí Minh",
        issued_at=RECEIVED,
        number=number,
        hotline="0220 3000 101",
    )


def case(applicant: str = HOSTILE) -> statutory.Case:
    return statutory.Case(
        code="000.31.52.H24-261123-0007",
        procedure="Đăng ký khai tử",
        applicant=applicant,
        address_as="bà",
        id_number_masked="030 1•• ••• 412",
        address="Thôn Ngọc Lâm, xã Chí Minh, thành phố Hải Phòng",
        phone_masked="0912 ••• 118",
    )


def working() -> Working:
    return Working(
        days=(
            WorkingDay(on=date(2026, 11, 23), kind="start", note="nhận 15:20"),
            WorkingDay(on=date(2026, 11, 24), kind="off", note="nghỉ lễ"),
            WorkingDay(on=date(2026, 11, 25), kind="counted", note="ngày 1"),
            WorkingDay(on=date(2026, 11, 26), kind="due", note="hạn 17:00"),
        ),
        steps=(
            WorkingStep(text="Ngày nhận hồ sơ không tính. Bắt đầu đếm từ ngày làm việc tiếp theo.",
                        source="Nghị định 118/2025/NĐ-CP, Điều 17, khoản 3."),
            WorkingStep(text="Thứ Ba, 24/11 nghỉ Ngày Văn hóa Việt Nam, không tính.",
                        source="Nghị quyết 28/2026/QH16."),
            WorkingStep(text="Đủ 2 ngày làm việc là thứ Năm, 26/11, hết giờ làm việc lúc 17 giờ."),
        ),
    )  # fmt: skip


def long_working(days: int = 28) -> Working:
    first = date(2026, 11, 23)
    strip = [WorkingDay(on=first, kind="start", note="nhận")]
    for offset in range(1, days):
        day = first + timedelta(days=offset)
        strip.append(WorkingDay(on=day, kind="off" if day.weekday() >= 5 else "counted"))
    strip.append(WorkingDay(on=first + timedelta(days=days), kind="due", note="hạn"))
    return replace(working(), days=tuple(strip))


def receipt() -> Sheet:
    return statutory.receipt(
        statutory.ReceiptData(
            letterhead=letterhead(),
            case=case(),
            components=(
                statutory.Component(name="Tờ khai đăng ký khai tử", electronic=1),
                statutory.Component(name="Giấy báo tử hoặc giấy tờ thay thế Giấy báo tử", originals=1, copies=2),
            ),
            received_at=RECEIVED,
            due_at=DUE,
            time_limit="2 ngày làm việc",
            working=working(),
            return_channel="Tại Quầy 1, hoặc nhận bản điện tử trên VNeID.",
            fee="8.000 đ, đã nộp",
            officer="Trần Thị Mai",
            tracking_url=TRACKING,
            officer_proof="Đã ký số lúc 15 giờ 20",
        )
    )


def supplement_request() -> Sheet:
    return statutory.supplement_request(
        statutory.SupplementData(
            letterhead=letterhead("18/YCBS"),
            case=case(),
            lacks=(
                statutory.Lack(
                    what="Ảnh chụp mặt sau thẻ căn cước của người đi khai",
                    why="Ảnh đã gửi bị lóa, không đọc được số <12 chữ số>",
                    basis="Nghị định 23/2015/NĐ-CP, Điều 24",
                ),
                statutory.Lack(what="Giấy báo tử", why="Chưa có trong hồ sơ", basis="Luật Hộ tịch, Điều 34"),
            ),
            stage="Kiểm tra trước khi tiếp nhận",
            after="Đủ giấy tờ thì thời hạn được tính lại từ đầu. Sau 15 ngày không bổ sung, hồ sơ được đóng.",
            contact="bà Trần Thị Mai, Quầy 1, 0220 3000 101",
            officer="Trần Thị Mai",
            complete_by=datetime(2026, 12, 8, 17, 0, tzinfo=VIETNAM),
        )
    )


def refusal() -> Sheet:
    return statutory.refusal(
        statutory.RefusalData(
            letterhead=letterhead("07/TCHS"),
            case=case(),
            grounds=(
                statutory.Ground(
                    reason="Đất thuộc xã Tứ Kỳ, ngoài phạm vi tiếp nhận của Trung tâm",
                    basis="Nghị định 118/2025/NĐ-CP, Điều 14",
                ),
            ),
            advice="Bà nộp hồ sơ tại Trung tâm xã Tứ Kỳ. Giấy tờ đã chuẩn bị giữ nguyên, không phải làm lại.",
            contact="0220 3000 101",
            signer=statutory.Signer(title=("Giám đốc",), name="Phạm Hữu Nghĩa"),
        )
    )


def apology() -> Sheet:
    return statutory.apology(
        statutory.ApologyData(
            letterhead=replace(
                letterhead("31/UBND-VP"),
                superior="Ủy ban nhân dân thành phố Hải Phòng",
                agency="Ủy ban nhân dân xã Chí Minh",
            ),
            case=case(),
            received_at=RECEIVED,
            due_at=DUE,
            new_due_at=datetime(2026, 11, 30, 17, 0, tzinfo=VIETNAM),
            cause="Công an xã chưa xác minh xong nơi cư trú cuối cùng của người chết",
            responsible="Công an xã Chí Minh",
            contact="bà Trần Thị Mai, Quầy 1, điện thoại 0220 3000 101",
            signer=statutory.Signer(
                title=("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"), name="Phạm Hữu Nghĩa"
            ),
            work_left="Xác minh cư trú, ký trích lục khai tử",
            recipients=("Như trên;", "Công an xã;", "Lưu: VT, TTPVHCC."),
        )
    )


def stop_notice() -> Sheet:
    return statutory.stop_notice(
        statutory.StopData(
            letterhead=letterhead("04/TB-TTPVHCC"),
            case=case(),
            received_at=RECEIVED,
            stopped_at=DUE,
            asked_by="bà Nguyễn Thị Hạnh",
            reason="Người nộp đề nghị rút hồ sơ để sửa họ tên trong tờ khai",
            stage="Đã tiếp nhận, chưa ký kết quả",
            fee="Đã nộp 8.000 đ, trả lại tại Quầy 1",
            papers="Trả lại đủ 2 bản chính tại Quầy 1",
            contact="0220 3000 101",
            signer=statutory.Signer(title=("Giám đốc",), name="Phạm Hữu Nghĩa"),
        )
    )


def control_slip() -> Sheet:
    at = RECEIVED
    return statutory.control_slip(
        statutory.ControlSlipData(
            letterhead=letterhead("125/PKS"),
            case=case(),
            lead_agency="Ủy ban nhân dân xã Chí Minh",
            received_at=at,
            due_at=DUE,
            handovers=(
                statutory.Handover(
                    giver_unit="Trung tâm Phục vụ hành chính công", giver="Trần Thị Mai",
                    taker_unit="Bộ phận Tư pháp - Hộ tịch", taker="Lê Văn Sửu",
                    at=at, work="Thẩm định", due_at=at + timedelta(days=2), outcome="Trước hạn",
                ),
                statutory.Handover(
                    giver_unit="Bộ phận Tư pháp - Hộ tịch", giver="Lê Văn Sửu",
                    taker_unit="Công an xã Chí Minh", taker="Đặng Quốc Vượng",
                    at=at + timedelta(days=1), work="Xác minh nơi cư trú", due_at=DUE, note="Gửi cả bản giấy",
                ),
            ),
        )
    )  # fmt: skip


def register(count: int = 12) -> Sheet:
    entries = tuple(
        statutory.RegisterEntry(
            case=replace(case(f"Lê Thị Số {number}"), code=f"000.31.52.H24-261123-{number:04d}"),
            sets=1,
            lead_agency="UBND xã Chí Minh",
            received_at=RECEIVED,
            due_at=DUE,
            resolved_at=DUE if number % 2 else None,
            returned_at=None,
            return_channel="Trực tiếp",
            status="Đã xử lý xong" if number % 2 else "Đang xử lý",
        )
        for number in range(1, count + 1)
    )
    return statutory.register(
        statutory.RegisterData(
            letterhead=letterhead("11/STD"),
            first_day=date(2026, 11, 1),
            last_day=date(2026, 11, 30),
            entries=entries,
            keeper="Trần Thị Mai",
            signer=statutory.Signer(title=("Giám đốc",), name="Phạm Hữu Nghĩa"),
        )
    )


def cash_receipt() -> Sheet:
    return statutory.cash_receipt(
        statutory.CashReceiptData(
            letterhead=letterhead("0042/BL"),
            case=case(),
            charges=(
                statutory.Charge(name="Lệ phí hộ tịch", basis="Nghị quyết 02/2023/NQ-HĐND, trực tuyến 0 đ", amount=0),
                statutory.Charge(name="Cấp bản sao trích lục, 2 bản", basis="Thông tư 281/2016/TT-BTC", amount=16_000),
            ),
            paid_at=RECEIVED,
            method="Tiền mặt",
            collector="Trần Thị Mai",
            check_url=TRACKING,
        )
    )


def words(part: object) -> Iterator[str]:
    """Every text a reader must find on the paper, in the order of the sheet."""
    if isinstance(part, str):
        yield from (line for line in part.split("\n") if line)
    elif isinstance(part, tuple):
        for item in part:
            yield from words(item)
    elif isinstance(part, Sheet):
        yield part.form_line
    if is_dataclass(part):
        unprinted = {"data", "kind", "align", "paper", "edition"}
        for field in fields(part):
            if field.name not in unprinted:
                yield from words(getattr(part, field.name))


ALL = (receipt, supplement_request, refusal, apology, stop_notice, control_slip, register, cash_receipt)
