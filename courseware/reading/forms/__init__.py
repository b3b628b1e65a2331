from courseware.reading.forms.courses import CourseForm, MoveForm, RuleForm
from courseware.reading.forms.readers import BeatForm, NoteForm
from courseware.reading.forms.texts import ModuleForm, SectionForms, module_text, section_forms
from courseware.reading.forms.versions import BesideForm, VersionForm

__all__ = [
    "BeatForm",
    "BesideForm",
    "CourseForm",
    "ModuleForm",
    "MoveForm",
    "NoteForm",
    "RuleForm",
    "SectionForms",
    "VersionForm",
    "module_text",
    "section_forms",
]
