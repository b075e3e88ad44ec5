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

package io.github.dicomvolumes.view.table;

import java.util.HashMap;
import java.util.Map;

/** The units of attributes that often differ from slice to slice, as PS3.3 gives them. */
final class AttributeUnits {

	private static final Map<String, String> UNITS = units();

	private AttributeUnits() {}

	/**
	 * The unit of an attribute; empty if it has none or it is not known here.
	 *
	 * @param valueUnit the unit of the volume's real values
	 */
	static String of(final String keyword, final String valueUnit) {
		return switch (keyword) {
			case "RescaleIntercept", "WindowCenter", "WindowWidth" -> valueUnit;
			default -> UNITS.getOrDefault(keyword, "");
		};
	}

	/** The unit of a column of the slice table; empty if it has none. */
	static String ofColumn(final String column, final String valueUnit) {
		return switch (column) {
			case "PositionX", "PositionY", "PositionZ", "Distance", "Gap" -> "mm";
			case "Intercept" -> valueUnit;
			default -> "";
		};
	}

	private static Map<String, String> units() {
		final Map<String, String> units = new HashMap<>();
		put(units, "mm", "SliceLocation", "SliceThickness", "SpacingBetweenSlices", "ImagePositionPatient",
			"PixelSpacing", "ImagerPixelSpacing", "TableHeight", "TableTraverse", "ReconstructionDiameter",
			"DataCollectionDiameter", "DistanceSourceToDetector", "DistanceSourceToPatient", "SingleCollimationWidth",
			"TotalCollimationWidth", "TableFeedPerRotation", "FocalSpots");
		put(units, "ms", "EchoTime", "EffectiveEchoTime", "RepetitionTime", "InversionTime", "TriggerTime",
			"TriggerDelayTime", "NominalInterval", "ExposureTime", "ExposureTimeInms", "FrameTime",
			"FrameReferenceTime", "FrameAcquisitionDuration", "ActualFrameDuration");
		put(units, "s", "RevolutionTime", "AcquisitionDuration");
		put(units, "\u00b5s", "ExposureTimeInuS");
		put(units, "mA", "XRayTubeCurrent", "XRayTubeCurrentInmA");
		put(units, "\u00b5A", "XRayTubeCurrentInuA");
		put(units, "mAs", "Exposure", "ExposureInmAs");
		put(units, "\u00b5As", "ExposureInuAs");
		put(units, "kV", "KVP");
		put(units, "kW", "GeneratorPower");
		put(units, "mGy", "CTDIvol");
		put(units, "degrees", "FlipAngle", "GantryDetectorTilt", "TableAngle", "PositionerPrimaryAngle",
			"PositionerSecondaryAngle");
		put(units, "s/mm\u00b2", "DiffusionBValue");
		put(units, "MHz", "ImagingFrequency", "TransmitterFrequency");
		put(units, "Hz/pixel", "PixelBandwidth");
		put(units, "T", "MagneticFieldStrength");
		put(units, "W/kg", "SAR");
		put(units, "mm/s", "TableSpeed");
		put(units, "beats/min", "HeartRate");
		put(units, "kg", "PatientWeight");
		return units;
	}

	private static void put(final Map<String, String> units, final String unit, final String... keywords) {
		for (final String keyword : keywords)
			units.put(keyword, unit);
	}
}
