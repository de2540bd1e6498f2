from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('profile', '0023_provisions_with_origins'),
    ]

    operations = [
        migrations.AddField(
            model_name='boundary',
            name='stood',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='specialisation',
            name='stood',
            field=models.JSONField(blank=True, default=list),
        ),
    ]
