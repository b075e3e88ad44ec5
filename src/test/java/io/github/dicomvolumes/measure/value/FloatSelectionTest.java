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

package io.github.dicomvolumes.measure.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.measure.shape.Runs;

/** Threads that begin their second look at the same moment. */
class FloatSelectionTest {

	private static final int COLUMNS = 20, ROWS = 15, THREADS = 2;

	/** The percentiles are those of the values in order, whoever looks when. */
	@Test
	void threadsDoNotDisturbEachOther() throws Exception {
		final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		final CyclicBarrier begin = new CyclicBarrier(THREADS);
		try {
			for (int seed = 0; seed < 1000; seed++) {
				final float[][] planes = planes(new Random(seed));
				final FloatTally tally = new FloatTally(THREADS);
				for (int block = 0; block < THREADS; block++)
					tally.add(planes[block], COLUMNS, all(), 0, block);
				final FloatSelection.Plan plan = new FloatSelection.Plan(List.of(tally), 8, List.of(), 1, THREADS);
				final List<Future<FloatSelection>> looks = new ArrayList<>();
				for (int block = 0; block < THREADS; block++) {
					final int own = block;
					looks.add(threads.submit(() -> {
						final FloatSelection selection = new FloatSelection(plan);
						begin.await();
						selection.add(planes[own], COLUMNS, all(), 0, own);
						return selection;
					}));
				}
				final List<FloatSelection> selections = new ArrayList<>();
				for (final Future<FloatSelection> look : looks)
					selections.add(look.get());
				assertEquals(median(planes), FloatSelection.values(selections)[1].intensity().median(), 1e-12,
					"seed " + seed);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static float[][] planes(final Random random) {
		final float[][] planes = new float[THREADS][COLUMNS * ROWS];
		for (final float[] plane : planes)
			for (int i = 0; i < plane.length; i++)
				plane[i] = (float) random.nextGaussian();
		return planes;
	}

	/** A segment of all voxels of a slice. */
	private static Runs all() {
		final short[] numbers = new short[COLUMNS * ROWS];
		Arrays.fill(numbers, (short) 1);
		final Runs runs = new Runs();
		runs.find(numbers, COLUMNS, ROWS);
		return runs;
	}

	private static double median(final float[][] planes) {
		final float[] all = new float[THREADS * COLUMNS * ROWS];
		for (int block = 0; block < THREADS; block++)
			System.arraycopy(planes[block], 0, all, block * COLUMNS * ROWS, COLUMNS * ROWS);
		Arrays.sort(all);
		return ((double) all[all.length / 2 - 1] + all[all.length / 2]) / 2;
	}
}
