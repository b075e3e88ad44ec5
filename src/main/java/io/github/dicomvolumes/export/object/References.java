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
import io.github.dicomvolumes.series.object.Frame;

/** References to the images that something was made from (PS3.3 10.3). */
public final class References {

	/** CID 7202: what the image is to the result. */
	public static final Code SOURCE = new Code("121322", "DCM", "Source image for image processing operation");

	private static final int SOP_CLASS = Dictionary.tag("ReferencedSOPClassUID"),
		SOP_INSTANCE = Dictionary.tag("ReferencedSOPInstanceUID"), FRAME = Dictionary.tag("ReferencedFrameNumber");

	private References() {}

	/** The item that names a frame: its file, and if that has several its number. */
	public static AttributesBuilder to(final Frame frame) {
		final AttributesBuilder item = to(frame.file().attributes());
		if (frame.file().frames() > 1) item.put(FRAME, frame.index() + 1);
		return item;
	}

	/** The item that names a file. */
	static AttributesBuilder to(final Attributes file) {
		return Attributes.builder()
			.put(SOP_CLASS, file.orElse(Tag.SOP_CLASS_UID, ""))
			.put(SOP_INSTANCE, file.orElse(Tag.SOP_INSTANCE_UID, ""));
	}

	private static boolean isNamed(final Frame frame) {
		return !frame.file().attributes().orElse(Tag.SOP_INSTANCE_UID, "").isEmpty();
	}

	/** Puts the Source Image Sequence (PS3.3 C.7.6.1), of frames whose files have names. */
	public static void putSources(final List<Frame> frames, final AttributesBuilder object) {
		final List<Attributes> items = frames.stream().filter(References::isNamed).map(References::source).toList();
		if (!items.isEmpty()) object.put(Dictionary.tag("SourceImageSequence"), items);
	}

	private static Attributes source(final Frame frame) {
		final AttributesBuilder item = to(frame);
		SOURCE.putInto(item, "PurposeOfReferenceCodeSequence");
		return item.build();
	}
}
