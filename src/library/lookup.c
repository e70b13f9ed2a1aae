/* SPDX-License-Identifier: MIT
 *
 * From codes to errors and back.
 */
#include <azsreg/azsreg.h>

#include <stdint.h>

#include "freestanding.h"
#include "hash.h"
#include "word.h"

/* A code in the hash table. An empty slot is all zero: only the empty string
 * has its length, and gets its number, AZSREG_ERROR_UNKNOWN. */
struct slot {
    uint32_t code; /* offset in codes */
    uint16_t length;
    uint16_t number;
};

/* Generated: END_WORDS, RARE_LENGTH_MAX, weights, BUCKET_BITS, displacements,
 * SLOT_BITS, slots, codes, code_offsets. */
#include "lookup_tables.h"

static inline const struct slot *slot_of(uint64_t hash)
{
    const size_t displacement = displacements[hash_bucket(hash, BUCKET_BITS)];
    return &slots[hash_slot(hash, BUCKET_BITS, SLOT_BITS, displacement)];
}

static bool has_words(const char *known, const char *code, size_t count)
{
    uint64_t difference = 0;
    for (size_t i = 0; i < count * WORD_SIZE; i += WORD_SIZE)
        difference |= word_load(&known[i]) ^ word_load(&code[i]);
    return difference == 0;
}

static azsreg_error find_rare(const char *code, size_t length)
{
    const uint64_t rest = code_rest(code, length);
    const struct slot *slot = slot_of(hash_rare(code, length, rest, weights));
    const char *known = &codes[slot->code];
    if (slot->length != length || code_rest(known, length) != rest ||
        !has_words(known, code, length / WORD_SIZE))
        return AZSREG_ERROR_UNKNOWN;
    return (azsreg_error)slot->number;
}

/* Each byte is read at most twice: where words overlap, or of a rare code for
 * the hash and again for the comparison. The words of the known code are
 * compared even where the lengths differ: enough zero bytes follow the last.
 * The slot is copied, so that its number is loaded before the comparison: for
 * one that is loaded after it, Clang makes a branch of each word. */
static inline azsreg_error find(const char *code, size_t length)
{
    if (!is_taken_as_words(length, END_WORDS))
        return length > RARE_LENGTH_MAX ? AZSREG_ERROR_UNKNOWN
                                        : find_rare(code, length);
    uint64_t words[2 * END_WORDS];
    UNROLL
    for (size_t i = 0; i < 2 * END_WORDS; i++)
        words[i] = code_word(code, length, END_WORDS, i);
    const struct slot slot =
        *slot_of(hash_words(words, length, END_WORDS, weights));
    const char *known = &codes[slot.code];
    uint64_t difference = slot.length ^ length;
    UNROLL
    for (size_t i = 0; i < 2 * END_WORDS; i++)
        difference |= words[i] ^ code_word(known, length, END_WORDS, i);
    return difference == 0 ? (azsreg_error)slot.number : AZSREG_ERROR_UNKNOWN;
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
