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

package io.github.dicomvolumes.pixels.codec.jpeg2000;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.codec.DecodedFrame;
import io.github.dicomvolumes.pixels.codec.FrameDecoder;
import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.util.Arrays;
import java.util.Map;

/**
 * Decodes JPEG 2000 Part 1 and High-Throughput JPEG 2000, reversible and not (ITU-T T.800, T.814; PS3.5 A.4): a
 * codestream, or a JP2 file around it.
 * <p>
 * A cut or damaged stream gives all pixels, from what there is of their coefficients; a tile that is missing is 0.
 * </p>
 */
public final class Jpeg2000Decoder implements FrameDecoder {

	@Override
	public DecodedFrame decode(final byte[] data, final FrameShape shape, final byte[] samples) throws DicomException {
		final Damage damage = new Damage();
		final Codestream stream = Codestream.read(data, Jp2Boxes.codestream(data), shape, damage);
		final ImageSize size = stream.size();
		final SampleWriter[] writers = new SampleWriter[size.components().length];
		int precision = 0;
		for (int c = 0; c < writers.length; c++) {
			writers[c] = new SampleWriter(samples, shape, c, size.components()[c]);
			precision = Math.max(precision, size.components()[c].precision());
		}
		if (stream.tiles().size() < size.tiles()) {
			damage.add("tiles are missing before byte " + data.length + ", the end: " +
				(size.tiles() - stream.tiles().size()) + " of " + size.tiles());
			Arrays.fill(samples, 0, (int) shape.bytes(), (byte) 0);
		}
		final PacketReader reader = new PacketReader(damage, data.length);
		final TileDecoder decoder = new TileDecoder(size, writers, reader, damage);
		boolean colours = false;
		for (final Map.Entry<Integer, TileParts> tile : stream.tiles().entrySet())
			colours |= decoder.decode(tile.getKey(), tile.getValue(), data);
		if (reader.read() == 0) throw new DicomException(
			"JPEG 2000: not one packet can be read before byte " + data.length + ", the end: " + damage.text());
		return new DecodedFrame(shape.columns() * shape.rows(), precision, size.components()[0].signed(),
			colours && shape.samplesPerPixel() == 3 ? DecodedFrame.Colours.RGB : DecodedFrame.Colours.UNSTATED,
			damage.text());
	}
}
