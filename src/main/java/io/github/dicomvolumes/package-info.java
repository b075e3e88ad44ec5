/**
 * Folders of DICOM files as calibrated volumes. {@link io.github.dicomvolumes.DicomVolumes}
 * opens them; the packages below follow the data from files to what people see:
 * io, data, series with geometry, volume with pixels, view, command.
 */
package io.github.dicomvolumes;
