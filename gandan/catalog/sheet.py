"""The information sheet of a procedure: what a citizen reads, made from a loaded version without asking the database.

What nobody has confirmed is said to be unconfirmed, with where to ask: never 0, never a number that might be wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from gandan.core.vietnamese import NBSP
from gandan.places.models import Agency

from .models import Fee, LimitKind, ProcedureVersion, TimeLimit
from .parts import Component
from .wording import channel_words, cutoff_words, limit_words, price_words


@dataclass
class Line:
    """An answer and the small print under it."""

    text: str
    notes: list[str] = field(default_factory=list)
    is_known: bool = True


@dataclass(frozen=True)
class Sheet:
    time: Line
    fees: list[Line]
    place: Line
    results: list[str]
    always: list[Component]
    when: dict[str, list[Component]]
    not_needed: list[str]
    source: str


def sheet_of(version: ProcedureVersion, commune: Agency) -> Sheet:
    ask = f"xin hỏi {commune.phone.replace(' ', NBSP)}" if commune.phone else "xin hỏi tại quầy"
    papers = version.papers()
    return Sheet(
        time=_time(version.limits_in(commune), ask),
        fees=_fees(version.fees_in(commune), ask),
        place=_place(version, commune, ask),
        results=[result["name"] for result in version.results if result.get("name")],
        always=[paper for paper in papers if paper.group == "always"],
        when=_by_case(papers),
        not_needed=version.not_needed,
        source=_source(version),
    )


def _time(limits: list[TimeLimit], ask: str) -> Line:
    statutory = [one for one in limits if one.kind == LimitKind.STATUTORY]
    main = next((one for one in statutory if not one.case), None)
    if main and main.is_verified:
        line = Line(limit_words(main.count, main.unit), _notes(cutoff_words(main.unit, main.cutoff), main.citation))
    else:
        line = Line(f"Thời hạn chưa được xác nhận, {ask}", is_known=False)
    for one in limits:
        if one is not main and one.is_verified:
            case = one.case or "Xã cam kết"
            line.notes.append(f"{case}: {limit_words(one.count, one.unit).lower()}.")
    if any(not one.is_verified for one in statutory if one is not main):
        line.notes.append(f"Có trường hợp riêng mà thời hạn chưa được xác nhận, {ask}.")
    return line


def _notes(*sentences: str) -> list[str]:
    return [sentence if sentence.endswith(".") else f"{sentence}." for sentence in sentences if sentence]


def _fees(fees: list[Fee], ask: str) -> list[Line]:
    if not fees:
        return [Line(f"Mức thu chưa được xác nhận, {ask}", is_known=False)]
    known = [
        Line(price_words(fee.amount, fee.unit, fee.tiers, fee.cap), _notes(_joined(_when(fee), fee.citation, ": ")))
        for fee in fees
        if fee.is_verified and fee.amount is not None
    ]
    unknown = [_when(fee) for fee in fees if not fee.is_verified or fee.amount is None]
    return [*known, _unknown_fee(unknown, ask)] if unknown else known


def _unknown_fee(cases: list[str], ask: str) -> Line:
    """One sentence for all that nobody has confirmed, so that the number to call stands there once."""
    named = [case[:1].lower() + case[1:] for case in cases if case]
    if len(cases) == 1:
        about = f" ({named[0]})" if named else ""
        return Line(f"Mức thu{about} chưa được xác nhận, {ask}", is_known=False)
    return Line(f"Mức thu chưa được xác nhận, {ask}", _notes(_joined("; ".join(named), "")), is_known=False)


def _when(fee: Fee) -> str:
    """For which case and way of filing, without saying the way twice."""
    channels = channel_words(fee.channels) if len(fee.channels) < 3 else ""
    return fee.case if channels and channels.split(" hoặc ")[0] in fee.case.lower() else _joined(fee.case, channels)


def _joined(first: str, second: str, between: str = ", ") -> str:
    text = between.join(part for part in (first, second) if part)
    return text[:1].upper() + text[1:]


def _place(version: ProcedureVersion, commune: Agency, ask: str) -> Line:
    if not version.channels:
        return Line(f"Cách nộp chưa được xác nhận, {ask}", is_known=False)
    centre = f"Trung tâm Phục vụ hành chính công {commune.name_within}"
    others = channel_words([channel for channel in version.channels if channel != "counter"])
    if "counter" not in version.channels:
        return Line(f"Nộp {others}")
    return Line(centre, [f"Hoặc nộp {others}."] if others else [])


def _by_case(papers: list[Component]) -> dict[str, list[Component]]:
    cases: dict[str, list[Component]] = {}
    for paper in papers:
        if paper.group != "always":
            cases.setdefault(paper.when or paper.group, []).append(paper)
    return cases


def _source(version: ProcedureVersion) -> str:
    decision = f", Quyết định {version.decision_no}" if version.decision_no else ""
    laws = ", ".join(" ".join(filter(None, (law.get("title"), law.get("code")))) for law in version.legal_basis)
    basis = f" Căn cứ: {laws}." if laws else ""
    checked = f" Nội dung kiểm tra ngày {version.checked_on:%d/%m/%Y}." if version.checked_on else ""
    return f"Mã thủ tục {version.procedure.code}{decision}.{basis}{checked}"
