/* The voices that tests of texts speak with. */

#ifndef TPD_TESTS_SUPPORT_VOICES_H
#define TPD_TESTS_SUPPORT_VOICES_H

#include <stdbool.h>

#include "core/rules.h"
#include "text/voice.h"

/* Whether this build has made a Chinese catalogue: it has none where msgfmt is missing. */
bool voices_have_chinese(void);

/* With geographic names; Chinese speaks English where it has no catalogue. */
const Voice *voices_in(Language language);
/* The same with neutral names. */
const Voice *voices_neutral_in(Language language);

#endif
