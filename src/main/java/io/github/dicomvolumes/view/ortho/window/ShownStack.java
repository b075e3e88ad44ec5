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

package io.github.dicomvolumes.view.ortho.window;

import java.util.function.IntFunction;

import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.plane.PlaneRenderer;
import io.github.dicomvolumes.view.plane.PlaneRequest;
import io.github.dicomvolumes.view.plane.PlaneStack;
import io.github.dicomvolumes.view.plane.Section;

/**
 * The slices of a plane, of which one may have been rendered before ImageJ asks for it. Any thread may ask, as macros
 * do; what it gets is what the model said when {@link #follow} was called last.
 */
final class ShownStack extends PlaneStack {

	private record Prepared(PlaneRequest request, Object pixels) {}

	/** The request at a slice, as the model was; a model may be read in the event thread only. */
	private static final class Latest implements IntFunction<PlaneRequest> {

		private volatile PlaneRequest latest;

		@Override
		public PlaneRequest apply(final int slice) {
			final PlaneRequest now = latest;
			return new PlaneRequest(now.plane(), slice, now.channel(), now.time(), now.slab(), now.isSmooth());
		}
	}

	private final Latest latest;
	private volatile Prepared prepared;
	private volatile boolean isBlank;

	private ShownStack(final OrthoModel model, final PlaneRenderer renderer, final Section plane, final Latest latest) {
		super(model.image(), renderer, plane, plane.slices(), latest);
		this.latest = latest;
		follow(model.request(plane.plane()));
	}

	/** The stack of what a model shows in a plane now. */
	static ShownStack live(final OrthoModel model, final PlaneRenderer renderer, final Section plane) {
		return new ShownStack(model, renderer, plane, new Latest());
	}

	/** Whether all pixels are 0: while ImageJ asks for slices before it can be told which one is wanted. */
	void setBlank(final boolean blank) {
		isBlank = blank;
	}

	/** Shows all slices like this one from now on. */
	void follow(final PlaneRequest request) {
		latest.latest = request;
	}

	/** Keeps the pixels of a request until they are asked for, or others are prepared. */
	void prepare(final PlaneRequest request, final Object pixels) {
		prepared = new Prepared(request, pixels);
	}

	@Override
	public boolean isOfViews() {
		return true;
	}

	@Override
	protected Object render(final PlaneRequest request) {
		if (isBlank) return blank();
		final Prepared ready = prepared;
		if (ready == null || !ready.request.equals(request)) return super.render(request);
		prepared = null; // the next who asks must not share the array
		return ready.pixels;
	}
}
