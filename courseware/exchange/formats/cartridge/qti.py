"""Questions as QTI 1.2 in the profiles of Common Cartridge 1.1, and read again from there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from courseware.exchange.formats.course import Entry, NotHeld, beginning
from courseware.exchange.formats.markup import html_of, text_of
from courseware.exchange.formats.shapes import shaped
from courseware.exchange.formats.weights import WHOLE, share
from courseware.exchange.formats.xml import child, parsed, written
from courseware.quizzes.items import Item, Option

PROFILES = {
    "single": "cc.multiple_choice.v0p1",
    "multiple": "cc.multiple_response.v0p1",
    "true_false": "cc.true_false.v0p1",
    "short": "cc.fib.v0p1",
}
KINDS = {profile: kind for kind, profile in PROFILES.items()}
NAMESPACES = {
    "xmlns": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2 "
    "http://www.imsglobal.org/profile/cc/ccv1p1/ccv1p1_qtiasiv1p2p1_v1p0.xsd",
}
_Q = {"q": NAMESPACES["xmlns"]}
_RESPONSE, _GENERAL = "response", "general"


def fitted(item: Item) -> tuple[Item, list[str]]:
    """As a cartridge holds it, with codes of what is lost. Raises NotHeld."""
    if item.kind not in PROFILES:
        raise NotHeld(item.kind)
    held, lost = shaped(item)
    if item.kind == "short":
        whole = [option for option in held.options if share(held, option) == WHOLE]
        weighed = len(whole) < len(held.options)
        options = [replace(each, key=key, feedback="") for key, each in enumerate(whole, 1)]
        told = any(each.feedback for each in whole)
        codes = {"accepted_weights": weighed, "option_feedback": told}
        return replace(held, options=tuple(options)), [code for code, is_so in codes.items() if is_so]
    bare = replace(held, options=tuple(replace(option, weight=None) for option in held.options))
    return bare, [*(code for code in lost if code != "weights"), *(["partial"] if _has_parts(item) else [])]


def _has_parts(item: Item) -> bool:
    return item.kind == "multiple" or any(option.weight for option in item.options if not option.correct)


def assessment(name: str, title: str, quiz: Sequence[Entry]) -> bytes:
    root = Element("questestinterop", NAMESPACES)
    made = child(root, "assessment", ident=name, title=title)
    _fields(made, {"cc_profile": "cc.exam.v0p1", "qmd_assessmenttype": "Examination", "qmd_scoretype": "Percentage"})
    section = child(made, "section", ident=f"{name}-section")
    for entry in quiz:
        _item(section, entry)
    return written(root)


def _fields(parent: Element, fields: dict[str, str]) -> None:
    metadata = child(parent, "qtimetadata")
    for label, value in fields.items():
        field = child(metadata, "qtimetadatafield")
        child(field, "fieldlabel", label)
        child(field, "fieldentry", value)


def _material(parent: Element, text: str) -> None:
    child(child(parent, "material"), "mattext", html_of(text), texttype="text/html")


def _item(section: Element, entry: Entry) -> None:
    """Its title may not be missing: a converter to Open edX breaks off where it is."""
    item = entry.item
    made = child(section, "item", ident=f"q-{entry.code}", title=beginning(item.stem, 100))
    _fields(child(made, "itemmetadata"), {"cc_profile": PROFILES[item.kind]})
    presentation = child(made, "presentation")
    _material(presentation, item.stem)
    (_blank if item.kind == "short" else _labels)(presentation, item)
    processing = child(made, "resprocessing")
    child(child(processing, "outcomes"), "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    _feedback(processing, item)
    for condition in _conditions(processing, item):
        child(condition, "setvar", "100", action="Set", varname="SCORE")
    for name, text in _told(item):
        told = child(made, "itemfeedback", ident=name)
        _material(child(told, "flow_mat"), text)


def _labels(presentation: Element, item: Item) -> None:
    cardinality = "Multiple" if item.kind == "multiple" else "Single"
    response = child(presentation, "response_lid", ident=_RESPONSE, rcardinality=cardinality)
    choices = child(response, "render_choice")
    for option in item.options:
        _material(child(choices, "response_label", ident=_name(item, option)), option.text)


def _blank(presentation: Element, item: Item) -> None:
    response = child(presentation, "response_str", ident=_RESPONSE, rcardinality="Single")
    child(response, "render_fib", prompt="Dashline")


def _name(item: Item, option: Option) -> str:
    return option.text.casefold() if item.kind == "true_false" else f"c{option.key}"


def _condition(processing: Element, goes_on: str) -> Element:
    return child(processing, "respcondition", **{"continue": goes_on})


def _conditions(processing: Element, item: Item) -> Iterator[Element]:
    """Those under which the answer is right; of a text there is one for each that is accepted."""
    if item.kind == "short":
        for option in item.options:
            condition = _condition(processing, "No")
            child(child(condition, "conditionvar"), "varequal", option.text, respident=_RESPONSE, case="No")
            yield condition
        return
    condition = _condition(processing, "No")
    variables = child(condition, "conditionvar")
    if item.kind == "multiple":
        variables = child(variables, "and")
    for option in item.options:
        if option.correct:
            child(variables, "varequal", _name(item, option), respident=_RESPONSE)
        elif item.kind == "multiple":
            child(child(variables, "not"), "varequal", _name(item, option), respident=_RESPONSE)
    yield condition


def _feedback(processing: Element, item: Item) -> None:
    if item.feedback:
        condition = _condition(processing, "Yes")
        child(child(condition, "conditionvar"), "other")
        child(condition, "displayfeedback", feedbacktype="Response", linkrefid=_GENERAL)
    for option in item.options:
        if option.feedback:
            condition = _condition(processing, "Yes")
            variables = child(condition, "conditionvar")
            child(variables, "varequal", _name(item, option), respident=_RESPONSE)
            child(condition, "displayfeedback", feedbacktype="Response", linkrefid=f"{_name(item, option)}-told")


def _told(item: Item) -> Iterator[tuple[str, str]]:
    if item.feedback:
        yield _GENERAL, item.feedback
    yield from ((f"{_name(item, each)}-told", each.feedback) for each in item.options if each.feedback)


def items_in(data: bytes) -> list[Item]:
    """What a system that takes the cartridge in will find. Raises Unreadable."""
    return [_read(element) for element in parsed(data).iterfind(".//q:item", _Q)]


def _words(parent: Element | None) -> str:
    found = parent.find(".//q:mattext", _Q) if parent is not None else None
    return text_of(found.text or "")[0] if found is not None else ""


def _read(element: Element) -> Item:
    entries = {each.findtext("q:fieldlabel", "", _Q): each for each in element.iterfind(".//q:qtimetadatafield", _Q)}
    kind = KINDS[entries["cc_profile"].findtext("q:fieldentry", "", _Q)]
    told = {each.get("ident"): _words(each) for each in element.iterfind("q:itemfeedback", _Q)}
    scoring = [each for each in element.iterfind(".//q:respcondition", _Q) if each.find("q:setvar", _Q) is not None]
    paths = ("q:conditionvar/q:varequal", "q:conditionvar/q:and/q:varequal")
    right = [found.text or "" for each in scoring for path in paths for found in each.iterfind(path, _Q)]
    stem = _words(element.find("q:presentation/q:material", _Q))
    if kind == "short":
        options = tuple(Option(key, text) for key, text in enumerate(right, 1))
    else:
        labels = element.iterfind(".//q:response_label", _Q)
        options = tuple(
            Option(key, _words(label), label.get("ident") in right, told.get(f"{label.get('ident')}-told", ""))
            for key, label in enumerate(labels, 1)
        )
    return Item(kind, stem, options, told.get(_GENERAL, ""))
