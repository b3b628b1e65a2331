"""The public JSON of a course draft. Its keys are a promise to other programs, documented in docs/."""

from collections.abc import Callable, Sequence
from dataclasses import asdict

from courseware.quizzes.drafting.drafts import QuestionDraft
from courseware.quizzes.drafting.sufficiency import remarks_on
from courseware.reading.drafting import CourseDraft, ModuleDraft, OpinionDraft
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
        "publisher": module.publisher,
        "language": module.language,
        "sections": [
            {"heading": one.heading, "paragraphs": list(one.paragraphs), "proposed": one.proposed}
            for one in module.sections
        ],
        "captions": list(module.captions),
        "quotes": list(module.quotes),
        "reading_minutes": module.reading_minutes,
        "key_terms": list(module.key_terms),
        "terms": [asdict(one) for one in module.terms],
        "abbreviations": [asdict(one) for one in (*module.abbreviations, *module.bodies)],
        "objectives": [asdict(one) for one in module.objectives],
        "readability": asdict(module.readability) if module.readability else None,
        "opinions": [_opinion(module, one) for one in module.opinions],
        "questions": [_question(question) for question in questions],
    }


def _opinion(module: ModuleDraft, one: OpinionDraft) -> Json:
    place = {"section": one.section, "paragraph": one.paragraph, "start": one.start, "end": one.end}
    return {
        "section": module.sections[one.section].heading,
        "sentence": one.sentence,
        "cue": one.cue,
        "place": place,
    }


def _question(question: QuestionDraft) -> Json:
    return {
        "kind": question.kind,
        "stem": question.stem,
        "choices": [{"text": one.text, "correct": one.correct, "feedback": one.feedback} for one in question.choices],
        "evidence": {"section": question.section, "quote": question.quote},
        "score": question.score,
        "type": question.type,
        "lint": list(question.lint),
    }
