"""Images like those of scanners, small; encoded in every way that the decoder must understand. See make.sh."""

import gzip
import os
import subprocess
import sys

import numpy as np
import pydicom
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.encaps import generate_pixel_data_frame

TOOLS = sys.argv[1]
ROWS = []


def phantom(columns, rows, components, bits, seed=1):
    """Flat background, an ellipse with a gradient and noise, a bright square with sharp edges."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[0:rows, 0:columns]
    most = (1 << bits) - 1
    planes = []
    for c in range(components):
        plane = np.zeros((rows, columns))
        inside = ((x - columns / 2 - c) / (0.45 * columns)) ** 2 + ((y - rows / 2) / (0.42 * rows)) ** 2 < 1
        noise = random.normal(0, max(0.4, most / 150), (rows, columns))
        plane[inside] = (most * (0.3 + 0.4 * x / columns - 0.1 * c * y / rows) + noise)[inside]
        plane[rows // 3:rows // 2, columns // 3:columns // 2] = most
        planes.append(np.clip(np.rint(plane), 0, most))
    return np.stack(planes, -1).astype('<u2' if bits > 8 else 'u1')


def noise(columns, rows, bits):
    return np.random.default_rng(5).integers(0, 1 << bits, (rows, columns, 1)).astype('<u2' if bits > 8 else 'u1')


def run(*words):
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)


def temporary(name):
    return os.path.join(TOOLS, name)


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def charls(image, bits, near=0, interleave=0, preset=(0, 0, 0, 0, 0), transform=0):
    """The stream that CharLS makes of an image."""
    rows, columns, components = image.shape
    if interleave == 0 and components > 1:
        # Component after component.
        image = np.moveaxis(image, -1, 0)
    with open(temporary('in'), 'wb') as file:
        file.write(image.tobytes())
    run(temporary('charls'), 'encode', temporary('in'), temporary('out'), columns, rows, components, bits, near,
        interleave, *preset, transform)
    return read(temporary('out'))


def decoded(stream, like, interleave):
    """The image that CharLS makes of a stream."""
    with open(temporary('in'), 'wb') as file:
        file.write(stream)
    run(temporary('charls'), 'decode', temporary('in'), temporary('out'))
    samples = np.frombuffer(read(temporary('out')), like.dtype)
    if interleave == 0:
        return np.moveaxis(samples.reshape(like.shape[2:] + like.shape[:2]), 0, -1)
    return samples.reshape(like.shape)


def scans(stream):
    """The stream in pieces: what comes before a scan's data, the data, what comes before the next..., the rest."""
    pieces, start = [], 0
    while (at := stream.find(b'\xff\xda', start)) >= 0:
        data = at + 2 + int.from_bytes(stream[at + 2:at + 4], 'big')
        end = data
        while stream[end] != 0xFF or stream[end + 1] < 0x80:
            end += 1
        pieces += [stream[start:data], stream[data:end]]
        start = end
    return pieces + [stream[start:]]


def with_restarts(image, bits, interval, interleave):
    """A stream with restart intervals: each is coded as if it were an image of its own."""
    rows = image.shape[0]
    stripes = [scans(charls(image[y:y + interval], bits, interleave=interleave)) for y in range(0, rows, interval)]
    stream = bytearray()
    for i in range(0, len(stripes[0]), 2):
        stream += stripes[0][i]
        if i + 1 < len(stripes[0]):
            for number, stripe in enumerate(stripes):
                if number > 0:
                    stream += bytes([0xFF, 0xD0 + (number - 1) % 8])
                stream += stripe[i + 1]
    frame = stream.index(b'\xff\xf7')
    stream[frame + 5:frame + 7] = rows.to_bytes(2, 'big')
    stream[frame:frame] = b'\xff\xdd\x00\x04' + interval.to_bytes(2, 'big')
    return bytes(stream)


def dicom(image, bits, path):
    """An uncompressed DICOM file of an image."""
    data = FileDataset(path, {}, file_meta=FileMetaDataset(), preamble=bytes(128))
    data.file_meta.MediaStorageSOPClassUID = data.SOPClassUID = pydicom.uid.SecondaryCaptureImageStorage
    data.file_meta.MediaStorageSOPInstanceUID = data.SOPInstanceUID = '2.25.1'
    data.file_meta.TransferSyntaxUID = pydicom.uid.ExplicitVRLittleEndian
    data.StudyInstanceUID, data.SeriesInstanceUID, data.Modality = '2.25.2', '2.25.3', 'OT'
    data.Rows, data.Columns, data.SamplesPerPixel = image.shape
    data.BitsAllocated, data.BitsStored, data.HighBit = 8 * image.dtype.itemsize, bits, bits - 1
    data.PixelRepresentation = 0
    data.PhotometricInterpretation = 'MONOCHROME2' if image.shape[2] == 1 else 'RGB'
    if image.shape[2] > 1:
        data.PlanarConfiguration = 0
    data.PixelData = image.tobytes() + bytes(image.nbytes % 2)
    data.is_little_endian, data.is_implicit_VR = True, False
    data.save_as(path, write_like_original=False)


def through_dicom(image, bits, *command):
    """The stream that a command makes of an uncompressed file, and the image that DCMTK makes of that."""
    dicom(image, bits, temporary('plain.dcm'))
    run(*command, temporary('plain.dcm'), temporary('coded.dcm'))
    run('dcmdjpls', temporary('coded.dcm'), temporary('decoded.dcm'))
    stream = next(generate_pixel_data_frame(pydicom.dcmread(temporary('coded.dcm')).PixelData, 1))
    result = pydicom.dcmread(temporary('decoded.dcm'))
    samples = np.frombuffer(result.PixelData, image.dtype, image.size)
    if result.get('PlanarConfiguration', 0) == 1:
        return stream, np.moveaxis(samples.reshape(image.shape[2:] + image.shape[:2]), 0, -1)
    return stream, samples.reshape(image.shape)


def save_raw(name, image):
    path = name + '.raw.gz'
    packed = gzip.compress(np.ascontiguousarray(image).tobytes(), 9, mtime=0)
    assert not os.path.exists(path) or read(path) == packed, path
    with open(path, 'wb') as file:
        file.write(packed)


def save(name, stream, expected, image, bits, remark):
    """Keeps a stream that must become {@code image}, which is kept under another name if streams share it."""
    save_raw(expected, image)
    with open(name + '.jls', 'wb') as file:
        file.write(stream)
    rows, columns, components = image.shape
    ROWS.append(f'{name}.jls, {columns}, {rows}, {components}, {8 * image.dtype.itemsize}, {bits}, 0, '
                f'{expected}.raw.gz, {remark}')


def lossless(name, image, bits, remark, expected=None, **options):
    stream = charls(image, bits, **options)
    assert np.array_equal(decoded(stream, image, options.get('interleave', 0)), image)
    save(name, stream, expected or name, image, bits, remark)


def lossy(name, source, image, bits, near, remark, **options):
    stream = charls(image, bits, near=near, **options)
    result = decoded(stream, image, options.get('interleave', 0))
    assert 0 < np.abs(result.astype(int) - image).max() <= near
    save(name, stream, name, result, bits, f'{remark}: NEAR {near} of {source}.jls')


GREY = {bits: phantom(37, 29, 1, bits) for bits in (2, 7, 8, 10, 12, 15, 16)}
COLOUR = phantom(31, 23, 3, 8)
COLOUR16 = phantom(17, 13, 3, 16)

for bits, image in GREY.items():
    lossless(f'grey{bits}', image, bits, f'{bits} bits')
lossless('one', noise(1, 1, 8), 8, 'one pixel')
lossless('row', phantom(61, 29, 1, 12)[12:13], 12, 'one row')
lossless('column', phantom(29, 61, 1, 12)[:, 12:13], 12, 'one column')
lossless('noise8', noise(40, 20, 8), 8, 'escape codes')
lossless('noise16', noise(40, 20, 16), 16, 'escape codes')
lossless('flat', np.full((20, 2000, 1), 77, 'u1'), 8, 'long runs')
for bits, near in ((8, 1), (8, 7), (10, 1), (12, 3), (16, 7), (16, 255)):
    lossy(f'near{near}-grey{bits}', f'grey{bits}', GREY[bits], bits, near, 'grey')
for mode, name in enumerate(('none', 'line', 'sample')):
    lossless(f'colour-{name}', COLOUR, 8, f'interleave {name}', 'colour', interleave=mode)
    lossless(f'colour16-{name}', COLOUR16, 16, f'interleave {name}', 'colour16', interleave=mode)
    lossy(f'near3-colour-{name}', f'colour-{name}', COLOUR, 8, 3, f'interleave {name}', interleave=mode)
lossless('four-line', phantom(19, 11, 4, 8), 8, 'four components', 'four', interleave=1)
lossless('preset', GREY[10], 10, 'T1 5 T2 12 T3 40 RESET 31', 'grey10', preset=(0, 5, 12, 40, 31))
lossy('near2-preset', 'grey12', GREY[12], 12, 2, 'T1 20 T2 80 T3 300 RESET 100', preset=(4095, 20, 80, 300, 100))
for transform in (1, 2, 3):
    lossless(f'hp{transform}', COLOUR, 8, f'transform HP{transform}', 'colour', interleave=1, transform=transform)
lossless('hp3-16', COLOUR16, 16, 'transform HP3', 'colour16', interleave=2, transform=3)
for name, image, bits, interval, mode in (('grey12', GREY[12], 12, 3, 0), ('colour-none', COLOUR, 8, 2, 0),
                                          ('colour-line', COLOUR, 8, 5, 1), ('colour-sample', COLOUR, 8, 23, 2)):
    stream = with_restarts(image, bits, interval, mode)
    assert np.array_equal(decoded(stream, image, mode), image)
    save(f'restart-{name}', stream, name.split('-')[0], image, bits, f'restart interval of {interval} lines')

stream, image = through_dicom(GREY[12], 12, 'dcmcjpls')
assert np.array_equal(image, GREY[12])
save('dcmtk', stream, 'grey12', image, 12, 'DCMTK')
stream, image = through_dicom(COLOUR, 8, 'dcmcjpls', '+en', '+md', 2, '+il')
save('near2-dcmtk', stream, 'near2-dcmtk', image, 8, 'DCMTK: NEAR 2 of colour-none.jls')
# Encoded with the default thresholds of greater samples, of which the stream says nothing.
for bits, near in ((7, 1), (7, 3)):
    stream, image = through_dicom(GREY[bits], bits, 'dcmcjpls', '+en', '+md', near)
    save(f'near{near}-grey{bits}-dcmtk', stream, f'near{near}-grey{bits}-dcmtk', image, bits,
         f'DCMTK: NEAR {near} of grey{bits}.jls')
# T2 is the default, which is less.
stream, image = through_dicom(GREY[8], 8, 'dcmcjpls', '+t1', 13)
assert np.array_equal(image, GREY[8])
save('t1-dcmtk', stream, 'grey8', image, 8, 'DCMTK: T1 13 T2 7')
stream, image = through_dicom(GREY[16], 16, 'gdcmconv', '--jpegls')
assert np.array_equal(image, GREY[16])
save('gdcm', stream, 'grey16', image, 16, 'GDCM')
stream, image = through_dicom(COLOUR, 8, 'gdcmconv', '--jpegls')
assert np.array_equal(image, COLOUR)
save('gdcm-colour', stream, 'colour', image, 8, 'GDCM')

with open('fixtures.csv', 'w') as file:
    file.write('# stream, columns, rows, samples, bitsAllocated, bitsStored, tolerance, expected, remark\n')
    file.write('\n'.join(ROWS) + '\n')
