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

package io.github.dicomvolumes.series.catalog;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.pixels.EncapsulatedPixels;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.series.object.PixelBytes;

/**
 * The pixel data of a file as a digest, and whether they are whole: native ones as long as the header says, those in
 * fragments (PS3.5 A.4) with every fragment and the delimiter.
 *
 * @param length bytes that are there
 * @param digest SHA-256 of them, as hexadecimal digits
 * @param damage what is wrong with them; empty if they are whole
 * @param isExact whether there is not a byte more than the header needs
 */
record PixelContent(long length, String digest, String damage, boolean isExact) {

	private static final int BLOCK = 1 << 16;

	/** Reads all pixel data of a file; a file that cannot be read holds none. */
	static PixelContent of(final DicomFile file, final OpenSources open) {
		final MessageDigest digest = sha256();
		final long[] length = { 0 };
		try (InputStream in = Channels.newInputStream(file.openPixels(open, 0))) {
			final boolean isWhole = EncapsulatedPixels.isEncapsulated(file, open) ? readFragments(in, digest, length)
				: readNative(in, file.pixelData().length(), digest, length);
			return new PixelContent(length[0], hex(digest), isWhole ? lack(file, length[0]) : cut(length[0]),
				!hasMore(file, length[0]));
		}
		catch (final IOException exc) {
			return new PixelContent(length[0], hex(digest), "its pixel data cannot be read: " + Reasons.of(exc), false);
		}
	}

	boolean isWhole() {
		return damage.isEmpty();
	}

	/** Whether the pixels of two files are the same as far as the shorter ones go, which were cut. */
	static boolean isStart(final DicomFile shorter, final DicomFile longer, final long length) {
		try (InputStream a = Channels.newInputStream(shorter.openPixels(OpenSources.NONE, 0)); //
			InputStream b = Channels.newInputStream(longer.openPixels(OpenSources.NONE, 0)))
		{
			for (long todo = length; todo > 0; todo -= BLOCK) {
				final int n = (int) Math.min(todo, BLOCK);
				if (!Arrays.equals(a.readNBytes(n), b.readNBytes(n))) return false;
			}
			return true;
		}
		catch (final IOException exc) {
			return true; // as far as it can be read
		}
	}

	private static boolean readNative(final InputStream in, final long declared, final MessageDigest digest,
		final long[] length) throws IOException
	{
		length[0] = read(in, declared, digest);
		return length[0] == declared;
	}

	/** @return whether the last fragment is followed by the delimiter */
	private static boolean readFragments(final InputStream in, final MessageDigest digest, final long[] length)
		throws IOException
	{
		while (true) {
			final byte[] item = in.readNBytes(8);
			if (item.length < 8) return false;
			final ByteBuffer header = ByteBuffer.wrap(item).order(ByteOrder.LITTLE_ENDIAN);
			final int tag = Tag.of(header.getShort() & 0xFFFF, header.getShort() & 0xFFFF);
			if (tag == Tag.SEQUENCE_DELIMITATION_ITEM) return true;
			if (tag != Tag.ITEM) return false;
			digest.update(item);
			final long declared = header.getInt() & 0xFFFFFFFFL;
			final long read = read(in, declared, digest);
			length[0] += 8 + read;
			if (read < declared) return false;
		}
	}

	private static long read(final InputStream in, final long wanted, final MessageDigest digest) throws IOException {
		final byte[] block = new byte[BLOCK];
		long done = 0;
		while (done < wanted) {
			final int n;
			try {
				n = in.read(block, 0, (int) Math.min(block.length, wanted - done));
			}
			catch (final EOFException exc) { // of compressed bytes that were cut
				return done;
			}
			if (n < 0) break;
			digest.update(block, 0, n);
			done += n;
		}
		return done;
	}

	private static String cut(final long length) {
		return "cut, " + length + " bytes of its pixel data are there";
	}

	private static String lack(final DicomFile file, final long length) {
		final double needed = PixelBytes.needed(file);
		return length >= needed ? "" : "short, its pixel data are " + length + " bytes of " + (long) needed;
	}

	private static boolean hasMore(final DicomFile file, final long length) {
		final double needed = PixelBytes.needed(file);
		return needed > 0 && length > Math.rint(needed / 2 + 0.25) * 2;
	}

	private static String hex(final MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("Java has no SHA-256, though every Java must", exc);
		}
	}
}
