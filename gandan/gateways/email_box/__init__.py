"""E-mail by SMTP (`GANDAN_SMTP_*`), or files in the outbox folder where no server is set. One letter, one person."""

from smtplib import SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMessage


class EmailFailed(Exception):
    """The server did not take the letter. `permanent`: the address itself was refused."""

    def __init__(self, reason: str, *, permanent: bool = False) -> None:
        super().__init__(reason)
        self.permanent = permanent


def send_email(*, to: str, subject: str, text: str) -> None:
    """Return when the server has accepted the letter; raise `EmailFailed` otherwise."""
    letter = EmailMessage(subject=subject, body=text, to=[to], headers={"Auto-Submitted": "auto-generated"})
    try:
        letter.send()
    except SMTPRecipientsRefused as error:
        raise EmailFailed("Máy chủ thư từ chối địa chỉ này.", permanent=True) from error
    except (SMTPException, OSError) as error:
        raise EmailFailed("Không gửi được thư, máy chủ thư không trả lời.") from error
