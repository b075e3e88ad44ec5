"""Writes a synthetic image: ellipses, waves and noise, samples of a pixel side by side, little endian.

phantom.py out.raw columns rows components bits u|s [noise]
"""
import sys

import numpy as np

name, columns, rows, components, bits, sign = sys.argv[1:7]
columns, rows, components, bits = int(columns), int(rows), int(components), int(bits)
noise = float(sys.argv[7]) if len(sys.argv) > 7 else 0.004
random = np.random.RandomState(1)
y, x = np.mgrid[0:rows, 0:columns].astype(float)
planes = []
for c in range(components):
    plane = 0.1 + 0.2 * np.sin(x / 7 + c) * np.cos(y / 9)
    for _ in range(4):
        cx, cy, rx, ry = random.rand(4) * (columns, rows, columns / 2, rows / 2)
        plane += 0.3 * random.rand() * (((x - cx) / (rx + 1)) ** 2 + ((y - cy) / (ry + 1)) ** 2 < 1)
    planes.append(plane + noise * random.randn(rows, columns))
values = np.rint(np.clip(np.stack(planes, -1), 0, 1) * (2**bits - 1)).astype(np.int64)
if sign == "s":
    values -= 2 ** (bits - 1)
values.astype({"u": "<u", "s": "<i"}[sign] + str(1 if bits <= 8 else 2)).tofile(name)
