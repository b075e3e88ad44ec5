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

package io.github.dicomvolumes.export.segmentation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.StreamedElement;
import io.github.dicomvolumes.work.Progress;

/** The frames of a segmentation and their pixels, which are written slice by slice. */
final class SegmentPixels {

	private static final String PHASE = "Writing a segmentation";
	/** So many slices say how they lean. */
	private static final int ENOUGH = 3;

	private static final long MOST_BYTES = 0xFFFFFFFEL;

	/**
	 * A frame.
	 *
	 * @param slice 0-based
	 * @param channel 0-based; 0 if it has all
	 * @param label of the image; 0 if it has all
	 * @param segment its number; 0 if it has all
	 */
	record SegmentFrame(int slice, int channel, int label, int segment) {}

	private final LabelPlanes planes;
	private final SegmentTable table;
	private final SegmentationKind kind;
	private final int pixels, bits;
	private final List<SegmentFrame> frames = new ArrayList<>();

	/**
	 * @param pixels of a plane
	 * @param leans whether slices do not follow their normal: two of them say so little that readers take them apart
	 */
	SegmentPixels(final LabelPlanes planes, final SegmentTable table, final SegmentationKind kind, final int pixels,
		final boolean leans)
	{
		this.planes = planes;
		this.table = table;
		this.kind = kind;
		this.pixels = pixels;
		final boolean fitsByte = table.segments().keySet().stream().allMatch(number -> number <= 0xFF);
		bits = kind == SegmentationKind.BINARY ? 1 : fitsByte ? Byte.SIZE : Short.SIZE;
		final boolean isWhole = leans && planes.slicesWithLabels() < ENOUGH;
		for (int slice = 0; slice < planes.slices(); slice++) {
			addFrames(slice);
			final boolean isEmpty = frames.isEmpty() || frames.get(frames.size() - 1).slice != slice;
			if (isWhole && isEmpty) frames.add(emptyFrame(slice));
		}
		if (bytes() > MOST_BYTES) throw new InputException("The segmentation would have " + frames.size() +
			" frames, more than the 4 GB that a file can have; crop it" +
			(kind == SegmentationKind.BINARY ? ", or take kind=Labelmap." : "."));
	}

	private void addFrames(final int slice) {
		if (kind == SegmentationKind.LABELMAP) {
			frames.add(new SegmentFrame(slice, 0, 0, 0));
			return;
		}
		for (int channel = 0; channel < planes.channels(); channel++)
			for (final int label : planes.labels(slice, channel))
				frames.add(new SegmentFrame(slice, channel, label, table.number(channel, label)));
	}

	/** Of a label that is in another slice. */
	private SegmentFrame emptyFrame(final int slice) {
		int channel = 0;
		while (planes.labels(channel).length == 0)
			channel++;
		final int label = planes.labels(channel)[0];
		return new SegmentFrame(slice, channel, label, table.number(channel, label));
	}

	/** In the order of the file: slice by slice. */
	List<SegmentFrame> frames() {
		return frames;
	}

	/** Bits Allocated: 1, 8 or 16. */
	int bits() {
		return bits;
	}

	private long bytes() {
		return ((long) frames.size() * pixels * bits + Byte.SIZE - 1) / Byte.SIZE;
	}

	/** Pixel Data. */
	StreamedElement element(final Progress progress) {
		final long even = bytes() + bytes() % 2;
		return new StreamedElement(Tag.PIXEL_DATA, bits == Short.SIZE ? VR.OW : VR.OB, even, out -> {
			if (kind == SegmentationKind.BINARY) writeBits(out, progress);
			else writeLabels(out, progress);
		});
	}

	private void writeBits(final OutputStream out, final Progress progress) throws IOException {
		final BitPacker packer = new BitPacker(out);
		int[] plane = {};
		SegmentFrame last = new SegmentFrame(-1, -1, 0, 0);
		for (final SegmentFrame frame : frames) {
			progress.checkCanceled(PHASE);
			if (frame.slice != last.slice || frame.channel != last.channel)
				plane = planes.plane(frame.slice, frame.channel);
			packer.write(plane, frame.label);
			last = frame;
			progress.update(PHASE, frame.slice + 1L, planes.slices());
		}
		packer.finish(bytes());
		progress.checkCanceled(PHASE);
	}

	private void writeLabels(final OutputStream out, final Progress progress) throws IOException {
		final byte[] bytes = new byte[pixels * bits / Byte.SIZE];
		for (final SegmentFrame frame : frames) {
			progress.checkCanceled(PHASE);
			final int[] merged = merged(frame.slice);
			if (bits == Byte.SIZE) for (int i = 0; i < pixels; i++)
				bytes[i] = (byte) merged[i];
			else for (int i = 0; i < pixels; i++) {
				bytes[2 * i] = (byte) merged[i];
				bytes[2 * i + 1] = (byte) (merged[i] >> Byte.SIZE);
			}
			out.write(bytes);
			progress.update(PHASE, frame.slice + 1L, planes.slices());
		}
		if (bytes() % 2 != 0) out.write(0);
		progress.checkCanceled(PHASE);
	}

	/** The segment of each pixel of a slice; channels do not overlap. */
	private int[] merged(final int slice) {
		final int[] merged = new int[pixels];
		IntStream.range(0, planes.channels()).forEach(channel -> {
			final int[] plane = planes.plane(slice, channel);
			for (int i = 0; i < pixels; i++)
				if (plane[i] != 0) merged[i] = table.number(channel, plane[i]);
		});
		return merged;
	}
}
