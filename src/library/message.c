/* SPDX-License-Identifier: MIT
 *
 * What is known of an error, and the rendering of its detail.
 */
#include <azsreg/azsreg.h>

#include <stdint.h>

#include "freestanding.h"
#include "utf8.h"
#include "word.h"

/* Index of a value, in the order of azsreg_values and of AZSREG_VALUE_*. */
enum value {
    SUBSCRIPTION_ID,
    RESOURCE_GROUP,
    REGISTRATION_NAME,
    CUSTOMER_SUBSCRIPTION_ID,
    VALUE_COUNT,
    NO_VALUE = VALUE_COUNT
};

/* A piece of a detail: so many bytes of its text, then a value. The last part
 * of a detail has NO_VALUE. */
struct part {
    uint32_t length;
    uint32_t value;
};

struct message {
    uint32_t comment; /* offset in texts, of a NUL-terminated string */
    uint32_t detail;  /* offset in texts, of the bytes that the parts share */
    uint32_t part;    /* index of the first part in parts */
    uint8_t values;   /* mask of AZSREG_VALUE_* */
    bool transient;
};

/* Generated: messages, parts, texts. messages[0] is that of an unknown error.
 */
#include "message_tables.h"

static const struct message *message_of(azsreg_error error)
{
    unsigned number = (unsigned)error;
    return &messages[number <= AZSREG_ERROR_COUNT ? number : 0];
}

static const char *text_at(uint32_t offset)
{
    return (const char *)&texts[offset];
}

const char *azsreg_error_comment(azsreg_error error)
{
    return text_at(message_of(error)->comment);
}

bool azsreg_error_is_transient(azsreg_error error)
{
    return message_of(error)->transient;
}

unsigned azsreg_error_values(azsreg_error error)
{
    return message_of(error)->values;
}

/* A message on its way into the caller's buffer. Once it was cut, there is no
 * room left, and all that comes after is counted, not written. */
struct output {
    char *at;      /* where the next byte goes */
    size_t room;   /* bytes that may be written there, the NUL apart */
    size_t beyond; /* bytes by which the message exceeds the buffer */
};

static inline void advance(struct output *output, size_t size)
{
    output->at += size;
    output->room -= size;
}

static inline size_t saturated_sum(size_t a, size_t b)
{
    return a <= SIZE_MAX - b ? a + b : SIZE_MAX;
}

/* Appends text that is well-formed by itself. So a cut is sound where the first
 * byte left out starts a character. */
static inline void append(struct output *output, const char *text, size_t size)
{
    size_t fit = size;
    if (fit > output->room) {
        fit = output->room;
        output->beyond = saturated_sum(output->beyond, size - fit);
        while (fit > 0 && utf8_continues(text[fit]))
            fit--;
        output->room = fit;
    }
    memcpy(output->at, text, fit);
    advance(output, fit);
}

/* The start of a value, and most often all of it: appends the printable ASCII
 * at the start of `text` while it is being checked, and returns how many bytes
 * that were. It may stop early; append_some goes on. */
static inline size_t append_printable(struct output *output, const char *text,
                                      size_t size)
{
    if (size > output->room)
        size = output->room;
    char *to = output->at;
    size_t i = 0;
    if (size < WORD_SIZE) {
        for (; i < size && byte_is_printable(text[i]); i++)
            to[i] = text[i];
    } else {
        while (size - i >= WORD_SIZE &&
               word_is_printable(word_load(&text[i]))) {
            memcpy(&to[i], &text[i], WORD_SIZE);
            i += WORD_SIZE;
        }
        /* The last word overlaps the one before it. */
        const size_t last = size - WORD_SIZE;
        if (size - i < WORD_SIZE && word_is_printable(word_load(&text[last]))) {
            memcpy(&to[last], &text[last], WORD_SIZE);
            i = size;
        }
    }
    advance(output, i);
    return i;
}

/* A number of bytes at the start of `text` that are printable ASCII: 0 if there
 * are not eight, and maybe fewer than there are. For text that append_printable
 * did not reach, behind what needs care or beyond the buffer. */
static inline size_t printable_start(const char *text, size_t size)
{
    size_t i = 0;
    while (size - i >= WORD_SIZE && word_is_printable(word_load(&text[i])))
        i += WORD_SIZE;
    if (i > 0 && size - i < WORD_SIZE &&
        word_is_printable(word_load(&text[size - WORD_SIZE])))
        i = size;
    return i;
}

/* What a byte that must not be shown is written as, for all 256 in turn. A
 * table, because with the digits looked up one by one, long values of such
 * bytes take 1.5 times as long. */
enum { ESCAPED_SIZE = 4 };
#define ESCAPE(high, low)                                                      \
    {                                                                          \
        '\\', 'x', high, low                                                   \
    }
#define ESCAPES(high)                                                          \
    ESCAPE(high, '0'), ESCAPE(high, '1'), ESCAPE(high, '2'),                   \
        ESCAPE(high, '3'), ESCAPE(high, '4'), ESCAPE(high, '5'),               \
        ESCAPE(high, '6'), ESCAPE(high, '7'), ESCAPE(high, '8'),               \
        ESCAPE(high, '9'), ESCAPE(high, 'A'), ESCAPE(high, 'B'),               \
        ESCAPE(high, 'C'), ESCAPE(high, 'D'), ESCAPE(high, 'E'),               \
        ESCAPE(high, 'F')
static const char escapes[0x100][ESCAPED_SIZE] = {
    ESCAPES('0'), ESCAPES('1'), ESCAPES('2'), ESCAPES('3'),
    ESCAPES('4'), ESCAPES('5'), ESCAPES('6'), ESCAPES('7'),
    ESCAPES('8'), ESCAPES('9'), ESCAPES('A'), ESCAPES('B'),
    ESCAPES('C'), ESCAPES('D'), ESCAPES('E'), ESCAPES('F'),
};

/* A value that needs care is made fit to be shown so many of its bytes at a
 * time. What begins at one of them shows in at most ESCAPED_SIZE bytes. */
enum { TAKEN_SIZE = 32, CHUNK_SIZE = TAKEN_SIZE * ESCAPED_SIZE };

/* True for a byte that is escaped whatever follows it. */
static inline bool is_always_escaped(char byte)
{
    return !byte_is_printable(byte) && !utf8_leads(byte);
}

/* Puts the start of any text into `chunk` as it is to be shown, and its size
 * there into `*used`. Returns how many bytes of the text that were, 1 or more.
 * Inlined, it would take registers from the values that need no care. */
#ifdef __GNUC__
__attribute__((noinline))
#endif
static size_t
quote(char chunk[CHUNK_SIZE], size_t *used, const char *text, size_t size)
{
    size_t limit = TAKEN_SIZE;
    if (limit > size)
        limit = size;
    char *to = chunk;
    size_t i = 0;
    while (i < limit) {
        if (byte_is_printable(text[i])) {
            *to++ = text[i++];
            continue;
        }
        const size_t length = utf8_visible(&text[i], size - i);
        if (length == 0) {
            do {
                memcpy(to, escapes[(unsigned char)text[i++]], ESCAPED_SIZE);
                to += ESCAPED_SIZE;
            } while (i < limit && is_always_escaped(text[i]));
        } else {
            for (size_t end = i + length; i < end; i++)
                *to++ = text[i];
        }
    }
    *used = (size_t)(to - chunk);
    return i;
}

/* Appends the start of any text, and returns how many of its bytes that were, 1
 * or more. */
static inline size_t append_some(struct output *output, const char *text,
                                 size_t size)
{
    const size_t printable = printable_start(text, size);
    if (printable > 0) {
        append(output, text, printable);
        return printable;
    }
    char chunk[CHUNK_SIZE];
    size_t used;
    const size_t taken = quote(chunk, &used, text, size);
    append(output, chunk, used);
    return taken;
}

static inline void append_value(struct output *output, const char *value)
{
    const size_t size = strlen(value);
    size_t done = append_printable(output, value, size);
    while (done < size)
        done += append_some(output, &value[done], size - done);
}

/* What is shown for a value: its text, or its name if it is missing. Found by
 * offsets, since a branch for each value would take more time. */
static inline const char *shown(const azsreg_values *values, uint32_t value)
{
    static const uint8_t members[VALUE_COUNT] = {
        offsetof(azsreg_values, subscription_id),
        offsetof(azsreg_values, resource_group),
        offsetof(azsreg_values, registration_name),
        offsetof(azsreg_values, customer_subscription_id),
    };
    /* No pointers, which would need relocation; and 36 bytes, where 35 would
     * do, since they are found with less work. */
    static const char names[VALUE_COUNT][36] = {
        "<subscription identifier>",
        "<resource group>",
        "<registration name>",
        "<customer subscription identifier>",
    };
    const char *text = NULL;
    if (values != NULL)
        memcpy(&text, (const char *)values + members[value], sizeof text);
    return text != NULL ? text : names[value];
}

size_t azsreg_format_detail(char *buffer, size_t size, azsreg_error error,
                            const azsreg_values *values)
{
    char nowhere; /* takes the NUL when there is no buffer */
    struct output output = {&nowhere, 0, 0};
    if (buffer != NULL && size > 0) {
        output.at = buffer;
        output.room = size - 1;
    }
    const size_t limit = output.room;
    const struct message *message = message_of(error);
    const char *text = text_at(message->detail);
    const struct part *part = &parts[message->part];
    for (; part->value != NO_VALUE; part++) {
        append(&output, text, part->length);
        append_value(&output, shown(values, part->value));
        text += part->length;
    }
    append(&output, text, part->length);
    *output.at = '\0';
    return saturated_sum(limit - output.room, output.beyond);
}
