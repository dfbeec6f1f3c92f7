/* Twins: events of shipped cards written by hand in C, for the benchmark's question what the card
 * machine costs.  A twin keeps its frame as the machine would - `next`, `left` and `chosen` of
 * tests/TRACE.md - so that a game of twins is in every decision, byte for byte, the game of the
 * cards.  The comment above each is the program that it replaces. */

#ifndef TPD_APP_BENCH_TWIN_H
#define TPD_APP_BENCH_TWIN_H

#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"

typedef struct Twin {
    const char *card; /* id; NULL for a program that belongs to no card */
    FrameKind kind;
    int number; /* of a program without a card: its place in Rules.program[kind] */
    NativeEvent event;
} Twin;

/* The two parts of the one list. */
extern const Twin twins_early[], twins_late[];
extern const int twins_early_count, twins_late_count;

enum { TWINS_MAX = 48 };

/* Two rule sets with the same deck, which holds nothing but twinned cards: in one the cards are
 * programs, in the other every program is a twin. */
typedef struct TwinDeck {
    Rules *cards, *twins;
    NativeEvent native[TWINS_MAX];
} TwinDeck;

/* Fails if the rules lack a twinned card.  The caller frees with twin_deck_clear(). */
Status twin_deck_init(TwinDeck *deck, const Rules *rules, Error *err);
void twin_deck_clear(TwinDeck *deck);

/* For the twins.  playout_random() is compiled as one function, card machine included: a twin, which
 * it calls through a pointer, is one too, or it would be held back by calls that cards do not make. */
#define TWIN_WHOLE __attribute__((flatten))

Frame *twin_frame(State *state);
/* Nations that a corner step toward the stack would move, and that are in no quadrant of the rival. */
uint32_t twin_reachable(const State *state, const Rules *rules, Stack stack);
/* Nations in rows of the other openness than the stack's. */
uint32_t twin_across(const State *state, const Rules *rules, Stack stack);
/* Nations that a step to the bloc's side would move. */
uint32_t twin_alignable(const State *state, const Rules *rules, Bloc bloc);
/* The frame comes to a choice of so many nations at instruction `next`. */
void twin_begin_choice(State *state, int next, int nations);
/* The nation that was picked moves. */
void twin_take(State *state, int nation, Move move, EventLog *log);
NativeChoice twin_pick_nation(uint32_t nations);
NativeChoice twin_pick_option(const State *state, const Rules *rules);

#endif
