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

import java.io.IOException;

import io.github.dicomvolumes.command.input.Choices;
import io.github.dicomvolumes.command.input.ImportedVolume;
import io.github.dicomvolumes.command.input.InputMemory;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.pet.SuvFactor;
import io.github.dicomvolumes.volume.pet.SuvKind;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * Plugins &gt; DICOM Volumes &gt; DICOM SUV...: the PET volume of the active image as standardised uptake values of
 * some kind, in a new image; or the reason why that is not possible.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM SUV...")
public class DicomSuv extends ImageCommand {

	@Parameter(label = "Kind", choices = { "SUVbw", "SUVlbm", "SUVlbm-J", "SUVbsa" }, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "By body weight, lean body mass (James, or Janmahasatian), or body surface area (Du Bois)")
	private String kind = "SUVbw";

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus suv;

	@Override
	protected void execute() throws IOException {
		final DicomVolume pet = ImportedVolume.shown(image());
		final Disclosure patient = VolumeImagePlus.disclosure(image());
		final SuvFactor factor = factor(pet, Choices.of(SuvKind.class, "kind", kind), patient);
		final DicomVolume volume = factor.applyTo(pet);
		Log.add(ImportLog.block(volume.report(patient)));
		suv = VolumeImagePlus.of(volume, patient);
		suv.setTitle(pet.name(patient) + " [" + kind + "]");
		suv.setProp(kind + "Factor", Double.toString(factor.value()));
		if (!patient.isFull()) return;
		Log.add("  " + factor.derivation());
		suv.setProp(kind + "Derivation", factor.derivation());
	}

	private static SuvFactor factor(final DicomVolume pet, final SuvKind kind, final Disclosure patient)
		throws DicomException
	{
		try {
			return SuvFactor.of(pet, kind);
		}
		catch (final DicomException exc) {
			throw PatientInput.shown(exc, patient, "This volume has no factor for SUV");
		}
	}
}
