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

package io.github.dicomvolumes.pixels.codec;

import io.github.dicomvolumes.data.DicomException;

/**
 * Decodes the compressed bytes of one frame. Implementations hold no state that changes: threads may share one.
 */
@FunctionalInterface
public interface FrameDecoder {

	/**
	 * Decodes one frame into what an uncompressed file would hold of it: row by row, the samples of a pixel side by
	 * side, each sample in {@link FrameShape#bytesPerSample} bytes, little endian. Codes of signed values are extended
	 * to that size if the stream says that they are signed; else the unused high bits are 0.
	 *
	 * @param data the frame's fragments put together; bytes after the end of the stream (padding) are ignored
	 * @param shape what the data set says; a stream that says otherwise is refused before anything is allocated for it
	 * @param samples of {@link FrameShape#bytes()} or more bytes, its contents unspecified before; after a failure too
	 * @return what was decoded: if the stream is cut or damaged after the first pixels, those with a note on the damage
	 * @throws DicomException if nothing can be decoded, or the stream contradicts the shape; the message names the
	 *         marker (or box, or segment) and its byte offset in {@code data}, what was found and what must be. Nothing
	 *         else is thrown, whatever the bytes are
	 */
	DecodedFrame decode(byte[] data, FrameShape shape, byte[] samples) throws DicomException;
}
