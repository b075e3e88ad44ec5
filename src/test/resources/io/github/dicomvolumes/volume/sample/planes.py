# Samples planes with scipy.ndimage.map_coordinates. Standard input has cases one after the other, numbers of 64 bits:
# order, columns, rows, slices, the voxels in the order of an ImgLib2 image, 12 numbers of the affine from index to
# patient row by row, origin, right, down, width of a pixel, height of a pixel, columns and rows of the plane.
# Standard output has the values of its pixels, NaN outside.
import sys

import numpy
from scipy import ndimage

numbers = numpy.frombuffer(sys.stdin.buffer.read(), dtype='<f8')
at = 0


def take(count):
    global at
    at += count
    return numbers[at - count:at]


while at < len(numbers):
    order, columns, rows, slices = take(4).astype(int)
    voxels = take(columns * rows * slices).reshape(slices, rows, columns).transpose(2, 1, 0)
    affine = numpy.vstack([take(12).reshape(3, 4), [0, 0, 0, 1]])
    origin, right, down = take(9).reshape(3, 3)
    pixel_width, pixel_height = take(2)
    width, height = take(2).astype(int)
    y, x = numpy.mgrid[0:height, 0:width]
    patient = (origin[:, None, None] + right[:, None, None] * x * pixel_width
               + down[:, None, None] * y * pixel_height).reshape(3, -1)
    index = (numpy.linalg.inv(affine) @ numpy.vstack([patient, numpy.ones(width * height)]))[:3]
    values = ndimage.map_coordinates(voxels, index, order=order, mode='nearest')
    size = numpy.array([[columns], [rows], [slices]])
    outside = ((index < -0.5) | (index > size - 0.5)).any(axis=0)
    values[outside] = numpy.nan
    sys.stdout.buffer.write(values.astype('<f8').tobytes())
