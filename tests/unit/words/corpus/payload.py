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
