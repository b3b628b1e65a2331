import csv
from pathlib import Path

from django.conf import settings

SEEDS = Path(settings.BASE_DIR) / "seeds"


def rows_of_people() -> list[dict[str, str]]:
    with (SEEDS / "people.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
