/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L // NOLINT(*-reserved-identifier,cert-dcl*)

#include "resource_id.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The byte that % and two hexadecimal digits at the start of `text` stand for.
 * 0 if they are not there, and for %00, since a value ends at a NUL. */
static char encoded_byte(const char *text)
{
    if (text[0] != '%' || strspn(&text[1], "0123456789ABCDEFabcdef") < 2)
        return 0;
    const char digits[] = {text[1], text[2], '\0'};
    return (char)strtol(digits, NULL, 16);
}

static void decode(char *segment)
{
    char *to = segment;
    for (const char *from = segment; *from != '\0'; to++) {
        char byte = encoded_byte(from);
        if (byte != 0)
            from += 3;
        else
            byte = *from++;
        *to = byte;
    }
    *to = '\0';
}

/* Cuts the next segment off the path, and decodes it. NULL after the last. */
static char *next_segment(char **path)
{
    char *segment = *path;
    if (segment == NULL)
        return NULL;
    *path = strchr(segment, '/');
    if (*path != NULL)
        *(*path)++ = '\0';
    decode(segment);
    return segment;
}

/* VALUE_COUNT if the segment is not a key. */
static enum value find_key(const char *segment)
{
    static const char *const keys[VALUE_COUNT] = {
        [SUBSCRIPTION_ID] = "subscriptions",
        [RESOURCE_GROUP] = "resourceGroups",
        [REGISTRATION_NAME] = "registrations",
        [CUSTOMER_SUBSCRIPTION_ID] = "customerSubscriptions",
    };
    int key = 0;
    while (key < VALUE_COUNT && strcasecmp(segment, keys[key]) != 0)
        key++;
    return (enum value)key;
}

bool resource_id_read(char *path, const char *values[VALUE_COUNT])
{
    bool found = false;
    for (int i = 0; i < VALUE_COUNT; i++)
        values[i] = NULL;
    path[strcspn(path, "?#")] = '\0';
    const char *segment;
    while ((segment = next_segment(&path)) != NULL) {
        enum value key = find_key(segment);
        if (key != VALUE_COUNT) {
            const char *value = next_segment(&path);
            values[key] = value != NULL && value[0] != '\0' ? value : NULL;
            found = true;
        } else if (strcasecmp(segment, "providers") == 0) {
            next_segment(&path); /* its name can be that of a key */
        }
    }
    return found;
}
