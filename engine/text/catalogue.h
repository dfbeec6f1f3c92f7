/* What a catalogue holds, for voice.c. */

#ifndef TPD_TEXT_CATALOGUE_H
#define TPD_TEXT_CATALOGUE_H

#include "text/voice.h"

enum { CONTEXT_END = '\004' };

/* The translation of a msgid, in its first form where it counts; NULL if there is none. */
const char *catalogue_find(const Catalogue *catalogue, const char *msgid);

#endif
