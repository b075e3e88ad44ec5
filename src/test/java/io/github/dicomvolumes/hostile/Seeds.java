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

package io.github.dicomvolumes.hostile;

import static io.github.dicomvolumes.SyntheticObjects.frameAt;
import static io.github.dicomvolumes.SyntheticObjects.sharedAxial;
import static io.github.dicomvolumes.data.Dictionary.tag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;
import io.github.dicomvolumes.pixels.codec.CodecFixture;

/**
 * Intact files from which mutants are made: those of the project's writer, and those of pydicom where they lie. A
 * mutant is the same only where both are there, or neither.
 */
final class Seeds {

	private static final List<Path> FOLDERS = List.of(Path.of("../shared/data/pydicom"),
		Path.of("../shared/data/pydicom-data"));
	private static final int LARGEST = 200_000;

	/** Patients' names begin with one of these, unless they are short or in other letters. */
	static final List<String> NAMES = List.of("Syn^", "Canary");

	/**
	 * A file.
	 *
	 * @param size of the file or its pixels, whichever is more
	 */
	record Seed(String name, Tree tree, double size) {

		/** Small ones are drawn more often: they are faster and change as much. */
		double weight() {
			return 1 / (1 + Math.pow(size / 2500, 1.5));
		}

		boolean isEncapsulated() {
			return tree.find(Tags.PIXEL_DATA).filter(n -> n.fragments != null && n.fragments.size() > 1).isPresent();
		}
	}

	private final List<Seed> seeds = new ArrayList<>();
	private final List<Seed> neighbours = new ArrayList<>();

	Seeds() throws IOException {
		for (int k = 0; k < Neighbour.SLICES; k++)
			neighbours.add(seed("neighbour " + k, Neighbour.series().toBytes(k)));
		seeds.addAll(neighbours);
		addImages();
		addObjects();
		addStreams();
		for (final Path folder : FOLDERS)
			if (Files.isDirectory(folder)) addFiles(folder);
	}

	private static Seed seed(final String name, final byte[] bytes) {
		final Tree tree = TreeReader.read(bytes);
		double pixels = 1;
		for (final int tag : new int[] { Tags.ROWS, Tags.COLUMNS, Tags.FRAMES })
			pixels *= tree.find(tag).map(Values::numbers).filter(n -> n.length > 0).map(n -> n[0]).orElse(1.0);
		return new Seed(name, tree, Math.max(bytes.length, pixels));
	}

	private void add(final String name, final SyntheticSeries series) {
		seeds.add(seed(name, series.toBytes(0)));
	}

	private void addImages() {
		add("ct", new SyntheticSeries("ct").size(8, 6).rescale(2, -1024));
		add("implicit",
			new SyntheticSeries("mr").modality("MR").size(8, 6).syntax(TransferSyntax.IMPLICIT_LITTLE_ENDIAN));
		add("rgb", new SyntheticSeries("rgb").size(8, 6).rgb(0));
		add("planar", new SyntheticSeries("planar").size(8, 6).rgb(1));
		add("ybr", new SyntheticSeries("ybr").size(8, 6).rgb(0).with(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL"));
		add("signed", new SyntheticSeries("signed").size(8, 6).bits(16, 12, 11).signed());
		add("bits", new SyntheticSeries("bits").size(10, 7).bits(1));
		add("64 bits", new SyntheticSeries("long").size(8, 6).bits(64));
		add("palette",
			new SyntheticSeries("palette").size(8, 6)
				.bits(8)
				.with(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR")
				.each((k, a) -> {
					for (final String colour : List.of("Red", "Green", "Blue")) {
						a.put(tag(colour + "PaletteColorLookupTableDescriptor"), 256, 0, 16);
						a.put(tag(colour + "PaletteColorLookupTableData"), VR.OW, new byte[512]);
					}
				}));
		add("lut",
			new SyntheticSeries("lut").size(8, 6)
				.bits(8)
				.with(tag("ModalityLUTSequence"),
					Attributes.builder()
						.put(tag("LUTDescriptor"), 256, 0, 16)
						.put(tag("ModalityLUTType"), "HU")
						.put(tag("LUTData"), VR.OW, new byte[512])
						.build()));
		add("overlay", new SyntheticSeries("overlay").size(8, 6).each((k, a) -> {
			a.put(0x60000010, VR.US, Values.numbers("US", 6)).put(0x60000011, VR.US, Values.numbers("US", 8));
			a.put(0x60000040, VR.CS, Values.text("G")).put(0x60000050, VR.SS, Values.numbers("SS", 1, 1));
			a.put(0x60000100, VR.US, Values.numbers("US", 1)).put(0x60000102, VR.US, Values.numbers("US", 0));
			a.put(0x60003000, VR.OW, new byte[6]);
		}));
		add("pet",
			new SyntheticSeries("pet").modality("PT")
				.size(8, 6)
				.with(tag("Units"), "BQML")
				.with(tag("CorrectedImage"), "DECY", "ATTN")
				.with(tag("DecayCorrection"), "START")
				.with(tag("PatientWeight"), 70)
				.with(tag("AcquisitionTime"), "120000")
				.with(tag("SeriesDate"), "20200101")
				.with(tag("SeriesTime"), "120000")
				.with(tag("RadiopharmaceuticalInformationSequence"),
					Attributes.builder()
						.put(tag("RadiopharmaceuticalStartTime"), "110000")
						.put(tag("RadionuclideTotalDose"), 3e8)
						.put(tag("RadionuclideHalfLife"), 6586)
						.build()));
		add("undefined",
			new SyntheticSeries("undefined").size(8, 6)
				.with(tag("ReferencedImageSequence"),
					Attributes.builder().put(Tag.IMAGE_POSITION_PATIENT, 1, 2, 3).build())
				.writer(new DicomWriter(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, true, true)));
	}

	private void addObjects() {
		add("enhanced",
			SyntheticObjects
				.enhanced("enhanced", 4, sharedAxial(),
					k -> frameAt(-10, -20, 30 + 3 * k,
						Attributes.builder()
							.put(tag("DimensionIndexValues"), 1, k + 1)
							.put(tag("StackID"), "1")
							.put(tag("InStackPositionNumber"), k + 1)
							.build()))
				.size(8, 6)
				.with(tag("DimensionIndexSequence"), pointer("StackID"), pointer("InStackPositionNumber")));
		add("times",
			SyntheticObjects
				.enhanced("times", 4, sharedAxial(),
					k -> frameAt(-10, -20, 30 + 3 * (k / 2),
						Attributes.builder().put(tag("TemporalPositionIndex"), k % 2 + 1).build()))
				.size(8, 6));
		for (final String type : List.of("BINARY", "FRACTIONAL"))
			add("segmentation " + type, SyntheticObjects.segmentation("seg" + type, type, "NO", List.of("a", "b"),
				new SegmentFrame(1, 30), new SegmentFrame(1, 33), new SegmentFrame(2, 33)));
		add("dose", SyntheticObjects.dose("dose", 0, 5, 10).size(8, 6));
		add("cine", SyntheticObjects.cine("cine", 4).size(8, 6).with(tag("FrameTime"), 40));
		add("tomogram", SyntheticObjects.tomogram("nm", "RECON TOMO", 4, 4));
		add("mosaic", SyntheticObjects.mosaic("mosaic", 5, SyntheticObjects.mosaicCsa(2, 5, 0, 0, 1)));
		add("slide",
			SyntheticObjects.enhanced("slide", 4, sharedAxial(), k -> Attributes.EMPTY)
				.size(8, 6)
				.modality("OT")
				.with(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.77.1.6")
				.with(Tag.MODALITY, "SM")
				.with(tag("DimensionOrganizationType"), "TILED_FULL")
				.with(tag("TotalPixelMatrixColumns"), 16)
				.with(tag("TotalPixelMatrixRows"), 12)
				.with(tag("ImageOrientationSlide"), 0, 1, 0, 1, 0, 0));
		seeds.add(seed("structures",
			new DicomWriter().toBytes(new SyntheticStructures(Neighbour.series())
				.naming(Neighbour.series().uid(0), Neighbour.series().seriesInstanceUid())
				.add("ball", new int[] { 255, 0, 0 }, SyntheticStructures.rectangle(-10, -20, -8, -16, 30),
					SyntheticStructures.rectangle(-10, -20, -8, -16, 33))
				.add("point", null, SyntheticStructures.contour("POINT", -9, -18, 30))
				.toAttributes())));
	}

	private static Attributes pointer(final String keyword) {
		return Attributes.builder()
			.put(tag("DimensionIndexPointer"), VR.AT, attribute(tag(keyword)))
			.put(tag("FunctionalGroupPointer"), VR.AT, attribute(tag("FrameContentSequence")))
			.build();
	}

	private static byte[] attribute(final int tag) {
		return Values.numbers("AT", tag >>> 16, tag & 0xFFFF);
	}

	/** Compressed frames of the fixtures that codecs are tested with. */
	private void addStreams() {
		for (final String[] family : new String[][] { { "rle", Encapsulated.RLE }, { "jpeg", "1.2.840.10008.1.2.4.70" },
			{ "jpegls", "1.2.840.10008.1.2.4.80" }, { "jpeg2000", "1.2.840.10008.1.2.4.90" },
			{ "deflated", "1.2.840.10008.1.2.8.1" } })
			for (final CodecFixture fixture : CodecFixture.of(family[0]))
				if (fixture.data().length < 8000 && fixture.shape().bitsAllocated() != 24)
					seeds.add(seed(fixture.name(), stream(fixture, family[1])));
	}

	private static byte[] stream(final CodecFixture fixture, final String syntax) {
		final var shape = fixture.shape();
		final SyntheticSeries series = new SyntheticSeries(fixture.name()).size(shape.columns(), shape.rows());
		if (shape.samplesPerPixel() == 3) series.rgb(0);
		series.bits(shape.bitsAllocated(), shape.bitsStored(), shape.bitsStored() - 1);
		final byte[] data = fixture.data();
		final byte[] even = Arrays.copyOf(data, data.length + (data.length & 1));
		return Encapsulated.file(series.attributes(0), syntax, Encapsulated.NO_TABLE, List.of(even));
	}

	private void addFiles(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path file : files.filter(f -> f.toString().endsWith(".dcm")).sorted().toList())
				if (Files.size(file) < LARGEST)
					seeds.add(renamed(seed(file.getFileName().toString(), Files.readAllBytes(file))));
		}
	}

	/** With names of persons that are found again in texts, as long as they were. */
	private static Seed renamed(final Seed seed) {
		seed.tree().lists().forEach(list -> list.stream().filter(Seeds::isPlainName).forEach(node -> {
			final String name = NAMES.get(1) + "^".repeat(node.value.length - NAMES.get(1).length());
			node.value = name.getBytes(StandardCharsets.US_ASCII);
		}));
		return seed;
	}

	private static boolean isPlainName(final Node node) {
		if (!node.vr.equals("PN") || node.value == null || node.value.length < NAMES.get(1).length()) return false;
		for (final byte letter : node.value)
			if (letter < ' ') return false;
		return true;
	}

	// -- Draw --

	Seed neighbour(final int k) {
		return neighbours.get(k);
	}

	Seed draw(final Random random) {
		return draw(seeds, random);
	}

	Seed drawEncapsulated(final Random random) {
		return draw(seeds.stream().filter(Seed::isEncapsulated).toList(), random);
	}

	Seed drawMultiFrame(final Random random) {
		return draw(seeds.stream().filter(s -> s.tree.find(Tags.PER_FRAME).isPresent()).toList(), random);
	}

	private static Seed draw(final List<Seed> from, final Random random) {
		double n = random.nextDouble() * from.stream().mapToDouble(Seed::weight).sum();
		for (final Seed seed : from) {
			n -= seed.weight();
			if (n < 0) return seed;
		}
		return from.get(from.size() - 1);
	}

	int size() {
		return seeds.size();
	}
}
