#!/bin/sh
# Makes the pictures of the guide, in docs/pictures. Needs Maven, a JDK, Xvfb and openbox.
set -e
cd "$(dirname "$0")/.."
xvfb-run -a --server-args="-screen 0 1600x1200x24" sh -c 'openbox & sleep 1
	mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
		-Dexec.args="--add-opens=java.base/java.lang=ALL-UNNAMED -cp %classpath io.github.dicomvolumes.guide.GuidePictures"'
