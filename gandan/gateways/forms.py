"""The shape of what a browser hands out when it subscribes."""

import base64
import binascii

from django import forms
from django.conf import settings

from .actions import Browser
from .posting import is_listed

POINT_BYTES, SECRET_BYTES = 65, 16


class PushForm(forms.Form):
    endpoint = forms.CharField(max_length=1000)
    p256dh = forms.CharField(max_length=120)
    auth = forms.CharField(max_length=60)

    def clean_endpoint(self) -> str:
        """The server will call this address: only push services that are known."""
        endpoint: str = self.cleaned_data["endpoint"]
        if not is_listed(endpoint, settings.PUSH_HOSTS):
            raise forms.ValidationError("Chưa dùng được dịch vụ báo tin của trình duyệt này.")
        return endpoint

    def clean_p256dh(self) -> str:
        return self._bytes("p256dh", POINT_BYTES)

    def clean_auth(self) -> str:
        return self._bytes("auth", SECRET_BYTES)

    def _bytes(self, name: str, length: int) -> str:
        value: str = self.cleaned_data[name]
        try:
            plain = base64.b64decode(value + "=" * (-len(value) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError) as error:
            raise forms.ValidationError("Khóa không đúng.") from error
        if len(plain) != length or (length == POINT_BYTES and not _is_on_curve(plain)):
            raise forms.ValidationError("Khóa không đúng.")
        return value.rstrip("=")

    def browser(self) -> Browser:
        return Browser(self.cleaned_data["endpoint"], self.cleaned_data["p256dh"], self.cleaned_data["auth"])


def _is_on_curve(point: bytes) -> bool:
    from cryptography.hazmat.primitives.asymmetric import ec

    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError:
        return False
    return True
