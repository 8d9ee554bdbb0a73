"""How to reach a citizen: one telephone number or one e-mail address, in the one form we keep. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol, cast

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from gandan.core.secrets import blind_index
from gandan.core.vietnamese import mask_phone

Kind = Literal["phone", "email"]
VIETNAM = 84
REACHED_BY_SMS = {phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE}


class ContactUnclear(ValueError):
    """What was typed is neither a telephone number nor an e-mail address we can write to; the message says what to do."""


@dataclass(frozen=True)
class Contact:
    """`value` is “0912345678” or an address in lower case."""

    kind: Kind
    value: str

    @classmethod
    def of(cls, kind: str, value: str) -> Contact:
        return cls(cast("Kind", kind), value)

    @property
    def index(self) -> str:
        """The blind index by which codes sent to this contact are found."""
        return blind_index(f"{self.kind}:{self.value}", column="people_onetimecode.contact")

    @property
    def masked(self) -> str:
        """“0912 ••• 118”, “la•••@gmail.com”: enough for its owner to recognise it."""
        if self.kind == "phone":
            return mask_phone(self.value)
        name, _, domain = self.value.partition("@")
        return f"{name[:2]}•••@{domain}"


def phone_number(typed: str) -> str:
    """A Vietnamese mobile number as “0912345678”, from any usual way of writing it. Raises `ContactUnclear`."""
    try:
        number = phonenumbers.parse(typed, "VN")
    except phonenumbers.NumberParseException:
        raise ContactUnclear("Số điện thoại chưa đúng. Ví dụ: 0912\u00a0345\u00a0678") from None
    if number.country_code != VIETNAM:
        raise ContactUnclear("Tin nhắn chỉ gửi được tới số của Việt Nam. Ở nước ngoài, xin dùng địa chỉ e-mail.")
    if not phonenumbers.is_valid_number(number):
        raise ContactUnclear("Số điện thoại chưa đúng, có thể thiếu hoặc thừa số. Ví dụ: 0912\u00a0345\u00a0678")
    if phonenumbers.number_type(number) not in REACHED_BY_SMS:
        raise ContactUnclear("Đây là số máy bàn, không nhận được tin nhắn. Xin dùng số di động hoặc e-mail.")
    return f"0{number.national_number}"


def email_address(typed: str) -> str:
    """An address in lower case. Raises `ContactUnclear`."""
    address = typed.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise ContactUnclear("Địa chỉ e-mail chưa đúng. Ví dụ: ten@gmail.com") from None
    return address


def read_contact(typed: str) -> Contact:
    """A telephone or an e-mail address, whichever was typed. Raises `ContactUnclear`."""
    if "@" in typed:
        return Contact("email", email_address(typed))
    return Contact("phone", phone_number(typed))


class CodeNotSent(Exception):
    """The carrier did not accept the code; the message says what to do."""


class CodeCarrier(Protocol):
    """Brings a one-time code to a contact; the real one lives above, named by `settings.CODE_CARRIER`."""

    def __call__(self, contact: Contact, code: str, *, valid_minutes: int) -> None:
        """Return when the code is on its way; raise `CodeNotSent` otherwise."""
