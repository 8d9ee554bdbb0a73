"""Limits registered shorter than the law's, procedure by procedure (S3.21, S3.39)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from gandan.catalog.models import LimitKind, ProcedureVersion, TimeLimit
from gandan.places.counting import UNIT_WORDS
from gandan.places.models import Agency
from gandan.places.working import Unit
from gandan.programmes.kinds import Kind, Proposal, Running, Values, declare
from gandan.programmes.parameters import Limits, Whole

from ..marking import mark, marks
from ..models import Dossier, UnderProgramme
from ..programme_measures import ON_TIME_STATUTORY_RATE, PROMISE_KEPT_RATE, SAVED_DAYS, UNDER_PROGRAMME
from ..reduction import Reduction, reduction

SHORTENED = "shortened_limit"


def statutory_limits(codes: Sequence[str], agency: Agency, day: date) -> dict[str, TimeLimit | None]:
    """The statutory limit of each known procedure in force on `day` (three statements); None where nobody stated one."""
    versions = ProcedureVersion.objects.in_force(day).filter(procedure__code__in=codes).with_facts()
    return {
        one.procedure.code: one.limit(LimitKind.STATUTORY, agency) for one in versions.order_by("valid_from", "number")
    }


def reductions_of(limits: Mapping[str, int], agency: Agency, day: date) -> dict[Unit, Reduction]:
    """The limits of a programme against the law's on `day`, summed unit by unit; procedures without one are left out."""
    triples: dict[Unit, list[tuple[str, int, int]]] = {}
    for code, fact in sorted(statutory_limits(tuple(limits), agency, day).items()):
        if fact is not None:
            triples.setdefault(Unit(fact.unit), []).append((code, fact.count, limits[code]))
    return {unit: reduction(found) for unit, found in triples.items()}


def _check(proposal: Proposal) -> list[str]:
    limits: Mapping[str, int] = proposal.values["limits"]
    lawful = statutory_limits(tuple(limits), proposal.agency, proposal.since)
    return [why for code, count in limits.items() if (why := _why_not(code, count, lawful))]


def _why_not(code: str, count: int, lawful: Mapping[str, TimeLimit | None]) -> str:
    if code not in lawful:
        return f"Không có thủ tục {code} đang áp dụng. Xem lại mã trong danh mục."
    fact = lawful[code]
    if fact is None:
        return f"Thủ tục {code} chưa có thời hạn theo luật. Ghi thời hạn và nguồn trong danh mục trước."
    if count >= fact.count:
        lawful_words = f"{fact.count} {UNIT_WORDS[Unit(fact.unit)]}"
        return f"Thủ tục {code}: {count} không ngắn hơn hạn theo luật là {lawful_words}. Điền số nhỏ hơn {fact.count}."
    return ""


def _clash(proposal: Proposal, other: Running) -> str:
    twice = sorted(set(proposal.values["limits"]) & set(other.values["limits"]))
    if not twice:
        return ""
    return (
        f"“{other.name}” cũng đặt hạn cho thủ tục {', '.join(twice)}. Mỗi thủ tục chỉ một hạn rút ngắn trong một ngày."
    )


def _announce(values: Values) -> str:
    return f"Hẹn trả kết quả sớm hơn quy định cho {len(values['limits'])} thủ tục."


declare(
    Kind(
        name=SHORTENED,
        label="Rút ngắn thời hạn",
        help="Đăng ký thời hạn ngắn hơn quy định cho từng thủ tục. Cả hai đồng hồ đều giữ: hạn cam kết và hạn theo luật.",
        changes="Hồ sơ của các thủ tục này được hẹn trả theo thời hạn rút ngắn; hạn theo luật hiện bên cạnh.",
        parameters=(
            Limits(
                "limits", "Thời hạn rút còn",
                help="Mỗi dòng một thủ tục: mã, dấu hai chấm, số mới theo đơn vị của hạn luật, ví dụ 1.001193: 2.",
            ),
            Whole("target", "Chỉ tiêu rút ngắn", help="Tính trên tổng thời hạn của đơn vị.", default=25, most=100, unit="%"),
        ),
        measures=(
            UNDER_PROGRAMME.name, PROMISE_KEPT_RATE.name, SAVED_DAYS.name, ON_TIME_STATUTORY_RATE.name, "processing_hours",
        ),
        check=_check,
        clash=_clash,
        against=(SHORTENED,),
        announce=_announce,
        page=("dossiers:reduction", "Rà soát rút ngắn từng thủ tục"),
    )
)  # fmt: skip


@marks(SHORTENED)
def under_shortened_limit(dossier: Dossier, rule: Running, now: datetime) -> UnderProgramme | None:
    """A dossier of a registered procedure, as long as the law does not ask for less; the clocks fill in the promise."""
    count = rule.values["limits"].get(dossier.procedure.code)
    limit = dossier.version.limit(LimitKind.STATUTORY, dossier.commune)
    return mark(dossier, rule, now) if count and limit and count < limit.count else None
