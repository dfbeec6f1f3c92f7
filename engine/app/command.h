/* What a command of `tpd` is and how it ends.  commands.def lists them; main.c dispatches. */

#ifndef TPD_APP_COMMAND_H
#define TPD_APP_COMMAND_H

#include "core/status.h"

/* The exit status of the program; OUTCOME_RUN is for helpers: nothing ended yet, go on. */
typedef enum Outcome {
    OUTCOME_RUN = -1,
    OUTCOME_OK = 0,
    OUTCOME_FAILED = 1,
    OUTCOME_USAGE = 2,
} Outcome;

/* What stands on the command line after the command's own name. */
typedef struct Arguments {
    int count;
    char **item;
} Arguments;

typedef Outcome CommandRun(Arguments arguments);

#define COMMAND(name, run, summary) CommandRun run;
#include "app/commands.def"
#undef COMMAND

/* One line on stderr, "tpd COMMAND: …" ("tpd: …" where command is ""); they return their outcome. */
Outcome complain_failed(const char *command, const char *format, ...) TPD_PRINTF(2, 3);
Outcome complain_usage(const char *command, const char *format, ...) TPD_PRINTF(2, 3);
/* A fault of a file: its text names the place itself and is printed as it is. */
Outcome complain_error(const Error *err);

/* ", did you mean 'X'?", or nothing where no word of the list is close. */
enum { HINT_SIZE = 64 };
const char *hint_nearest(char hint[HINT_SIZE], const char *const words[], const char *word);

/* "a, b or c": a list for a message, cut with "…" where it does not fit. */
const char *words_join(char *text, int size, const char *const words[]);

/* The bytes of `source` with control characters written as \xNN, so that a message stays one line;
 * cut with "…" where it does not fit. */
const char *printable(char *text, int size, const char *source);

/* The system's words for an errno value. */
enum { SYSTEM_TEXT_SIZE = 128 };
const char *system_text(char text[SYSTEM_TEXT_SIZE], int number);

#endif
