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

package io.github.dicomvolumes.export.object;

import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Dictionary;

/** This program as the equipment that makes objects (PS3.3 C.7.5.2). */
public final class Equipment {

	private static final String NAME = "DICOM Volumes";
	private static final Code MODIFYING = new Code("109103", "DCM", "Modifying Equipment");

	private Equipment() {}

	/** Puts the module of what we made from beginning to end. */
	public static void put(final AttributesBuilder object) {
		object.put(Dictionary.tag("Manufacturer"), NAME)
			.put(Dictionary.tag("ManufacturerModelName"), NAME)
			.put(Dictionary.tag("DeviceSerialNumber"), "none")
			.put(Dictionary.tag("SoftwareVersions"), version());
	}

	/**
	 * The sequence of those who contributed to an object that other equipment made, and now us (PS3.3 C.12.1.1.5).
	 *
	 * @param before items that the object has already
	 */
	public static void putContribution(final List<Attributes> before, final String description,
		final AttributesBuilder object)
	{
		final AttributesBuilder item = Attributes.builder();
		MODIFYING.putInto(item, "PurposeOfReferenceCodeSequence");
		put(item);
		item.put(Dictionary.tag("ContributionDescription"), description);
		final List<Attributes> all = new ArrayList<>(before);
		all.add(item.build());
		object.put(Dictionary.tag("ContributingEquipmentSequence"), all);
	}

	private static String version() {
		final String version = Equipment.class.getPackage().getImplementationVersion();
		return version == null ? "development" : version;
	}
}
