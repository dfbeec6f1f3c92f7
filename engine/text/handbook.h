/* The handbook: a template in Markdown (rules/handbook/) whose placeholders are filled in from the
 * rules, so that a changed number changes the page; broken into lines that read well in a terminal.
 * rules/README.md, "The handbook", says what a template may hold. */

#ifndef TPD_TEXT_HANDBOOK_H
#define TPD_TEXT_HANDBOOK_H

#include "core/rules.h"
#include "core/status.h"
#include "text/voice.h"

enum { HANDBOOK_COLUMNS = 96 };

typedef struct Handbook {
    const Voice *voice;
    const Rules *rules;
    const char *name;     /* of the template, for messages: "rules/handbook/en.md" */
    const char *template; /* its text */
    const char *section;  /* "9" or "9.1": only that one; NULL: the whole page */
} Handbook;

/* Takes a piece of the page: one line or more, ends included. */
typedef void HandbookSink(void *user, const char *text);

/* Checks the whole template, then hands the page to `sink` from start to end.  A placeholder or a
 * section that there is none of is STATUS_PARSE, "FILE:LINE: …", before anything is handed out. */
Status handbook_print(const Handbook *book, HandbookSink *sink, void *user, Error *err);

#endif
