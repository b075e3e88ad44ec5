"""Reads lines "file<TAB>frame<TAB>row<TAB>column" and prints the real value of each as pydicom sees it, or "-"."""
import sys
import warnings

import numpy
import pydicom
from pydicom.pixel_data_handlers.util import apply_modality_lut

warnings.simplefilter("ignore")
last, pixels = None, None
for line in sys.stdin:
    name, frame, row, column = line.rstrip("\n").split("\t")
    if name != last:
        last = name
        try:
            data = pydicom.dcmread(name, force=True)
            pixels = data.pixel_array
            pixels = pixels if pixels.ndim == 3 else pixels[numpy.newaxis]
            scale = float(data.get("DoseGridScaling", 1))
            groups = data.get("SharedFunctionalGroupsSequence")
            if groups and "PixelValueTransformationSequence" in groups[0]:
                transformation = groups[0].PixelValueTransformationSequence[0]
                pixels = pixels * float(transformation.RescaleSlope) + float(transformation.RescaleIntercept)
            else:
                pixels = apply_modality_lut(pixels, data) * scale
        except Exception:
            pixels = None
    print("-" if pixels is None else repr(float(pixels[int(frame), int(row), int(column)])))
