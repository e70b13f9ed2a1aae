/* SPDX-License-Identifier: MIT
 *
 * azsreg: the error codes of Azure Stack tenant registration.
 *
 * When a tenant is added to a registration and the service refuses, it
 * answers with a code such as RegistrationNotFound. This library says which
 * documented error that is, renders its detail message with the caller's own
 * values in place, and gives the comment that explains cause and way out.
 *
 *     azsreg_error error = azsreg_error_from_code_n(code, code_length);
 *     azsreg_values values = {.registration_name = "AzureStack-Contoso"};
 *     char detail[512];
 *     azsreg_format_detail(detail, sizeof detail, error, &values);
 *
 * Every function here
 *   - answers for every argument; none can fail,
 *   - is safe to call from any thread and from a signal handler,
 *   - allocates nothing, does no I/O, keeps no state, and neither reads nor
 *     changes errno or the locale,
 *   - returns strings, where it returns any, that are NUL-terminated UTF-8,
 *     constant, and valid as long as the library is loaded.
 */
#ifndef AZSREG_AZSREG_H
#define AZSREG_AZSREG_H

#include <stddef.h>
#ifndef __cplusplus
#include <stdbool.h>
#endif

/* Made by the build from the catalog of errors:
 *
 *     typedef enum azsreg_error {
 *         AZSREG_ERROR_UNKNOWN = 0,
 *         AZSREG_ERROR_REGISTRATION_NOT_FOUND = 1,
 *         ...
 *     } azsreg_error;
 *     #define AZSREG_ERROR_COUNT 8
 *
 * The errors are the numbers 1 to AZSREG_ERROR_COUNT, which never change their
 * meaning. */
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
#define AZSREG_VERSION_MINOR 1
#define AZSREG_VERSION_PATCH 0

/* The version of the library that is linked, as "0.1.0". */
AZSREG_API const char *azsreg_version(void);

/* ---- From code to error and back -----------------------------------------*/

/* The error whose code is the NUL-terminated string `code`. The match is
 * exact and case-sensitive. AZSREG_ERROR_UNKNOWN for anything that is not one
 * of the codes, NULL and "" included. */
AZSREG_API azsreg_error azsreg_error_from_code(const char *code);

/* The same for the `length` bytes at `code`, as a JSON parser hands them out:
 * no NUL is needed, and no byte beyond them is read. AZSREG_ERROR_UNKNOWN
 * also for NULL, whatever the length, and for bytes that contain a NUL. */
AZSREG_API azsreg_error azsreg_error_from_code_n(const char *code,
                                                 size_t length);

/* The code of `error`, as the service sends it; "Unknown" for
 * AZSREG_ERROR_UNKNOWN and for any int that is not one of the errors. (Your
 * cast to azsreg_error comes before that: where enums are short, as by
 * -fshort-enums, it cuts the int, and C++ leaves it undefined for an int that
 * needs more bits than the errors do.) */
AZSREG_API const char *azsreg_error_code(azsreg_error error);

/* ---- What is known of an error -------------------------------------------*/

/* The document's comment: the cause and the way out, in one or more lines
 * separated by '\n'. "" where the document gives none, and for anything that
 * is not one of the errors. */
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

/* ---- Rendering a detail --------------------------------------------------*/

/* The caller's own values, from the request that failed:
 *
 *     PUT /subscriptions/{subscription_id}/resourceGroups/{resource_group}
 *         /providers/Microsoft.AzureStack/registrations/{registration_name}
 *         /customerSubscriptions/{customer_subscription_id}
 *
 * Each is NUL-terminated UTF-8 of any length, or NULL if it is not at hand.
 * They need not be clean: see azsreg_format_detail. */
typedef struct azsreg_values {
    const char *subscription_id;          /* the registration's own */
    const char *resource_group;           /* of the registration */
    const char *registration_name;        /* of the registration */
    const char *customer_subscription_id; /* the tenant's */
} azsreg_values;

/* Writes the detail message of `error`, with `values` in place, to `buffer`
 * of `size` bytes, and returns the length of the whole message in bytes
 * without the NUL, whatever `size` is: as snprintf counts. A result of `size`
 * or more says that the message was cut; (NULL, 0) measures.
 *
 * Written is the longest prefix of the message that fits in size - 1 bytes
 * and does not end inside a UTF-8 character (it may end inside a \xNN, see
 * below), then a NUL. Bytes of the buffer after that NUL are left as they were.
 * If `size` is 0 nothing is written; a NULL buffer is a size of 0. `buffer`
 * must not overlap the values. The result saturates at SIZE_MAX.
 *
 * A value that is missing (NULL, or `values` itself NULL) shows as its name:
 * <subscription identifier>, <resource group>, <registration name> or
 * <customer subscription identifier>. An empty string shows as nothing.
 * Anything that is not one of the errors: "Unknown registration error."
 *
 * The message is safe to log and to print, whatever the values are. It is
 * well-formed UTF-8, and its only line breaks are those of the detail itself.
 * In a value, each byte of a control, format, line or paragraph separator
 * character (general categories Cc, Cf, Zl and Zp of Unicode 15.0) and each
 * byte that is not part of a well-formed UTF-8 sequence (Unicode 15.0, table
 * 3-7) shows as \x and two upper-case hexadecimal digits. All else is copied as
 * it is, a backslash, a percent sign or a brace included. */
AZSREG_API size_t azsreg_format_detail(char *buffer, size_t size,
                                       azsreg_error error,
                                       const azsreg_values *values);

#ifdef __cplusplus
}
#endif

#endif
