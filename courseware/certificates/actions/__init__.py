"""Making awards, issuing certificates, ending them, and what their holders decide about them."""

from courseware.certificates.actions.awards import change_award, make_award, remove_award
from courseware.certificates.actions.badges import badge, keyring, list_token, token_of
from courseware.certificates.actions.ending import correct_name, revoke
from courseware.certificates.actions.holders import choose_name, confirms, let_outlive, show_name
from courseware.certificates.actions.issuing import issue, issue_due
from courseware.certificates.actions.runs import start_run, work_due, work_one

__all__ = [
    "badge",
    "change_award",
    "choose_name",
    "confirms",
    "correct_name",
    "issue",
    "issue_due",
    "keyring",
    "let_outlive",
    "list_token",
    "make_award",
    "remove_award",
    "revoke",
    "show_name",
    "start_run",
    "token_of",
    "work_due",
    "work_one",
]
