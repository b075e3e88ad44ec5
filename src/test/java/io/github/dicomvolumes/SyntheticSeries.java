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

package io.github.dicomvolumes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.DicomWriter;

/**
 * A series of synthetic slices, described by what is special about it:
 *
 * <pre>
 * new SyntheticSeries().slices(6).omit(3).write(folder); // a slice is missing
 * </pre>
 *
 * What is not said is the base case of the specification: CT, 5 axial slices of 16 columns and 12 rows, pixels 0.5 mm
 * wide and 2 mm high, 3 mm apart and 3 mm thick, the first pixel of slice 0 at (-10, -20, 30) mm, unsigned 16 bits,
 * where slice k, row r, column c holds 1000 k + 10 r + c.
 * <p>
 * The slice number k, 0-based, is what everything of a slice follows from: position, Instance Number k + 1, UID,
 * values. It stays the same if other slices are omitted, so that one series can be written in parts that differ: give
 * both parts the same name and let each write {@linkplain #only only} its slices.
 * <p>
 * Of two calls about the same thing the later counts, and an attribute that a test puts counts more than what follows
 * from the rest. Lambdas must be pure functions: slices are made by many threads. The same calls always give the same
 * bytes. Not thread-safe itself.
 */
public final class SyntheticSeries {

	/** A number for each pixel: a stored value, or a colour as 0xRRGGBB. */
	@FunctionalInterface
	public interface Values {

		/** @param slice k; with several {@linkplain #frames frames per file} the number of the frame in the series */
		long at(int slice, int row, int column);
	}

	/** Puts attributes that one slice has; within one call the first value of a tag counts. */
	@FunctionalInterface
	public interface Change {

		void apply(int slice, AttributesBuilder attributes);
	}

	/** SOP classes by modality (PS3.4 B.5). */
	private static final Map<String, String> SOP_CLASSES = Map.of("CT", "1.2.840.10008.5.1.4.1.1.2", "MR",
		"1.2.840.10008.5.1.4.1.1.4", "PT", "1.2.840.10008.5.1.4.1.1.128", "NM", "1.2.840.10008.5.1.4.1.1.20", "CR",
		"1.2.840.10008.5.1.4.1.1.1", "DX", "1.2.840.10008.5.1.4.1.1.1.1", "XA", "1.2.840.10008.5.1.4.1.1.12.1", "US",
		"1.2.840.10008.5.1.4.1.1.6.1", "OT", "1.2.840.10008.5.1.4.1.1.7");

	private static final Values BASE_VALUES = (k, r, c) -> 1000L * k + 10 * r + c;

	private final String name;
	private final String study;
	private int number = 1;

	private int slices = 5;
	private IntPredicate written = k -> true;
	private int framesPerFile = 1;
	private int columns = 16;
	private int rows = 12;

	private double[] orientation = { 1, 0, 0, 0, 1, 0 };
	private double[] origin = { -10, -20, 30 };
	private IntFunction<double[]> positions = k -> along(3.0 * k);

	private int bitsAllocated = 16;
	private int bitsStored = 16;
	private int highBit = 15;
	private boolean signed;
	private int planarConfiguration = -1;
	private Values values = BASE_VALUES;
	private boolean wholeWords;
	private int pixelBytes = -1;

	private IntUnaryOperator instanceNumbers = k -> k + 1;
	private IntFunction<String> fileNames = k -> "IM%03d".formatted(instanceNumbers.applyAsInt(k));

	private final List<Change> changes = new ArrayList<>();
	private final Map<Integer, IntPredicate> absent = new HashMap<>();
	private DicomWriter writer = new DicomWriter();
	private final Map<Integer, UnaryOperator<byte[]>> damage = new HashMap<>();

	/** The base case. */
	public SyntheticSeries() {
		this("synthetic");
	}

	/**
	 * The base case of another patient and study.
	 *
	 * @param name from which patient, description and all UIDs are made
	 */
	public SyntheticSeries(final String name) {
		this.name = name;
		study = Uids.ofName(name);
	}

	/** Of the same patient and study as all others of which this is said; else each name is a patient of its own. */
	public SyntheticSeries ofOneStudy() {
		return with(Tag.PATIENT_NAME, "Syn^One").with(Tag.PATIENT_ID, "one").with(Tag.STUDY_INSTANCE_UID, "2.25.1");
	}

	/** Another series of the same study: Series Number and the UIDs, from 1 on. */
	public SyntheticSeries series(final int seriesNumber) {
		number = seriesNumber;
		return this;
	}

	// -- Which slices --

	/** How many slices there are, the omitted ones included. */
	public SyntheticSeries slices(final int count) {
		slices = count;
		return this;
	}

	/** Slices that are not written. */
	public SyntheticSeries omit(final int... ks) {
		written = isAny(ks).negate();
		return this;
	}

	/** The only slices that are written; they may also lie behind the last. */
	public SyntheticSeries only(final int... ks) {
		written = isAny(ks);
		slices = Math.max(slices, Arrays.stream(ks).max().orElse(-1) + 1);
		return this;
	}

	/** How many frames each file holds, one behind the other; without further geometry, as in a cine loop. */
	public SyntheticSeries frames(final int perFile) {
		framesPerFile = perFile;
		return with(Tag.NUMBER_OF_FRAMES, perFile);
	}

	// -- Geometry --

	/** The size of a slice in pixels. */
	public SyntheticSeries size(final int columnCount, final int rowCount) {
		columns = columnCount;
		rows = rowCount;
		return this;
	}

	/** Pixel Spacing in mm: of rows (the height of a pixel) first. */
	public SyntheticSeries pixelSpacing(final double ofRows, final double ofColumns) {
		return with(Tag.PIXEL_SPACING, ofRows, ofColumns);
	}

	/**
	 * Image Orientation (Patient), LPS: the direction in which columns increase, then that in which rows do. Slices
	 * follow its normal. For one that has no normal put the attribute,
	 * {@code with(Tag.IMAGE_ORIENTATION_PATIENT, ...)}.
	 */
	public SyntheticSeries orientation(final double xx, final double xy, final double xz, final double yx,
		final double yy, final double yz)
	{
		orientation = new double[] { xx, xy, xz, yx, yy, yz };
		return this;
	}

	/** The position of slice 0, the centre of its first pixel in mm, LPS. */
	public SyntheticSeries origin(final double x, final double y, final double z) {
		origin = new double[] { x, y, z };
		return this;
	}

	/** The distance of neighbouring slices in mm, along the normal. */
	public SyntheticSeries gap(final double mm) {
		positions = k -> along(mm * k);
		return this;
	}

	/** The way from a slice to the next in mm, LPS; oblique to the normal it makes a tilt. */
	public SyntheticSeries step(final double x, final double y, final double z) {
		positions = k -> new double[] { origin[0] + x * k, origin[1] + y * k, origin[2] + z * k };
		return this;
	}

	/** Where each slice lies on the normal, in mm from the origin; also says how many slices there are. */
	public SyntheticSeries distances(final double... mm) {
		slices = mm.length;
		positions = k -> along(mm[k]);
		return this;
	}

	/** Image Position (Patient) of each slice in mm, LPS, apart from the origin. */
	public SyntheticSeries positions(final IntFunction<double[]> ofSlice) {
		positions = ofSlice;
		return this;
	}

	// -- Pixels --

	/** The stored values; bits that a word cannot hold are cut off. */
	public SyntheticSeries values(final Values stored) {
		values = stored;
		wholeWords = false;
		return this;
	}

	/** The words as they stand in Pixel Data, also outside the stored bits. */
	public SyntheticSeries words(final Values whole) {
		values = whole;
		wholeWords = true;
		return this;
	}

	/** Bits Allocated (1, 8, 16, 32 or 64), all of which are stored. */
	public SyntheticSeries bits(final int allocated) {
		return bits(allocated, allocated, allocated - 1);
	}

	/** Bits Allocated, Bits Stored and High Bit. */
	public SyntheticSeries bits(final int allocated, final int stored, final int high) {
		bitsAllocated = allocated;
		bitsStored = stored;
		highBit = high;
		return this;
	}

	/** Pixel Representation 1. */
	public SyntheticSeries signed() {
		signed = true;
		return this;
	}

	/**
	 * Colours of 8 bits per sample, black to (125, 250, 119) unless {@link #values} gives others.
	 *
	 * @param planar Planar Configuration: 0 colour by pixel, 1 colour by plane
	 */
	public SyntheticSeries rgb(final int planar) {
		planarConfiguration = planar;
		if (values == BASE_VALUES) values = (k, r, c) -> {
			final int v = 10 * r + c;
			return (v & 0xFF) << 16 | (2 * v & 0xFF) << 8 | 3 * v & 0xFF;
		};
		return bits(8).with(Tag.PHOTOMETRIC_INTERPRETATION, "RGB").with(Tag.PLANAR_CONFIGURATION, planar);
	}

	/** Rescale Slope and Intercept of all slices. */
	public SyntheticSeries rescale(final double slope, final double intercept) {
		return rescale(k -> slope, intercept);
	}

	/** A Rescale Slope for each slice. */
	public SyntheticSeries rescale(final IntToDoubleFunction slope, final double intercept) {
		return each((k, a) -> a.put(Tag.RESCALE_INTERCEPT, intercept).put(Tag.RESCALE_SLOPE, slope.applyAsDouble(k)));
	}

	/** The length of Pixel Data as the header says it too: shorter than the image needs, or longer with zeros. */
	public SyntheticSeries pixelBytes(final int length) {
		pixelBytes = length;
		return this;
	}

	// -- Attributes --

	/** Modality and its SOP Class. */
	public SyntheticSeries modality(final String modality) {
		if (!SOP_CLASSES.containsKey(modality)) throw new IllegalArgumentException("no SOP Class for " + modality);
		return with(Tag.MODALITY, modality).with(Tag.SOP_CLASS_UID, SOP_CLASSES.get(modality));
	}

	/** The Instance Number of each slice, and the default file name with it. */
	public SyntheticSeries instanceNumbers(final IntUnaryOperator ofSlice) {
		instanceNumbers = ofSlice;
		return this;
	}

	/** Instance Numbers and file names in the order of the slices. */
	public SyntheticSeries instanceNumbers(final int... ofSlices) {
		return instanceNumbers(k -> ofSlices[k]);
	}

	/** Instance Numbers and file names against the order of the slices. */
	public SyntheticSeries descendingInstanceNumbers() {
		return instanceNumbers(k -> slices - k);
	}

	/** Instance Numbers and file names without order, the same for the same number of slices. */
	public SyntheticSeries shuffledInstanceNumbers(final long seed) {
		final int[] shuffled = new int[Math.max(slices, 1)];
		final List<Integer> numbers = new ArrayList<>(IntStream.rangeClosed(1, shuffled.length).boxed().toList());
		Collections.shuffle(numbers, new Random(seed));
		Arrays.setAll(shuffled, numbers::get);
		return instanceNumbers(shuffled);
	}

	/** An attribute of all slices, as text in the dictionary's VR. */
	public SyntheticSeries with(final int tag, final String... text) {
		return with(tag, a -> a.put(tag, text));
	}

	/** An attribute of all slices, as numbers in the dictionary's VR. */
	public SyntheticSeries with(final int tag, final double... numbers) {
		return with(tag, a -> a.put(tag, numbers));
	}

	/** A sequence of all slices. */
	public SyntheticSeries with(final int tag, final Attributes... items) {
		return with(tag, a -> a.put(tag, List.of(items)));
	}

	/** An attribute that is absent in some slices, in all if none is named, until {@code with} gives it again. */
	public SyntheticSeries without(final int tag, final int... ks) {
		absent.put(tag, ks.length == 0 ? k -> true : isAny(ks));
		return this;
	}

	/** Attributes of one slice. */
	public SyntheticSeries slice(final int k, final Consumer<AttributesBuilder> change) {
		return each((slice, a) -> { if (slice == k) change.accept(a); });
	}

	/** Attributes of each slice; with Pixel Data among them, others than those of the values. */
	public SyntheticSeries each(final Change change) {
		changes.add(change);
		return this;
	}

	// -- Files --

	/** The path of each slice below the folder, such as "a/b/IM001"; else "IM001" with the Instance Number. */
	public SyntheticSeries fileNames(final IntFunction<String> ofSlice) {
		fileNames = ofSlice;
		return this;
	}

	/** The path of each slice below the folder, made from k + 1 by a format such as "%03d.dcm". */
	public SyntheticSeries fileNames(final String format) {
		return fileNames(k -> format.formatted(k + 1));
	}

	/** Explicit little endian, implicit little endian, explicit big endian or deflated. */
	public SyntheticSeries syntax(final TransferSyntax syntax) {
		return writer(new DicomWriter(syntax, true, false));
	}

	/** How files are written, also without preamble or with sequences of undefined length. */
	public SyntheticSeries writer(final DicomWriter dicomWriter) {
		writer = dicomWriter;
		return this;
	}

	/** What happens to the finished bytes of one slice. */
	public SyntheticSeries damage(final int k, final UnaryOperator<byte[]> change) {
		damage.merge(k, change, (first, second) -> bytes -> second.apply(first.apply(bytes)));
		return this;
	}

	// -- Results --

	/** The numbers of the slices that are written, ascending. */
	public int[] sliceNumbers() {
		return IntStream.range(0, slices).filter(written).toArray();
	}

	/** The data set of a slice, also of an omitted one. */
	public Attributes attributes(final int k) {
		final var attributes = Attributes.builder();
		for (int i = changes.size() - 1; i >= 0; i--) // the builder keeps what it gets first
			changes.get(i).apply(k, attributes);
		putIdentity(attributes, k);
		putImage(attributes, k);
		final Attributes all = attributes.build();
		return absent.isEmpty() ? all : withoutAbsent(all, k);
	}

	/** The pixel data of a slice, little endian. */
	public byte[] pixels(final int k) {
		final byte[] pixels = new SyntheticPixels(values, columns, rows, framesPerFile, bitsAllocated,
			wholeWords ? -1 : bitsStored, highBit, planarConfiguration).toBytes(k);
		return pixelBytes < 0 ? pixels : Arrays.copyOf(pixels, pixelBytes);
	}

	/** The file of a slice, also of an omitted one. */
	public byte[] toBytes(final int k) {
		return damage.getOrDefault(k, UnaryOperator.identity()).apply(writer.toBytes(attributes(k)));
	}

	/** The path of a slice below the folder. */
	public String fileName(final int k) {
		return fileNames.apply(k);
	}

	/**
	 * Writes the slices below a folder, which may exist already.
	 *
	 * @return the files in the order of the slices
	 */
	public List<Path> write(final Path folder) throws IOException {
		final int[] ks = sliceNumbers();
		final List<Path> files = Arrays.stream(ks).mapToObj(k -> folder.resolve(fileName(k))).toList();
		for (final Path parent : files.stream().map(Path::getParent).distinct().toList())
			Files.createDirectories(parent);
		try {
			IntStream.range(0, ks.length).parallel().forEach(i -> {
				try {
					Files.write(files.get(i), toBytes(ks[i]));
				}
				catch (final IOException exc) {
					throw new UncheckedIOException(exc);
				}
			});
		}
		catch (final UncheckedIOException exc) {
			throw exc.getCause();
		}
		return files;
	}

	/** Writes the slices into a zip archive. */
	public Path writeZip(final Path archive) throws IOException {
		try (OutputStream out = Files.newOutputStream(archive); var zip = new ZipOutputStream(out)) {
			for (final int k : sliceNumbers()) {
				zip.putNextEntry(new ZipEntry(fileName(k)));
				zip.write(toBytes(k));
			}
		}
		return archive;
	}

	/** The UID of the series. */
	public String seriesInstanceUid() {
		return study + "." + number;
	}

	/** A UID of the study that nothing else has. */
	public String uid(final int suffix) {
		return study + ".0." + suffix;
	}

	// -- Helpers --

	private void putIdentity(final AttributesBuilder a, final int k) {
		a.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL").put(Tag.SOP_CLASS_UID, SOP_CLASSES.get("CT"));
		a.put(Tag.SOP_INSTANCE_UID, seriesInstanceUid() + "." + (k + 1)).put(Tag.STUDY_DATE, "20200101");
		a.put(Dictionary.tag("StudyTime"), "120000").put(Tag.MODALITY, "CT");
		a.put(Dictionary.tag("Manufacturer"), "SYNTH").put(Tag.SERIES_DESCRIPTION, name);
		a.put(Tag.PATIENT_NAME, "Syn^" + name).put(Tag.PATIENT_ID, name);
		a.put(Tag.SLICE_THICKNESS, 3).put(Dictionary.tag("ProtocolName"), name);
		a.put(Dictionary.tag("PatientPosition"), "HFS").put(Tag.STUDY_INSTANCE_UID, study);
		a.put(Tag.SERIES_INSTANCE_UID, seriesInstanceUid()).put(Tag.SERIES_NUMBER, number);
		a.put(Tag.INSTANCE_NUMBER, instanceNumbers.applyAsInt(k));
		a.put(Tag.IMAGE_POSITION_PATIENT, positions.apply(k)).put(Tag.IMAGE_ORIENTATION_PATIENT, orientation);
		a.put(Tag.FRAME_OF_REFERENCE_UID, uid(0));
	}

	private void putImage(final AttributesBuilder a, final int k) {
		a.put(Tag.SAMPLES_PER_PIXEL, planarConfiguration < 0 ? 1 : 3)
			.put(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
		a.put(Tag.ROWS, rows).put(Tag.COLUMNS, columns).put(Tag.PIXEL_SPACING, 2.0, 0.5);
		a.put(Tag.BITS_ALLOCATED, bitsAllocated).put(Tag.BITS_STORED, bitsStored).put(Tag.HIGH_BIT, highBit);
		a.put(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0);
		a.put(Tag.PIXEL_DATA, bitsAllocated > 8 ? VR.OW : VR.OB, pixels(k));
	}

	private SyntheticSeries with(final int tag, final Consumer<AttributesBuilder> put) {
		absent.remove(tag);
		return each((k, a) -> put.accept(a));
	}

	private Attributes withoutAbsent(final Attributes all, final int k) {
		final var left = Attributes.builder();
		for (final Element e : all.elements()) {
			if (absent.getOrDefault(e.tag(), i -> false).test(k)) continue;
			if (e.vr() == VR.SQ) left.put(e.tag(), all.items(e.tag()));
			else left.put(e.tag(), e.vr(), e.bytes());
		}
		return left.build();
	}

	/** The point at a distance from the origin along the normal, in mm. */
	private double[] along(final double distance) {
		final double[] o = orientation;
		final double[] n = { o[1] * o[5] - o[2] * o[4], o[2] * o[3] - o[0] * o[5], o[0] * o[4] - o[1] * o[3] };
		final double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
		final double[] point = new double[3];
		Arrays.setAll(point, i -> origin[i] + distance * n[i] / length);
		return point;
	}

	private static IntPredicate isAny(final int... ks) {
		return k -> Arrays.stream(ks).anyMatch(i -> i == k);
	}
}
