"""What an organizer says of a course, and of when a module is complete."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from courseware.reading.errors import EventMissing
from courseware.reading.models import Course, Module
from courseware.reading.states import Access, Completion, Shown
from events.programme.models import Event


class CourseForm(forms.ModelForm):
    class Meta:
        model = Course
        fields = ["title", "summary", "access", "event"]
        help_texts = {
            "summary": _("One or two sentences: what the course is about and for whom. Markdown is allowed."),
            "event": _("The course is then offered on the page of this event."),
        }

    def __init__(self, *args, person: Person, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # An event that somebody else of the team has linked stays a possible answer.
        mine = Event.objects.managed_by(person) | Event.objects.filter(pk=self.instance.event_id)
        self.fields["event"].queryset = mine.order_by("title")

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("access") == Access.REGISTERED and not given.get("event"):
            self.add_error("event", str(EventMissing.message))
        return given


class MoveForm(forms.Form):
    """What is to be published or taken back: the course, one of its modules (`module`), or all of it (`everything`)."""

    module = forms.ModelChoiceField(Module.objects.none(), to_field_name="slug", required=False)
    everything = forms.BooleanField(required=False)
    state = forms.ChoiceField(choices=Shown.choices)

    def __init__(self, *args, course: Course, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["module"].queryset = course.modules.all()


class RuleForm(forms.Form):
    """When a module is complete, and which others come first. Needs the module, an original."""

    completion = forms.ChoiceField(label=_("Complete when"), choices=Completion.choices, widget=forms.RadioSelect)
    minimum_minutes = forms.IntegerField(
        label=_("Minutes to spend at least"),
        min_value=0,
        max_value=600,
        required=False,
        help_text=_("Counted where the rule above asks for minutes. Only active time on the page counts."),
    )
    requires = forms.ModelMultipleChoiceField(
        Module.objects.none(),
        label=_("To be completed first"),
        required=False,
        to_field_name="slug",
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Until then this module is locked for readers; your team may always open it."),
    )

    def __init__(self, *args, module: Module, **kwargs) -> None:
        initial = {"completion": module.completion, "minimum_minutes": module.minimum_minutes}
        super().__init__(*args, initial=initial | {"requires": module.requires.all()}, **kwargs)
        others = Module.objects.originals().filter(course=module.course_id).exclude(pk=module.pk)
        self.fields["requires"].queryset = others
        if not others:
            del self.fields["requires"]

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        given.setdefault("requires", [])
        given["minimum_minutes"] = given.get("minimum_minutes") or 0
        if given.get("completion") in (Completion.MINUTES, Completion.ALL) and not given["minimum_minutes"]:
            self.add_error("minimum_minutes", _("Say how many minutes, at least 1."))
        return given
