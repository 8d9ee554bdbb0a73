"""The doors: sign-in of citizens and of staff, the second factor, the way out."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, logout, update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.people import actions, limits, offices
from gandan.people import second_factor as factors
from gandan.people.access import PublicRequest, public
from gandan.people.contacts import CodeCarrier, CodeNotSent, Contact
from gandan.people.forms import ChangePasswordForm, CodeForm, ContactForm, SecondFactorForm, SignInForm
from gandan.people.models import OneTimeCode, Role, User
from gandan.ui.views.files import as_file

from . import doors

ASKED, NEXT = "people.asked", "people.next"
LOCKED_OUT = "Đã nhập sai nhiều lần. Vì an toàn, xin đợi 5 phút rồi thử lại."
NOT_RIGHT = "Tên đăng nhập hoặc mật khẩu chưa đúng. Xin kiểm tra lại, kể cả phím Caps Lock."


# --- Staff -----------------------------------------------------------------------------------------------------------
@public
@sensitive_post_parameters("password")
def sign_in(request: PublicRequest) -> HttpResponse:
    wanted = doors.safe_next(request)
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        user = _staff_with_password(request, form, now=now)
        if user is not None and user.needs_second_factor:
            doors.start_proving(request, user, wanted=wanted, now=now)
            return redirect("people:second_factor")
        if user is not None:
            doors.let_in(request, user)
            actions.note_sign_in(user, method="password")
            return doors.go_on(wanted)
    return render(request, "people/public/sign_in.html", {"form": form, "next": wanted})


def _staff_with_password(request: PublicRequest, form: SignInForm, *, now: datetime) -> User | None:
    """The member of staff whose password this is; otherwise the form says why not."""
    username, address = form.cleaned_data["username"], doors.visitor_address(request)
    if not limits.may_try_password(username, address, now=now):
        form.add_error(None, LOCKED_OUT)
        return None
    user = authenticate(request, username=username, password=form.cleaned_data["password"])
    if not isinstance(user, User) or not user.is_staff_member:
        form.add_error(None, NOT_RIGHT)
        return None
    limits.password_was_right(username, address)
    return user


@public
def second_factor(request: PublicRequest) -> HttpResponse:
    """The six digits of the authenticator app, or a recovery code."""
    now = timezone.now()
    user = doors.who_is_proving(request, now=now)
    if user is None:
        return redirect("people:sign_in")
    wanted = doors.wanted_while_proving(request)
    if not factors.is_enrolled(user):
        return redirect(f"{reverse('people:enrol_second_factor')}?{urlencode({'next': wanted})}")
    form = SecondFactorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        way = _way_passed(user, form, now=now)
        if way:
            doors.let_in(request, user, second_factor=way)
            actions.note_sign_in(user, method=way)
            return doors.go_on(wanted)
    return render(request, "people/public/second_factor.html", {"form": form, "next": wanted})


def _way_passed(user: User, form: SecondFactorForm, *, now: datetime) -> str:
    if not limits.may_try_second_factor(user, now=now):
        form.add_error(None, LOCKED_OUT)
        return ""
    way = actions.pass_second_factor(user, typed=form.cleaned_data["code"], now=now)
    if way:
        limits.second_factor_was_right(user)
    else:
        form.add_error("code", "Mã chưa đúng hoặc đã dùng. Xin đợi ứng dụng hiện mã mới rồi nhập lại.")
    return way


@public
def enrol_second_factor(request: PublicRequest) -> HttpResponse:
    """The first sign-in: scan the square with an authenticator app and type the code it shows."""
    now = timezone.now()
    user = doors.who_is_proving(request, now=now)
    if user is None:
        return redirect("people:sign_in")
    if factors.is_enrolled(user):
        return redirect("people:second_factor")
    wanted, secret = doors.wanted_while_proving(request), _secret_of_session(request)
    form = SecondFactorForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _enrolled(user, form, secret, now=now):
        doors.drop_from_session(request, "totp")
        doors.keep_for_session(request, "recovery", wanted or "-")
        doors.let_in(request, user, second_factor="totp")
        actions.note_sign_in(user, method="totp")
        return redirect("people:recovery_codes")
    page = {"form": form, "qr": factors.qr_of(user, secret), "secret": _in_fours(secret), "next": wanted}
    return render(request, "people/public/enrol_second_factor.html", page)


def _enrolled(user: User, form: SecondFactorForm, secret: str, *, now: datetime) -> bool:
    if not limits.may_try_second_factor(user, now=now):
        form.add_error(None, LOCKED_OUT)
        return False
    if not actions.enrol_second_factor(user, secret=secret, typed=form.cleaned_data["code"], now=now):
        form.add_error("code", "Mã chưa đúng. Xin xem giờ trên điện thoại có đúng không rồi nhập mã mới.")
        return False
    limits.second_factor_was_right(user)
    return True


def _secret_of_session(request: PublicRequest) -> str:
    """The secret offered on this page, the same until it is taken."""
    secret = doors.kept_for_session(request, "totp")
    if not secret:
        secret = generate_totp_secret()
        doors.keep_for_session(request, "totp", secret)
    return secret


def _in_fours(text: str) -> str:
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


@public
def recovery_codes(request: PublicRequest) -> HttpResponse:
    """Shown once, right after enrolment: to print or to keep as a file."""
    wanted = doors.kept_for_session(request, "recovery")
    user = request.user
    if not wanted or not isinstance(user, User) or not factors.has_second_factor(request):
        return redirect("people:after_sign_in")
    if request.method == "POST":
        doors.drop_from_session(request, "recovery")
        return doors.go_on("" if wanted == "-" else wanted)
    codes = RecoveryCodes.activate(user).get_unused_codes()
    if "tep" in request.GET:
        text = "Mã dự phòng Gần Dân của " + user.username + "\n\n" + "\n".join(codes) + "\n"
        return as_file(text, "ma-du-phong-gan-dan.txt")
    return render(request, "people/public/recovery_codes.html", {"codes": codes})


@public
@sensitive_post_parameters()
def change_password(request: PublicRequest) -> HttpResponse:
    """A member of staff changes their own password; after a reset they must."""
    user = request.user
    if not isinstance(user, User) or not user.is_staff_member:
        return redirect("people:sign_in")
    if user.needs_second_factor and not factors.has_second_factor(request):
        return redirect("people:second_factor")
    form = ChangePasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid() and _old_is_right(request, user, form):
        actions.change_password(user, password=form.cleaned_data["new"])
        update_session_auth_hash(request, user)
        messages.success(request, "Đã đổi mật khẩu. Các nơi khác đang đăng nhập đã bị đăng xuất.")
        return doors.go_on(doors.safe_next(request))
    page = {"form": form, "next": doors.safe_next(request), "must": user.must_change_password}
    return render(request, "people/public/change_password.html", page)


def _old_is_right(request: PublicRequest, user: User, form: ChangePasswordForm) -> bool:
    address = doors.visitor_address(request)
    if not limits.may_try_password(user.username, address, now=timezone.now()):
        form.add_error(None, LOCKED_OUT)
        return False
    if not user.check_password(form.cleaned_data["old"]):
        form.add_error("old", "Mật khẩu đang dùng chưa đúng.")
        return False
    limits.password_was_right(user.username, address)
    return True


# --- Citizens --------------------------------------------------------------------------------------------------------
@public
def citizen_sign_in(request: PublicRequest) -> HttpResponse:
    """Where to send the code: a telephone or an e-mail address. The answer never tells whether an account exists."""
    wanted = doors.safe_next(request)
    form = ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _send_code(request, form.cleaned_data["contact"])
        except (RuleBroken, CodeNotSent) as problem:
            form.add_error(None, str(problem))
        else:
            request.session[NEXT] = wanted
            return redirect("people:citizen_code")
    page = {"form": form, "next": wanted, "vneid": settings.VNEID_URL}
    return render(request, "people/public/citizen_sign_in.html", page)


def _send_code(request: PublicRequest, contact: Contact) -> None:
    """Make a code and give it to the carrier. Raises `RuleBroken` or `CodeNotSent`."""
    now = timezone.now()
    if not limits.may_ask_code(contact, doors.visitor_address(request), now=now):
        raise RuleBroken(_("Đã gửi nhiều mã trong một giờ. Xin đợi một giờ rồi thử lại, hoặc gọi điện cho Trung tâm."))
    asked, code = actions.ask_code(contact, now=now)
    request.session[ASKED] = asked.pk
    carry: CodeCarrier = import_string(settings.CODE_CARRIER)
    carry(contact, code, valid_minutes=actions.CODE_MINUTES)


def _asked(request: PublicRequest) -> OneTimeCode | None:
    return OneTimeCode.objects.filter(pk=request.session.get(ASKED, 0)).first()


@public
def citizen_code(request: PublicRequest) -> HttpResponse:
    """The six digits: right ones open the session, and the account on the first visit."""
    asked = _asked(request)
    if asked is None:
        return redirect("people:citizen_sign_in")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        citizen = _citizen_with_code(request, asked, form)
        if citizen is not None:
            wanted = request.session.pop(NEXT, "")
            request.session.pop(ASKED)
            doors.let_in(request, citizen)
            return doors.go_on(wanted)
    page = {"form": form, "contact": asked.contact, "minutes": actions.CODE_MINUTES}
    return render(request, "people/public/citizen_code.html", page)


def _citizen_with_code(request: PublicRequest, asked: OneTimeCode, form: CodeForm) -> User | None:
    now = timezone.now()
    if not limits.may_check_code(doors.visitor_address(request), now=now):
        form.add_error(None, _("Đã thử nhiều lần. Xin đợi một giờ rồi thử lại."))
        return None
    citizen = actions.check_code(asked, typed=form.cleaned_data["code"], now=now)
    if citizen is None:
        form.add_error("code", _why_not(asked, now=now))
    return citizen


def _why_not(asked: OneTimeCode, *, now: datetime) -> str:
    asked.refresh_from_db()
    if asked.used_at is not None:
        return _("Tài khoản này đang tạm khóa. Xin gọi điện cho Trung tâm để được giúp.")
    if not asked.is_alive(now):
        return _("Mã đã hết hạn hoặc đã nhập sai 5 lần. Bấm “Gửi lại mã” để nhận mã mới.")
    return _("Mã chưa đúng. Xin xem lại tin nhắn mới nhất. Còn {count} lần thử.").format(count=asked.tries_left)


@public
@require_POST
def resend_code(request: PublicRequest) -> HttpResponse:
    asked = _asked(request)
    if asked is None:
        return redirect("people:citizen_sign_in")
    try:
        _send_code(request, asked.contact)
    except (RuleBroken, CodeNotSent) as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Đã gửi mã mới. Mã cũ không còn dùng được."))
    return redirect("people:citizen_code")


# --- Both ------------------------------------------------------------------------------------------------------------
@public
def after_sign_in(request: PublicRequest) -> HttpResponse:
    """Where a day begins: the leader's overview, the officer's inbox, the citizen's home."""
    user = request.user
    if not isinstance(user, User):
        return redirect("people:citizen_sign_in")
    if not user.is_staff_member:
        return redirect("portal:mine")
    if user.must_change_password:
        return redirect("people:change_password")
    office = offices.office_of(user)
    if office is None:
        return render(request, "people/public/no_office.html", status=403)
    is_overseer = office.commune is None or office.holds(Role.LEADER, Role.OVERSIGHT)
    return redirect("cockpit:overview" if is_overseer else "desk:inbox")


@public
@require_POST
def sign_out(request: PublicRequest) -> HttpResponse:
    """Everybody may; a link alone may not."""
    was_staff = isinstance(request.user, User) and request.user.is_staff_member
    logout(request)
    messages.success(request, _("Đã đăng xuất."))
    return redirect("people:sign_in" if was_staff else "portal:home")
