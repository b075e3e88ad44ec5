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

package io.github.dicomvolumes.view.imagej;

import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.pixels.Palette;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.object.OneSample;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.FirstWindow;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** How the pixels of a volume are shown at first: its range of values, its palette, or the colours of its segments. */
final class VolumeDisplay {

	private VolumeDisplay() {}

	/**
	 * Sets range and lookup table of an image of the volume.
	 *
	 * @param window of the values, asked for where no table of colours shows them
	 */
	static void show(final ImagePlus image, final DicomVolume volume, final Supplier<FirstWindow> window) {
		if (volume.plan().palette().isPresent()) palette(image, volume.plan().palette().get());
		else if (isLabels(volume)) labels(image, volume);
		else if (image.isComposite()) for (int channel = image.getNChannels(); channel > 0; channel--) {
			image.setC(channel);
			range(image, volume, window.get());
		}
		else if (!volume.isColour()) range(image, volume, window.get());
	}

	/** Whether three channels are red, green and blue. */
	static boolean isDeepColour(final DicomVolume volume) {
		return volume.stack().channels() == 3 && volume.stack().first().pixels() instanceof OneSample;
	}

	/** Shows indices in the colours of their palette. */
	private static void palette(final ImagePlus image, final Palette palette) {
		final int[] colours = IntStream.range(0, 256).map(palette::argb).toArray();
		image.setLut(new LUT(new IndexColorModel(8, 256, colours, 0, false, -1, DataBuffer.TYPE_BYTE), 0, 255));
	}

	/** Whether the numbers of pixels are names. */
	static boolean isNames(final DicomVolume volume) {
		return volume.plan().palette().isPresent() ||
			!volume.stack().segments().isEmpty() && !volume.isColour() && !volume.plan().isReal();
	}

	/** Whether the values are numbers of segments, which a table of colours can show. */
	private static boolean isLabels(final DicomVolume volume) {
		final var segments = volume.stack().segments();
		return !segments.isEmpty() && !volume.isColour() && !volume.plan().isReal() &&
			volume.plan().line().isIdentity() && segments.stream().allMatch(s -> s.number() <= SegmentColours.MOST);
	}

	private static void labels(final ImagePlus image, final DicomVolume volume) {
		image.getProcessor().setColorModel(SegmentColours.table(volume.stack().segments(), background(volume)));
		image.getStack().setColorModel(image.getProcessor().getColorModel());
		image.setDisplayRange(0, SegmentColours.MOST);
	}

	/** The padding value of a label map is its background (PS3.3 C.8.20.2). */
	private static OptionalInt background(final DicomVolume volume) {
		final int value = volume.attributes().orElse(Tag.PIXEL_PADDING_VALUE, 0);
		return value > 0 && value <= SegmentColours.MOST ? OptionalInt.of(value) : OptionalInt.empty();
	}

	/** Sets the display range, in the numbers that the arrays hold, and the inverted table for MONOCHROME1 and PET. */
	private static void range(final ImagePlus image, final DicomVolume volume, final FirstWindow first) {
		final DisplayRange range = first.range();
		final Rescale line = volume.plan().line();
		final int offset = volume.plan().type().offset();
		final double a = line.stored(range.low()) + offset, b = line.stored(range.high()) + offset;
		if ((volume.isShownInverted() || first.isInverted()) != line.slope() < 0) {
			final ImageProcessor processor = image.getProcessor();
			processor.invertLut();
			image.getStack().setColorModel(processor.getColorModel());
		}
		image.setDisplayRange(Math.min(a, b), Math.max(a, b));
	}
}
