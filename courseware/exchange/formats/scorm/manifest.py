"""imsmanifest.xml of SCORM 1.2. Names of adlcp are lower case there, unlike in later versions."""

from xml.etree.ElementTree import Element

from courseware.exchange.formats.course import CourseFile, ModuleText
from courseware.exchange.formats.scorm.pages import PLAYER
from courseware.exchange.formats.xml import child, written

NAMESPACES = {
    "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd "
    "http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd",
}
NAME = "imsmanifest.xml"
LONGEST_TITLE = 200  # characters


def manifest_of(course: CourseFile, pages: dict[str, tuple[ModuleText, bool]]) -> bytes:
    """`pages` by file name: the module, and whether it has a quiz, and so a score that masters it."""
    root = Element("manifest", {"identifier": f"course-{course.slug}", "version": "1.0"} | NAMESPACES)
    metadata = child(root, "metadata")
    child(metadata, "schema", "ADL SCORM")
    child(metadata, "schemaversion", "1.2")
    organization = child(child(root, "organizations", default="modules"), "organization", identifier="modules")
    child(organization, "title", course.title[:LONGEST_TITLE])
    resources = child(root, "resources")
    for n, (name, (module, has_quiz)) in enumerate(pages.items(), 1):
        item = child(organization, "item", identifier=f"item-{n}", identifierref=f"page-{n}", isvisible="true")
        child(item, "title", module.title[:LONGEST_TITLE])
        if has_quiz:
            child(item, "adlcp:masteryscore", str(module.pass_percent))
        _resource(resources, f"page-{n}", name)
    return written(root)


def _resource(resources: Element, identifier: str, name: str) -> None:
    """Without the type "sco" the package would be taken, and nothing ever tracked."""
    named = {"identifier": identifier, "type": "webcontent", "adlcp:scormtype": "sco", "href": name}
    resource = child(resources, "resource", **named)
    for file in (name, *PLAYER):
        child(resource, "file", href=file)
