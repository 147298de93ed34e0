"""What od, hexdump and xxd print, in every form of theirs; and tables that look like it."""
import struct

CONTROLS = ("nul soh stx etx eot enq ack bel bs ht nl vt ff cr so si dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us "
            "sp").split()
ESCAPES = {0: "\\0", 7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r"}


def little(form):
    return lambda piece: format(int.from_bytes(piece, "little"), form)


def signed(piece):
    return str(int.from_bytes(piece, "little", signed=True))


def fraction(piece):
    return f"{struct.unpack('<f', piece.ljust(4, bytes(1)))[0]:.8g}"


def letter(piece):
    return ESCAPES.get(piece[0]) or (chr(piece[0]) if 32 <= piece[0] < 127 else f"{piece[0]:03o}")


def name(piece):
    byte = piece[0] & 127
    return "del" if byte == 127 else CONTROLS[byte] if byte <= 32 else chr(byte)


def visible(row):
    return "".join(chr(b) if 32 < b < 127 else "." for b in row)


def lines(data, one, size, width=0, step=16, place="{:07o}", shows=None):
    for at in range(0, len(data), step):
        row = data[at:at + step]
        columns = "".join(" " + one(row[i:i + size]).rjust(width) for i in range(0, len(row), size))
        yield place.format(at) + columns + ("  " + shows(row) if shows else "")
    if "o}" in place:
        yield place.format(len(data))


FORMS = {
    "od": (little("06o"), 2), "od-b": (little("03o"), 1), "od-c": (letter, 1, 3), "od-a": (name, 1, 3),
    "od-x": (little("04x"), 2), "od-d": (little("d"), 2, 5), "od-i": (signed, 4, 11), "od-l": (signed, 8, 20),
    "od-f": (fraction, 4, 15), "od-signed": (signed, 1, 4), "od-u4": (little("d"), 4, 10), "od-d2": (signed, 2, 6),
    "od-x4": (little("08x"), 4), "od-hex-places": (little("06o"), 2, 0, 16, "{:06x}"), "od-decimal-places": (little("06o"), 2, 0, 16, "{:07d}"),
    "hexdump-c": (letter, 1, 3, 16, "{:07x}"), "hexdump-o": (little("06o"), 2, 7, 16, "{:07x}"),
    "hexdump-d": (little("05d"), 2, 7, 16, "{:07x}"), "xxd-bits": (little("08b"), 1, 0, 6, "{:08x}:", visible),
    "xxd-turned": (little("08x"), 4, 0, 16, "{:08x}:", visible), "xxd-four": (little("02x"), 1, 0, 4, "{:08x}:", visible),
}


def forms(data):
    for form, how in FORMS.items():
        yield form, "\n".join(lines(data, *how))


def hidden(data):
    yield from forms(data)
    yield "od-quoted", "\n".join("> " + line for line in lines(data, *FORMS["od"]))
    octal = list(lines(data, *FORMS["od"]))
    yield "od-without-places", "\n".join(line[7:] for line in octal[:-1])
    yield "od-from-the-middle", "\n".join(octal[9:])
    yield "od-two-ways", "\n".join(a + "\n" + " " * 7 + b[7:] for a, b in zip(lines(data, *FORMS["od-c"]), lines(data, *FORMS["od-b"])))


def lookalikes(pick):
    def number(low, high):
        return pick.randint(low, high)

    yield "times-that-rise", "\n".join(f"{9 + i // 12:02}:{i % 12 * 5:02} Room {number(1, 30)}  {number(10, 30)} pupils" for i in range(72)) + "\n"
    yield "times-with-seconds", "\n".join(f"{9 + i // 12:02}{i % 12 * 5:02}00 {number(10, 30)} {number(10, 30)}" for i in range(72)) + "\n"
    yield "times-of-day-in-a-row", " ".join(f"{10 + i // 12:02}{i % 12 * 5:02}00" for i in range(90)) + "\n"
    yield "receipts", "\n".join(f"{i:06} {number(1, 40)}.00 {number(1, 40)}.00 0.00" for i in range(1001, 1200)) + "\n"
    yield "tickets", "\n".join(f"{i:06} {i + 19:06} 20 20.00" for i in range(1, 1200, 20)) + "\n"
    yield "articles", "\n".join(f"{i:06} {number(1, 40)} {number(1, 99)}.50 {number(1, 99)}.00 {number(1, 400)}.00" for i in range(10, 1200, 10)) + "\n"
    yield "accounts-of-the-budget", "\n".join(f"{i:06} {number(100, 99999)} {number(100, 99999)} {number(-999, 999)}" for i in range(400000, 401000, 16)) + "\n"
    yield "accounts-by-fours", "\n".join(f"{i:06} {number(100, 99999)}.00 {number(100, 99999)}.00" for i in range(400000, 401000, 4)) + "\n"
    yield "upns-that-rise", "\n".join(f"B80120{i:07} {number(100, 120)} {number(10, 99)}" for i in range(0, 900, 16)) + "\n"
    yield "registers-with-numbers", "\n".join(f"{i:06} " + " ".join(pick.choice("/\\LNMI") for _ in range(10)) for i in range(4101, 4190)) + "\n"
    yield "days", "\n".join(f"202609{i:02} {number(80, 100)} {number(80, 100)} {number(80, 100)}" for i in range(1, 31, 4)) + "\n"
    yield "days", "\n".join(f"202609{i:02} {number(80, 100)} {number(80, 100)} {number(80, 100)}" for i in range(1, 31)) + "\n"
    yield "pupils-by-number", " ".join(f"{number(1000, 9999):06}" for _ in range(200)) + "\n"
