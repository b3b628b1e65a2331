from whitenoise.storage import CompressedManifestStaticFilesStorage

# Our own scripts only: Django's wider pattern (support_js_module_import_aggregation) trips over comments of others.
IMPORT = r'(?P<matched>from "(?P<url>\./[\w-]+\.js)")', 'from "%(url)s"'


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Scripts name by hash what they import, too: a page kept on a device never meets a part of another release."""

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*.js", (IMPORT,)))
