"""Run inside the benchmark's own database: sessions of visitors and officers, and what they will visit. Prints JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gandan.settings")
TABLE = "CREATE TABLE IF NOT EXISTS bench_insert (id bigserial PRIMARY KEY, words text NOT NULL)"
VISITORS = 32
MONTHS = 13
PROCEDURE = "1.001193"


def main() -> None:
    django.setup()
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(TABLE)
        cursor.execute("VACUUM (ANALYZE)")  # what autovacuum does on a database that has grown slowly
    _reckon()
    reform, seconds = _adopted_model()
    sys.stdout.write(
        json.dumps(
            {
                **_officers(),
                **_effect(reform),
                "effect_seconds": seconds,
                **_addresses(),
                "visitors": _visitors(),
                "walk": _walk(),
            }
        )
    )


def _reckon() -> None:
    """The figures that the nightly job keeps."""
    from django.utils.timezone import localdate, now

    from gandan.measures.periods import last_months
    from gandan.reports.jobs import refresh_figures

    refresh_figures(last_months(localdate(), MONTHS), now=now())


def _adopted_model() -> tuple[Any, float]:
    """A model that every second commune took up thirteen weeks ago; how long its effect takes to reckon."""
    from datetime import timedelta

    from django.utils.timezone import localdate, now

    from gandan.places.models import Agency
    from gandan.reforms.actions import refresh_effect
    from gandan.reforms.models import Reform
    from gandan.reforms.planting import plant

    facts = {
        "name": "Mô hình để đo",
        "summary": "Để đo.",
        "status": "recognised",
        "made_at": now(),
        "changed_at": now(),
    }
    reform, _ = Reform.objects.get_or_create(code="bench", defaults=facts)
    serving = Agency.objects.communes().filter(is_serving=True).order_by("code").values_list("code", flat=True)
    plant(reform, list(serving)[::2], started_on=localdate() - timedelta(weeks=13), now=now())
    refresh_effect(reform, now=now())  # loads numpy and scipy
    begun = time.perf_counter()
    refresh_effect(reform, now=now())
    return reform, time.perf_counter() - begun


def _effect(reform: Any) -> dict[str, str]:
    from django.urls import reverse

    return {
        "effect": reverse("reforms:effect", args=[reform.code]),
        "province_effect": reverse("reforms:province_effect", args=[reform.code]),
    }


def _session(user: Any) -> str:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from gandan.people.sessions import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def _visitors() -> list[str]:
    from gandan.people.models import User

    return [_session(_citizen(User, number)) for number in range(VISITORS)]


def _citizen(users: Any, number: int) -> Any:
    phone = f"0977{number:06d}"
    return users.objects.with_contact(phone=phone) or users.objects.create_citizen(
        phone=phone, full_name="Nguyễn Văn An"
    )


def _officers() -> dict[str, Any]:
    """The busiest commune's reception officer and leader, and somebody of the province's oversight."""
    from django.db.models import Count

    from gandan.dossiers.models import Dossier
    from gandan.people.models import Role, User
    from gandan.places.models import Agency

    (busiest,) = (
        Dossier.objects.values_list("commune__code").annotate(n=Count("pk")).order_by("-n", "commune__code")[:1]
    )
    province = Agency.objects.get(units__code=busiest[0])
    names = {"officer": f"mp-{busiest[0]}-motcua", "leader": f"mp-{busiest[0]}-lanhdao"}
    User.objects.filter(username__in=names.values()).update(needs_second_factor=False)
    overseer = User.objects.filter(username="bench-tinh").first() or _overseer(User, province, Role.OVERSIGHT)
    people = {name: User.objects.get(username=username) for name, username in names.items()}
    return {
        "commune": busiest[0], "in_commune": busiest[1], "dossiers": Dossier.objects.count(),
        **{name: _session(user) for name, user in people.items()}, "province": _session(overseer),
    }  # fmt: skip


def _overseer(users: Any, province: Any, role: str) -> Any:
    from datetime import date

    from gandan.people.models import Assignment

    user = users.objects.create_staff("bench-tinh", full_name="Sở Nội vụ", agency=province, needs_second_factor=False)
    Assignment.objects.create(user=user, agency=province, role=role, since=date(2025, 7, 1))
    return user


def _addresses() -> dict[str, Any]:
    from django.urls import reverse

    from gandan.dossiers.models import Dossier

    key = Dossier.objects.filter(status="processing").order_by("pk").values_list("key", flat=True)[0]
    return {
        "home": reverse("portal:home"), "track": reverse("dossiers:track", args=[key]), "inbox": reverse("desk:inbox"),
        "search": f"{reverse('desk:search')}?q=nguyen+van", "list_filtered": f"{reverse('desk:inbox')}?kenh=online&xep=thu-tuc",
        "rows": f"{reverse('cockpit:rows', args=['on_time_rate'])}?ky=12-thang",
        "dashboard": reverse("cockpit:dashboard"), "overview": reverse("cockpit:overview"),
    }  # fmt: skip


def _walk() -> dict[str, Any]:
    """The pages of one submission and what is typed on each, from the declaration's own definition."""
    from django.urls import reverse
    from django.utils.timezone import localdate

    from gandan.catalog.models import ProcedureVersion
    from gandan.catalog.parts import steps_from

    version = ProcedureVersion.objects.in_force(localdate()).get(procedure__code=PROCEDURE)
    form = version.form()
    steps = steps_from(form.steps) if form else []
    pages = [{"slug": step.key, "told": _typed(step.fields)} for step in steps]
    papers = [{"slug": "giay-to", "told": {}}] if any(one.upload for one in version.papers()) else []
    return {
        "start": reverse("dossiers:start", args=[PROCEDURE]),
        "pages": [{"slug": "nguoi-nop", "told": APPLICANT}, *pages, *papers],
    }


APPLICANT = {
    "applicant_name": "Nguyễn Văn An", "applicant_gender": "male", "applicant_id_number": "031090012412",
    "applicant_phone": "0912345118", "applicant_email": "", "applicant_address": "Thôn Ngọc Lâm",
}  # fmt: skip
TYPED = {
    "date": "05/11/2026", "number": "1", "phone": "0912345118", "id_number": "031090012412", "email": "an@example.vn",
    "checkbox": "on",
}  # fmt: skip


def _typed(fields: Any) -> dict[str, str]:
    answers: dict[str, str] = {}
    for field in fields:
        if field.show_if is None or answers.get(field.show_if.field) == field.show_if.equals:
            answers[field.key] = field.options[0][0] if field.options else TYPED.get(field.type, "Nguyễn Văn Bảo")
    return answers


if __name__ == "__main__":
    main()
