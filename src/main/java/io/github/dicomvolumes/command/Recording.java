package io.github.dicomvolumes.command;

import ij.plugin.frame.Recorder;

import java.util.Map;

/**
 * Corrects what ImageJ's recorder noted of a dialog. SciJava's recorder notes the
 * inputs after the command and needs no help.
 */
final class Recording {

	private Recording() {}

	/** Replaces the value of an option that was decided only after the dialog. */
	static void replace(final String key, final String value) {
		final String noted = Recorder.record ? Recorder.getCommandOptions() : null;
		if (noted == null) return;
		final Map<String, String> options = MacroOptions.parse(noted);
		options.put(key, value);
		Recorder.resetCommandOptions();
		options.forEach(Recorder::recordOption);
	}
}
