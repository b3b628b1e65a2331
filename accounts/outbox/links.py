from django.conf import settings


def absolute(path: str) -> str:
    """A path of this site as a letter needs it. Letters are written far from any request, so the host is a setting."""
    return f"{settings.SITE_URL}{path}"
