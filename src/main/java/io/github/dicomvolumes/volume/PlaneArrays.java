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

/**
 * The pixels of a volume, an array for each plane: slice fastest, then channel, then time. Used by several threads.
 */
interface PlaneArrays {

	int size();

	/**
	 * The array of a plane, row by row, of the type that the volume's plan tells.
	 *
	 * @throws java.io.UncheckedIOException if it has to be read, and cannot be any more
	 */
	Object get(int plane);

	/**
	 * Copies rows of a plane.
	 *
	 * @param firstRow 0-based
	 * @param into array of the same type as the plane
	 * @param at where its first pixel goes
	 */
	void rows(int plane, int firstRow, int rows, Object into, int at);

	/** Whether planes are read when they are asked for; changes to their arrays are lost then. */
	boolean isVirtual();

	/**
	 * What was wrong with a plane when it was read on demand, for people; empty if nothing was, or if it has not been
	 * read. Of planes in memory the volume's report tells.
	 */
	default String problem(final int plane) {
		return "";
	}

	/** Lets go of what is held for reading; it is opened again, each time, if planes are asked for later. */
	default void close() {}
}
