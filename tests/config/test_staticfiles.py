import re
from pathlib import Path

from django.contrib.staticfiles.finders import find
from django.core.files.base import ContentFile

from config.staticfiles import HashedFiles

NAMES = ("answering", "answers", "queue")


def collected(folder):
    """The scripts as collectstatic leaves them, by the name that pages ask for."""
    storage = HashedFiles(location=folder, base_url="/static/")
    paths = {}
    for name in NAMES:
        storage.save(f"js/{name}.js", ContentFile(Path(find(f"js/{name}.js")).read_bytes()))
        paths[f"js/{name}.js"] = (storage, f"js/{name}.js")
    faults = [done for _name, _hashed, done in storage.post_process(paths) if isinstance(done, Exception)]
    assert faults == []
    return storage


def test_a_script_names_by_hash_what_it_imports(tmp_path):
    storage = collected(tmp_path)
    script = storage.open(storage.stored_name("js/answering.js")).read().decode()
    imported = re.findall(r'from "\./([\w.-]+)"', script)
    assert imported == [storage.stored_name(f"js/{name}.js").removeprefix("js/") for name in ("answers", "queue")]
    assert all(re.search(r"\.[0-9a-f]{12}\.js$", name) for name in imported)
