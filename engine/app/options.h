/* Conventional options: --name VALUE, --name=VALUE, --flag, -- to end them, --help.  A command
 * states its options once, in a table; reading, messages and help all come from it. */

#ifndef TPD_APP_OPTIONS_H
#define TPD_APP_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "app/command.h"

typedef enum OptionKind { OPTION_FLAG, OPTION_TEXT, OPTION_NUMBER, OPTION_WORD } OptionKind;

/* One option and where its value goes; made by the functions below. */
typedef struct Option {
    const char *name;  /* without the dashes */
    const char *value; /* what --help calls its value; NULL for a flag */
    const char *help;
    OptionKind kind;
    bool *flag;
    const char **text;
    uint64_t *number, least, most;
    const char *const *words;
    int *word;
    bool *given; /* NULL, or set where the command line has the option */
} Option;

Option option_flag(const char *name, bool *flag, const char *help);
Option option_text(const char *name, const char *value, const char **text, const char *help);
/* Any number of `range[0]` .. `range[1]`. */
Option option_number(const char *name, uint64_t *number, const uint64_t range[2], const char *help);
/* One of the words of a list that ends in NULL; `word` gets its index. */
Option option_word(const char *name, const char *const words[], int *word, const char *help);
/* The same option, which tells as well whether it was given. */
Option option_given(Option option, bool *given);

extern const uint64_t range_seed[2]; /* 0 .. 2^64 - 1 */

typedef struct Manual {
    const char *name;      /* of the command: "trace" */
    const char *arguments; /* of its usage line, behind the options: "FILE…", or "" */
    const char *text;      /* what it does; whole lines */
    const char *examples;  /* whole lines */
} Manual;

typedef struct OptionTable {
    const Manual *manual;
    const Option *option;
    int count;
} OptionTable;

/* Reads the options and leaves in `arguments` what is none of them, in order; refuses that where the
 * manual names no arguments.  OUTCOME_RUN: go on; otherwise help is printed or the fault reported. */
Outcome options_read(const OptionTable *table, Arguments *arguments);

/* Decimal digits only, in range. */
bool number_parse(uint64_t *number, const char *text, const uint64_t range[2]);

#endif
