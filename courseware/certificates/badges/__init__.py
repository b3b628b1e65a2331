"""Open Badges 3.0 as VC-JWT: the credential, its RS256 signature, the status list, what a good one holds. Pure."""

from courseware.certificates.badges.checks import problems
from courseware.certificates.badges.credentials import Badge, credential, enveloped, profile
from courseware.certificates.badges.keys import Key, Keyring, opened, read_keys, signed
from courseware.certificates.badges.revocation import LIST_SIZE, decoded_list, encoded_list, status_list

__all__ = [
    "LIST_SIZE",
    "Badge",
    "Key",
    "Keyring",
    "credential",
    "decoded_list",
    "encoded_list",
    "enveloped",
    "opened",
    "problems",
    "profile",
    "read_keys",
    "signed",
    "status_list",
]
