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

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.DicomFile;
import io.github.dicomvolumes.io.Parallel;
import io.github.dicomvolumes.io.Progress;
import io.github.dicomvolumes.io.Source;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Window;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.Frame;
import io.github.dicomvolumes.series.Stack;

/** Loads the pixels of a stack into memory, slices in parallel, each into its own array. */
public final class VolumeLoader {

	private final Stack stack;
	private final String name;
	/** In the order of the planes: slice fastest, then channel, then time; null where a slice is missing. */
	private final Frame[] frames;
	private final FrameCoding[] codings;
	private final Object[] planes;
	/** Pixels of each plane that were read, from the first. */
	private final int[] pixelsRead;
	private final List<Finding> findings;
	private final Map<DicomFile, Boolean> statesSigned = new IdentityHashMap<>();
	private final Set<String> notes = new LinkedHashSet<>();
	private final List<String> unreadable = Collections.synchronizedList(new ArrayList<>());
	/** What is wrong with each plane, null where nothing is. */
	private final String[] problems;

	private VolumeLoader(final Stack stack, final String name) {
		this.stack = stack;
		this.name = name;
		final int n = stack.slices() * stack.channels() * stack.times();
		frames = new Frame[n];
		codings = new FrameCoding[n];
		planes = new Object[n];
		pixelsRead = new int[n];
		problems = new String[n];
		findings = new ArrayList<>(stack.findings());
		for (int i = 0; i < n; i++)
			frames[i] = frame(stack, i);
	}

	/**
	 * Loads a stack.
	 *
	 * @param name of the volume
	 * @throws DicomException if none of its frames can be read
	 * @throws CancellationException if the progress says so
	 */
	public static DicomVolume load(final Stack stack, final String name,
		final ImportOptions options) throws IOException
	{
		final Optional<String> obstacle = stack.obstacle();
		if (obstacle.isPresent()) throw new DicomException(name + " (" + stack
			.first().name() + "): " + obstacle.get());
		return new VolumeLoader(stack, name).load(options);
	}

	/** Why the frames of a stack cannot be decoded; empty if at least one can. */
	public static Optional<String> obstacle(final Stack stack) {
		final List<Frame> all = stack.frames().toList();
		String first = null;
		for (final Frame frame : all) {
			try {
				final Optional<String> why = PlaneReader.unsupported(frame, coding(frame, new LinkedHashSet<>()));
				if (why.isEmpty()) return Optional.empty();
				if (first == null) first = why.get();
			}
			catch (final DicomException exc) {
				if (first == null) first = exc.getMessage();
			}
		}
		return Optional.ofNullable(first);
	}

	private DicomVolume load(final ImportOptions options) throws IOException {
		readCodings();
		final PlanePlan plan = PlanePlan.of(Arrays.stream(codings).filter(Objects::nonNull)
			.toList(), options.realValues());
		final List<Source> sources = Arrays.stream(frames).filter(Objects::nonNull).map(f -> f
			.file().source()).toList();
		try (Closeable archives = Source.hold(sources)) {
			checkBytes();
			checkMemory(plan);
			readPlanes(plan, options.progress());
		}
		fillMissing(plan);
		reportPixels(plan);
		return new DicomVolume(name, stack, plan, codings, planes, findings);
	}

	private void readCodings() throws DicomException {
		FrameCoding last = null;
		for (int i = 0; i < frames.length; i++) {
			if (frames[i] == null) continue;
			try {
				final FrameCoding own = coding(frames[i], notes);
				final FrameCoding coding = last == null ? own : own.sharing(last);
				last = coding;
				final String why = PlaneReader.unsupported(frames[i], coding).orElse(null);
				if (why == null) codings[i] = isSignedAfterAll(frames[i].file(), coding) ? coding.asSigned() : coding;
				else unreadable.add(frames[i] + ": " + why);
			}
			catch (final DicomException exc) {
				unreadable.add(frames[i] + ": " + exc.getMessage());
			}
		}
		if (Arrays.stream(codings).allMatch(Objects::isNull)) throw new DicomException(name + ": no slice can be read. " +
			unreadable.get(0));
	}

	/** Refuses what Java cannot hold, before anything is allocated. */
	private void checkMemory(final PlanePlan plan) throws DicomException {
		final long have = Runtime.getRuntime().maxMemory() >> 20;
		final long pixels = Arrays.stream(codings).filter(Objects::nonNull).mapToLong(c -> c.format().pixels()).max()
			.orElse(0);
		final long need = planes.length * pixels * plan.type().bytesPerPixel() >> 20;
		if (need > have) throw new DicomException(String.format(
			"%s: %d planes of %d x %d need %d MB, Java has %d; give it more (Edit > Options > Memory & Threads).", name,
			planes.length, stack.geometry().columns(), stack.geometry().rows(), need, have));
	}

	/** Whether a data set that says unsigned holds a stream that says signed, and knows better. */
	private boolean isSignedAfterAll(final DicomFile file, final FrameCoding coding) {
		if (coding.format().signed() || !PlaneReader.isCompressed(file)) return false;
		return statesSigned.computeIfAbsent(file, f -> {
			try {
				final boolean signed = PlaneReader.statesSigned(f);
				if (signed) notes.add(Tag.describe(Tag.PIXEL_REPRESENTATION) +
					" says that values are unsigned, their JPEG 2000 stream that they are signed; the stream is believed.");
				return signed;
			}
			catch (final IOException exc) {
				return false; // reading the frame will say why
			}
		});
	}

	/**
	 * Refuses sizes that the files do not hold at all, before anything is allocated:
	 * a few cut slices are filled, but not a volume that is mostly absent.
	 */
	private void checkBytes() throws DicomException {
		double held = 0, needed = 0;
		for (int i = 0; i < frames.length; i++) {
			if (codings[i] == null || PlaneReader.isCompressed(frames[i].file())) continue;
			try {
				held += bytesHeld(frames[i], codings[i]);
				needed += bytesInFile(frames[i], codings[i]);
			}
			catch (final IOException exc) {
				unreadable.add(frames[i] + ": " + why(exc));
				codings[i] = null;
			}
		}
		if (2 * held < needed) throw new DicomException(String.format(
			"%s: %s %d x %s %d need %.0f bytes of pixels, but the files hold %.0f; they were cut or the header is wrong.",
			frames[0], Tag.describe(Tag.COLUMNS), stack.geometry().columns(), Tag.describe(
				Tag.ROWS), stack.geometry().rows(), needed, held));
	}

	private static long bytesInFile(final Frame frame, final FrameCoding coding) {
		return frame.labels().isEmpty() ? coding.format().frameBytes() : Labels.bytesInFile(frame,
			coding);
	}

	private static long bytesHeld(final Frame frame, final FrameCoding coding)
		throws IOException
	{
		if (!frame.labels().isEmpty()) return Labels.bytesHeld(frame, coding);
		final long size = coding.format().frameBytes();
		return Math.max(0, Math.min(size, frame.file().pixelBytes() - frame.index() * size));
	}

	private void readPlanes(final PlanePlan plan, final Progress progress)
		throws IOException
	{
		final var reader = new PlaneReader(plan);
		final List<List<Integer>> together = Tiles.together(frames);
		Parallel.forEach(together.size(), "Loading data", progress, g -> {
			final List<Integer> group = together.get(g).stream().filter(i -> codings[i] != null)
				.toList();
			if (group.isEmpty()) return;
			final Frame frame = frames[group.get(0)];
			try {
				if (frame.tile().isPresent()) readTiles(group, plan, reader);
				else readPlane(group.get(0), plan, reader);
			}
			catch (final ClosedByInterruptException exc) {
				throw new CancellationException("Interrupted while reading " + frame);
			}
			catch (final IOException exc) {
				unreadable.add(frame + ": " + why(exc));
			}
		});
		notes.addAll(reader.notes());
		if (Arrays.stream(planes).allMatch(Objects::isNull)) throw new DicomException(name +
			": no slice can be read. " + unreadable.get(0));
	}

	private void readPlane(final int i, final PlanePlan plan, final PlaneReader reader)
		throws IOException
	{
		final Object plane = plan.type().newPlane(codings[i].format().pixels());
		keep(i, plane, reader.read(frames[i], codings[i], plane));
	}

	/** Reads tiles of the same plane of a file. */
	private void readTiles(final List<Integer> tiles, final PlanePlan plan,
		final PlaneReader reader) throws IOException
	{
		final Frame frame = frames[tiles.get(0)];
		final FrameCoding whole = Tiles.ofPlane(frame, codings[tiles.get(0)]);
		final Object mosaic = plan.type().newPlane(whole.format().pixels());
		final PlaneReader.Read read = reader.read(frame, whole, mosaic);
		for (final int i : tiles) {
			final Object plane = plan.type().newPlane(codings[i].format().pixels());
			final int pixels = Tiles.cut(mosaic, whole.format().columns(), read.pixels(), frames[i].tile().orElseThrow(), plane);
			final boolean untouched = pixels == codings[i].format().pixels() && read.pixels() < whole.format().pixels();
			keep(i, plane, new PlaneReader.Read(pixels, untouched ? "" : read.problem()));
		}
	}

	private void keep(final int i, final Object plane, final PlaneReader.Read read) {
		if (!read.problem().isEmpty()) problems[i] = frames[i] + ": " + read.problem();
		pixelsRead[i] = read.pixels();
		planes[i] = plane;
	}

	/** Fills what no file gave: whole slices and the ends of cut ones. */
	private void fillMissing(final PlanePlan plan) {
		double fill = Double.NaN;
		final int pixels = (int) (stack.geometry().columns() * stack.geometry().rows());
		for (int i = 0; i < planes.length; i++) {
			if (isComplete(i)) continue;
			if (Double.isNaN(fill)) fill = fillValue(plan);
			if (planes[i] == null) planes[i] = plan.type().newPlane(pixels);
			plan.type().fill(planes[i], pixelsRead[i], pixels, fill);
		}
	}

	private boolean isComplete(final int i) {
		return planes[i] != null && pixelsRead[i] >= codings[i].format().pixels();
	}

	/** What the planes hold outside the image: padding if the files name one, else the least value. */
	private double fillValue(final PlanePlan plan) {
		if (plan.type() == PlaneType.RGB) return 0xFF000000L;
		if (!stack.segments().isEmpty()) return 0;
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < planes.length; i++) {
			if (codings[i] == null) continue;
			if (codings[i].padding().isPresent()) return plan.held(codings[i].padding().get()
				.value(), codings[i]);
			if (!isComplete(i)) continue;
			final OptionalDouble minimum = plan.minimum(planes[i], codings[i]);
			least = Math.min(least, minimum.orElse(least));
		}
		return Double.isInfinite(least) ? 0 : least;
	}

	private void reportPixels(final PlanePlan plan) {
		final List<String> tooLong = new ArrayList<>();
		for (int i = 0; i < frames.length; i++) {
			if (codings[i] == null || frames[i].index() > 0 || !frames[i].labels().isEmpty() || PlaneReader.isCompressed(frames[i]
				.file())) continue;
			final long size = Tiles.ofPlane(frames[i], codings[i]).format().frameBytes() * frames[i].siblings();
			final long extra = frames[i].file().pixelData().length() - size;
			if (isComplete(i) && extra > 1) tooLong.add(frames[i] + ": " + extra +
				" bytes more than " + size);
		}
		final List<String> cut = Arrays.stream(problems).filter(Objects::nonNull).toList();
		if (!cut.isEmpty()) findings.add(new Finding(Code.TRUNCATED, cut.size() +
			(cut.size() == 1 ? " slice is" : " slices are") +
			" cut or damaged; what is missing is filled", cut));
		if (!tooLong.isEmpty()) findings.add(new Finding(Code.TOO_LONG, tooLong.size() +
			(tooLong.size() == 1 ? " slice has" : " slices have") +
			" more pixel data than pixels; the rest is ignored", tooLong));
		if (!unreadable.isEmpty()) findings.add(new Finding(Code.UNREADABLE_SLICE, unreadable
			.size() + (unreadable.size() == 1 ? " slice could not be read and was left blank"
				: " slices could not be read and were left blank"), unreadable));
		stack.middle().ifPresent(middle -> Window.of(middle.attributes(), notes::add));
		for (final String note : notes)
			findings.add(new Finding(Code.PIXEL_FORMAT, note));
		if (plan.isReal()) findings.add(new Finding(Code.VALUES, plan.reason()));
	}

	/** The exceptions of the file system say no more than the path. */
	private static String why(final IOException exc) {
		return exc instanceof NoSuchFileException ? "no such file any more"
			: exc instanceof AccessDeniedException ? "permission denied" : exc.getMessage();
	}

	private static FrameCoding coding(final Frame frame, final Set<String> notes)
		throws DicomException
	{
		if (!frame.labels().isEmpty()) return Labels.coding(frame);
		final FrameCoding coding = FrameCoding.of(frame.attributes(), frame.file()
			.transferSyntax(), frame.file().pixelData().tag(), notes::add);
		if (frame.component().isPresent()) return coding.ofComponent(frame.component().getAsInt());
		return frame.tile().map(tile -> Tiles.ofTile(tile, coding)).orElse(coding);
	}

	private static Frame frame(final Stack stack, final int plane) {
		final int slice = plane % stack.slices(), rest = plane / stack.slices();
		return stack.frame(slice, rest % stack.channels(), rest / stack.channels()).orElse(
			null);
	}
}
