"""The page of an event against a bare view: one query, no middleware, the same bytes compressed the same way.

Server (as `manage.py serve` runs it), processes and database are the same for both, and they take turns. Run by
`.venv/bin/python bench/event_page.py`, after `make test` has installed what it needs. Ends with status 1 below the
aims: 0.7 of the bare view's requests a second for a stranger, 0.25 and six queries for somebody signed in.
"""

import gzip
import os
import statistics
import sys
from pathlib import Path

from serving import Rate, free_port, load, median, on_each_database, running

ROUNDS = 15  # of a second each: whatever else the machine does then meets all alike
AIMS = {"stranger": 0.7, "signed in": 0.25}


def main(database: str) -> int:
    # What knows Django can be imported only when the environment of a new site is there.
    import django  # noqa: PLC0415

    django.setup()
    import filling  # noqa: PLC0415

    slug, cookie = filling.fill()
    queries = {"stranger": filling.queries(slug), "signed in": filling.queries(slug, cookie)}
    page = filling.page(slug)
    port = free_port()
    bytes_file = Path(os.environ["VAR_DIR"], "bytes")
    bytes_file.write_bytes(page)
    visits = {
        "bare": (f"/bare/{slug}/", ""),
        "behind": (f"/behind/{slug}/", ""),
        "stranger": (f"/events/{slug}/", ""),
        "signed in": (f"/events/{slug}/", f"sessionid={cookie}"),
    }
    values = {"BARE_BYTES": str(bytes_file), "PYTHONPATH": str(Path(__file__).parent)}
    rates: dict[str, list[Rate]] = {name: [] for name in visits}
    with running(filling.web_server(port, "bare:application"), port, visits["bare"][0], **values) as web:
        for path, cookies in visits.values():
            load(web, path, cookies=cookies, seconds=1)
        for _ in range(ROUNDS):
            for name, (path, cookies) in visits.items():
                rates[name].append(load(web, path, cookies=cookies, seconds=1))
    print(f"\n{database}: {len(gzip.decompress(page)):,} bytes, {len(page):,} compressed; median of {ROUNDS} rounds")
    return report(rates, queries)


def report(rates: dict[str, list[Rate]], queries: dict[str, tuple[int, int]]) -> int:
    """Each ratio is the median of the rounds' own ratios."""
    names = {"bare": "bare view", "behind": "bare view behind the site's middleware"}
    print(f"{'':<40}{'requests/s':>12}{'ratio':>8}{'aim':>6}{'server CPU':>13}  queries (first, then)")
    missed = 0
    for name, rounds in rates.items():
        rate = median(rounds)
        ratio = statistics.median(
            one.per_second / bare.per_second for one, bare in zip(rounds, rates["bare"], strict=True)
        )
        first, then = queries.get(name, (1, 1))
        aim = AIMS.get(name)
        missed += bool(aim and ratio < aim) + (name == "signed in" and first > 6)
        label, wanted = names.get(name, f"page of an event, {name}"), aim or ""
        print(
            f"{label:<40}{rate.per_second:>12,.0f}{ratio:>8.2f}{wanted:>6}{rate.cpu * 1000:>10.2f} ms  {first}, {then}"
        )
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) > 1 else on_each_database(__file__))
