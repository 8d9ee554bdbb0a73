"""E-mail by SMTP (`GANDAN_SMTP_*`), or files in the outbox folder where no server is set. One letter, one person."""

from smtplib import SMTPException, SMTPRecipientsRefused

from django.core.mail import EmailMessage

REFUSED_FOR_GOOD = 500


class EmailFailed(Exception):
    """The server did not take the letter. `permanent`: the address itself was refused."""

    def __init__(self, reason: str, *, permanent: bool = False) -> None:
        super().__init__(reason)
        self.permanent = permanent


def send_email(*, to: str, subject: str, text: str, message_id: str = "") -> None:
    """Return when the server has accepted the letter; raise `EmailFailed` otherwise."""
    # “auto-generated” keeps other machines from answering our letters.
    headers = {"Auto-Submitted": "auto-generated", **({"Message-ID": message_id} if message_id else {})}
    letter = EmailMessage(subject=" ".join(subject.split()), body=text, to=[to], headers=headers)
    try:
        letter.send()
    except SMTPRecipientsRefused as error:
        # 4xx is a mailbox that is full or greylisted: the same letter may pass later.
        is_permanent = all(code >= REFUSED_FOR_GOOD for code, _ in error.recipients.values())
        raise EmailFailed("Máy chủ thư từ chối địa chỉ này.", permanent=is_permanent) from error
    except (SMTPException, OSError) as error:
        raise EmailFailed("Không gửi được thư, máy chủ thư không trả lời.") from error
