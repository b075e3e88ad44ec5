/*-
 * #%L
 * DICOM Volumes: DICOM folders as calibrated volumes in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 DICOM Volumes developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package io.github.dicomvolumes.rules;

import static io.github.dicomvolumes.SyntheticObjects.enhanced;
import static io.github.dicomvolumes.SyntheticObjects.frameAt;
import static io.github.dicomvolumes.SyntheticObjects.groups;
import static io.github.dicomvolumes.SyntheticObjects.item;
import static io.github.dicomvolumes.SyntheticObjects.segmentation;
import static io.github.dicomvolumes.SyntheticObjects.sharedAxial;
import static io.github.dicomvolumes.data.Dictionary.tag;

import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;
import io.github.dicomvolumes.pixels.codec.CodecFixture;

/** Small objects of each kind, whose headers tests spoil. */
enum SmallObject {

	CT {
		@Override
		SyntheticSeries series() {
			return new SyntheticSeries("o").slices(1)
				.bits(16, 12, 11)
				.signed()
				.rescale(1, -1024)
				.with(Tag.PIXEL_PADDING_VALUE, -2000)
				.with(Tag.WINDOW_CENTER, 40)
				.with(Tag.WINDOW_WIDTH, 400);
		}
	},
	RGB {
		@Override
		SyntheticSeries series() {
			return new SyntheticSeries("o").slices(1).rgb(1);
		}
	},
	YBR {
		@Override
		SyntheticSeries series() {
			return new SyntheticSeries("o").slices(1).rgb(0).with(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL");
		}
	},
	PALETTE {
		@Override
		SyntheticSeries series() {
			return new SyntheticSeries("o").slices(1)
				.bits(8)
				.with(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR")
				.each((k, a) -> {
					for (int colour = 0; colour < 3; colour++)
						a.put(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + colour, VR.US, 64, 0, 16)
							.put(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + colour, VR.OW, new byte[128]);
				});
		}
	},
	SEGMENTED_PALETTE {
		@Override
		SyntheticSeries series() {
			return new SyntheticSeries("o").slices(1)
				.bits(8)
				.with(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR")
				.each((k, a) -> {
					for (int colour = 0; colour < 3; colour++)
						a.put(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + colour, VR.US, 8, 0, 16)
							.put(Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + colour, VR.OW,
								new byte[] { 0, 0, 2, 0, 1, 0, 2, 0, 1, 0, 6, 0, 9, 0 });
				});
		}
	},
	OVERLAY {
		@Override
		SyntheticSeries series() {
			return new SyntheticSeries("o").slices(1)
				.each((k, a) -> a.put(0x60000010, VR.US, 12)
					.put(0x60000011, VR.US, 16)
					.put(0x60000040, "G")
					.put(0x60000015, VR.IS, 1)
					.put(0x60000050, VR.SS, 1, 1)
					.put(0x60000051, VR.US, 1)
					.put(0x60000100, VR.US, 1)
					.put(0x60000102, VR.US, 0)
					.put(0x60003000, VR.OW, fives(24)));
		}
	},
	EMBEDDED_OVERLAY {
		@Override
		SyntheticSeries series() {
			return new SyntheticSeries("o").slices(1)
				.bits(16, 12, 11)
				.words((k, r, c) -> 10L * r + c | 0x8000)
				.each((k, a) -> a.put(0x60000010, VR.US, 12).put(0x60000011, VR.US, 16).put(0x60000102, VR.US, 15));
		}
	},
	MODALITY_LUT {
		@Override
		SyntheticSeries series() {
			return new SyntheticSeries("o").slices(1)
				.bits(8)
				.with(Tag.MODALITY_LUT_SEQUENCE,
					Attributes.builder()
						.put(Tag.LUT_DESCRIPTOR, VR.US, 4, 0, 16)
						.put(Tag.LUT_DATA, VR.OW, new byte[8])
						.put(Tag.MODALITY_LUT_TYPE, "HU")
						.build());
		}
	},
	MAPPED {
		@Override
		SyntheticSeries series() {
			return new SyntheticSeries("o").slices(1)
				.with(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE,
					Attributes.builder()
						.put(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, VR.US, 0)
						.put(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, VR.US, 3)
						.put(Tag.REAL_WORLD_VALUE_LUT_DATA, 1, 2, 3, 4)
						.build(),
					Attributes.builder()
						.put(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, VR.US, 4)
						.put(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, VR.US, 300)
						.put(Tag.REAL_WORLD_VALUE_SLOPE, 2)
						.put(Tag.REAL_WORLD_VALUE_INTERCEPT, 1)
						.build());
		}
	},
	FLOATS {
		@Override
		SyntheticSeries series() {
			return new SyntheticSeries("o").slices(1)
				.bits(32)
				.without(Tag.PIXEL_DATA)
				.each((k, a) -> a.put(Tag.FLOAT_PIXEL_DATA, VR.OF, new byte[16 * 12 * 4])
					.put(tag("FloatPixelPaddingValue"), VR.FL, 0));
		}
	},
	ENHANCED {
		@Override
		SyntheticSeries series() {
			return enhanced("o", 4, sharedAxial(),
				k -> frameAt(-10, -20, 30 + 3 * (k % 2),
					Attributes.builder()
						.put(tag("StackID"), "1")
						.put(tag("InStackPositionNumber"), k % 2 + 1)
						.put(tag("TemporalPositionIndex"), k / 2 + 1)
						.put(tag("DimensionIndexValues"), 1, k % 2 + 1, k / 2 + 1)
						.build()));
		}
	},
	SEGMENTATION {
		@Override
		SyntheticSeries series() {
			return segmentation("o", "BINARY", "NO", List.of("A", "B"), new SegmentFrame(1, 30),
				new SegmentFrame(2, 30), new SegmentFrame(1, 33));
		}
	},
	FRACTIONAL {
		@Override
		SyntheticSeries series() {
			return segmentation("o", "FRACTIONAL", "YES", List.of("A", "B"), new SegmentFrame(1, 30),
				new SegmentFrame(2, 30)).with(Tag.MAXIMUM_FRACTIONAL_VALUE, 100);
		}
	},
	MOSAIC {
		@Override
		SyntheticSeries series() {
			return SyntheticObjects.mosaic("o", 3, SyntheticObjects.mosaicCsa(2, 3, 0, 0, 1));
		}
	},
	TOMOGRAM {
		@Override
		SyntheticSeries series() {
			return SyntheticObjects.tomogram("o", "RECON TOMO", 3, 4)
				.with(Tag.FRAME_INCREMENT_POINTER, "0054,0080")
				.with(tag("SliceVector"), 1, 2, 3)
				.with(tag("NumberOfSlices"), 3);
		}
	},
	CINE {
		@Override
		SyntheticSeries series() {
			return SyntheticObjects.cine("o", 3)
				.with(tag("FrameTime"), 40)
				.with(tag("FrameTimeVector"), 0, 40, 40)
				.with(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS,
					Attributes.builder()
						.put(Tag.REGION_SPATIAL_FORMAT, 1)
						.put(Tag.REGION_DATA_TYPE, 1)
						.put(Tag.REGION_LOCATION_MIN_X0, 0)
						.put(Tag.REGION_LOCATION_MIN_Y0, 0)
						.put(Tag.REGION_LOCATION_MAX_X1, 15)
						.put(Tag.REGION_LOCATION_MAX_Y1, 11)
						.put(Tag.PHYSICAL_UNITS_X_DIRECTION, 3)
						.put(Tag.PHYSICAL_UNITS_Y_DIRECTION, 3)
						.put(Tag.PHYSICAL_DELTA_X, 0.05)
						.put(Tag.PHYSICAL_DELTA_Y, 0.05)
						.build());
		}
	},
	DOSE {
		@Override
		SyntheticSeries series() {
			return SyntheticObjects.dose("o", 0, 5, 10);
		}
	},
	SLIDE {
		@Override
		SyntheticSeries series() {
			return enhanced("o", 4, groups(tag("PixelMeasuresSequence"), item(Tag.PIXEL_SPACING, 0.001, 0.0005)),
				k -> groups(tag("PlanePositionSlideSequence"),
					Attributes.builder()
						.put(tag("ColumnPositionInTotalImagePixelMatrix"), 8 * (k % 2) + 1)
						.put(tag("RowPositionInTotalImagePixelMatrix"), 6 * (k / 2) + 1)
						.put(tag("ZOffsetInSlideCoordinateSystem"), 0)
						.build(),
					tag("OpticalPathIdentificationSequence"),
					Attributes.builder().put(tag("OpticalPathIdentifier"), "1").build()))
				.size(8, 6)
				.with(Tag.MODALITY, "SM")
				.with(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.77.1.6")
				.with(tag("TotalPixelMatrixColumns"), 16)
				.with(tag("TotalPixelMatrixRows"), 12);
		}
	},
	FULLY_TILED {
		@Override
		SyntheticSeries series() {
			return SLIDE.series()
				.without(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
				.with(Tag.DIMENSION_ORGANIZATION_TYPE, "TILED_FULL");
		}
	},
	RLE {
		@Override
		SyntheticSeries series() {
			return new SyntheticSeries("o").slices(1);
		}

		@Override
		byte[] toBytes(final Attributes attributes) {
			return Encapsulated.file(attributes, Encapsulated.RLE, Encapsulated.NO_TABLE,
				List.of(Encapsulated.rle(series().pixels(0), 1, 2)));
		}
	},
	JPEG {
		@Override
		SyntheticSeries series() {
			final var shape = fixture("jpeg", "baseline-422.jpg").shape();
			return new SyntheticSeries("o").slices(1)
				.size(shape.columns(), shape.rows())
				.rgb(0)
				.with(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL_422");
		}

		@Override
		byte[] toBytes(final Attributes attributes) {
			return Encapsulated.file(attributes, Encapsulated.JPEG_BASELINE, Encapsulated.NO_TABLE,
				List.of(fixture("jpeg", "baseline-422.jpg").data()));
		}
	},
	JPEG_12 {
		@Override
		SyntheticSeries series() {
			final var shape = fixture("jpeg", "extended-12-rgb.jpg").shape();
			return new SyntheticSeries("o").slices(1)
				.size(shape.columns(), shape.rows())
				.bits(16, 12, 11)
				.with(Tag.SAMPLES_PER_PIXEL, 3)
				.with(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL");
		}

		@Override
		byte[] toBytes(final Attributes attributes) {
			return Encapsulated.file(attributes, "1.2.840.10008.1.2.4.51", Encapsulated.NO_TABLE,
				List.of(fixture("jpeg", "extended-12-rgb.jpg").data()));
		}
	};

	abstract SyntheticSeries series();

	/** Its file, of a header that may have been changed. */
	byte[] toBytes(final Attributes attributes) {
		return new DicomWriter().toBytes(attributes);
	}

	/** Its data set. */
	Attributes attributes() {
		return series().attributes(0);
	}

	private static byte[] fives(final int n) {
		final byte[] bytes = new byte[n];
		Arrays.fill(bytes, (byte) 0x55);
		return bytes;
	}

	private static CodecFixture fixture(final String family, final String name) {
		return CodecFixture.of(family).stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
	}
}
