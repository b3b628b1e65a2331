from django.db import migrations
from django.db.models import F


def begun_when_last_seen(apps, schema_editor):
    """Before, only the last visit was kept."""
    apps.get_model("reading", "Progress").objects.update(started_at=F("at"))


class Migration(migrations.Migration):
    dependencies = [("reading", "0003_keep_seconds_states_and_notes")]
    operations = [migrations.RunPython(begun_when_last_seen, migrations.RunPython.noop)]
