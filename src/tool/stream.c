/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L // NOLINT(*-reserved-identifier,cert-dcl*)

#include "stream.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

/* As if the text started after NULs: then no code is near the start of the
 * window unless the bytes before it are cut off. */
void stream_start(struct stream *stream)
{
    memset(stream, 0, sizeof *stream);
    stream->length = STREAM_BEFORE;
}

/* ---- Reading -------------------------------------------------------------*/

/* UTF-16, which Windows PowerShell writes, starts with a byte order mark. */
static void decide_encoding(struct stream *stream, const char start[2])
{
    const bool is_little_endian = memcmp(start, "\xFF\xFE", 2) == 0;
    const bool is_big_endian = memcmp(start, "\xFE\xFF", 2) == 0;
    stream->unit_size = is_little_endian || is_big_endian ? 2 : 1;
    stream->low = is_big_endian;
}

/* Makes text of the bytes: of UTF-16, one byte for each unit. A unit above 0xFF
 * becomes a question mark, because neither can be part of a code or of an
 * escape. */
static void decode(struct stream *stream)
{
    char *text = &stream->window[stream->length];
    const size_t count = stream->undecoded / stream->unit_size;
    const size_t rest = stream->undecoded % stream->unit_size;
    if (stream->unit_size == 2) {
        for (size_t i = 0; i < count; i++) {
            const char *unit = &text[2 * i];
            const char high = unit[1 - stream->low];
            text[i] = unit[stream->low];
            if (high != 0)
                text[i] = '?';
        }
        memmove(&text[count], &text[2 * count], rest);
    }
    stream->length += count;
    stream->undecoded = rest;
}

/* Moves the bytes that can still decide to the start of the window. A code that
 * started before them has its next byte in the window, so it is done. */
static void keep_end(struct stream *stream)
{
    if (stream->length <= STREAM_KEPT)
        return;
    const size_t dropped = stream->length - STREAM_KEPT;
    memmove(stream->window, &stream->window[dropped],
            STREAM_KEPT + stream->undecoded);
    stream->length = STREAM_KEPT;
    stream->next = stream->next > dropped ? stream->next - dropped : 0;
}

/* Reads what has come, and waits only for the first unit. Returns false if
 * nothing more can come. */
static bool read_block(struct stream *stream)
{
    if (stream->ended)
        return false;
    keep_end(stream);
    char *block = &stream->window[stream->length];
    /* Two bytes tell the encoding. Waiting for the second one delays no code,
     * since a code is found when the byte after it has come. */
    const size_t least = stream->unit_size == 1 ? 1 : 2;
    while (stream->undecoded < least) {
        ptrdiff_t count = read(STDIN_FILENO, &block[stream->undecoded],
                               STREAM_BLOCK - (unsigned)stream->undecoded);
        if (count > 0) {
            stream->undecoded += (size_t)count;
        } else if (count == 0) {
            /* A single byte is all of the text, or half a unit. */
            if (stream->unit_size == 0)
                stream->length += stream->undecoded;
            stream->window[stream->length++] = '\n'; /* decides as any end */
            stream->ended = true;
            return true;
        } else if (errno != EINTR) {
            stream->error = errno;
            return false;
        }
    }
    if (stream->unit_size == 0)
        decide_encoding(stream, block);
    decode(stream);
    return true;
}

/* ---- Codes ---------------------------------------------------------------*/

/* The error of the next code of which the byte after it is in the window. */
static azsreg_error next_in_window(struct stream *stream)
{
    for (;;) {
        size_t offset;
        azsreg_error error =
            azsreg_error_find(&stream->window[stream->next],
                              stream->length - stream->next, &offset);
        size_t start = stream->next + offset;
        size_t end = start + strlen(azsreg_error_code(error));
        if (error == AZSREG_ERROR_UNKNOWN || end == stream->length)
            return AZSREG_ERROR_UNKNOWN;
        stream->next = end;
        /* Nearer to the window's start it can be the end of a longer word. */
        if (start >= STREAM_BEFORE)
            return error;
    }
}

azsreg_error stream_next(struct stream *stream)
{
    azsreg_error error;
    do {
        error = next_in_window(stream);
    } while (error == AZSREG_ERROR_UNKNOWN && read_block(stream));
    return error;
}
