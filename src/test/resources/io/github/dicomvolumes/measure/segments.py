"""Statistics of segments with numpy and scipy: segments.py folder; prints rows of numbers for each label."""
import sys
from pathlib import Path
import numpy as np
from scipy import ndimage, stats
from scipy.spatial.distance import pdist

folder = Path(sys.argv[1])
size = [int(word) for word in (folder / "size").read_text().split()]  # z y x
spacing = np.array([float(word) for word in (folder / "spacing").read_text().split()])  # z y x
values = np.fromfile(folder / "values", ">f8").reshape(size)
labels = np.fromfile(folder / "labels", ">i4").reshape(size)
bins = int((folder / "bins").read_text())
for label in range(1, labels.max() + 1):
    mask = labels == label
    own = values[mask]
    own = own[np.isfinite(own)]
    places = np.argwhere(mask)
    if own.size == 0:
        continue
    flat = own.min() == own.max()
    at = np.flatnonzero(mask & (values == own.max()))[0]
    p = np.histogram(own, bins, (own.min(), own.max()) if not flat else None)[0] / own.size
    entropy = 0 if flat else -(p[p > 0] * np.log2(p[p > 0])).sum()
    # middles of the faces of voxels are where the surface can be farthest out
    faces = np.concatenate([(places + s * np.eye(3)[d] / 2) * spacing for d in range(3) for s in (-1, 1)])
    
    print(label, own.size, mask.sum(), own.mean(), own.std(), 0 if flat else stats.skew(own),
          0 if flat else stats.kurtosis(own), own.min(), own.max(), np.median(own), *np.percentile(own, [10, 90]),
          stats.iqr(own), np.abs(own - own.mean()).mean(), (own ** 2).sum(), entropy, at,
          *(places.mean(0)[::-1]), ndimage.label(mask, np.ones((3, 3, 3)))[1],
          pdist(faces).max() if len(faces) < 9000 else -1)
