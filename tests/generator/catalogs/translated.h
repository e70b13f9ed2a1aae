/* SPDX-License-Identifier: MIT */
#define EXPECTED_UNKNOWN "Unbekannter Fehler {der Registrierung}."
#define EXPECTED_NAMES                                                         \
    {                                                                          \
        "‹Abonnement›", "‹Ressourcengruppe›", "\xC2\xA0‹Registrierung›",       \
            "‹订阅›"                                                     \
    }
static const struct expected expected[] = {
    {.code = "RegistrationNotFound",
     .error = AZSREG_ERROR_REGISTRATION_NOT_FOUND,
     .number = 1,
     .detail = "Die Registrierung wurde nicht gefunden. Prüfen Sie bitte:\n"
               "1. Abonnement (angegeben: „[S]“),\n"
               "2. Ressourcengruppe (angegeben: „[G]“),\n"
               "3. Registrierung (angegeben: „[R]“).",
     .comment = "Größere Übersicht: Portal → „Alle Ressourcen“ …",
     .values = AZSREG_VALUE_SUBSCRIPTION_ID | AZSREG_VALUE_RESOURCE_GROUP |
               AZSREG_VALUE_REGISTRATION_NAME,
     .transient = false},
    {.code = "BadCustomerSubscriptionId",
     .error = AZSREG_ERROR_BAD_CUSTOMER_SUBSCRIPTION_ID,
     .number = 2,
     .detail =
         "اشتراک [C] و ثبت‌نام [R] یکی نمی‌شوند.",
     .comment = "لطفاً شناسه را دوباره وارد کنید؛ "
                "نمی‌تواند "
                "خالی "
                "باشد.",
     .values =
         AZSREG_VALUE_CUSTOMER_SUBSCRIPTION_ID | AZSREG_VALUE_REGISTRATION_NAME,
     .transient = false},
    {.code = "InvalidCustomerSubscriptionId",
     .error = AZSREG_ERROR_INVALID_CUSTOMER_SUBSCRIPTION_ID,
     .number = 3,
     .detail = "“[C]”无效。请提供有效的 Azure 订阅。",
     .comment =
         "请检查是否有看不见的字符。\n\n👩‍💻 🇩🇪 "
         "👍🏽",
     .values = AZSREG_VALUE_CUSTOMER_SUBSCRIPTION_ID,
     .transient = false},
    {.code = "MetadataResolverBadGatewayError",
     .error = AZSREG_ERROR_METADATA_RESOLVER_BAD_GATEWAY_ERROR,
     .number = 4,
     .detail = "上游服务器出错 🙁 请稍后再试。",
     .comment = "",
     .values = 0,
     .transient = true},
};
