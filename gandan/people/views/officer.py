"""Administration of staff: the administrator of a commune sees and changes its own people only."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.people import actions, second_factor
from gandan.people.access import OfficerRequest, officer
from gandan.people.forms import NewStaffForm, RoleForm, StaffForm
from gandan.people.models import Assignment, Role, User, named_like
from gandan.people.passwords import one_time_password

from . import doors


def _staff_member(request: OfficerRequest, username: str) -> User:
    return get_object_or_404(User.objects.staff_of(request.commune), username=username)


def _details(form: StaffForm, username: str) -> actions.StaffDetails:
    known = {name: value for name, value in form.cleaned_data.items() if name not in {"agency", "username"}}
    return actions.StaffDetails(username=username, **known)


def _show_password(request: OfficerRequest, user: User, password: str) -> HttpResponse:
    doors.keep_for_session(request, f"password-{user.pk}", password)
    return redirect("people:staff_member", user.username)


@officer(Role.ADMINISTRATOR)
def staff(request: OfficerRequest) -> HttpResponse:
    """Everybody of the commune, its divisions and partner agencies; found by any part of the name."""
    words = request.GET.get("q", "").strip()
    held = Assignment.objects.on(localdate()).select_related("agency")
    people = list(User.objects.staff_of(request.commune).prefetch_related(Prefetch("assignments", held)))
    found = named_like(people, words) if words else people
    return render(request, "people/officer/staff.html", {"people": found, "words": words, "count": len(people)})


@officer(Role.ADMINISTRATOR)
def add_staff(request: OfficerRequest) -> HttpResponse:
    form = NewStaffForm(request.commune, request.POST or None)
    if request.method == "POST" and form.is_valid():
        password, agency = one_time_password(), form.cleaned_data["agency"]
        details = _details(form, form.cleaned_data["username"])
        user = actions.add_staff(agency, details, password=password, by=request.user)
        return _show_password(request, user, password)
    return render(request, "people/officer/add_staff.html", {"form": form})


@officer(Role.ADMINISTRATOR)
def staff_member(request: OfficerRequest, username: str) -> HttpResponse:
    """One member of staff: roles now and before, safety of the sign-in. A new password is shown here once."""
    person = _staff_member(request, username)
    shown = doors.kept_for_session(request, f"password-{person.pk}")
    if shown:
        doors.drop_from_session(request, f"password-{person.pk}")
    today = localdate()
    page = {
        "person": person,
        "password": shown,
        "is_enrolled": second_factor.is_enrolled(person),
        "held": person.assignments.not_ended(today).select_related("agency").order_by("since", "pk"),
        "ended": person.assignments.filter(until__lt=today).select_related("agency").order_by("-until", "-pk"),
        "form": RoleForm(request.commune, initial={"agency": person.agency_id, "since": today.strftime("%d/%m/%Y")}),
    }
    return render(request, "people/officer/staff_member.html", page)


@officer(Role.ADMINISTRATOR)
def edit_staff(request: OfficerRequest, username: str) -> HttpResponse:
    person = _staff_member(request, username)
    known = {name: getattr(person, name) for name in ("full_name", "gender", "agency", "phone", "email")}
    form = StaffForm(request.commune, request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        details = _details(form, person.username)
        actions.edit_staff(person, details, agency=form.cleaned_data["agency"], by=request.user)
        messages.success(request, "Đã lưu.")
        return redirect("people:staff_member", username)
    return render(request, "people/officer/edit_staff.html", {"form": form, "person": person})


@officer(Role.ADMINISTRATOR)
def give_role(request: OfficerRequest, username: str) -> HttpResponse:
    person = _staff_member(request, username)
    form = RoleForm(request.commune, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = actions.give_role(person, actions.RoleTerm(**form.cleaned_data), by=request.user)
        messages.success(request, f"Đã giao vai trò: {given}.")
        return redirect("people:staff_member", username)
    return render(request, "people/officer/give_role.html", {"form": form, "person": person})


@officer(Role.ADMINISTRATOR)
def end_role(request: OfficerRequest, username: str, pk: int) -> HttpResponse:
    person = _staff_member(request, username)
    assignment = get_object_or_404(Assignment.objects.select_related("agency"), pk=pk, user=person)
    if request.method == "POST":
        actions.end_role(assignment, by=request.user, today=localdate())
        messages.success(request, f"Đã thôi vai trò: {assignment}.")
        return redirect("people:staff_member", username)
    page = {"person": person, "assignment": assignment}
    return render(request, "people/officer/end_role.html", page)


@officer(Role.ADMINISTRATOR)
def deactivate(request: OfficerRequest, username: str) -> HttpResponse:
    person = _staff_member(request, username)
    if request.method == "POST":
        actions.deactivate(person, by=request.user, today=localdate())
        messages.success(request, f"Đã ngừng tài khoản của {person}.")
        return redirect("people:staff_member", username)
    return render(request, "people/officer/deactivate.html", {"person": person})


@officer(Role.ADMINISTRATOR)
@require_POST
def reactivate(request: OfficerRequest, username: str) -> HttpResponse:
    person = _staff_member(request, username)
    actions.reactivate(person, by=request.user)
    messages.success(request, f"{person} lại đăng nhập được.")
    return redirect("people:staff_member", username)


@officer(Role.ADMINISTRATOR)
def reset_password(request: OfficerRequest, username: str) -> HttpResponse:
    person = _staff_member(request, username)
    if request.method == "POST":
        return _show_password(request, person, actions.reset_password(person, by=request.user))
    return render(request, "people/officer/reset_password.html", {"person": person})


@officer(Role.ADMINISTRATOR)
def reset_second_factor(request: OfficerRequest, username: str) -> HttpResponse:
    person = _staff_member(request, username)
    if request.method == "POST":
        actions.reset_second_factor(person, by=request.user)
        messages.success(request, f"Lần đăng nhập tới, {person} sẽ gắn ứng dụng xác thực mới.")
        return redirect("people:staff_member", username)
    return render(request, "people/officer/reset_second_factor.html", {"person": person})
