/* SPDX-License-Identifier: MIT */
#define EXPECTED_UNKNOWN "\xE3\x80\x80{Unknown} error"
#define EXPECTED_NAMES                                                         \
    {                                                                          \
        "(S)", "(G)", "(R)", ": # (C)"                                         \
    }
static const struct expected expected[] = {
    {.code = "Alpha",
     .error = AZSREG_ERROR_ALPHA,
     .number = 1,
     .detail = "One [G] two.",
     .comment = "\xE3\x80\x80"
                "A { brace } is a brace.",
     .values = AZSREG_VALUE_RESOURCE_GROUP,
     .transient = false},
    {.code = "BetaGamma",
     .error = AZSREG_ERROR_BETA_GAMMA,
     .number = 2,
     .detail = "{[S]}\n indented, [C]\n\n# no comment: a text\n",
     .comment = "\nfirst\n\n\n..\nGr\xC3\xB6\xC3\x9F"
                "e: 2 \xC2\xB5m, \xE4\xB8\xAD\xE6\x96\x87, "
                "\xD9\x85\xDB\x8C\xE2\x80\x8C\xD8\xAE\xD9\x88\xD8\xA7\xD9\x87"
                "\xD9\x85, \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB",
     .values =
         AZSREG_VALUE_SUBSCRIPTION_ID | AZSREG_VALUE_CUSTOMER_SUBSCRIPTION_ID,
     .transient = true},
    {.code = "Delta",
     .error = AZSREG_ERROR_DELTA,
     .number = 3,
     .detail = "\xC2\xA0"
               "Colon: [R][R]",
     .comment = "",
     .values = AZSREG_VALUE_REGISTRATION_NAME,
     .transient = false},
};
