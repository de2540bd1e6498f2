from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("profile", "0011_phones_in_the_talk"),
    ]

    operations = [
        migrations.AlterField(
            model_name="version",
            name="sha256",
            field=models.CharField(db_index=True, max_length=64),
        ),
    ]
