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

package io.github.dicomvolumes.view.picker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.ByteSize;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.data.ShownText;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.view.imagej.PlanePicture;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.VolumeLoader;

import ij.process.ImageProcessor;

/** Reads the middle slice of a volume, as an import would; of all others only headers are looked at. */
final class PreviewReader {

	/** Pixels of either side of a picture at most. */
	static final int MOST = 512;

	/** Bytes that a pixel needs while a picture is made of it: the file's, ours, and colours. */
	private static final int BYTES_PER_PIXEL = 12;

	private final Disclosure disclosure;
	private final ImportOptions options;
	private final long most;

	/** @param memory bytes that Java has left; pictures that would need more than a quarter of it are not made */
	PreviewReader(final Disclosure disclosure, final ImportOptions options, final long memory) {
		this.disclosure = disclosure;
		this.options = options.withVirtual(true).withCacheBytes(0);
		most = memory / 4;
	}

	/**
	 * The middle slice of a volume, the first channel and time of it; or the reason why it cannot be shown. All files
	 * are closed afterwards.
	 *
	 * @param title of the volume in messages
	 * @throws CancellationException if the progress says so
	 */
	Preview read(final Stack stack, final String title, final Progress progress) {
		final Optional<String> unsupported = stack.unsupported();
		if (unsupported.isPresent()) return Preview.without("No preview: " + ShownText.line(unsupported.get()));
		final long bytes = stack.geometry().columns() * stack.geometry().rows() * BYTES_PER_PIXEL;
		if (bytes > most)
			return Preview.without("No preview: one slice would need " + ByteSize.text(bytes) + " of memory.");
		try (DicomVolume volume = VolumeLoader.load(stack, title, options.withProgress(progress))) {
			return picture(volume, middle(stack));
		}
		catch (final CancellationException exc) {
			throw exc;
		}
		catch (final UncheckedIOException exc) {
			return failure(why(exc.getCause()));
		}
		catch (final IOException | RuntimeException exc) { // what no rule foresaw costs the preview only
			return failure(Reasons.of(exc));
		}
		catch (final OutOfMemoryError exc) {
			return Preview.without("No preview: Java has not enough free memory.");
		}
	}

	private Preview picture(final DicomVolume volume, final int slice) {
		final ImageProcessor pixels = PlanePicture.of(volume, slice, 0, 0);
		final String problem = volume.problem(slice, 0, 0);
		if (!problem.isEmpty() && isBlank(pixels)) return failure(problem);
		final double[] spacing = volume.geometry().spacing();
		final ImageProcessor fitted = PlanePicture.fitted(pixels, spacing[0], spacing[1], MOST);
		final String place = "Slice " + (slice + 1) + " of " + volume.stack().slices();
		return new Preview(Optional.of(fitted.getBufferedImage()),
			problem.isEmpty() ? place : place + ", damaged: " + shown(problem));
	}

	private Preview failure(final String why) {
		return Preview.without("No preview: " + shown(why));
	}

	/** Without the advice for people whose volume is open already. */
	private static String why(final IOException ofPlane) {
		final Throwable why = ofPlane.getCause() == null ? ofPlane : ofPlane.getCause();
		return why instanceof NoSuchFileException gone ? gone.getFile() + ": no such file any more" : Reasons.of(why);
	}

	/** Reasons can have names of files. */
	private String shown(final String why) {
		return disclosure.isFull() ? ShownText.line(why) : "it cannot be read; with patient=Show the reason is told.";
	}

	/** A slice that could not be read is filled. */
	private static boolean isBlank(final ImageProcessor pixels) {
		final int first = pixels.get(0);
		return IntStream.range(0, pixels.getPixelCount()).allMatch(i -> pixels.get(i) == first);
	}

	/** The slice whose windows a volume is shown with; 0-based. */
	private static int middle(final Stack stack) {
		final int middle = StackShape.middle(stack.slices());
		return IntStream.rangeClosed(0, middle)
			.map(i -> middle - i)
			.filter(slice -> stack.frame(slice, 0, 0).isPresent())
			.findFirst()
			.orElse(middle);
	}
}
