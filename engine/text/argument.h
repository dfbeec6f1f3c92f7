/* Values for the placeholders of a text, and the end of their list. */

#ifndef TPD_TEXT_ARGUMENT_H
#define TPD_TEXT_ARGUMENT_H

#include "text/voice.h"

TextArgument argument_word(const char *name, const char *text);
TextArgument argument_number(const char *name, int number);
extern const TextArgument argument_end;

#endif
