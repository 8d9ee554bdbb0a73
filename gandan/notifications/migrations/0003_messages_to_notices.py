"""Every message told so far becomes a message of a notice; those on screen become the notice itself."""

from django.db import migrations

OLD_TO_NEW = {"queued": "handed", "sent": "accepted", "failed": "down"}
A_CHUNK = 500


def convert(apps, schema_editor):
    Message = apps.get_model("notifications", "Message")
    Notice = apps.get_model("notifications", "Notice")
    entries = Message.objects.filter(notice=None).order_by("entry").values_list("entry", flat=True).distinct()
    for entry in entries.iterator(A_CHUNK):
        rows = list(Message.objects.filter(entry=entry).select_related("dossier", "entry").order_by("pk"))
        notice = Notice.objects.create(**_told(rows))
        for row in rows:
            if row.channel == "screen":
                row.delete()
                continue
            row.notice, row.key = notice, f"gandan-{row.pk}-{row.entry_id}"
            row.delivery = OLD_TO_NEW.get(row.delivery, row.delivery)
            row.handed_at = row.again_at = row.sent_at or row.made_at
            row.accepted_at, row.supplier = row.sent_at, "smtp"
            row.save()


def _told(rows):
    """What was told by the rows of one entry. It is over: nothing of old is sent again, nor put on anybody's list."""
    one = rows[0]
    screen = next((row for row in rows if row.channel == "screen"), None)
    email = next((row for row in rows if row.channel == "email"), None)
    read_at = screen.read_at if screen else None
    return {
        "entry_id": one.entry_id, "event": one.entry.kind, "commune_id": one.dossier.commune_id,
        "addressee_key": f"u{one.recipient_id}" if one.recipient_id else f"old{one.pk}",
        "dossier_id": one.dossier_id, "recipient_id": one.recipient_id, "name": one.dossier.applicant_name,
        "email": email.to if email else "", "subject": one.subject, "text": one.text, "short": "", "params": {},
        "made_at": one.made_at, "first_accepted_at": min((row.sent_at for row in rows if row.sent_at), default=None),
        "read_at": read_at, "proved_at": read_at, "proved_by": "screen" if read_at else "",
        "status": "proved" if read_at else "sent",
    }  # fmt: skip


def keep(apps, schema_editor):
    """Backwards nothing is lost: the old columns stand until the next migration."""


class Migration(migrations.Migration):

    dependencies = [
        ('notifications', '0002_notices'),
    ]

    operations = [
        migrations.RunPython(convert, keep),
    ]
