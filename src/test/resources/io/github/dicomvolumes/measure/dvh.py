"""Cumulative dose-volume histogram by dicompyler-core: dvh.py structures dose roi; prints volume in ml, then percent at or above each cGy."""
import sys
import warnings

warnings.filterwarnings("ignore")
from dicompylercore import dvhcalc

dvh = dvhcalc.get_dvh(sys.argv[1], sys.argv[2], int(sys.argv[3]), interpolation_resolution=None)
print(dvh.volume)
print(*(100 * dvh.counts / dvh.counts[0]))
