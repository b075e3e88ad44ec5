"""Small images for the fixtures of the codecs, and what turns them into files and back. Always the same."""
import gzip
import os
import shutil
import subprocess
import tempfile

import numpy as np
import pydicom
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate, generate_pixel_data_frame
from pydicom.uid import UID

NATIVE = '1.2.840.10008.1.2.1'


def grey(columns, rows, bits, signed=False):
    """A body with two lungs, a bright spine and some noise, over the whole range of the bits."""
    y, x = np.mgrid[0:rows, 0:columns]
    x, y = x / (columns - 1) * 2 - 1, y / (rows - 1) * 2 - 1
    image = 0.05 + 0.1 * (x + 1)
    image[x ** 2 + (y / 0.8) ** 2 < 0.9] = 0.55
    for side in (-0.42, 0.42):
        image[((x - side) / 0.3) ** 2 + ((y + 0.05) / 0.5) ** 2 < 1] = 0.2
    image[(x / 0.12) ** 2 + ((y - 0.45) / 0.16) ** 2 < 1] = 1
    noise = np.random.RandomState(columns * rows + bits).uniform(-0.01, 0.01, image.shape)
    values = np.clip(np.round((image + noise) * ((1 << bits) - 1)), 0, (1 << bits) - 1).astype(np.int64)
    if bits >= 4 and columns > 4:
        values[0, 0], values[0, 1], values[rows // 2, 3], values[rows // 2, 4] = 0, (1 << bits) - 1, 0, (1 << bits - 1)
    return values - (1 << bits - 1) if signed else values


def colour(columns, rows, bits=8):
    """Three different planes, with edges in each."""
    red = grey(columns, rows, bits)
    green = grey(columns, rows, bits)[::-1]
    blue = (np.add.outer(np.arange(rows), np.arange(columns)) * ((1 << bits) - 1) // (rows + columns)).astype(np.int64)
    return np.stack([red, green, blue], axis=-1)


def raw(image, allocated):
    """Little endian samples, the unused high bits 0 unless negative."""
    return (image & ((1 << allocated) - 1)).astype('<u%d' % (allocated // 8)).tobytes()


def dataset(image, allocated, stored, signed=False, photometric=None):
    colours = image.ndim == 3
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = '1.2.840.10008.5.1.4.1.1.7'
    meta.MediaStorageSOPInstanceUID = '2.25.1'
    meta.TransferSyntaxUID = UID(NATIVE)
    ds = FileDataset(None, {}, file_meta=meta, preamble=b'\0' * 128)
    ds.is_little_endian, ds.is_implicit_VR = True, False
    ds.SOPClassUID, ds.SOPInstanceUID = meta.MediaStorageSOPClassUID, '2.25.1'
    ds.StudyInstanceUID, ds.SeriesInstanceUID = '2.25.2', '2.25.3'
    ds.Rows, ds.Columns = image.shape[:2]
    ds.SamplesPerPixel = 3 if colours else 1
    ds.PhotometricInterpretation = photometric or ('RGB' if colours else 'MONOCHROME2')
    if colours:
        ds.PlanarConfiguration = 0
    ds.BitsAllocated, ds.BitsStored, ds.HighBit = allocated, stored, stored - 1
    ds.PixelRepresentation = int(signed)
    ds.PixelData = raw(image, allocated)
    if len(ds.PixelData) % 2:
        ds.PixelData += b'\0'
    ds['PixelData'].VR = 'OB' if allocated == 8 else 'OW'
    return ds


class Family:
    """Writes the fixtures of one family and their list."""

    def __init__(self, folder, extension):
        self.folder, self.extension, self.lines = folder, extension, []
        self.temp = tempfile.mkdtemp()

    def path(self, name):
        return os.path.join(self.temp, name)

    def run(self, *command, **kwargs):
        subprocess.run(command, check=True, **kwargs)

    def first_frame(self, file):
        data = next(generate_pixel_data_frame(pydicom.dcmread(file).PixelData, 1))
        return data

    def compress(self, ds, *command):
        """The frame that a tool makes of a data set, and the file with it."""
        ds.save_as(self.path('in.dcm'), write_like_original=False)
        self.run(*command, self.path('in.dcm'), self.path('out.dcm'))
        return self.first_frame(self.path('out.dcm'))

    def wrap(self, ds, stream, syntax):
        """Puts a stream into a file, as other tools may decode it."""
        ds.file_meta.TransferSyntaxUID = UID(syntax)
        ds.PixelData = encapsulate([stream])
        ds['PixelData'].is_undefined_length = True
        ds.save_as(self.path('out.dcm'), write_like_original=False)

    def decode(self, *command):
        """The samples that a tool makes of out.dcm."""
        self.run(*command, self.path('out.dcm'), self.path('back.dcm'))
        back = pydicom.dcmread(self.path('back.dcm'))
        assert back.SamplesPerPixel == 1 or back.PlanarConfiguration == 0
        size = back.Rows * back.Columns * back.SamplesPerPixel * back.BitsAllocated // 8
        return back.PixelData[:size], back.BitsAllocated, back.BitsStored

    def add(self, name, stream, shape, allocated, stored, tolerance, expected, remark):
        rows, columns = shape[:2]
        samples = shape[2] if len(shape) == 3 else 1
        with open(os.path.join(self.folder, name + self.extension), 'wb') as f:
            f.write(stream)
        with open(os.path.join(self.folder, name + '.raw.gz'), 'wb') as f:
            f.write(gzip.compress(expected, mtime=0))
        self.lines.append('%s%s, %d, %d, %d, %d, %d, %d, %s.raw.gz, %s' % (
            name, self.extension, columns, rows, samples, allocated, stored, tolerance, name, remark))

    def close(self):
        with open(os.path.join(self.folder, 'fixtures.csv'), 'w') as f:
            f.write('# stream, columns, rows, samples, bitsAllocated, bitsStored, tolerance, expected, remark\n')
            f.write('\n'.join(self.lines) + '\n')
        shutil.rmtree(self.temp)
