"""The sentences for why a file is not taken in, and for what a reader mended in it."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _


def sentence(code: str, values: Mapping[str, str | int]) -> str:
    """Word a code of `intake.errors.Refused` or of a reader's remark in the language in force; KeyError if unknown."""
    return SENTENCES[code]() % _readable(values)


def _readable(values: Mapping[str, str | int]) -> dict[str, str | int]:
    """The values as people read them: sizes in megabytes, large counts with thousands apart."""
    readable = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
    size, limit = values.get("size"), values.get("limit")
    if isinstance(size, int) and isinstance(limit, int):
        readable |= {"size": f"{size / 1_000_000:.1f}", "limit": f"{limit / 1_000_000:g}"}
    return readable


REFUSALS: dict[str, Callable[[], str]] = {
    "empty": lambda: _("This file is empty. Choose a file that has text in it."),
    "too_big": lambda: _(
        "This file has %(size)s MB; the limit is %(limit)s MB. Leave out what is not needed, or split it."
    ),
    "too_long": lambda: _("This file has %(blocks)s paragraphs; the limit is %(limit)s. Split it into several files."),
    "too_much_text": lambda: _("This file has more than %(limit)s letters. Split it into several files."),
    "line_too_long": lambda: _(
        "Line %(line)s has more than %(limit)s characters. Break it into paragraphs and choose the file again."
    ),
    "binary": lambda: _(
        "This file is not text. Save the document as Word (.docx), PDF or plain text, and choose the saved file."
    ),
    "not_text": lambda: _(
        "Line %(line)s of this file cannot be read: its encoding is not known. Save it again with the encoding UTF-8."
    ),
    "old_word": lambda: _(
        "This is a document of Word 97–2003 (.doc). Open it, save it as Word (.docx), and choose the saved file."
    ),
    "old_office": lambda: _(
        "This is a file of an old office program, not a text document. Save its text as Word (.docx) or PDF."
    ),
    "rtf": lambda: _("This is a rich text file (.rtf). Open it, save it as Word (.docx), and choose the saved file."),
    "odt": lambda: _(
        "This is an OpenDocument text (.odt). Open it, save it as Word (.docx) or PDF, and choose the saved file."
    ),
    "spreadsheet": lambda: _(
        "This is a spreadsheet. Copy what is needed into a text document and save that as Word (.docx) or PDF."
    ),
    "presentation": lambda: _("This is a presentation. Save its text as Word (.docx), or export the slides as PDF."),
    "image": lambda: _(
        "This is a picture or a film. Choose the document with the text itself; text in a picture cannot be read."
    ),
    "archive": lambda: _("This is an archive. Unpack it and choose the documents inside one by one."),
    "postscript": lambda: _("This is a PostScript file. Save the document as PDF or Word (.docx)."),
    "web_archive": lambda: _(
        "This is a web page or a message with attachments in one file. Save it as HTML (.html) or print it to PDF."
    ),
    "other_xml": lambda: _("This is an XML file, not a text document. Save the document as Word (.docx) or PDF."),
    "encrypted_docx": lambda: _(
        "This document has a password. Open it, take the password off, save it, and choose the file again."
    ),
    "encrypted_pdf": lambda: _(
        "This PDF has a password. Open it, print or save it without the password, and choose the new file."
    ),
    "encrypted_archive": lambda: _(
        "Parts of this file are encrypted. Open the document, save it without a password, and choose the file again."
    ),
    "archive_damaged": lambda: _(
        "This file is damaged: perhaps it was not copied completely. Copy or download it again, or save it anew."
    ),
    "archive_unsafe": lambda: _(
        "This file is not built as a Word document is (%(reason)s). Open it, save it as Word (.docx), and try again."
    ),
    "docx_damaged": lambda: _(
        "This Word document is damaged. Open it in Word or LibreOffice, save it anew, and choose the saved file."
    ),
    "pdf_damaged": lambda: _(
        "This PDF is damaged: perhaps it was not copied completely. Copy or download it again, or export it anew."
    ),
    "pdf_too_many_pages": lambda: _(
        "This PDF has %(pages)s pages; the limit is %(limit)s. Print the pages that are needed into a PDF of their own."
    ),
    "pdf_too_complex": lambda: _(
        "The drawings in this PDF are too large to be unpacked. Save the text as Word (.docx), or export a plainer PDF."
    ),
    "pdf_scanned": lambda: _(
        "This PDF holds pictures of pages without any text. Run a text recognition over it, or choose the original."
    ),
    "html_too_deep": lambda: _(
        "The elements of this page stand more than %(limit)s deep inside each other. Copy its text into a document."
    ),
    "html_too_many_tags": lambda: _(
        "This page has more than %(limit)s elements. Copy the part that is needed into a document."
    ),
    "reader_out_of_time": lambda: _(
        "Reading this file took more than %(seconds)s seconds. Split it, or save its text as Word (.docx)."
    ),
    "reader_out_of_memory": lambda: _(
        "Reading this file took too much memory. Split it, leave out pictures, or save its text as plain text."
    ),
    "reader_lost": lambda: _(
        "This file could not be read. Save it anew as Word (.docx), PDF or plain text, and choose the saved file."
    ),
}
REMARKS: dict[str, Callable[[], str]] = {
    "paragraph_joined": lambda: _("A paragraph that was broken in two was joined (¶ %(block)s): “%(around)s”."),
    "footnote_removed": lambda: _("A footnote mark was taken off (¶ %(block)s): “%(found)s” became “%(kept)s”."),
    "hyphen_mended": lambda: _("A broken word was mended (¶ %(block)s): “%(found)s” became “%(kept)s”."),
    "letters_lost": lambda: _("Some letters could not be read and show as “�”; how many: %(letters)s."),
    "encoding_assumed": lambda: _(
        "The encoding of the file is not stated; %(encoding)s was assumed. Check the letters."
    ),
    "notes_left_out": lambda: _("Footnotes and their marks were left out; how many lines and marks: %(count)s."),
    "changes_accepted": lambda: _(
        "The document has tracked changes; its final text was taken. Paragraphs with changes: %(count)s."
    ),
    "parts_left_out": lambda: _("The document embeds other files, which were not read; how many: %(count)s."),
    "title_of_page": lambda: _("The page itself names as its title: “%(name)s”."),
    "publisher_of_page": lambda: _("The page itself names as its publisher: “%(name)s”."),
    "author_of_page": lambda: _("The page itself names as its author: “%(name)s”."),
    "day_of_page": lambda: _("The page itself says when it was published: %(day)s."),
    "pages_without_text": lambda: _("These pages have no text, perhaps only pictures: %(pages)s."),
}
SENTENCES = REFUSALS | REMARKS
