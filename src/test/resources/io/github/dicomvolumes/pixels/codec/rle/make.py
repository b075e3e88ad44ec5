"""Makes the RLE fixtures from the images with dcmcrle (DCMTK), or as PS3.5 Annex G says where it cannot."""
import os
import struct
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from images import Family, colour, dataset, grey, raw


def runs(data):
    """Rows are coded by themselves by the caller; pairs are repeated, others copied."""
    out, i = bytearray(), 0
    while i < len(data):
        n = 1
        while i + n < len(data) and n < 128 and data[i + n] == data[i]:
            n += 1
        if n > 1:
            out += bytes([257 - n, data[i]])
            i += n
            continue
        while i + n < len(data) and n < 128 and data[i + n] != data[i + n - 1]:
            n += 1
        out += bytes([n - 1]) + data[i:i + n]
        i += n
    return bytes(out)


def rle(image, allocated, filler=b''):
    """A frame in which nothing (-128) stands between rows."""
    rows, size = image.shape[0], allocated // 8
    samples = image.reshape(rows, image.shape[1], -1)
    segments = []
    for s in range(samples.shape[2]):
        for byte in reversed(range(size)):
            plane = (samples[:, :, s] >> 8 * byte & 0xFF).astype('u1')
            segment = filler.join(runs(row.tobytes()) for row in plane)
            segments.append(segment + b'\0' * (len(segment) % 2))
    offsets, at = [], 64
    for segment in segments:
        offsets.append(at)
        at += len(segment)
    return struct.pack('<16I', len(segments), *(offsets + [0] * (15 - len(offsets)))) + b''.join(segments)


family = Family(HERE, '.rle')
for name, image, allocated, stored, signed, remark in [
        ('grey8', grey(61, 47, 8), 8, 8, False, 'odd size'),
        ('grey16', grey(61, 47, 12), 16, 12, False, '12 bits'),
        ('grey16s', grey(40, 33, 16, True), 16, 16, True, 'negative values'),
        ('rgb8', colour(41, 29), 8, 8, False, 'colour')]:
    ds = dataset(image, allocated, stored, signed)
    family.add(name, family.compress(ds, 'dcmcrle'), image.shape, allocated, stored, 0, raw(image, allocated),
               remark + ' by dcmcrle')
for name, image, allocated, remark in [
        ('grey32', grey(31, 27, 30), 32, 'four segments'),
        ('rgb16', colour(23, 19, 16), 16, 'six segments'),
        ('rgb32', colour(11, 9, 31), 32, 'twelve segments'),
        ('grey24', grey(11, 9, 24), 24, 'three segments')]:
    family.add(name, rle(image, allocated, b'\x80'), image.shape, allocated, allocated, 0,
               raw(image, allocated) if allocated != 24 else b''.join(int(v).to_bytes(3, 'little') for v in image.flat),
               remark + ' with a control byte -128 between rows')
family.close()
