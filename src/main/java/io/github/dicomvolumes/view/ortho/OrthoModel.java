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

package io.github.dicomvolumes.view.ortho;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.view.over.Fusion;
import io.github.dicomvolumes.view.over.LineLayers;
import io.github.dicomvolumes.view.over.StructureLines;
import io.github.dicomvolumes.view.plane.Directions;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.Plane;
import io.github.dicomvolumes.view.plane.PlaneRequest;
import io.github.dicomvolumes.view.plane.Section;
import io.github.dicomvolumes.view.plane.Slab;

/**
 * What three synchronised planes show of an image: the state that they share. Whoever changes something calls a setter,
 * whoever shows something listens; a listener is called once for each change that changes something, after it, in the
 * thread of the setter.
 * <p>
 * Voxel coordinates are continuous, (x, y, z), 0-based, whole at the centres of voxels, and kept within the image;
 * values are real ones (HU). Not thread-safe: with windows it belongs to the event thread.
 * </p>
 */
public final class OrthoModel {

	/** What can change. */
	public enum Change {
		/** The position of the crosshair: all planes move. */
		CURSOR,
		/** Which values of the channel are black and white. */
		WINDOW,
		/** Screen pixels for each mm. */
		ZOOM,
		/** The point in the middle of the windows. */
		PAN,
		/** Smooth or not. */
		INTERPOLATION,
		/** Several slices as one. */
		SLAB,
		/** The channel shown, and with it the window, as each channel has its own. */
		CHANNEL,
		/** The time point shown. */
		TIME,
		/** Whether crosshair lines are drawn. */
		CROSSHAIR,
		/** Whether anatomical letters are drawn. */
		LETTERS,
		/** Raw or square pixels: the size of the planes changes. */
		PIXELS,
		/** What lies over the planes. */
		FUSION,
		/** The directions of planes: they were turned, or turned back. */
		TURN,
		/** Structures and isodoses over the planes. */
		LINES
	}

	/** Is told about changes. */
	@FunctionalInterface
	public interface Listener {

		/** Is called after a change; may change the model, which calls all listeners again. */
		void changed(OrthoModel model, Change change);
	}

	private final OrthoImage image;
	private final List<Listener> listeners = new CopyOnWriteArrayList<>();
	private final Sections sections;

	private Vector3 cursor;
	private final DisplayRange[] windows;
	private double zoom;
	private Vector3 pan;
	private boolean smooth;
	private Slab slab = Slab.NONE;
	private int channel;
	private int time;
	private boolean crosshair = true;
	private boolean letters = true;
	private Pixels pixels;
	private Optional<Fusion> fusion = Optional.empty();
	private LineLayers lines;

	/**
	 * Looks at the middle of an image as it is displayed now: its display range, channel and time. Interpolation is
	 * off, the zoom shows the smallest of the planes' pixels as one of the screen. Structures that were drawn into the
	 * image are outlined.
	 */
	public OrthoModel(final OrthoImage image, final Pixels pixels) {
		this.image = image;
		this.pixels = pixels;
		sections = new Sections(image, pixels);
		cursor = image.middle();
		pan = image.centre();
		channel = image.image().getChannel() - 1;
		time = image.image().getFrame() - 1;
		windows = new DisplayRange[image.channels()];
		Arrays.setAll(windows, image::displayRange);
		lines = LineLayers.NONE.withStructuresOf(image, StructureLines.Style.OUTLINE);
		zoom = 1 / Arrays.stream(AnatomicalPlane.values())
			.map(this::plane)
			.mapToDouble(plane -> Math.min(plane.pixelWidth(), plane.pixelHeight()))
			.min()
			.getAsDouble();
	}

	/** What is looked at. */
	public OrthoImage image() {
		return image;
	}

	// -- Listeners --

	/** Calls this listener from now on. */
	public void addListener(final Listener listener) {
		listeners.add(Objects.requireNonNull(listener));
	}

	/** Stops calling this listener. */
	public void removeListener(final Listener listener) {
		listeners.remove(listener);
	}

	/** How many listen; none when all windows are closed. */
	int listeners() {
		return listeners.size();
	}

	private void changed(final Change change) {
		listeners.forEach(listener -> listener.changed(this, change));
	}

	// -- Position --

	/** The position in voxel coordinates, as exact as it was given. */
	public Vector3 cursor() {
		return cursor;
	}

	/** The index of the voxel at the position, along an axis: 0 for x, 1 for y, 2 for z. */
	public int voxel(final int axis) {
		return OrthoImage.nearest(cursor.toArray()[axis], image.size(axis));
	}

	/** The position in the patient, LPS in mm; empty if it is not known. */
	public Optional<Vector3> patient() {
		return image.toPatient(cursor);
	}

	/** Goes to voxel coordinates, or to the closest ones within the image. */
	public void moveTo(final Vector3 voxel) {
		final Vector3 within = image.within(voxel);
		if (within.equals(cursor)) return;
		cursor = within;
		changed(Change.CURSOR);
	}

	/** Goes to a voxel. */
	public void moveTo(final double x, final double y, final double z) {
		moveTo(new Vector3(x, y, z));
	}

	/**
	 * Goes to a point in the patient, or to the closest voxel coordinates within the image.
	 *
	 * @param patient LPS in mm
	 * @throws IllegalStateException if the image has no place in the patient
	 */
	public void moveToPatient(final Vector3 patient) {
		moveTo(image.toVoxel(patient)
			.orElseThrow(
				() -> new IllegalStateException("\"" + image.image().getTitle() + "\" has no patient coordinates.")));
	}

	/** Goes to a point of a plane's shown slice, in its pixel coordinates; the other two planes move. */
	public void moveTo(final AnatomicalPlane plane, final double pixelX, final double pixelY) {
		final Section where = section(plane);
		moveTo(where.toVoxel(pixelX, pixelY, where.toPixel(cursor).z()));
	}

	/**
	 * Goes to another slice of a plane, 0-based, or to the first or last one that there is of the image; along the
	 * normal of the plane as far as that leads through the image, else along its border.
	 */
	public void moveToSlice(final AnatomicalPlane plane, final int slice) {
		moveTo(sections.onSlice(plane, cursor, slice));
	}

	/**
	 * Moves the planes of some lines to a point, and leaves the others where they are. As long as no plane is turned
	 * they go to the middle of a voxel.
	 */
	public void moveLines(final Set<AnatomicalPlane> lines, final Vector3 to) {
		if (isTurned()) {
			moveTo(sections.crossing(lines, to, cursor));
			return;
		}
		final double[] at = cursor.toArray();
		for (final AnatomicalPlane line : lines) {
			final int axis = plane(line).through().axis();
			at[axis] = Math.max(0, Math.min(image.size(axis) - 1.0, Math.rint(to.toArray()[axis])));
		}
		moveTo(Vector3.of(at));
	}

	// -- Directions --

	/** Whether a plane does not lie along the axes of the image. */
	public boolean isTurned() {
		return sections.areTurned();
	}

	/** Whether planes can be turned: the image has one unit of length for all axes. */
	public boolean canTurn() {
		return sections.canTurn();
	}

	/**
	 * Turns the other two planes about the position, within one that stays as it is.
	 *
	 * @param degrees clockwise, as that plane is seen
	 * @throws InputException if that is no number, or the axes of the image have several units
	 */
	public void turn(final AnatomicalPlane within, final double degrees) {
		if (!Double.isFinite(degrees)) throw new InputException("Planes cannot be turned by " + degrees + " degrees");
		if (degrees == 0) return;
		sections.turn(within, Math.toRadians(degrees), cursor);
		changed(Change.TURN);
	}

	/** Lets all planes lie along the axes of the image. */
	public void turnBack() {
		if (!isTurned()) return;
		sections.turnBack();
		changed(Change.TURN);
	}

	/** The angle in degrees, clockwise from the right, at which the line of another plane is seen in a plane. */
	public double angle(final AnatomicalPlane within, final AnatomicalPlane line) {
		return Math.toDegrees(sections.angle(within, line));
	}

	/** The angle in degrees, clockwise from the right, at which a voxel is seen in a plane from the position. */
	public double angle(final AnatomicalPlane within, final Vector3 voxel) {
		return Math.toDegrees(sections.angle(within, cursor, voxel));
	}

	// -- Values --

	/** The real values of the channel that are shown black and white. */
	public DisplayRange window() {
		return windows[channel];
	}

	/** Shows these real values of the channel black and white. */
	public void setWindow(final DisplayRange range) {
		if (range.equals(window())) return;
		windows[channel] = range;
		changed(Change.WINDOW);
	}

	/**
	 * Shows the values around a centre, in real values: {@code window(40, 400)} is black at -160 and white at 240.
	 *
	 * @throws IllegalArgumentException if the width is negative
	 */
	public void window(final double centre, final double width) {
		setWindow(new DisplayRange(centre - width / 2, centre + width / 2));
	}

	/** The middle of the window: level. */
	public double windowCentre() {
		return (window().low() + window().high()) / 2;
	}

	/** From black to white. */
	public double windowWidth() {
		return window().high() - window().low();
	}

	// -- Zoom and pan --

	/**
	 * Screen pixels for each unit of length, usually mm, in all planes: a plane's magnification is this times the size
	 * of its {@linkplain io.github.dicomvolumes.volume.sample.PlaneAxis#pixel() pixel}.
	 */
	public double zoom() {
		return zoom;
	}

	/** @throws IllegalArgumentException if it is not positive */
	public void setZoom(final double screenPixelsPerUnit) {
		if (!(screenPixelsPerUnit > 0) || Double.isInfinite(screenPixelsPerUnit))
			throw new InputException("The zoom is " + screenPixelsPerUnit + "; it must be a positive number");
		if (screenPixelsPerUnit == zoom) return;
		zoom = screenPixelsPerUnit;
		changed(Change.ZOOM);
	}

	/** The point in the middle of the windows, in voxel coordinates; at first the centre of the image. */
	public Vector3 pan() {
		return pan;
	}

	/** Shows another point in the middle of the windows; limited to the image. */
	public void setPan(final Vector3 voxel) {
		final Vector3 within = image.within(voxel);
		if (within.equals(pan)) return;
		pan = within;
		changed(Change.PAN);
	}

	// -- What the planes show --

	/** Whether planes are interpolated linearly. */
	public boolean isSmooth() {
		return smooth;
	}

	/** Interpolates, or shows the voxels as they are. */
	public void setSmooth(final boolean isSmooth) {
		if (isSmooth == smooth) return;
		smooth = isSmooth;
		changed(Change.INTERPOLATION);
	}

	/** How many slices are shown as one. */
	public Slab slab() {
		return slab;
	}

	/** Shows several slices as one. */
	public void setSlab(final Slab newSlab) {
		if (newSlab.equals(slab)) return;
		slab = newSlab;
		changed(Change.SLAB);
	}

	/** The channel shown, 0-based. */
	public int channel() {
		return channel;
	}

	/** @throws IndexOutOfBoundsException if there is no such channel */
	public void setChannel(final int newChannel) {
		if (Objects.checkIndex(newChannel, image.channels()) == channel) return;
		channel = newChannel;
		changed(Change.CHANNEL);
	}

	/** The time point shown, 0-based. */
	public int time() {
		return time;
	}

	/** @throws IndexOutOfBoundsException if there is no such time point */
	public void setTime(final int newTime) {
		if (Objects.checkIndex(newTime, image.times()) == time) return;
		time = newTime;
		changed(Change.TIME);
	}

	/** Whether crosshair lines are drawn. */
	public boolean isCrosshairVisible() {
		return crosshair;
	}

	/** Draws crosshair lines or not. */
	public void setCrosshairVisible(final boolean isVisible) {
		if (isVisible == crosshair) return;
		crosshair = isVisible;
		changed(Change.CROSSHAIR);
	}

	/** Whether anatomical letters are drawn. */
	public boolean isLettersVisible() {
		return letters;
	}

	/** Draws anatomical letters or not. */
	public void setLettersVisible(final boolean isVisible) {
		if (isVisible == letters) return;
		letters = isVisible;
		changed(Change.LETTERS);
	}

	/** How large the pixels of the planes are. */
	public Pixels pixels() {
		return pixels;
	}

	/** Changes the size of the planes' pixels. */
	public void setPixels(final Pixels newPixels) {
		if (newPixels == pixels) return;
		sections.setPixels(newPixels);
		pixels = newPixels;
		changed(Change.PIXELS);
	}

	/** What lies over the planes, if anything does. */
	public Optional<Fusion> fusion() {
		return fusion;
	}

	/** Lays another image over the planes, or none. */
	public void setFusion(final Optional<Fusion> newFusion) {
		if (newFusion.equals(fusion)) return;
		fusion = newFusion;
		changed(Change.FUSION);
	}

	/** The structures and isodoses over the planes. */
	public LineLayers lines() {
		return lines;
	}

	/** Draws other structures and isodoses over the planes. */
	public void setLines(final LineLayers newLines) {
		if (newLines.equals(lines)) return;
		lines = newLines;
		changed(Change.LINES);
	}

	// -- Planes --

	/** How a plane lies along the axes of the image; another one after {@link Change#PIXELS} only. */
	public Plane plane(final AnatomicalPlane plane) {
		return sections.atRest(plane);
	}

	/** The same as long as the plane is not turned; then how it lies in the image now. */
	public Section section(final AnatomicalPlane plane) {
		return sections.get(plane);
	}

	/** The number of the slice of a plane that is shown, 0-based. */
	public int slice(final AnatomicalPlane plane) {
		return section(plane).sliceAt(cursor);
	}

	/** What is to be seen in a plane now. */
	public PlaneRequest request(final AnatomicalPlane plane) {
		return request(plane, slice(plane));
	}

	/** What is to be seen in a plane at another slice, 0-based. */
	public PlaneRequest request(final AnatomicalPlane plane, final int slice) {
		return new PlaneRequest(section(plane), slice, channel, time, slab, smooth);
	}

	/** The position in the pixel coordinates of a plane: where its crosshair lines cross; z is the slice. */
	public Vector3 cursorIn(final AnatomicalPlane plane) {
		return section(plane).toPixel(cursor);
	}
}
