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

package io.github.dicomvolumes.data;

/**
 * How a data set is encoded (PS3.5 10): the byte order, whether elements carry their VR, whether the data set is
 * deflated, and how pixels are stored.
 *
 * @param uid the Transfer Syntax UID
 */
public record TransferSyntax(String uid, boolean explicitVR, boolean bigEndian, boolean deflated, PixelStorage pixels) {

	public static final TransferSyntax IMPLICIT_LITTLE_ENDIAN = of(KnownSyntax.IMPLICIT_LITTLE_ENDIAN);
	public static final TransferSyntax EXPLICIT_LITTLE_ENDIAN = of(KnownSyntax.EXPLICIT_LITTLE_ENDIAN);
	public static final TransferSyntax EXPLICIT_BIG_ENDIAN = of(KnownSyntax.EXPLICIT_BIG_ENDIAN);
	public static final TransferSyntax DEFLATED_LITTLE_ENDIAN = of(KnownSyntax.DEFLATED_LITTLE_ENDIAN);

	/**
	 * The transfer syntax of a UID. One that is not known is taken as explicit little endian with encapsulated pixel
	 * data, as all compressed syntaxes are (PS3.5 A.4).
	 */
	public static TransferSyntax of(final String uid) {
		final KnownSyntax known = KnownSyntax.of(uid).orElse(null);
		return known == null ? new TransferSyntax(uid, true, false, false, PixelStorage.UNSUPPORTED) : of(known);
	}

	private static TransferSyntax of(final KnownSyntax known) {
		return new TransferSyntax(known.uid(), known.explicitVR(), known.bigEndian(), known.deflated(), known.pixels());
	}

	/** This syntax with other rules for elements: for files whose bytes contradict their UID. */
	public TransferSyntax withEncoding(final boolean explicit, final boolean big) {
		return new TransferSyntax(uid, explicit, big, deflated, pixels);
	}

	/** This syntax with pixels stored in another way: for files whose pixel data contradict their UID. */
	public TransferSyntax withPixels(final PixelStorage storage) {
		return new TransferSyntax(uid, explicitVR, bigEndian, deflated, storage);
	}

	/** Whether its UID is one of those whose encoding is known. */
	public boolean isKnown() {
		return KnownSyntax.of(uid).isPresent();
	}

	/** Whether pixel data come as fragments, as all compressed ones do. */
	public boolean encapsulated() {
		return pixels.isEncapsulated();
	}

	/** Whether the words of uncompressed pixel data are big endian. */
	public boolean bigEndianPixels() {
		return bigEndian || pixels == PixelStorage.NATIVE_BIG_ENDIAN;
	}

	/** The name, such as "Explicit VR Little Endian" (PS3.6 A); the UID where none is known. */
	public String name() {
		return KnownSyntax.of(uid).map(KnownSyntax::label).orElseGet(() -> Uids.name(uid));
	}

	@Override
	public String toString() {
		return name();
	}
}
