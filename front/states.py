"""The texts of the privacy notice that were ever agreed to, by their versions; newest first; the second text of a
day bears the day and a 2.

Each stands in templates/front/privacy/<version>.html and is never changed again, because registrations name the version
that was agreed (Registration.consent_version): a new text gets a new file and a new line here, and from then on it is
what people agree to (events/registration/actions/entering.py). tests/front/test_privacy.py holds the texts' digests;
their translations stand in locale/, under the same sentences.
"""

NOTICES = ("2026-11-22-2", "2026-11-22", "2026-11")
