"""The parts of a Word file that are alike in every one."""

from xml.sax.saxutils import quoteattr

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "header1": "header",
    "footer1": "footer",
}

CONTENT_TYPES = (
    f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kind}+xml"/>' for name, kind in _PARTS.items()
    )
    + "</Types>"
)
RELATIONS = (
    f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
    for n, kind, text in ((0, "bullet", "•"), (1, "decimal", "%1."))
) + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (0, 1))

_TARGETS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "header": "header1",
    "footer": "footer1",
}


def package_relations(links: list[str]) -> str:
    """What the document refers to: its own parts, and addresses outside."""
    own = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>' for kind, name in _TARGETS.items()
    )
    outside = "".join(
        f'<Relationship Id="link{n}" Type="{_OFFICE}/hyperlink" Target={quoteattr(link)} TargetMode="External"/>'
        for n, link in enumerate(links, 1)
    )
    head = f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{_PACKAGE}/relationships">'
    return f"{head}{own}{outside}</Relationships>"
