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

package io.github.dicomvolumes.series.object;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.CsaHeader;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

/**
 * What private elements of Siemens tell of a mosaic, of which anonymisers leave more or less:
 *
 * <pre>
 * (0019,100A)  SIEMENS MR HEADER    number of slices
 * (0029,1010)  SIEMENS CSA HEADER   CSA header: NumberOfImagesInMosaic, SliceNormalVector
 * (0029,1020)  SIEMENS CSA HEADER   holds the protocol as text: sSliceArray.lSize = 13
 * (0051,100B)  SIEMENS MR HEADER    size of a tile: 80*80
 * </pre>
 */
final class MosaicHeader {

	/** The creator of private elements of groups 0019 and 0051. */
	static final String MR_HEADER = "SIEMENS MR HEADER";
	private static final String CSA_HEADER = "SIEMENS CSA HEADER";
	private static final double ALONG_NORMAL = 0.99;

	private static final Pattern SLICES = Pattern.compile("sSliceArray\\.lSize\\s*=\\s*(\\d{1,5})\\b");

	/** A coordinate of the middle of a slice; what is 0 is left out. */
	private static final String POSITION = "sSliceArray\\.asSlice\\[%d\\]\\.sPosition\\.d%s\\s*=\\s*([-+.\\deE]{1,32})";
	private static final List<String> AXES = List.of("Sag", "Cor", "Tra");

	private final Attributes attributes;
	private final CsaHeader csa;

	private MosaicHeader(final Attributes attributes) {
		this.attributes = attributes;
		csa = csa(attributes);
	}

	static MosaicHeader of(final Attributes attributes) {
		return new MosaicHeader(attributes);
	}

	/** The header of the image; without tags if it has none. */
	static CsaHeader csa(final Attributes attributes) {
		return attributes.optional(CSA_HEADER, 0x0029, 0x10).map(e -> CsaHeader.of(e.bytes())).orElse(CsaHeader.EMPTY);
	}

	/** The number of slices that the image itself declares: only mosaics do. */
	OptionalInt ownCount() {
		final Optional<Element> own = attributes.optional(MR_HEADER, 0x0019, 0x0A);
		if (own.isPresent() && own.get().integer().isPresent()) return own.get().integer();
		final double[] counts = csa.numbers("NumberOfImagesInMosaic");
		return counts.length > 0 && counts[0] >= 1 && counts[0] <= 0xFFFF ? OptionalInt.of((int) counts[0])
			: OptionalInt.empty();
	}

	/** The number of slices of a mosaic, if anything declares it. */
	OptionalInt count() {
		final OptionalInt own = ownCount();
		if (own.isPresent()) return own;
		final Matcher matcher = SLICES.matcher(protocol());
		return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
	}

	/** How the tiles lie in the image, if a declared size of tiles fills it. */
	Optional<TileLayout> layout(final int columns, final int rows) {
		final Optional<TileLayout> own = attributes.optional(MR_HEADER, 0x0051, 0x0B)
			.flatMap(size -> TileLayout.ofText(size.text(), columns, rows));
		if (own.isPresent()) return own;
		final int[] matrix = Arrays.stream(attributes.doubles(Tag.ACQUISITION_MATRIX))
			.filter(size -> size > 0)
			.mapToInt(size -> (int) size)
			.toArray();
		return matrix.length == 2 ? TileLayout.ofSize(matrix[0], matrix[1], columns, rows) : Optional.empty();
	}

	/**
	 * From slice to slice: along the normal, or against it if the CSA header says so, or the positions of the protocol.
	 */
	Vector3 direction(final Orientation axes, final List<Finding> findings) {
		final Vector3 normal = axes.orthonormal().normal();
		final double[] declared = csa.numbers("SliceNormalVector");
		final double along = declared.length == 3 ? normal.dot(Vector3.of(declared)) : 0;
		if (Math.abs(along) > ALONG_NORMAL) return along < 0 ? normal.times(-1) : normal;
		final Optional<Vector3> span = spanOfProtocol();
		final boolean isAgainst = span.isPresent() && normal.dot(span.get()) < 0;
		findings.add(new Finding(Code.POSITIONS_ASSUMED,
			"the CSA header has no slice normal; the slices of the mosaic are stacked " +
				(isAgainst ? "against" : "along") + " rows x columns" +
				(span.isPresent() ? ", as the positions in the protocol are" : "")));
		return isAgainst ? normal.times(-1) : normal;
	}

	/** From the first slice of the protocol to the last, mm; empty if it does not tell. */
	private Optional<Vector3> spanOfProtocol() {
		final int last = count().orElse(0) - 1;
		final String protocol = protocol();
		if (last < 1 || protocol.isEmpty()) return Optional.empty();
		final Vector3 span = position(protocol, last).minus(position(protocol, 0));
		return span.norm() > 0 ? Optional.of(span) : Optional.empty();
	}

	private static Vector3 position(final String protocol, final int slice) {
		return Vector3.of(AXES.stream().mapToDouble(axis -> coordinate(protocol, slice, axis)).toArray());
	}

	private static double coordinate(final String protocol, final int slice, final String axis) {
		final Matcher matcher = Pattern.compile(POSITION.formatted(slice, axis)).matcher(protocol);
		try {
			return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
		}
		catch (final NumberFormatException exc) {
			return 0;
		}
	}

	/** The element with the protocol among other things, as text; empty if it is not there. */
	private String protocol() {
		return attributes.optional(CSA_HEADER, 0x0029, 0x20)
			.filter(e -> !e.isLeftInFile())
			.map(e -> new String(e.bytes(), StandardCharsets.ISO_8859_1))
			.orElse("");
	}
}
