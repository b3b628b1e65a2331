"""The desk of questions as a test asks for it: addresses and forms."""

from django.urls import reverse

UPLOAD = "/desk/courses/new/"
TWO = ("Amu Darya", True), ("Volga", False)


def at(name, module, *more) -> str:
    return reverse(f"quizzes:{name}", args=[module.course.slug, module.slug, *more])


def form(*choices: tuple[str, bool], **changes):
    data = {"kind": "single", "stem": "Which river?", "passage": "", "section": "", "difficulty": "2"}
    data |= {"choices-TOTAL_FORMS": len(choices), "choices-INITIAL_FORMS": 0}
    for n, (text, correct) in enumerate(choices):
        data |= {f"choices-{n}-text": text} | ({f"choices-{n}-correct": "on"} if correct else {})
    return data | changes
