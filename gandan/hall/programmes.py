"""The kinds of programmes that steer the hall."""

from gandan.programmes.kinds import Kind, Values, declare
from gandan.programmes.parameters import Flag, Procedures, Whole, Wholes

from .rules import ASSIST, GROUPS, ORDER, UNIVERSAL, ZONES


def _zones(values: Values) -> str:
    older, younger = ("Từ", "dưới") if values["equal_assisted"] else ("Trên", "từ")
    below = " trở xuống" if not values["equal_assisted"] else ""
    return (
        f"{older} {values['threshold']} tuổi có cán bộ hướng dẫn, {younger} {values['threshold']} tuổi{below} tự nộp trên máy. "
        "Ai cũng đổi khu được."
    )


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
        announce=_zones,
    ),
    Kind(
        name=ORDER, label="Giới hạn chờ của mọi người",
        help="Người ưu tiên đi trước, nhưng không ai bị vượt quá số lần hoặc chờ quá số phút đặt ở đây khi người đến sau được gọi.",
        changes="Thứ tự gọi số.",
        parameters=(
            Whole("most_overtakes", "Bị vượt nhiều nhất", least=1, most=50, default=20, unit="lần"),
            Whole("longest_minutes", "Chờ lâu nhất rồi được gọi trước người đến sau", least=10, most=240, default=75, unit="phút"),
        ),
        measures=("ticket_wait", "longest_wait"),
        against=(ORDER,),
        clash=lambda proposal, other: f"“{other.name}” đang đặt giới hạn chờ từ ngày {other.since:%d/%m/%Y}.",
    ),
    Kind(
        name=UNIVERSAL, label="Quầy không phân biệt lĩnh vực",
        help="Quầy nào cũng nhận mọi thủ tục và trả mọi kết quả, trừ quầy chuyên môn được giữ riêng.",
        changes="Số tiếp theo đến quầy rảnh đầu tiên, không theo lĩnh vực.",
        parameters=(
            Wholes(
                "specialists", "Quầy chuyên môn giữ riêng", "Số của quầy chỉ nhận lĩnh vực đã đặt cho quầy; để trống: không có.",
                default=(), required=False, most=99,
            ),
        ),
        measures=("ticket_wait", "counter_moves"),
        against=(UNIVERSAL,),
        clash=lambda proposal, other: f"“{other.name}” đang chạy từ ngày {other.since:%d/%m/%Y}.",
    ),
    Kind(
        name=GROUPS, label="Mỗi người một tay",
        help="Nhiều người cùng chờ một thủ tục thì lập nhóm. Cán bộ hướng dẫn kỹ một người tiên phong, người ấy hướng dẫn lại "
        "những người còn lại, cán bộ xác nhận từng người.",
        changes="Quầy và bàn đón tiếp được nhắc lập nhóm khi đủ người.",
        parameters=(Whole("least", "Từ bao nhiêu người thì nhắc lập nhóm", least=2, most=10, default=3, unit="người"),),
        measures=("peer_groups", "group_minutes_saved", "ticket_wait"),
        against=(GROUPS,),
        clash=lambda proposal, other: f"“{other.name}” đang chạy từ ngày {other.since:%d/%m/%Y}.",
        announce=lambda values: "Nhiều người cùng làm một thủ tục được hướng dẫn cùng lúc, không phải chờ từng lượt.",
    ),
    Kind(
        name=ASSIST, label="Bàn nhập liệu trước quầy",
        help="Người hỗ trợ nhập liệu và in sẵn cho người đang chờ. Quầy ký, đóng dấu gọi trước những số đã nhập liệu xong; "
        "người ưu tiên và giới hạn chờ vẫn giữ.",
        changes="Thứ tự gọi ở quầy ký, đóng dấu: số đã nhập liệu đi trước.",
        parameters=(
            Procedures("procedures", "Thủ tục được nhập liệu trước", "Để trống: mọi thủ tục."),
            Wholes(
                "counters", "Quầy ký, đóng dấu", "Số của quầy gọi số đã nhập liệu; để trống: mọi quầy.", default=(),
                required=False, most=99,
            ),
        ),
        measures=("ticket_wait", "ticket_wait_mean", "tickets_prepared"),
        against=(ASSIST,),
        clash=lambda proposal, other: f"“{other.name}” đang chạy từ ngày {other.since:%d/%m/%Y}.",
        announce=lambda values: "Trong lúc chờ có người nhập liệu giúp, đến quầy chỉ còn ký và nhận.",
    ),
)  # fmt: skip
