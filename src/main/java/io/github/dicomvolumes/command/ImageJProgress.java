package io.github.dicomvolumes.command;

import ij.IJ;

import io.github.dicomvolumes.io.Progress;

import java.util.function.BooleanSupplier;

import org.scijava.Context;
import org.scijava.app.StatusService;

/**
 * Progress in ImageJ's status and progress bar, or through SciJava's
 * {@link StatusService} where there is no ImageJ window. At most ten updates a
 * second are shown.
 */
final class ImageJProgress implements Progress {

	private static final long INTERVAL = 100_000_000; // ns

	private final BooleanSupplier canceled;
	private final StatusService status;
	private long next = System.nanoTime();

	/** @param context may be null: then there is only ImageJ */
	ImageJProgress(final BooleanSupplier canceled, final Context context) {
		this.canceled = canceled;
		status = context == null || IJ.getInstance() != null ? null : context
			.getService(StatusService.class);
	}

	@Override
	public synchronized void update(final String phase, final long done,
		final long total)
	{
		final long now = System.nanoTime();
		if (now - next < 0) return;
		next = now + INTERVAL;
		final double fraction = total <= 0 ? 0 : (double) done / total;
		if (status != null) {
			status.showStatus((int) (1000 * fraction), 1000, phase);
			return;
		}
		IJ.showStatus(phase);
		IJ.showProgress(fraction);
	}

	@Override
	public boolean isCanceled() {
		return canceled.getAsBoolean();
	}
}
