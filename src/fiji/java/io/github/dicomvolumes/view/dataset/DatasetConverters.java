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

package io.github.dicomvolumes.view.dataset;

import java.lang.reflect.Type;
import java.util.Optional;

import ij.ImagePlus;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.view.imagej.ShownVolume;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.volume.DicomVolume;

import net.imagej.Dataset;
import net.imagej.DefaultDataset;
import net.imagej.ImgPlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import org.scijava.Priority;
import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;
import org.scijava.util.Types;

/**
 * What SciJava asks when a script or a command wants an ImgPlus or a Dataset and has a volume, or an ImagePlus that
 * shows one. They come before Fiji's own converters of ImagePlus, which know only the numbers in its arrays, and leave
 * every other ImagePlus to them.
 */
public final class DatasetConverters {

	/** What all images are that come out: an input that takes such an image can be given one. */
	public static final Class<?> TARGET = RandomAccessibleInterval.class;

	private DatasetConverters() {}

	/** A volume as ImgPlus. */
	@Plugin(type = Converter.class)
	@SuppressWarnings("rawtypes") // SciJava knows classes, not their type parameters
	public static final class VolumeToImgPlus extends VolumeConverter<DicomVolume, ImgPlus> {

		public VolumeToImgPlus() {
			super(DicomVolume.class, ImgPlus.class);
		}
	}

	/** A volume as Dataset. */
	@Plugin(type = Converter.class)
	public static final class VolumeToDataset extends VolumeConverter<DicomVolume, Dataset> {

		public VolumeToDataset() {
			super(DicomVolume.class, Dataset.class);
		}
	}

	/** The ImagePlus of a volume as ImgPlus. */
	@Plugin(type = Converter.class, priority = Priority.VERY_HIGH)
	@SuppressWarnings("rawtypes")
	public static final class ImageToImgPlus extends VolumeConverter<ImagePlus, ImgPlus> {

		public ImageToImgPlus() {
			super(ImagePlus.class, ImgPlus.class);
		}
	}

	/** The ImagePlus of a volume as Dataset. */
	@Plugin(type = Converter.class, priority = Priority.VERY_HIGH)
	public static final class ImageToDataset extends VolumeConverter<ImagePlus, Dataset> {

		public ImageToDataset() {
			super(ImagePlus.class, Dataset.class);
		}
	}

	/** All of them: an image of a volume, in a Dataset if that is wanted. */
	private abstract static class VolumeConverter<I, O> extends AbstractConverter<I, O> {

		private final Class<I> inputType;
		private final Class<O> outputType;

		VolumeConverter(final Class<I> inputType, final Class<O> outputType) {
			this.inputType = inputType;
			this.outputType = outputType;
		}

		@Override
		public final boolean canConvert(final Object source, final Class<?> type) {
			return super.canConvert(source, type) && volume(source).isPresent();
		}

		@Override
		public final boolean canConvert(final Object source, final Type type) {
			return canConvert(source, Types.raw(type));
		}

		@Override
		public final <T> T convert(final Object source, final Class<T> type) {
			final Disclosure disclosure = source instanceof ImagePlus image ? VolumeImagePlus.disclosure(image)
				: Disclosure.SHOW;
			final ImgPlus<? extends RealType<?>> image = VolumeImgPlus.of(volume(source).orElseThrow(), disclosure);
			return type.cast(outputType == Dataset.class ? new DefaultDataset(context(), image) : image);
		}

		private static Optional<DicomVolume> volume(final Object source) {
			return source instanceof DicomVolume volume ? Optional.of(volume) : ShownVolume.of((ImagePlus) source);
		}

		@Override
		public final Class<I> getInputType() {
			return inputType;
		}

		@Override
		public final Class<O> getOutputType() {
			return outputType;
		}
	}
}
