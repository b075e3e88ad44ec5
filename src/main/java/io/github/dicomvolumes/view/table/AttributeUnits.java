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
		put(units, "mm", "SliceLocation", "SliceThickness", "SpacingBetweenSlices",
			"ImagePositionPatient", "PixelSpacing", "ImagerPixelSpacing", "TableHeight",
			"TableTraverse", "ReconstructionDiameter", "DataCollectionDiameter",
			"DistanceSourceToDetector", "DistanceSourceToPatient", "SingleCollimationWidth",
			"TotalCollimationWidth", "TableFeedPerRotation", "FocalSpots");
		put(units, "ms", "EchoTime", "EffectiveEchoTime", "RepetitionTime", "InversionTime",
			"TriggerTime", "TriggerDelayTime", "NominalInterval", "ExposureTime", "ExposureTimeInms",
			"FrameTime", "FrameReferenceTime", "FrameAcquisitionDuration", "ActualFrameDuration");
		put(units, "s", "RevolutionTime", "AcquisitionDuration");
		put(units, "\u00b5s", "ExposureTimeInuS");
		put(units, "mA", "XRayTubeCurrent", "XRayTubeCurrentInmA");
		put(units, "\u00b5A", "XRayTubeCurrentInuA");
		put(units, "mAs", "Exposure", "ExposureInmAs");
		put(units, "\u00b5As", "ExposureInuAs");
		put(units, "kV", "KVP");
		put(units, "kW", "GeneratorPower");
		put(units, "mGy", "CTDIvol");
		put(units, "degrees", "FlipAngle", "GantryDetectorTilt", "TableAngle",
			"PositionerPrimaryAngle", "PositionerSecondaryAngle");
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

	private static void put(final Map<String, String> units, final String unit,
		final String... keywords)
	{
		for (final String keyword : keywords)
			units.put(keyword, unit);
	}
}
