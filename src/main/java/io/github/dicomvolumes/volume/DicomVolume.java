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

package io.github.dicomvolumes.volume;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.SpacingSource;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.Padding;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.pixels.ValueSample;
import io.github.dicomvolumes.pixels.Window;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.sample.PlaneAxes;
import io.github.dicomvolumes.volume.sample.Planes;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A volume, its pixels in memory or read when they are asked for ({@link #isVirtual}), where it lies in the patient,
 * and what the files say about it.
 * <p>
 * The images have the axes X (columns), Y (rows), Z (slices along the normal) and, if there are several channels or
 * times, C and T after them; indices are 0-based. All images of a volume share one copy of the pixels, an array for
 * each plane, with each other and, in memory, with the ImagePlus that shows them.
 * </p>
 */
public final class DicomVolume implements AutoCloseable {

	/** Planes of a virtual volume that are read to find its range of values. */
	private static final int SAMPLED = 16;

	private static final DisplayRange OF_COLOUR = new DisplayRange(0, 255);

	private final String name;
	private final Stack stack;
	private final PlanePlan plan;
	private final PlaneArrays planes;
	private final FrameCoding[] codings;
	/** What is found when planes of a virtual volume are read is added later. */
	private final Supplier<List<Finding>> findings;
	/** Whether the values are those of the files, so that the files' windows apply. */
	private final boolean isAsFiled;
	/** Null before it is asked for. */
	private volatile FirstWindow firstWindow;

	/**
	 * @param codings of the planes, null where no file gave one
	 * @param planes arrays of the plan's type
	 * @param findings for the report, asked for each time
	 */
	DicomVolume(final String name, final Stack stack, final PlanePlan plan, final FrameCoding[] codings,
		final PlaneArrays planes, final Supplier<List<Finding>> findings)
	{
		this(name, stack, plan, codings, planes, findings, true);
	}

	private DicomVolume(final String name, final Stack stack, final PlanePlan plan, final FrameCoding[] codings,
		final PlaneArrays planes, final Supplier<List<Finding>> findings, final boolean isAsFiled)
	{
		this.isAsFiled = isAsFiled;
		this.name = name;
		this.stack = stack;
		this.plan = plan;
		this.planes = planes;
		this.codings = codings.clone();
		this.findings = findings;
	}

	/**
	 * A volume of the same frames whose real values are these times a factor, held as 32-bit; the stored values stay
	 * the same.
	 *
	 * @param factor not 0
	 * @param unit of the new values
	 * @param finding says what was done
	 */
	public DicomVolume times(final double factor, final String unit, final String newName, final Finding finding) {
		final FrameCoding[] lines = Arrays.stream(codings)
			.map(c -> c == null ? null : c.times(factor, unit))
			.toArray(FrameCoding[]::new);
		final PlanePlan real = new PlanePlan(PlaneType.FLOAT32, new Rescale(1, 0, unit), plan.holdsStored(),
			"real values as 32-bit");
		final ScaledPlanes scaled = new ScaledPlanes(planes, plan, codings, lines, factor, (int) geometry().columns(),
			(int) geometry().rows());
		return new DicomVolume(newName, stack, real, lines, isVirtual() ? scaled : scaled.inMemory(),
			() -> Stream.concat(findings.get().stream(), Stream.of(finding)).toList(), false);
	}

	/** What to call it: the series' description, else the folder's name. */
	public String name() {
		return name;
	}

	/** The name, or one that identifies nobody: "CT series 3". */
	public String name(final Disclosure disclosure) {
		if (disclosure.isFull()) return name;
		final String series = attributes().orElse(Tag.SERIES_NUMBER, "");
		return attributes().orElse(Tag.MODALITY, "DICOM") + (series.isEmpty() ? "" : " series " + series);
	}

	/** Where its voxels lie in the patient. */
	public VolumeGeometry geometry() {
		return stack.geometry();
	}

	/**
	 * The unit of the distance between slices: mm, or pixel if nothing tells it. Within the slices it is that of the
	 * geometry.
	 */
	public String sliceUnit() {
		return geometry().spacingSource() == SpacingSource.UNKNOWN ? VolumeGeometry.PIXEL : VolumeGeometry.MM;
	}

	/** Voxels along x, y, z, channels and times: always five numbers. */
	public long[] dimensions() {
		return new long[] { geometry().columns(), geometry().rows(), stack.slices(), stack.channels(), stack.times() };
	}

	/** The frames in their places. */
	public Stack stack() {
		return stack;
	}

	/** The attributes of the first frame. */
	public Attributes attributes() {
		return stack.attributes();
	}

	/** The attributes of the frame at a place, 0-based; empty if that slice is missing. */
	public Optional<Attributes> attributes(final int slice, final int channel, final int time) {
		return stack.frame(slice, channel, time).map(Frame::attributes);
	}

	/** What was done to make it, and what to know about it. */
	public Report report() {
		return new Report(headline(name), findings.get());
	}

	/** The report, or one without names, of the volume and of files. */
	public Report report(final Disclosure disclosure) {
		return disclosure.isFull() ? report()
			: new Report(headline(name(disclosure)),
				findings.get().stream().map(f -> new Finding(f.code(), f.text())).toList());
	}

	// -- Values --

	/** The unit of {@link #values()}, such as "HU"; empty if the files name none. */
	public String unit() {
		return plan.line().unit();
	}

	/**
	 * The number that arrays hold, taken without sign, where the files have padding: pixels outside the image; empty if
	 * no file names it.
	 */
	public OptionalDouble padding() {
		return Arrays.stream(codings)
			.filter(coding -> coding != null && coding.padding().isPresent())
			.mapToDouble(coding -> plan.held(coding.padding().get().value(), coding) + plan.type().offset())
			.findFirst();
	}

	/** Whether no file holds a plane, so that it is filled with padding or the least value. */
	public boolean isFilled(final int slice, final int channel, final int time) {
		return codings[index(slice, channel, time)] == null;
	}

	/**
	 * The padding of a plane in the values that it holds, of its {@link #plan type}: pixels outside the image; empty if
	 * its file names none.
	 */
	public Optional<Padding> padding(final int slice, final int channel, final int time) {
		return Optional.ofNullable(codings[index(slice, channel, time)])
			.flatMap(coding -> coding.padding()
				.map(padding -> new Padding(plan.held(padding.value(), coding), plan.held(padding.limit(), coding))));
	}

	/** What the planes hold: the type of their arrays, and the line from there to real values. */
	public PlanePlan plan() {
		return plan;
	}

	/** Whether pixels are red, green and blue rather than one value. */
	public boolean isColour() {
		return VolumeImages.isColour(plan);
	}

	/**
	 * The array of one plane, row by row, of the type that {@link #plan()} tells: not a copy. Changing it changes the
	 * volume; do not change it if the volume {@link #isVirtual}.
	 *
	 * @throws java.io.UncheckedIOException if the volume is virtual and a file is gone or changed since it was opened
	 */
	public Object plane(final int slice, final int channel, final int time) {
		return planes.get(index(slice, channel, time));
	}

	/**
	 * Copies some rows of a plane. Of a virtual volume whose files are not compressed no others are read.
	 *
	 * @param firstRow 0-based
	 * @param into array of the same type as the plane
	 * @param at where its first pixel goes
	 * @throws java.io.UncheckedIOException as {@link #plane}
	 */
	public void rows(final int slice, final int channel, final int time, final int firstRow, final int rows,
		final Object into, final int at)
	{
		Objects.checkFromIndexSize(firstRow, rows, (int) geometry().rows());
		planes.rows(index(slice, channel, time), firstRow, rows, into, at);
	}

	/**
	 * The line from the stored to the real values of a plane; empty if a table gives them, or if no file holds the
	 * plane.
	 */
	public Optional<Rescale> line(final int slice, final int channel, final int time) {
		return Optional.ofNullable(codings[index(slice, channel, time)])
			.filter(coding -> coding.table().isEmpty())
			.map(FrameCoding::rescale);
	}

	/** Whether planes are read when they are asked for, rather than all in memory. */
	public boolean isVirtual() {
		return planes.isVirtual();
	}

	/**
	 * What was wrong with a plane of a virtual volume when it was read, for people; empty if nothing was, if it has not
	 * been read, or if the volume is in memory.
	 */
	public String problem(final int slice, final int channel, final int time) {
		return planes.problem(index(slice, channel, time));
	}

	/**
	 * Lets go of archives and temporary files that a virtual volume holds open to read faster; nothing else changes.
	 * The garbage collector does it at last.
	 */
	@Override
	public void close() {
		planes.close();
	}

	private int index(final int slice, final int channel, final int time) {
		return stack.shape().plane(slice, channel, time);
	}

	/**
	 * The same volume with other pixels.
	 *
	 * @param otherPlanes arrays of the same type and length: slice fastest, then channel, then time; they are not
	 *        copied
	 */
	public DicomVolume withPlanes(final Object[] otherPlanes) {
		return new DicomVolume(name, stack, plan, codings,
			new MemoryPlanes(otherPlanes.clone(), (int) geometry().columns()), findings, isAsFiled);
	}

	/**
	 * The stored values, as the files have them after masking (PS3.5 8.1.1). Exact, except where {@link #report()} says
	 * that some were rounded. A view of the planes; colour has red, green and blue as one more axis at the end.
	 */
	public RandomAccessibleInterval<? extends RealType<?>> stored() {
		return images().stored();
	}

	/**
	 * The real values in {@link #unit()}: stored values on the line of their frame. Calculated as they are read, from
	 * the same planes.
	 */
	public RandomAccessibleInterval<FloatType> values() {
		return images().values();
	}

	/**
	 * A slice of a plane as radiologists look at it (R36), a view of {@link #values()}: (right, down), and if there are
	 * several, channels and times after them. All slices are {@code Planes.of(values(), planeAxes(plane))}.
	 *
	 * @param slice 0-based, in the order of the voxels along the axis through the plane
	 */
	public RandomAccessibleInterval<FloatType> plane(final AnatomicalPlane plane, final long slice) {
		final PlaneAxes axes = planeAxes(plane);
		Objects.checkIndex(slice, dimensions()[axes.through()]);
		return Planes.slice(values(), axes, slice);
	}

	/** Which axes of the images run along a plane; without a place in the patient they are XY, XZ and YZ. */
	public PlaneAxes planeAxes(final AnatomicalPlane plane) {
		return geometry().patientBased() ? PlaneAxes.of(plane, geometry().letters()) : PlaneAxes.ofImage(plane);
	}

	/**
	 * The colours of a colour volume.
	 *
	 * @throws IllegalStateException if the volume is grey
	 */
	public RandomAccessibleInterval<ARGBType> colours() {
		if (!isColour()) throw new IllegalStateException(name + " is grey");
		return images().colours();
	}

	// -- Display --

	/** The window presets of the middle slice; often none, and none if the values are not those of the files. */
	public List<Window> windows() {
		if (!isAsFiled) return List.of();
		return stack.middle().map(frame -> Window.of(frame.attributes(), note -> {})).orElse(List.of());
	}

	/** What is to be shown black and white at first: the first preset, else what fits the modality. */
	public FirstWindow firstWindow() {
		if (firstWindow == null) firstWindow = firstWindow(this::sample); // of virtual volumes it may read slices
		return firstWindow;
	}

	/** The same where only one plane is shown: of a virtual volume no other is read. */
	public FirstWindow firstWindow(final int slice, final int channel, final int time) {
		return firstWindow(() -> sample(List.of(index(slice, channel, time))));
	}

	private FirstWindow firstWindow(final Supplier<Optional<ValueSample>> values) {
		return isColour() ? FirstWindow.ofValues(OF_COLOUR)
			: FirstWindow.of(windows(), attributes().orElse(Tag.MODALITY, ""), unit(), values);
	}

	/** The real values of the {@linkplain #firstWindow first window}. */
	public DisplayRange displayRange() {
		return firstWindow().range();
	}

	/** Whether the smallest value is to be shown white (MONOCHROME1). */
	public boolean isShownInverted() {
		return Arrays.stream(codings)
			.filter(Objects::nonNull)
			.findFirst()
			.map(c -> c.format().photometric().isShownInverted(attributes()))
			.orElse(false);
	}

	@Override
	public String toString() {
		return headline(name);
	}

	/** Nearly all real values of the voxels, without padding and outliers; empty if nothing is left. */
	public Optional<DisplayRange> rangeOfValues() {
		return isColour() ? Optional.of(OF_COLOUR) : sample().flatMap(ValueSample::range);
	}

	/** Values of all planes; empty if nothing but fill is there. */
	private Optional<ValueSample> sample() {
		return sample(IntStream.range(0, planes.size()).boxed().toList());
	}

	private Optional<ValueSample> sample(final List<Integer> of) {
		final List<Integer> known = of.stream().filter(i -> codings[i] != null).toList();
		if (known.isEmpty()) return Optional.empty();
		final int looked = isVirtual() ? Math.min(known.size(), SAMPLED) : known.size();
		final List<Integer> sample = IntStream.range(0, looked)
			.mapToObj(n -> known.get((int) ((n + 0.5) * known.size() / looked)))
			.toList();
		return Optional
			.of(ValueSample.of(plan, new PlaneList(planes, sample), sample.stream().map(i -> codings[i]).toList()));
	}

	private VolumeImages images() {
		final long[] dimensions = dimensions();
		final boolean is3D = dimensions[3] == 1 && dimensions[4] == 1;
		return new VolumeImages(plan, codings, planes, is3D ? Arrays.copyOf(dimensions, 3) : dimensions);
	}

	private String headline(final String title) {
		final VolumeGeometry geometry = geometry();
		final int files = stack.files().size();
		final String series = attributes().orElse(Tag.SERIES_NUMBER, "");
		final String size = Arrays.stream(dimensions())
			.limit(dimensions()[3] * dimensions()[4] == 1 ? 3 : 5)
			.mapToObj(Long::toString)
			.collect(Collectors.joining(" x "));
		final Rescale line = plan.line();
		return String.format(Locale.ROOT, "%s%s: %s, %s voxels of %s, slice spacing %s; %s; %s%s", title,
			series.isEmpty() || !title.equals(name) ? "" : " (series " + series + ")", Listing.count(files, "file"),
			size, voxel(), source(geometry.spacingSource()), place(geometry), plan.reason(),
			line.unit().isEmpty() || !line.isIdentity() ? "" : ", in " + line.unit());
	}

	/** The size of a voxel: "0.5 x 2 x 3 mm"; in two units "1 x 1 pixel x 3 mm". */
	private String voxel() {
		final double[] spacing = geometry().spacing();
		final String inPlane = geometry().unit(), between = sliceUnit();
		return size(spacing[0]) + " x " + size(spacing[1]) + (inPlane.equals(between) ? "" : " " + inPlane) + " x " +
			size(spacing[2]) + " " + between;
	}

	private static String source(final SpacingSource source) {
		return source == SpacingSource.UNKNOWN ? source.label() : "from " + source.label();
	}

	private static String place(final VolumeGeometry geometry) {
		if (!geometry.patientBased()) return "place in the patient unknown";
		final AnatomicalPlane plane = geometry.plane();
		return (geometry.orientation().isOblique() ? "oblique " : "") + plane.name().toLowerCase(Locale.ROOT) + " " +
			geometry.letters();
	}

	private static String size(final double length) {
		return NumberText.significant(length, 7);
	}
}
