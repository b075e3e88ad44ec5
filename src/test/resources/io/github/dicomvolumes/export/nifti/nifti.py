"""Reads lines of questions about NIfTI files and prints what nibabel says, a line for each.

file <name>           -> version, shape, datatype, affine codes, units, the affine row by row
voxel <x> <y> ...     -> the real value there in the last file, or three numbers for RGB
"""
import sys
import nibabel
import numpy

image, values = None, None
for line in sys.stdin:
    kind, rest = line.rstrip("\n").split("\t", 1)
    if kind == "file":
        image = nibabel.load(rest)
        header = image.header
        values = numpy.asanyarray(image.dataobj)
        print(header["magic"].item().decode("latin-1")[:3], "x".join(map(str, image.shape)), int(header["datatype"]),
              int(header["qform_code"]), int(header["sform_code"]), "/".join(header.get_xyzt_units()),
              repr(type(header).diagnose_binaryblock(header.binaryblock)), sep="\t", end="\t")
        print(*(repr(float(a)) for a in image.affine[:3].ravel()))
    else:
        value = values[tuple(map(int, rest.split("\t")))]
        print(*([float(v) for v in value] if value.dtype.names else [repr(float(value))]))
