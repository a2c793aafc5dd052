from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('seances', '0004_familiar'),
    ]

    operations = [
        migrations.AddField(
            model_name='answer',
            name='handed',
            field=models.BooleanField(default=False),
        ),
    ]
