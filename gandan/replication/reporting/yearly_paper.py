"""The paper of a year: sections I to V of the report on models and initiatives (S4.1), and its tables as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gandan.core.vietnamese import NBSP, say_number
from gandan.documents.sheets import Block, Paragraph, Table

from ..models.yearly import SECTIONS
from .figures import EXACT, Wording, cell, differs, reckoned, say
from .official_paper import Details, heading, own_words, point, points, said_day
from .workbook import Leaf

COLUMNS_A_TABLE = 4
Data = Mapping[str, Any]


@dataclass(frozen=True)
class Manner:
    """How the report is told: the words of the office by section, and the choices about figures."""

    texts: Mapping[str, str] = field(default_factory=dict)
    wording: Wording = EXACT


def subject(data: Data) -> str:
    return f"Kết quả triển khai thực hiện các mô hình, sáng kiến cải cách hành chính năm{NBSP}{data['year']}"


def details(data: Data, **more: Any) -> Details:
    return Details(subject=subject(data), **more)


def blocks(data: Data, manner: Manner) -> list[Block]:
    """The body of the paper."""
    return [
        *_section("directing", _directing(data), manner), *_section("results", _results(data, manner.wording), manner),
        *_section("noted", _noted(data), manner), *_section("next_year", _next_year(data), manner),
        *_section("proposals", _proposals(data), manner),
        *(Paragraph(text=f"Ghi chú: {one}", italic=True) for one in data["notes"]),
    ]  # fmt: skip


def _section(name: str, body: Iterable[Block], manner: Manner) -> list[Block]:
    return [heading(SECTIONS[name].upper()), *body, *own_words(manner.texts.get(name, ""))]


def _directing(data: Data) -> list[Block]:
    return points(
        [_document(one) for one in data["directing"]], "Trong năm chưa có văn bản chỉ đạo về mô hình trong sổ."
    )


def _document(one: Data) -> str:
    note = f" ({one['note']})" if one["note"] else ""
    return f"{one['number']}, {said_day(one['on']) or 'chưa rõ ngày'}, {one['issuer']}: {one['subject']}{note}."


def _results(data: Data, wording: Wording) -> Iterator[Block]:
    parts = (("1. Mô hình tiếp tục thực hiện", "continued"), ("2. Mô hình mới", "new"))
    for number, (title, name) in enumerate(parts, start=1):
        models = data[name]
        yield heading(f"{title}: {len(models)} mô hình")
        if not models:
            yield Paragraph(text="Không có.")
        for place, model in enumerate(models, start=1):
            yield from _model(model, f"{number}.{place}", wording)


def _model(model: Data, number: str, wording: Wording) -> Iterator[Block]:
    yield heading(f"{number}. {model['name']}")
    yield Paragraph(text=f"a) Nội dung: {model['content'] or 'chưa ghi.'}")
    yield Paragraph(text=f"b) Cơ quan thực hiện: {_units(model)}.")
    yield Paragraph(text=f"c) Thủ tục hành chính áp dụng: {_procedures(model)}")
    yield Paragraph(text="d) Hiệu quả:")
    wholes = [(one, say(one["whole"], one["unit"], wording)) for one in model["series"] if one["whole"]]
    lines = [f"{one['label']}: {told}{_when(one)}." for one, told in wholes if told]
    yield from points(lines, "Không có số chung." if model["series"] else "Chưa có số liệu.")
    yield from unit_tables([one for one in model["series"] if _is_told(one)], wording)
    for one in model["series"]:
        if one["rows"] and not _is_told(one):
            yield point(f"{one['label']} ({', '.join(row['unit'] for row in one['rows'])}): văn bản không ghi số.")
    for one in model["launches"]:
        yield point(_launch(one))


def _when(series: Data) -> str:
    """The period a document writes; what is counted here is of the year."""
    return f" ({series['period']})" if series["is_declared"] else ""


def _is_told(series: Data) -> bool:
    """Whether any unit gave a figure."""
    return any(row["value"] is not None for row in series["rows"])


def _units(model: Data) -> str:
    names = list(dict.fromkeys(one["unit"] for one in model["units"] if one["unit"]))
    return ", ".join(names) or model["owner"] or "chưa ghi"


def _procedures(model: Data) -> str:
    named: Sequence[str] = model["procedures"]
    if not named:
        return str(model["scope"]) or "theo phạm vi của mô hình."
    return f"{len(named)} thủ tục: {'; '.join(named)}."


def _launch(one: Data) -> str:
    when = f", ngày {said_day(one['on'])}" if one["on"] else ""
    counted = ", ".join(f"{say_number(each['value'], 0)} {each['label']}" for each in one["figures"])
    words = f"Tuyên truyền: {one['title'] or 'ra mắt mô hình'}, {one['channel']}{when}"
    return f"{words}: {counted}." if counted else f"{words}."


def unit_tables(series: Sequence[Data], wording: Wording) -> Iterator[Table]:
    """Units down, figures across; declared figures apart from counted ones. An empty cell is a unit without a figure (A13).

    What is counted for a single unit stands in the sentences already.
    """
    for is_declared in (True, False):
        wide = [one for one in series if one["is_declared"] == is_declared and len(one["rows"]) > (not is_declared)]
        for start in range(0, len(wide), COLUMNS_A_TABLE):
            yield _unit_table(wide[start : start + COLUMNS_A_TABLE], wording)


def _unit_table(series: Sequence[Data], wording: Wording) -> Table:
    units = list(dict.fromkeys(row["unit"] for one in series for row in one["rows"]))
    found = [{row["unit"]: row for row in one["rows"]} for one in series]
    rows = [
        (unit, *(_cell(rows.get(unit), one, wording) for rows, one in zip(found, series, strict=True)))
        for unit in units
    ]
    if any(one["whole"] for one in series):
        rows.append(("Cộng", *(_cell(one["whole"], one, wording) for one in series)))
    by = "số theo văn bản" if series[0]["is_declared"] else "số đếm trên hệ thống"
    return Table(
        headers=("Đơn vị", *(f"{one['label']} ({one['unit']})" for one in series)), rows=tuple(rows),
        widths=(2.4, *(1.5,) * len(series)), numeric=tuple(range(1, len(series) + 1)), caption=f"Theo đơn vị, {by}",
    )  # fmt: skip


def _cell(one: Data | None, series: Data, wording: Wording) -> str:
    if one is None:
        return ""
    told = cell(one, wording, series["unit"])
    if not differs(one, wording):
        return told
    again = say({"value": reckoned(one), "of": None, "declared": "", "recounted": None}, series["unit"])
    return f"{told}; tính lại {again}"


def _noted(data: Data) -> Iterator[Block]:
    for title, name in (("1. Thuận lợi", "advantages"), ("2. Khó khăn", "difficulties")):
        yield heading(title)
        yield from points([said_note(one) for one in data[name]], "Các đơn vị chưa ghi.")
    habit = data["habit"]
    if habit["n"]:
        yield Paragraph(
            text=f"Thói quen nộp hồ sơ: trực tuyến {say_number(habit['online'])}%, trực tiếp và bưu chính "
            f"{say_number(habit['direct'])}%, trên {say_number(habit['n'], 0)} hồ sơ tiếp nhận trong năm."
        )


def said_note(one: Data) -> str:
    """“Xã Chí Minh, Ngày thứ năm không hẹn: … Trả lời: …”."""
    who = ", ".join(part for part in (one["unit"], one["model"]) if part)
    text = f"{who}: {one['text']}" if who else str(one["text"])
    return f"{text} Trả lời: {one['answer']}" if one["answer"] else text


def _next_year(data: Data) -> list[Block]:
    texts = [said_note({"answer": "", **one}) for one in data["next_year"]]
    named = [f"Xem xét nhân rộng: {_named(one)}." for one in data["replicate"]]
    return points([*texts, *named], "Chưa quyết định cho năm sau.")


def _proposals(data: Data) -> list[Block]:
    return points([_recognition(one) for one in data["recognitions"]], "Không có đề nghị công nhận trong năm.")


def _recognition(one: Data) -> str:
    decision = f", {one['decision']}" if one["decision"] else ""
    reason = f". Lý do: {one['reason']}" if one["reason"] else ""
    return f"{one['status']} ({one['level'].lower()}): {_named(one)}{decision}{reason}."


def _named(one: Data) -> str:
    return f"{one['model']} ({one['unit']})" if one["unit"] else str(one["model"])


def leaves(data: Data, wording: Wording) -> list[Leaf]:
    """Sheets of the workbook: figures as numbers, documents, notes."""
    figures = [
        (model["name"], row["unit"], one["label"], row["value"], row["of"], row["declared"],
         reckoned(row) if differs(row, wording) else None, one["unit"], one["period"], one["source"])
        for model in (*data["continued"], *data["new"])
        for one in model["series"]
        for row in _rows(one)
    ]  # fmt: skip
    heads = ("Mô hình", "Đơn vị", "Chỉ tiêu", "Số liệu", "Mẫu số", "Ghi trong văn bản", "Tính lại, khi khác", "Đơn vị tính",
             "Kỳ", "Nguồn")  # fmt: skip
    documents = [
        (one["number"], said_day(one["on"]), one["issuer"], one["subject"], one["note"]) for one in data["directing"]
    ]
    notes = [
        (label, one["unit"], one["model"], one["text"], one["answer"])
        for label, name in (("Thuận lợi", "advantages"), ("Khó khăn", "difficulties"))
        for one in data[name]
    ]
    return [
        Leaf("Số liệu", heads, figures),
        Leaf("Văn bản", ("Số, ký hiệu", "Ngày", "Cơ quan", "Trích yếu", "Ghi chú"), documents),
        Leaf("Thuận lợi, khó khăn", ("Loại", "Đơn vị", "Mô hình", "Nội dung", "Trả lời"), notes),
    ]


def _rows(series: Data) -> list[Data]:
    whole = [{"unit": "Cộng", **series["whole"]}] if series["whole"] else []
    return [*whole, *series["rows"]]
