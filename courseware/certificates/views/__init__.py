from courseware.certificates.views.badges import achievement, badge_json, badge_jwt, issuer, key, keys, status_list
from courseware.certificates.views.missing import missing_of_course, missing_of_event
from courseware.certificates.views.own import after_erasing, mine, name, own, paper, show_name
from courseware.certificates.views.verifying import look_up, verify

__all__ = [
    "achievement",
    "after_erasing",
    "badge_json",
    "badge_jwt",
    "issuer",
    "key",
    "keys",
    "look_up",
    "mine",
    "missing_of_course",
    "missing_of_event",
    "name",
    "own",
    "paper",
    "show_name",
    "status_list",
    "verify",
]
