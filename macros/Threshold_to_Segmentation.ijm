// Segments a volume by a threshold, and saves the segment as a DICOM segmentation and as NIfTI.
// Run it from Plugins > Macros > Run..., or headless with a folder of DICOM files and a folder for the results:
//   ImageJ -macro Threshold_to_Segmentation.ijm "/path/to/dicom;/path/to/results"

threshold = 200; // in the units of the volume, HU for a CT: bone and contrast medium
folders = split(getArgument(), ";");
if (folders.length < 2) {
	from = getDirectory("A folder of DICOM files");
	to = getDirectory("A folder for the results");
} else {
	from = folders[0];
	to = folders[1];
}
if (!endsWith(to, File.separator)) to = to + File.separator;
if (!File.exists(to)) File.makeDirectory(to);

run("DICOM Folder...", "folder=[" + from + "]");
volume = getTitle();
run("Duplicate...", "title=bone duplicate"); // knows of which volume it was made
run("32-bit");
setThreshold(threshold, 1e9);
setOption("BlackBackground", true);
run("Convert to Mask", "black");

// what the segment is: a row for each label, codes as scheme^value^meaning
table = to + "labels.csv";
File.saveString("label,name,category,type,colour\n1,Bone,SCT^85756007^Tissue,SCT^272673000^Bone,#f1d691\n", table);
run("DICOM Segmentation...", "file=[" + to + "bone.dcm] labels=[" + table + "] description=[Bone by threshold] overwrite");
run("NIfTI Volume...", "file=[" + to + "bone.nii.gz] overwrite");
print("Segment of " + volume + " written to " + to);
