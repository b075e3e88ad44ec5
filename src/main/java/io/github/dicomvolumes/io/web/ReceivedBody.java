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

package io.github.dicomvolumes.io.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The bytes of an answer while they come: no more than a few buffers are held, a server that stops sending is given up
 * after a while, and an interrupt of the reading thread ends the connection at once. The JDK's own stream waits for
 * ever.
 */
final class ReceivedBody extends BlockInputStream implements BodySubscriber<ReceivedBody> {

	private static final ByteBuffer END = ByteBuffer.allocate(0);

	/** As long as a new connection may take. */
	private static final Duration ENDING = Duration.ofMillis(100);

	private final Duration stalling;
	/** The buffers of one delivery, then {@link #END}. */
	private final BlockingQueue<ByteBuffer> received = new LinkedBlockingQueue<>();
	private ByteBuffer current = ByteBuffer.allocate(0);
	private boolean isAtEnd;
	private volatile Subscription subscription;
	private volatile Throwable failure;
	private volatile boolean isClosed;

	/** @param stalling the longest time without a byte */
	ReceivedBody(final Duration stalling) {
		this.stalling = stalling;
	}

	// -- In threads of the client --

	@Override
	public CompletionStage<ReceivedBody> getBody() {
		return CompletableFuture.completedFuture(this);
	}

	@Override
	public void onSubscribe(final Subscription itsSubscription) {
		subscription = itsSubscription;
		if (isClosed) itsSubscription.cancel();
		else itsSubscription.request(1);
	}

	@Override
	public void onNext(final List<ByteBuffer> buffers) {
		for (final ByteBuffer buffer : buffers)
			if (buffer.hasRemaining()) received.add(buffer);
		if (received.isEmpty()) subscription.request(1);
	}

	@Override
	public void onError(final Throwable cause) {
		failure = cause;
		received.add(END);
	}

	@Override
	public void onComplete() {
		received.add(END);
	}

	// -- In the reading thread --

	@Override
	public int read(final byte[] bytes, final int offset, final int count) throws IOException {
		if (count == 0) return 0;
		if (!current.hasRemaining() && !next()) return -1;
		final int n = Math.min(count, current.remaining());
		current.get(bytes, offset, n);
		return n;
	}

	/** @return false at the end */
	private boolean next() throws IOException {
		if (isAtEnd) return isAfter();
		ByteBuffer next = received.poll();
		if (next == null) {
			final Subscription its = subscription; // null: it will ask by itself
			if (its != null) its.request(1);
			next = await();
		}
		isAtEnd = next == END;
		if (isAtEnd) return isAfter();
		current = next;
		return true;
	}

	/** At the end: it stays a failure if it was one, also for who asks again. */
	private boolean isAfter() throws HalfAnswer {
		if (failure != null) throw new HalfAnswer("the connection ended in the middle of the answer", failure);
		return false;
	}

	private ByteBuffer await() throws IOException {
		try {
			final ByteBuffer next = received.poll(stalling.toMillis(), TimeUnit.MILLISECONDS);
			if (next != null) return next;
			close();
			throw new HalfAnswer("nothing came for " + stalling.toSeconds() + " s in the middle of the answer", null);
		}
		catch (final InterruptedException exc) {
			close();
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while a server answered");
		}
	}

	/**
	 * Waits a moment for the end after all that counts was read, such as the last bracket of a JSON or the trailer of
	 * gzip: then the connection serves the next question.
	 */
	void finish() {
		if (isAtEnd || current.hasRemaining()) return;
		final Subscription its = subscription;
		if (received.isEmpty() && its != null) its.request(1);
		try {
			isAtEnd = received.poll(ENDING.toMillis(), TimeUnit.MILLISECONDS) == END;
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	/** Ends the connection if something of the answer is still to come. */
	@Override
	public void close() {
		isClosed = true;
		final Subscription its = subscription;
		if (its != null) its.cancel();
	}
}
