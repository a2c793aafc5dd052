from django.db import migrations, models

from sizain.journal.trigger import forbid_changes


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seance", models.UUIDField()),
                ("seq", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=40)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("body", models.JSONField()),
                ("actor", models.CharField(max_length=16)),
                ("at", models.BigIntegerField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("seance", "seq"), name="journal_one_order")],
            },
        ),
        migrations.RunPython(forbid_changes, migrations.RunPython.noop),
    ]
