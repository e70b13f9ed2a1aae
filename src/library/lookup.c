/* SPDX-License-Identifier: MIT
 *
 * From codes to errors and back.
 */
#include <azsreg/azsreg.h>

#include <stdint.h>

#include "freestanding.h"
#include "hash.h"
#include "word.h"

/* A code in the hash table. An empty slot is all zero: no code has its length,
 * and for the empty code its number is AZSREG_ERROR_UNKNOWN. */
struct slot {
    uint32_t code; /* offset in codes */
    uint16_t length;
    uint16_t number;
};

/* Generated: LENGTH_WEIGHT, SAMPLE_COUNT, samples, BUCKET_BITS, displacements,
 * SLOT_BITS, slots, codes, code_offsets. */
#include "lookup_tables.h"

/* True if the code in the slot is this one. Codes of 16 to 32 bytes, nearly
 * all, are compared as four words that overlap, and even where the lengths
 * differ (FOUR_WORDS bytes can be read from any place in codes): so no branch
 * depends on the tables but the last. A branch that the processor guesses wrong
 * takes more time than all the rest. */
static inline bool is_code(const struct slot *slot, const char *code,
                           size_t length)
{
    const char *known = &codes[slot->code];
    uint64_t difference = slot->length ^ length;
    if (length >= 2 * WORD_SIZE && length <= FOUR_WORDS) {
        const size_t third = length - 2 * WORD_SIZE;
        const size_t fourth = length - WORD_SIZE;
        difference |= word_load(known) ^ word_load(code);
        difference |=
            word_load(&known[WORD_SIZE]) ^ word_load(&code[WORD_SIZE]);
        difference |= word_load(&known[third]) ^ word_load(&code[third]);
        difference |= word_load(&known[fourth]) ^ word_load(&code[fourth]);
        return difference == 0;
    }
    /* Entered only with equal lengths, so that both have the words. */
    for (size_t i = 0; difference == 0 && i < length; i += WORD_SIZE)
        difference = code_word(known, length, i) ^ code_word(code, length, i);
    return difference == 0;
}

static inline azsreg_error find(const char *code, size_t length)
{
    uint64_t hash =
        code_hash(code, length, LENGTH_WEIGHT, samples, SAMPLE_COUNT);
    size_t displacement = displacements[hash_bucket(hash, BUCKET_BITS)];
    const struct slot *slot =
        &slots[hash_slot(hash, BUCKET_BITS, SLOT_BITS, displacement)];
    return is_code(slot, code, length) ? (azsreg_error)slot->number
                                       : AZSREG_ERROR_UNKNOWN;
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
