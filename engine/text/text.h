/* What the game says in a voice's language: labels of all there is, what actions do, what happened,
 * and what cards say, made from their programs.  Functions that write into `out` end it with a zero,
 * cut it to whole characters where it does not fit, and return the length written. */

#ifndef TPD_TEXT_TEXT_H
#define TPD_TEXT_TEXT_H

#include "core/action.h"
#include "core/event.h"
#include "core/rules.h"
#include "core/score.h"
#include "core/state.h"
#include "core/vocab.h"
#include "text/voice.h"

enum {
    LABEL_TEXT_SIZE = 256,      /* a label, a title; zeros included, here and below */
    ACTION_LABEL_SIZE = 384,    /* an action in words */
    EVENT_TEXT_SIZE = 512,      /* a line of the log */
    CARD_TEXT_SIZE = 32 * 1024, /* what a card of 200 instructions says */
};

/* Labels: borrowed, as they stand alone or after a colon. */
const char *text_bloc(const Voice *voice, Bloc bloc);
const char *text_stack(const Voice *voice, Stack stack); /* "US closed" */
/* Of a 2-seat game the bloc, of a 4-seat game the stack. */
const char *text_seat(const Voice *voice, int seat_count, Seat seat);
const char *text_track(const Voice *voice, Track track);
const char *text_track_meaning(const Voice *voice, Track track);
const char *text_tile(const Voice *voice, Tile tile);         /* "CHIPS" */
const char *text_tile_meaning(const Voice *voice, Tile tile); /* "export controls on chips" */
const char *text_licence(const Voice *voice, Licence licence);
const char *text_phase(const Voice *voice, Phase phase);
const char *text_ending(const Voice *voice, Ending ending);
const char *text_era(const Voice *voice, Era era);
const char *text_card_side(const Voice *voice, CardSide side);
const char *text_system(const Voice *voice, System system);
const char *text_need(const Voice *voice, Need need);
const char *text_role(const Voice *voice, Role role); /* "" for none */
const char *text_modifier(const Voice *voice, Modifier modifier);
const char *text_verb(const Voice *voice, Verb verb);         /* "Train", without what it does */
const char *text_verb_meaning(const Voice *voice, Verb verb); /* "frontier +1 for compute" */
const char *text_decision(const Voice *voice, DecisionKind decision);
const char *text_score_item(const Voice *voice, ScoreItem item);

/* Texts of the rule set. */
const char *text_nation(const Voice *voice, const Rules *rules, int nation);
const char *text_scenario(const Voice *voice, const Rules *rules, int scenario);
const char *text_scenario_summary(const Voice *voice, const Rules *rules, int scenario);
/* `slot`: a parameter's first. */
const char *text_param_meaning(const Voice *voice, const Rules *rules, int slot);

/* "E05 Venture Flood · US · early · 3 operation points · needs valuation"; a * marks a card that its
 * event removes. */
int text_card_head(char *out, int size, const Voice *voice, const Rules *rules, int card);
/* A {Nation-Id} in a title or concept line takes the nation's label. */
int text_card_title(char *out, int size, const Voice *voice, const Rules *rules, int card);
int text_card_concept(char *out, int size, const Voice *voice, const Rules *rules, int card);
/* What the card does, as it would be printed on it; an ellipsis ends it where it had to be cut. */
int text_card_event(char *out, int size, const Voice *voice, const Rules *rules, int card);
/* What the frame on top asks its seat, as the card puts it: "Choose 2 nations on your side: …" with
 * what is left to choose.  0 where it is no card, contract, hearts or hedging that asks. */
int text_question(char *out, int size, const Voice *voice, const Rules *rules, const State *state);
/* The list that answer `option` (0 or 1) of the option waiting in the frame on top would run. */
int text_option(char out[CARD_TEXT_SIZE], const Voice *voice, const Rules *rules,
                const State *state, int option);

/* An action in words: "Court India: toward open models". */
int text_action(char *out, int size, const Voice *voice, const Rules *rules, Action action);

/* One line of the log, without a full stop.  0 where an event needs no line: what another one says
 * already.  A card below 0 (in DREW, COMMITTED) is one that the reader may not know. */
int text_event(char out[EVENT_TEXT_SIZE], const Voice *voice, const Rules *rules,
               const Event *event, int seat_count);

#endif
