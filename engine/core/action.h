/* An action is one small choice by one seat; tests/TRACE.md R3 gives its text and the order of
 * lists.  Every action has a fixed number, for tables and masks. */

#ifndef TPD_CORE_ACTION_H
#define TPD_CORE_ACTION_H

#include <stdbool.h>
#include <stdint.h>

#include "core/rules.h"
#include "core/status.h"

enum {
    ACTIONS_MAX = 128,       /* a legal list is never longer */
    ACTION_TEXT_SIZE = 64,   /* bytes of an action's text, its zero included */
    ACTION_NUMBER_MAX = 1024 /* numbers are below this, whatever the rules */
};

typedef struct Action {
    uint8_t verb;     /* Verb */
    uint8_t argument; /* card, tile, nation or option (0 or 1) as the verb wants; else 0 */
    uint8_t reserved[2];
} Action;

typedef struct ActionList {
    int count;
    Action item[ACTIONS_MAX];
} ActionList;

bool action_equal(Action a, Action b);

/* The canonical text; returns its length. */
int action_print(char text[ACTION_TEXT_SIZE], Action action, const Rules *rules);

/* Reads a canonical text: any action of the rules, legal now or not. */
Status action_parse(Action *action, const char *text, const Rules *rules, Error *err);

/* 0 .. ACTION_NUMBER_MAX - 1, the same for every rule set and position. */
int action_number(Action action);
bool action_from_number(Action *action, int number);

#endif
