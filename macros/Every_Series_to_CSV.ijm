// Saves the attributes, slices and geometry of every series below a folder as CSV tables.
// Run it from Plugins > Macros > Run..., or headless with two folders, separated by a semicolon:
//   ImageJ -macro Every_Series_to_CSV.ijm "/path/to/dicom;/path/to/results"

folders = split(getArgument(), ";");
if (folders.length < 2) {
	from = getDirectory("A folder of DICOM files");
	to = getDirectory("A folder for the tables");
} else {
	from = folders[0];
	to = folders[1];
}
if (!endsWith(to, File.separator)) to = to + File.separator;
if (!File.exists(to)) File.makeDirectory(to);

setBatchMode(true);
run("DICOM Series Table...", "folder=[" + from + "] save=[" + to + "series.csv]");
rows = Table.size;
names = newArray(rows);
notes = newArray(rows);
for (i = 0; i < rows; i++) {
	names[i] = Table.getString("Series", i);
	notes[i] = Table.getString("Note", i);
}
for (i = 0; i < rows; i++) {
	if (names[i] == "-" || indexOf(notes[i], "not read yet") >= 0) { // no image, or this version cannot decode it
		print(names[i] + " left out: " + notes[i]);
		continue;
	}
	run("DICOM Folder...", "folder=[" + from + "] series=" + names[i]);
	base = to + IJ.pad(i + 1, 3);
	run("DICOM Metadata Table", "save=[" + base + "_metadata.csv]");
	run("DICOM Slice Table", "save=[" + base + "_slices.csv]");
	run("DICOM Geometry Table", "save=[" + base + "_geometry.csv]");
	close();
}
print(rows + " series of " + from);
