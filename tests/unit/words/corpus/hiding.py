"""Every file here is refused, or gives exactly the words that are named and nothing else."""
import base64
import bz2
import email.message
import gzip
import io
import lzma
import quopri
import random
import tarfile
import zipfile
import zlib

import dumps
from kinds import W, docx, odt, pdf, zipped
from payload import (B64, JPEG, PNG, base45, base58, base91, bmp, cut, gif, hexdump, morse, uuencode, xxencode)

NOTE = "Sam told me at break that an image was shared.\n"
AFTER = "\nThen the bell rang, and we went to the office.\n"


def within(data):
    return (NOTE + data + AFTER).encode()


def pictures():
    yield "picture.png", PNG
    yield "picture.jpg", JPEG
    yield "picture.gif", gif()
    yield "picture.bmp", bmp()
    yield "picture.webp", b"RIFF\x40\0\0\0WEBPVP8 " + bytes(range(64))
    yield "picture.tif", b"II*\0\x08\0\0\0" + bytes(range(100))
    yield "picture-big-endian.tiff", b"MM\0*\0\0\0\x08" + bytes(range(100))
    yield "picture.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(range(80))
    yield "picture.avif", b"\0\0\0\x1cftypavif" + bytes(range(80))
    yield "picture.ico", b"\0\0\1\0\1\0\x10\x10" + bytes(range(80))
    yield "picture.psd", b"8BPS\0\1" + bytes(80)
    yield "picture.jp2", b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(range(80))
    yield "picture.jxl", b"\xff\x0a" + bytes(range(80))
    yield "picture.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'
    yield "picture-declared.svg", b'<?xml version="1.0"?>\n<!-- x -->\n<svg><path d="M0 0L9 9"/></svg>'
    yield "picture.ppm", b"P6\n8 8\n255\n" + bytes((i * 7) % 256 for i in range(192))
    yield "picture-in-numbers.ppm", ("P3\n16 16\n255\n" + " ".join(str(i * 73 % 256) for i in range(768))).encode()
    yield "picture.xbm", ("static char x_bits[] = {\n" + ", ".join(f"0x{i * 37 % 256:02x}" for i in range(128)) + "};").encode()
    yield "no-name-picture", PNG
    yield "renamed-picture.txt", PNG
    yield "renamed-picture.docx", JPEG
    yield "renamed-picture.pdf", PNG
    yield "renamed-picture.eml", gif()
    yield "renamed-picture.csv", bmp()
    yield "two.dots.png.txt", JPEG
    yield "cut-short-picture.txt", PNG[:60]
    yield "picture-without-its-start.txt", PNG[16:]
    yield "picture-after-spaces.txt", b"   \n" + PNG
    yield "picture-after-note.txt", NOTE.encode() + PNG
    yield "note-in-picture.gif", b"GIF89a" + NOTE.encode()
    yield "text-named-picture.jpg", NOTE.encode()


def films_and_more():
    yield "film.mp4", b"\0\0\0\x20ftypisom\0\0\2\0isomiso2" + bytes(range(100))
    yield "film.mov", b"\0\0\0\x14ftypqt  " + bytes(range(100))
    yield "film.webm", b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01" + bytes(range(100))
    yield "film.avi", b"RIFF\x40\0\0\0AVI LIST" + bytes(range(64))
    yield "film.flv", b"FLV\1\5\0\0\0\x09" + bytes(64)
    yield "film.mpg", b"\0\0\1\xba" + bytes(range(64))
    yield "film.wmv", b"\x30\x26\xb2\x75\x8e\x66\xcf\x11" + bytes(64)
    yield "film-renamed.odt", b"\0\0\0\x18ftypmp42" + bytes(range(100))
    yield "sound.mp3", b"ID3\4\0\0\0\0\0\x0a" + bytes(range(64))
    yield "sound.wav", b"RIFF\x40\0\0\0WAVEfmt " + bytes(64)
    yield "sound.ogg", b"OggS\0\2" + bytes(64)
    yield "sound.flac", b"fLaC\0\0\0\x22" + bytes(64)
    yield "sound.m4a", b"\0\0\0\x20ftypM4A " + bytes(64)
    yield "sound.amr", b"#!AMR\n" + bytes(range(64))
    yield "program.exe", b"MZ\x90\0\3\0\0\0" + bytes(100)
    yield "program", b"\x7fELF\2\1\1\0" + bytes(100)
    yield "program.wasm", b"\0asm\1\0\0\0" + bytes(20)
    yield "program.txt", b"MZ\x90\0\3\0\0\0" + bytes(100)
    yield "script.txt", b"#!/bin/sh\necho hello\n"
    yield "shortcut.lnk", b"L\0\0\0\x01\x14\x02\0" + bytes(60)
    yield "old-word.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    yield "locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16le") + bytes(99)
    yield "letter.rtf", b"{\\rtf1\\ansi Hello {\\pict\\pngblip 89504e47}}"
    yield "letter-rtf.txt", b"{\\rtf1\\ansi Hello}"
    yield "page.html", f'<html><body><p>{NOTE}</p><img src="data:image/png;base64,{B64}"></body></html>'.encode()
    yield "page.txt", b"<!DOCTYPE html><p>Hello</p>"
    yield "empty.txt", b""
    yield "spaces.txt", b"  \n\n\t\n"
    yield "locked.gpg.txt", b"-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n"
    yield "table.xlsx", zipped([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")])
    yield "table-renamed.docx", zipped([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")])


def archives():
    packed = zipped([("picture.png", PNG)])
    yield "pictures.zip", packed
    yield "pictures-renamed.docx", packed
    yield "pictures-renamed.odt", packed
    yield "no-name-zip", packed
    yield "zip-in-zip.zip", zipped([("inner.zip", packed)])
    yield "picture.png.gz", gzip.compress(PNG)
    yield "picture-gz.txt", gzip.compress(PNG)
    yield "picture.bz2", bz2.compress(PNG)
    yield "picture.xz", lzma.compress(PNG)
    yield "picture.zlib.txt", zlib.compress(PNG)
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        entry = tarfile.TarInfo("picture.png")
        entry.size = len(PNG)
        tar.addfile(entry, io.BytesIO(PNG))
    yield "pictures.tar", out.getvalue()
    yield "tar.txt", out.getvalue()
    yield "pictures.7z", b"7z\xbc\xaf\x27\x1c\0\4" + PNG
    yield "pictures.rar", b"Rar!\x1a\7\1\0" + PNG
    yield "empty.zip", b"PK\5\6" + bytes(18)
    yield "gif-and-zip.gif", gif() + packed
    yield "gif-and-docx.docx", gif() + docx(["Hello"])
    yield "picture-and-pdf.pdf", JPEG + pdf(["Hello"])
    yield "cut-short.docx", docx(["Hello there, this is a letter."])[:-40]
    yield "cut-short.odt", odt("<text:p>Hello</text:p>")[:-30]
    # With a password, as the header of each part says.
    locked = bytearray(docx(["Hello"]))
    for i in range(len(locked) - 10):
        if locked[i:i + 4] == b"PK\3\4":
            locked[i + 6] |= 1
        if locked[i:i + 4] == b"PK\1\2":
            locked[i + 8] |= 1
    yield "password.docx", bytes(locked)
    yield "password.odt", odt("x", [("META-INF/manifest.xml", '<m><manifest:encryption-data xmlns:manifest="m"/></m>')])
    yield "bomb.docx", zipped([("[Content_Types].xml", "<Types/>"), ("word/document.xml", b" " * (100 << 20))])
    deep = f'<w:document xmlns:w="{W}">' + "<w:x>" * 5000
    yield "deep.docx", zipped([("[Content_Types].xml", "<Types/>"), ("word/document.xml", deep)])
    laughs = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY {chr(98 + i)} '{('&' + chr(97 + i) + ';') * 10}'>" for i in range(9)) + "]>"
    yield "entities.docx", docx(["&j;"], head='<?xml version="1.0"?>' + laughs)
    outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    yield "outside.docx", docx(["x"], more="<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", head=outside)
    yield "outside.odt", odt("<text:p>&e;</text:p>", head=outside)
    yield "only-a-picture.docx", docx([], more='<w:p><w:r><pic:pic r="1"/></w:r></w:p>', parts=[("word/media/image1.png", PNG)])
    yield "data-in-words.docx", docx(["Hello", B64])
    yield "data-over-paragraphs.docx", docx(["Hello"] + [B64[i:i + 12] for i in range(0, 1200, 12)])
    yield "data-in-words.odt", odt(f"<text:p>Hello data:image/png;base64,{B64[:80]}</text:p>")
    yield "only-a-picture.pdf", pdf([], picture=1)
    yield "locked.pdf", pdf(["Hello"], encrypt=True)
    yield "data-in-words.pdf", pdf([B64[i:i + 76] for i in range(0, 1500, 76)])
    yield "cut-short.pdf", b"%PDF-1.7\n"
    yield "text-named.pdf", NOTE.encode()
    yield "pdf-named.txt", pdf(["Hello"])
    yield "pdf-named.docx", pdf(["Hello"])


def written_out():
    raw = PNG[:600]
    yield "data-address", f"data:image/png;base64,{B64}"
    yield "data-address-small", "data:image/gif;base64,R0lGODlhAQABAAAAACw="
    yield "data-address-escaped", "data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%3E"
    yield "data-address-spaced", f"data : image/png ; base64 , {B64[:60]}"
    yield "data-address-in-html", f'<img src="data:image/png;base64,{B64}">'
    yield "data-address-in-markdown", f"![x](data:image/png;base64,{B64})"
    yield "data-address-in-css", f"background: url('data:image/png;base64,{B64}')"
    yield "data-address-in-json", '{"note": "data:image/png;base64,' + B64 + '"}'
    yield "base64", B64
    yield "base64-url", base64.urlsafe_b64encode(PNG).decode()
    yield "base64-lines-76", cut(B64, 76, "\n")
    yield "base64-lines-64-crlf", cut(B64, 64, "\r\n")
    yield "base64-lines-20", cut(B64, 20, "\n")
    yield "base64-words-4", cut(B64, 4, " ")
    yield "base64-words-6", cut(B64, 6, " ")
    yield "base64-words-11", cut(B64, 11, " ")
    yield "base64-words-3", cut(B64, 3, " ")
    yield "base64-letters", cut(B64[:900], 1, " ")
    yield "base64-words-uneven", " ".join(B64[i * 7 + i % 4:i * 7 + 7 + (i + 1) % 4] for i in range(120))
    yield "base64-commas", cut(B64, 16, ",")
    yield "base64-cells", "id,part\n" + "\n".join(f"{i},{B64[i * 18:i * 18 + 18]}" for i in range(60))
    yield "base64-cells-quoted", "\n".join(f'"{i}","{B64[i * 30:i * 30 + 30]}","x"' for i in range(40))
    yield "base64-bars", "\n".join(f"| {i} | {B64[i * 24:i * 24 + 24]} |" for i in range(40))
    yield "base64-quoted-mail", "\n".join("> " + B64[i:i + 60] for i in range(0, 1200, 60))
    yield "base64-in-json-list", '{"parts": [' + ", ".join(f'"{B64[i:i + 22]}"' for i in range(0, 1100, 22)) + "]}"
    yield "base64-zero-width", cut(B64[:800], 5, "\u200b")
    yield "base64-soft-hyphens", cut(B64[:800], 10, "\u00ad")
    yield "base64-homoglyphs", B64[:800].translate(str.maketrans("aeopcxAEOPCX", "аеорсхАЕОРСХ"))
    yield "base64-full-width", "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in B64[:800])
    yield "base64-mathematical", "".join(chr(0x1D400 + ord(c) - 65) if c.isupper() else c for c in B64[:800])
    yield "base64-reversed", B64[::-1]
    yield "base64-tags", "".join(chr(0xE0000 + ord(c)) for c in B64[:300])
    yield "base64-of-base64", base64.b64encode(B64.encode()).decode()
    yield "base64-deflated", base64.b64encode(zlib.compress(PNG)).decode()
    yield "base32", base64.b32encode(raw).decode()
    yield "base32-words-8", cut(base64.b32encode(raw).decode(), 8, " ")
    yield "base36", "".join("0123456789abcdefghijklmnopqrstuvwxyz"[int.from_bytes(raw[:400], "big") // 36**i % 36] for i in range(600))
    yield "base45", base45(raw)
    yield "base58", base58(raw)
    yield "base85-adobe", "<~" + base64.a85encode(raw).decode() + "~>"
    yield "base85-bare", base64.a85encode(raw).decode()
    yield "base85", base64.b85encode(raw).decode()
    yield "base85-lines", cut(base64.b85encode(raw).decode(), 60, "\n")
    yield "base91", base91(raw)
    yield "base91-lines", cut(base91(raw), 72, "\n")
    yield "hex", raw.hex()
    yield "hex-capitals", raw.hex().upper()
    yield "hex-lines", cut(raw.hex(), 64, "\n")
    yield "hex-pairs", cut(raw.hex(), 2, " ")
    yield "hex-fours", cut(raw.hex(), 4, " ")
    yield "hex-eights", cut(raw.hex(), 8, " ")
    yield "hex-colons", cut(raw.hex(), 2, ":")
    yield "hex-0x", ", ".join(f"0x{b:02x}" for b in raw)
    yield "hex-backslash", "".join(f"\\x{b:02x}" for b in raw)
    yield "hex-unicode-escapes", "".join(f"\\u00{b:02x}" for b in raw)
    yield "hex-dump", hexdump(raw)
    yield from dumps.hidden(raw)
    yield "digest", "d41d8cd98f00b204e9800998ecf8427e"
    yield "decimal", " ".join(str(b) for b in raw)
    yield "decimal-commas", ",".join(str(b) for b in raw)
    yield "decimal-json", "[" + ", ".join(str(b) for b in raw) + "]"
    yield "html-numbers", "".join(f"&#{b};" for b in raw)
    yield "octal", "".join(f"\\{b:03o}" for b in raw)
    yield "binary", " ".join(f"{b:08b}" for b in raw[:100])
    yield "binary-bare", "".join(f"{b:08b}" for b in raw[:100])
    yield "percent", "".join(f"%{b:02X}" for b in raw)
    yield "quoted-printable", quopri.encodestring(raw).decode("latin-1")
    yield "quoted-printable-all", "".join(f"={b:02X}" for b in raw)
    yield "uuencode", "begin 644 picture.png\n" + uuencode(raw) + "`\nend"
    yield "uuencode-headless", uuencode(raw)
    yield "xxencode", xxencode(raw)
    yield "yenc-ascii", "=ybegin line=128 size=600 name=x\n" + base91(raw) + "\n=yend size=600"
    yield "binhex", "(This file must be converted with BinHex 4.0)\n\n:" + base64.b64encode(raw).decode() + ":\n"
    yield "pem", "-----BEGIN CERTIFICATE-----\n" + cut(B64[:640], 64, "\n") + "\n-----END CERTIFICATE-----"
    yield "morse", morse(raw[:200])
    yield "private-use", "".join(chr(0xE000 + b) for b in raw)
    yield "private-use-plane", "".join(chr(0xF0000 + b) for b in raw)
    yield "braille", "".join(chr(0x2800 + b) for b in raw)
    yield "ideographs", "".join(chr(0x5100 + b * 61) for b in raw)
    yield "ideographs-rare", "".join(chr(0x3400 + b) for b in raw)
    yield "hangul", "".join(chr(0xAC00 + b * 40) for b in raw)
    yield "mixed-scripts", "".join(chr([0x0400, 0x0391, 0x05D0, 0x0620, 0x0905, 0x10A0][b % 6] + b % 20) for b in raw)
    yield "emoji", "".join(chr(0x1F400 + b) for b in raw)
    yield "blocks", "".join("▀▄█▌▐░▒▓"[b % 8] for b in raw)
    yield "zero-width-run", "".join("\u200b" if b & (1 << i) else "\u200c" for b in raw[:80] for i in range(8))
    yield "zero-width-scattered", "".join(c + "\u200b\u200c\u200d\u2060"[b % 4] for c, b in zip(NOTE * 8, raw))
    yield "variation-selectors", "😀" + "".join(chr(0xE0100 + b % 240) for b in raw[:200])
    yield "marks-on-marks", "a" + "".join(chr(0x300 + b % 100) for b in raw[:200])
    yield from in_other_dress(raw)
    yield "ends-of-lines", "\n".join("Word" + "".join(" \t"[b >> i & 1] for i in range(8)) for b in raw[:80])


def in_other_dress(raw):
    def dressed(capital, small, digit=None):
        return "".join(chr(capital + ord(c) - 65) if c.isupper() else chr(small + ord(c) - 97) if c.islower()
                       else chr(digit + ord(c) - 48) if digit and c.isdigit() else c for c in B64[:800])

    yield "base64-accents", "".join(c + chr(0x300 + i % 12) for i, c in enumerate(B64[:800]))
    yield "base64-black-circles", dressed(0x1F150, 0x24D0)
    yield "base64-squares", dressed(0x1F130, 0x24D0)
    yield "base64-brackets", dressed(0x1F110, 0x249C)
    yield "base64-flags", dressed(0x1F1E6, 0x24D0)
    yield "hex-above-the-line", raw.hex().translate(str.maketrans("abcdef0123456789", "ᵃᵇᶜᵈᵉᶠ⁰¹²³⁴⁵⁶⁷⁸⁹"))
    for name, nought in (("arabic", 0x660), ("persian", 0x6F0), ("devanagari", 0x966), ("bengali", 0x9E6), ("subscript", 0x2080)):
        yield f"decimal-{name}", " ".join("".join(chr(nought + int(c)) for c in str(b)) for b in raw)
    for name, first in (("latin", 0x100), ("latin-additional", 0x1E00), ("greek", 0x1F00), ("cyrillic", 0x400), ("arabic", 0x600),
                        ("kana", 0x3040), ("ethiopic", 0x1200), ("ideographs", 0x4E00)):
        letters = [chr(first + b) for b in random.Random(9).randbytes(600)]
        yield f"letter-for-byte-{name}", "".join(letters)
        yield f"letter-for-byte-{name}-words", " ".join("".join(letters[i:i + 8]) for i in range(0, 600, 8))
    bits = "".join(f"{b:08b}" for b in raw[:40])
    yield "soft-hyphens-as-bits", "".join(c + "\u00ad" * int(bit) for c, bit in zip(NOTE * 7, bits))
    yield "directions-as-bits", "".join(c + ("\u200e" if bit == "1" else "\u200f") for c, bit in zip("قال لي " * 50, bits))
    yield "flags-as-letters", "".join("🏴" + "".join(chr(0xE0061 + x % 26) for x in raw[i:i + 5]) + "\U000E007F" for i in range(0, 300, 5))


def ways():
    """(name, bytes, words): words is None where the whole is refused."""
    for name, data in (*pictures(), *films_and_more(), *archives()):
        yield name, data, None
    for name, text in written_out():
        yield f"written-{name}.txt", within(text), None
        if name in ("base64", "hex-pairs", "data-address", "base91", "private-use"):
            yield f"written-{name}.md", within(text), None
            yield f"written-{name}.csv", within(text), None
            yield f"written-{name}.docx", docx(within(text).decode().split("\n")), None
    utf16 = (NOTE + B64).encode("utf-16")
    yield "utf16.txt", utf16, None
    yield from mails()
    yield from kept_words()


def mail(text=NOTE, html=None):
    message = email.message.EmailMessage()
    message["From"], message["To"] = "office@school.example", "dsl@school.example"
    message["Subject"] = "A concern"
    message["MIME-Version"] = "1.0"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


HEAD = "From: office@school.example\nTo: dsl@school.example\nSubject: A concern\n\n"


def mails():
    one = mail()
    one.add_attachment(PNG, maintype="image", subtype="png", filename="a.png")
    one.add_attachment(zipped([("a.png", PNG)]), maintype="application", subtype="zip", filename="a.zip")
    one.add_attachment("not read", filename="a.txt")
    yield "attachments.eml", one.as_bytes(), HEAD + NOTE
    yield "attachments-no-name", one.as_bytes(), HEAD + NOTE
    two = mail(html=f'<p>{NOTE}</p><img src="data:image/png;base64,{B64}">')
    two.get_payload()[1].add_related(PNG, "image", "png", cid="<a>")
    yield "pictures-in-html.eml", two.as_bytes(), HEAD + NOTE
    three = email.message.EmailMessage()
    three["From"], three["To"], three["Subject"] = "office@school.example", "dsl@school.example", "A concern"
    three.set_content(f"<html><head><style>p{{}}</style></head><p>Sam told me &amp; left.</p><script>x</script>"
                      f'<img alt="x" src="data:image/png;base64,{B64}"><p>End</p></html>', subtype="html")
    yield "html-only.eml", three.as_bytes(), HEAD + "Sam told me & left.\nEnd\n"
    yield "data-in-text.eml", mail(NOTE + cut(B64, 76, "\n")).as_bytes(), None
    yield "data-in-subject.eml", mail().as_bytes().replace(b"A concern", b"A concern " + B64[:400].encode()), None
    yield "picture-called-text.eml", (b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\nContent-Type: text/plain\n"
                                      b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(PNG)), None
    yield "picture-as-mail.eml", (b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\nContent-Type: image/png\n"
                                  b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(PNG)), None
    yield "locked.eml", (b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime; "
                         b"smime-type=enveloped-data\n\nAAAA"), None
    yield "mail-named.txt", one.as_bytes(), None
    outer = email.message.EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "office@school.example", "dsl@school.example", "A concern"
    outer.set_content(NOTE)
    outer.add_attachment(one)
    yield "sent-on.eml", outer.as_bytes(), HEAD + NOTE
    deep = b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n"
    for i in range(40):
        deep += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (i, i)
    yield "deep.eml", deep + b"\nhello\n", None
    yield "no-boundary.eml", b"From: a@b.example\nTo: c@d.example\nContent-Type: multipart/mixed\n\nx\n", None


def kept_words():
    lines = ["Minutes of the meeting", "Sam’s mother rang at 10:15."]
    words = "\n".join(lines) + "\n"
    yield "plain.docx", docx(lines), words
    yield "plain-no-name-docx", docx(lines), words
    yield "pictures.docx", docx(lines, more='<w:p><w:r><pic:pic><w:t>x</w:t></pic:pic></w:r></w:p>',
                                parts=[("word/media/image1.png", PNG)]), words + "\n"
    yield "deleted.docx", docx(lines, more="<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"), words + "\n"
    yield "within.docx", docx(lines, parts=[("word/embeddings/a.xlsx", zipped([("a", PNG)])), ("a.png", PNG)]), words
    yield "docx-and-picture.docx", docx(lines) + PNG, None
    yield "link.docx", docx(["See https://pictures.example/a.jpg now"]), "See [a link to a picture or film was taken out here] now\n"
    table = "<w:tbl>" + "".join("<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>" for c in row) + "</w:tr>"
                                for row in ("AB", "CD")) + "</w:tbl>"
    yield "table.docx", docx(["T"], more=table), "T\nA\tB\nC\tD\n"
    yield "plain.odt", odt("<text:h>Letter</text:h><text:p>Dear <text:span>all</text:span>,<text:s text:c=\"2\"/>hello</text:p>"), \
        "Letter\nDear all,  hello\n"
    picture = ('<text:p>Hi<draw:frame><draw:image xlink:href="Pictures/1.png"><office:binary-data>' + B64 +
               "</office:binary-data></draw:image><svg:title>t</svg:title></draw:frame></text:p>")
    yield "pictures.odt", odt(picture, [("Pictures/1.png", PNG)]), "Hi\n"
    yield "plain.pdf", pdf(["Dear parent,", "please ring 0113 496 0123."]), "Dear parent,\nplease ring 0113 496 0123.\n\n"
    yield "pictures.pdf", pdf(["Dear parent,"], picture=1), "Dear parent,\n\n"
    yield "three-pictures.pdf", pdf(["Dear parent,"], picture=3), "Dear parent,\n\n"
    yield "files.pdf", pdf(["Dear parent,"], embedded=PNG), "Dear parent,\n\n"
    yield "link.md", b"See ![x](https://pictures.example/a.png) here\n", \
        "See ![x]([a link to a picture or film was taken out here]) here\n"
    yield "western.txt", "The café’s £5 – paid.\r\n".encode("windows-1252"), "The café’s £5 – paid.\r\n"
    yield "wide.txt", "Zażółć gęślą jaźń".encode("utf-16"), "Zażółć gęślą jaźń"
