###
# #%L
# DICOM Volumes: DICOM folders as calibrated volumes in ImageJ and Fiji.
# %%
# Copyright (C) 2026 DICOM Volumes developers
# %%
# Redistribution and use in source and binary forms, with or without
# modification, are permitted provided that the following conditions are met:
# 
# 1. Redistributions of source code must retain the above copyright notice,
#    this list of conditions and the following disclaimer.
# 2. Redistributions in binary form must reproduce the above copyright notice,
#    this list of conditions and the following disclaimer in the documentation
#    and/or other materials provided with the distribution.
# 
# THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
# AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
# IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
# ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
# LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
# CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
# SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
# INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
# CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
# ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
# POSSIBILITY OF SUCH DAMAGE.
# #L%
###

"""Prints the attributes of DICOM files, whose paths come line by line, for PydicomComparisonTest.

A line is "file <path>", "refused <message>", or an attribute: its path of tags, VR as written ("--" in implicit VR),
VR as understood, length in bytes (of a sequence: number of items; "?" where pydicom has parsed it already), the first
48 bytes in hexadecimal, and text values as a JSON string.
"""
import json
import sys
import warnings

import pydicom

warnings.simplefilter("ignore")
TEXT = "AE AS CS DA DS DT IS LO LT PN SH ST TM UC UI UR UT".split()


def dump(dataset, prefix):
    for tag in sorted(dataset.keys()):
        if tag >= 0x7FE00008 and not prefix or tag.group == 0xFFFC:
            continue
        raw = dataset.get_item(tag)
        vr = str(getattr(raw, "VR", None) or "--")[-2:]
        value = raw.value if isinstance(raw, pydicom.dataelem.RawDataElement) else None
        name = prefix + "%08X" % tag
        try:
            element = dataset[tag]
        except Exception as e:
            print(name, vr, "?", len(value or b""), (value or b"")[:48].hex() or "-", '"unreadable"', sep="\t")
            continue
        if element.VR == "SQ":
            print(name, vr, element.VR, len(element.value), "-", '""', sep="\t")
            for i, item in enumerate(element.value):
                dump(item, "%s[%d]>" % (name, i))
            continue
        text = ""
        if element.VR in TEXT:
            v = element.value
            text = "\\".join(map(str, v)) if element.VM > 1 else str("" if v is None else v)
        if isinstance(raw, pydicom.dataelem.RawDataElement):
            value = value or b""
            print(name, vr, element.VR, len(value), value[:48].hex() or "-", json.dumps(text), sep="\t")
        else:
            print(name, vr, element.VR, "?", "-", json.dumps(text), sep="\t")


for path in sys.stdin.read().splitlines():
    print("file", path)
    try:
        dump(pydicom.dcmread(path, force=True, stop_before_pixels=True, defer_size=None), "")
    except Exception as e:
        print("refused", repr(e).replace("\n", " "))
