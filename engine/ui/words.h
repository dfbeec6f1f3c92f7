/* Sentences with values in them, in the voice's language. */

#ifndef TPD_UI_WORDS_H
#define TPD_UI_WORDS_H

#include "text/voice.h"

enum { PHRASE_SIZE = 512 };

extern const TextArgument words_end;
TextArgument words_number(const char *name, int number);
TextArgument words_text(const char *name, const char *text);
TextArgument words_icon(const char *name, char text[4], int icon);

#endif
