"""Whether the drafted questions are enough for a quiz, said honestly."""

from collections.abc import Sequence

from courseware.quizzes.drafting.drafts import QuestionDraft
from courseware.reading.drafting import ModuleDraft
from intake.blocks import Remark

ENOUGH_FOR_A_QUIZ = 4


def remarks_on(module: ModuleDraft, questions: Sequence[QuestionDraft]) -> tuple[Remark, ...]:
    """Remarks `few_questions` (title, count) and `no_questions` (title): a person should write their own."""
    if not questions:
        return (Remark("no_questions", {"title": module.title}),)
    if len(questions) < ENOUGH_FOR_A_QUIZ:
        return (Remark("few_questions", {"title": module.title, "count": len(questions)}),)
    return ()
