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

package io.github.dicomvolumes.volume.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.Overlay;
import io.github.dicomvolumes.pixels.OverlayPlane;
import io.github.dicomvolumes.pixels.Photometric;
import io.github.dicomvolumes.pixels.PixelFormat;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.Tile;

/**
 * Reads the overlays of frames (PS3.3 C.9.2). Frames without any cost a look into their attributes. Large overlays and
 * those in free bits of the pixel data are read from the file once more. Not thread-safe.
 */
public final class OverlayReader {

	private final Consumer<String> notes;
	private final OpenSources open;
	/**
	 * The file of the frame before, as frames of a file come one after the other, and the bits of its overlays by
	 * group.
	 */
	private DicomFile last;
	private final Map<Integer, BitSet> bitsOfLast = new HashMap<>();

	/**
	 * @param notes takes a sentence for each overlay that cannot be read, the same for each frame with the same problem
	 * @param open by which files are opened
	 */
	public OverlayReader(final Consumer<String> notes, final OpenSources open) {
		this.notes = notes;
		this.open = open;
	}

	/** The overlays of a frame that mark at least one pixel of it, in the order of their groups. */
	public List<OverlayPlane> read(final Frame frame) {
		final List<OverlayPlane> planes = new ArrayList<>();
		for (final Overlay overlay : overlays(frame)) {
			try {
				Guard.reading(frame, () -> read(overlay, frame)).ifPresent(planes::add);
			}
			catch (final IOException exc) {
				notes.accept("\"" + overlay.name() + "\" is not shown: " + Reasons.of(exc));
			}
		}
		return planes;
	}

	private List<Overlay> overlays(final Frame frame) {
		try {
			return Guard.interpreting(() -> Overlay.of(frame.attributes(), notes));
		}
		catch (final DicomException exc) {
			notes.accept(exc.getMessage());
			return List.of();
		}
	}

	private Optional<OverlayPlane> read(final Overlay overlay, final Frame frame) throws IOException {
		if (!overlay.isFor(frame.index())) return Optional.empty();
		final FrameReader reader = FrameReaders.of(frame);
		final BitSet bits = overlay.isEmbedded() ? embedded(overlay, reader)
			: overlay.bits(ofFile(overlay, frame), frame.index());
		final Tile part = reader.part();
		return OverlayPlane.of(overlay.over(part.x(), part.y()), bits, part.columns(), part.rows());
	}

	/** The bits of all frames of an overlay; the file is read again if they are too many to be held. */
	private BitSet ofFile(final Overlay overlay, final Frame frame) throws IOException {
		if (last != frame.file()) bitsOfLast.clear();
		last = frame.file();
		BitSet bits = bitsOfLast.get(overlay.group());
		if (bits == null) bitsOfLast.put(overlay.group(), bits = overlay.bits(withData(overlay, frame)));
		return bits;
	}

	private Attributes withData(final Overlay overlay, final Frame frame) throws IOException {
		if (!isLeftInFile(overlay, frame.attributes())) return frame.attributes();
		final Attributes large = frame.file().withLargeValues(open).attributes();
		if (isLeftInFile(overlay, large))
			throw new DicomException("its data are longer than " + (HeaderReader.LARGE_VALUE_BYTES >> 20) + " MiB");
		return large;
	}

	private static boolean isLeftInFile(final Overlay overlay, final Attributes attributes) {
		return overlay.data(attributes).map(Element::isLeftInFile).orElse(false);
	}

	/** The bits at one place of the words of the pixel data. */
	private BitSet embedded(final Overlay overlay, final FrameReader reader) throws IOException {
		final DicomFile file = reader.file();
		final Frame frame = reader.frame();
		final PixelFormat image = PixelFormat.of(frame.attributes(), file.transferSyntax(), file.pixelData().tag(),
			note -> {});
		if (reader.isCompressed() || image.unsupported().isPresent() || image.samplesPerPixel() != 1 ||
			image.kind() != PixelFormat.Kind.INTEGER)
			throw new DicomException("it is in the words of the pixel data, which must be uncompressed grey for that");
		final PixelFormat format = new PixelFormat(image.columns(), image.rows(), 1, image.bitsAllocated(), 1,
			overlay.bit(), false, false, Photometric.MONOCHROME2, image.bigEndian(), PixelFormat.Kind.INTEGER);
		final FrameCoding coding = new FrameCoding(format, Rescale.IDENTITY, Optional.empty());
		final PlanePlan plan = PlanePlan.of(List.of(coding), false);
		final FrameReader whole = new WholePlaneReader(frame);
		final PlaneGroup group = new PlaneGroup(List.of(new FramePlane(0, whole, coding)));
		final Object plane = new PlaneReader(plan, open).read(group).get(0).plane();
		final BitSet bits = new BitSet();
		for (int i = 0; i < format.pixels(); i++)
			if (plan.type().value(plane, i) != 0) bits.set(i);
		return bits;
	}
}
