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

package io.github.dicomvolumes.command;

import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.data.Disclosure;

import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;

/** A command that tells what the files of the active image say: with or without what may identify the patient. */
abstract class ReportCommand extends ImageCommand {

	/** Null: as the image was imported. */
	@Parameter(choices = { PatientInput.SHOW, PatientInput.HIDE }, required = false,
		visibility = ItemVisibility.INVISIBLE, persist = false, description = PatientInput.DESCRIPTION)
	private String patient;

	@Override
	protected final Disclosure disclosure() {
		return patient == null ? super.disclosure() : PatientInput.of(patient);
	}

	/** The same, noted, so that a recorded macro shows no more than the person saw. */
	final Disclosure recorded() {
		final Disclosure disclosure = disclosure();
		PatientInput.record(this, disclosure);
		return disclosure;
	}
}
