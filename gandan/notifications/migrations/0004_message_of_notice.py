"""What a notice says is no longer said by each of its messages."""

import django.db.models.deletion
import gandan.core.fields
import gandan.notifications.models.preference
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('notifications', '0003_messages_to_notices'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='message',
            name='message_inbox',
        ),
        migrations.RemoveField(
            model_name='message',
            name='dossier',
        ),
        migrations.RemoveField(
            model_name='message',
            name='entry',
        ),
        migrations.RemoveField(
            model_name='message',
            name='made_at',
        ),
        migrations.RemoveField(
            model_name='message',
            name='read_at',
        ),
        migrations.RemoveField(
            model_name='message',
            name='recipient',
        ),
        migrations.RemoveField(
            model_name='message',
            name='sent_at',
        ),
        migrations.RemoveField(
            model_name='message',
            name='subject',
        ),
        migrations.RemoveField(
            model_name='message',
            name='text',
        ),
        migrations.RemoveField(
            model_name='message',
            name='to',
        ),
        migrations.AlterField(
            model_name='message',
            name='again_at',
            field=models.DateTimeField(help_text='the last time handed over'),
        ),
        migrations.AlterField(
            model_name='message',
            name='handed_at',
            field=models.DateTimeField(help_text='the first time'),
        ),
        migrations.AlterField(
            model_name='message',
            name='key',
            field=models.CharField(help_text='a supplier delivers one key once', max_length=60, unique=True),
        ),
        migrations.AlterField(
            model_name='message',
            name='notice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='notifications.notice'),
        ),
        migrations.AddIndex(
            model_name='message',
            index=models.Index(condition=models.Q(('reference', ''), _negated=True), fields=['supplier', 'reference'], name='message_reference'),
        ),
    ]
