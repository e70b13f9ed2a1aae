/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L // NOLINT(*-reserved-identifier,cert-dcl*)

#include "resource_id.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The byte that `text` starts with, encoded as % and two hexadecimal digits; 0
 * if it does not, and for %00, since a value ends at a NUL. */
static char encoded_byte(const char *text)
{
    if (text[0] != '%' || !isxdigit((unsigned char)text[1]) ||
        !isxdigit((unsigned char)text[2]))
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
    char *slash = strchr(segment, '/');
    *path = NULL;
    if (slash != NULL) {
        *slash = '\0';
        *path = slash + 1;
    }
    decode(segment);
    return segment;
}

/* Where the value of this key goes; NULL if the segment is not a key. */
static const char **find_key(const char *segment, azsreg_values *values)
{
    const struct {
        const char *key;
        const char **value;
    } keys[] = {
        {"subscriptions", &values->subscription_id},
        {"resourceGroups", &values->resource_group},
        {"registrations", &values->registration_name},
        {"customerSubscriptions", &values->customer_subscription_id},
    };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (strcasecmp(segment, keys[i].key) == 0)
            return keys[i].value;
    }
    return NULL;
}

bool resource_id_read(char *path, azsreg_values *values)
{
    bool found = false;
    *values = (azsreg_values){NULL, NULL, NULL, NULL};
    path[strcspn(path, "?#")] = '\0';
    const char *segment;
    while ((segment = next_segment(&path)) != NULL) {
        const char **value = find_key(segment, values);
        if (value != NULL) {
            found = true;
            *value = next_segment(&path);
            if (*value != NULL && **value == '\0')
                *value = NULL;
        } else if (strcasecmp(segment, "providers") == 0) {
            next_segment(&path); /* its name can be that of a key */
        }
    }
    return found;
}
