/* Options for the language and the place names in which a command speaks, and where its catalogue
 * lies. */

#ifndef TPD_APP_VOICE_H
#define TPD_APP_VOICE_H

#include "app/command.h"
#include "app/options.h"
#include "core/rules.h"
#include "core/status.h"
#include "text/voice.h"

typedef struct VoiceOptions {
    int language; /* Language, or -1: that of the environment */
    int names;    /* Names */
} VoiceOptions;

VoiceOptions voice_options(void); /* the defaults */
Option voice_option_lang(VoiceOptions *options);
Option voice_option_names(VoiceOptions *options);

/* A voice as the options want it.  The environment's wish for Chinese gives way to English where
 * there is no catalogue; an option does not.  OUTCOME_RUN: go on, else the fault is reported. */
Outcome voice_open(Voice *voice, const VoiceOptions *options);
/* Goes on in another language; on failure in that it has. */
Status voice_change(Voice *voice, Language language, Error *err);
void voice_close(Voice *voice);

#endif
