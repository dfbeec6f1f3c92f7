/* An independent reading of card text: sentences become a tree of effects again, by grammars that
 * share nothing with engine/text but the language and the labels of places.  Whatever a reader does
 * not understand is a fault of the text. */

#ifndef TPD_TESTS_SUPPORT_READING_H
#define TPD_TESTS_SUPPORT_READING_H

#include <stdbool.h>
#include <stdint.h>

#include "core/rules.h"

enum { READ_NODES = 1024, READ_PLACES = 8, READ_NONE = -1 };

typedef enum ReadKind {
    READ_GAIN, /* who, track, n */
    READ_CHOOSE,
    READ_EACH, /* n (choose), filter, move */
    READ_WHEN,
    READ_ROLL, /* condition or n; first and second list */
    READ_OPTION,
    READ_TRIGGER, /* a trigger kind; first list */
    READ_MODIFY,  /* who, modifier, n, duration */
    READ_DRAW,
    READ_DISCARD, /* who, n */
    READ_IMPOSE,
    READ_LIFT, /* who or READ_NONE: the card's side; tile */
    READ_LIFT_CHOICE,
    READ_RELEASE,  /* model */
    READ_VP_COUNT, /* divisor, n, filter */
    READ_REVEAL,
    READ_ALL, /* conditions: first member, they follow by `next` */
    READ_ANY,
    READ_COMPARE, /* who, track, n, least or most */
    READ_MORE,    /* who, track */
    READ_FORCE    /* tile */
} ReadKind;

/* What is said of a nation; READ_NONE where nothing is. */
typedef struct ReadFilter {
    uint32_t named;        /* 0: any */
    bool own, zero, rival; /* where it may stand; all, if nothing is said */
    bool closed, middle, open;
    bool near_line, outside_rival, has_role;
    int strictness;
    uint32_t needs; /* 0: any */
} ReadFilter;

typedef struct ReadNode {
    ReadKind kind;
    int next; /* in the same list */
    int first, second, condition;
    int who, track, n, divisor, what; /* what: tile, model, modifier, move or trigger kind */
    bool open, holds, at_least, for_the_game;
    ReadFilter filter;
} ReadNode;

typedef struct Reading {
    const Rules *rules;
    const char *at; /* what is not read yet */
    int count;
    ReadNode node[READ_NODES];
} Reading;

/* Reads a whole text; READ_NONE, with `at` where it stopped, if it is not understood.  Else the first
 * node of its list. */
int reading_read(Reading *reading, const Rules *rules, const char *text);
/* The same of a Chinese text. */
int reading_read_zh(Reading *reading, const Rules *rules, const char *text);

/* Whether two lists, of two readings, say the same. */
bool reading_same(const Reading *a, int first_a, const Reading *b, int first_b);

#endif
