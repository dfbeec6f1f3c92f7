/* Trillion-Parameter Diplomacy as a library: games for programs that learn.  `pkg-config tpd` finds
 * it; scripts/capi/ has examples in C and in Python, which needs no compiler.
 *
 *     TpdRules *rules;                                    char error[TPD_ERROR_SIZE];
 *     TpdGame *game;                                      int32_t legal[TPD_LEGAL_MAX];
 *     if (tpd_rules_load(&rules, "rules", error) != TPD_OK) { puts(error); ... }
 *     if (tpd_game_new(&game, rules, error) != TPD_OK) { puts(error); ... }
 *     if (tpd_reset(game, "short", 2, seed, error) != TPD_OK) { puts(error); ... }
 *     while (!tpd_terminal(game)) {
 *         int count = tpd_legal(game, legal, NULL);
 *         tpd_step(game, legal[choose(tpd_seat(game), count)]);
 *     }
 *
 * Seats are 0 to 3: UC UO CC CO; a game of two seats has 0 (US) and 2 (China).  Blocs are 0 (US)
 * and 1 (China).  Cards, nations and scenarios have the numbers of their order in the rules.
 *
 * Threads: the library has no state of its own.  Rules may be shared by any number of threads; a
 * game is one thread's at a time, also for functions that only look.  All chance comes from the
 * seed of tpd_reset(): the same choices give the same game on every machine.
 *
 * Handles and buffers must not be NULL except where it says so; that ends the program, as does a
 * handle that has been freed.  What else the caller may get wrong is an answer below 0. */

#ifndef TPD_CAPI_TPD_H
#define TPD_CAPI_TPD_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define TPD_API __attribute__((visibility("default")))

/* Changes with every change of a function, number or slot that a caller could notice; the library's
 * file name ends with it.  A program compares it with tpd_abi_version(). */
#define TPD_ABI_VERSION 1

enum {
    TPD_ACTION_COUNT = 1024, /* numbers of actions are below this: the length of a mask */
    TPD_LEGAL_MAX = 128,     /* a list of legal actions is never longer */
    TPD_SEAT_COUNT = 4,
    TPD_VIEW_SIZE = 988,   /* slots of a view vector */
    TPD_TEXT_SIZE = 64,    /* bytes of the text of an action, its zero included */
    TPD_NAME_SIZE = 64,    /* bytes of the name of a slot, its zero included */
    TPD_ERROR_SIZE = 1024, /* bytes of a message, its zero included */
};

enum {
    TPD_OK = 0,
    TPD_ILLEGAL = -1, /* not allowed now */
    TPD_PARSE = -2,   /* a word, number or rule that is not what it should be */
    TPD_IO = -3,      /* a file that cannot be read */
    TPD_MEMORY = -4,
    TPD_FULL = -5, /* rules that are too many */
};

typedef struct TpdRules TpdRules;
typedef struct TpdGame TpdGame;

TPD_API int tpd_abi_version(void);
TPD_API int tpd_action_count(void); /* TPD_ACTION_COUNT, for callers who do not read headers */
TPD_API int tpd_view_size(void);    /* TPD_VIEW_SIZE, likewise */

/* Wherever `error` stands, it is NULL or the caller's buffer of TPD_ERROR_SIZE bytes.  It gets one
 * line that says what is wrong, with file and line, and is left alone when nothing is. */

/* Reads a directory of rules.  They must outlive their games. */
TPD_API int tpd_rules_load(TpdRules **rules, const char *directory, char *error);
TPD_API void tpd_rules_free(TpdRules *rules); /* or NULL */
TPD_API uint64_t tpd_rules_hash(const TpdRules *rules);

/* The id behind a number; NULL behind the last one.  It lives as long as the rules. */
TPD_API const char *tpd_card_id(const TpdRules *rules, int card);
TPD_API const char *tpd_nation_id(const TpdRules *rules, int nation);
TPD_API const char *tpd_scenario_id(const TpdRules *rules, int scenario);

/* A new game stands at the start of scenario 0 with 2 seats and seed 0. */
TPD_API int tpd_game_new(TpdGame **game, const TpdRules *rules, char *error);
TPD_API TpdGame *tpd_clone(const TpdGame *game); /* a game of its own; NULL: out of memory */
TPD_API void tpd_copy(TpdGame *to, const TpdGame *from); /* clone without allocation */
TPD_API void tpd_game_free(TpdGame *game);               /* or NULL */

/* Begins another game of the same rules; `seats` is 2 or 4.  On failure the game is as it was. */
TPD_API int tpd_reset(TpdGame *game, const char *scenario, int seats, uint64_t seed, char *error);

TPD_API int tpd_terminal(const TpdGame *game); /* 1: the game is over, 0: it goes on */
TPD_API int tpd_seat(const TpdGame *game);     /* the seat that chooses; -1 when the game is over */

/* The numbers of the legal actions, in the order of the rules: returns how many there are, 0 when
 * the game is over.  `actions` has room for TPD_LEGAL_MAX; of the TPD_ACTION_COUNT bytes of `mask`
 * those of legal actions become 1 and all others 0.  Either may be NULL. */
TPD_API int tpd_legal(TpdGame *game, int32_t *actions, uint8_t *mask);

/* Plays an action and all that follows from it up to the next choice.  TPD_ILLEGAL, also for a
 * number that no action has: nothing has happened. */
TPD_API int tpd_step(TpdGame *game, int action);

/* What each seat gets, 0 to 1000 (a win), 0 where nobody sits; or TPD_ILLEGAL before the end. */
TPD_API int tpd_returns(const TpdGame *game, int32_t returns[TPD_SEAT_COUNT]);

/* Hash of the whole position, as in the lines of `tpd trace`. */
TPD_API uint64_t tpd_hash(const TpdGame *game);

/* The text of an action, `court align India`; returns its length, or TPD_PARSE for a number that
 * no action of these rules has. */
TPD_API int tpd_action_text(const TpdRules *rules, int action, char text[TPD_TEXT_SIZE]);
/* The number of the action with this text, legal now or not; or TPD_PARSE. */
TPD_API int tpd_action_number(const TpdRules *rules, const char *text, char *error);

/* What `seat` may know, or a spectator with -1.  TPD_PARSE if nobody sits there.  All that it is
 * not told of (hands, draw pile, hidden headline and plateau, seed) makes no difference to it. */
TPD_API int tpd_view(const TpdGame *game, int seat, int16_t view[TPD_VIEW_SIZE]);

/* The name of a slot, as in the table below: returns its length, or TPD_PARSE.  A run of several
 * slots has the index behind a point: `hand_count.UC`, `track.P`, `hand.17`, `frame_chosen.0.5`. */
TPD_API int tpd_view_name(int slot, char name[TPD_NAME_SIZE]);

/* The numbers of actions: the verb's, plus that of the card, tile, nation or option.  They
 * are the same in every position and game.  A card has its number in the rules, with room for
 * 128: cards in a file that sorts behind the others change no number of an action.  Numbers that no
 * action of the rules has, and those from 924 on, are never legal.
 *
 *     headline                0  card, 128 numbers
 *     event                 128  card, 128 numbers
 *     ops                   256  card, 128 numbers
 *     ops-event             384  card, 128 numbers
 *     event-ops             512  card, 128 numbers
 *     shelve                640  card, 128 numbers
 *     train                 768
 *     optimise              769
 *     integrate             770
 *     build datacentre      771
 *     build silicon         772
 *     release api           773
 *     release open          774
 *     release conditional   775
 *     impose                776  tile, 5: CHIPS EQUIP ACCESS MINERALS DATA
 *     lift                  781  tile, 5: CHIPS EQUIP ACCESS MINERALS DATA
 *     safeguard trust       786
 *     safeguard risk        787
 *     court align           788  nation, 32
 *     court open            820  nation, 32
 *     court close           852  nation, 32
 *     stop                  884
 *     pick                  885  nation, 32
 *     pick                  917  tile, 5: CHIPS EQUIP ACCESS MINERALS DATA
 *     option                922  1 or 2 */

/* The first slot of each run of a view vector.  In brackets: what it has a slot of, if not one.
 *     seat 4, bloc 2, nation 32, card 128   by number; a card or nation that is not there is 0
 *     track 48     tracks in the order of the state text (tests/TRACE.md R4), each for everyone who
 *                  has one; the rest is 0
 *     trigger 4    release US, release CN, control US, control CN
 *     modifier 12  INTEGRATE SERVE REVENUE, each US round, US game, CN round, CN game
 *     frame 8      what is being resolved, the first slot what asks now; all 0 where there is less
 *     chosen 256   8 frames of 32: nations, or lines of operations in the order of the state text
 * Card, seat and bloc 0 are real ones: what a frame says counts only where its kind is not 0. */
enum {
    TPD_VIEW_VIEWER = 0,         /* seat that looks; -1 nobody's */
    TPD_VIEW_MOVER = 1,          /* seat that chooses; -1 when the game is over */
    TPD_VIEW_DECISION = 2,       /* 0 headline 1 play 2 operation 3 pick 4 option; -1 game over */
    TPD_VIEW_SCENARIO = 3,       /* number of the scenario */
    TPD_VIEW_SEATS = 4,          /* how many seats play: 2 or 4 */
    TPD_VIEW_ROUND = 5,          /* the round, from 1 */
    TPD_VIEW_ROUNDS = 6,         /* how many there are */
    TPD_VIEW_PHASE = 7,          /* 0 headline 1 action 2 scoring 3 start 4 end */
    TPD_VIEW_TURN = 8,           /* cards that were played in this round, passes included */
    TPD_VIEW_FIRST = 9,          /* bloc that acts first in this round */
    TPD_VIEW_WINNER = 10,        /* bloc that has won; -1 while the game goes on */
    TPD_VIEW_ENDING = 11,        /* 0 points 1 hegemony 2 catastrophe; -1 while the game goes on */
    TPD_VIEW_POINTS = 12,        /* operation points left, while they are spent; else 0 */
    TPD_VIEW_SHELVED = 13,       /* [seat] 1: has shelved a card in this round */
    TPD_VIEW_HAND_COUNT = 17,    /* [seat] cards in the hand */
    TPD_VIEW_DECK_COUNT = 21,    /* cards in the draw pile */
    TPD_VIEW_COMMITTED = 22,     /* [bloc] 1: has committed a headline that is not revealed */
    TPD_VIEW_HEADLINE = 24,      /* [bloc] the committed card; -1 none, or hidden from the viewer */
    TPD_VIEW_TRIGGER = 26,       /* [trigger] the card by which the bloc waits; -1 none */
    TPD_VIEW_MODIFIER = 30,      /* [modifier] sum of the modifiers */
    TPD_VIEW_VP = 42,            /* [bloc] victory points: pool and both stacks */
    TPD_VIEW_TRACK = 44,         /* [track] the number on the track; a hidden plateau reads 10 */
    TPD_VIEW_NATION_X = 92,      /* [nation] column, -3 to 3: below 0 toward the US */
    TPD_VIEW_NATION_Y = 124,     /* [nation] row, -3 to 3: above 0 toward open models */
    TPD_VIEW_HAND = 156,         /* [card] 1: in the viewer's hand */
    TPD_VIEW_UNSEEN = 284,       /* [card] 1: hidden: in another hand, the draw pile, committed */
    TPD_VIEW_DISCARD = 412,      /* [card] 1: in the discard pile */
    TPD_VIEW_REMOVED = 540,      /* [card] 1: out of the game */
    TPD_VIEW_FRAME_KIND = 668,   /* [frame] 0 none 1 ops 2 event 3 trigger 4 hearts 5 hedging */
    TPD_VIEW_FRAME_CARD = 676,   /* [frame] card; of hearts 0 is the contract, 1 the hearts */
    TPD_VIEW_FRAME_NEXT = 684,   /* [frame] instruction of the event that asks or comes next */
    TPD_VIEW_FRAME_OWNER = 692,  /* [frame] bloc whose event it is */
    TPD_VIEW_FRAME_SEAT = 700,   /* [frame] seat that chooses or spends */
    TPD_VIEW_FRAME_LEFT = 708,   /* [frame] nations still to choose, this one included */
    TPD_VIEW_FRAME_POINTS = 716, /* [frame] operation points left */
    TPD_VIEW_FRAME_CULPRIT = 724, /* [frame] bloc that loses if risk reaches its end */
    TPD_VIEW_FRAME_CHOSEN = 732,  /* [chosen] 1: chosen before; of ops: line used before */
};

#ifdef __cplusplus
}
#endif

#endif
