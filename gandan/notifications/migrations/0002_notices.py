"""Notices come to stand above messages: schema only, the old columns of messages are still there."""

import django.db.models.deletion
import gandan.core.fields
import gandan.notifications.models.preference
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0009_dossier_ticket'),
        ('journal', '0002_append_only'),
        ('notifications', '0001_initial'),
        ('places', '0003_parts_named'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.CharField(help_text='name of the text: templates/notifications/<event>.txt', max_length=60)),
                ('addressee_key', models.CharField(help_text='the same person, the same key; tells nothing', max_length=40)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('phone', gandan.core.fields.SealedText(blank=True, default='', editable=True)),
                ('email', gandan.core.fields.SealedText(blank=True, default='', editable=True)),
                ('address', gandan.core.fields.SealedText(blank=True, default='', editable=True)),
                ('link', models.CharField(blank=True, max_length=300)),
                ('subject', models.CharField(max_length=200)),
                ('text', gandan.core.fields.SealedText(default='', editable=True)),
                ('short', gandan.core.fields.SealedText(blank=True, default='', editable=True, help_text='for SMS and Zalo')),
                ('params', gandan.core.fields.SealedJson(blank=True, default=dict, editable=True, help_text='values of an approved Zalo text, by parameter')),
                ('is_required', models.BooleanField(default=False, help_text="must be proved: goes to a person's list in the end")),
                ('urgency', models.PositiveSmallIntegerField(choices=[(0, 'Khẩn'), (1, 'Phải báo'), (2, 'Cho biết')], default=2)),
                ('status', models.CharField(choices=[('waiting', 'Chờ gửi'), ('trying', 'Đang gửi'), ('sent', 'Đã gửi'), ('calling', 'Chờ gọi điện'), ('handing', 'Chờ đưa tận nơi'), ('proved', 'Đã đến'), ('untold', 'Chưa báo được')], default='waiting', max_length=8)),
                ('listed_at', models.DateTimeField(blank=True, help_text="came on a person's list", null=True)),
                ('next_at', models.DateTimeField(blank=True, help_text='when the machines look again', null=True)),
                ('made_at', models.DateTimeField()),
                ('first_accepted_at', models.DateTimeField(blank=True, null=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('proved_at', models.DateTimeField(blank=True, null=True)),
                ('proved_by', models.CharField(blank=True, help_text='the channel that gave the proof', max_length=8)),
            ],
        ),
        migrations.CreateModel(
            name='Preference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.JSONField(default=gandan.notifications.models.preference.all_ways, help_text='channels of the ladder in the chosen order: ["zalo", "sms"]')),
                ('wants_email', models.BooleanField(default=True)),
                ('wants_push', models.BooleanField(default=True)),
                ('wants_ordinary', models.BooleanField(default=True, help_text='notices nobody must be told')),
                ('changed_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Supplier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, unique=True)),
                ('channel', models.CharField(max_length=8)),
                ('weight', models.PositiveSmallIntegerField(default=100, help_text='share of the traffic against its fellows')),
                ('accepted', models.PositiveIntegerField(default=0, help_text='in this window')),
                ('failed', models.PositiveIntegerField(default=0, help_text='in this window: no answer, fault or too slow')),
                ('window_at', models.DateTimeField(help_text='start of the window')),
                ('probe_at', models.DateTimeField(blank=True, help_text='resting until then; one message goes to see', null=True)),
                ('failed_at', models.DateTimeField(blank=True, help_text='the last time', null=True)),
                ('accepted_at', models.DateTimeField(blank=True, help_text='the last time', null=True)),
            ],
        ),
        migrations.CreateModel(
            name='TextVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.CharField(max_length=60)),
                ('number', models.PositiveSmallIntegerField()),
                ('subject', models.CharField(max_length=200)),
                ('text', models.TextField()),
                ('short', models.CharField(blank=True, help_text='for SMS; empty: the subject and the link', max_length=320)),
                ('zalo_template', models.CharField(blank=True, help_text='number of the text Zalo has approved', max_length=40)),
                ('zalo_params', models.JSONField(blank=True, default=dict, help_text='parameter of Zalo → variable')),
                ('made_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='message',
            name='one_message_per_event_and_channel',
        ),
        migrations.AddField(
            model_name='message',
            name='accepted_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='message',
            name='again_at',
            field=models.DateTimeField(null=True, help_text='the last time handed over'),
        ),
        migrations.AddField(
            model_name='message',
            name='by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='message',
            name='ended_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='message',
            name='handed_at',
            field=models.DateTimeField(null=True, help_text='the first time'),
        ),
        migrations.AddField(
            model_name='message',
            name='key',
            field=models.CharField(null=True, help_text='a supplier delivers one key once', max_length=60, unique=True),
        ),
        migrations.AddField(
            model_name='message',
            name='reference',
            field=models.CharField(blank=True, help_text="the supplier's own", max_length=120),
        ),
        migrations.AddField(
            model_name='message',
            name='supplier',
            field=models.CharField(blank=True, help_text='name of the carrier; empty for what a person does', max_length=40),
        ),
        migrations.AlterField(
            model_name='message',
            name='channel',
            field=models.CharField(choices=[('screen', 'Hộp thư trên màn hình'), ('email', 'Thư điện tử'), ('push', 'Thông báo đẩy'), ('zalo', 'Zalo'), ('sms', 'Tin nhắn SMS'), ('call', 'Gọi điện'), ('letter', 'Thư giấy'), ('head', 'Trưởng thôn')], max_length=8),
        ),
        migrations.AlterField(
            model_name='message',
            name='delivery',
            field=models.CharField(choices=[('handed', 'Đang giao bên gửi'), ('accepted', 'Bên gửi đã nhận'), ('delivered', 'Đã đến'), ('read', 'Đã đọc'), ('failed', 'Không đến được'), ('refused', 'Không gửi được cho người này'), ('down', 'Bên gửi không trả lời')], default='handed', max_length=9),
        ),
        migrations.AlterField(
            model_name='message',
            name='proof',
            field=models.CharField(blank=True, help_text='what was answered', max_length=200),
        ),
        migrations.AlterField(
            model_name='message',
            name='tries',
            field=models.PositiveSmallIntegerField(default=1, help_text='how often this key was handed over'),
        ),
        migrations.AddField(
            model_name='notice',
            name='commune',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='places.agency'),
        ),
        migrations.AddField(
            model_name='notice',
            name='dossier',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='dossiers.dossier'),
        ),
        migrations.AddField(
            model_name='notice',
            name='entry',
            field=models.ForeignKey(help_text='what happened', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='journal.entry'),
        ),
        migrations.AddField(
            model_name='notice',
            name='hamlet',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='places.hamlet'),
        ),
        migrations.AddField(
            model_name='notice',
            name='recipient',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='message',
            name='notice',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='notifications.notice'),
        ),
        migrations.AddField(
            model_name='preference',
            name='user',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='notice_preference', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='textversion',
            name='commune',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.agency'),
        ),
        migrations.AddField(
            model_name='textversion',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='notice',
            name='version',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='notifications.textversion'),
        ),
        migrations.AddIndex(
            model_name='textversion',
            index=models.Index(condition=models.Q(('withdrawn_at__isnull', True)), fields=['commune', 'event'], name='text_in_use'),
        ),
        migrations.AddConstraint(
            model_name='textversion',
            constraint=models.UniqueConstraint(fields=('commune', 'event', 'number'), name='text_version_once'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('next_at__isnull', False)), fields=['urgency', 'next_at', 'id'], name='notice_due'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('recipient__isnull', False)), fields=['recipient', '-id'], name='notice_inbox'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(fields=['commune', 'status', 'urgency', 'id'], name='notice_status'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(fields=['commune', 'made_at'], name='notice_made'),
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.UniqueConstraint(fields=('entry', 'addressee_key', 'event'), name='notice_once'),
        ),
    ]
