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

package io.github.dicomvolumes.view.plane;

import java.awt.EventQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import ij.VirtualStack;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** A virtual stack of ImageJ's that knows how it was read; voxel (x, y, z) holds 1000 z + 10 y + x. */
public final class CountingStack extends VirtualStack {

	private final AtomicIntegerArray reads;
	private final AtomicInteger readers = new AtomicInteger();
	private final AtomicInteger failures = new AtomicInteger();
	private volatile boolean isDisturbed;
	private volatile boolean isReadByEvents;
	private volatile boolean isGone;
	private volatile CountDownLatch gate = new CountDownLatch(0);

	/** A stack of so many slices. */
	public CountingStack(final int width, final int height, final int slices) {
		super(width, height, slices);
		reads = new AtomicIntegerArray(slices);
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		if (isGone) failures.incrementAndGet();
		if (isGone) throw new UncheckedIOException(new IOException("the file is gone"));
		isDisturbed |= readers.incrementAndGet() > 1;
		isReadByEvents |= EventQueue.isDispatchThread();
		reads.incrementAndGet(n - 1);
		Thread.yield();
		await(gate);
		final ShortProcessor slice = new ShortProcessor(getWidth(), getHeight());
		for (int y = 0; y < getHeight(); y++)
			for (int x = 0; x < getWidth(); x++)
				slice.set(x, y, value(x, y, n - 1));
		readers.decrementAndGet();
		return slice;
	}

	@Override
	public Object getPixels(final int n) {
		return getProcessor(n).getPixels();
	}

	@Override
	public int getBitDepth() {
		return 16;
	}

	/** What a voxel holds. */
	public static int value(final int x, final int y, final int z) {
		return 1000 * z + 10 * y + x;
	}

	/** How often any slice was read since the last time. */
	public int reads() {
		int sum = 0;
		for (int z = 0; z < size(); z++)
			sum += reads.getAndSet(z, 0);
		return sum;
	}

	/** Whether somebody reads it now. */
	public boolean isBeingRead() {
		return readers.get() > 0;
	}

	/** Whether it was read by two threads at once. */
	public boolean isDisturbed() {
		return isDisturbed;
	}

	/** Whether it was read in the event thread since the last time. */
	public boolean isReadByEvents() {
		final boolean was = isReadByEvents;
		isReadByEvents = false;
		return was;
	}

	/** How often reading has failed. */
	public int failures() {
		return failures.get();
	}

	/** Makes reading last until {@link #goOn}. */
	public void hold() {
		gate = new CountDownLatch(1);
	}

	/** Ends all reading that lasts. */
	public void goOn() {
		gate.countDown();
	}

	private static void await(final CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	/** Whether reading fails from now on. */
	public void setGone(final boolean gone) {
		isGone = gone;
	}
}
