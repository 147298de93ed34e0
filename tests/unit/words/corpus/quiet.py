"""Files with hardly any noise in them, written out: the first bytes say what they are. As in hiding.py."""
import base64
import binascii

import dumps
from payload import cut, hexdump, quiet

NOTE = "Sam told me at break that an image was shared.\n"
AFTER = "\nThen the bell rang, and we went to the office.\n"
WORDS = ("mother came office ten said that her daughter had been sent something rang lead who spoke girl school bus after lunch "
         "teacher class phone group message friend").split()


def trimmed_uuencode(data):
    lines = [binascii.b2a_uu(data[i:i + 45]).decode().rstrip() for i in range(0, len(data), 45)]
    return "\nbegin 644 a\n" + "\n".join(lines) + "\n`\nend\n"


def dump(data):
    return "\n".join(f"{i:08x}  {data[i:i + 16].hex(' ')}  |{'.' * 16}|" for i in range(0, len(data), 16))


def between_words(pieces):
    return " ".join(f"{WORDS[i % len(WORDS)]} {piece}" for i, piece in enumerate(pieces))


def rows(pieces):
    names = ("Ann Lee", "Bo", "Cai Rhys Jones")
    return "name,notes\n" + "\n".join(f"{names[i % 3]},{piece}" for i, piece in enumerate(pieces))


def pieces(text, length):
    return [text[i:i + length] for i in range(0, len(text), length)]


def short(data):
    """All of a small file, and of a larger one as much as leaves little behind when it is cut."""
    letters = base64.b64encode(data).decode()
    yield "base64", letters
    yield "base64-lines", cut(letters, 60, "\n")
    yield "base64-words-4", cut(letters, 4, " ")
    yield "hex-pairs", data.hex(" ")
    yield "hex-colons", data.hex(":")
    yield "hex-lines", cut(data.hex(), 32, "\n")
    yield "hex-0x", ", ".join(f"0x{b:02x}" for b in data)
    yield "decimal", " ".join(map(str, data))
    yield "decimal-json", "[" + ", ".join(map(str, data)) + "]"
    yield "octal", "".join(f"\\{b:03o}" for b in data)
    yield "html-numbers", "".join(f"&#{b};" for b in data)
    yield "binary", " ".join(f"{b:08b}" for b in data)
    yield "dump", dump(data)
    yield "dump-fours", hexdump(data)
    for form, text in dumps.forms(data):
        if form in ("od", "od-x", "od-x4", "xxd-bits", "xxd-turned"):
            yield form, text
    if len(data) > 22:
        yield "ascii85", base64.a85encode(data).decode()
        yield "ascii85-adobe", base64.a85encode(data, adobe=True).decode()
    yield "base32", base64.b32encode(data).decode()


def ways():
    for name, data in quiet().items():
        for way, text in short(data[:600]):
            if len(data) > 200 and way not in ("base64-lines", "hex-pairs", "decimal", "dump", "ascii85"):
                continue
            yield f"written-quiet-{name}-{way}.txt", (NOTE + text + AFTER).encode(), None
        yield f"written-quiet-{name}-uuencode.txt", (NOTE + trimmed_uuencode(data) + AFTER).encode(), None
    for name, data in quiet().items():
        if len(data) < 64:
            continue
        letters, digits = base64.b64encode(data[:1200]).decode(), data[:1200].hex()
        for way, text in (("column-20", rows(pieces(letters, 20))), ("column-32", rows(pieces(letters, 32))),
                          ("column-hex-32", rows(pieces(digits, 32))), ("words-hex-8", between_words(pieces(digits, 8))),
                          ("words-20", between_words(pieces(letters, 20))), ("words-8", between_words(pieces(letters, 8)))):
            yield f"cut-quiet-{name}-{way}.txt", (NOTE + text + AFTER).encode(), None
