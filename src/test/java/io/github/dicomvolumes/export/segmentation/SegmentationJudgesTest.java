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

package io.github.dicomvolumes.export.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.dicomvolumes.export.Judge;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.geometry.Vector3;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What dciodvfy, dcmdump and pydicom say of segmentations. */
class SegmentationJudgesTest {

	private static final int IMAGES = 12;

	/** Prints the frame's position and its voxels that are set, one line for each: "x y z column row segment". */
	private static final String VOXELS = """
											import sys, pydicom, numpy
											d = pydicom.dcmread(sys.argv[1])
											n, r, c = int(d.NumberOfFrames), d.Rows, d.Columns
											if d.BitsAllocated == 1:
											    bits = numpy.unpackbits(numpy.frombuffer(d.PixelData, 'u1'), bitorder='little')[:n * r * c].reshape(n, r, c)
											else:
											    bits = numpy.frombuffer(d.PixelData, 'u1' if d.BitsAllocated == 8 else '<u2')[:n * r * c].reshape(n, r, c)
											names = {s.SegmentNumber: s.SegmentLabel for s in d.SegmentSequence}
											for k, g in enumerate(d.PerFrameFunctionalGroupsSequence):
											    p = g.PlanePositionSequence[0].ImagePositionPatient
											    for y, x in zip(*numpy.nonzero(bits[k])):
											        s = g.SegmentIdentificationSequence[0].ReferencedSegmentNumber if d.BitsAllocated == 1 else bits[k, y, x]
											        print('%.6f %.6f %.6f' % tuple(float(v) for v in p), x, y, int(s), names[int(s)].replace(' ', '_'))
											""";

	/** What labelmaps may have and one-bit frames not, and the other way round (PS3.3 C.8.20.2, C.8.20.3.1). */
	private static final Pattern OF_LABELMAPS = Pattern
		.compile("enumerated value .* of attribute <(Bits Allocated|Bits Stored|High Bit)>|" +
			"Element=<SegmentIdentificationSequence> Module=<SegmentationMacro>");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource
	void verifierFindsNoError(final SegmentationKind kind) throws IOException, InterruptedException {
		Judge.require("dciodvfy");
		Judge.require("dcmdump");
		for (int n = 0; n < IMAGES; n++) {
			final Path file = write(kind, n).file;
			final String dump = Judge.run(List.of("dcmdump", file.toString()));
			assertTrue(dump.contains("PixelData") && !dump.contains("W:") && !dump.contains("E:"), dump);
			if (kind == SegmentationKind.BINARY) assertEquals(List.of(), Judge.errors(file));
			else assertEquals(List.of(),
				Judge.errors(asOldClass(file)).stream().filter(error -> !OF_LABELMAPS.matcher(error).find()).toList());
		}
	}

	/**
	 * A labelmap said to be a segmentation of the class that versions of the verifier know, of which the differences
	 * are left out.
	 */
	private static Path asOldClass(final Path file) throws IOException {
		final String bytes = Files.readString(file, StandardCharsets.ISO_8859_1)
			.replace(SegmentationKind.LABELMAP.sopClass, SegmentationKind.BINARY.sopClass)
			.replace("LABELMAP", "BINARY  ");
		return Files.writeString(file.resolveSibling("old " + file.getFileName()), bytes, StandardCharsets.ISO_8859_1);
	}

	@ParameterizedTest
	@EnumSource
	void pydicomReadsTheSameVoxels(final SegmentationKind kind) throws IOException, InterruptedException {
		Judge.requirePython("pydicom");
		int voxels = 0;
		for (int n = 0; n < IMAGES; n++) {
			final Written written = write(kind, n);
			final Set<String> expected = new TreeSet<>();
			final RandomLabels labels = written.labels;
			for (int slice = 0; slice < labels.slices(); slice++)
				for (int channel = 0; channel < labels.channels(); channel++)
					for (int y = 0; y < labels.image.grid().rows(); y++)
						for (int x = 0; x < labels.image.grid().columns(); x++) {
							final int label = labels.label(channel, slice, x, y);
							final Vector3 at = labels.image.grid().indexToPatient().orElseThrow().apply(0, 0, slice);
							if (label > 0) expected.add("%.6f %.6f %.6f %d %d %d Segment_%d"
								.formatted(at.x(), at.y(), at.z(), x, y, label, label)
								.replace("-0.000000", "0.000000"));
						}
			final Set<String> found = new TreeSet<>();
			Judge.python(VOXELS, written.file.toString())
				.lines()
				.map(line -> line.replace("-0.000000", "0.000000"))
				.forEach(found::add);
			assertEquals(expected, found);
			voxels += found.size();
		}
		assertTrue(voxels > 50 * IMAGES, voxels + " voxels");
	}

	private record Written(RandomLabels labels, Path file) {}

	private Written write(final SegmentationKind kind, final int n) throws IOException {
		final Random random = new Random(n);
		final int channels = kind == SegmentationKind.BINARY && n % 3 == 0 ? 3 : 1;
		final RandomLabels labels = new RandomLabels(folder.resolve("ct" + n), n % 4 == 1 ? 300 : 9, channels, random);
		final List<SegmentDescription> segments = new ArrayList<>(labels.described());
		segments.replaceAll(segment -> segment.withRgb(random.nextInt(1 << 24)));
		final Path file = folder.resolve(kind + "_" + n + ".dcm");
		VolumeExport.segmentation(labels.image, file,
			SegmentationOptions.DEFAULT.withKind(kind).withSegments(segments).withOverwrite(true));
		return new Written(labels, file);
	}
}
