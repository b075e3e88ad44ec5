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

package io.github.dicomvolumes.pixels;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * An overlay that the attributes of a frame describe (PS3.3 C.9.2): graphics or a region of interest, one bit for each
 * of its pixels, in Overlay Data or, in old files, in a bit of the pixel data's words that the stored values leave
 * free.
 *
 * @param group 6000 to 601E, even
 * @param isRegion whether it is a region of interest (R), else graphics (G)
 * @param name its label, else its description, else "Overlay 6000"
 * @param columns of the overlay, which may be larger than the image
 * @param left where its first column lies in the image: 0-based, negative if outside
 * @param top the same of its first row
 * @param frames how many it has, from {@code firstFrame} on; 0 if it has one for all frames of the file
 * @param firstFrame 0-based frame of the file that its first is for
 * @param bit 0-based place in the words of the pixel data, -1 if it has data of its own
 */
public record Overlay(int group, boolean isRegion, String name, int columns, int rows, int left, int top, int frames,
	int firstFrame, int bit)
{

	private static final int LAST_GROUP = 0x601E;

	/** Elements of each group. */
	private static final int ROWS = 0x0010, COLUMNS = 0x0011, FRAMES = 0x0015, DESCRIPTION = 0x0022, TYPE = 0x0040,
		ORIGIN = 0x0050, FIRST_FRAME = 0x0051, BIT_POSITION = 0x0102, LABEL = 0x1500, DATA = 0x3000;

	/**
	 * The overlays of a data set, often none, which costs a look at each of the 16 groups.
	 *
	 * @param notes takes a sentence for each that is unusable, or for what was assumed
	 */
	public static List<Overlay> of(final Attributes attributes, final Consumer<String> notes) {
		final List<Overlay> overlays = new ArrayList<>();
		for (int group = 0x6000; group <= LAST_GROUP; group += 2)
			if (attributes.contains(Tag.of(group, ROWS))) of(group, attributes, notes).ifPresent(overlays::add);
		return overlays;
	}

	private static Optional<Overlay> of(final int group, final Attributes attributes, final Consumer<String> notes) {
		final String name = attributes.orElse(Tag.of(group, LABEL),
			attributes.orElse(Tag.of(group, DESCRIPTION), "Overlay %04X".formatted(group)));
		final boolean isRegion = attributes.orElse(Tag.of(group, TYPE), "G").equals("R");
		if (!attributes.contains(Tag.of(group, DATA))) return embedded(group, name, isRegion, attributes, notes);
		final int columns = attributes.orElse(Tag.of(group, COLUMNS), 0),
			rows = attributes.orElse(Tag.of(group, ROWS), 0);
		if (columns < 1 || columns > 0xFFFF || rows < 1 || rows > 0xFFFF) {
			notes.accept(Tag.describe(Tag.of(group, ROWS)) + " and Columns are " + rows + " and " + columns +
				"; they must be 1 to 65535, the overlay is left out.");
			return Optional.empty();
		}
		final double[] origin = attributes.doubles(Tag.of(group, ORIGIN));
		final boolean known = origin.length == 2;
		if (!known) notes.accept(Tag.describe(Tag.of(group, ORIGIN)) + " is " +
			attributes.orElse(Tag.of(group, ORIGIN), "missing") + "; it must be row\\column, 1\\1 assumed.");
		final OptionalInt frames = attributes.integer(Tag.of(group, FRAMES)),
			first = attributes.integer(Tag.of(group, FIRST_FRAME));
		final boolean forAll = frames.isEmpty() && first.isEmpty();
		return Optional.of(new Overlay(group, isRegion, name, columns, rows, known ? (int) origin[1] - 1 : 0,
			known ? (int) origin[0] - 1 : 0, forAll ? 0 : Math.max(1, frames.orElse(1)),
			Math.max(1, first.orElse(1)) - 1, -1));
	}

	/** One whose pixels are those of the image. */
	private static Optional<Overlay> embedded(final int group, final String name, final boolean isRegion,
		final Attributes attributes, final Consumer<String> notes)
	{
		final int bit = attributes.orElse(Tag.of(group, BIT_POSITION), -1), high = attributes.orElse(Tag.HIGH_BIT, 0);
		final int low = high + 1 - attributes.orElse(Tag.BITS_STORED, 0);
		if (bit < 0 || bit >= attributes.orElse(Tag.BITS_ALLOCATED, 0) || bit >= low && bit <= high) {
			notes.accept(
				Tag.describe(Tag.of(group, DATA)) + " is missing and " + Tag.describe(Tag.of(group, BIT_POSITION)) +
					" is " + attributes.orElse(Tag.of(group, BIT_POSITION), "missing") +
					"; it must be a bit that the stored values leave free, the overlay is left out.");
			return Optional.empty();
		}
		return Optional.of(new Overlay(group, isRegion, name, attributes.orElse(Tag.COLUMNS, 0),
			attributes.orElse(Tag.ROWS, 0), 0, 0, 0, 0, bit));
	}

	/** The same over a part of its image whose first pixel is at a place of the image, 0-based. */
	public Overlay over(final int column, final int row) {
		return new Overlay(group, isRegion, name, columns, rows, left - column, top - row, frames, firstFrame, bit);
	}

	/** Whether its bits are in the words of the pixel data. */
	public boolean isEmbedded() {
		return bit >= 0;
	}

	/** Whether it has something for a frame of its file, 0-based. */
	public boolean isFor(final int frame) {
		return frames == 0 || frame >= firstFrame && frame - firstFrame < frames;
	}

	/** The element with its data, if it has any of its own. */
	public Optional<Element> data(final Attributes attributes) {
		return attributes.optional(Tag.of(group, DATA));
	}

	/**
	 * All bits of its own data, those of the first frame first, row by row, without gaps between rows or frames.
	 *
	 * @param attributes that hold the data
	 */
	public BitSet bits(final Attributes attributes) {
		final byte[] bytes = data(attributes).map(Element::bytes).orElse(new byte[0]);
		final boolean swapped = attributes.order() == ByteOrder.BIG_ENDIAN &&
			data(attributes).map(Element::vr).orElse(VR.OB) == VR.OW;
		for (int i = 0; swapped && i + 1 < bytes.length; i += 2) {
			final byte first = bytes[i];
			bytes[i] = bytes[i + 1];
			bytes[i + 1] = first;
		}
		return BitSet.valueOf(bytes); // the lowest bit first, as in PS3.5 8.1.2
	}

	/**
	 * Its bits for a frame of the file, those that the data lack being 0.
	 *
	 * @param all bits of the overlay
	 * @param frame 0-based, one that it {@linkplain #isFor is for}
	 * @return bit {@code row * columns + column}
	 */
	public BitSet bits(final BitSet all, final int frame) {
		final long size = (long) columns * rows, from = frames == 0 ? 0 : size * (frame - firstFrame);
		return from >= all.length() ? new BitSet() : all.get((int) from, (int) Math.min(all.length(), from + size));
	}
}
