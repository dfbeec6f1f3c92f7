#include "app/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/vocab.h"

enum { CUT_SIZE = sizeof "…" };

TPD_PRINTF(2, 0)
static void complain(const char *command, const char *format, va_list arguments)
{
    fprintf(stderr, "tpd%s%s: ", command[0] == '\0' ? "" : " ", command);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
}

Outcome complain_failed(const char *command, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    complain(command, format, arguments);
    va_end(arguments);
    return OUTCOME_FAILED;
}

Outcome complain_usage(const char *command, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    complain(command, format, arguments);
    va_end(arguments);
    return OUTCOME_USAGE;
}

Outcome complain_error(const Error *err)
{
    fprintf(stderr, "%s\n", err->text);
    return OUTCOME_FAILED;
}

const char *hint_nearest(char hint[HINT_SIZE], const char *const words[], const char *word)
{
    const char *nearest = vocab_nearest(words, word);

    hint[0] = '\0';
    if (nearest != NULL && nearest[1] != '\0') { /* every letter is like every other one */
        snprintf(hint, HINT_SIZE, ", did you mean '%s'?", nearest);
    }
    return hint;
}

const char *words_join(char *text, int size, const char *const words[])
{
    static const char cut[] = ", …";
    int length = 0;

    text[0] = '\0';
    for (int i = 0; words[i] != NULL; i++) {
        const char *joint = i == 0 ? "" : words[i + 1] == NULL ? " or " : ", ";
        int needed = (int)(strlen(joint) + strlen(words[i]));
        if (length + needed + (int)sizeof cut > size) {
            snprintf(text + length, (size_t)(size - length), "%s", i == 0 ? "…" : cut);
            break;
        }
        length += snprintf(text + length, (size_t)(size - length), "%s%s", joint, words[i]);
    }
    return text;
}

const char *printable(char *text, int size, const char *source)
{
    int room = size - CUT_SIZE;
    int length = 0;

    for (; *source != '\0' && length + 4 <= room; source++) {
        unsigned char c = (unsigned char)*source;
        if (c < ' ' || c == 0x7f) {
            length += snprintf(text + length, (size_t)(size - length), "\\x%02X", (unsigned)c);
        } else {
            text[length++] = *source;
        }
    }
    snprintf(text + length, (size_t)(size - length), "%s", *source == '\0' ? "" : "…");
    return text;
}

const char *system_text(char text[SYSTEM_TEXT_SIZE], int number)
{
    if (strerror_r(number, text, SYSTEM_TEXT_SIZE) != 0) {
        snprintf(text, SYSTEM_TEXT_SIZE, "error %d", number);
    }
    return text;
}
