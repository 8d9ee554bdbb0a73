"""The paper of a quarter: who runs what, who did not deploy, and proposals with the explanation of each unit (S3.45)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gandan.documents.sheets import Block, Paragraph

from ..models import Synthesis
from ..synthesis import GROUPS, INEFFECTIVE, NOT_DEPLOYED, handling_lines
from .official_paper import Details, heading, listing, own_words, points, said_day
from .workbook import Leaf
from .yearly_paper import said_note

Data = Mapping[str, Any]
PROPOSED = ("Đơn vị", "Mô hình", "Vì sao", "Giải trình của đơn vị", "Quyết định")
WAITS = "Chưa giải trình"


def subject(synthesis: Synthesis) -> str:
    about = f" theo {synthesis.directive.number}" if synthesis.directive else ""
    return f"Tổng hợp nhân rộng mô hình cải cách hành chính {synthesis.period.label.lower()}{about}"


def details(synthesis: Synthesis, **more: Any) -> Details:
    return Details(subject=subject(synthesis), **more)


def proposals(synthesis: Synthesis) -> list[dict[str, Any]]:
    """As sent; before that, as they stand now."""
    if "handlings" in synthesis.data:
        kept: list[dict[str, Any]] = synthesis.data["handlings"]
        return kept
    related = ("adoption__agency", "adoption__reform", "explanation__head")
    return handling_lines(list(synthesis.handlings.select_related(*related)))


def blocks(synthesis: Synthesis) -> list[Block]:
    """The body of the paper."""
    data = synthesis.data
    return [
        heading("I. KẾT QUẢ"), *_results(data), heading("II. KHÓ KHĂN, VƯỚNG MẮC"), *_difficulties(data),
        heading("III. BIỂU DƯƠNG, NÊU TÊN"), *_mentions(data), heading("IV. ĐỀ XUẤT XEM XÉT"), *_proposals(proposals(synthesis)),
        heading("V. NHẬN XÉT, KIẾN NGHỊ"),
        *(own_words(synthesis.remarks) or [Paragraph(text="Không có nhận xét thêm.")]),
    ]  # fmt: skip


def _results(data: Data) -> Iterator[Block]:
    yield Paragraph(
        text=f"Có {data['units']} đơn vị được giao {data['models']} mô hình, gồm {len(data['lines'])} lượt áp dụng:"
    )
    yield from points(
        [f"{label}: {data['counts'][name]}." for name, label in GROUPS.items() if data["counts"][name]], "Chưa có."
    )
    for name in (NOT_DEPLOYED, INEFFECTIVE):
        units = [f"{one['unit']} ({one['model']})" for one in data["lines"] if one["group"] == name]
        if units:
            yield Paragraph(text=f"{GROUPS[name]}: {'; '.join(units)}.")
    rows = [
        (one["unit"], one["model"], one["obligation"], one["group_label"], figures_of(one)) for one in data["lines"]
    ]
    yield from listing(
        "Từng đơn vị, từng mô hình",
        ("Đơn vị", "Mô hình", "Mức độ", "Tình trạng", "Số liệu so với ngưỡng"),
        rows,
        (2.4, 3, 1.6, 2, 3),
    )


def figures_of(line: Data) -> str:
    return "; ".join(f"{one['label']}: {one['value']} ({one['bound']}, {one['n']} hồ sơ)" for one in line["figures"])


def _difficulties(data: Data) -> list[Block]:
    noted = [said_note(one) for one in data["difficulties"] if not one["is_advantage"]]
    return points(noted, "Các đơn vị chưa ghi khó khăn.")


def _mentions(data: Data) -> Iterator[Block]:
    for label, name in (("Biểu dương", "commended"), ("Thực hiện chưa nghiêm túc", "named")):
        texts = [f"{label}: {_who(one)}. {one['reason']}" for one in data[name]]
        yield from points(texts, f"{label}: không có.")


def _who(one: Data) -> str:
    return f"{one['person']}, {one['unit']}" if one["person"] else str(one["unit"])


def _proposals(lines: Sequence[Data]) -> list[Block]:
    if not lines:
        return [Paragraph(text="Không có đơn vị nào phải xem xét.")]
    text = (
        "Đề nghị xem xét trách nhiệm người đứng đầu các đơn vị sau. Mỗi quyết định chỉ ghi sau khi đơn vị giải trình."
    )
    return [Paragraph(text=text), *listing("", PROPOSED, [_proposal(one) for one in lines], (2.4, 2.6, 2.6, 3, 1.6))]


def _proposal(one: Data) -> tuple[str, ...]:
    head = f"{one['unit']} ({one['head']})" if one["head"] else one["unit"]
    return (
        head,
        one["model"],
        f"{one['finding']}. {one['cause']}",
        one["explanation"] or WAITS,
        one["ruling"] or "Chờ quyết định",
    )


def leaves(synthesis: Synthesis) -> list[Leaf]:
    data = synthesis.data
    rows = [
        (one["unit"], one["model"], one["obligation"], one["group_label"], said_day(one["due_on"]), said_day(one["started_on"]),
         one["responsible"], figures_of(one), one["reason"])
        for one in data["lines"]
    ]  # fmt: skip
    heads = (
        "Đơn vị",
        "Mô hình",
        "Mức độ",
        "Tình trạng",
        "Hạn",
        "Chạy từ ngày",
        "Người phụ trách",
        "Số liệu so với ngưỡng",
        "Lý do",
    )
    return [
        Leaf("Từng đơn vị", heads, rows),
        Leaf("Đề xuất xem xét", PROPOSED, [_proposal(one) for one in proposals(synthesis)]),
    ]
