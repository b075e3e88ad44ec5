/**
 * Tables of what was found and decided, as ImageJ results tables, as CSV files and
 * to pick from. The main classes are
 * {@link io.github.dicomvolumes.view.table.DataTable}, which knows no windows, and
 * {@link io.github.dicomvolumes.view.table.TableOutput}.
 */
package io.github.dicomvolumes.view.table;
