from courseware.reading.models.courses import Course, Module, Section
from courseware.reading.models.progress import Dwell, Note, Progress, SectionRead

__all__ = ["Course", "Dwell", "Module", "Note", "Progress", "Section", "SectionRead"]
