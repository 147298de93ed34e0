#!/usr/bin/env python3
"""Writes the seeds of the fuzz targets that read bytes nobody writes by hand, into tests/fuzz/seeds.

    tests/fuzz/make_seeds.py

Documents come from what makes the corpus of tests/unit/words; entries and notes are the golden ones. Nothing in them is anybody's:
the one picture is a gradient of eight by eight.
"""

import pathlib
import re
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEEDS = ROOT / "tests/fuzz/seeds"
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "tests/unit/words/corpus"))
import kinds  # noqa: E402

WORDS = ["An image was shared at break.", "She said: \u201cthey have it\u201d."]
MESSAGE = """From: office@school.example\r
To: lead@school.example\r
Subject: =?utf-8?q?What_was_said_=E2=80=93_Monday?=\r
Date: Mon, 23 Nov 2026 10:00:00 +0000\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary="m"\r
\r
--m\r
Content-Type: multipart/alternative; boundary="a"\r
\r
--a\r
Content-Type: text/plain; charset=iso-8859-2\r
Content-Transfer-Encoding: quoted-printable\r
\r
An image was shared =BF\r
--a\r
Content-Type: text/html; charset=utf-8\r
\r
<html><body><p>An image was <b>shared</b> &amp; seen.</p><img src="cid:1"></body></html>\r
--a--\r
--m\r
Content-Type: application/octet-stream; name="a.bin"\r
Content-Transfer-Encoding: base64\r
\r
AAEC\r
--m--\r
"""


def part(head, content):
    return f"--b\r\nContent-Disposition: form-data; {head}\r\n\r\n{content}\r\n"


def hexadecimal(file, field):
    text = (ROOT / "tests/golden/ledger" / file).read_text()
    return [bytes.fromhex(one) for one in re.findall(rf"^{field} = ([0-9a-f]+)$", text, re.M)]


def main():
    fields = part('name="csrf"', "t") + part('name="words"', "An image was\r\nshared.")
    file = part('name="document"; filename="notes.txt"\r\nContent-Type: text/plain', "They met on Monday.")
    # The golden file begins with the line of the key that signed.
    key, note = (ROOT / "tests/golden/proof/note.txt").read_bytes().split(b"\n", 1)
    seeds = {
        "office/note.docx": kinds.docx(WORDS, more="<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><pic:pic/>"),
        "office/note.odt": kinds.odt("<text:h>Note</text:h><text:p>An image<text:s text:c=\"2\"/>was shared.</text:p>"
                                     "<table:table-row><table:table-cell><text:p>A</text:p></table:table-cell></table:table-row>"),
        "office/words.xml": b'<?xml version="1.0"?><w:p><w:t>An image</w:t><w:tab/>was shared &amp; <w:br/>seen</w:p>',
        "message/two_forms.eml": MESSAGE.encode(),
        "message/page.html": b"<p>An image was <i>shared</i>.<br>It was &eacute;&#8211;&#x41;.<!-- no --><script>x</script></p>",
        "form/fields": b"csrf=t&words=An+image+was%0D%0Ashared%21&child=1&child=2&empty=",
        "form/parts": (fields + "--b--\r\n").encode(),
        "form/parts_and_a_file": (fields + file + part('name="after"', "more") + "--b--\r\n").encode(),
        "document_form/with_document": (fields + file + "--b--\r\n").encode(),
        "document_form/without": (fields + "--b--\r\n").encode(),
        "note/key": key,
        "note/note": note,
        "note/cosigned": (ROOT / "tests/golden/proof/cosigned.txt").read_bytes(),
        "words/note": "An image was shared at break; ring 0113 496 0123, see www.school.example/a?b=c.".encode(),
        "words/data": ("It was data:image/png;base64," + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ" * 2 + " she said").encode(),
        "words/cut_up": "\n".join(["Qx7Zp0Lm4Tn9", "Vb2Rk6Wc8Hf3", "Jd5Sg1YaUeIo"] * 6).encode(),
    }
    for number, entry in enumerate(hexadecimal("entry-1.txt", "bytes"), 1):
        seeds[f"entry/entry-{number}"] = entry
    for name, content in seeds.items():
        place = SEEDS / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


# Archives made again have the same bytes.
zipfile.time.localtime = lambda *_: (1980, 1, 1, 0, 0, 0, 0, 1, 0)
main()
