from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('seances', '0005_handed'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='answer',
            name='seances_one_answer',
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.UniqueConstraint(fields=('seance', 'seat', 'writer'), name='seances_one_answer'),
        ),
    ]
