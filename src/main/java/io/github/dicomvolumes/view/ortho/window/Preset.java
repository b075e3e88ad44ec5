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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.pixels.Window;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.FirstWindow;
import io.github.dicomvolumes.volume.sample.PlaneBlocks;

/**
 * A window that a person may choose.
 *
 * @param key that chooses it; 0 if there is none
 * @param width and center as people know them; those of LINEAR windows in files (PS3.3 C.11.2.1.2.1) are not exactly
 *        those of the range
 */
record Preset(char key, String name, DisplayRange range, double width, double center) {

	/** Voxels looked at for a range of values. */
	private static final int SAMPLES = 1 << 16;

	/** One of so many at either end is an outlier. */
	private static final int OUTLIERS = 1000;

	/** Those for CT, width and centre in HU, by the keys 1 to 5. */
	private static final List<Preset> CT = List.of(ct('1', "Brain", 110, 35), ct('2', "Abdomen", 320, 50),
		ct('3', "Mediastinum", 400, 80), ct('4', "Bone", 2000, 350), ct('5', "Lung", 1500, -500));

	private static Preset ct(final char key, final String name, final double width, final double center) {
		return new Preset(key, name, new DisplayRange(center - width / 2, center + width / 2), width, center);
	}

	private static Preset all(final DisplayRange range) {
		return of('0', "All values", range);
	}

	private static Preset of(final char key, final String name, final DisplayRange range) {
		return new Preset(key, name, range, range.high() - range.low(), (range.low() + range.high()) / 2);
	}

	/**
	 * The presets for what a model shows: of the files, of the modality, and by the values (key 0). None for colour.
	 */
	static List<Preset> of(final OrthoModel model, final PlaneBlocks blocks) {
		final OrthoImage image = model.image();
		final List<Preset> presets = new ArrayList<>();
		if (image.isColour()) return presets;
		for (final Window window : image.windows())
			presets.add(new Preset((char) 0, FirstWindow.name(window), new DisplayRange(window.low(), window.high()),
				window.width(), window.center()));
		image.volume()
			.map(DicomVolume::firstWindow)
			.filter(first -> first.reason() == FirstWindow.Reason.MODALITY)
			.ifPresent(first -> presets.add(of((char) 0, first.name(), first.range())));
		if (isCt(image)) presets.addAll(CT);
		range(model, blocks).map(Preset::all).ifPresent(presets::add);
		return presets;
	}

	/** The preset that a key chooses. */
	static Optional<Preset> ofKey(final OrthoModel model, final PlaneBlocks blocks, final char key) {
		if (key == '0' && !model.image().isColour()) return range(model, blocks).map(Preset::all);
		return isCt(model.image()) ? CT.stream().filter(preset -> preset.key == key).findFirst() : Optional.empty();
	}

	/** Whether it is chosen, or its width and centre are. */
	boolean isShown(final OrthoModel model) {
		return range.equals(model.window()) || width == model.windowWidth() && center == model.windowCentre();
	}

	private static boolean isCt(final OrthoImage image) {
		return image.valueUnit().equals("HU");
	}

	/**
	 * Nearly all values of a volume in memory; else nearly all of the channel and time shown, of a virtual image those
	 * in the planes at the cursor that are at hand.
	 */
	private static Optional<DisplayRange> range(final OrthoModel model, final PlaneBlocks blocks) {
		final OrthoImage image = model.image();
		if (isOfAll(image)) return image.volume().get().rangeOfValues();
		final SplittableRandom random = new SplittableRandom(0);
		final double[] values = new double[SAMPLES];
		int n = 0;
		for (int i = 0; i < SAMPLES; i++) {
			final int[] voxel = new int[3];
			for (int axis = 0; axis < 3; axis++)
				voxel[axis] = image.isVirtual() && axis == i % 3 ? model.voxel(axis) : random.nextInt(image.size(axis));
			final double value = image.calibrated(blocks.held(voxel, model.channel(), model.time()).orElse(Double.NaN));
			if (Double.isFinite(value)) values[n++] = value;
		}
		if (n == 0) return Optional.empty();
		Arrays.sort(values, 0, n);
		return Optional.of(new DisplayRange(values[n / OUTLIERS], values[n - 1 - n / OUTLIERS]));
	}

	/** Whether the range of all values is that of all channels and times. */
	static boolean isOfAll(final OrthoImage image) {
		return image.volume().isPresent() && !image.isVirtual();
	}

	@Override
	public String toString() {
		final String keyed = key == 0 ? name : key + "  " + name;
		return keyed + "  " + NumberText.of(width) + " / " + NumberText.of(center);
	}
}
