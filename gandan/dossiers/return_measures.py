"""Figures of how results reach people: on one sheet less, at home."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q, QuerySet

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Share, Total
from gandan.measures.registry import declare
from gandan.measures.scope import Scope

from .measures import LEG_KEYS, _narrowed, _within
from .models import HomeReturn, HomeStatus, UnderProgramme

KEYS = {name: key for name, key in LEG_KEYS.items() if name != "holder"}


def _on_one_copy(scope: Scope) -> QuerySet[Any]:
    returned = UnderProgramme.objects.filter(_within("dossier__returned_at", scope), kind="one_copy")
    return _narrowed(returned, scope, "dossier__")


def _at_home(scope: Scope) -> QuerySet[Any]:
    brought = HomeReturn.objects.filter(_within("dossier__returned_at", scope), status=HomeStatus.DELIVERED)
    return _narrowed(brought, scope, "dossier__")


ON_ONE_COPY = RowSet("on_one_copy", _on_one_copy, "dossier__returned_at", KEYS)
AT_HOME = RowSet("at_home", _at_home, "dossier__returned_at", {**KEYS, "group": Key("group")})

SHEETS_SAVED = Measure(
    name="sheets_saved", label="Số tờ giấy bớt được", unit="tờ", of=ON_ONE_COPY, better="up",
    reckoning=Total("saved_sheets"),
    formula="Tổng số tờ bớt được của hồ sơ ký một bản, lưu bản quét, đã trả kết quả trong kỳ. "
    "Mỗi hồ sơ bớt số tờ ghi trong chương trình của ngày tiếp nhận.",
)  # fmt: skip
HOME_RETURNS = Measure(
    name="home_returns", label="Kết quả trao tại nhà", unit="hồ sơ", of=AT_HOME, better="up", reckoning=Counting(),
    formula="Số hồ sơ có kết quả được trao tận nhà trong kỳ, có người nhận và ảnh hoặc chữ ký.",
)  # fmt: skip
HOME_RETURNS_ON_TIME = Measure(
    name="home_returns_on_time_rate", label="Tỷ lệ trao tại nhà đúng hạn", unit="%", of=AT_HOME, better="up",
    reckoning=Share(Q(delivered_at__lte=F("due_at")), where=Q(due_at__isnull=False)),
    formula="Kết quả trao tận nhà trước hạn của chương trình, chia cho kết quả trao tận nhà trong kỳ. "
    "Hạn đếm ngày làm việc từ khi có kết quả.",
)  # fmt: skip
declare(SHEETS_SAVED, HOME_RETURNS, HOME_RETURNS_ON_TIME)
