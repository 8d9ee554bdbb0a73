"""The figures of letters: marriages with a letter, letters in time, holidays with a greeting (criteria 2.4, 2.5)."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from gandan.booking.programmes import MARRIAGES
from gandan.dossiers.models import Dossier
from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Share
from gandan.measures.registry import declare
from gandan.measures.scope import Scope

from .models import Greeting, Letter, LetterKind
from .workflow import LetterStatus

SOURCE = "Kế hoạch năm 2026 của xã Thanh Hà, mục III, nội dung 3; tiêu chí 2.4, 2.5"
KEYS = {"agency": Key("commune__code", "commune__name")}
WRITTEN = (LetterStatus.SIGNED, LetterStatus.DELIVERED)


def _marriages(scope: Scope) -> QuerySet[Any]:
    rows = Dossier.objects.filter(
        commune__in=scope.agencies,
        procedure__code__in=MARRIAGES,
        settled_at__gte=scope.since,
        settled_at__lt=scope.until,
    )
    written = Letter.objects.filter(dossier=OuterRef("pk"), kind=LetterKind.MARRIAGE, status__in=WRITTEN)
    told: QuerySet[Any] = rows.annotate(has_letter=Exists(written))
    return told


def _delivered(scope: Scope) -> QuerySet[Any]:
    return Letter.objects.filter(
        commune__in=scope.agencies,
        status=LetterStatus.DELIVERED,
        delivered_at__gte=scope.since,
        delivered_at__lt=scope.until,
    )


def _greetings(scope: Scope) -> QuerySet[Any]:
    """Holidays that have begun: a greeting not approved by then was missed."""
    return Greeting.objects.filter(
        commune__in=scope.agencies, until_at__gte=scope.since, until_at__lt=scope.until, day__lte=scope.moment.date()
    )


MARRIED = RowSet("marriages", _marriages, "settled_at", KEYS)
DELIVERED = RowSet("letters_delivered", _delivered, "delivered_at", {**KEYS, "kind": Key("kind")})
GREETINGS = RowSet("greetings", _greetings, "until_at", KEYS)

declare(
    Measure(
        name="marriage_letters_rate", label="Kết hôn có thư chúc mừng", unit="%", of=MARRIED, better="up",
        reckoning=Share(Q(has_letter=True)), source=SOURCE,
        formula="Hồ sơ đăng ký kết hôn có kết quả trong kỳ đã có thư chúc mừng được ký, chia cho mọi hồ sơ kết hôn có kết quả.",
    ),
    Measure(
        name="letters_delivered", label="Thư của xã đã trao", unit="thư", of=DELIVERED, better="",
        reckoning=Counting(), source=SOURCE, formula="Số thư chúc mừng, chia buồn, cảm ơn, biểu dương đã trao trong kỳ.",
    ),
    Measure(
        name="letters_on_time_rate", label="Thư trao đúng hẹn", unit="%", of=DELIVERED, better="up",
        reckoning=Share(Q(delivered_at__lte=F("due_at"))), source=SOURCE,
        formula="Thư trao trong số ngày làm việc của chương trình kể từ khi biết việc, chia cho mọi thư đã trao trong kỳ.",
    ),
    Measure(
        name="greetings_kept_rate", label="Ngày lễ có lời chúc của Chủ tịch", unit="%", of=GREETINGS, better="up",
        reckoning=Share(Q(approved_at__isnull=False)), source=SOURCE,
        formula="Dịp lễ có lời chúc được duyệt, chia cho mọi dịp lễ đã mở việc trong kỳ.",
    ),
)  # fmt: skip
