/* Card text is made from the card's program: card_text.c walks the program and knows its structure,
 * a grammar for each language (card_text_en.c, card_text_zh.c) has one phrase for each instruction,
 * filter part and condition. */

#ifndef TPD_TEXT_CARD_TEXT_H
#define TPD_TEXT_CARD_TEXT_H

#include <stdbool.h>

#include "core/rules.h"
#include "core/vocab.h"
#include "text/prose.h"
#include "text/voice.h"

struct CardText;
typedef struct CardText CardText;

/* One instruction that has no list, or several gains of one bloc that make one phrase. */
typedef struct Clause {
    const Instruction *item;
    int count;
} Clause;

/* What stands between the last two of a list and between those before. */
typedef struct Joints {
    const char *last, *next;
    bool spaced; /* a blank comes before the last where a number ends */
} Joints;

/* Phrases are written as in the middle of a sentence, and carry no stop. */
typedef struct Grammar {
    void (*clause)(CardText *text, const Clause *clause);
    /* Whether a phrase has no subject, which it then needs beside phrases that have one. */
    bool (*is_command)(const Clause *clause);
    /* Whether a phrase has joints in it, so that it needs stronger ones around it. */
    bool (*is_heavy)(const CardText *text, const Clause *clause);
    /* A comparison or a control in force; or its contrary. */
    void (*test)(CardText *text, const Condition *node, bool holds);
    const char *stop, *gap;              /* after a sentence, between two */
    const char *regardless;              /* before what happens whether a condition held or not */
    const char *when, *roll, *roll_most; /* a condition; a die of {n} or more, of its most */
    const char *comma, *otherwise, *block_else; /* before a list, its second list, as a block */
    const char *stop_else;                      /* between two short ones */
    const char *option, *or_list;               /* a choice, and before its second list */
    const char *option_block, *or_block;        /* the same of blocks */
    const char *trigger[TRIGGER_COUNT];         /* what a list waits for */
    const char *block, *block_end;              /* around lists that have lists in them */
    Joints list, heavy_list, all_of, any_of;
    const char *group, *group_end; /* around conditions joined otherwise than those around them */
} Grammar;

extern const Grammar grammar_en, grammar_zh;

struct CardText {
    const Voice *voice;
    const Rules *rules;
    const Grammar *grammar;
    int card;                    /* whose program it is */
    CardSide side;               /* of the card; neutral where there is none */
    const Instruction *program;  /* what is being told */
    int length;                  /* of it */
    bool outermost[PROGRAM_MAX]; /* instructions that stand in no list of another */
    bool names_you;              /* commands need a subject */
    Prose out;
};

/* Whether the same bloc has gained (or lost) of the same track already when this gain in a list is
 * reached: it gains more. */
bool card_text_is_more(const CardText *text, const Instruction *gain);

/* Who imposes or lifts a control: the card's own side, or somebody who must be named. */
bool card_text_is_own(const CardText *text, Tile tile);

#endif
