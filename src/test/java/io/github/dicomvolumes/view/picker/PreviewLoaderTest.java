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

package io.github.dicomvolumes.view.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.dicomvolumes.work.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Previews of numbers, whose texts are the numbers. */
class PreviewLoaderTest {

	/** In seconds, for what comes at once unless the machine is busy. */
	private static final int PATIENCE = 30;

	/** What was read, in order. */
	private final BlockingQueue<Integer> read = new LinkedBlockingQueue<>();
	/** What is to be done by the thread that wishes: this one. */
	private final BlockingQueue<Runnable> deliveries = new LinkedBlockingQueue<>();
	private String shown = "";
	private PreviewLoader<Integer> loader;

	private void start(final long delay, final PreviewLoader.Reader<Integer> reader) {
		loader = new PreviewLoader<>((key, progress) -> {
			read.add(key);
			return reader.read(key, progress);
		}, delay, deliveries::add, preview -> shown += preview.text() + " ");
	}

	private static Preview picture(final Integer key) {
		return new Preview(Optional.of(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)), key.toString());
	}

	private void deliver() throws InterruptedException {
		final Runnable delivery = deliveries.poll(PATIENCE, TimeUnit.SECONDS);
		assertTrue(delivery != null, "nothing is delivered");
		delivery.run();
	}

	@AfterEach
	void close() {
		loader.close();
	}

	@Test
	void whoScrollsFastReadsTheLastOnly() throws InterruptedException {
		start(1000, (key, progress) -> picture(key));
		for (int key = 1; key <= 30; key++) {
			loader.show(key);
			Thread.sleep(5);
		}
		deliver();
		assertEquals(List.of(30), List.copyOf(read));
		assertTrue(shown.endsWith("Reading\u2026 30 "), shown);
	}

	@Test
	void newerWishCancelsWhatIsRead() throws InterruptedException {
		final var begun = new CountDownLatch(1);
		start(0, (key, progress) -> {
			if (key == 2) return picture(key);
			begun.countDown();
			return untilCancelled(progress);
		});
		loader.show(1);
		assertTrue(begun.await(PATIENCE, TimeUnit.SECONDS));
		loader.show(2);
		deliver();
		assertEquals("Reading\u2026 Reading\u2026 2 ", shown);
	}

	private static Preview untilCancelled(final Progress progress) {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
		while (System.nanoTime() < end) {
			progress.checkCanceled("Preview");
			Thread.onSpinWait();
		}
		return Preview.without("never cancelled");
	}

	/** It was read already when the newer wish came. */
	@Test
	void lateDeliveryIsKeptButNotShown() throws InterruptedException {
		start(0, (key, progress) -> picture(key));
		loader.show(1);
		final Runnable late = deliveries.poll(PATIENCE, TimeUnit.SECONDS);
		loader.show(2);
		late.run();
		deliver();
		assertEquals("Reading\u2026 Reading\u2026 2 ", shown);
		loader.show(1);
		assertEquals("Reading\u2026 Reading\u2026 2 1 ", shown);
		assertEquals(List.of(1, 2), List.copyOf(read));
	}

	@Test
	void failureIsTriedAgain() throws InterruptedException {
		start(0, (key, progress) -> Preview.without("failed"));
		loader.show(1);
		deliver();
		loader.show(1);
		deliver();
		assertEquals("Reading\u2026 failed Reading\u2026 failed ", shown);
	}

	@Test
	void oldPicturesAreForgotten() throws InterruptedException {
		start(0, (key, progress) -> picture(key));
		for (int key = 0; key <= 32; key++) {
			loader.show(key);
			deliver();
		}
		loader.show(1);
		assertTrue(shown.endsWith("32 1 "), shown);
		loader.show(0);
		assertTrue(shown.endsWith("Reading\u2026 "), shown);
	}

	@Test
	void closedItReadsAndShowsNothing() throws InterruptedException {
		final var go = new Semaphore(0);
		start(0, (key, progress) -> {
			go.acquireUninterruptibly();
			return picture(key);
		});
		loader.show(1);
		assertEquals(1, read.poll(PATIENCE, TimeUnit.SECONDS));
		loader.show(2);
		loader.close();
		go.release(2);
		final Runnable late = deliveries.poll(PATIENCE, TimeUnit.SECONDS);
		late.run();
		assertEquals(null, read.poll(200, TimeUnit.MILLISECONDS));
		loader.show(3);
		assertEquals("Reading\u2026 Reading\u2026 ", shown);
	}
}
