/* SPDX-License-Identifier: MIT
 *
 * From codes to errors and back.
 */
#include <azsreg/azsreg.h>

#include <stdint.h>

#include "freestanding.h"
#include "hash.h"
#include "word.h"

/* A code in the hash table. An empty slot is all zero: its length is that of
 * no code, and its number that of AZSREG_ERROR_UNKNOWN. */
struct slot {
    uint32_t code; /* offset in codes */
    uint16_t length;
    uint16_t number;
};

/* Generated: LENGTH_WEIGHT, SAMPLE_COUNT, samples, BUCKET_MASK, displacements,
 * SLOT_MASK, slots, codes, code_offsets. */
#include "lookup_tables.h"

/* True if the `size` bytes at both places are the same. Codes have 16 to 32
 * bytes, nearly all: four words that overlap take neither a call nor a branch
 * that depends on the length. */
static inline bool is_equal(const char *left, const char *right, size_t size)
{
    if (size < 2 * WORD_SIZE || size > 4 * WORD_SIZE)
        return memcmp(left, right, size) == 0;
    const size_t third = size - 2 * WORD_SIZE;
    const size_t fourth = size - WORD_SIZE;
    return ((word_load(left) ^ word_load(right)) |
            (word_load(left + WORD_SIZE) ^ word_load(right + WORD_SIZE)) |
            (word_load(left + third) ^ word_load(right + third)) |
            (word_load(left + fourth) ^ word_load(right + fourth))) == 0;
}

static azsreg_error find(const char *code, size_t length)
{
    uint64_t hash =
        code_hash(code, length, LENGTH_WEIGHT, samples, SAMPLE_COUNT);
    size_t displacement = displacements[hash_bucket(hash, BUCKET_MASK)];
    const struct slot *slot = &slots[hash_slot(hash, displacement, SLOT_MASK)];
    if (slot->length != length || !is_equal(&codes[slot->code], code, length))
        return AZSREG_ERROR_UNKNOWN;
    return (azsreg_error)slot->number;
}

azsreg_error azsreg_error_from_code_n(const char *code, size_t length)
{
    return code != NULL ? find(code, length) : AZSREG_ERROR_UNKNOWN;
}

azsreg_error azsreg_error_from_code(const char *code)
{
    return code != NULL ? find(code, strlen(code)) : AZSREG_ERROR_UNKNOWN;
}

const char *azsreg_error_code(azsreg_error error)
{
    unsigned number = (unsigned)error;
    if (number > AZSREG_ERROR_COUNT)
        number = AZSREG_ERROR_UNKNOWN;
    return &codes[code_offsets[number]];
}
