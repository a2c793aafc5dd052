from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('seances', '0003_marks'),
    ]

    operations = [
        migrations.AddField(
            model_name='seance',
            name='familiar',
            field=models.BooleanField(default=False),
        ),
    ]
