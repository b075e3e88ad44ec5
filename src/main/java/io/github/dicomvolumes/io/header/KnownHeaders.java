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

package io.github.dicomvolumes.io.header;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.CommonAttributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.io.source.Source;

/**
 * The headers of a scan so far. Those of a series say mostly the same, which is kept once for all
 * ({@link CommonAttributes}) and parsed once ({@link HeaderTemplate}). A reader that cannot use them leaves that to
 * {@link HeaderReader#read(Source, KnownHeaders)}. Thread-safe.
 */
public final class KnownHeaders implements UnaryOperator<Attributes> {

	/** All templates together: folders of nothing but odd files gain nothing from them. */
	private static final long MAX_BYTES = 16 << 20;

	private final ScanBudget budget;
	private final OpenSources open;
	private final CommonAttributes common = new CommonAttributes();
	/** By the data set that the files of a form share, which is the template's own. */
	private final Map<Attributes, HeaderTemplate> templates = Collections.synchronizedMap(new IdentityHashMap<>());
	private final AtomicLong bytes = new AtomicLong();
	/** That of the file that was read last: the next is probably of the same series. */
	private volatile HeaderTemplate last;

	/**
	 * @param limits of what the headers may take
	 * @param open what of the scan is open
	 */
	public KnownHeaders(final Limits limits, final OpenSources open) {
		budget = new ScanBudget(limits);
		this.open = open;
	}

	/** By what files are opened. */
	public OpenSources open() {
		return open;
	}

	/** Of a file of this scan: what its header takes, all headers together take. */
	public HeaderBudget budget(final Source source) {
		return new HeaderBudget(budget, source);
	}

	/** An item of a sequence that equals the given one; its large values are kept once where they were here before. */
	@Override
	public Attributes apply(final Attributes item) {
		return common.shareItem(item);
	}

	/** A file that equals the given one and takes less memory where one like it was here before. */
	public DicomFile share(final DicomFile file) {
		return new DicomFile(file.source(), common.share(file.metaInformation()), common.share(file.attributes()),
			file.transferSyntax(), file.pixelData(), file.reader(), file.notes());
	}

	/**
	 * Reads a file as far as it is like the last one.
	 *
	 * @param in at its first byte, and afterwards again if it is not alike
	 * @return null if it is not alike
	 */
	DicomFile readLikeLast(final Source source, final HeaderInput in, final long maxValueBytes, final HeaderBudget its)
		throws IOException
	{
		final HeaderTemplate template = last;
		if (template == null || !in.isPlainFile()) return null;
		try {
			final DicomFile file = template.read(source, in, maxValueBytes, this, its);
			if (file != null) return file;
		}
		catch (final DicomException exc) {
			// reading it by itself fails too, with a message
		}
		in.rewind();
		its.restart();
		return null;
	}

	/**
	 * Shares what a file has in common with others, and remembers it for the next.
	 *
	 * @param starts see {@link HeaderTemplate#of}
	 */
	DicomFile keep(final DicomFile file, final HeaderInput in, final List<Integer> starts) throws IOException {
		final DicomFile shared = share(file);
		final Attributes whole = shared.attributes().whole();
		if (whole == file.attributes() && bytes.get() < MAX_BYTES) {
			final HeaderTemplate template = HeaderTemplate.of(file, in, starts);
			if (template != null) {
				templates.put(whole, template);
				bytes.addAndGet(template.size());
			}
		}
		last = templates.get(whole);
		return shared;
	}
}
