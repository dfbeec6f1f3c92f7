/* State: the whole position, hidden cards included.  A plain value: copy it with `=`, also in the
 * middle of a card's event; two equal positions have equal bytes.  This header is the game engine:
 * make a position, ask who chooses among what, apply a choice, until the game is over. */

#ifndef TPD_CORE_STATE_H
#define TPD_CORE_STATE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/action.h"
#include "core/event.h"
#include "core/rules.h"
#include "core/status.h"
#include "core/vocab.h"

typedef enum CardSet {
    SET_HAND, /* SET_HAND + seat */
    SET_DECK = SET_HAND + SEATS_MAX,
    SET_DISCARD,
    SET_REMOVED,
    SET_COUNT
} CardSet;

enum {
    FRAMES_MAX = 8,
    STATE_TEXT_SIZE = 16384, /* bytes of a state text, its zero included */
};

#pragma GCC diagnostic push
#pragma GCC diagnostic error \
    "-Wpadded" /* equality compares every byte, so every unused byte is zero */

/* What is being resolved.  An unused frame is all zero bytes.  A frame in which nothing is left to
 * do is not on the stack. */
typedef struct Frame {
    uint8_t kind;    /* FrameKind */
    uint8_t card;    /* see FrameKind */
    uint8_t next;    /* number of the instruction to run next or being decided */
    uint8_t owner;   /* Bloc: "you" */
    uint8_t seat;    /* who chooses; FRAME_OPS: who spends */
    uint8_t left;    /* nations that the running choose may still take, this decision included */
    uint8_t points;  /* FRAME_OPS: operation points left */
    uint8_t culprit; /* Bloc that loses if Risk reaches its end now; 0 in FRAME_HEDGING */
    uint32_t chosen; /* nations the running choose has taken; FRAME_OPS: set of OperationLine */
} Frame;

typedef struct State {
    uint64_t seed;                /* key of all randomness; blanked in a View */
    uint64_t cards[SET_COUNT][2]; /* sets of card indices: the draw pile needs no order */
    int8_t nation_x[NATIONS_MAX], nation_y[NATIONS_MAX];
    int16_t track[TRACK_SLOTS];
    Frame frame[FRAMES_MAX];
    uint16_t shuffles, dice, discards;              /* `chance` of the state text */
    int8_t modifier[MODIFIER_COUNT][BLOC_COUNT][2]; /* [...][Duration] */
    uint8_t trigger[TRIGGER_COUNT][BLOC_COUNT];     /* card + 1; 0 = none */
    uint8_t headline[BLOC_COUNT];                   /* committed card + 1; 0 = none */
    uint8_t scenario, seat_count, round, phase, turn, first_bloc, frame_count;
    uint8_t shelved; /* bit per seat */
    uint8_t result;  /* 0 while the game goes on, else 1 + winner + 2 * ending */
    uint8_t reserved[7];
} State;
#pragma GCC diagnostic pop

_Static_assert(sizeof(State) <= 512, "State is copied once a playout: keep it small");

/* Each line at most once with one card (RULES.md section 5), in the order of TRACE.md's DONE. */
typedef enum OperationLine {
    LINE_TRAIN,
    LINE_OPTIMISE,
    LINE_INTEGRATE,
    LINE_DATACENTRE,
    LINE_SILICON,
    LINE_SAFEGUARD,
    LINE_API,
    LINE_OPEN,
    LINE_CONTROL,
    LINE_COURT,
    LINE_COUNT
} OperationLine;

typedef struct Setup {
    uint64_t seed;
    int scenario;   /* index into Rules.scenario */
    int seat_count; /* 2 or 4 */
} Setup;

/* What a decision is about: the word of a trace's decision line. */
typedef enum DecisionKind {
    DECISION_HEADLINE,
    DECISION_PLAY,
    DECISION_OPERATION,
    DECISION_PICK,
    DECISION_OPTION,
    DECISION_KIND_COUNT
} DecisionKind;
extern const char *const decision_name[DECISION_KIND_COUNT];

/* Words of the state text. */
extern const char *const line_name[LINE_COUNT], *const frame_name[FRAME_KIND_COUNT];

/* Set-up and the Start of round 1, up to the first decision. */
void state_init(State *state, const Rules *rules, const Setup *setup);

bool state_is_terminal(const State *state);
Seat state_current_seat(const State *state, const Rules *rules); /* not when terminal */
DecisionKind state_decision(const State *state, const Rules *rules);

/* Fills `list` in the order of TRACE.md R3; never empty before the end. */
void state_legal_actions(const State *state, const Rules *rules, ActionList *list);
bool state_is_legal(const State *state, const Rules *rules, Action action);

/* Plays a legal action and everything automatic after it, up to the next decision or the end.
 * `log` may be NULL. */
void state_apply(State *state, const Rules *rules, Action action, EventLog *log);

/* Pay-off per seat slot, 0..1000: 2 seats 1000 and 0; 4 seats 1000, 667, 333, 0 by the ranking of
 * RULES.md section 11.  Slots without a seat get 0.  Only when terminal. */
void state_returns(const State *state, const Rules *rules, int returns[SEATS_MAX]);
/* The seats from first to last place; count of seats is state->seat_count.  Only when terminal. */
void state_ranking(const State *state, const Rules *rules, Seat ranking[SEATS_MAX]);
Bloc state_winner(const State *state); /* only when terminal */
Ending state_ending(const State *state);

int state_bloc_vp(const State *state, Bloc bloc); /* pool and both stacks */

/* One line, the canonical text of TRACE.md R4; returns its length, below STATE_TEXT_SIZE. */
int state_print(char text[STATE_TEXT_SIZE], const State *state, const Rules *rules);
/* FNV-1a of that text: microseconds, for traces and journals only. */
uint64_t state_hash(const State *state, const Rules *rules);
bool state_equal(const State *a, const State *b);
/* The inverse of state_print for the game of `setup`.  Refuses any text that state_print would not
 * print of a position in which somebody chooses or the game is over (a phase=start is neither); on
 * failure `state` is untouched. */
Status state_parse(State *state, const Setup *setup, const char *text, const Rules *rules,
                   Error *err);

/* Every invariant of a position; a false one is described in `err`. */
Status state_check(const State *state, const Rules *rules, Error *err);

#endif
