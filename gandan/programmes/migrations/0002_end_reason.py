from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0001_programme")]

    operations = [
        migrations.AddField(
            model_name="programme",
            name="end_reason",
            field=models.CharField(blank=True, help_text="why it was switched off or called off", max_length=300),
        ),
    ]
