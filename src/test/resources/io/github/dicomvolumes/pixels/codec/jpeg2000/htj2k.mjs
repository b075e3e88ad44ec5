// Encodes a raw image (samples of a pixel side by side, little endian) with the npm package @cornerstonejs/codec-openjph:
// node htj2k.mjs in.raw columns rows components bits signed out.jhc [{"option": [arguments]} ...]
// The package is looked for from the working folder.
import { createRequire } from 'module';
import { readFileSync, writeFileSync } from 'fs';

const require = createRequire(process.cwd() + '/');
const [input, columns, rows, components, bits, signed, output, options = '{}'] = process.argv.slice(2);
const openjph = await require('@cornerstonejs/codec-openjph')();
const encoder = new openjph.HTJ2KEncoder();
encoder.getDecodedBuffer({
	width: +columns, height: +rows, componentCount: +components, bitsPerSample: +bits, isSigned: signed === 's',
	isUsingColorTransform: +components === 3
}).set(readFileSync(input));
encoder.setQuality(true, 0);
for (const [name, args] of Object.entries(JSON.parse(options))) encoder[name](...args);
encoder.encode();
writeFileSync(output, encoder.getEncodedBuffer());
