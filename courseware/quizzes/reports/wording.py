"""Figures in words. `advice` codes: statistics/advice.py."""

from django.utils.translation import gettext_lazy as _

from courseware.quizzes.statistics import Advice

ADVICE = {
    "check_key": _("Strong learners miss it more often than weak ones: check the key."),
    "stronger_choice": _(
        "Those who took “%(choice)s” did better in all than those who took the right answer: check the key."
    ),
    "as_guessed": _("No more is right than by guessing: check that the text says it, then reword the question."),
    "too_hard": _("Nearly everybody is wrong: check that the text says it, and that the question is clear."),
    "too_easy": _("Nearly everybody is right: too easy to tell learners apart. Keep it only if all have to know it."),
    "weak": _("It hardly tells strong learners from weak ones: reword it, or ask for something more central."),
    "unused": _("“%(choice)s” is chosen by nobody: replace this wrong answer."),
}
WHICH = {
    "first": _("first attempts"),
    "last": _("last attempts"),
    "highest": _("best attempts"),
    "all": _("all attempts"),
}
# From which value of alpha, in per cent: after Nunnally and Bernstein, Psychometric Theory, 3rd ed. 1994.
RELIABILITY = (
    (90, _("Reliable enough to decide about one person.")),
    (80, _("Reliable enough to compare people.")),
    (70, _("Enough for a test that goes with a course; do not decide about people by it alone.")),
    (50, _("Too low to compare people; usable for a group as a whole. More questions, or better ones, raise it.")),
    (float("-inf"), _("The questions measure different things, or little: see what each needs below.")),
)


def words(advice: Advice) -> str:
    return str(ADVICE[advice.code]) % advice.values


def of_reliability(alpha: float | None) -> str:
    """Empty where there is none."""
    return "" if alpha is None else str(next(text for least, text in RELIABILITY if alpha >= least))
