#include "support/voices.h"

#include <stddef.h>

/* Both of a language; filled at the first call, then read-only. */
static const Voice *voices(void)
{
    static Voice voice[LANGUAGE_COUNT][2];
    static bool made;
    Error err;

    for (int language = 0; !made && language < LANGUAGE_COUNT; language++) {
        for (int names = 0; names < 2; names++) {
            Voice *one = &voice[language][names];
            one->language = (Language)language;
            one->names = (Names)names;
            if (catalogue_open(&one->catalogue, TPD_LOCALE_DIR, one->language, &err) != STATUS_OK) {
                one->catalogue = NULL;
            }
        }
    }
    made = true;
    return voice[0];
}

bool voices_have_chinese(void)
{
    return voices()[2 * LANGUAGE_ZH].catalogue != NULL;
}

const Voice *voices_in(Language language)
{
    return &voices()[2 * language + NAMES_GEOGRAPHIC];
}

const Voice *voices_neutral_in(Language language)
{
    return &voices()[2 * language + NAMES_NEUTRAL];
}
