"""Makes the fixtures of deflated frames with zlib."""
import os
import sys
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from images import Family, colour, grey, raw

import numpy as np

family = Family(HERE, '.deflate')


def deflate(data):
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflater.compress(data) + deflater.flush()


for name, image, allocated, stored in [
        ('grey8', grey(61, 47, 8), 8, 8), ('grey16', grey(31, 27, 12), 16, 12), ('rgb8', colour(23, 19), 8, 8)]:
    family.add(name, deflate(raw(image, allocated)), image.shape, allocated, stored, 0, raw(image, allocated), '')
mask = (grey(61, 47, 8) > 100).astype('u1')
family.add('mask', deflate(np.packbits(mask.ravel(), bitorder='little').tobytes()), mask.shape, 1, 1, 0, mask.tobytes(),
           'pixels of 1 bit')
family.close()
