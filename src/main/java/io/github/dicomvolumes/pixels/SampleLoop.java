package io.github.dicomvolumes.pixels;

import java.nio.ByteBuffer;

/** Decodes a run of pixels: the loop for one format of bytes and one type of plane, without checks. */
@FunctionalInterface
interface SampleLoop {

	/** Pixels that are copied at a time where the bytes cannot go straight into the plane; they fit the L1 cache. */
	int BLOCK = 2048;

	/**
	 * @param in positioned at the first byte, in the byte order of the words
	 * @param count pixels to decode
	 * @param plane primitive array of the plane's type
	 * @param first pixel in the plane, 0-based
	 */
	void run(ByteBuffer in, int count, Object plane, int first);
}
