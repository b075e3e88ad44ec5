/**
 * What DICOM says: tags, value representations, the dictionary, and attributes
 * as immutable values. The main class is
 * {@link io.github.dicomvolumes.data.Attributes}. Files, pixels and geometry do
 * not belong here.
 */
package io.github.dicomvolumes.data;
