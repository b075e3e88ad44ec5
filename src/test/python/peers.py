"""How long other programs take to make a volume of a folder of DICOM files.

    python3 peers.py FOLDER

Prints a line for each that is installed: its name, a tab, and the median of several runs in milliseconds. Python's
libraries are timed within the process, after a first run; dcm2niix as a whole process.
"""

import contextlib
import io
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5


def median(work):
    times = []
    with contextlib.redirect_stdout(io.StringIO()):  # imageio says how far it is
        work()
        for _ in range(RUNS):
            start = time.perf_counter()
            work()
            times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def report(name, work):
    print(f"{name}\t{median(work):.1f}", flush=True)


def imageio(folder):
    import imageio

    report(f"imageio {imageio.__version__}", lambda: imageio.volread(str(folder), "DICOM"))


def pydicom(folder):
    import numpy
    import pydicom

    def volume():
        slices = [pydicom.dcmread(path) for path in folder.iterdir()]
        slices.sort(key=lambda s: float(s.ImagePositionPatient[2]))
        return numpy.stack([s.pixel_array * float(s.RescaleSlope) + float(s.RescaleIntercept) for s in slices])

    report(f"pydicom {pydicom.__version__}", volume)


def dcm2niix(folder):
    program = shutil.which("dcm2niix")
    if program is None:
        raise ImportError("dcm2niix")

    def convert():
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([program, "-z", "n", "-o", out, folder], check=True, stdout=subprocess.DEVNULL)

    report("dcm2niix", convert)


if __name__ == "__main__":
    for peer in imageio, pydicom, dcm2niix:
        try:
            peer(Path(sys.argv[1]))
        except ImportError as missing:
            print(f"{missing} is not installed", file=sys.stderr)
