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
