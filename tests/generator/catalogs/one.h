/* SPDX-License-Identifier: MIT */
static const struct expected expected[] = {
    {.code = "A",
     .error = AZSREG_ERROR_A,
     .number = 1,
     .detail = ".",
     .comment = "",
     .values = 0,
     .transient = false},
};
