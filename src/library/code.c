/* SPDX-License-Identifier: MIT
 *
 * From codes to errors and back.
 *
 * The codes are in a hash table without collisions. The generator has searched
 * for a hash and for displacements that give each code a slot of its own, so a
 * lookup looks at one slot. No branch depends on the bytes of the code: one
 * misprediction would cost more than the whole lookup.
 */
#include <azsreg/azsreg.h>

#include <stdint.h>

#include "code_lengths.h"
#include "freestanding.h"
#include "key.h"

/* The words that hold the longest code. */
enum { KEY_WORDS = (CODE_LENGTH_MAX + WORD_SIZE - 1) / WORD_SIZE };

struct key {
    uint64_t words[KEY_WORDS];
    uint64_t length; /* of the code, in bytes */
};

/* An empty slot is all zero. Only the empty string has that key, and gets the
 * number of AZSREG_ERROR_UNKNOWN. */
struct slot {
    uint64_t words[KEY_WORDS];
    uint32_t length;
    uint32_t number; /* of the error */
};

/* Generated: code_hash, BUCKET_COUNT, displacements, SLOT_COUNT,
 * PLACE_SHIFT, slots, code_offsets, codes. */
#include "code_tables.h"

static inline const struct slot *find_slot(const struct key *key)
{
    const uint32_t hash = code_hash(key);
    const size_t displacement = displacements[hash & (BUCKET_COUNT - 1)];
    return &slots[(hash >> PLACE_SHIFT) ^ displacement];
}

static inline azsreg_error look_up(const char *code, size_t length)
{
    if (length < CODE_LENGTH_MIN || length > CODE_LENGTH_MAX)
        return AZSREG_ERROR_UNKNOWN;
    struct key key = {.length = length};
    key_load(key.words, KEY_WORDS, CODE_LENGTH_MIN, code, length);
    /* A copy, so that the number is loaded before the comparison: if it is
     * loaded after it, Clang branches on each word. */
    const struct slot slot = *find_slot(&key);
    uint64_t difference = slot.length ^ key.length;
    UNROLL
    for (size_t i = 0; i < KEY_WORDS; i++)
        difference |= slot.words[i] ^ key.words[i];
    return difference == 0 ? (azsreg_error)slot.number : AZSREG_ERROR_UNKNOWN;
}

azsreg_error azsreg_error_from_code_n(const char *code, size_t length)
{
    return code != NULL ? look_up(code, length) : AZSREG_ERROR_UNKNOWN;
}

azsreg_error azsreg_error_from_code(const char *code)
{
    return code != NULL ? look_up(code, strlen(code)) : AZSREG_ERROR_UNKNOWN;
}

const char *azsreg_error_code(azsreg_error error)
{
    unsigned number = (unsigned)error;
    if (number > AZSREG_ERROR_COUNT)
        number = AZSREG_ERROR_UNKNOWN;
    return &codes[code_offsets[number]];
}
