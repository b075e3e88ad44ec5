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

package io.github.dicomvolumes.io.source;

/**
 * What a place may cost beyond what lies on disk. Scanners and archives stay far below; a file that does not was made,
 * or damaged, so that it would take all memory or time, and is refused with a message that names the limit, while its
 * neighbours are read. A sound file that is refused all the same is read with higher limits,
 * {@code ImportOptions.withLimits(Limits.DEFAULT.times(4))}; those that depend on Java's memory also grow with that.
 *
 * @param nesting sequences within each other: real objects have 10 levels at most, and each takes of the thread's stack
 * @param elements of one data set or item, without those of its items: real ones have some thousands
 * @param headerBytes of memory for one header; of a compressed file a quarter, as few bytes can become many
 * @param allHeaderBytes of memory for all headers of a scan that are not mostly the same as those before
 * @param inflation bytes of headers that an archive or a compressed file may give for each byte on disk: text becomes
 *        10 times smaller, thousands of items that say the same 50 times, an attack 1,000 times
 * @param inflatedBytes of headers that all of them together may give besides
 * @param unpackedBytes of one file in the temporary folder, and at most half of what is free when it begins
 * @param frames of one file: a number in the header, of which each takes memory before a pixel is read
 * @param allFrames of all files of a scan that have several
 * @param planeBytes of memory for one plane: reading and showing one takes some more of its size
 */
public record Limits(int nesting, int elements, long headerBytes, long allHeaderBytes, long inflatedBytes,
	int inflation, long unpackedBytes, int frames, long allFrames, long planeBytes)
{

	/** For Java's memory as it is. */
	public static final Limits DEFAULT = ofMemory(Runtime.getRuntime().maxMemory());

	/** What a frame takes, with what groups, orders and reads it. */
	private static final long FRAME_BYTES = 1 << 10;
	/** How many times smaller the memory for a compressed header is. */
	private static final int COMPRESSED = 4;

	/** @param memory that Java may use, in bytes: a quarter for all headers, as much for one plane */
	static Limits ofMemory(final long memory) {
		final long quarter = memory / 4;
		return new Limits(64, 1 << 19, Math.min(256L << 20, quarter), quarter, 64L << 20, 100, 16L << 30, 1 << 18,
			memory / FRAME_BYTES, quarter);
	}

	/** All of them higher, or lower, by the same factor. */
	public Limits times(final double factor) {
		return new Limits((int) (nesting * factor), (int) (elements * factor), (long) (headerBytes * factor),
			(long) (allHeaderBytes * factor), (long) (inflatedBytes * factor), (int) (inflation * factor),
			(long) (unpackedBytes * factor), (int) (frames * factor), (long) (allFrames * factor),
			(long) (planeBytes * factor));
	}

	/** Bytes of memory for one header. */
	public long headerBytes(final boolean isCompressed) {
		return isCompressed ? headerBytes / COMPRESSED : headerBytes;
	}
}
