/* What a table shows to one seat before anything is drawn: all of it comes from the seat's View. */

#ifndef TPD_UI_SCENE_H
#define TPD_UI_SCENE_H

#include <stdbool.h>

#include "core/action.h"
#include "core/explain.h"
#include "core/rules.h"
#include "core/score.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "text/voice.h"

enum { CODE_SIZE = 16 };

typedef struct Scene {
    const Rules *rules;
    const Voice *voice;
    View view;
    Seat chooser;     /* whose choice it is; SEAT_NOBODY when the game is over */
    ActionList legal; /* of that choice; empty where it is not the viewer's to see */
    State ahead;      /* the position after the market, if the actions ended now */
    Outlook outlook;
    Score score;                       /* of that position */
    bool tried;                        /* `ahead` follows a choice that is only pointed at */
    char code[NATIONS_MAX][CODE_SIZE]; /* the mark of each nation on its piece */
} Scene;

/* Looks at the match as it stands now.  A choice that shows a hand (headline, play) is listed for its
 * own seat only. */
void scene_look(Scene *scene, const Match *match, const Voice *voice, Seat viewer);
/* The same of any position. */
void scene_look_at(Scene *scene, const State *state, const Rules *rules, const Voice *voice,
                   Seat viewer);
/* Whether what is to be chosen shows the chooser's hand. */
bool scene_is_private(const State *state, const Rules *rules);
/* Lets `ahead` follow from a legal choice that has not been made. */
void scene_try(Scene *scene, Action action);
/* The index in the legal list, -1: not legal. */
int scene_find(const Scene *scene, Verb verb, int argument);

/* scene_code.c */
void scene_codes(char code[NATIONS_MAX][CODE_SIZE], const Voice *voice, const Rules *rules);

/* scene_effect.c: what a choice costs and does, "Datacentres 3→4, compute +1"; "" where only its card
 * can tell. */
void scene_effect(char *out, int size, const Scene *scene, Action action);
/* scene_refusal.c: why an operation cannot be chosen now, in one sentence; "" if it can. */
void scene_refusal(char *out, int size, const Scene *scene, Action action);
/* The number that its cost is, to be explained; NUMBER_COUNT: it costs a point only. */
Question scene_cost_question(const Scene *scene, Action action);
/* What the operation costs; `capital` says in which currency.  0: nothing but its point. */
int scene_cost(const Scene *scene, Action action, bool *capital);

#endif
