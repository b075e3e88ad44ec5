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

import java.awt.image.IndexColorModel;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;

import io.github.dicomvolumes.view.over.Luts;

/** Lookup tables to choose: some of ImageJ's, and the one that is shown if it is none of them. */
final class LutList {

	private static final String OWN = "Own";

	private final Map<String, IndexColorModel> tables = new LinkedHashMap<>();
	private final JComboBox<String> box = new JComboBox<>();

	LutList() {
		box.setToolTipText("Colours of the second image, from low to high values");
	}

	JComboBox<?> box() {
		return box;
	}

	/** What somebody has chosen. */
	IndexColorModel chosen() {
		return tables.get(box.getSelectedItem());
	}

	/** Selects a table, which is offered under a name of its own from now on if it has none. */
	void show(final IndexColorModel table) {
		if (tables.isEmpty()) tables.putAll(Luts.usual());
		if (!tables.containsValue(table)) tables.put(OWN, table);
		if (box.getItemCount() != tables.size())
			box.setModel(new DefaultComboBoxModel<>(tables.keySet().toArray(String[]::new)));
		for (final Map.Entry<String, IndexColorModel> entry : tables.entrySet())
			if (entry.getValue().equals(table)) box.setSelectedItem(entry.getKey());
	}
}
