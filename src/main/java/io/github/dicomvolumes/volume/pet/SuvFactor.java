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

package io.github.dicomvolumes.volume.pet;

import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * What the real values of a PET image are multiplied by to become standardised uptake values, as the QIBA pseudo-code
 * has it; by body weight
 *
 * <pre>
 * factor = weight (kg) * 1000 / (dose (Bq) * 2^(-t / half-life)),  t from the injection to the reference of the decay correction
 * </pre>
 *
 * and for the other kinds with the lean body mass or body surface in place of the weight.
 * <p>
 * Nothing is guessed: what is missing or contradicts itself gives no factor but a {@link DicomException} with the
 * reason.
 *
 * @param value {@link SuvKind#unit} for each unit of the image's values
 * @param derivation how it came about, for people, with the numbers, which are data of the patient
 */
public record SuvFactor(SuvKind kind, double value, String derivation) {

	/** The factor by body weight of a volume. */
	public static SuvFactor of(final DicomVolume volume) throws DicomException {
		return of(volume, SuvKind.BODY_WEIGHT);
	}

	/**
	 * The factor of a volume, the same for all its frames.
	 *
	 * @throws DicomException if a frame has none, or they differ; the message says tag, value and rule
	 */
	public static SuvFactor of(final DicomVolume volume, final SuvKind kind) throws DicomException {
		if (volume.isColour()) throw new DicomException(volume.name() + " is in colour; only grey values have an SUV.");
		checkUnit(volume);
		final List<Frame> frames = volume.stack().frames();
		final Acquisitions acquisitions = Acquisitions.of(frames.stream().map(Frame::attributes).toList());
		SuvFactor first = null;
		for (final Frame frame : frames) {
			final SuvFactor factor;
			try {
				factor = of(frame.attributes(), factor(frame, kind, acquisitions), kind);
			}
			catch (final DicomException exc) {
				throw exc.in(frame.toString());
			}
			if (first == null) first = factor;
			if (Math.abs(factor.value - first.value) > 1e-6 * first.value)
				throw new DicomException(frame + ": the factor is " + factor.value + ", in the first slice it is " +
					first.value + "; it must be one for the whole volume.");
		}
		return first;
	}

	/** SUV of SUV is nothing. */
	private static void checkUnit(final DicomVolume volume) throws DicomException {
		final String unit = coding(volume.stack().first()).rescale().unit();
		if (!volume.unit().isEmpty() && !volume.unit().equals(unit))
			throw new DicomException(volume.name() + " is in " + volume.unit() + ", its files are in " + unit +
				"; SUV is calculated from the values of the files.");
	}

	private static FrameCoding coding(final Frame frame) throws DicomException {
		return FrameCoding.of(frame.attributes(), frame.file().transferSyntax(), frame.file().pixelData().tag(),
			note -> {});
	}

	/** Enhanced PET has no Units, but mappings to real-world values. */
	private static FileFactor factor(final Frame frame, final SuvKind kind, final Acquisitions acquisitions)
		throws DicomException
	{
		final Attributes pet = frame.attributes();
		if (pet.contains(Tag.UNITS) || pet.items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE).isEmpty())
			return ClassicPet.factor(pet, acquisitions);
		return EnhancedPet.factor(pet, coding(frame), kind);
	}

	/** The factor by body weight of one frame of classic PET. */
	public static SuvFactor of(final Attributes pet) throws DicomException {
		return of(pet, SuvKind.BODY_WEIGHT);
	}

	/**
	 * The factor of one frame of classic PET, which has Units; where it takes the other frames of its series to know
	 * the time of the scan there is none.
	 *
	 * @throws DicomException if there is none; the message says tag, value and rule
	 */
	public static SuvFactor of(final Attributes pet, final SuvKind kind) throws DicomException {
		return of(pet, ClassicPet.factor(pet, Acquisitions.of(List.of(pet))), kind);
	}

	private static SuvFactor of(final Attributes pet, final FileFactor ofFile, final SuvKind wanted)
		throws DicomException
	{
		if (ofFile.kind() == wanted) return new SuvFactor(wanted, ofFile.value(), ofFile.derivation());
		if (ofFile.kind() != SuvKind.BODY_WEIGHT) throw new DicomException(ClassicPet.describeType(pet) +
			"; these values are " + ofFile.kind().label() + ", from which " + wanted.label() + " is not calculated.");
		final SuvKind.Conversion conversion = wanted.fromBodyWeight(new BodySize(pet));
		return new SuvFactor(wanted, ofFile.value() * conversion.factor(),
			conversion.derivation() + "; SUVbw: " + ofFile.derivation());
	}

	/**
	 * The volume in SUV, as 32-bit; its report has the factor, not the patient's data that it was derived from.
	 *
	 * @param pet the volume that the factor is of
	 */
	public DicomVolume applyTo(final DicomVolume pet) {
		return pet.times(value, kind.unit(), pet.name() + " [" + kind.label() + "]", new Finding(Finding.Code.VALUES,
			kind.label() + " = " + value + " * values" + (pet.unit().isEmpty() ? "" : " in " + pet.unit())));
	}
}
