"""Rewrites codestreams into what no encoder at hand makes: rewrite.py how in out."""
import struct
import sys


def u16(data, at):
    return struct.unpack_from(">H", data, at)[0]


def split(data):
    """The main header, a list of (segments of the header, packets) for each tile-part with its SOT, and the end."""
    at = 2
    main = [data[:2]]
    while u16(data, at) != 0xFF90:
        length = 2 + u16(data, at + 2)
        main.append(data[at : at + length])
        at += length
    parts = []
    while u16(data, at) == 0xFF90:
        tile, length, part, count = struct.unpack_from(">HIBB", data, at + 4)
        end = at + length if length else len(data) - 2
        body = data.index(b"\xff\x93", at) + 2
        parts.append([tile, part, count, data[at + 12 : body - 2], data[body:end]])
        at = end
    return main, parts


def join(main, parts):
    out = b"".join(main)
    for tile, part, count, header, body in parts:
        out += struct.pack(">HHHIBB", 0xFF90, 10, tile, 14 + len(header) + len(body), part, count)
        out += header + b"\xff\x93" + body
    return out + b"\xff\xd9"


def segment(marker, contents):
    return struct.pack(">HH", marker, len(contents) + 2) + contents


def find(main, marker):
    return next(i for i, s in enumerate(main) if u16(s, 0) == marker)


def take_headers(body):
    """The headers of packets that are between SOP and EPH, and the packets without them."""
    headers, bodies = b"", b""
    for packet in body.split(b"\xff\x91\x00\x04")[1:]:
        end = packet.index(b"\xff\x92", 2) + 2
        headers += packet[2:end]
        bodies += b"\xff\x91\x00\x04" + packet[:2] + packet[end:]
    return headers, bodies


def ppt(main, parts):
    """Headers in two PPT of each tile-part, the last first."""
    for p in parts:
        headers, p[4] = take_headers(p[4])
        half = len(headers) // 2
        p[3] += segment(0xFF61, b"\x01" + headers[half:]) + segment(0xFF61, b"\x00" + headers[:half])


def ppm(main, parts):
    """Headers of all tile-parts in three PPM, cut anywhere."""
    packed = b""
    for p in parts:
        headers, p[4] = take_headers(p[4])
        packed += struct.pack(">I", len(headers)) + headers
    third = len(packed) // 3
    for i, piece in enumerate((packed[:third], packed[third : 2 * third], packed[2 * third :])):
        main.append(segment(0xFF60, bytes([i]) + piece))


def weave(main, parts):
    """The second parts of all tiles, in reverse, after the first, and so on."""
    parts.sort(key=lambda p: (p[1], -p[0]))
    for p in parts:
        p[2] = 0


def others(main, parts):
    """COD and QCD say something else, COC and QCC what is true of all components, COC of the second in its tile-part."""
    i = find(main, 0xFF52)
    cod = bytearray(main[i])
    count = u16(main[1], 38)
    for c in range(count):
        coc = segment(0xFF53, bytes([c, cod[4] & 1]) + bytes(cod[9:]))
        if c == 1:
            parts[0][3] = coc + parts[0][3]
        else:
            main.append(coc)
    cod[9:12] = bytes([1, 1, 1])
    main[i] = bytes(cod)
    i = find(main, 0xFF5C)
    for c in range(count):
        main.append(segment(0xFF5D, bytes([c]) + main[i][4:]))
    main[i] = main[i][:4] + bytes(len(main[i]) - 4)


def derived(main, parts):
    """Only the first quantization step, the others derived."""
    i = find(main, 0xFF5C)
    main[i] = segment(0xFF5C, bytes([main[i][4] & 0xE0 | 1]) + main[i][5:7])


def refined(main, parts, causal=False):
    """
    One HT block with passes of refinement, of arbitrary bits: a bit-plane is put below those of the block, and the
    refinement of that appended. Says 8 bits instead of 7.
    """
    siz = bytearray(main[1])
    siz[40] += 1
    main[1] = bytes(siz)
    i = find(main, 0xFF5C)
    main[i] = main[i][:5] + bytes([main[i][5] + 8])
    if causal:
        i = find(main, 0xFF52)
        cod = bytearray(main[i])
        cod[12] |= 8
        main[i] = bytes(cod)
    body = parts[0][4]
    # bytes after FF have seven bits
    bits, at, stuffed = "", 0, False
    while len(bits) < 100 and at < len(body):
        bits += format(body[at], "08b")[1 if stuffed else 0 :]
        stuffed = body[at] == 0xFF
        at += 1
    zeros = bits.index("1", 2) - 2
    at = 3 + zeros + 1
    length_bits = bits.index("0", at) - at + 3
    at += length_bits - 3 + 1
    length = int(bits[at : at + length_bits], 2)
    at += length_bits
    block = body[-length:]
    more = bytes((i * i * 37 + i * 11) % 255 & 0x7F for i in range(120))
    header = "11" + "0" * zeros + "1" + "1100" + "1" * 9 + "0" + format(length, "012b") + format(len(more), "013b")
    packed, stuffed = b"", False
    while header:
        take = 7 if stuffed else 8
        packed += bytes([int(header[:take].ljust(take, "0"), 2)])
        stuffed = packed[-1] == 0xFF
        header = header[take:]
    parts[0][4] = packed + block + more


def refined_causal(main, parts):
    refined(main, parts, True)


with open(sys.argv[2], "rb") as file:
    main, parts = split(file.read())
globals()[sys.argv[1]](main, parts)
with open(sys.argv[3], "wb") as file:
    file.write(join(main, parts))
