/* In which words the program speaks: a language with its catalogue of translations, and which set of
 * place names.  English is in the source; a catalogue is a GNU .mo file, read here and not by the C
 * library, so that the language can change while the program runs. */

#ifndef TPD_TEXT_VOICE_H
#define TPD_TEXT_VOICE_H

#include <stddef.h>

#include "core/rules.h"
#include "core/status.h"

/* Marks a text for the catalogue without translating it; in tables.  C_ tells apart texts that are
 * alike in English only: the context stands before an EOT byte, and is never shown. */
/* NOLINTBEGIN(readability-identifier-naming): gettext's own names for them */
#define N_(msgid)          msgid
#define C_(context, msgid) (context "\004" msgid)
/* NOLINTEND(readability-identifier-naming) */

typedef enum Names { NAMES_GEOGRAPHIC, NAMES_NEUTRAL } Names;

typedef struct Catalogue Catalogue;

typedef struct Voice {
    Language language;
    Names names;
    Catalogue *catalogue; /* of the language; NULL for English */
} Voice;

extern const char *const language_code[LANGUAGE_COUNT + 1]; /* "en", "zh", NULL */
extern const char *const names_word[];                      /* "geographic", "neutral", NULL */

/* The language of a locale's name, as in LANG: zh for zh, zh_CN.UTF-8 and the like, else en. */
Language language_of_locale(const char *locale);
/* The first of LC_ALL, LC_MESSAGES and LANG that is set and not empty decides; each may be NULL. */
Language language_choose(const char *lc_all, const char *lc_messages, const char *lang);

/* Reads DIRECTORY/CODE.mo whole and checks every byte of its structure, so that say() needs no
 * doubt.  English has no catalogue: NULL, and STATUS_OK. */
Status catalogue_open(Catalogue **catalogue, const char *directory, Language language, Error *err);
/* The same from memory, which is copied; `name` stands for the file in messages. */
Status catalogue_read(Catalogue **catalogue, const char *name, const void *bytes, size_t size,
                      Error *err);
void catalogue_close(Catalogue *catalogue);
int catalogue_count(const Catalogue *catalogue);

/* The text in the voice's language; the msgid itself, without its context, where it has none. */
const char *say(const Voice *voice, const char *msgid);
/* The same for a text that counts something: `one` in English for n = 1, else `many`. */
const char *say_count(const Voice *voice, const char *one, const char *many, int n);

/* A value for a placeholder.  Lists of them end with a name of NULL. */
typedef struct TextArgument {
    const char *name;
    const char *text; /* NULL: the number */
    int number;
} TextArgument;

/* Writes `format` with each {name} replaced; {+name} is a number with its sign.  A minus is U+2212.
 * What no argument names stands as it is.  Cut to whole characters where it does not fit; returns
 * the length written. */
int text_format(char *out, int size, const char *format, const TextArgument *arguments);

#endif
