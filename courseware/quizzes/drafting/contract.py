"""The public JSON of a course draft. Its keys are a promise to other programs, documented in docs/."""

from collections.abc import Callable, Sequence

from courseware.quizzes.drafting.drafts import QuestionDraft
from courseware.quizzes.drafting.sufficiency import remarks_on
from courseware.reading.drafting import CourseDraft, ModuleDraft
from intake.blocks import Remark

Json = dict[str, object]


def as_json(draft: CourseDraft, questions: Sequence[Sequence[QuestionDraft]], word: Callable[[Remark], str]) -> Json:
    """The draft as plain values for `json.dumps`.

    `questions` holds one sequence for each module, in the same order; ValueError where their numbers differ. `word`
    turns a remark into a sentence. Dates are ISO 8601; what the page does not state is None.
    """
    pairs = list(zip(draft.modules, questions, strict=True))
    remarks = [*draft.warnings, *(remark for module, asked in pairs for remark in remarks_on(module, asked))]
    return {
        "modules": [_module(module, asked) for module, asked in pairs],
        "discarded": list(draft.discarded),
        "warnings": [word(remark) for remark in remarks],
    }


def _module(module: ModuleDraft, questions: Sequence[QuestionDraft]) -> Json:
    return {
        "title": module.title,
        "author": module.author,
        "published": module.published.isoformat() if module.published else None,
        "source": module.source,
        "sections": [{"heading": one.heading, "paragraphs": list(one.paragraphs)} for one in module.sections],
        "captions": list(module.captions),
        "reading_minutes": module.reading_minutes,
        "key_terms": list(module.key_terms),
        "abbreviations": [{"short": one.short, "long": one.long} for one in module.abbreviations],
        "questions": [_question(question) for question in questions],
    }


def _question(question: QuestionDraft) -> Json:
    return {
        "kind": question.kind,
        "stem": question.stem,
        "choices": [{"text": one.text, "correct": one.correct, "feedback": one.feedback} for one in question.choices],
        "evidence": {"section": question.section, "quote": question.quote},
        "score": question.score,
    }
