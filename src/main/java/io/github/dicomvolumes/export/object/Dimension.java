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

import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.data.VR;

/**
 * What the frames of an object are indexed by (PS3.3 C.7.6.17).
 *
 * @param attribute whose values are counted
 * @param group the sequence of the functional group that has it
 * @param label for people
 */
public record Dimension(int attribute, int group, String label) {

	/** The place of slices. */
	public static final Dimension SLICE = new Dimension(Tag.IMAGE_POSITION_PATIENT,
		Dictionary.tag("PlanePositionSequence"), "Slice");

	private static final int ORGANIZATION_UID = Dictionary.tag("DimensionOrganizationUID");

	/** Puts the module of these dimensions, in the order of the Dimension Index Values. */
	public static void put(final List<Dimension> dimensions, final AttributesBuilder object) {
		final String organization = Uids.create();
		object
			.put(Dictionary.tag("DimensionOrganizationSequence"),
				List.of(Attributes.builder().put(ORGANIZATION_UID, organization).build()))
			.put(Tag.DIMENSION_INDEX_SEQUENCE,
				dimensions.stream().map(dimension -> dimension.item(organization)).toList());
	}

	private Attributes item(final String organization) {
		return Attributes.builder()
			.put(ORGANIZATION_UID, organization)
			.put(Tag.DIMENSION_INDEX_POINTER, VR.AT, Tag.group(attribute), Tag.element(attribute))
			.put(Dictionary.tag("FunctionalGroupPointer"), VR.AT, Tag.group(group), Tag.element(group))
			.put(Dictionary.tag("DimensionDescriptionLabel"), label)
			.build();
	}
}
