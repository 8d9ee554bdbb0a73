"""The kinds of programmes that steer the hall."""

from gandan.programmes.kinds import Kind, declare
from gandan.programmes.parameters import Flag, Whole

from .rules import ORDER, UNIVERSAL, ZONES

declare(
    Kind(
        name=ZONES, label="Phân luồng theo độ tuổi",
        help="Người lớn tuổi hơn ngưỡng được mời sang khu có cán bộ hướng dẫn trực tiếp, người trẻ hơn sang khu tự thực hiện. "
        "Ai cũng đổi khu được.",
        changes="Khu ghi trên phiếu số theo tuổi của người lấy số.",
        parameters=(
            Whole("threshold", "Ngưỡng tuổi", least=18, most=90, default=40, unit="tuổi"),
            Flag("equal_assisted", "Đúng ngưỡng thì hướng dẫn trực tiếp", default=True),
        ),
        measures=("zone_switch_share", "ticket_wait"),
        against=(ZONES,),
        clash=lambda proposal, other: f"“{other.name}” đang phân luồng theo tuổi từ ngày {other.since:%d/%m/%Y}.",
    ),
    Kind(
        name=ORDER, label="Giới hạn chờ của mọi người",
        help="Người ưu tiên đi trước, nhưng không ai bị vượt quá số lần hoặc chờ quá số phút đặt ở đây khi người đến sau được gọi.",
        changes="Thứ tự gọi số.",
        parameters=(
            Whole("most_overtakes", "Bị vượt nhiều nhất", least=1, most=50, default=12, unit="lần"),
            Whole("longest_minutes", "Chờ lâu nhất rồi được gọi trước người đến sau", least=10, most=240, default=60, unit="phút"),
        ),
        measures=("ticket_wait", "longest_wait"),
        against=(ORDER,),
        clash=lambda proposal, other: f"“{other.name}” đang đặt giới hạn chờ từ ngày {other.since:%d/%m/%Y}.",
    ),
    Kind(
        name=UNIVERSAL, label="Quầy không phân biệt lĩnh vực",
        help="Quầy nào cũng nhận mọi thủ tục và trả mọi kết quả, trừ quầy chuyên môn được giữ riêng.",
        changes="Số tiếp theo đến quầy rảnh đầu tiên, không theo lĩnh vực.",
        parameters=(Flag("keep_specialists", "Giữ riêng quầy chuyên môn", default=False),),
        measures=("ticket_wait", "counter_moves"),
        against=(UNIVERSAL,),
        clash=lambda proposal, other: f"“{other.name}” đang chạy từ ngày {other.since:%d/%m/%Y}.",
    ),
)  # fmt: skip
