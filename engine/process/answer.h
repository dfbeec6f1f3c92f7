/* What a bot's program has written, read as the protocol of scripts/bots/PROTOCOL.md wants it: a pure
 * function of bytes, so that any bytes can be tried on it. */

#ifndef TPD_PROCESS_ANSWER_H
#define TPD_PROCESS_ANSWER_H

#include <stddef.h>

#include "core/action.h"
#include "core/rules.h"

enum {
    PROTOCOL_VERSION = 1,   /* the newest, and so far the only one */
    ANSWER_LINE_MAX = 4096, /* bytes of a line, its end included */
    ANSWER_TEXT_SIZE = 512, /* of what is kept of a line, its zero included */
    ANSWER_NAME_MAX = 40,   /* bytes of a bot's name */
};

typedef enum AnswerKind {
    ANSWER_MORE,   /* there is no whole line yet */
    ANSWER_HELLO,  /* `text` is the bot's name */
    ANSWER_CHOICE, /* `choice` is an index into the legal list */
    ANSWER_REASON, /* `text` is what the bot says about its choice */
    ANSWER_LATE,   /* a line about an earlier decision, which is over */
    ANSWER_FAULT,  /* `text` says what is wrong with the line */
} AnswerKind;

typedef struct Answer {
    AnswerKind kind;
    int choice;
    char text[ANSWER_TEXT_SIZE]; /* one line of UTF-8 without control characters */
} Answer;

typedef struct Question {
    const Rules *rules;
    const ActionList *legal; /* NULL: the bot is asked who it is */
    int decision;
} Question;

/* Reads the first line of `bytes`; returns how many of them it was, 0 for ANSWER_MORE. */
size_t answer_read(Answer *answer, const Question *question, const char *bytes, size_t size);

#endif
