from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("profile", "0013_origins"),
    ]

    operations = [
        migrations.AlterField(
            model_name="version",
            name="sha256",
            field=models.CharField(db_index=True, max_length=64),
        ),
    ]
