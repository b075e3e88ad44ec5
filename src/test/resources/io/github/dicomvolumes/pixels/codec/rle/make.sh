#!/bin/sh
# Makes the fixtures of this folder. Needs the Debian packages dcmtk, libjpeg-turbo-progs and python3-pydicom.
exec /usr/bin/python3 -B "$(dirname "$0")/make.py"
