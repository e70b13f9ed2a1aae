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

/* An empty slot is all zero, so its number is that of AZSREG_ERROR_UNKNOWN. No
 * code has its length. */
struct slot {
    uint64_t words[KEY_WORDS];
    uint32_t length;
    uint32_t number; /* of the error */
};

/* Generated: code_hash, BUCKET_COUNT, SLOT_COUNT, BUCKET_SHIFT, PLACE_SHIFT,
 * displacements, slots, code_offsets, codes. */
#include "code_tables.h"

static inline const struct slot *find_slot(const struct key *key)
{
    const uint32_t hash = code_hash(key);
    const size_t bucket = (hash >> BUCKET_SHIFT) & (BUCKET_COUNT - 1);
    return &slots[(hash >> PLACE_SHIFT) ^ displacements[bucket]];
}

azsreg_error azsreg_error_from_code_n(const char *code, size_t length)
{
    if (code == NULL || length < CODE_LENGTH_MIN || length > CODE_LENGTH_MAX)
        return AZSREG_ERROR_UNKNOWN;
    struct key key = {.length = length};
    key_load(key.words, KEY_WORDS, code, length);
    /* A copy, so that the number is loaded before the comparison: if it is
     * loaded after it, Clang branches on each word. */
    const struct slot slot = *find_slot(&key);
    uint64_t difference = slot.length ^ key.length;
    UNROLL
    for (size_t i = 0; i < KEY_WORDS; i++)
        difference |= slot.words[i] ^ key.words[i];
    return difference == 0 ? (azsreg_error)slot.number : AZSREG_ERROR_UNKNOWN;
}

azsreg_error azsreg_error_from_code(const char *code)
{
    return azsreg_error_from_code_n(code, code != NULL ? strlen(code) : 0);
}

const char *azsreg_error_code(azsreg_error error)
{
    const unsigned number = (unsigned)error;
    return &codes[code_offsets[number <= AZSREG_ERROR_COUNT ? number : 0]];
}
