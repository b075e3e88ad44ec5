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

import java.awt.Dimension;

import javax.swing.JLabel;
import javax.swing.JSlider;

import io.github.dicomvolumes.view.ortho.OrthoModel;

/** Sliders for channel and time, if there are several; they drive all planes. */
final class DimensionSliders implements PanelPart {

	private final OrthoModel model;
	private final JSlider channel;
	private final JSlider time;
	private final JLabel channelNumber = new JLabel();
	private final JLabel timeNumber = new JLabel();

	DimensionSliders(final OrthoModel model) {
		this.model = model;
		channel = new JSlider(1, model.image().channels(), model.channel() + 1);
		time = new JSlider(1, model.image().times(), model.time() + 1);
		channel.addChangeListener(e -> model.setChannel(channel.getValue() - 1));
		time.addChangeListener(e -> model.setTime(time.getValue() - 1));
		for (final JSlider slider : new JSlider[] { channel, time })
			slider.setPreferredSize(new Dimension(120, slider.getPreferredSize().height));
	}

	@Override
	public void addTo(final FieldGrid grid) {
		if (channel.getMaximum() > 1) grid.add("Channel", 'N', channel, channelNumber);
		if (time.getMaximum() > 1) grid.add("Time", 'T', time, timeNumber);
	}

	@Override
	public void update() {
		channel.setValue(model.channel() + 1);
		time.setValue(model.time() + 1);
		channelNumber.setText(model.channel() + 1 + " of " + channel.getMaximum());
		timeNumber.setText(model.time() + 1 + " of " + time.getMaximum());
	}
}
