/* SPDX-License-Identifier: MIT
 *
 * azsreg: the error codes of Azure Stack tenant registration.
 *
 * When a tenant is added to a registration and the service refuses, it answers
 * with a code such as RegistrationNotFound. This library says which documented
 * error that is, renders its detail message with the caller's own values in
 * place, and gives the comment that explains the cause and the way out. The
 * code may stand anywhere in a text: a JSON body, a line of a log.
 *
 *     size_t offset;
 *     azsreg_error error = azsreg_error_find(body, body_length, &offset);
 *     azsreg_values values = {.registration_name = "AzureStack-Contoso"};
 *     char detail[512];
 *     azsreg_format_detail(detail, sizeof detail, error, &values);
 *
 * Every function here
 *   - answers for every argument; none can fail,
 *   - is safe to call from any thread and from a signal handler,
 *   - allocates nothing, does no I/O, keeps no state, and neither reads nor
 *     changes errno or the locale,
 *   - if it returns a string, returns NUL-terminated UTF-8 that is constant and
 *     valid as long as the library is loaded.
 */
#ifndef AZSREG_AZSREG_H
#define AZSREG_AZSREG_H

#include <stddef.h>
#ifndef __cplusplus
#include <stdbool.h>
#endif

/* Generated from the catalog of errors when the library is built:
 *
 *     typedef enum azsreg_error {
 *         AZSREG_ERROR_UNKNOWN = 0,
 *         AZSREG_ERROR_REGISTRATION_NOT_FOUND = 1,
 *         ...
 *     } azsreg_error;
 *     #define AZSREG_ERROR_COUNT 8
 *
 * The errors are the numbers 1 to AZSREG_ERROR_COUNT. A number never changes
 * its meaning. A newer library with the same SONAME may return a larger one: in
 * C, and in C++11 and later, that is a value like any other. In C++98, and
 * where enums are short (-fshort-enums), the enum holds only the numbers that
 * its own errors need, so build the program with the headers of that library.
 * Only compilers for Arm announce short enums, by a macro that codes.h tests.
 * With -fshort-enums on other processors, azsreg_error is an int in C++11 and
 * C23 and smaller in older languages, so compile library and program in the
 * same language. */
#include <azsreg/codes.h>

/* Marks what a shared library exports. CMake defines azsreg_EXPORTS while it
 * builds one, and only then; programs that use the library need no macro. */
#if defined(azsreg_EXPORTS) && defined(_WIN32)
#define AZSREG_API __declspec(dllexport)
#elif defined(azsreg_EXPORTS) && defined(__GNUC__)
#define AZSREG_API __attribute__((visibility("default")))
#else
#define AZSREG_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Version -------------------------------------------------------------*/

/* The version of this header. */
#define AZSREG_VERSION_MAJOR 0
#define AZSREG_VERSION_MINOR 2
#define AZSREG_VERSION_PATCH 0

/* The version of the library that is linked, as "0.2.0". */
AZSREG_API const char *azsreg_version(void);

/* ---- From code to error and back -----------------------------------------*/

/* The error whose code is the NUL-terminated string `code`. The match is exact
 * and case-sensitive. AZSREG_ERROR_UNKNOWN for anything that is not one of the
 * codes, NULL and "" included. */
AZSREG_API azsreg_error azsreg_error_from_code(const char *code);

/* The same for the `length` bytes at `code`, as a JSON parser hands them out:
 * no NUL is needed, and no byte after them is read. AZSREG_ERROR_UNKNOWN also
 * for NULL, whatever the length, and for bytes that contain a NUL. */
AZSREG_API azsreg_error azsreg_error_from_code_n(const char *code,
                                                 size_t length);

/* The code of `error`, as the service sends it; "Unknown" for
 * AZSREG_ERROR_UNKNOWN and for any int that is not one of the errors. */
AZSREG_API const char *azsreg_error_code(azsreg_error error);

/* ---- A code in a text ----------------------------------------------------*/

/* The error of the first code that stands in the `length` bytes at `text`, and
 * in *offset the number of bytes before that code. Without a code in the text:
 * AZSREG_ERROR_UNKNOWN, and *offset is `length`. `offset` may be NULL. A NULL
 * text has length 0, whatever `length` is.
 *
 * A code stands where the bytes directly before and after it are not ASCII
 * letters, digits or underscores. An escape before it does not count as
 * letters: a backslash and one of b f n r t, or u and four hexadecimal digits,
 * or x and two. So a JSON body inside a string of another body is searched as
 * it is, and so is what azsreg_escape wrote. A NUL is a byte like any other.
 *
 * The time is linear in `length`. To find the next code, call it again with the
 * text after the one that was found:
 *
 *     offset += strlen(azsreg_error_code(error));
 *     text += offset;
 *     length -= offset;
 *
 * If the text comes in blocks, put the end of each block in front of the next
 * one. Whether a code stands somewhere depends on the 6 bytes before it, its
 * own bytes, of which there are at most 64, and the one byte after it. */
AZSREG_API azsreg_error azsreg_error_find(const char *text, size_t length,
                                          size_t *offset);

/* ---- What is known of an error -------------------------------------------*/

/* The document's comment: the cause and the way out, in one or more lines
 * separated by '\n'. "" where the document gives none, and for anything that is
 * not one of the errors. */
AZSREG_API const char *azsreg_error_comment(azsreg_error error);

/* True where the document says to try again later. False for anything that is
 * not one of the errors. */
AZSREG_API bool azsreg_error_is_transient(azsreg_error error);

/* The values that a detail can quote, as bits of a mask. */
enum {
    AZSREG_VALUE_SUBSCRIPTION_ID = 1,
    AZSREG_VALUE_RESOURCE_GROUP = 2,
    AZSREG_VALUE_REGISTRATION_NAME = 4,
    AZSREG_VALUE_CUSTOMER_SUBSCRIPTION_ID = 8
};

/* Which values the detail of `error` quotes: a mask of AZSREG_VALUE_*. 0 for
 * anything that is not one of the errors. */
AZSREG_API unsigned azsreg_error_values(azsreg_error error);

/* ---- Messages ------------------------------------------------------------*/

/* The two functions below write a message to a buffer under one contract:
 *
 * - They return the length of the whole message in bytes without the NUL,
 *   whatever `size` is: as snprintf counts. If it is `size` or more, the
 *   message was cut; (NULL, 0) measures. It saturates at SIZE_MAX.
 * - They write at most `size` bytes to `buffer`: the longest prefix of the
 *   message that fits in size - 1 bytes and does not end inside a UTF-8
 *   character (it may end inside a \xNN, see below), then a NUL. The bytes of
 *   the buffer after that NUL stay as they were.
 * - If `size` is 0 nothing is written. A NULL buffer is a size of 0. `buffer`
 *   must not overlap the text or the values. */

/* The caller's own values, from the request that failed:
 *
 *     PUT /subscriptions/{subscription_id}/resourceGroups/{resource_group}
 *         /providers/Microsoft.AzureStack/registrations/{registration_name}
 *         /customerSubscriptions/{customer_subscription_id}
 *
 * Each is NUL-terminated UTF-8 of any length, or NULL if it is not at hand.
 * They may hold any bytes: see azsreg_escape. */
typedef struct azsreg_values {
    const char *subscription_id;          /* the registration's own */
    const char *resource_group;           /* of the registration */
    const char *registration_name;        /* of the registration */
    const char *customer_subscription_id; /* the tenant's */
} azsreg_values;

/* The detail of `error` with `values` in place, as a message.
 *
 * A value that is missing (NULL, or `values` itself NULL) shows as its name in
 * the catalog: <subscription identifier>, <resource group>, <registration name>
 * or <customer subscription identifier>. An empty string shows as nothing. For
 * anything that is not one of the errors the message is the catalog's too:
 * "Unknown registration error."
 *
 * The message is safe to log and to print, whatever the values are: each is
 * shown as azsreg_escape writes it. The only line breaks are the detail's. */
AZSREG_API size_t azsreg_format_detail(char *buffer, size_t size,
                                       azsreg_error error,
                                       const azsreg_values *values);

/* The `length` bytes at `text`, made safe to log and to print, as a message of
 * one line: for a code that is not listed, or for the service's own words. A
 * NULL text has length 0.
 *
 * The message is well-formed UTF-8. Each byte of a control, format, line
 * separator or paragraph separator character (general categories Cc, Cf, Zl and
 * Zp of Unicode 15.0) and each byte that is not part of a well-formed UTF-8
 * sequence (Unicode 15.0, table 3-7) becomes \x and two upper-case hexadecimal
 * digits. Every other byte is copied, a backslash included. */
AZSREG_API size_t azsreg_escape(char *buffer, size_t size, const char *text,
                                size_t length);

#ifdef __cplusplus
}
#endif

#endif
