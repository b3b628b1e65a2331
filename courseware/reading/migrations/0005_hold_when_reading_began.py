from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reading", "0004_fill_in_when_reading_began")]
    operations = [migrations.AlterField("progress", "started_at", models.DateTimeField())]
