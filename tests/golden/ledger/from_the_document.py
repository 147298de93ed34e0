#!/usr/bin/env python3
"""Makes the golden bytes of entries, keys and passing things from docs/formats and docs/security alone.

A second reading of those documents, in another language, with nothing but hashlib: run it and it prints what
entry-1.txt, keys-1.txt or passing-1.txt must hold. The tests hold the program to the same bytes.

    from_the_document.py entry|keys|passing
"""

import hashlib
import struct
import sys


# XChaCha20-Poly1305-IETF (RFC 8439, draft-irtf-cfrg-xchacha-03), slow and plain.
def rotate(value, count):
    return ((value << count) | (value >> (32 - count))) & 0xFFFFFFFF


def rounds(state):
    state = list(state)

    def quarter(a, b, c, d):
        for first, second, third, count in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            state[first] = (state[first] + state[second]) & 0xFFFFFFFF
            state[third] = rotate(state[third] ^ state[first], count)

    for _ in range(10):
        for column in range(4):
            quarter(column, column + 4, column + 8, column + 12)
        for column in range(4):
            quarter(column, (column + 1) % 4 + 4, (column + 2) % 4 + 8, (column + 3) % 4 + 12)
    return state


CONSTANTS = struct.unpack("<4I", b"expand 32-byte k")


def hchacha20(key, nonce16):
    state = rounds(CONSTANTS + struct.unpack("<8I", key) + struct.unpack("<4I", nonce16))
    return struct.pack("<8I", *(state[:4] + state[12:]))


def chacha20_block(key, counter, nonce12):
    start = CONSTANTS + struct.unpack("<8I", key) + (counter,) + struct.unpack("<3I", nonce12)
    return struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(start, rounds(start))))


def poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for start in range(0, len(message), 16):
        total = (total + int.from_bytes(message[start : start + 16] + b"\x01", "little")) * r % (2**130 - 5)
    return ((total + int.from_bytes(key[16:], "little")) % 2**128).to_bytes(16, "little")


def seal(key, nonce, additional, plaintext):
    key, nonce = hchacha20(key, nonce[:16]), b"\0\0\0\0" + nonce[16:]
    stream = b"".join(chacha20_block(key, 1 + n, nonce) for n in range(len(plaintext) // 64 + 1))
    ciphertext = bytes(a ^ b for a, b in zip(plaintext, stream))
    whole = lambda part: part + b"\0" * (-len(part) % 16)
    lengths = struct.pack("<QQ", len(additional), len(ciphertext))
    tag = poly1305(chacha20_block(key, 0, nonce)[:32], whole(additional) + whole(ciphertext) + lengths)
    return ciphertext + tag


# What our documents say.
def blake(key, label, rest):
    return hashlib.blake2b(label.encode() + b"\0" + rest, key=key, digest_size=32).digest()


def box(name, key, header, plaintext):
    nonce = header[-24:]
    box_key = blake(key, f"{name}.box", header)
    cipher_key = blake(box_key, f"{name}.cipher", header)
    commitment = blake(box_key, f"{name}.commitment", header)
    return commitment, seal(cipher_key, nonce, header + commitment, plaintext)


def ident(text):
    return bytes([len(text)]) + text.encode()


def padded(plaintext):
    plaintext += b"\x80"
    return plaintext + b"\0" * (-len(plaintext) % 64)


def entry(organisation, stream, position, part, command, time, nonce, key, plaintext):
    header = (b"\x01" + ident(organisation) + ident(stream) + struct.pack(">Q", position) + ident(part)
              + ident(command) + struct.pack(">q", time) + nonce)
    commitment, ciphertext = box("safelead.entry.1", key, header, padded(plaintext))
    return header + commitment + ciphertext


def counting(start, count):
    return bytes((start + n) % 256 for n in range(count))


def show(**lines):
    for name, value in lines.items():
        print(f"{name} = {value.hex() if isinstance(value, bytes) else value}")
    print()


def entries():
    for name, fields in {
        "shared": dict(organisation="oakfield-high", stream="case-7", position=1, part="", command="c-0001",
                       time=1795460400123, nonce=counting(0x40, 24), key=counting(0, 32),
                       plaintext=b"concern-recorded/1\n{\"said\":\"An image was shared.\"}"),
        "child": dict(organisation="o", stream="~", position=2**40 + 5, part="child-3", command="!" * 100,
                      time=-1, nonce=counting(0xF0, 24), key=counting(0x80, 32), plaintext=counting(0, 200)),
    }.items():
        show(name=name, **fields, bytes=entry(**fields))


def keys():
    organisation, stream, part, epoch = "oakfield-high", "case-7", "child-3", 1
    master, organisation_key, part_key = counting(1, 32), counting(0x21, 32), counting(0x41, 32)
    e = struct.pack(">I", epoch)

    nonce = counting(0x61, 24)
    commitment, ciphertext = box("safelead.organisation-key.1", master, b"\x01" + ident(organisation) + e + nonce,
                                 organisation_key)
    row = b"\x01" + nonce + commitment + ciphertext
    digest = hashlib.sha256(b"safelead.organisation-key-row.1\0" + ident(organisation) + e + row).digest()
    show(name="organisation", organisation=organisation, epoch=epoch, wrapping=master, key=organisation_key,
         nonce=nonce, wrapped=row, digest=digest)

    nonce = counting(0x91, 24)
    named = ident(organisation) + ident(stream) + ident(part) + e
    commitment, ciphertext = box("safelead.stream-key.1", organisation_key, b"\x01" + named + nonce, part_key)
    row2 = b"\x01" + nonce + commitment + ciphertext
    digest2 = hashlib.sha256(b"safelead.stream-key-row.1\0" + named + row2).digest()
    show(name="stream", organisation=organisation, stream=stream, part=part, epoch=epoch,
         wrapping=organisation_key, key=part_key, nonce=nonce, wrapped=row2, digest=digest2)

    note = b"\x01" + b"\x01" + e + digest + b"\x02" + ident(stream) + ident(part) + e + digest2
    show(name="note", plaintext=note)

    receipt_key = blake(part_key, "safelead.receipt.1", b"")
    show(name="derived", standing=part_key, receipt_key=receipt_key,
         purpose_key=blake(part_key, "safelead.purpose.1", b"sessions"))


def passing():
    text = lambda value: struct.pack(">H", len(value)) + value.encode()
    key, nonce, expires = counting(5, 32), counting(0xA0, 24), 1795460400123
    kind, name, owner, plaintext = "draft", "d-1", "person-9", b"What was said, in the words used."
    header = b"\x01" + text(kind) + text(name) + text(owner) + struct.pack(">q", expires) + nonce
    commitment, ciphertext = box("safelead.passing.1", key, header, padded(plaintext))
    show(name="draft", kind=kind, id=name, owner=owner, expires=expires, key=key, nonce=nonce, plaintext=plaintext,
         sealed=b"\x01" + nonce + commitment + ciphertext)


{"entry": entries, "keys": keys, "passing": passing}[sys.argv[1]]()
