"""Carries one-time codes to citizens by text message or e-mail: the `CodeCarrier` that `people` asks for."""

from gandan.people.contacts import CodeNotSent, Contact

from .email_box import EmailFailed, send_email
from .sms import SmsFailed, sms_gateway

NEVER = "Không cho ai biết mã này, kể cả cán bộ."


def carry(contact: Contact, code: str, *, valid_minutes: int) -> None:
    """Return when the code is on its way; raise `CodeNotSent` with what to do otherwise."""
    try:
        if contact.kind == "phone":
            text = f"{code} là mã đăng nhập Gần Dân, dùng trong {valid_minutes} phút. {NEVER}"
            sms_gateway().send(to=contact.value, text=text)
        else:
            send_email(to=contact.value, subject="Mã đăng nhập Gần Dân", text=_letter(code, valid_minutes))
    except SmsFailed as failure:
        advice = "Xin kiểm tra lại số." if failure.permanent else "Xin thử lại sau ít phút hoặc dùng e-mail."
        raise CodeNotSent(f"Chưa gửi được tin nhắn tới số này. {advice}") from failure
    except EmailFailed as failure:
        advice = (
            "Xin kiểm tra lại địa chỉ." if failure.permanent else "Xin thử lại sau ít phút hoặc dùng số điện thoại."
        )
        raise CodeNotSent(f"Chưa gửi được thư tới địa chỉ này. {advice}") from failure


def _letter(code: str, valid_minutes: int) -> str:
    return (
        f"Mã đăng nhập của ông/bà là: {code}\n\n"
        f"Mã dùng một lần, hết hạn sau {valid_minutes} phút. {NEVER}\n"
        "Nếu ông/bà không đăng nhập, xin bỏ qua thư này.\n"
    )
