from django.apps import AppConfig
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from courseware.certificates.badges import read_keys


class CertificatesConfig(AppConfig):
    name = "courseware.certificates"
    label = "certificates"
    verbose_name = _("Certificates")

    def ready(self) -> None:
        """A key that cannot sign is refused at the start, not when somebody asks for a badge."""
        try:
            read_keys(settings.BADGE_KEYS)
        except ValueError as wrong:
            raise ImproperlyConfigured(f"BADGE_KEYS is not understood: {wrong}.") from wrong
