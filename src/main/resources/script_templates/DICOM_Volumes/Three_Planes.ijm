// Opens the largest volume of a folder and makes a picture of its three planes, right and wrong.
// Language: IJ1 Macro.
#@ File (label="Folder", style="directory") folder

run("DICOM Folder...", "folder=[" + folder + "]");
volume = getTitle();
run("DICOM Geometry Table");
print("Field of view: " + Table.get("FieldOfView", 0) + " mm, pixel aspect ratio of coronal planes: " + Table.get("PixelAspectRatio", 1));
run("DICOM Planes Figure...");
selectImage(volume);
run("DICOM Planes Figure...", "aspect=false");
