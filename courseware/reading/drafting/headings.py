"""A course of sections that all have text, for pages on which a section is what a person reads in one go."""

from dataclasses import replace

from courseware.reading.drafting.drafts import CourseDraft, ModuleDraft, SectionDraft


def with_joined_headings(draft: CourseDraft) -> CourseDraft:
    """A heading right above another one is put before it ("Part: chapter")."""
    return replace(draft, modules=tuple(map(_joined, draft.modules)))


def _joined(module: ModuleDraft) -> ModuleDraft:
    sections: list[SectionDraft] = []
    above = ""
    for section in module.sections:
        if section.paragraphs:
            sections.append(replace(section, heading=above + section.heading) if section.heading else section)
            above = ""
        else:
            above += f"{section.heading}: "
    return replace(module, sections=tuple(sections))
