#include "ui/words.h"

#include <stddef.h>

#include "ui/icon.h"

const TextArgument words_end = {NULL, NULL, 0};

TextArgument words_number(const char *name, int number)
{
    return (TextArgument){name, NULL, number};
}

TextArgument words_text(const char *name, const char *text)
{
    return (TextArgument){name, text, 0};
}

TextArgument words_icon(const char *name, char text[4], int icon)
{
    icon_text(text, (Icon)icon);
    return words_text(name, text);
}
