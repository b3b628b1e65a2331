"""Every address of the site, and what it answers to whom. tests/test_permissions.py holds the site to it.

Expected answers are written anonymous / participant / organizer of another team / organizer of the own team.
"""

from dataclasses import dataclass

LOGIN = "login"  # a redirect to the sign-in page
FORM = 302  # the action was carried out and led on
ANY = "any"  # allauth decides by what is set up; only not an error, and not for strangers
PUBLIC = (200, 200, 200, 200)
PERSONAL = (LOGIN, 200, 200, 200)
DESK = (LOGIN, 404, 404, 200)
DESK_POST = (LOGIN, 404, 404, FORM)
NO_GET = (405, 405, 405, 405)


@dataclass(frozen=True)
class Rule:
    """`get` and `post`: what each of the four is answered; None: the method is not tried. `data` is what is posted."""

    get: tuple = PUBLIC
    post: tuple | None = None
    data: tuple[tuple[str, str], ...] = ()


NOBODY_POSTS = (405, 405, 405, 405)
TO_SIGN_IN = Rule((FORM, FORM, FORM, FORM))
OWN_ACCOUNT = Rule((LOGIN, ANY, ANY, ANY))

TABLE: dict[str, Rule] = {
    "front:home": Rule(post=NOBODY_POSTS),
    "front:my_page": Rule(PERSONAL),
    "front:desk": Rule(PERSONAL),
    "front:my_data": Rule(PERSONAL, (LOGIN, 405, 405, 405)),
    "front:download": Rule((LOGIN, 405, 405, 405), (LOGIN, 200, 200, 200)),
    "front:erase": Rule(PERSONAL, (LOGIN, LOGIN, LOGIN, LOGIN)),  # signed in too long ago: once more
    "front:erased": Rule(post=NOBODY_POSTS),
    "front:privacy": Rule(post=NOBODY_POSTS),
    "front:notice": Rule(post=NOBODY_POSTS),
    "front:help": Rule(post=NOBODY_POSTS),
    "front:contact": Rule(post=NOBODY_POSTS),
    "front:robots": Rule(post=NOBODY_POSTS),
    "front:favicon": Rule((FORM, FORM, FORM, FORM), NOBODY_POSTS),
    "people:sign_in": Rule((200, FORM, FORM, FORM)),
    "people:code": TO_SIGN_IN,
    "people:profile": Rule(PERSONAL),
    "people:settings": Rule(),
    "people:language": Rule(NO_GET, (FORM, FORM, FORM, FORM), (("language", "en"),)),
    "people:theme": Rule(NO_GET, (FORM, FORM, FORM, FORM), (("theme", "dark"),)),
    "people:sign_out_everywhere": Rule(NO_GET, (LOGIN, FORM, FORM, FORM)),
    "programme:list": Rule(),
    "programme:event": Rule(),
    "programme:calendar": Rule(),
    "programme:upload": Rule((LOGIN, 404, 200, 200)),
    "programme:desk": Rule(DESK),
    "programme:edit": Rule(DESK, (LOGIN, 404, 404, 422)),
    "programme:uploads": Rule((LOGIN, 404, 404, 200)),
    "programme:autosave": Rule(NO_GET, (LOGIN, 404, 404, 404)),  # drafts alone save themselves
    "programme:document": Rule(DESK, (LOGIN, 404, 404, 422)),
    "programme:difference": Rule(DESK, (LOGIN, 404, 404, 422)),
    "programme:original": Rule(DESK, NOBODY_POSTS),
    "programme:discard": Rule(DESK, DESK_POST),  # where the event has been open: refused with a message
    "programme:set_aside": Rule(NO_GET, DESK_POST),
    "programme:settle": Rule(NO_GET, DESK_POST, (("point", "0"), ("code", "no_speakers"))),
    "programme:move": Rule(DESK, DESK_POST, (("to", "unlisted"),)),
    "programme:lay_out": Rule(DESK, (LOGIN, 404, 404, 422)),
    "programme:session_add": Rule(DESK, (LOGIN, 404, 404, 422)),
    "programme:keep_proposed": Rule(NO_GET, DESK_POST),
    "programme:session": Rule(DESK, (LOGIN, 404, 404, 422)),
    "programme:session_remove": Rule(DESK, DESK_POST),
    "programme:section_add": Rule(DESK, (LOGIN, 404, 404, 422)),
    "programme:section": Rule(DESK, (LOGIN, 404, 404, 422)),
    "programme:section_remove": Rule(DESK, DESK_POST),
    "registration:register": Rule((200, FORM, 200, 200), (422, 422, 422, 422)),
    "registration:code": TO_SIGN_IN,
    "registration:complete": Rule((LOGIN, FORM, FORM, FORM)),
    "registration:registered": Rule((LOGIN, 200, FORM, FORM)),
    "registration:withdraw": Rule(PERSONAL, (LOGIN, FORM, FORM, FORM)),
    "registration:by_letter": Rule((404, 404, 404, 404), (404, 404, 404, 404)),
    "registration:letters": Rule(DESK, DESK),
    "registration:letter": Rule(DESK),
    "registration:letter_resend": Rule(NO_GET, DESK_POST),
    "registration:letters_hold": Rule(NO_GET, DESK_POST),
    "registration:wording": Rule(DESK, (LOGIN, 404, 404, 422)),
    "registration:invited": Rule((200, 200, 200, 200), (FORM, 422, 422, 422)),
    "registration:invitation_decline": Rule((200, 200, 200, 200), (FORM, FORM, FORM, FORM)),
    "registration:delegation": Rule((LOGIN, 404, 200, 404), (LOGIN, 404, 422, 404)),
    "registration:delegation_list": Rule((LOGIN, 404, 200, 404), (LOGIN, 404, 422, 404)),
    "registration:delegation_note": Rule(NO_GET, (LOGIN, 404, 422, 404)),
    "registration:nomination_withdraw": Rule((LOGIN, 404, 200, 404), (LOGIN, 404, FORM, 404)),
    "registration:invitations": Rule(DESK),
    "registration:invitation_add": Rule(DESK, (LOGIN, 404, 404, 422)),
    "registration:invitations_import": Rule(DESK, (LOGIN, 404, 404, 422)),
    "registration:invitations_remind": Rule(DESK, DESK_POST),
    "registration:invitation_revoke": Rule(DESK, DESK_POST),
    "registration:delegations": Rule(DESK),
    "registration:delegation_add": Rule(DESK, (LOGIN, 404, 404, 422)),
    "registration:delegation_desk": Rule(DESK, (LOGIN, 404, 404, 422)),
    "registration:delegation_close": Rule(DESK, DESK_POST),
    "registration:attachment": Rule((LOGIN, 200, 404, 200), NOBODY_POSTS),
    "registration:edit": Rule((LOGIN, 200, FORM, FORM), (LOGIN, 422, FORM, FORM)),
    "registration:form": Rule(DESK),
    "registration:form_preview": Rule(DESK),
    "registration:questions_propose": Rule(NO_GET, DESK_POST),
    "registration:question_add": Rule(DESK, (LOGIN, 404, 404, 422)),
    "registration:question": Rule(DESK, (LOGIN, 404, 404, 422)),
    "registration:question_move": Rule(NO_GET, DESK_POST),
    "registration:question_remove": Rule(DESK, DESK_POST),
    "registration:desk": Rule(DESK, (LOGIN, 404, 404, 200)),
    "registration:bulk": Rule(NO_GET, DESK_POST, (("do", "approve"),)),
    "registration:one": Rule(DESK),
    "registration:decide": Rule(NO_GET, (LOGIN, 404, 404, 200), (("do", "decline"),)),
    "registration:rules": Rule(DESK, (LOGIN, 404, 404, 422)),
    "registration:balance": Rule(DESK),
    "registration:retention": Rule(DESK),
    "registration:offer": Rule(NO_GET, (LOGIN, FORM, FORM, FORM)),
    "live:join": Rule(NO_GET, (LOGIN, FORM, FORM, FORM)),
    "reports:figures": Rule(DESK),
    "reading:list": Rule(),
    "reading:course": Rule(),
    "reading:module": Rule((403, 200, 200, 200)),
    "reading:section_read": Rule((LOGIN, 405, 405, 405), (LOGIN, FORM, FORM, FORM)),
    "reading:for_event": Rule(),
    "reading:desk": Rule(DESK),
    "reading:edit_course": Rule(DESK, (LOGIN, 404, 404, 422)),
    "reading:move": Rule((LOGIN, 405, 405, 405), DESK_POST, (("state", "draft"),)),
    "reading:edit_module": Rule(DESK, (LOGIN, 404, 404, 422)),
    "reading:place": Rule((LOGIN, 405, 405, 405), DESK_POST, (("step", "up"),)),
    "quizzes:upload": Rule((LOGIN, 404, 200, 200)),
    "quizzes:files": Rule(DESK),
    "quizzes:quiz": Rule(PERSONAL, (LOGIN, FORM, FORM, FORM)),
    "quizzes:question": Rule((LOGIN, 200, FORM, FORM)),
    "quizzes:submit": Rule((LOGIN, 405, 405, 405), (LOGIN, 422, 404, 404)),
    "quizzes:result": Rule((LOGIN, 404, 404, 404)),
    "quizzes:questions": Rule(DESK),
    "quizzes:add_question": Rule(DESK, (LOGIN, 404, 404, 422)),
    "quizzes:edit_question": Rule(DESK, (LOGIN, 404, 404, 422)),
    "quizzes:review": Rule((LOGIN, 405, 405, 405), DESK_POST, (("verdict", "rejected"),)),
    "account_login": TO_SIGN_IN,
    "account_request_login_code": TO_SIGN_IN,
    "account_confirm_login_code": TO_SIGN_IN,
    "account_signup": TO_SIGN_IN,
    "account_change_password": TO_SIGN_IN,
    "account_set_password": TO_SIGN_IN,
    "account_reset_password": TO_SIGN_IN,
    "account_reset_password_done": TO_SIGN_IN,
    "account_reset_password_from_key": TO_SIGN_IN,
    "account_reset_password_from_key_done": TO_SIGN_IN,
    "account_logout": Rule((FORM, 200, 200, 200), (FORM, FORM, FORM, FORM)),
    "account_inactive": Rule(),
    "account_email": Rule(PERSONAL),
    "account_email_verification_sent": Rule((FORM, FORM, FORM, FORM)),
    "account_reauthenticate": OWN_ACCOUNT,
    "mfa_index": Rule(PERSONAL),
    "mfa_authenticate": Rule((FORM, FORM, FORM, FORM)),
    "mfa_reauthenticate": OWN_ACCOUNT,
    "mfa_activate_totp": OWN_ACCOUNT,
    "mfa_deactivate_totp": OWN_ACCOUNT,
    "mfa_view_recovery_codes": OWN_ACCOUNT,
    "mfa_generate_recovery_codes": OWN_ACCOUNT,
    "mfa_download_recovery_codes": OWN_ACCOUNT,
    "mfa_list_webauthn": OWN_ACCOUNT,
    "mfa_add_webauthn": OWN_ACCOUNT,
    "mfa_reauthenticate_webauthn": OWN_ACCOUNT,
    "mfa_remove_webauthn": OWN_ACCOUNT,
    "mfa_edit_webauthn": OWN_ACCOUNT,
}
