/* How a fault of the outside world (rules, traces, options) is passed up: a Status and one line
 * for a person.  Faults of the programmer are asserts. */

#ifndef TPD_CORE_STATUS_H
#define TPD_CORE_STATUS_H

#define TPD_PRINTF(format_index, first) __attribute__((format(printf, format_index, first)))

typedef enum Status {
    STATUS_OK = 0,
    STATUS_ILLEGAL = -1, /* an action that the rules do not allow now */
    STATUS_PARSE = -2,   /* text that is not what it should be */
    STATUS_IO = -3,      /* a file that cannot be read or written */
    STATUS_MEMORY = -4,
    STATUS_FULL = -5, /* a named maximum is reached */
} Status;

typedef struct Error {
    Status status;
    char text[1024]; /* one line without its end; a source line may follow after a line feed */
} Error;

/* Fills `err` (which may be NULL) and returns `status`, so that a caller can `return error_set(…)`. */
Status error_set(Error *err, Status status, const char *format, ...) TPD_PRINTF(3, 4);

/* How much of a foreign text a message may quote (as the precision of a %.*s): at most `most` bytes
 * and no control character, so that the message stays one line. */
int error_quote(const char *text, int most);

#endif
