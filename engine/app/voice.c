#include "app/voice.h"

#include <stdbool.h>
#include <stdlib.h>

#include "app/data.h"

VoiceOptions voice_options(void)
{
    return (VoiceOptions){.language = -1, .names = NAMES_GEOGRAPHIC};
}

Option voice_option_lang(VoiceOptions *options)
{
    return option_word("lang", language_code, &options->language,
                       "language (default: that of $LC_ALL, $LC_MESSAGES or $LANG)");
}

Option voice_option_names(VoiceOptions *options)
{
    return option_word("names", names_word, &options->names,
                       "what places are called: nations by name, or by what they stand for\n"
                       "      (default: geographic)");
}

static const char *environment(const char *name)
{
    return getenv(name); /* NOLINT(concurrency-mt-unsafe): nobody sets it here */
}

Status voice_change(Voice *voice, Language language, Error *err)
{
    char directory[DATA_PATH_SIZE];
    Catalogue *catalogue = NULL;
    Status status = STATUS_OK;

    if (language != LANGUAGE_EN) {
        status = data_find_locale(directory, err);
        if (status == STATUS_OK) {
            status = catalogue_open(&catalogue, directory, language, err);
        }
    }
    if (status == STATUS_OK) {
        voice_close(voice);
        voice->catalogue = catalogue;
        voice->language = language;
    }
    return status;
}

Outcome voice_open(Voice *voice, const VoiceOptions *options)
{
    bool wished = options->language >= 0;
    Language language = wished ? (Language)options->language
                               : language_choose(environment("LC_ALL"), environment("LC_MESSAGES"),
                                                 environment("LANG"));
    Error err;

    *voice = (Voice){.language = LANGUAGE_EN, .names = (Names)options->names};
    if (voice_change(voice, language, &err) != STATUS_OK && wished) {
        return complain_error(&err);
    }
    return OUTCOME_RUN;
}

void voice_close(Voice *voice)
{
    catalogue_close(voice->catalogue);
    voice->catalogue = NULL;
}
