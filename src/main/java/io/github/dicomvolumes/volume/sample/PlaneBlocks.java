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

package io.github.dicomvolumes.volume.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.dicomvolumes.pixels.PlaneType;

/**
 * Adjacent planes of an image, copied together while somebody scrolls: one pass over the voxels for many planes.
 * <p>
 * Of an image in memory only the planes across x are worth it, and only while their index moves by little; any other
 * one is read from the image itself. Of a virtual image all are kept, as long as there is room, and while they are
 * shown the next ones in the direction of the scrolling are read by another thread; the newest wish wins.
 * </p>
 * <p>
 * Blocks do not notice that the image is edited: whoever uses them calls {@link #clear} then, and for an image in
 * memory also when the scrolling has come to rest. Thread-safe; planes must not be changed.
 * </p>
 */
public final class PlaneBlocks implements AutoCloseable {

	/** Planes of a block: of an image in memory as many as take about as long as one; else the most. */
	private static final int IN_MEMORY = 8, MOST = 32;

	/** The part of the heap that blocks may take, and bytes that they take at most, in memory and virtual. */
	private static final int PART_IN_MEMORY = 16, PART = 4;
	private static final long MOST_BYTES = 1L << 29;

	/** By axis, the part of these bytes: across x it takes longest to read planes again. */
	private static final int[] PARTS = { 2, 4, 4 };

	/** The present block and the next one fit. */
	private static final int BLOCKS = 2;

	private record Place(int axis, int channel, int time, int number) {}

	private final PlaneImage image;
	/** Of the planes across x, y and z. */
	private final PlaneAxes[] axes = new PlaneAxes[3];
	private final long bytes;
	private final int most;
	/** By axis, in the order of last use. */
	private final List<Map<Place, Block>> blocks = new ArrayList<>();
	private final int[] last = { -MOST, -MOST, -MOST };
	private final ThreadPoolExecutor reader = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS,
		new ArrayBlockingQueue<>(1), task -> {
			final Thread thread = new Thread(task, "Orthogonal Views, ahead");
			thread.setDaemon(true);
			return thread;
		}, new ThreadPoolExecutor.DiscardOldestPolicy());
	/** What the thread reads; null if it reads nothing. */
	private Block ahead;

	/**
	 * Keeps nothing yet.
	 *
	 * @param planes across x, y and z, in any order
	 */
	public PlaneBlocks(final PlaneImage image, final Collection<PlaneAxes> planes) {
		this(image, planes, Runtime.getRuntime().maxMemory());
	}

	/** @param heap bytes that there are, of which a part is taken */
	public PlaneBlocks(final PlaneImage image, final Collection<PlaneAxes> planes, final long heap) {
		this.image = image;
		planes.forEach(plane -> axes[plane.through()] = plane);
		bytes = Math.min(heap / (image.isVirtual() ? PART : PART_IN_MEMORY), MOST_BYTES);
		most = image.isVirtual() ? MOST : IN_MEMORY;
		for (int axis = 0; axis < PARTS.length; axis++)
			blocks.add(new LinkedHashMap<>(16, 0.75f, true));
		reader.allowCoreThreadTimeOut(true);
	}

	/**
	 * The plane at an index, as it is or as it was at any time since {@link #clear}; empty if it is as well read from
	 * the image, as that is in memory.
	 */
	public Optional<Object> at(final int axis, final int index, final int channel, final int time) {
		final int size = size(axis), from = moved(axis, index), steps = Math.abs(index - from);
		if (!image.isVirtual() && (axis != 0 || size == 1 || steps == 0 || steps > size)) return Optional.empty();
		final Place place = new Place(axis, channel, time, index / size);
		final Object plane = get(place)[index % size];
		if (image.isVirtual() && steps > 0 && steps <= size)
			wish(new Place(axis, channel, time, place.number + Integer.signum(index - from)));
		return Optional.of(plane);
	}

	/**
	 * Adjacent planes as one, from blocks if the image is virtual and all of them can be had without losing the first
	 * again.
	 *
	 * @param last index of the last plane, inclusive
	 */
	public Object slab(final int axis, final int first, final int last, final int channel, final int time,
		final SlabMode mode)
	{
		final PlaneCopier copier = new PlaneCopier(image, axes[axis], channel, time);
		final Object[] kept = new Object[last - first + 1];
		if (!image.isVirtual() || kept.length > size(axis)) return copier.slab(first, last, mode);
		for (int n = 0; n < kept.length; n++)
			kept[n] = at(axis, first + n, channel, time).orElseThrow();
		return copier.slab(kept, mode);
	}

	/** The number that a voxel holds; empty if the image is virtual and no plane through the voxel is at hand. */
	public OptionalDouble held(final int[] voxel, final int channel, final int time) {
		if (!image.isVirtual()) return OptionalDouble.of(image.held(voxel[0], voxel[1], voxel[2], channel, time));
		for (int axis = PARTS.length - 1; axis >= 0; axis--) {
			final Block block = kept(new Place(axis, channel, time, voxel[axis] / size(axis)));
			if (block == null || !block.isRead()) continue;
			return OptionalDouble.of(held(block.get()[voxel[axis] % size(axis)], voxel, axes[axis]));
		}
		return OptionalDouble.empty();
	}

	private double held(final Object plane, final int[] voxel, final PlaneAxes its) {
		final int width = image.size(its.right()), height = image.size(its.down());
		final int x = its.rightReversed() ? width - 1 - voxel[its.right()] : voxel[its.right()];
		final int y = its.downReversed() ? height - 1 - voxel[its.down()] : voxel[its.down()];
		final double held = image.type().value(plane, x + y * width);
		return image.type() == PlaneType.RGB ? (long) held & 0xFFFFFF : held;
	}

	/** Forgets everything: the image has changed, or may have. */
	public synchronized void clear() {
		blocks.forEach(Map::clear);
	}

	/** Ends the thread and forgets everything. What is asked for later is read again. */
	@Override
	public synchronized void close() {
		reader.shutdown();
		reader.getQueue().clear();
		if (ahead != null) ahead.cancel();
		clear();
	}

	// -- Size --

	/** Planes of a block across an axis. Across z each is a slice that is read for itself. */
	public int size(final int axis) {
		return axis == 2 ? 1 : (int) Math.max(1, Math.min(most, bytes / PARTS[axis] / BLOCKS / planeBytes(axis)));
	}

	private long planeBytes(final int axis) {
		return (long) image.size(axis == 0 ? 1 : 0) * image.size(axis == 2 ? 1 : 2) * image.type().bytesPerPixel();
	}

	private int blocks(final int axis) {
		return (int) Math.max(BLOCKS, bytes / PARTS[axis] / planeBytes(axis) / size(axis));
	}

	// -- Blocks --

	private synchronized int moved(final int axis, final int index) {
		final int from = last[axis];
		last[axis] = index;
		return from;
	}

	private Object[] get(final Place place) {
		while (true) {
			final Block block = block(place);
			try {
				return block.get();
			}
			catch (final CancellationException exc) {
				forget(place, block);
				if (Thread.currentThread().isInterrupted()) throw exc;
				// else another thread had begun and was told to stop: now it is our turn
			}
			catch (final RuntimeException | Error exc) {
				forget(place, block);
				throw exc;
			}
		}
	}

	private synchronized Block kept(final Place place) {
		return blocks.get(place.axis).get(place);
	}

	/** One that is there or will be; if it takes long, another one that is being read ahead is given up. */
	private synchronized Block block(final Place place) {
		final Map<Place, Block> all = blocks.get(place.axis);
		final Block there = all.get(place);
		if (there != null) return there;
		if (ahead != null && place.axis != 2) ahead.cancel();
		return put(place);
	}

	private synchronized Block put(final Place place) {
		final Map<Place, Block> all = blocks.get(place.axis);
		final int size = size(place.axis), first = place.number * size;
		final Block block = new Block(progress -> new PlaneCopier(image, axes[place.axis], place.channel, place.time)
			.adjacent(first, Math.min(size, image.size(place.axis) - first), progress));
		all.put(place, block);
		if (all.size() > blocks(place.axis)) all.remove(all.keySet().iterator().next());
		return block;
	}

	private synchronized void forget(final Place place, final Block block) {
		blocks.get(place.axis).remove(place, block);
	}

	// -- Ahead --

	private synchronized void wish(final Place place) {
		final boolean exists = place.number >= 0 && place.number * size(place.axis) < image.size(place.axis);
		if (exists && kept(place) == null) reader.execute(() -> readAhead(place));
	}

	private void readAhead(final Place place) {
		final Block block;
		synchronized (this) {
			if (kept(place) != null || reader.isShutdown()) return;
			block = put(place);
			ahead = block;
		}
		try {
			block.get();
		}
		catch (final RuntimeException | OutOfMemoryError exc) {
			forget(place, block); // whoever needs it will see
		}
		finally {
			synchronized (this) {
				ahead = null;
			}
		}
	}
}
