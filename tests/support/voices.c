#include "support/voices.h"

#include <stddef.h>

enum { NAMES_COUNT = 2 };

static void open_voice(Voice *voice, Language language, Names names)
{
    Error err;

    voice->language = language;
    voice->names = names;
    if (catalogue_open(&voice->catalogue, TPD_LOCALE_DIR, language, &err) != STATUS_OK) {
        voice->catalogue = NULL;
    }
}

/* Opened at the first call, then read-only. */
static const Voice *voice_of(Language language, Names names)
{
    static Voice voice[LANGUAGE_COUNT][NAMES_COUNT];
    static bool opened;

    if (!opened) {
        opened = true;
        for (int i = 0; i < LANGUAGE_COUNT * NAMES_COUNT; i++) {
            open_voice(&voice[i / NAMES_COUNT][i % NAMES_COUNT], (Language)(i / NAMES_COUNT),
                       (Names)(i % NAMES_COUNT));
        }
    }
    return &voice[language][names];
}

bool voices_have_chinese(void)
{
    return voice_of(LANGUAGE_ZH, NAMES_GEOGRAPHIC)->catalogue != NULL;
}

const Voice *voices_in(Language language)
{
    return voice_of(language, NAMES_GEOGRAPHIC);
}

const Voice *voices_neutral_in(Language language)
{
    return voice_of(language, NAMES_NEUTRAL);
}
