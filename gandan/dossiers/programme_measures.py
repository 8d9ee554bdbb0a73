"""Figures of what was done under programmes: how many, was the promise kept, how many days it saved."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q, QuerySet

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Share, Total
from gandan.measures.registry import declare
from gandan.measures.scope import Scope

from .measures import DECREE_118, LEG_KEYS, SETTLED, _narrowed, _within, under
from .promises import INCOMPLETE

KEYS = {name: key for name, key in LEG_KEYS.items() if name != "holder"}


def _marked(scope: Scope) -> QuerySet[Any]:
    """Marks made in the period. Given up for a supplement is not counted: the papers were not complete (S2.8)."""
    return _narrowed(under(scope).filter(_within("at", scope)).exclude(reason=INCOMPLETE), scope, "dossier__")


MARKED = RowSet("marked", _marked, "at", {**KEYS, "programme": Key("programme", "programme__name")})

UNDER_PROGRAMME = Measure(
    name="under_programme", label="Hồ sơ làm theo chương trình", unit="hồ sơ", of=MARKED, reckoning=Counting(),
    formula="Số hồ sơ tiếp nhận trong kỳ được giải quyết theo một chương trình; theo hai chương trình thì tính ở cả hai. "
    "Hồ sơ phải bổ sung nên rời chương trình không tính.",
)  # fmt: skip
PROMISE_KEPT_RATE = Measure(
    name="promise_kept_rate", label="Tỷ lệ giữ lời hẹn của chương trình", unit="%", of=MARKED, better="up",
    reckoning=Share(Q(is_kept=True), where=Q(is_kept__isnull=False)),
    formula="Hồ sơ có kết quả đúng lời hẹn của chương trình, chia cho hồ sơ tiếp nhận trong kỳ "
    "mà lời hẹn đã rõ giữ được hay không. Về hạn thường vì không kịp tính là không giữ được.",
)  # fmt: skip
SAVED_DAYS = Measure(
    name="saved_days", label="Ngày làm việc tiết kiệm được", unit="ngày", of=MARKED, better="up",
    reckoning=Total("saved_days"),
    formula="Tổng số ngày làm việc từ ngày có kết quả đến ngày hạn theo luật, của hồ sơ tiếp nhận trong kỳ giữ được lời hẹn "
    "hoặc làm theo hạn rút ngắn; quá hạn luật thì trừ. Mỗi hồ sơ tính một lần.",
)  # fmt: skip
ON_TIME_STATUTORY_RATE = Measure(
    name="on_time_statutory_rate", label="Tỷ lệ đúng hạn theo luật", unit="%", of=SETTLED, better="up",
    reckoning=Share(Q(settled_at__lte=F("statutory_due_at")), where=Q(statutory_due_at__isnull=False)),
    formula="Hồ sơ có kết quả trước hoặc đúng hạn theo luật, chia cho hồ sơ giải quyết xong trong kỳ có hạn theo luật, "
    "dù xã đã hẹn sớm hơn.",
    source=f"{DECREE_118}, Điều 19",
)  # fmt: skip
declare(UNDER_PROGRAMME, PROMISE_KEPT_RATE, SAVED_DAYS, ON_TIME_STATUTORY_RATE)
