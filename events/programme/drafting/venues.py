"""Where the event is held, as the note says it: a label, or the place in a sentence or on the cover line."""

import re

from events.programme.drafting.clock import times
from events.programme.drafting.days import MONTH, WEEKDAY, dates
from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import EVENT_WORD, role_of
from events.programme.drafting.parts import Note
from events.programme.drafting.people import is_undecided
from events.programme.drafting.telling import NOT_EVENT_DAY
from events.programme.drafting.zones import without_zones

_WORD = r"(?:[A-ZА-ЯЁ][\w’'.\-]{0,30}|\d{1,4}[A-Za-z]?\b|of|the|and|for|on|de|la|del|du|al|и|на|по|им\.|ул\.|г\.)"
_PLACE = rf"(?:[A-ZА-ЯЁ][\w’'.\-]{{0,30}})(?:,?\s{_WORD}){{0,14}}"
_HELD_AT = re.compile(
    r"\b(?:held|take place|takes place|hold|host|conduct|convene|deliver|organi[sz]e|convened|"
    r"hosted|conducted|organi[sz]ed|delivered|meet|join us|invite you|состоится|пройд[её]т|провод\w{2,5}|проведён\w?)\b"
    rf"(?:[^.;]|(?<=\s[ap])\.|(?<=[ap]\.m)\.){{0,160}}?\s(?:at|in|в)\s(?:the\s|its capital,?\s)?"
    rf"(?P<place>(?:premises of (?:the\s)?|offices of (?:the\s)?|гостинице |отеле |зале |здании )?{_PLACE})"
)
_NO_PLACE = re.compile(
    rf"^(?:{MONTH}\b|{WEEKDAY}\b|English|Russian|French|Spanish|Arabic|Chinese|Kazakh|Zoom|Webex|"
    rf"Teams|Microsoft|MS\s|Google|"
    r"Central European|UTC|GMT|Q[1-4]|Part|Session|Annex|Phase|Line|Accordance|Cooperation|Partnership|онлайн)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?P<rest>(?:,\s(?:[\w.’'№/-]{1,25}\s?){1,4}){1,6})\.?$")
_TRAIL = re.compile(rf"(?:,?\s(?:of|the|and|for|on|de|la|и|на|по|from|{MONTH}|{WEEKDAY}|\d{{1,4}}))+$", re.IGNORECASE)
_PLATFORM = re.compile(
    r"\b(?:online|zoom|webex|teams|virtual\w{0,2}|hybrid|google meet|skype|gotomeeting|videoconference|"
    r"platform|remote\w{0,2}|"
    r"in[- ]person|face[- ]to[- ]face|webinar|онлайн\w{0,5}|гибридн\w{2}|очн\w{2}|дистанционн\w{2}|"
    r"вебинар\w?|формат\w?)\b",
    re.IGNORECASE,
)
# "Tashkent and online", "Hall 3, and on Zoom": the other half of a hybrid event
_AND_ONLINE = re.compile(
    r"[\s,]{0,3}(?:\b(?:and|or|и|или)\b|[/+&])\s?(?:also\s)?(?:(?:(?:on|via|through|by|в|на|по)\s)?(?:(?:MS|Microsoft)\s)?"
    r"(?:zoom|teams|webex|video)|live ?stream|online|virtual(?:ly)?|remote(?:ly)?|онлайн)\b[\s,.]{0,3}$"
    r"|;\s(?:online|онлайн)\b(?:[\s:(–—-]{1,3}[\w ]{2,30}\)?)?$",
    re.IGNORECASE,
)
_TOWN = re.compile(r"^(?:г\.|город|гор\.)\s?(?=[А-ЯЁ])")
_IN_FORMAT = re.compile(rf"\b(?:at|in|в)\s(?:the\s)?(?P<place>{_PLACE})")
_LINE = re.compile(
    r"^(?:[A-ZА-ЯЁ][\w’'\-]{1,25})(?:[\s-][A-ZА-ЯЁ][\w’'\-]{1,25}){0,3}(?:,\s(?:[A-ZА-ЯЁ][\w’'\-]{1,25}\s?){1,3}){0,3}$"
)
_NOT_PLACE = re.compile(
    r"\S@\S|https?:|\b(?:(?:hosted|organi[sz]ed|convened|supported|funded)\sby|regist(?:er|ra)\w*|apply|applications?|nominat\w+|deadline|contact\w*|заявк\w|регистраци\w|контакт\w*)\b",
    re.IGNORECASE,
)
_ONLY_ONLINE = re.compile(
    r"(?:online|virtual(?:ly)?|онлайн|дистанционно|en ligne|à distance)\b(?:[,;:–—-]?\s(?![A-ZА-ЯЁ])[^\s]+){0,12}$",
    re.IGNORECASE,
)
_PLATFORM_NAME = re.compile(
    r"(?:MS |Microsoft )?(?:Zoom|Teams|Webex|Skype)\b(?=\s?[(,;]|\sfor\b)|Google Meet\b", re.IGNORECASE
)
_SENTENCE_ENDS = re.compile(r"(?<=[^\W_]{4}\.)\s(?=[A-ZА-ЯЁ])")  # "ul. Klonowa" and "St. James" go on
_ROOM = re.compile(
    r"\b(?:seminar|conference|meeting|training|lecture|event)s?\s(?=(?:room|hall|cent(?:re|er)|venue)\b)", re.IGNORECASE
)
_PLACE_WORD = re.compile(
    r"\b(?:room|hall|aula|hotel|auditorium|building|street|avenue|square|campus|palace|faculty|floor|"
    r"conference cent(?:re|er)|library|museum|зал\w?|гостиниц\w|отель|ул\.|улиц\w|проспект|корпус|кабинет|аудитория|"
    r"salle|hôtel|rue|bâtiment)\b",
    re.IGNORECASE,
)
_WHOSE_CLOCK = re.compile(
    r"(?<=[A-Z]T)\s?\([A-Z][\w -]{2,30}\)|(?<=\d)\s?\([A-Z][\w -]{2,30}\)|"
    r"(?<=\d\))\s[A-Z][\w, -]{2,60}$"  # "CEST (Brussels)", "(UTC+06:00) Bishkek"
)
_RUSSIAN_HELD = re.compile(
    r"\b(?:состоится|пройд[её]т|проводится|провод\w{2,5}|проведён\w?)\b[^.;]{0,80}?(?:\sг\.)?(?:,)?\s(?:в|на базе)\s"
    r"(?P<place>(?:(?:г\.|городе|гор\.)\s)?[А-ЯЁ][\w-]{2,30}(?:\s[\w-]{2,30}){0,4}"
    r"(?:,\s(?:в|на базе)\s[А-ЯЁ][\w-]{2,30}(?:\s(?!с\s|по\s|для\s)[\w«»-]{2,30}){0,6})?"
    r"(?:\s\((?=[^()]*(?:ул\.|улиц|зал|просп|пр\.|д\.|корп|этаж|каб))[^()]{5,120}\))?)(?=[\s.,;]|$)"
)
_BESIDE_FORMAT = re.compile(r"\((?P<place>[^();]{5,120})[;)]")  # "hybrid (Room 4, Port Street 7; Zoom)"
_HYBRID_AT = re.compile(r"(?:[Hh]ybrid|[Гг]ибридн\w{1,2}(?: формат)?)\s?[:–—-]\s(?P<place>[A-ZА-ЯЁ\d].{3,200})$")
_OWN_LABEL = re.compile(r"^\w{4,12}:\s(?=\S)")
_OR_ADDRESS = re.compile(r"\s(?:or|oder|или)(?:\s\([^()]{3,60}\))?$")  # what is left of "room 4 or https://..."
_COVER_BLOCKS = 10
_HEADLINE = re.compile(r"An?\s(?:[\w-]{3,20}\s){1,4}on\s")
_HOURS = 4  # words of a line that tells nothing but hours
_MOST_BESIDE = 4  # words beside a day and a place
_BETWEEN_FACTS = re.compile(r"\s[·•|]\s")


def venue_of(note: Note) -> tuple[Stated | None, bool]:
    """The place, and whether it had to be read out of a sentence."""
    labelled = _labelled(note)
    if labelled or _is_said_to_be_online(note):
        return labelled, False
    ways = (_in_format, _in_date_line, _beside_date, _on_cover, _in_sentence, _in_headline)
    return next((found for way in ways if (found := way(note))), None), True


def _labelled(note: Note) -> Stated | None:
    """What stands beside the label, else below a heading; never a sentence about registering or asking."""
    for part in sorted(note.of("venue"), key=lambda part: not part.labelled):
        said = [block for block in part.blocks if block.kind != "table" and block.text.strip()]
        if not said or is_undecided(said[0].text) or not (part.labelled or _may_be_place(said[0].text)):
            continue
        if text := _place_alone(said[0].text):
            return Stated(text, (said[0].n,))
    return None


def _is_said_to_be_online(note: Note) -> bool:
    """Whether the label for the place says that the event is online, and no more."""
    said = [part.blocks[0].text for part in note.of("venue") if part.labelled and part.blocks]
    return bool(said) and all(_ONLY_ONLINE.match(text.strip(" .")) for text in said)


def _may_be_place(text: str) -> bool:
    return len(text.split()) <= 30 and not (_NOT_PLACE.search(text) or text[:1].islower())


def _place_alone(text: str) -> str:
    """The first sentence, without an address on the web; nothing where that only says that the event is online."""
    first = _SENTENCE_ENDS.split(" ".join(text.split()), maxsplit=1)[0]
    bare = _AND_ONLINE.sub("", re.sub(r"[\s:,;–—-]*(?:https?://|www\.)\S+", "", first)).strip(" .,;:")
    bare = _OR_ADDRESS.sub("", bare) if bare != first else bare
    platform = _PLATFORM_NAME.match(bare)
    return "" if _ONLY_ONLINE.match(bare) else platform.group() if platform else bare


def _in_format(note: Note) -> Stated | None:
    """`Format: in person, at the Harbour Hall, Nowhere`."""
    for part in note.of("format"):
        for block in part.blocks[:4]:
            beside = _BESIDE_FORMAT.search(block.text[:500])
            if beside and _PLACE_WORD.search(beside["place"]):
                return Stated(beside["place"].strip(), (block.n,))
            said = _HYBRID_AT.match(block.text[:500])
            if said and (place := _AND_ONLINE.sub("", said["place"]).strip(" ,.")) != said["place"].strip(" ,."):
                return Stated(place, (block.n,))
            match = _IN_FORMAT.search(block.text[:500])
            if match and (place := _clean(match["place"])):
                return Stated(place, (block.n,))
    return None


def _beside_date(note: Note) -> Stated | None:
    """`Seminar Room 204, Faculty of Economics, Amman` on a line of its own next to the date at the top."""
    cover = [
        b for b in note.blocks[:_COVER_BLOCKS] if b.n not in note.letter_head and b.kind in ("paragraph", "heading")
    ]
    for above, block, below in zip([None, *cover], cover, [*cover[1:], None], strict=False):
        beside = any(one and len(one.text.split()) <= 20 and dates(one.text) for one in (above, below))
        beside = beside or bool(above and times(above.text) and len(above.text.split()) <= _HOURS)
        text = " ".join(block.text.split())
        names_it = _PLACE_WORD.search(text) and text[0].isupper() and "," in text and not text.endswith((".", ":", "?"))
        if (
            beside
            and names_it
            and len(text.split()) <= 20
            and not (dates(text) or EVENT_WORD.search(_ROOM.sub("", text)))
        ):
            text = _OWN_LABEL.sub("", text)
            return Stated(text, (block.n,)) if _may_be_place(text) and not is_undecided(text) else None
    return None


def _in_date_line(note: Note) -> Stated | None:
    """`Accra, 21–22 April 2026 · Hotel Akwaaba, Conference Room B`: the part of the line that is no date."""
    for block in note.blocks[:_COVER_BLOCKS]:
        pieces = [piece.strip() for piece in _BETWEEN_FACTS.split(block.text)] if block.kind != "table" else []
        if len(pieces) < 2 or block.n in note.letter_head or not any(dates(piece) for piece in pieces):
            continue
        for piece in (one for one in pieces if _PLACE_WORD.search(one) and not (dates(one) or times(one))):
            if _may_be_place(piece) and piece[0].isupper() and not EVENT_WORD.search(_ROOM.sub("", piece)):
                return Stated(piece, (block.n,))
    return None


def _in_headline(note: Note) -> Stated | None:
    """`A seminar on 3 May, 14:00–17:00, Reading Room 2 and online.`: facts in a row with no verb."""
    for block in note.blocks[:_COVER_BLOCKS]:
        if not (block.kind == "paragraph" and _HEADLINE.match(block.text) and dates(block.text)):
            continue
        pieces = (_AND_ONLINE.sub("", piece).strip(" .") for piece in block.text.split(", ")[1:])
        for piece in (one for one in pieces if len(one.split()) <= _HOURS and _PLACE_WORD.search(one)):
            if piece[0].isupper() and _may_be_place(piece) and not dates(piece):
                return Stated(piece, (block.n,))
    return None


def _in_sentence(note: Note) -> Stated | None:
    for sentence in note.event_sentences:
        text = sentence.text
        if NOT_EVENT_DAY.search(text):
            continue
        if (russian := _RUSSIAN_HELD.search(text)) and (place := _clean(russian["place"])):
            return Stated(place, sentence.blocks)
        for match in _HELD_AT.finditer(text):
            if place := _clean(match["place"] + _rest_of_address(text[match.end() :])):
                return Stated(place, sentence.blocks)
    return None


def _rest_of_address(text: str) -> str:
    """`, 5th microdistrict, building 9, Aktau` up to the end of the sentence, where nothing else is said there."""
    match = _ADDRESS.match(text)
    return match["rest"] if match and not dates(match["rest"]) and not times(match["rest"]) else ""


def _clean(place: str) -> str:
    for one in dates(place):
        place = place[: one.start].rstrip(" ,")
        break
    bare = _TRAIL.sub("", re.sub(r"\s(?:on|from|и)\s.*$", "", place) if dates(place) else place).strip(" ,.;")
    return "" if not bare or _NO_PLACE.match(bare) or EVENT_WORD.fullmatch(bare) else bare


def _on_cover(note: Note) -> Stated | None:
    """`Lisbon, 8–9 June 2027`: what stands on the short line beside the date, if it is a name and nothing else."""
    in_agenda = {block.n for part in note.of("agenda") for block in part.blocks}
    for block in note.blocks[:_COVER_BLOCKS]:
        found = dates(block.text)
        if (
            len(found) != 1
            or len(block.text.split()) > 14
            or block.n in in_agenda | note.letter_head
            or block.kind not in ("paragraph", "heading")
        ):
            continue
        rest = _WHOSE_CLOCK.sub("", block.text[: found[0].start] + "|" + block.text[found[0].end :])
        for one in reversed(times(rest)):
            rest = rest[: one.position] + rest[one.after :]
        pieces = [piece.strip(" ,.;:()–—-") for piece in re.split(r"[|;()]", without_zones(rest))]
        words = sum(len(piece.split()) for piece in pieces)
        # A line that tells more names no place: "11 Feb  Week 2. From image to map (Jane Example)".
        pieces = [piece for piece in pieces if words - len(piece.split()) <= _MOST_BESIDE]
        for piece in (_TOWN.sub("", _AND_ONLINE.sub("", piece)) for piece in pieces):
            if (
                _LINE.match(piece)
                and not _PLATFORM.search(piece)
                and not EVENT_WORD.search(piece)
                and not role_of(piece)
                and _clean(piece)
            ):
                return Stated(piece, (block.n,))
    return None
