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
package io.github.dicomvolumes.export.deidentify;

import java.util.Set;

/**
 * Words of the standard for code strings. A patient can be called Head or Axial; a code string that is nothing but such
 * a word says what it says of every patient, and without it many objects could not be read.
 */
final class DefinedTerms {

	private static final Set<String> TERMS = Set.of("ORIGINAL", "DERIVED", "PRIMARY", "SECONDARY", "MIXED", "AXIAL",
		"LOCALIZER", "VOLUME", "STATIC", "DYNAMIC", "GATED", "WHOLE BODY", "IMAGE", "TOMO", "RECON", "MOSAIC", "OTHER",
		"CT", "MR", "PT", "NM", "CR", "DX", "XA", "RF", "MG", "US", "OT", "SEG", "REG", "SM", "PR", "IO", "PX",
		"RTIMAGE", "RTDOSE", "RTSTRUCT", "RTPLAN", "RTRECORD", "MONOCHROME1", "MONOCHROME2", "RGB", "PALETTE COLOR",
		"YBR_FULL", "YBR_FULL_422", "YBR_RCT", "YBR_ICT", "HFS", "HFP", "FFS", "FFP", "HFDR", "HFDL", "FFDR", "FFDL",
		"L", "R", "A", "P", "H", "F", "B", "U", "LEFT", "RIGHT", "YES", "NO", "NONE", "M", "O", "HEAD", "NECK", "BRAIN",
		"SKULL", "CHEST", "BREAST", "HEART", "LUNG", "ABDOMEN", "LIVER", "KIDNEY", "PELVIS", "HIP", "SPINE", "CSPINE",
		"TSPINE", "LSPINE", "HAND", "WRIST", "ELBOW", "ARM", "SHOULDER", "LEG", "KNEE", "ANKLE", "FOOT", "UM",
		"MAGNITUDE", "PHASE", "REAL", "IMAGINARY", "2D", "3D", "SE", "IR", "GR", "EP", "RM", "BINARY", "FRACTIONAL",
		"LABELMAP", "GY", "PHYSICAL", "EFFECTIVE", "PLAN", "BEAM", "BQML", "CNTS", "GML", "HU", "POINT",
		"CLOSED_PLANAR", "OPEN_PLANAR", "CLOSEDPLANAR_XOR", "ORGAN", "EXTERNAL", "PTV", "CTV", "GTV", "CONTROL",
		"AUTOMATIC", "MANUAL", "SEMIAUTOMATIC", "ENERGY", "TIME", "SLICE", "PATIENT", "DECY", "START", "ADMIN", "FIXED",
		"PERFUSION", "ANGIO", "CARDIAC", "FLUOROSCOPY", "ATTENUATION", "CARDIAC_GATED", "RESP_GATED", "REST", "STRESS",
		"DIFFUSION", "ADC", "FA", "TRACEW", "T1", "T2", "T2_STAR", "PROTON_DENSITY", "REFORMATTED", "MPR", "MIP",
		"PROJECTION IMAGE", "MAX_IP", "MIN_IP", "RESAMPLED", "ADDITION", "SUBTRACTION", "DIVISION", "FLOW_ENCODED",
		"METABOLITE_MAP", "VELOCITY", "DIXON", "WATER", "FAT", "EMISSION", "TRANSMISSION", "REPROJECTION", "NORMAL",
		"SQUARE", "CINE", "LINEAR", "SIGMOID");

	private DefinedTerms() {}

	static boolean contains(final String term) {
		return TERMS.contains(term);
	}
}
