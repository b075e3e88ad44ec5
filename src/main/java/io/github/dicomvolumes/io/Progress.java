package io.github.dicomvolumes.io;

/**
 * Hears how far long work has come, and may stop it. Called from the thread that
 * started the work, often, so both methods should return at once.
 */
public interface Progress {

	/** Hears nothing and never stops. */
	Progress NONE = (phase, done, total) -> {};

	/**
	 * @param phase what is being done, such as "Examining files"
	 * @param done 0 to {@code total}
	 */
	void update(String phase, long done, long total);

	/** Whether the work should end as soon as possible, with a CancellationException. */
	default boolean isCanceled() {
		return false;
	}
}
