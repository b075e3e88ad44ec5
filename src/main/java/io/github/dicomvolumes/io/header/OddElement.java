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

package io.github.dicomvolumes.io.header;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/**
 * An element of an explicit data set that has no VR, or one that does not exist. It is one of these:
 *
 * <pre>
 * group element ? ? length:2 value         as with most VRs
 * group element ? ? 0 0 length:4 value     as with the long ones
 * group element length:4 value             without VR
 * </pre>
 *
 * and what follows the value tells which: another element, or the end of the item.
 *
 * @param headerBytes before the value
 * @param length of the value as the element declares it
 */
record OddElement(int headerBytes, long length) {

	private static final long UNDEFINED = 0xFFFFFFFFL;
	private static final int SHORT_HEADER = 8, LONG_HEADER = 12;
	/** Values that are longer are believed, as looking behind them would mean reading them. */
	private static final int MAX_LOOKAHEAD = 1 << 20;
	/** So many odd elements in a row, each with a larger tag than the one before, are no accident. */
	private static final int MAX_RUN = 64;

	/**
	 * The element at the next byte.
	 *
	 * @param isPixelData whether nothing has to follow
	 * @param end where the item ends; a larger position than that of any byte if it is open, or there is none
	 * @return empty if nothing tells how long it is
	 */
	static Optional<OddElement> at(final HeaderInput in, final boolean isPixelData, final long end) throws IOException {
		if (in.u16(0) == Tag.group(Tag.ITEM)) return Optional.empty();
		return isPixelData ? Optional.of(pixelData(in)) : find(in, end);
	}

	/** Whether the element at the next byte is odd, but those behind it have VRs. */
	static boolean isAmongExplicit(final HeaderInput in, final long end) throws IOException {
		final OddElement odd = at(in, false, end).filter(o -> o.length < MAX_LOOKAHEAD).orElse(null);
		if (odd == null) return false;
		final int next = odd.headerBytes + (int) odd.length;
		return in.has(next + SHORT_HEADER) && hasVR(in, next);
	}

	/** Whether the next byte is where an element begins, perhaps an odd one, or the end of the item. */
	static boolean isElementNext(final HeaderInput in, final int tagBefore, final long end) throws IOException {
		return follows(in, 0, tagBefore, end, true) || follows(in, 0, tagBefore, end, false);
	}

	/** What stands in place of the VR, as text. */
	static String describeVR(final HeaderInput in) {
		final int first = in.u8(4), second = in.u8(5);
		return isLetter(first) && isLetter(second) ? "VR \"" + (char) first + (char) second + "\""
			: String.format("bytes %02X %02X as VR", first, second);
	}

	private static Optional<OddElement> find(final HeaderInput in, final long end) throws IOException {
		final List<OddElement> withVR = new ArrayList<>(2);
		if (isLikeVR(in, 0)) {
			if (in.u16(6) == 0 && in.has(LONG_HEADER)) withVR.add(new OddElement(LONG_HEADER, in.u32(8)));
			withVR.add(new OddElement(SHORT_HEADER, in.u16(6)));
		}
		for (final OddElement candidate : withVR)
			if (candidate.fits(in, end, true)) return Optional.of(candidate);
		final OddElement withoutVR = withoutVR(in, 0);
		if (withoutVR.fits(in, end, false)) return Optional.of(withoutVR);
		return withVR.stream().filter(candidate -> candidate.isBelieved(in, end)).findFirst();
	}

	private boolean fits(final HeaderInput in, final long end, final boolean hasVR) throws IOException {
		if (length == UNDEFINED) return in.has(headerBytes + SHORT_HEADER) && beginsWithItem(in, headerBytes);
		if (length > MAX_LOOKAHEAD || length > end - in.position() - headerBytes) return false;
		return follows(in, headerBytes + (int) length, in.tag(), end, hasVR);
	}

	/** Whether a value is too long to look behind it, but looks right for the rest. */
	private boolean isBelieved(final HeaderInput in, final long end) {
		return headerBytes == LONG_HEADER && isLetter(in.u8(4)) && length > MAX_LOOKAHEAD && length != UNDEFINED &&
			length <= end - in.position() - headerBytes;
	}

	/**
	 * Whether an element, or the end of the item, is at a byte ahead.
	 *
	 * @param hasVR whether more odd elements, which may come first, have something in place of the VR, or none
	 */
	private static boolean follows(final HeaderInput in, final int ahead, final int tagBefore, final long end,
		final boolean hasVR) throws IOException
	{
		int at = ahead, before = tagBefore;
		for (int run = 0; run < MAX_RUN; run++) {
			if (in.position() + at == end) return true;
			if (at > MAX_LOOKAHEAD || !in.has(at + SHORT_HEADER)) return false;
			final int tag = in.tag(at);
			if (tag == Tag.ITEM_DELIMITATION_ITEM || tag == Tag.SEQUENCE_DELIMITATION_ITEM) return in.u32(at + 4) == 0;
			if (isInDictionary(in, at)) return true;
			if (Integer.compareUnsigned(tag, before) <= 0) return false;
			if (hasVR(in, at) || tag == Tag.PIXEL_DATA) return true;
			if (hasVR && !isLikeVR(in, at)) return false;
			final OddElement next = hasVR ? likeVR(in, at) : withoutVR(in, at);
			if (next.length > MAX_LOOKAHEAD) return false;
			at += next.headerBytes + (int) next.length;
			before = tag;
		}
		return true;
	}

	/** The element, if it has something in place of the VR: a long length, unless that is too long. */
	private static OddElement likeVR(final HeaderInput in, final int at) throws IOException {
		final boolean isLong = in.u16(at + 6) == 0 && in.has(at + LONG_HEADER) && in.u32(at + 8) <= MAX_LOOKAHEAD;
		return isLong ? new OddElement(LONG_HEADER, in.u32(at + 8)) : new OddElement(SHORT_HEADER, in.u16(at + 6));
	}

	/** Pixel data, whose length is a long one. */
	private static OddElement pixelData(final HeaderInput in) throws IOException {
		final boolean isLong = isLikeVR(in, 0) && in.u16(6) == 0 && in.has(LONG_HEADER);
		return isLong ? new OddElement(LONG_HEADER, in.u32(8)) : withoutVR(in, 0);
	}

	private static OddElement withoutVR(final HeaderInput in, final int at) {
		return new OddElement(SHORT_HEADER, in.u32(at + 4));
	}

	private static boolean beginsWithItem(final HeaderInput in, final int ahead) {
		final int tag = in.tag(ahead);
		return tag == Tag.ITEM || tag == Tag.SEQUENCE_DELIMITATION_ITEM || tag == Tag.swapped(Tag.ITEM);
	}

	private static boolean hasVR(final HeaderInput in, final int ahead) {
		return VR.of(in.u8(ahead + 4), in.u8(ahead + 5)) != null;
	}

	/** Whether an element has the VR of the dictionary; such ones are believed in any order. */
	private static boolean isInDictionary(final HeaderInput in, final int ahead) {
		final VR vr = VR.of(in.u8(ahead + 4), in.u8(ahead + 5));
		return vr != null && vr != VR.UN && Dictionary.vr(in.tag(ahead)) == vr;
	}

	/** Whether two bytes were meant as a VR: letters, blanks, NULs, question marks. */
	private static boolean isLikeVR(final HeaderInput in, final int ahead) {
		return isText(in.u8(ahead + 4)) && isText(in.u8(ahead + 5));
	}

	private static boolean isText(final int b) {
		return b == 0 || b >= ' ' && b <= '~';
	}

	private static boolean isLetter(final int b) {
		return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
	}
}
