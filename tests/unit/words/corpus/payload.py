"""What is to be kept out: a gradient in many forms. Made here, never committed, shows nothing."""
import base64
import binascii
import random
import struct
import zlib


def chunk(kind, data):
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", binascii.crc32(body))


def png(size=48):
    rows = b"".join(b"\0" + bytes((x * y * 37 + 91 * x) % 251 for x in range(size * 3)) for y in range(size))
    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def jpeg():
    noise = random.Random(5).randbytes(600)
    return b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + noise.replace(b"\xff", b"\xfe") + b"\xff\xd9"


def gif():
    return b"GIF89a\x10\0\x10\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x10\0\x10\0\0\x02" + bytes(range(1, 64)) + b"\0;"


def bmp(size=16):
    pixels = bytes((x * 5) % 256 for x in range(size * size * 3))
    return b"BM" + struct.pack("<IHHI", 54 + len(pixels), 0, 0, 54) + struct.pack(
        "<IiiHHIIiiII", 40, size, size, 1, 24, 0, len(pixels), 2835, 2835, 0, 0) + pixels


def flat_gif(coloured, extended):
    """One point: about the smallest picture that there is."""
    palette = b"\x05\x04\x04\0\0\0" if coloured else b""
    extension = b"\x21\xf9\4\1\0\0\0\0" if extended else b""
    return (b"GIF89a\1\0\1\0" + (b"\x80" if coloured else b"\0") + b"\0\0" + palette + extension +
            b",\0\0\0\0\1\0\1\0\0\2\2\x44\1\0;")


def flat_png():
    head = struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\x40\x80\xc0\xff")) +
            chunk(b"IEND", b""))


def flat_jpeg():
    return (b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\1\0\x48\0\x48\0\0\xff\xdb\0\x43\0" + b"\xff" * 64 +
            b"\xff\xc2\0\x0b\x08\0\1\0\1\1\1\x11\0\xff\xc4\0\x14\x10\1" + bytes(16) +
            b"\xff\xda\0\x08\1\1\0\1\x3f\x10\xff\xd9")


def disc_bmp(size=32):
    """A disc on white."""
    middle = size // 2
    pixels = b"".join(b"\x28\x1e\x14" if (x - middle)**2 + (y - middle)**2 < size * size // 7 else b"\xff\xff\xff"
                      for y in range(size) for x in range(size))
    return b"BM" + struct.pack("<IHHI", 54 + len(pixels), 0, 0, 54) + struct.pack(
        "<IiiHHIIiiII", 40, size, size, 1, 24, 0, len(pixels), 2835, 2835, 0, 0) + pixels


def disc_bmp_in_bits(size=96):
    middle = size // 2
    bits = "".join("1" if (x - middle)**2 + (y - middle)**2 < size * size // 6 else "0" for y in range(size) for x in range(size))
    pixels = bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))
    return b"BM" + struct.pack("<IHHI", 62 + len(pixels), 0, 0, 62) + struct.pack(
        "<IiiHHIIiiII", 40, size, size, 1, 1, 0, len(pixels), 0, 0, 2, 0) + b"\0\0\0\0\xff\xff\xff\0" + pixels


def flat_icon(size=16):
    pixels = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0) + b"\xc8\x28\x28\xff" * (size * size)
    return b"\0\0\1\0\1\0" + struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(pixels), 22) + pixels


EMPTY_ZIP = b"PK\5\6" + bytes(18)


def quiet():
    """Files with little in them but noughts or one colour."""
    return {"jpeg": flat_jpeg(), "gif": flat_gif(True, True), "gif-short": flat_gif(True, False), "gif-bare": flat_gif(False, True),
            "png": flat_png(), "zip": EMPTY_ZIP, "bmp": disc_bmp(), "bmp-bits": disc_bmp_in_bits(), "icon": flat_icon(),
            "program": b"\x7fELF\2\1\1" + bytes(57)}


def cut(text, length, by):
    return by.join(text[i:i + length] for i in range(0, len(text), length))


def base91(data):
    letters = ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&()*+,./:;<=>?@[]^_`{|}~\"")
    held, bits, text = 0, 0, ""
    for byte in data:
        held |= byte << bits
        bits += 8
        if bits > 13:
            value = held & 8191
            if value > 88:
                held >>= 13
                bits -= 13
            else:
                value = held & 16383
                held >>= 14
                bits -= 14
            text += letters[value % 91] + letters[value // 91]
    return text


def base45(data):
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
    text = ""
    for i in range(0, len(data) - 1, 2):
        n = data[i] * 256 + data[i + 1]
        text += letters[n % 45] + letters[n // 45 % 45] + letters[n // 2025]
    return text


def base58(data):
    letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    n, text = int.from_bytes(data, "big"), ""
    while n:
        n, r = divmod(n, 58)
        text = letters[r] + text
    return text


def uuencode(data, letters=None):
    lines = "".join(binascii.b2a_uu(data[i:i + 45]).decode() for i in range(0, len(data), 45))
    return lines


def xxencode(data):
    letters = "+-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    lines = []
    for i in range(0, len(data), 45):
        piece = data[i:i + 45]
        bits = "".join(f"{b:08b}" for b in piece)
        bits += "0" * (-len(bits) % 6)
        lines.append(letters[len(piece)] + "".join(letters[int(bits[j:j + 6], 2)] for j in range(0, len(bits), 6)))
    return "\n".join(lines)


def hexdump(data):
    lines = []
    for i in range(0, len(data), 16):
        row = data[i:i + 16]
        pairs = " ".join(row[j:j + 2].hex() for j in range(0, len(row), 2))
        lines.append(f"{i:08x}: {pairs}  " + "".join(chr(b) if 32 < b < 127 else "." for b in row))
    return "\n".join(lines)


MORSE = dict(zip("0123456789ABCDEF", "----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----. "
                                     ".- -... -.-. -.. . ..-.".split()))


def morse(data):
    return " ".join(MORSE[c] for c in data.hex().upper())


PNG = png()
JPEG = jpeg()
B64 = base64.b64encode(PNG).decode()
