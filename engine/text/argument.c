#include "text/argument.h"

#include <stddef.h>

const TextArgument argument_end = {.name = NULL};

TextArgument argument_word(const char *name, const char *text)
{
    return (TextArgument){.name = name, .text = text};
}

TextArgument argument_number(const char *name, int number)
{
    return (TextArgument){.name = name, .number = number};
}
