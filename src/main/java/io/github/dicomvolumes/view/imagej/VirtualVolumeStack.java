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

package io.github.dicomvolumes.view.imagej;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.volume.DicomVolume;

import ij.IJ;
import ij.VirtualStack;
import ij.process.ImageProcessor;

/**
 * The planes of a virtual volume as a stack of ImageJ's: each is a copy, made when it is asked for, so that changes to
 * its pixels are lost when another slice is shown. Labels are the file's name and then its header.
 * <p>
 * A plane that cannot be read any more is blank, and the log says why; a macro stops.
 * </p>
 */
final class VirtualVolumeStack extends VirtualStack {

	private final DicomVolume volume;
	private final Disclosure disclosure;
	private final SliceLabels labels;
	private final StackShape shape;
	/**
	 * Those of the planes that were not deleted, in ImageJ's order: channel fastest, then slice, then time; 0-based.
	 */
	private final List<Integer> planes = new ArrayList<>();
	private final Set<String> said = new HashSet<>();

	VirtualVolumeStack(final DicomVolume volume, final Disclosure disclosure) {
		super((int) volume.dimensions()[0], (int) volume.dimensions()[1]);
		this.volume = volume;
		this.disclosure = disclosure;
		labels = new SliceLabels(volume.stack());
		shape = volume.stack().shape();
		for (int plane = 0; plane < shape.planes(); plane++)
			planes.add(plane);
	}

	/** Whether it has all planes of a volume, in their order. */
	boolean isWhole(final DicomVolume other) {
		return volume == other && planes.size() == shape.planes() &&
			IntStream.range(0, planes.size()).allMatch(n -> planes.get(n) == n);
	}

	@Override
	public Object getPixels(final int n) {
		return at(n, (slice, channel, time) -> {
			try {
				final Object pixels = volume.plan().type().copy(volume.plane(slice, channel, time));
				say(volume.problem(slice, channel, time));
				return pixels;
			}
			catch (final UncheckedIOException exc) {
				say(exc.getCause().getMessage());
				if (IJ.isMacro()) RunningMacro.stop(shown(exc.getCause().getMessage()));
			}
			catch (final CancellationException exc) {
				Thread.currentThread().interrupt(); // as it was: nobody will look at this plane
			}
			return volume.plan().type().newPlane(getWidth() * getHeight());
		});
	}

	private synchronized void say(final String problem) {
		if (!problem.isEmpty() && said.add(problem)) Log.add(shown(problem));
	}

	private String shown(final String problem) {
		return disclosure.isFull() ? problem : "A slice of a virtual volume could not be read.";
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		return Processors.of(getPixels(n), getWidth(), getHeight(), getColorModel());
	}

	/** A plane of the volume, each index 0-based. */
	@FunctionalInterface
	private interface Place<T> {

		T at(int slice, int channel, int time);
	}

	/** @param n 1-based number of the slice of this stack */
	private <T> T at(final int n, final Place<T> place) {
		if (n < 1 || n > planes.size()) throw new IllegalArgumentException("Argument out of range: " + n);
		final StackShape.Place at = shape.ofStackIndex(planes.get(n - 1) + 1);
		return place.at(at.slice(), at.channel(), at.time());
	}

	/** The label of a slice without its header: cheap. */
	String name(final int n) {
		return !disclosure.isFull() ? "Slice " + (planes.get(n - 1) + 1) : at(n, labels::label);
	}

	@Override
	public String getSliceLabel(final int n) {
		return at(n, (slice, channel, time) -> HeaderText.label(name(n),
			volume.attributes(slice, channel, time).orElse(null), disclosure));
	}

	@Override
	public String getShortSliceLabel(final int n, final int max) {
		final String label = name(n);
		return label.length() <= max ? label : label.substring(0, max);
	}

	@Override
	public int size() {
		return planes.size();
	}

	@Override
	public int getSize() {
		return planes.size();
	}

	@Override
	public int getBitDepth() {
		return switch (volume.plan().type()) {
			case UINT8 -> 8;
			case UINT16, INT16 -> 16;
			case FLOAT32 -> 32;
			case RGB -> 24;
		};
	}

	@Override
	public void deleteSlice(final int n) {
		planes.remove(n - 1);
	}

	@Override
	public void deleteLastSlice() {
		planes.remove(planes.size() - 1);
	}

	/**
	 * Another order of the slices, as ImageJ gives it to those of a hyperstack: 0-based numbers of the present ones.
	 */
	@Override
	public void setIndexes(final int[] indexes) {
		final List<Integer> now = List.copyOf(planes);
		planes.clear();
		for (final int n : indexes)
			planes.add(now.get(n));
	}

	/** Keeps every so many slices, from the first. */
	@Override
	public void reduce(final int factor) {
		final List<Integer> kept = new ArrayList<>();
		for (int i = 0; i < planes.size(); i += factor)
			kept.add(planes.get(i));
		planes.clear();
		planes.addAll(kept);
	}
}
