"""The shape of what citizens type at feedback."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from gandan.core.errors import RuleBroken
from gandan.dossiers.photos import Position, clean_photo, position_in
from gandan.dossiers.uploads import CleanFile
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from .actions import Sender, Told, Where
from .categories import choices
from .holding import held, hold
from .models import ReplyBy

MOST_PHOTOS = 4


class _Several(forms.FileInput):
    allow_multiple_selected = True


class PhotosField(forms.FileField):
    """Several photos, cleaned, and the first position found in them: `(list[CleanFile], Position | None)`."""

    widget = _Several(attrs={"accept": "image/*", "multiple": True})

    def clean(self, data: Any, initial: Any = None) -> tuple[list[CleanFile], Position | None]:
        uploads = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        if len(uploads) > MOST_PHOTOS:
            raise ValidationError(f"Gửi nhiều nhất {MOST_PHOTOS} ảnh một lần.")
        photos, found = [], None
        for one in uploads:
            found = found or position_in(one)
            try:
                photo = clean_photo(one)
            except RuleBroken as refused:
                raise ValidationError(refused.message) from None
            photos += [photo] if photo else []
        if self.required and not photos:
            raise ValidationError("Chọn ảnh.")
        return photos, found


class ReportForm(forms.Form):
    """One report. Nothing but the words is asked for; `held` are photos that came with an earlier press."""

    place = forms.CharField(label="Nơi xảy ra", required=False, max_length=200, help_text="Tên thôn, ngõ, gần đâu.")
    hamlet = forms.ModelChoiceField(
        Hamlet.objects.none(), label="Thôn, khu dân cư", required=False, empty_label="chưa rõ"
    )
    text = forms.CharField(
        label="Việc gì?", max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Viết như đang kể với cán bộ xã. Không dấu cũng được.",
    )  # fmt: skip
    category = forms.ChoiceField(label="Lĩnh vực", required=False, choices=[("", "để hệ thống xếp giúp"), *choices()])
    photos = PhotosField(label="Ảnh, nếu có", required=False, help_text="Tránh chụp rõ mặt người khác.")
    phone = forms.CharField(
        label="Số điện thoại", required=False, max_length=20, help_text="Để trống cũng được: ông/bà tự tra bằng mã."
    )
    name = forms.CharField(label="Họ tên", required=False, max_length=120)
    latitude = forms.FloatField(required=False, widget=forms.HiddenInput)
    longitude = forms.FloatField(required=False, widget=forms.HiddenInput)
    press_key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    website = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, commune: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hamlet"].queryset = Hamlet.objects.of(commune)  # type: ignore[attr-defined]  # a choice of rows

    def position(self) -> Position | None:
        """Tapped or told by the device; else that of the first photo."""
        said = self.cleaned_data
        return Position.of(said.get("latitude"), said.get("longitude")) or (said.get("photos") or ([], None))[1]

    def held_names(self) -> list[str]:
        """Signed names of every photo so far; those that came with this press are laid aside now."""
        known: Sequence[str] = self.data.getlist("held") if hasattr(self.data, "getlist") else ()
        fresh: list[CleanFile] = (self.cleaned_data.get("photos") or ([], None))[0]
        return [*known[:MOST_PHOTOS], *(hold(one) for one in fresh)][:MOST_PHOTOS]

    def told(self, channel: str, sender: User | None, photos: Sequence[str]) -> Told:
        said, here = self.cleaned_data, self.position()
        where = Where(
            latitude=here.latitude if here else None, longitude=here.longitude if here else None, place=said["place"],
            hamlet=said["hamlet"],
        )  # fmt: skip
        who = Sender(
            user=sender, name=said["name"], phone=said["phone"], reply_by=ReplyBy.SMS if said["phone"] else ReplyBy.NONE
        )
        return Told(
            text=said["text"], channel=channel, sender=who, where=where, category=said["category"], photos=held(photos),
            press_key=said["press_key"],
        )  # fmt: skip


class FollowForm(forms.Form):
    """“Tôi cũng gặp”: one way to be told how it ends."""

    phone = forms.CharField(label="Số điện thoại để xã báo khi xong", required=False, max_length=20)
    email = forms.EmailField(label="Hoặc thư điện tử", required=False)
    website = forms.CharField(required=False, widget=forms.HiddenInput)

    def sender(self, user: User | None) -> Sender:
        return Sender(user=user, phone=self.cleaned_data["phone"].strip(), email=self.cleaned_data["email"].strip())


class RateForm(forms.Form):
    stars = forms.TypedChoiceField(
        label="Xã làm việc này thế nào?", coerce=int, widget=forms.RadioSelect,
        choices=[(5, "Rất tốt"), (4, "Tốt"), (3, "Tạm được"), (2, "Chưa tốt"), (1, "Kém")],
    )  # fmt: skip
    text = forms.CharField(
        label="Muốn nói thêm", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReopenForm(forms.Form):
    text = forms.CharField(label="Còn chưa được điều gì?", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class MoreForm(forms.Form):
    """What was asked for."""

    text = forms.CharField(label="Trả lời xã", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    photos = PhotosField(label="Ảnh", required=False)


class AddPhotosForm(forms.Form):
    photos = PhotosField(label="Thêm ảnh")
