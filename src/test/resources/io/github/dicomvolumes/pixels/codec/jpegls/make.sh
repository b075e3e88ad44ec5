#!/bin/sh
# Makes the streams of this folder with CharLS, DCMTK and GDCM, what they must become, and fixtures.csv.
# Needs: a C compiler, libcharls-dev (2.4), dcmtk, libgdcm-tools, python3 with numpy and pydicom.
set -e
cd "$(dirname "$0")"
tools=$(mktemp -d)
cc -O2 -o "$tools/charls" charls.c -lcharls
rm -f ./*.jls ./*.raw.gz
${PYTHON:-python3} make.py "$tools"
rm -r "$tools"
