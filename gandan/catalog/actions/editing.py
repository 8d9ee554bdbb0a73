"""Editing by people: facts through a draft, declarations, everyday names, the end of a procedure."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import fold, say_day
from gandan.journal.actions import record
from gandan.people.offices import Office
from gandan.places.deadlines import VIETNAM

from .. import search
from ..declaration_rules import check_steps
from ..drafts import Facts
from ..events import AliasAdded, AliasRemoved, FactsEdited, FormEdited, ProcedureRetired, VersionPublished
from ..kept import forget_versions
from ..models import Alias, Fee, FormDefinition, Origin, Procedure, ProcedureVersion, TimeLimit
from ..parts import BadPart, components_from
from ..rights import must_edit_for_everyone


def _today(now: datetime) -> date:
    return now.astimezone(VIETNAM).date()


@transaction.atomic
def edit_facts(version: ProcedureVersion, facts: Facts, *, by: Office, now: datetime) -> ProcedureVersion:
    """Change the draft of the procedure, made from `version` if there is none; nothing is promised until published."""
    must_edit_for_everyone(by, _today(now))
    try:
        components_from(facts.components)
    except BadPart as error:
        raise RuleBroken(f"Thành phần hồ sơ chưa đúng: {error}.") from error
    procedure = _locked(version.procedure_id)
    draft = procedure.versions.filter(is_published=False).order_by("-number").first() or _copy(
        version, today=_today(now)
    )
    for name, value in asdict(facts).items():
        setattr(draft, name, list(value) if isinstance(value, tuple) else value)
    draft.origin = Origin.EDITED
    draft.save()
    forget_versions()
    record(FactsEdited(version_id=draft.pk, number=draft.number), about=procedure, by=by.user, at=now)
    return draft


@transaction.atomic
def publish_version(version: ProcedureVersion, *, valid_from: date, by: Office, now: datetime) -> None:
    """The draft holds from a day on; the version in force ends the day before."""
    today = _today(now)
    must_edit_for_everyone(by, today)
    procedure = _locked(version.procedure_id)
    version.refresh_from_db()
    if version.is_published:
        raise RuleBroken(f"Bản {version.number} đã công bố rồi.")
    if valid_from < today:
        raise RuleBroken("Ngày hiệu lực không được trước hôm nay: hồ sơ cũ giữ bản đã áp dụng khi nhận.")
    others = procedure.versions.filter(is_published=True)
    if later := others.filter(valid_from__gt=valid_from).order_by("valid_from").first():
        raise RuleBroken(f"Đã có bản {later.number} hiệu lực từ {say_day(later.valid_from)}. Chọn ngày sau ngày đó.")
    others.filter(valid_to__isnull=True).update(valid_to=valid_from - timedelta(days=1))
    version.is_published, version.valid_from, version.valid_to = True, valid_from, None
    version.origin, version.warnings = Origin.EDITED, []
    version.save()
    forget_versions()
    event = VersionPublished(version_id=version.pk, number=version.number, valid_from=valid_from, origin=version.origin)
    record(event, about=procedure, by=by.user, at=now)
    transaction.on_commit(search.forget)


@transaction.atomic
def edit_form(version: ProcedureVersion, steps: list[dict[str, Any]], *, by: Office, now: datetime) -> FormDefinition:
    """A new definition of the declaration. Drafts and dossiers begun before keep the one they were made with."""
    must_edit_for_everyone(by, _today(now))
    try:
        check_steps(steps)
    except BadPart as error:
        raise RuleBroken(f"Tờ khai chưa đúng: {error}.") from error
    procedure = _locked(version.procedure_id)
    last = version.forms.aggregate(last=Max("number"))["last"] or 0
    form = FormDefinition.objects.create(version=version, number=last + 1, steps=steps, made_by=str(by.user))
    forget_versions()
    ProcedureVersion.objects.filter(pk=version.pk).update(origin=Origin.EDITED)
    record(FormEdited(version_id=version.pk, form_id=form.pk, number=form.number), about=procedure, by=by.user, at=now)
    return form


@transaction.atomic
def add_alias(procedure: Procedure, text: str, *, by: Office, now: datetime) -> Alias:
    """An everyday name under which people look for the procedure."""
    must_edit_for_everyone(by, _today(now))
    procedure = _locked(procedure.pk)
    if procedure.aliases.filter(folded=fold(text)).exists():
        raise RuleBroken(f"Tên “{text}” đã có rồi.")
    alias = Alias.objects.create(procedure=procedure, text=text)
    record(AliasAdded(alias_id=alias.pk), about=procedure, by=by.user, at=now)
    transaction.on_commit(search.forget)
    return alias


@transaction.atomic
def remove_alias(alias: Alias, *, by: Office, now: datetime) -> None:
    must_edit_for_everyone(by, _today(now))
    procedure = _locked(alias.procedure_id)
    event = AliasRemoved(alias_id=alias.pk)
    alias.delete()
    record(event, about=procedure, by=by.user, at=now)
    transaction.on_commit(search.forget)


@transaction.atomic
def retire(procedure: Procedure, *, last_day: date, by: Office, now: datetime) -> None:
    """Nobody can file it after `last_day`; dossiers already received go on under their version."""
    must_edit_for_everyone(by, _today(now))
    if last_day < _today(now) - timedelta(days=1):
        raise RuleBroken("Ngày cuối không được sớm hơn hôm qua: hồ sơ đã nhận vẫn theo bản cũ.")
    procedure = _locked(procedure.pk)
    going_on = procedure.versions.filter(is_published=True).exclude(valid_to__lte=last_day)
    if not going_on.update(valid_to=last_day, origin=Origin.EDITED):
        raise RuleBroken("Thủ tục này không còn bản nào đang hiệu lực.")
    forget_versions()
    record(ProcedureRetired(last_day=last_day), about=procedure, by=by.user, at=now)
    transaction.on_commit(search.forget)


def _locked(procedure_id: int) -> Procedure:
    return Procedure.objects.select_for_update().get(pk=procedure_id)


def _copy(version: ProcedureVersion, *, today: date) -> ProcedureVersion:
    """An unpublished twin with the same times, fees and declaration."""
    source_pk, form = version.pk, version.form()
    last = ProcedureVersion.objects.filter(procedure=version.procedure_id).aggregate(last=Max("number"))["last"]
    draft = ProcedureVersion.objects.get(pk=source_pk)
    draft.pk, draft.number, draft.is_published, draft.digest = None, last + 1, False, ""
    draft.valid_from, draft.valid_to = today, None
    draft._state.adding = True
    draft.save()
    limits, fees = list(TimeLimit.objects.filter(version=source_pk)), list(Fee.objects.filter(version=source_pk))
    facts: list[TimeLimit | Fee] = [*limits, *fees]
    for fact in facts:
        fact.pk, fact.version = None, draft
    TimeLimit.objects.bulk_create(limits)
    Fee.objects.bulk_create(fees)
    if form:
        FormDefinition.objects.create(version=draft, steps=form.steps, made_by=form.made_by)
    return draft
