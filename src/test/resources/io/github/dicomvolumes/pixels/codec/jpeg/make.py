"""Makes the JPEG fixtures from the images with dcmcjpeg (DCMTK) and cjpeg (libjpeg-turbo); lossless streams that neither
can make come from the small encoder below. Samples of lossy streams are those of dcmdjpeg, without colour
conversion; ours are the same bit by bit, as the transform and the upsampling are."""
import os
import struct
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from images import Family, colour, dataset, grey, raw

import numpy as np

LOSSLESS, BASELINE, EXTENDED, PROGRESSIVE = ('1.2.840.10008.1.2.4.' + n for n in ('57', '50', '51', '55'))
DECODE = ('dcmdjpeg', '+cn', '+px')


# -- A lossless encoder: every difference category has a code of 5 bits (T.81 H.1) --

class Bits:
    def __init__(self):
        self.text = []

    def put(self, value, size):
        if size:
            self.text.append(format(value, '0%db' % size))

    def bytes(self):
        text = ''.join(self.text)
        text += '1' * (-len(text) % 8)
        self.text = []
        return bytes(int(text[i:i + 8], 2) for i in range(0, len(text), 8)).replace(b'\xff', b'\xff\0')


def difference(bits, value):
    value = (value + 32767) % 65536 - 32767
    size = abs(value).bit_length()
    bits.put(size, 5)
    if size < 16:
        bits.put(value if value > 0 else value + (1 << size) - 1, size)


def predict(p, selection, bits, x, y, first):
    if selection == 0:
        return 0
    if y == first:
        return 1 << bits - 1 if x == 0 else p[y][x - 1]
    if x == 0:
        return p[y - 1][0]
    a, b, c = p[y][x - 1], p[y - 1][x], p[y - 1][x - 1]
    return (0, a, b, c, a + b - c, a + (b - c >> 1), b + (a - c >> 1), a + b >> 1)[selection]


def segment(code, *parts):
    body = b''.join(parts)
    return struct.pack('>BBH', 0xff, code, len(body) + 2) + body


def lossless(image, precision, selection, transform=0, interleaved=True, rows_per_restart=0, ids=b'\1\2\3', lines=True):
    rows, columns = image.shape[:2]
    planes = [p.tolist() for p in np.moveaxis(image.reshape(rows, columns, -1) >> transform, 2, 0)]
    n = len(planes)
    out = b'\xff\xd8' + segment(0xc3, struct.pack('>BHHB', precision, rows if lines else 0, columns, n), *(
        bytes([ids[i], 0x11, 0]) for i in range(n)))
    out += segment(0xc4, b'\0' + bytes([0] * 4 + [17] + [0] * 11) + bytes(range(17)))
    scans = [list(range(n))] if interleaved else [[i] for i in range(n)]
    if rows_per_restart:
        out += segment(0xdd, struct.pack('>H', rows_per_restart * columns))
    for number, scan in enumerate(scans):
        out += segment(0xda, bytes([len(scan)]), *(bytes([ids[i], 0]) for i in scan), bytes([selection, 0, transform]))
        bits, first = Bits(), 0
        for y in range(rows):
            if rows_per_restart and y and y % rows_per_restart == 0:
                first = y
                out += bits.bytes() + bytes([0xff, 0xd0 + (y // rows_per_restart - 1) % 8])
            for x in range(columns):
                for i in scan:
                    p = planes[i]
                    difference(bits, p[y][x] - predict(p, selection, precision - transform, x, y, first))
        out += bits.bytes()
        if number == 0 and not lines:
            out += segment(0xdc, struct.pack('>H', rows))
    return out + b'\xff\xd9'


# -- Lossless --

family = Family(HERE, '.jpg')
for selection in range(1, 8):
    image = grey(37, 29, 12)
    ds = dataset(image, 16, 12)
    family.add('lossless-%d' % selection, family.compress(ds, 'dcmcjpeg', '+el', '+sv', str(selection)), image.shape, 16,
               12, 0, raw(image, 16), 'predictor %d by dcmcjpeg' % selection)
for name, image, allocated, stored, signed, options in [
        ('lossless-8', grey(37, 29, 8), 8, 8, False, ['+e1']),
        ('lossless-16', grey(31, 23, 16), 16, 16, False, ['+e1']),
        ('lossless-16s', grey(31, 23, 16, True), 16, 16, True, ['+el', '+sv', '5']),
        ('lossless-rgb', colour(29, 21), 8, 8, False, ['+e1'])]:
    ds = dataset(image, allocated, stored, signed)
    family.add(name, family.compress(ds, 'dcmcjpeg', *options), image.shape, allocated, stored, 0, raw(image, allocated),
               ' '.join(options) + ' by dcmcjpeg')
image = grey(37, 29, 12)
family.add('lossless-shifted', family.compress(dataset(image, 16, 12), 'dcmcjpeg', '+el', '+sv', '4', '+pt', '2'),
           image.shape, 16, 12, 0, raw(image >> 2 << 2, 16), 'point transform by 2 bits')
for name, image, allocated, precision, options in [
        ('lossless-restart', grey(37, 29, 12), 16, 12, dict(selection=7, rows_per_restart=3)),
        ('lossless-planes', colour(19, 15, 12), 16, 12, dict(selection=5, interleaved=False)),
        ('lossless-planes-restart', colour(19, 15), 8, 8, dict(selection=2, interleaved=False, rows_per_restart=4)),
        ('lossless-rgb16', colour(19, 15, 16), 16, 16, dict(selection=6, ids=b'RGB', rows_per_restart=2)),
        ('lossless-0', grey(19, 15, 12), 16, 12, dict(selection=0)),
        ('lossless-2bit', grey(37, 29, 2), 8, 2, dict(selection=4)),
        ('lossless-32', grey(19, 15, 16), 32, 16, dict(selection=1)),
        ('lossless-dnl', grey(37, 29, 8), 8, 8, dict(selection=1, lines=False))]:
    family.add(name, lossless(image, precision, **options), image.shape, allocated, precision, 0, raw(image, allocated),
               ' '.join('%s=%s' % option for option in options.items()))


# -- Lossy --

def lossy(name, image, allocated, stored, command, remark):
    ds = dataset(image, allocated, stored)
    stream = family.compress(ds, 'dcmcjpeg', *command)
    samples, allocated, stored = family.decode(*DECODE)
    family.add(name, stream, image.shape, allocated, stored, 0, samples, remark + ' by dcmcjpeg')


def turbo(name, image, syntax, options, remark, scans=None):
    with open(family.path('in.pnm'), 'wb') as f:
        f.write(b'P%d %d %d 255\n' % (6 if image.ndim == 3 else 5, image.shape[1], image.shape[0]) + raw(image, 8))
    if scans:
        with open(family.path('scans'), 'w') as f:
            f.write(scans)
        options = options + ['-scans', family.path('scans')]
    family.run('cjpeg', *options, '-outfile', family.path('out.jpg'), family.path('in.pnm'))
    with open(family.path('out.jpg'), 'rb') as f:
        stream = f.read()
    ds = dataset(image, 8, 8, photometric=None if image.ndim == 2 else 'YBR_FULL')
    family.wrap(ds, stream, syntax)
    samples, allocated, stored = family.decode(*DECODE)
    family.add(name, stream, image.shape, allocated, stored, 0, samples, remark + ' by cjpeg')


lossy('baseline', grey(61, 47, 8), 8, 8, ['+eb'], '+eb')
lossy('baseline-422', colour(45, 35), 8, 8, ['+eb', '+s2'], '+eb +s2')
lossy('baseline-444', colour(45, 35), 8, 8, ['+eb', '+s4'], '+eb +s4')
lossy('baseline-rgb', colour(45, 35), 8, 8, ['+eb', '+cr'], '+eb +cr')
lossy('extended-8', grey(61, 47, 8), 8, 8, ['+ee'], '+ee')
lossy('extended-12', grey(61, 47, 12), 16, 12, ['+ee', '+q', '75'], '+ee')
lossy('extended-12-rgb', colour(45, 35, 12), 16, 12, ['+ee', '+cr', '+q', '75'], '+ee +cr')
lossy('spectral-12', grey(61, 47, 12), 16, 12, ['+es', '+q', '75'], '+es')
lossy('progressive-12', grey(61, 47, 12), 16, 12, ['+ep', '+q', '75'], '+ep')
lossy('progressive-grey', grey(61, 47, 8), 8, 8, ['+ep'], '+ep')
for sampling in ('1x1', '2x1', '2x2', '1x2', '4x1', '4x2', '1x4'):
    turbo('sampling-' + sampling, colour(45, 35), BASELINE, ['-quality', '85', '-sample', sampling], sampling)
turbo('sampling-swapped', colour(45, 35), BASELINE, ['-quality', '85', '-sample', '1x1,2x2,2x1'], 'more chroma')
turbo('sampling-grey', grey(45, 35, 8), BASELINE, ['-sample', '2x2', '-grayscale'], 'one component of 2x2')
turbo('narrow', colour(3, 5), BASELINE, ['-sample', '2x2'], 'too narrow to blend')
turbo('restart', colour(45, 35), BASELINE, ['-quality', '70', '-sample', '2x2', '-restart', '2B'], 'every 2 MCUs')
turbo('planes', colour(45, 35), BASELINE, ['-quality', '85', '-sample', '2x2', '-restart', '1'], 'three scans', '0;1;2;')
turbo('progressive', colour(45, 35), PROGRESSIVE, ['-progressive', '-quality', '90', '-sample', '2x2'], 'progressive')
turbo('progressive-restart', colour(45, 35), PROGRESSIVE,
      ['-progressive', '-quality', '95', '-sample', '2x1', '-restart', '1'], 'progressive with restarts')
turbo('quantization-16', grey(45, 35, 8), EXTENDED, ['-quality', '2'], 'numbers above 255 in the tables')

with open(family.path('in.pnm'), 'wb') as f:
    f.write(b'P5 16 16 255\n' + raw(grey(16, 16, 8), 8))
family.run('cjpeg', '-arithmetic', '-outfile', os.path.join(HERE, 'arithmetic.jpg'), family.path('in.pnm'))
family.close()
