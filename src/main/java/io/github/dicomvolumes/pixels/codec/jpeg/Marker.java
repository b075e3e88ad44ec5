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

package io.github.dicomvolumes.pixels.codec.jpeg;

/** Second bytes of markers, the first being FF (T.81 Table B.1). */
final class Marker {

	static final int TEM = 0x01, SOF0 = 0xC0, SOF1 = 0xC1, SOF2 = 0xC2, SOF3 = 0xC3, DHT = 0xC4, DAC = 0xCC,
		RST0 = 0xD0, RST7 = 0xD7, SOI = 0xD8, EOI = 0xD9, SOS = 0xDA, DQT = 0xDB, DNL = 0xDC, DRI = 0xDD, DHP = 0xDE,
		EXP = 0xDF, APP0 = 0xE0, APP14 = 0xEE, SOF55 = 0xF7;

	private Marker() {}

	static boolean isRestart(final int code) {
		return code >= RST0 && code <= RST7;
	}

	/** Whether a marker begins a frame, of a kind that we read or not. */
	static boolean isFrame(final int code) {
		return code >= SOF0 && code <= 0xCF && code != DHT && code != 0xC8 && code != DAC || code == SOF55;
	}

	/** Whether no length and no segment follow. */
	static boolean standsAlone(final int code) {
		return code == TEM || code == SOI || code == EOI || isRestart(code);
	}

	/** The name of a marker, such as "SOF2" or "marker FF4F". */
	static String name(final int code) {
		if (isFrame(code)) return code == SOF55 ? "SOF55" : "SOF" + (code - SOF0);
		if (isRestart(code)) return "RST" + (code - RST0);
		if (code >= APP0 && code <= 0xEF) return "APP" + (code - APP0);
		return switch (code) {
			case DHT -> "DHT";
			case DAC -> "DAC";
			case SOI -> "SOI";
			case EOI -> "EOI";
			case SOS -> "SOS";
			case DQT -> "DQT";
			case DNL -> "DNL";
			case DRI -> "DRI";
			case DHP -> "DHP";
			case EXP -> "EXP";
			case 0xFE -> "COM";
			default -> String.format("marker FF%02X", code);
		};
	}
}
