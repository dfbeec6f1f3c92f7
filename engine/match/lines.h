/* Reads a text file line by line with one line of lookahead, and with bounds on everything, so that
 * a wrong file - endless, binary, cut off - is one clear message and not a full memory. */

#ifndef TPD_MATCH_LINES_H
#define TPD_MATCH_LINES_H

#include <stdbool.h>
#include <stdio.h>

#include "core/status.h"

enum {
    LINE_SIZE_MAX = 64 * 1024,         /* bytes of a line, its end included */
    FILE_SIZE_MAX = 256 * 1024 * 1024, /* bytes of all lines */
};

typedef struct LineReader {
    const char *name; /* for messages; "-" is standard input */
    FILE *file;
    int number;      /* of the line that peek shows, from 1 */
    bool may_be_cut; /* an unfinished last line is no fault: it counts as not there */
    bool held;       /* `text` holds it */
    bool ended;      /* the file is over */
    bool cut;        /* by an unfinished line */
    long long size;  /* bytes of the whole lines read so far */
    char text[LINE_SIZE_MAX];
} LineReader;

/* `name` is borrowed until the reader is closed. */
Status lines_open(LineReader *lines, const char *name, Error *err);
void lines_close(LineReader *lines);

/* Reads an open file instead, which stays the caller's: no lines_close(). */
Status lines_of(LineReader *lines, const char *name, FILE *file, Error *err);

/* The next line without its end, which stays the next until lines_skip(); NULL in `*line` behind
 * the last one.  A line that is no text, too long or not ended is a fault. */
Status lines_peek(LineReader *lines, const char **line, Error *err);
void lines_skip(LineReader *lines);

/* "NAME: what the system says of `number`", an errno value. */
Status system_fault(const char *name, int number, Error *err);

#endif
