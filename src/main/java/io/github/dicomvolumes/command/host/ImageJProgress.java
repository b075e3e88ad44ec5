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

package io.github.dicomvolumes.command.host;

import ij.IJ;

import io.github.dicomvolumes.io.Progress;

import java.util.function.BooleanSupplier;

import org.scijava.Context;
import org.scijava.app.StatusService;

/**
 * Progress in ImageJ's status and progress bar, or through SciJava's {@link StatusService} where there is no ImageJ
 * window. At most ten updates a second are shown, and the end of each phase.
 */
public final class ImageJProgress implements Progress {

	private static final long INTERVAL = 100_000_000; // ns

	private final BooleanSupplier canceled;
	private final StatusService status;
	private long next = System.nanoTime();

	/** @param context may be null: then there is only ImageJ */
	ImageJProgress(final BooleanSupplier canceled, final Context context) {
		this.canceled = canceled;
		status = context == null || IJ.getInstance() != null ? null : context.getService(StatusService.class);
	}

	@Override
	public synchronized void update(final String phase, final long done, final long total) {
		final long now = System.nanoTime();
		final boolean isOver = done == total; // nothing is left in the status bar then
		if (!isOver && now - next < 0) return;
		next = now + INTERVAL;
		final double fraction = total <= 0 ? 0 : (double) done / total;
		if (status != null) {
			status.showStatus((int) (1000 * fraction), 1000, isOver ? "" : phase);
			return;
		}
		IJ.showStatus(isOver ? "" : phase);
		IJ.showProgress(fraction);
	}

	@Override
	public boolean isCanceled() {
		return canceled.getAsBoolean();
	}
}
