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

package io.github.dicomvolumes.pixels.codec.jpeg2000;

/** The markers of a codestream (T.800 Table A.2, T.814 Annex A) that mean something to a decoder. */
final class Marker {

	static final int SOC = 0xFF4F;
	static final int CAP = 0xFF50;
	static final int SIZ = 0xFF51;
	static final int COD = 0xFF52;
	static final int COC = 0xFF53;
	static final int QCD = 0xFF5C;
	static final int QCC = 0xFF5D;
	static final int RGN = 0xFF5E;
	static final int POC = 0xFF5F;
	static final int PPM = 0xFF60;
	static final int PPT = 0xFF61;
	static final int SOT = 0xFF90;
	static final int SOP = 0xFF91;
	static final int EPH = 0xFF92;
	static final int SOD = 0xFF93;
	static final int EOC = 0xFFD9;

	/** What a message calls a marker. */
	static String name(final int marker) {
		return switch (marker) {
			case SOC -> "SOC";
			case CAP -> "CAP";
			case SIZ -> "SIZ";
			case COD -> "COD";
			case COC -> "COC";
			case QCD -> "QCD";
			case QCC -> "QCC";
			case RGN -> "RGN";
			case POC -> "POC";
			case PPM -> "PPM";
			case PPT -> "PPT";
			case SOT -> "SOT";
			case SOD -> "SOD";
			case EOC -> "EOC";
			default -> String.format("marker %04X", marker);
		};
	}

	private Marker() {}
}
