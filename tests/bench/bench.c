/* SPDX-License-Identifier: MIT
 *
 * azsreg, and what a program would have instead.
 *
 *     bench ROUNDS CODES
 *     bench ROUNDS FILE FILE...
 *
 * The first looks codes up, and CODES is the catalog's name. The second finds
 * codes in the files, and renders details. Prints a line for each way to do a
 * task, `task,case,way,value`: the nanoseconds of a call, or of a KiB where
 * codes are found, as the median of the rounds. With 0 rounds, for callgrind,
 * each way runs once, and the value is the number of calls.
 */
#define _GNU_SOURCE /* memmem */

#include <azsreg/azsreg.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "unit/random.h"
#include "unit/report.h"

enum { ROUNDS_MAX = 101, WAYS_MAX = 4, KIB = 1024, TEXT_SIZE = 1024 * KIB };

static int rounds;

/* A number below `bound`. */
static uint32_t below(uint32_t bound)
{
    static uint64_t state = RANDOM_SEED;
    return (uint32_t)random_below(&state, bound);
}

/* ---- Measuring -----------------------------------------------------------*/

/* `run` does all calls of the work, and returns a sum of the answers. Its name
 * starts with run_, which tells callgrind what to count. */
struct way {
    const char *name;
    uint64_t (*run)(const void *work);
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return 1e9 * (double)time.tv_sec + (double)time.tv_nsec;
}

static int compare_times(const void *left, const void *right)
{
    const double l = *(const double *)left, r = *(const double *)right;
    return (l > r) - (l < r);
}

/* The ways take turns, so that whatever else the machine does meets them all.
 * Those without a name do not exist. */
static void measure(const char *task, const char *name,
                    const struct way ways[WAYS_MAX], int calls,
                    const void *work)
{
    static double times[WAYS_MAX][ROUNDS_MAX];
    uint64_t expected = 0;
    for (int i = 0; i < WAYS_MAX && ways[i].name != NULL; i++) {
        const uint64_t answer = ways[i].run(work);
        if (i == 0)
            expected = answer;
        if (answer != expected)
            give_up("its answers are not those of azsreg", ways[i].name);
    }
    for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < WAYS_MAX && ways[i].name != NULL; i++) {
            const double start = now();
            ways[i].run(work);
            times[i][round] = (now() - start) / calls;
        }
    }
    for (int i = 0; i < WAYS_MAX && ways[i].name != NULL; i++) {
        qsort(times[i], (size_t)rounds, sizeof times[i][0], compare_times);
        printf("%s,%s,%s,%.2f\n", task, name, ways[i].name,
               rounds > 0 ? times[i][rounds / 2] : calls);
    }
}

/* ---- Looking codes up ----------------------------------------------------*/

/* In random order these calls are too many for a branch predictor to learn. */
enum { LOOKUPS = 65536, TEXTS_MIN = 512, CHAIN_MAX = 64 };

struct text {
    char *bytes; /* NUL-terminated */
    size_t length;
};

struct lookups {
    struct text *texts;
    uint16_t order[LOOKUPS]; /* indexes of texts */
};

struct numbered_code {
    const char *name;
    int number;
};

/* The function of gperf -l, which compares lengths before bytes. */
const struct numbered_code *find_by_gperf(const char *code, size_t length);

static struct numbered_code sorted[AZSREG_ERROR_COUNT];

static int compare_name(const void *key, const void *element)
{
    return strcmp(key, ((const struct numbered_code *)element)->name);
}

static int compare_codes(const void *left, const void *right)
{
    return compare_name(((const struct numbered_code *)left)->name, right);
}

static int number_of(const struct numbered_code *found)
{
    return found != NULL ? found->number : 0;
}

static int look_up_by_azsreg(const struct text *text)
{
    return (int)azsreg_error_from_code_n(text->bytes, text->length);
}

static int look_up_by_gperf(const struct text *text)
{
    return number_of(find_by_gperf(text->bytes, text->length));
}

static int look_up_by_bsearch(const struct text *text)
{
    return number_of(bsearch(text->bytes, sorted, AZSREG_ERROR_COUNT,
                             sizeof sorted[0], compare_name));
}

static int look_up_by_strcmp(const struct text *text)
{
    for (int i = 0; i < AZSREG_ERROR_COUNT; i++) {
        if (strcmp(text->bytes, sorted[i].name) == 0)
            return sorted[i].number;
    }
    return 0;
}

static inline uint64_t look_up_all(const struct lookups *lookups,
                                   int (*look_up)(const struct text *text))
{
    uint64_t sum = 0;
    for (unsigned i = 0; i < LOOKUPS; i++)
        sum += (uint64_t)look_up(&lookups->texts[lookups->order[i]]) << i % 32;
    return sum;
}

static uint64_t run_azsreg(const void *work)
{
    return look_up_all(work, look_up_by_azsreg);
}

static uint64_t run_gperf(const void *work)
{
    return look_up_all(work, look_up_by_gperf);
}

static uint64_t run_bsearch(const void *work)
{
    return look_up_all(work, look_up_by_bsearch);
}

static uint64_t run_strcmp(const void *work)
{
    return look_up_all(work, look_up_by_strcmp);
}

static void make_miss(struct text *text)
{
    const uint32_t place = below((uint32_t)text->length);
    switch (below(4)) {
    case 0: /* cut */
        text->length = place;
        text->bytes[place] = '\0';
        break;
    case 1: /* longer */
        text->bytes[text->length++] = 's';
        break;
    case 2: /* another letter case */
        text->bytes[place] ^= 'a' ^ 'A';
        break;
    default: /* another letter or digit */
        text->bytes[place] ^= 1;
        break;
    }
}

/* The texts are made of each code in turn, and lie side by side. */
static void look_up_codes(const char *catalog, bool hits)
{
    const uint32_t count =
        AZSREG_ERROR_COUNT < TEXTS_MIN ? TEXTS_MIN : AZSREG_ERROR_COUNT;
    struct lookups lookups = {.texts = allocate(count * sizeof *lookups.texts)};
    char *bytes = allocate((size_t)count * 66); /* a code has at most 64 */
    for (uint32_t i = 0; i < count; i++) {
        struct text *text = &lookups.texts[i];
        text->bytes = strcpy(bytes, sorted[i % AZSREG_ERROR_COUNT].name);
        text->length = strlen(bytes);
        if (!hits)
            make_miss(text);
        bytes += text->length + 1;
    }
    for (int i = 0; i < LOOKUPS; i++)
        lookups.order[i] = (uint16_t)below(count);
    struct way ways[WAYS_MAX] = {{"azsreg", run_azsreg},
                                 {"gperf -l", run_gperf},
                                 {"bsearch", run_bsearch},
                                 {"strcmp chain", run_strcmp}};
    if (AZSREG_ERROR_COUNT > CHAIN_MAX)
        ways[3].name = NULL; /* it would take minutes */
    char name[64];
    snprintf(name, sizeof name, "%s %s", catalog, hits ? "hits" : "misses");
    measure("code", name, ways, LOOKUPS, &lookups);
}

/* ---- Finding them in a text ----------------------------------------------*/

static uint64_t run_find(const void *work)
{
    const struct text *text = work;
    uint64_t sum = 0;
    for (size_t at = 0; at < text->length;) {
        size_t offset;
        const azsreg_error error =
            azsreg_error_find(&text->bytes[at], text->length - at, &offset);
        at += offset;
        if (error == AZSREG_ERROR_UNKNOWN)
            break;
        sum += at * (unsigned)error;
        at += strlen(azsreg_error_code(error));
    }
    return sum;
}

static uint64_t run_memmem(const void *work)
{
    const struct text *text = work;
    const char *const end = text->bytes + text->length;
    uint64_t sum = 0;
    for (unsigned number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        const char *code = azsreg_error_code((azsreg_error)number);
        const size_t length = strlen(code);
        const char *from = text->bytes;
        while ((from = memmem(from, (size_t)(end - from), code, length))) {
            sum += (uint64_t)(from - text->bytes) * number;
            from += length;
        }
    }
    return sum;
}

static void find_codes(const char *path)
{
    struct text text = {allocate(TEXT_SIZE + 1), TEXT_SIZE};
    FILE *file = fopen(path, "rb");
    if (file == NULL || fread(text.bytes, TEXT_SIZE, 1, file) != 1)
        give_up("expected a file of 1 MiB", path);
    fclose(file);
    const char *slash = strrchr(path, '/');
    const struct way ways[WAYS_MAX] = {{"azsreg", run_find},
                                       {"memmem", run_memmem}};
    measure("find", slash != NULL ? slash + 1 : path, ways, TEXT_SIZE / KIB,
            &text);
    free(text.bytes);
}

/* ---- Rendering details ---------------------------------------------------*/

enum { DETAILS = 4096, BUFFER_SIZE = 1024, PAGE_SIZE = 4096, PLACE_SIZE = 16 };

struct details {
    const char *values[4];
    unsigned char numbers[DETAILS]; /* which errors, in turn */
};

/* A detail as a format of snprintf, and which values it takes in turn. */
static struct format {
    char text[BUFFER_SIZE];
    int values[4];
} formats[AZSREG_ERROR_COUNT + 1];

static void make_format(int number)
{
    static const azsreg_values marks = {"~0", "~1", "~2", "~3"};
    struct format *format = &formats[number];
    azsreg_format_detail(format->text, BUFFER_SIZE, (azsreg_error)number,
                         &marks);
    int count = 0;
    for (char *mark = format->text; (mark = strchr(mark, '~')); mark++) {
        if (count == 4)
            give_up("expected at most 4 values", format->text);
        format->values[count++] = mark[1] - '0';
        memcpy(mark, "%s", 2);
    }
}

static size_t render_by_azsreg(char *buffer, int number,
                               const char *const values[4])
{
    const azsreg_values v = {values[0], values[1], values[2], values[3]};
    return azsreg_format_detail(buffer, BUFFER_SIZE, (azsreg_error)number, &v);
}

static size_t render_by_snprintf(char *buffer, int number,
                                 const char *const values[4])
{
    const struct format *f = &formats[number];
    return (size_t)snprintf(buffer, BUFFER_SIZE, f->text, values[f->values[0]],
                            values[f->values[1]], values[f->values[2]],
                            values[f->values[3]]);
}

/* The buffers begin at all these places of a page in turn: how the source and
 * the target of a copy lie in their pages changes its time by a fifth. */
static inline uint64_t render_all(const struct details *details,
                                  size_t (*render)(char *, int,
                                                   const char *const *))
{
    static char page[PAGE_SIZE + BUFFER_SIZE];
    uint64_t sum = 0;
    for (size_t i = 0; i < DETAILS; i++)
        sum += render(&page[i * PLACE_SIZE % PAGE_SIZE], details->numbers[i],
                      details->values);
    return sum;
}

static uint64_t run_format_detail(const void *work)
{
    return render_all(work, render_by_azsreg);
}

static uint64_t run_snprintf(const void *work)
{
    return render_all(work, render_by_snprintf);
}

#define SUBSCRIPTION "6f1ed5ae-2d4b-4a8e-9c1c-0d4a5b6c7d8e"
#define NAMES                                                                  \
    {                                                                          \
        SUBSCRIPTION, "azurestack-contoso-rg",                                 \
            "AzureStack-9f2c51c4-b1f2-4a0e-8d1f-3a7e5d2c9b10", SUBSCRIPTION    \
    }
#define EACH(value)                                                            \
    {                                                                          \
        value, value, value, value                                             \
    }

/* What is named after a script has 36 bytes, as an identifier has. */
static const struct {
    const char *name;
    const char *values[4];
    int number; /* of the error; 0 for all, in random order */
} detail_cases[] = {
    {"longest", NAMES, 1},
    {"mixed", NAMES, 0},
    {"ASCII", EACH("AzureStack-registration-of-Contoso-1"), 1},
    {"German", EACH("Außenstelle-Köln-für-Bürogeräte"), 1},
    {"Greek", EACH("ΚαταχώρισηΑθηναίων"), 1},
    {"Chinese", EACH("北京分公司的注册与资源组"), 1},
};

static void render_details(size_t index)
{
    struct details details;
    memcpy(details.values, detail_cases[index].values, sizeof details.values);
    for (int i = 0; i < DETAILS; i++) {
        const int number = detail_cases[index].number;
        details.numbers[i] =
            (unsigned char)(number != 0 ? number
                                        : 1 + (int)below(AZSREG_ERROR_COUNT));
    }
    for (int number = 1; number <= AZSREG_ERROR_COUNT; number++) {
        char came[BUFFER_SIZE], expected[BUFFER_SIZE];
        make_format(number);
        render_by_azsreg(came, number, details.values);
        render_by_snprintf(expected, number, details.values);
        if (strcmp(came, expected) != 0)
            give_up("it is not the message of snprintf", came);
    }
    const struct way ways[WAYS_MAX] = {{"azsreg", run_format_detail},
                                       {"snprintf", run_snprintf}};
    measure("detail", detail_cases[index].name, ways, DETAILS, &details);
}

/* ---- What is hard --------------------------------------------------------*/

static uint64_t run_escape(const void *work)
{
    static char buffer[4 * TEXT_SIZE + 1];
    const struct text *text = work;
    return azsreg_escape(buffer, sizeof buffer, text->bytes, text->length);
}

/* 64 KiB and 1 MiB of each unit, repeated: only the growth is of interest. */
static const struct {
    const char *name;
    const char *unit;
    uint64_t (*run)(const void *work);
} hard_cases[] = {
    {"letters", "x", run_find},
    {"backslashes", "\\", run_find},
    {"escapes", "\\u000a", run_find},
    {"starts of codes", "CustomerSubscriptionNotFoun ", run_find},
    {"codes in a row", "RegistrationNotFound", run_find},
    {"zero width spaces", "\xE2\x80\x8B", run_escape},
    {"every other byte", "a\x1B", run_escape},
};

static void count_hard(size_t index)
{
    const char *unit = hard_cases[index].unit;
    struct text text = {allocate(TEXT_SIZE), TEXT_SIZE};
    for (size_t i = 0; i < TEXT_SIZE; i++)
        text.bytes[i] = unit[i % strlen(unit)];
    const struct way ways[WAYS_MAX] = {{"azsreg", hard_cases[index].run}};
    measure("1 MiB", hard_cases[index].name, ways, 1, &text);
    text.length /= 16;
    measure("64 KiB", hard_cases[index].name, ways, 1, &text);
    free(text.bytes);
}

int main(int argc, char *argv[])
{
    if (argc < 3)
        give_up("bench ROUNDS CODES, or bench ROUNDS FILE FILE...", "usage");
    rounds = atoi(argv[1]);
    if (rounds > ROUNDS_MAX)
        give_up("too many rounds", argv[1]);
    for (int i = 0; i < AZSREG_ERROR_COUNT; i++) {
        sorted[i].name = azsreg_error_code((azsreg_error)(i + 1));
        sorted[i].number = i + 1;
    }
    qsort(sorted, AZSREG_ERROR_COUNT, sizeof sorted[0], compare_codes);
    /* A processor that was idle is not at its speed. */
    const double start = now();
    while (rounds > 0 && now() - start < 3e8)
        continue;
    if (argc == 3) {
        look_up_codes(argv[2], true);
        look_up_codes(argv[2], false);
        return EXIT_SUCCESS;
    }
    for (int i = 2; i < argc; i++)
        find_codes(argv[i]);
    for (size_t i = 0; i < sizeof detail_cases / sizeof detail_cases[0]; i++)
        render_details(i);
    for (size_t i = 0; i < sizeof hard_cases / sizeof hard_cases[0]; i++) {
        if (rounds == 0)
            count_hard(i);
    }
    return EXIT_SUCCESS;
}
