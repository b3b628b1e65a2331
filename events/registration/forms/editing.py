from typing import Any

from events.registration.actions import answers_of
from events.registration.forms.answering import AnswersForm
from events.registration.models import Registration
from events.registration.states import Route


class EditForm(AnswersForm):
    """A person's own answers once more. A category given with an invitation is not the person's to change."""

    def __init__(self, *args: Any, registration: Registration, **kwargs: Any) -> None:
        kept = registration.answers.select_related("question", "file").defer("file__data")
        own = {"initial": dict(answers_of(registration)), "kept": kept, "event": registration.event}
        super().__init__(*args, may_choose=registration.route == Route.DIRECT, **own, **kwargs)
