package io.github.dicomvolumes.io;

import io.github.dicomvolumes.data.VR;

/**
 * Where the pixels of a file lie; they are not read with the header.
 *
 * @param tag Pixel Data, Float Pixel Data or Double Float Pixel Data
 * @param offset of the first byte of the value, or of the first item if the
 *          value is encapsulated: in the file, or for a deflated data set in its
 *          inflated bytes
 * @param length in bytes as the file says, {@link #UNDEFINED} if encapsulated
 * @param deflatedFrom where the deflated data set begins in the file, -1 if the
 *          data set is not deflated
 */
public record PixelData(int tag, VR vr, long offset, long length, long deflatedFrom) {

	/** The length of an encapsulated value, which ends with a delimiter (PS3.5 A.4). */
	public static final long UNDEFINED = -1;
}
