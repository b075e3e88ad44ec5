/*
 * Encodes and decodes with CharLS, for make.py:
 *
 * charls encode IN OUT COLUMNS ROWS COMPONENTS BITS NEAR INTERLEAVE MAXVAL T1 T2 T3 RESET TRANSFORM
 * charls decode IN OUT
 *
 * Samples in files are in native byte order, component after component if INTERLEAVE is 0, else pixel after pixel.
 */
#include <charls/charls.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void check(const charls_jpegls_errc error) {
	if (error == CHARLS_JPEGLS_ERRC_SUCCESS) return;
	fprintf(stderr, "%s\n", charls_get_error_message(error));
	exit(1);
}

static char *contents(const char *path, size_t *size) {
	FILE *file = fopen(path, "rb");
	char *buffer = malloc(1 << 24);
	*size = fread(buffer, 1, 1 << 24, file);
	fclose(file);
	return buffer;
}

static void write_file(const char *path, const char *buffer, const size_t size) {
	FILE *file = fopen(path, "wb");
	fwrite(buffer, 1, size, file);
	fclose(file);
}

int main(const int count, char **argument) {
	size_t size, written;
	char *in, *out = malloc(1 << 24);
	int n[17];
	if (count != 4 && count != 16) return 2;
	in = contents(argument[2], &size);
	for (int i = 4; i < count; i++) n[i] = atoi(argument[i]);
	if (!strcmp(argument[1], "encode")) {
		const charls_frame_info frame = { n[4], n[5], n[7], n[6] };
		const charls_jpegls_pc_parameters preset = { n[10], n[11], n[12], n[13], n[14] };
		charls_jpegls_encoder *encoder = charls_jpegls_encoder_create();
		check(charls_jpegls_encoder_set_frame_info(encoder, &frame));
		check(charls_jpegls_encoder_set_near_lossless(encoder, n[8]));
		check(charls_jpegls_encoder_set_interleave_mode(encoder, n[9]));
		check(charls_jpegls_encoder_set_preset_coding_parameters(encoder, &preset));
		check(charls_jpegls_encoder_set_color_transformation(encoder, n[15]));
		check(charls_jpegls_encoder_set_destination_buffer(encoder, out, 1 << 24));
		check(charls_jpegls_encoder_encode_from_buffer(encoder, in, size, 0));
		check(charls_jpegls_encoder_get_bytes_written(encoder, &written));
	}
	else {
		charls_jpegls_decoder *decoder = charls_jpegls_decoder_create();
		check(charls_jpegls_decoder_set_source_buffer(decoder, in, size));
		check(charls_jpegls_decoder_read_header(decoder));
		check(charls_jpegls_decoder_get_destination_size(decoder, 0, &written));
		check(charls_jpegls_decoder_decode_to_buffer(decoder, out, written, 0));
	}
	write_file(argument[3], out, written);
	return 0;
}
