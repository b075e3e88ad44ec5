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

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Labelled;
import io.github.dicomvolumes.data.NumberText;

/** What the uptake is related to: the activity that each unit of it had if the dose were spread evenly. */
public enum SuvKind implements Labelled {
	/** By body weight, in g/ml. */
	BODY_WEIGHT("SUVbw", "g/ml", List.of("BW")) {

		@Override
		Conversion fromBodyWeight(final BodySize body) {
			return new Conversion(1, "");
		}
	},
	/**
	 * By lean body mass, in g/ml, as James has it, with the multiplier 128 of SUV Type LBMJAMES128: 1.1 * weight - 128
	 * * (weight / height)^2 of men, 1.07 * weight - 148 * (weight / height)^2 of women, in kg and cm.
	 */
	LEAN_BODY_MASS("SUVlbm", "g/ml", List.of("LBM", "LBMJAMES128")) {

		@Override
		Conversion fromBodyWeight(final BodySize body) throws DicomException {
			final double weight = body.weight(), height = 100 * body.height();
			final double perWeight = body.isMale() ? 1.10 : 1.07, less = body.isMale() ? 128 : 148;
			final double lean = perWeight * weight - less * (weight / height) * (weight / height);
			final String formula = NumberText.of(perWeight) + " * " + weight + " - " + NumberText.of(less) + " * (" +
				weight + " / " + NumberText.of(height) + ")^2 kg";
			if (lean > 0) return lean(lean, "lean body mass of James " + formula, weight);
			throw new DicomException("The lean body mass of James is not positive: " + formula + " = " +
				NumberText.of(lean) + " kg; use " + LEAN_BODY_MASS_JANMAHASATIAN.label + ".");
		}
	},
	/**
	 * By lean body mass, in g/ml, as Janmahasatian has it: 9270 * weight / (6680 + 216 * BMI) of men, 9270 * weight /
	 * (8780 + 244 * BMI) of women, in kg and kg/m^2.
	 */
	LEAN_BODY_MASS_JANMAHASATIAN("SUVlbm-J", "g/ml", List.of("LBMJANMA")) {

		@Override
		Conversion fromBodyWeight(final BodySize body) throws DicomException {
			final double weight = body.weight(), height = body.height(), index = weight / (height * height);
			final double constant = body.isMale() ? 6680 : 8780, perIndex = body.isMale() ? 216 : 244;
			return lean(9270 * weight / (constant + perIndex * index),
				"lean body mass of Janmahasatian 9270 * " + weight + " / (" + NumberText.of(constant) + " + " +
					NumberText.of(perIndex) + " * " + weight + " / " + height + "^2) kg",
				weight);
		}
	},
	/** By body surface area, in cm2/ml, as Du Bois has it: 0.007184 * weight^0.425 * height^0.725 m^2, in kg and cm. */
	BODY_SURFACE("SUVbsa", "cm2/ml", List.of("BSA")) {

		@Override
		Conversion fromBodyWeight(final BodySize body) throws DicomException {
			final double weight = body.weight(), height = 100 * body.height();
			final double area = 0.007184 * Math.pow(weight, 0.425) * Math.pow(height, 0.725);
			return new Conversion(area * 10_000 / (weight * 1000),
				"SUVbsa = SUVbw * 10000 * " + NumberText.of(area) + " m2 / (1000 * " + weight +
					" kg), body surface area of Du Bois 0.007184 * " + weight + "^0.425 * " + NumberText.of(height) +
					"^0.725 m2");
		}
	};

	/**
	 * What SUVbw is multiplied by.
	 *
	 * @param derivation for people; empty if it is 1
	 */
	record Conversion(double factor, String derivation) {}

	private final String label, unit;
	private final List<String> types;

	SuvKind(final String label, final String unit, final List<String> types) {
		this.label = label;
		this.unit = unit;
		this.types = types;
	}

	/** "SUVbw": what people call it. */
	@Override
	public String label() {
		return label;
	}

	/** "g/ml" or "cm2/ml", UCUM. */
	public String unit() {
		return unit;
	}

	/** Whether a term of SUV Type (0054,1006) is this kind. */
	boolean isType(final String type) {
		return types.contains(type);
	}

	/** Whether a unit of Real World Value Mapping (PS3.16 CID 85) says so: "{SUVbw}g/ml". */
	boolean isUnit(final String ucum) {
		return ucum.contains("{" + label + "}");
	}

	/** @throws DicomException if something of the patient is missing or impossible; the message names it */
	abstract Conversion fromBodyWeight(BodySize body) throws DicomException;

	Conversion lean(final double mass, final String formula, final double weight) {
		return new Conversion(mass / weight,
			label + " = SUVbw * " + NumberText.of(mass) + " kg / " + weight + " kg, " + formula);
	}
}
