#include "text/voice.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "text/catalogue.h"

const char *const language_code[LANGUAGE_COUNT + 1] = {"en", "zh", NULL};
const char *const names_word[] = {"geographic", "neutral", NULL};

Language language_of_locale(const char *locale)
{
    const char *code = language_code[LANGUAGE_ZH];
    size_t length = strlen(code);

    if (strncmp(locale, code, length) != 0) {
        return LANGUAGE_EN;
    }
    return strchr("_.@-", locale[length]) != NULL ? LANGUAGE_ZH : LANGUAGE_EN; /* or the end */
}

Language language_choose(const char *lc_all, const char *lc_messages, const char *lang)
{
    const char *const locales[] = {lc_all, lc_messages, lang};

    for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++) {
        if (locales[i] != NULL && locales[i][0] != '\0') {
            return language_of_locale(locales[i]);
        }
    }
    return LANGUAGE_EN;
}

/* What stands behind a context. */
static const char *without_context(const char *msgid)
{
    const char *end = strchr(msgid, CONTEXT_END);

    return end == NULL ? msgid : end + 1;
}

const char *say(const Voice *voice, const char *msgid)
{
    const char *found = voice->catalogue == NULL ? NULL : catalogue_find(voice->catalogue, msgid);

    return found != NULL ? found : without_context(msgid);
}

const char *say_count(const Voice *voice, const char *one, const char *many, int n)
{
    const char *found = voice->catalogue == NULL ? NULL : catalogue_find(voice->catalogue, one);

    if (found != NULL) {
        return found; /* Chinese has one form for all numbers, and the catalogue holds it first */
    }
    return without_context(n == 1 ? one : many);
}

/* ---- formats ---- */

enum { NUMBER_SIZE = 16 };

typedef struct Out {
    char *text;
    int size, length;
    bool full; /* something did not fit: nothing more is written */
} Out;

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

/* Whole characters only. */
static void put(Out *out, const char *text, int length)
{
    int room = out->size - 1 - out->length;
    int taken = length;

    if (out->full) {
        return;
    }
    if (taken > room) {
        taken = room;
        out->full = true;
        while (taken > 0 && is_continuation(text[taken])) {
            taken--;
        }
    }
    memcpy(out->text + out->length, text, (size_t)taken);
    out->length += taken;
}

static void put_number(Out *out, int number, bool with_sign)
{
    char digits[NUMBER_SIZE];
    const char *sign = number < 0 ? "\xe2\x88\x92" : with_sign ? "+" : "";
    int length = snprintf(digits, sizeof digits, "%lld",
                          number < 0 ? -(long long)number : (long long)number);

    put(out, sign, (int)strlen(sign));
    put(out, digits, length);
}

static const TextArgument *find_argument(const TextArgument *arguments, const char *name,
                                         size_t length)
{
    for (; arguments->name != NULL; arguments++) {
        if (strlen(arguments->name) == length && memcmp(arguments->name, name, length) == 0) {
            return arguments;
        }
    }
    return NULL;
}

/* The placeholder at `at`, which is a brace: writes its value and returns what follows it, or
 * returns NULL where it names nothing. */
static const char *put_placeholder(Out *out, const char *at, const TextArgument *arguments)
{
    const char *end = strchr(at, '}');
    bool with_sign = at[1] == '+';
    const char *name = at + 1 + with_sign;
    const TextArgument *argument =
        end == NULL || end < name ? NULL : find_argument(arguments, name, (size_t)(end - name));

    if (argument == NULL) {
        return NULL;
    }
    if (argument->text != NULL) {
        put(out, argument->text, (int)strlen(argument->text));
    } else {
        put_number(out, argument->number, with_sign);
    }
    return end + 1;
}

int text_format(char *text, int size, const char *format, const TextArgument *arguments)
{
    Out out = {.text = text, .size = size};

    for (const char *at = format; *at != '\0';) {
        const char *after = *at == '{' ? put_placeholder(&out, at, arguments) : NULL;
        if (after == NULL) {
            after = at + 1 + strcspn(at + 1, "{");
            put(&out, at, (int)(after - at));
        }
        at = after;
    }
    text[out.length] = '\0';
    return out.length;
}
