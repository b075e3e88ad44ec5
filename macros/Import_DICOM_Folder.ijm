// Imports the largest volume of a folder and prints what a macro can know of it.
// Run it from Plugins > Macros > Run..., or headless:
//   ImageJ -macro Import_DICOM_Folder.ijm /path/to/folder

folder = getArgument();
if (folder == "") folder = getDirectory("A folder of DICOM files");

run("DICOM Folder...", "folder=[" + folder + "] series=largest");

getVoxelSize(width, height, depth, unit);
getDimensions(columns, rows, channels, slices, times);
print(getTitle + ": " + columns + " x " + rows + " x " + slices + " voxels of "
	+ width + " x " + height + " x " + depth + " " + unit);

// values are calibrated: HU in a CT
setSlice(slices / 2 + 1);
print("Value in the middle: " + getValue(columns / 2, rows / 2));
print("Modality:" + Property.getDicomTag("0008,0060"));
