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

package io.github.dicomvolumes.pixels;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The terms by which attributes name units, and those units as people write them: Units of PET (PS3.3 C.8.9.1.1.3),
 * Rescale Type (C.11.1.1.2), Dose Units (C.8.8.3).
 */
public final class UnitTerm {

	private static final String[][] TERMS = { { "CNTS", "counts" }, { "NONE", "" }, { "CM2", "cm2" },
		{ "CM2ML", "cm2/ml" }, { "PCNT", "%" }, { "CPS", "counts/s" }, { "BQML", "Bq/ml" }, { "MGMINML", "mg/min/ml" },
		{ "UMOLMINML", "umol/min/ml" }, { "MLMING", "ml/min/g" }, { "MLG", "ml/g" }, { "1CM", "1/cm" },
		{ "UMOLML", "umol/ml" }, { "MLMINML", "ml/min/ml" }, { "MLML", "ml/ml" }, { "GML", "g/ml" },
		{ "MGML", "mg/ml" }, { "US", "" }, { "PCT", "%" }, { "GY", "Gy" } };

	private static final Map<String, String> WRITTEN = new HashMap<>(), OF_PET = new HashMap<>();
	static {
		for (final String[] term : TERMS) {
			WRITTEN.put(term[0], term[1]);
			OF_PET.putIfAbsent(term[1].toLowerCase(Locale.ROOT), term[0]);
		}
	}

	private UnitTerm() {}

	/** The unit of a term: "g/ml" of GML, nothing of US (unspecified); one that is not known is its own term. */
	public static String written(final String term) {
		return WRITTEN.getOrDefault(term, term);
	}

	/** The term for Units (0054,1001) of a unit, which may be a term already. */
	public static String ofPet(final String unit) {
		return OF_PET.getOrDefault(unit.toLowerCase(Locale.ROOT), unit.toUpperCase(Locale.ROOT));
	}

	/** The term for Rescale Type (0028,1054) of a unit. */
	public static String rescaleType(final String unit) {
		return switch (unit) {
			case "" -> "US";
			case "mg/ml" -> "MGML";
			case "%" -> "PCT";
			default -> unit;
		};
	}
}
