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

import java.util.List;
import java.util.function.Consumer;
import javax.swing.RowSorter;
import javax.swing.SortOrder;

/**
 * Hands the wish to sort, a click on a header, to a {@link PickerModel}, and shows the header which way it is sorted.
 * The lines of the table are those of the model already.
 */
final class PickerSorter extends RowSorter<PickerTableModel> {

	private final PickerTableModel table;
	private final PickerModel model;
	private final Consumer<PickerColumn> sort;

	/** @param sort sorts the model by a column, and whatever depends on it */
	PickerSorter(final PickerTableModel table, final PickerModel model, final Consumer<PickerColumn> sort) {
		this.table = table;
		this.model = model;
		this.sort = sort;
	}

	@Override
	public PickerTableModel getModel() {
		return table;
	}

	@Override
	public void toggleSortOrder(final int column) {
		sort.accept(PickerColumn.values()[column]);
		fireSortOrderChanged();
	}

	@Override
	public List<SortKey> getSortKeys() {
		final SortOrder order = model.isDescending() ? SortOrder.DESCENDING : SortOrder.ASCENDING;
		return model.sorted().map(column -> List.of(new SortKey(column.ordinal(), order))).orElse(List.of());
	}

	@Override
	public void setSortKeys(final List<? extends SortKey> keys) {
		// only by toggling
	}

	@Override
	public int convertRowIndexToModel(final int index) {
		return index;
	}

	@Override
	public int convertRowIndexToView(final int index) {
		return index;
	}

	@Override
	public int getViewRowCount() {
		return table.getRowCount();
	}

	@Override
	public int getModelRowCount() {
		return table.getRowCount();
	}

	@Override
	public void modelStructureChanged() {
		// the model knows
	}

	@Override
	public void allRowsChanged() {
		// the model knows
	}

	@Override
	public void rowsInserted(final int first, final int last) {
		// all rows change at once
	}

	@Override
	public void rowsDeleted(final int first, final int last) {
		// all rows change at once
	}

	@Override
	public void rowsUpdated(final int first, final int last) {
		// all rows change at once
	}

	@Override
	public void rowsUpdated(final int first, final int last, final int column) {
		// all rows change at once
	}
}
