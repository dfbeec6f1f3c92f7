#include "text/voice.h"

#include <stdbool.h>
#include <string.h>

#include "text/catalogue.h"
#include "text/prose.h"

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
static const char *put_placeholder(Prose *out, const char *at, const TextArgument *arguments)
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
        prose_add(out, argument->text);
    } else {
        prose_add_number(out, argument->number, with_sign);
    }
    return end + 1;
}

int text_format(char *out, int size, const char *format, const TextArgument *arguments)
{
    Prose prose = prose_start(out, size);

    for (const char *at = format; *at != '\0';) {
        const char *after = *at == '{' ? put_placeholder(&prose, at, arguments) : NULL;
        if (after == NULL) {
            after = at + 1 + strcspn(at + 1, "{");
            prose_add_bytes(&prose, at, (int)(after - at));
        }
        at = after;
    }
    return prose.length;
}
