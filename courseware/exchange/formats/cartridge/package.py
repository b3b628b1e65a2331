"""A course as Common Cartridge 1.1: a page and a quiz for each module. Moodle takes no newer version."""

from html import escape
from xml.etree.ElementTree import Element

from courseware.exchange.formats.archives import opened, packed
from courseware.exchange.formats.cartridge.qti import assessment, fitted, items_in
from courseware.exchange.formats.course import CourseFile, Entry, Loss, ModuleText, Unreadable, Written
from courseware.exchange.formats.markup import text_of
from courseware.exchange.formats.shapes import held_of
from courseware.exchange.formats.xml import child, parsed, written

NAME = "imsmanifest.xml"
# The default namespace stands first: Moodle looks for it in the first bytes of the file only.
NAMESPACES = {
    "xmlns": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
    "xmlns:lom": "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1 "
    "http://www.imsglobal.org/profile/cc/ccv1p1/ccv1p1_imscp_v1p2_v1p0.xsd "
    "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest "
    "http://www.imsglobal.org/profile/cc/ccv1p1/LOM/ccv1p1_lommanifest_v1p0.xsd",
}
_CP = {"cp": NAMESPACES["xmlns"]}
_ASSESSMENT = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"
Quizzes = dict[str, list[Entry]]  # by the name of the file

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
<h1>{title}</h1>
{sections}
</body>
</html>
"""


def as_cartridge(course: CourseFile, *, quiz: str, others: str, source: str) -> Written:
    """`quiz` is a title with %(title)s in it; `others` that of the quiz of questions without a module's quiz; `source`
    the word before where a module comes from."""
    losses: list[Loss] = []
    quizzes: Quizzes = {}
    for n, module in enumerate(course.modules, 1):
        quizzes[f"quizzes/quiz-{n}.xml"] = _held(module.quiz, losses)
        losses += [Loss(code, module.title) for code in module.rules]
    asked = {entry.code for module in course.modules for entry in module.quiz}
    rest = tuple(entry for entry in course.entries if entry.code not in asked)
    quizzes["quizzes/others.xml"] = _held(rest, losses)
    quizzes = {name: entries for name, entries in quizzes.items() if entries}
    titles = {f"quizzes/quiz-{n}.xml": quiz % {"title": each.title} for n, each in enumerate(course.modules, 1)}
    titles["quizzes/others.xml"] = others
    files = {NAME: _manifest(course, quizzes, titles)}
    files |= {f"pages/module-{n}.html": _page(course, each, source) for n, each in enumerate(course.modules, 1)}
    files |= {name: assessment(_name(name), titles[name], entries) for name, entries in quizzes.items()}
    data = packed(files)
    count = sum(map(len, quizzes.values()))
    faults = _faults(data, course, quizzes)
    return Written(f"{course.slug}-cartridge.imscc", data, count, len(course.modules), tuple(losses), faults)


def _held(entries: tuple[Entry, ...], losses: list[Loss]) -> list[Entry]:
    kept, lost = held_of(entries, fitted)
    losses += lost
    return kept


def _name(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _page(course: CourseFile, module: ModuleText, source: str) -> bytes:
    sections = [
        (f"<h2>{escape(each.heading)}</h2>\n" if each.heading else "") + str(each.html) for each in module.sections
    ]
    if module.source:
        sections.append(f"<p>{escape(source)}: {escape(module.source)}</p>")
    language = escape(module.language or course.language)
    return _PAGE.format(language=language, title=escape(module.title), sections="\n".join(sections)).encode()


def _manifest(course: CourseFile, quizzes: Quizzes, titles: dict[str, str]) -> bytes:
    root = Element("manifest", NAMESPACES | {"identifier": f"course-{course.slug}"})
    metadata = child(root, "metadata")
    child(metadata, "schema", "IMS Common Cartridge")
    child(metadata, "schemaversion", "1.1.0")
    title = child(child(child(metadata, "lom:lom"), "lom:general"), "lom:title")
    child(title, "lom:string", course.title, language=course.language)
    organizations = child(root, "organizations")
    organization = child(organizations, "organization", identifier="course", structure="rooted-hierarchy")
    top, resources = child(organization, "item", identifier="top"), child(root, "resources")
    for n, module in enumerate(course.modules, 1):
        folder = child(top, "item", identifier=f"module-{n}-folder")
        child(folder, "title", module.title)
        _listed(folder, resources, f"pages/module-{n}.html", module.title, "webcontent")
        if (quiz := f"quizzes/quiz-{n}.xml") in quizzes:
            _listed(folder, resources, quiz, titles[quiz], _ASSESSMENT)
    if (others := "quizzes/others.xml") in quizzes:
        _listed(top, resources, others, titles[others], _ASSESSMENT)
    return written(root)


def _listed(folder: Element, resources: Element, path: str, title: str, kind: str) -> None:
    name = _name(path)
    child(child(folder, "item", identifier=f"item-{name}", identifierref=name), "title", title)
    href = {"href": path} if kind == "webcontent" else {}
    child(child(resources, "resource", identifier=name, type=kind, **href), "file", href=path)


def _faults(data: bytes, course: CourseFile, quizzes: Quizzes) -> tuple[Loss, ...]:
    """What opening the cartridge again shows to be otherwise than it was meant."""
    try:
        files = opened(data)
        manifest = parsed(files[NAME])
        found = {name: items_in(files[name]) for name in quizzes}
    except (Unreadable, KeyError):
        return (Loss("unreadable", NAME),)
    named = {each.get("href", "") for each in manifest.iterfind(".//cp:file", _CP)}
    faults = [Loss("file_missing", name) for name in sorted(named ^ (set(files) - {NAME}))]
    for name, entries in quizzes.items():
        meant = [entry.item for entry in entries]
        if len(meant) != len(found[name]):
            faults.append(Loss("count_differs", f"{len(found[name])} / {len(meant)}"))
        pairs = zip(meant, found[name], strict=False)
        faults += [Loss("text_differs", each.stem) for each, read in pairs if each != read]
    for n, module in enumerate(course.modules, 1):
        words = " ".join(text_of(files.get(f"pages/module-{n}.html", b"").decode())[0].split())
        texts = [text_of(section.html)[0] for section in module.sections]
        faults += [Loss("text_differs", module.title) for text in texts if " ".join(text.split()) not in words]
    return tuple(faults)
