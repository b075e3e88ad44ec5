#!/bin/bash
# Makes the fixtures of this folder with OpenJPEG 2.5 (opj_compress, opj_decompress), GDCM (gdcmconv), the npm package
# @cornerstonejs/codec-openjph 2.4 and Python with NumPy and pydicom:
#
#   npm install --prefix somewhere @cornerstonejs/codec-openjph && cd somewhere && bash .../make.sh
#
# What must come out is the source where the stream is reversible, else what opj_decompress makes of it.
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
list=$here/fixtures.csv
echo "# stream, columns, rows, samples, bitsAllocated, bitsStored, tolerance, expected, remark" > "$list"
rm -f "$here"/*.j2k "$here"/*.jp2 "$here"/*.jhc "$here"/*.raw.gz

# Samples by component to samples by pixel, or back.
turn() { # in out columns rows components bits way
	python3 - "$@" <<'END'
import sys, numpy as np
name, out, columns, rows, components, bits, way = sys.argv[1:]
v = np.fromfile(name, "u1" if int(bits) <= 8 else "<u2")
shape = (int(rows) * int(columns), int(components))
(v.reshape(shape).T if way == "apart" else v.reshape(shape[::-1]).T).tofile(out)
END
}

source() { # name columns rows components bits u|s [noise]: sets the source of what follows
	name=$1 columns=$2 rows=$3 components=$4 bits=$5 sign=$6
	allocated=$((bits > 8 ? 16 : 8))
	python3 "$here/phantom.py" "$work/$name.raw" "${@:2}"
	turn "$work/$name.raw" "$work/$name.rawl" "$columns" "$rows" "$components" "$bits" apart
	gzip -9nc "$work/$name.raw" > "$here/$name.raw.gz"
}

listed() { # stream tolerance expected remark
	echo "$1, $columns, $rows, $components, $allocated, $bits, $2, $3, $4" >> "$list"
}

lossless() { # stream remark options: OpenJPEG, reversible
	opj_compress -i "$work/$name.rawl" -F "$columns,$rows,$components,$bits,$sign" -o "$here/$1" "${@:3}" > "$work/log" ||
		{ cat "$work/log"; exit 1; }
	listed "$1" 0 "$name.raw.gz" "$2"
}

decoded() { # stream remark [tolerance]: expects what OpenJPEG decodes
	cp "$here/$1" "$work/in.${1##*.}"
	[ "${1##*.}" = jhc ] && cp "$here/$1" "$work/in.j2k"
	opj_decompress -i "$work/in.$([ "${1##*.}" = jp2 ] && echo jp2 || echo j2k)" -o "$work/out.rawl" > "$work/log" ||
		{ cat "$work/log"; exit 1; }
	turn "$work/out.rawl" "$work/out.raw" "$columns" "$rows" "$components" "$bits" together
	gzip -9nc "$work/out.raw" > "$here/${1%.*}.raw.gz"
	listed "$1" "${3:-1}" "${1%.*}.raw.gz" "$2"
}

lossy() { # stream remark options: OpenJPEG, not reversible or cut
	opj_compress -i "$work/$name.rawl" -F "$columns,$rows,$components,$bits,$sign" -o "$here/$1" "${@:3}" > "$work/log" ||
		{ cat "$work/log"; exit 1; }
	decoded "$1" "$2"
}

rewritten() { # stream remark how from
	python3 "$here/rewrite.py" "$3" "$here/$4" "$here/$1"
	listed "$1" 0 "$name.raw.gz" "$2"
}

ht() { # stream remark [options]: OpenJPH, reversible
	node "$here/htj2k.mjs" "$work/$name.raw" "$columns" "$rows" "$components" "$bits" "$sign" "$here/$1" "${3:-{\}}"
	listed "$1" 0 "$name.raw.gz" "$2"
}

gdcm() { # stream options tolerance remark: the codestream that GDCM makes of an uncompressed DICOM file
	python3 - "$work/$name.raw" "$work/plain.dcm" "$columns" "$rows" "$components" "$bits" "$sign" <<'END'
import sys, pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, SecondaryCaptureImageStorage
name, out, columns, rows, components, bits, sign = sys.argv[1:]
ds = Dataset()
ds.file_meta = FileMetaDataset()
ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
ds.file_meta.MediaStorageSOPClassUID = ds.SOPClassUID = SecondaryCaptureImageStorage
ds.file_meta.MediaStorageSOPInstanceUID = ds.SOPInstanceUID = "1.2.3"
ds.Columns, ds.Rows, ds.SamplesPerPixel, ds.BitsStored = int(columns), int(rows), int(components), int(bits)
ds.BitsAllocated = 16 if int(bits) > 8 else 8
ds.HighBit, ds.PixelRepresentation = int(bits) - 1, int(sign == "s")
ds.PhotometricInterpretation = "RGB" if components == "3" else "MONOCHROME2"
if components == "3":
    ds.PlanarConfiguration = 0
data = open(name, "rb").read()
ds.PixelData = data + b"\0" * (len(data) % 2)
ds["PixelData"].VR = "OW" if int(bits) > 8 else "OB"
ds.is_little_endian, ds.is_implicit_VR = True, False
ds.save_as(out, write_like_original=False)
END
	gdcmconv $2 "$work/plain.dcm" "$work/packed.dcm"
	python3 - "$work/packed.dcm" "$here/$1" <<'END'
import sys, pydicom
from pydicom.encaps import generate_pixel_data_frame
ds = pydicom.dcmread(sys.argv[1])
open(sys.argv[2], "wb").write(next(generate_pixel_data_frame(ds.PixelData, 1)))
END
	if [ "$3" = 0 ]; then listed "$1" 0 "$name.raw.gz" "$4"; else decoded "$1" "$4"; fi
}

source grey12 37 29 1 12 u
lossless lrcp.j2k "no wavelet" -n 1
lossless boxes.jp2 "in the boxes of JP2" -n 3
lossless bypass.j2k "arithmetic coding bypassed" -n 3 -M 1
lossless reset.j2k "contexts reset" -n 3 -M 2
lossless termall.j2k "every pass terminated" -n 3 -M 4
lossless causal.j2k "vertically causal" -n 3 -M 8
lossless predictable.j2k "predictable termination" -n 3 -M 16
lossless symbols.j2k "segmentation symbols" -n 3 -M 32
lossless modes.j2k "all modes" -n 3 -M 63 -b 16,16
lossless bypass-termall.j2k "bypass and termination" -n 3 -M 5
lossless bypass-reset-causal.j2k "bypass, reset, causal" -n 3 -M 11
lossless blocks.j2k "blocks of 4 x 64" -n 3 -b 4,64
lossless wide-blocks.j2k "blocks of 1024 x 4" -n 2 -b 1024,4
lossless roi.j2k "shifted up as a region of interest" -n 3 -ROI c=0,U=12
lossless guard.j2k "one guard bit" -n 3 -GuardBits 1
lossless offset.j2k "image offset" -n 3 -d 5,3
lossless tiles.j2k "tiles" -n 3 -t 16,11
lossless tile-offset.j2k "tiles with offsets" -n 3 -t 16,11 -d 7,5 -T 3,2
lossless tiny-tiles.j2k "tiles of 3 x 5 with offsets" -n 2 -t 3,5 -d 7,5 -T 6,2
rewritten others.j2k "COC and QCC against COD and QCD" others lrcp.j2k
ht ht.jhc "HT"
ht ht-tiles.jhc "HT, tiles" '{"setTileSize": [{"width": 16, "height": 11}], "setDecompositions": [2]}'
ht ht-blocks.jhc "HT, blocks of 4 x 4" '{"setBlockDimensions": [{"width": 4, "height": 4}]}'
lossy irreversible.j2k "9/7" -I -n 4
lossy irreversible-offset.j2k "9/7, tiles and offsets" -I -n 3 -t 16,11 -d 7,5 -T 3,2
lossy cut-layers.j2k "5/3, the last bit-planes left out" -n 4 -r 6,3
lossy symbols-cut.j2k "5/3, segmentation symbols, the last one cut" -n 3 -M 32 -r 5
lossy irreversible-cut.j2k "9/7, layers" -I -n 4 -q 30,50
python3 "$here/rewrite.py" derived "$here/irreversible.j2k" "$here/derived.j2k"
decoded derived.j2k "9/7, derived steps"
node "$here/htj2k.mjs" "$work/$name.raw" $columns $rows 1 $bits u "$here/ht-irreversible.jhc" '{"setQuality": [false, 0.001]}'
decoded ht-irreversible.jhc "HT, 9/7"
gdcm gdcm.j2k --j2k 0 "GDCM, reversible"
gdcm gdcm-lossy.j2k "--j2k --irreversible" 1 "GDCM, irreversible"

source signed16 23 17 1 16 s
lossless signed16.j2k "signed" -n 4
lossless signed16-modes.j2k "signed, all modes but bypass" -n 4 -M 62
lossy signed16-irreversible.j2k "signed, 9/7" -n 4 -I
ht ht-signed16.jhc "HT, signed"

source unsigned16 17 19 1 16 u 0.2
lossless unsigned16.j2k "many bits" -n 5
lossless unsigned16-bypass.j2k "many bits, bypassed" -n 5 -M 1
ht ht-unsigned16.jhc "HT, many bits"
# Where every bit counts, so does the way in which OpenJPEG rounds the scale of the 9/7 wavelet.
source edges16 61 47 1 16 u 0.6
lossy edges16-irreversible.j2k "many bits, 9/7, tiles, layers" -n 4 -I -t 40,30 -q 40,90
node "$here/htj2k.mjs" "$work/$name.raw" $columns $rows 1 $bits u "$here/edges16-ht.jhc" '{"setQuality": [false, 0.00001]}'
decoded edges16-ht.jhc "HT, many bits, 9/7"
rm "$here/edges16.raw.gz"

source signed8 19 21 1 8 s
lossless signed8.j2k "signed, 8 bits" -n 3

source rgb8 25 23 3 8 u 0.002
lossless rgb8.j2k "RCT" -n 3
lossless rgb8-plain.j2k "no transformation of components" -n 3 -mct 0
for order in LRCP RLCP RPCL PCRL CPRL; do
	lossless rgb8-$order.j2k "precincts, layers, SOP, EPH, $order" -n 4 -p $order -c "[16,16],[8,16],[8,8]" -r 6,3,1 -b 8,8 \
		-SOP -EPH -d 3,1
done
lossless rgb8-parts.j2k "tile-parts by resolution, SOP, EPH, PLT, TLM" -n 3 -t 13,12 -TP R -SOP -EPH -PLT -TLM
rewritten rgb8-weave.j2k "tile-parts in another order" weave rgb8-parts.j2k
rewritten rgb8-ppm.j2k "PPM" ppm rgb8-parts.j2k
rewritten rgb8-ppt.j2k "PPT" ppt rgb8-parts.j2k
rewritten rgb8-others.j2k "COC and QCC against COD and QCD" others rgb8.j2k
lossless rgb8-changes.j2k "changes of the order (POC)" -n 3 -r 4,1 -POC T1=0,0,2,2,3,RLCP/T1=2,0,2,3,3,CPRL
lossy rgb8-irreversible.j2k "ICT" -n 3 -I
lossy rgb8-irreversible-layers.j2k "ICT, layers" -n 3 -I -r 10,4 -p RPCL
ht ht-rgb8.jhc "HT, RCT"
node "$here/htj2k.mjs" "$work/$name.raw" $columns $rows 3 $bits u "$here/ht-rgb8-irreversible.jhc" '{"setQuality": [false, 0.001]}'
decoded ht-rgb8-irreversible.jhc "HT, ICT"
ht ht-rgb8-precincts.jhc "HT, precincts, tile-parts" \
	'{"setNumPrecincts": [1], "setPrecinct": [0, {"width": 32, "height": 32}], "setTilePartDivisionsAtResolutions": [true], "setDecompositions": [2], "setProgressionOrder": [2]}'

source rgb16 19 15 3 16 u 0.05
lossless rgb16.j2k "RCT, many bits" -n 3
lossy rgb16-irreversible.j2k "ICT, many bits" -n 3 -I

# Few samples differ from the middle of the range: passes that refine find the others.
source grey7 24 21 1 7 u
python3 - "$work/grey7.raw" <<'END'
import sys, numpy as np
random = np.random.RandomState(2)
(64 + (random.rand(21, 24) < 0.15) * random.randint(-6, 7, (21, 24))).astype("u1").tofile(sys.argv[1])
END
node "$here/htj2k.mjs" "$work/$name.raw" $columns $rows 1 $bits u "$work/grey7.jhc" '{"setDecompositions": [0]}'
bits=8
python3 "$here/rewrite.py" refined "$work/grey7.jhc" "$here/ht-refined.jhc"
decoded ht-refined.jhc "HT, passes that refine" 0
python3 "$here/rewrite.py" refined_causal "$work/grey7.jhc" "$here/ht-causal.jhc"
decoded ht-causal.jhc "HT, passes that refine, causal" 0
rm "$here/grey7.raw.gz"

source one 1 1 1 8 u
lossless one.j2k "one pixel" -n 1
lossless one-offset.j2k "one pixel at odd coordinates, a level" -n 1 -d 1,1
source column 1 23 1 12 u
lossless column.j2k "one column" -n 1
source row 23 1 1 12 u
lossless row.j2k "one row" -n 1
ht ht-row.jhc "HT, one row, levels" '{"setDecompositions": [3]}'
