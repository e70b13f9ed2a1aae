/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L // NOLINT(*-reserved-identifier,cert-dcl*)

#include "stream.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

/* ---- Reading -------------------------------------------------------------*/

/* UTF-16, which Windows PowerShell writes, starts with a byte order mark. */
static void decide_encoding(struct stream *stream, const char start[2])
{
    stream->encoding = STREAM_UTF16;
    if (memcmp(start, "\xFF\xFE", 2) == 0)
        stream->low = 0;
    else if (memcmp(start, "\xFE\xFF", 2) == 0)
        stream->low = 1;
    else
        stream->encoding = STREAM_BYTES;
}

/* Replaces `length` bytes of UTF-16 by one byte for each unit, and returns how
 * many units there are. A unit above 0xFF becomes a question mark, because
 * neither can be part of a code or of an escape. */
static size_t decode_utf16(struct stream *stream, char *text, size_t length)
{
    stream->half_size = length % 2;
    stream->half = text[length - 1];
    for (size_t i = 0; i < length / 2; i++) {
        char low = text[2 * i + stream->low];
        char high = text[2 * i + 1 - stream->low];
        text[i] = '?';
        if (high == 0)
            text[i] = low;
    }
    return length / 2;
}

/* Reads what has come, waits only for the first byte, and returns how many
 * bytes of text these are: 0 at the end, -1 after an error. */
static ptrdiff_t read_text(struct stream *stream, char *text)
{
    /* A unit of UTF-16 has two bytes, and two bytes tell the encoding. Waiting
     * for the second one delays no code: it has a byte, and one follows it. */
    const size_t least = stream->encoding == STREAM_BYTES ? 1 : 2;
    size_t length = stream->half_size;
    text[0] = stream->half;
    while (length < least) {
        ptrdiff_t count =
            read(STDIN_FILENO, &text[length], STREAM_BLOCK - (unsigned)length);
        if (count == 0) /* a single byte is all of the text, or half a unit */
            return stream->encoding == STREAM_UNDECIDED ? (ptrdiff_t)length : 0;
        if (count > 0)
            length += (size_t)count;
        else if (errno != EINTR)
            return -1;
    }
    if (stream->encoding == STREAM_UNDECIDED)
        decide_encoding(stream, text);
    if (stream->encoding == STREAM_UTF16)
        length = decode_utf16(stream, text, length);
    return (ptrdiff_t)length;
}

/* Moves the bytes that can still decide to the start of the window. A code that
 * started before them has its next byte in the window, so it is done. */
static void keep_end(struct stream *stream)
{
    if (stream->length <= STREAM_KEPT)
        return;
    size_t dropped = stream->length - STREAM_KEPT;
    memmove(stream->window, &stream->window[dropped], STREAM_KEPT);
    stream->length = STREAM_KEPT;
    stream->next = stream->next > dropped ? stream->next - dropped : 0;
}

/* False if nothing more can come. */
static bool read_block(struct stream *stream)
{
    if (stream->ended)
        return false;
    keep_end(stream);
    char *block = &stream->window[stream->length];
    ptrdiff_t count = read_text(stream, block);
    if (count < 0) {
        stream->error = errno;
        return false;
    }
    if (count == 0) { /* the end decides like a line break */
        stream->ended = true;
        block[count++] = '\n';
    }
    stream->length += (size_t)count;
    return true;
}

/* ---- Codes ---------------------------------------------------------------*/

void stream_start(struct stream *stream)
{
    stream->error = 0;
    stream->ended = false;
    stream->encoding = STREAM_UNDECIDED;
    stream->half_size = 0;
    stream->half = 0;
    stream->next = 0;
    /* As if the text started after line breaks: then no code is near the start
     * of the window unless the bytes before it are cut off. */
    stream->length = STREAM_BEFORE;
    memset(stream->window, '\n', STREAM_BEFORE);
}

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

bool stream_is_terminal(void)
{
    return isatty(STDIN_FILENO) != 0;
}
