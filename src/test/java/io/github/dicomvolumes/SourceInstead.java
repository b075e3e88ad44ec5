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
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

import io.github.dicomvolumes.io.source.SourceState;
import io.github.dicomvolumes.io.source.Source;

/**
 * A source in place of another one, whose bytes are opened in another way.
 *
 * @param isAlike whether state and seeking are those of the other; else nothing is known of either
 */
public record SourceInstead(Source source, boolean isAlike, Opener opener) implements Source {

	/** Opens bytes from a position on. */
	@FunctionalInterface
	public interface Opener {

		ReadableByteChannel open(long position) throws IOException;
	}

	/** Reads from a channel. */
	@FunctionalInterface
	public interface Reading {

		int read(ReadableByteChannel channel, ByteBuffer into) throws IOException;
	}

	/** One that has nothing but the name, place and length of the other. */
	public static Source of(final Source source, final Opener opener) {
		return new SourceInstead(source, false, opener);
	}

	/** One that has all of the other. */
	public static Source like(final Source source, final Opener opener) {
		return new SourceInstead(source, true, opener);
	}

	/** A channel that is read in another way. */
	public static ReadableByteChannel channel(final ReadableByteChannel channel, final Reading reading) {
		return new ReadableByteChannel() {

			@Override
			public int read(final ByteBuffer into) throws IOException {
				return reading.read(channel, into);
			}

			@Override
			public boolean isOpen() {
				return channel.isOpen();
			}

			@Override
			public void close() throws IOException {
				channel.close();
			}
		};
	}

	@Override
	public String name() {
		return source.name();
	}

	@Override
	public String container() {
		return source.container();
	}

	@Override
	public long storedLength() throws IOException {
		return source.storedLength();
	}

	@Override
	public long length() throws IOException {
		return source.length();
	}

	@Override
	public SourceState state() {
		return isAlike ? source.state() : null;
	}

	@Override
	public SourceState now() throws IOException {
		return source.now();
	}

	@Override
	public boolean isSeekable() {
		return isAlike && source.isSeekable();
	}

	@Override
	public ReadableByteChannel open(final long position) throws IOException {
		return opener.open(position);
	}
}
