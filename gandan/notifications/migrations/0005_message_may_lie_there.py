"""A supplier that did not answer may have the message all the same."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('notifications', '0004_message_of_notice'),
    ]

    operations = [
        migrations.AddField(
            model_name='message',
            name='may_lie_there',
            field=models.BooleanField(default=False, help_text='an answer was lost: the supplier may have it, whatever it says later'),
        ),
    ]
