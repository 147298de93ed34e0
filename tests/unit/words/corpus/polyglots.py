"""Files that are two things at once, and what is not what its name says; what is expected as in hiding.py."""
import base64
import io
import struct
import zipfile

from kinds import docx, odt, pdf, zipped
from payload import JPEG, PNG
from reading import HEAD, TEXT, eml

LINES = ["Minutes of the meeting"]
TOLD = "Minutes of the meeting\n"
OF_PDF = "Minutes of the meeting\n\n"


def with_comment(data, comment):
    return data[:-2] + struct.pack("<H", len(comment)) + comment


def with_bytes_before_directory(data, more):
    end = data.rindex(b"PK\5\6")
    at = struct.unpack("<I", data[end + 16:end + 20])[0]
    return data[:at] + more + data[at:end + 16] + struct.pack("<I", at + len(more)) + data[end + 20:]


class Onwards(io.RawIOBase):
    """What can't be gone back in: the size of each part is written behind it."""

    def __init__(self):
        super().__init__()
        self.written = b""

    def writable(self):
        return True

    def write(self, data):
        self.written += bytes(data)
        return len(data)


def written_onwards(data):
    out = Onwards()
    with zipfile.ZipFile(io.BytesIO(data)) as of, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in of.namelist():
            archive.writestr(name, of.read(name))
    return out.written


def documents():
    yield "pdf-and-zip.pdf", pdf(LINES) + zipped([("a.png", PNG)]), None
    yield "pdf-and-picture.pdf", pdf(LINES) + JPEG, None
    yield "pdf-and-picture-with-its-end.pdf", pdf(LINES) + JPEG + b"\n%%EOF\n", None
    yield "pdf-and-a-few-bytes.pdf", pdf(LINES) + b"\r\n\r\n</html>\n" + bytes(64), OF_PDF
    yield "docx-with-picture-in-comment.docx", with_comment(docx(LINES), PNG), None
    yield "docx-with-letters-in-comment.docx", with_comment(docx(LINES), base64.b64encode(PNG[:300])), None
    yield "docx-with-words-in-comment.docx", with_comment(docx(LINES), b"Made by the office, 14 November"), TOLD
    yield "docx-with-picture-between.docx", with_bytes_before_directory(docx(LINES), PNG), None
    yield "odt-with-picture-between.odt", with_bytes_before_directory(odt("<text:p>Hello</text:p>"), JPEG), None
    yield "docx-with-another-before.docx", b"PK\3\4" + docx(LINES), None
    yield "docx-written-onwards.docx", written_onwards(docx(LINES)), TOLD
    yield "odt-written-onwards.odt", written_onwards(odt("<text:p>Hello</text:p>")), "Hello\n"


def mails():
    plain = eml([TEXT]).decode()
    letters = base64.encodebytes(PNG).decode()
    first = "\n\n--bb\n"
    yield "picture-before-parts.eml", plain.replace(first, "\n\n" + letters + "--bb\n", 1).encode(), None
    yield "picture-after-parts.eml", (plain + letters).encode(), None
    yield "bytes-after-parts.eml", plain.encode() + PNG, None
    said = "\n\nThis is a multi-part message in MIME format.\n--bb\n"
    words = plain.replace(first, said, 1) + "\nChecked by the school's filter.\n"
    yield "words-around-parts.eml", words.encode(), HEAD + "Sam told me at break.\n"


def scripts():
    yield "script-after-a-space.txt", b"#! /bin/sh\necho hello\n", None
    yield "batch.txt", b"@echo off\r\ndir\r\n", None
    yield "registry.txt", b"Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\x]\r\n", None
    yield "registry-old.txt", b"REGEDIT4\r\n\r\n[HKEY_CURRENT_USER\\x]\r\n", None
    yield "postscript.txt", b"%!PS-Adobe-3.0\n%%Title: x\n/box {moveto} def\n10 10 moveto 20 20 lineto stroke\nshowpage\n", None
    for name, words in (("account.txt", "@echo off the record said that they had it.\n"),
                        ("heading.md", "#! Important\nRing the mother at 10:15.\n"),
                        ("computers.txt", "Windows Registry Editor was open on the pupil's screen.\n"),
                        ("behind.txt", "He typed this:\n#!/bin/sh\n@echo off\n")):
        yield f"not-script-{name}", words.encode(), words


def ways():
    yield from documents()
    yield from mails()
    yield from scripts()
