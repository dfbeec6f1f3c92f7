/* Matches for tests: who sits there, and playing on without a fault. */

#ifndef TPD_TESTS_SUPPORT_MATCHES_H
#define TPD_TESTS_SUPPORT_MATCHES_H

#include "match/match.h"

MatchSeat seat_human(void);
MatchSeat seat_bot(const BotType *type);

/* The game of the shipped rules. */
Setup matches_game(const char *scenario, int seats, uint64_t seed);

/* All seats of the game are `seat`'s. */
MatchSetup matches_setup(Setup game, MatchSeat seat);

/* A new match, a resumed one: a fault ends the test with its line. */
Match *matches_begin(const MatchSetup *setup);
Match *matches_resume(const MatchSetup *setup);

/* The bots choose until a person has to, or the game is over. */
void matches_let_bots_play(Match *match);

/* Submits the action of this text, by hand. */
void matches_choose(Match *match, const char *text);

/* A file's whole text, to be freed; a zero byte follows it. */
char *matches_read(const char *path, size_t *size);
void matches_write(const char *path, const char *bytes, size_t size);

/* A journal that is going to be in a folder of its own. */
enum { PATH_SIZE = 2048 };
typedef struct Place {
    char folder[PATH_SIZE], path[PATH_SIZE];
} Place;

Place place_new(void);
void place_free(const Place *place); /* the end of the test if anything else was left there */
/* Records a whole game by random bots, and returns the text. */
char *place_record(const Place *place, Setup game, size_t *size);
/* Resumes the journal, and lets the bots play on. */
void place_play_on(const Place *place);
/* Ends the test unless the file holds these bytes; `cut` is for the message. */
void place_expect(const Place *place, const char *text, size_t size, size_t cut);

#endif
