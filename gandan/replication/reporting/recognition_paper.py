"""A dossier for recognition as one paper: description, measured results frozen at submission, surveys, list of evidence (S4.24)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from gandan.documents.sheets import Block, Fields, Paragraph, Row
from gandan.measures.registry import all_measures
from gandan.reforms.models import Adoption, Recognition, Verdict

from .figures import EXACT, say
from .modelling import declared_series
from .official_paper import Details, heading, listing, points
from .yearly_paper import unit_tables

RESULTS = ("Chỉ tiêu", "Trước (số hồ sơ)", "Sau (số hồ sơ)", "Chênh lệch, khoảng 95%", "Kết luận")


def details(one: Recognition, **more: Any) -> Details:
    subject = f"Đề nghị công nhận mô hình “{one.reform.name}” {one.get_level_display().lower()} năm {one.year}"
    return Details(kind="Tờ trình", short="TTr", subject=subject, **more)


def blocks(one: Recognition) -> list[Block]:
    return [
        heading("I. MÔ HÌNH"), _about(one), heading("II. MÔ TẢ, KẾT QUẢ ĐẠT ĐƯỢC"),
        *(Paragraph(text=line) for line in one.description.splitlines() if line.strip()),
        heading("III. HIỆU QUẢ ĐO ĐƯỢC"), *_measured(one), heading("IV. SỐ LIỆU THEO VĂN BẢN"), *_declared(one),
        heading("V. KHẢO SÁT NƠI THỰC HIỆN"), *_surveyed(one), heading("VI. MINH CHỨNG KÈM THEO"),
        *points(evidence(one), "Chưa có minh chứng trong kho."),
    ]  # fmt: skip


def _about(one: Recognition) -> Fields:
    reform = one.reform
    facts = (
        ("Tên mô hình", reform.name), ("Đơn vị", one.agency.name), ("Sở hữu", reform.owned_by), ("Vấn đề", reform.problem),
        ("Phạm vi", reform.scope), ("Điều kiện", reform.conditions), ("Lợi ích", reform.benefit),
        ("Người, kinh phí", "; ".join(each for each in (reform.staff, reform.get_cost_display() if reform.cost else "") if each)),
    )  # fmt: skip
    return Fields(tuple(Row(label=label, value=value) for label, value in facts if value))


def _measured(one: Recognition) -> list[Block]:
    """Frozen when the dossier was submitted."""
    known = {measure.name: measure for measure in all_measures()}
    rows = [_result(each, known) for each in one.results]
    if not rows:
        return [Paragraph(text="Lúc gửi hồ sơ chưa có số liệu đo được trên hệ thống.")]
    return listing("So sánh trước và sau khi áp dụng, chốt lúc gửi hồ sơ", RESULTS, rows, (2.6, 2, 2, 2.6, 1.8))


def _result(each: Mapping[str, Any], known: Mapping[str, Any]) -> tuple[str, ...]:
    measure = known.get(each["measure"])

    def said(value: float | None) -> str:
        return "chưa có" if value is None else measure.say(value) if measure else f"{value:.1f}".replace(".", ",")

    between = f" ({said(each['low'])} đến {said(each['high'])})" if each["low"] is not None else ""
    return (
        measure.label if measure else each["measure"], f"{said(each['before'])} ({each['n_before']})",
        f"{said(each['after'])} ({each['n_after']})", f"{said(each['difference'])}{between}", Verdict(each["verdict"]).label,
    )  # fmt: skip


def _declared(one: Recognition) -> list[Block]:
    series = declared_series(one.reform.declared.order_by("pk"))
    told = [(each, say(each["whole"], each["unit"], EXACT)) for each in series if each["whole"]]
    lines = [f"{each['label']}: {words} ({each['period']}; {each['source']})." for each, words in told if words]
    return [*points(lines, "Không có số liệu chung theo văn bản."), *unit_tables(series, EXACT)]


def _surveyed(one: Recognition) -> list[Block]:
    texts = [
        f"{each.on:%d/%m/%Y}, {each.agency.name}: {each.facts}"
        f"{f' Ý kiến: {each.opinion}' if each.opinion else ''}{f' Điểm {each.score}/10.' if each.score else ''}"
        for each in one.reform.surveys.select_related("agency").order_by("on")
    ]
    return points(texts, "Chưa khảo sát nơi thực hiện.")


def evidence(one: Recognition) -> list[str]:
    """Documents, surveys with photos, launches and adoptions that the registry holds for the model."""
    reform = one.reform
    documents = [
        f"Văn bản {each.number}{_on(each.issued_on)}, {each.issuer}: {each.subject} ({each.role_words})"
        for each in reform.documents.order_by("issued_on", "pk")
    ]
    photos = [f"Ảnh khảo sát ngày {each.on:%d/%m/%Y}" for each in reform.surveys.exclude(photo="").order_by("on")]
    launches = [
        f"Tuyên truyền: {each.channel}{_on(each.on)}{f', {each.title}' if each.title else ''}"
        for each in reform.launches.order_by("pk")
    ]
    running = (
        Adoption.objects.filter(reform=reform, started_on__isnull=False).select_related("agency").order_by("started_on")
    )
    adopted = [
        f"Áp dụng tại {each.agency.name_within} từ {each.started_on:%d/%m/%Y}, {each.status_label().lower()}"
        for each in running
    ]
    return [*documents, *photos, *launches, *adopted]


def _on(day: date | None) -> str:
    return f", {day:%d/%m/%Y}" if day else ""
