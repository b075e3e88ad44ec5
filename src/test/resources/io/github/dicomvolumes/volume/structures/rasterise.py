"""Fills the closed contours of a structure of an RT structure set on a grid, in a way of its own, with numpy.

Arguments: the file, ROI Number, the file to write (a byte for each voxel, 0 or 1, x fastest); the matrix from index
to patient (12 numbers, row after row); the number of voxels in x, y, z.
"""
import sys

import numpy
import pydicom

name, roi, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
matrix = numpy.array([float(a) for a in sys.argv[4:16]]).reshape(3, 4)
nx, ny, nz = (int(a) for a in sys.argv[16:19])

data = pydicom.dcmread(name, force=True)
item = next(i for i in data.ROIContourSequence if int(i.ReferencedROINumber) == roi)
contours = [numpy.array([float(v) for v in c.ContourData]).reshape(-1, 3) for c in item.ContourSequence
            if c.ContourGeometricType.startswith("CLOSED")]

# the plane with the least sum of squares through the contour with most extent
largest = max(contours, key=lambda c: numpy.ptp(c, axis=0).max())
u, v, n = numpy.linalg.svd(largest - largest.mean(axis=0))[2]
distances = numpy.array([(c @ n).mean() for c in contours])
ordered = numpy.sort(distances)
planes = ordered[numpy.insert(numpy.diff(ordered) > 0.05, 0, True)]
spacing = numpy.diff(planes).min()

k, j, i = numpy.meshgrid(numpy.arange(nz), numpy.arange(ny), numpy.arange(nx), indexing="ij")
voxels = numpy.stack([i, j, k], axis=-1).reshape(-1, 3) @ matrix[:, :3].T + matrix[:, 3]
x, y, d = voxels @ u, voxels @ v, voxels @ n
nearest = planes[numpy.abs(d[:, None] - planes[None, :]).argmin(axis=1)]
within = numpy.abs(d - nearest) <= spacing / 2
inside = numpy.zeros(len(voxels), bool)
for contour, distance in zip(contours, distances):
    chosen = numpy.flatnonzero(within & (numpy.abs(nearest - distance) < 0.1))
    px, py = x[chosen], y[chosen]
    odd = numpy.zeros(len(chosen), bool)
    a, b = contour @ u, contour @ v
    for x0, y0, x1, y1 in zip(a, b, numpy.roll(a, -1), numpy.roll(b, -1)):
        if y0 != y1:
            crosses = (y0 > py) != (y1 > py)
            odd ^= crosses & (px < x0 + (py - y0) / (y1 - y0) * (x1 - x0))
    inside[chosen] ^= odd
inside.astype(numpy.uint8).tofile(out)
