"""The verbs of people. What may be shown once (passwords, codes, tokens) is returned and kept only as a hash."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.utils import decrypt, encrypt
from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.core.secrets import blind_index
from gandan.journal.actions import record
from gandan.places.models import Agency, AgencyKind

from . import events
from .contacts import Contact
from .models import ApiToken, Assignment, OneTimeCode, Role, User
from .passwords import one_time_password
from .second_factor import matching_step

CODE_MINUTES = 10
RESEND_SECONDS = 60
TOKEN_PREFIX = "gandan_"
TOKEN_USE_NOTED_EVERY = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class StaffDetails:
    """What is known of a member of staff. People of the demonstration need no second factor and keep their password."""

    username: str
    full_name: str
    gender: str = ""
    email: str = ""
    phone: str = ""
    needs_second_factor: bool = True
    must_change_password: bool = True


@dataclass(frozen=True, kw_only=True)
class RoleTerm:
    """A role in an agency from a day on, `until` included; no `until`: for good."""

    agency: Agency
    role: str
    since: date
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class ProvenIdentity:
    """Who the state's identity service says this is; telephone and e-mail only when it vouches for them."""

    provider: str
    subject: str
    full_name: str = ""
    phone: str = ""
    email: str = ""
    id_number: str = ""
    level: int = 0


def _locked(user: User) -> User:
    return User.objects.select_for_update(of=("self",)).select_related("agency").get(pk=user.pk)


def _staff(user: User, *, by: User | None) -> User:
    """The locked row of a member of staff whom `by` may administer: of the same commune. None: the system itself."""
    staff = _locked(user)
    if not staff.is_staff_member or staff.agency is None:
        raise NotThisOffice("Đây không phải là tài khoản cán bộ.")
    if by is not None and by.agency is not None and staff.agency.commune_id != by.agency.commune_id:
        raise NotThisOffice("Cán bộ này thuộc xã khác.")
    return staff


def _keep_an_administrator(staff: User, *, without: QuerySet[Assignment], today: date) -> None:
    """A commune that nobody administers could never be repaired from within."""
    assert staff.agency is not None
    here = {"role": Role.ADMINISTRATOR, "agency__commune": staff.agency.commune_id, "user__is_active": True}
    posts = Assignment.objects.on(today).filter(**here)
    if posts.filter(pk__in=without).exists() and not posts.exclude(pk__in=without).exists():
        raise RuleBroken("Xã phải luôn có ít nhất một người quản trị. Hãy giao vai trò này cho người khác trước.")


# --- Staff -----------------------------------------------------------------------------------------------------------
@transaction.atomic
def add_staff(agency: Agency, details: StaffDetails, *, password: str, by: User | None) -> User:
    """An account for a member of staff who belongs to `agency`. Roles are given separately."""
    if by is not None and by.agency is not None and agency.commune_id != by.agency.commune_id:
        raise NotThisOffice("Cơ quan này thuộc xã khác.")
    username = details.username.strip().lower()
    if User.objects.filter(username=username).exists():
        raise RuleBroken(f"Tên đăng nhập “{username}” đã có người dùng. Xin chọn tên khác.")
    user = User.objects.create_staff(
        username, full_name=details.full_name, password=password, agency=agency, gender=details.gender,
        email=details.email, phone=details.phone, needs_second_factor=details.needs_second_factor,
        must_change_password=details.must_change_password,
    )  # fmt: skip
    record(events.StaffAdded(user_id=user.pk, agency_id=agency.pk), about=user, by=by)
    return user


@transaction.atomic
def edit_staff(user: User, details: StaffDetails, *, agency: Agency, by: User | None) -> None:
    """Correct name, form of address, contact and agency. Username and safety switches stay."""
    staff = _staff(user, by=by)
    assert staff.agency is not None
    if agency.commune_id != staff.agency.commune_id:
        raise NotThisOffice("Cơ quan này thuộc xã khác.")
    wanted = {"full_name": details.full_name, "gender": details.gender, "email": details.email, "phone": details.phone}
    changed = [name for name, value in wanted.items() if getattr(staff, name) != value]
    changed += ["agency"] if staff.agency != agency else []
    if not changed:
        return
    for name, value in wanted.items():
        setattr(staff, name, value)
    staff.agency = agency
    staff.save()
    record(events.StaffEdited(user_id=staff.pk, fields=changed), about=staff, by=by)


@transaction.atomic
def give_role(user: User, term: RoleTerm, *, by: User | None) -> Assignment:
    """A member of staff does `term.role` in `term.agency` from a day on."""
    staff = _staff(user, by=by)
    assert staff.agency is not None
    if term.agency.commune_id != staff.agency.commune_id:
        raise NotThisOffice("Cơ quan này thuộc xã khác.")
    if term.role == Role.OVERSIGHT and term.agency.kind != AgencyKind.PROVINCE:
        raise RuleBroken("Vai trò theo dõi cấp tỉnh chỉ giao ở cơ quan cấp tỉnh.")
    if term.until is not None and term.until < term.since:
        raise RuleBroken("Ngày thôi giữ vai trò phải sau ngày bắt đầu.")
    same = staff.assignments.filter(agency=term.agency, role=term.role)
    if same.overlapping(term.since, term.until).exists():
        raise RuleBroken(f"{staff} đã giữ vai trò “{Role(term.role).label}” tại {term.agency} trong thời gian này.")
    given, _ = Assignment.objects.update_or_create(  # a role ended on its first day may be given again that day
        user=staff, agency=term.agency, role=term.role, since=term.since, defaults={"until": term.until}
    )
    fact = events.RoleGiven(
        user_id=staff.pk, agency_id=term.agency.pk, role=str(term.role), since=term.since, until=term.until
    )
    record(fact, about=staff, by=by)
    return given


@transaction.atomic
def end_role(assignment: Assignment, *, by: User | None, today: date) -> None:
    """The role ends today: from this moment the person has it no more."""
    staff = _staff(assignment.user, by=by)
    _keep_an_administrator(staff, without=Assignment.objects.filter(pk=assignment.pk), today=today)
    until = max(today - timedelta(days=1), assignment.since - timedelta(days=1))
    Assignment.objects.filter(pk=assignment.pk).update(until=until)
    fact = events.RoleEnded(user_id=staff.pk, agency_id=assignment.agency_id, role=assignment.role, until=until)
    record(fact, about=staff, by=by)


@transaction.atomic
def deactivate(user: User, *, by: User | None, today: date) -> None:
    """The account opens no door any more; sessions and tokens die with it. History stays."""
    staff = _staff(user, by=by)
    if by is not None and staff.pk == by.pk:
        raise RuleBroken("Không thể tự ngừng tài khoản của mình. Hãy nhờ người quản trị khác.")
    _keep_an_administrator(staff, without=staff.assignments.all(), today=today)
    if staff.is_active:
        User.objects.filter(pk=staff.pk).update(is_active=False)
        staff.api_tokens.all().delete()
        record(events.StaffDeactivated(user_id=staff.pk), about=staff, by=by)


@transaction.atomic
def reactivate(user: User, *, by: User | None) -> None:
    staff = _staff(user, by=by)
    if not staff.is_active:
        User.objects.filter(pk=staff.pk).update(is_active=True)
        record(events.StaffReactivated(user_id=staff.pk), about=staff, by=by)


@transaction.atomic
def reset_password(user: User, *, by: User | None) -> str:
    """A new password to be handed over once; it must be changed at the next sign-in. Open sessions end."""
    staff = _staff(user, by=by)
    password = one_time_password()
    staff.set_password(password)
    staff.must_change_password = True
    staff.save(update_fields=["password", "must_change_password"])
    record(events.PasswordReset(user_id=staff.pk), about=staff, by=by)
    return password


@transaction.atomic
def change_password(user: User, *, password: str) -> None:
    """By its owner, who has just typed the old one."""
    staff = _locked(user)
    staff.set_password(password)
    staff.must_change_password = False
    staff.save(update_fields=["password", "must_change_password"])
    user.password, user.must_change_password = staff.password, False
    record(events.PasswordChanged(user_id=staff.pk), about=staff, by=staff)


# --- Sign-in of staff ------------------------------------------------------------------------------------------------
@transaction.atomic
def enrol_second_factor(user: User, *, secret: str, typed: str, now: datetime) -> bool:
    """Tie an authenticator app to the account, if the code it shows is right; recovery codes are made with it."""
    step = matching_step(secret, typed, now=now)
    staff = _locked(user)
    if step is None or Authenticator.objects.filter(user=staff, type=Authenticator.Type.TOTP).exists():
        return False
    data = {"secret": encrypt(secret), "last_step": step}
    Authenticator.objects.create(user=staff, type=Authenticator.Type.TOTP, data=data, last_used_at=now)
    Authenticator.objects.filter(user=staff, type=Authenticator.Type.RECOVERY_CODES).delete()
    RecoveryCodes.activate(staff)
    record(events.SecondFactorEnrolled(user_id=staff.pk), about=staff, by=staff)
    return True


@transaction.atomic
def pass_second_factor(user: User, *, typed: str, now: datetime) -> str:
    """The way passed (“totp” or “recovery_codes”), or "" when the code is wrong. No code opens twice."""
    mine = Authenticator.objects.select_for_update().filter(user=user)
    totp = mine.filter(type=Authenticator.Type.TOTP).first()
    step = matching_step(decrypt(totp.data["secret"]), typed, now=now) if totp else None
    if totp and step is not None and step > totp.data.get("last_step", 0):
        totp.data["last_step"] = step
        totp.last_used_at = now
        totp.save(update_fields=["data", "last_used_at"])
        return "totp"
    recovery = mine.filter(type=Authenticator.Type.RECOVERY_CODES).first()
    if totp and recovery and RecoveryCodes(recovery).validate_code(typed):
        return "recovery_codes"
    return ""


@transaction.atomic
def reset_second_factor(user: User, *, by: User | None) -> None:
    """The telephone is lost: the next sign-in ties a new one."""
    staff = _staff(user, by=by)
    Authenticator.objects.filter(user=staff).delete()
    record(events.SecondFactorReset(user_id=staff.pk), about=staff, by=by)


@transaction.atomic
def note_sign_in(user: User, *, method: str) -> None:
    """Staff sign-ins stand in the journal; citizens' do not."""
    staff = _locked(user)
    record(events.StaffSignedIn(user_id=staff.pk, method=method), about=staff, by=staff)


# --- Citizens --------------------------------------------------------------------------------------------------------
def _code_hash(contact: Contact, code: str) -> str:
    return blind_index(f"{contact.index}:{code}", column="people_onetimecode.code")


@transaction.atomic
def ask_code(contact: Contact, *, now: datetime) -> tuple[OneTimeCode, str]:
    """A fresh code for `contact` and its six digits to be sent; earlier codes to it are void.

    Says nothing about whether an account exists.
    """
    last = OneTimeCode.objects.to(contact).select_for_update().first()
    if last is not None and (waited := (now - last.asked_at).total_seconds()) < RESEND_SECONDS:
        wait = max(1, round(RESEND_SECONDS - waited))
        raise RuleBroken(f"Mã vừa được gửi đi. Nếu chưa nhận được, xin gửi lại sau {wait} giây.")
    OneTimeCode.objects.to(contact).delete()
    code = f"{secrets.randbelow(10**6):06d}"
    asked = OneTimeCode.objects.create(
        contact_kind=contact.kind, contact_value=contact.value, contact_index=contact.index,
        code_hash=_code_hash(contact, code), asked_at=now, expires_at=now + timedelta(minutes=CODE_MINUTES),
    )  # fmt: skip
    return asked, code


@transaction.atomic
def check_code(asked: OneTimeCode, *, typed: str, now: datetime) -> User | None:
    """The citizen who holds the contact, made on the first visit; None when the code is wrong, old or used up."""
    code = OneTimeCode.objects.select_for_update().filter(pk=asked.pk).first()
    if code is None or not code.is_alive(now):
        return None
    code.tries += 1
    is_right = hmac.compare_digest(code.code_hash, _code_hash(code.contact, typed))
    code.used_at = now if is_right else None
    code.save(update_fields=["tries", "used_at"])
    return _welcome(code.contact) if is_right else None


def _welcome(contact: Contact) -> User | None:
    contacts = {contact.kind: contact.value}
    citizen = User.objects.with_contact(**contacts)
    if citizen is None:
        try:
            with transaction.atomic():
                citizen = User.objects.create_citizen(**contacts)
                record(events.CitizenWelcomed(user_id=citizen.pk, way=contact.kind), about=citizen, by=citizen)
        except IntegrityError:  # the same person, a moment ago, in another window
            citizen = User.objects.with_contact(**contacts)
    return citizen if citizen and citizen.is_active else None


@transaction.atomic
def forget_codes(*, now: datetime) -> int:
    """Codes that open nothing any more go, and the contacts with them. Returns how many."""
    gone, _ = OneTimeCode.objects.filter(expires_at__lt=now).delete()
    return gone


@transaction.atomic
def introduce(citizen: User, *, full_name: str, gender: str = "") -> None:
    """A citizen says their name, once."""
    person = _locked(citizen)
    person.full_name, person.gender = full_name, gender
    person.save(update_fields=["full_name", "gender", "sort_name"])
    citizen.full_name, citizen.gender = full_name, gender
    record(events.CitizenIntroduced(user_id=person.pk), about=person, by=person)


@transaction.atomic
def link_identity(identity: ProvenIdentity) -> tuple[User, SocialAccount]:
    """The citizen of a proven identity: linked before, else found by vouched telephone or e-mail, else made."""
    account = SocialAccount.objects.select_related("user").filter(
        provider=identity.provider, uid=identity.subject
    ).first()  # fmt: skip
    citizen = account.user if account else _known_by(identity)
    if citizen is None:
        citizen = User.objects.create_citizen(phone=identity.phone, email=identity.email, full_name=identity.full_name)
        record(events.CitizenWelcomed(user_id=citizen.pk, way=identity.provider), about=citizen, by=citizen)
    if account is None:
        account = SocialAccount.objects.create(user=citizen, provider=identity.provider, uid=identity.subject)
    return _take_over(citizen, identity), account


def _known_by(identity: ProvenIdentity) -> User | None:
    by_phone = User.objects.with_contact(phone=identity.phone) if identity.phone else None
    return by_phone or User.objects.with_contact(email=identity.email)


def _take_over(citizen: User, identity: ProvenIdentity) -> User:
    """What the state vouches for replaces what was typed; what it does not say stays."""
    person = _locked(citizen)
    wanted = {"full_name": identity.full_name, "id_number": identity.id_number, "identity_level": identity.level}
    changes = {name: value for name, value in wanted.items() if value and getattr(person, name) != value}
    for name, value in changes.items():
        setattr(person, name, value)
    if changes:
        person.save(update_fields=[*changes, "sort_name"])
        record(events.IdentityLinked(user_id=person.pk, level=person.identity_level), about=person, by=person)
    return person


# --- Programs --------------------------------------------------------------------------------------------------------
@transaction.atomic
def give_token(user: User, *, now: datetime, by: User | None = None) -> str:
    """A bearer token for the API with the rights of `user`, to be shown once."""
    staff = _locked(user)
    if not staff.is_staff_member or not staff.is_active:
        raise RuleBroken("Chỉ cấp mã truy cập cho tài khoản cán bộ đang hoạt động.")
    token = TOKEN_PREFIX + secrets.token_urlsafe(32)
    kept = ApiToken.objects.create(user=staff, token_hash=_token_hash(token), created_at=now)
    record(events.TokenGiven(user_id=staff.pk, token_id=kept.pk), about=staff, by=by)
    return token


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def user_of_token(token: str, *, now: datetime) -> User | None:
    """Whose token this is; None when it is nobody's. Its use is noted once an hour."""
    kept = ApiToken.objects.select_related("user").filter(token_hash=_token_hash(token), user__is_active=True).first()
    if kept is None:
        return None
    if kept.last_used_at is None or now - kept.last_used_at >= TOKEN_USE_NOTED_EVERY:
        ApiToken.objects.filter(pk=kept.pk).update(last_used_at=now)
    return kept.user
