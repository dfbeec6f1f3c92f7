/* A journal is a game in text: save, resume, replay, bug report, fixture.  It is read strictly, by
 * playing it, and only ever added to; reading runs nothing that it names. */

#ifndef TPD_MATCH_JOURNAL_H
#define TPD_MATCH_JOURNAL_H

#include "match/history.h"
#include "match/lines.h"
#include "match/seat.h"

/* Format 1.  One line is one write, ends with a line feed and has at most 64 KiB, a file at most
 * 256 MiB.  Words stand one blank apart; everything is named by its id.
 *
 *   journal 1 scenario=short seats=2 seed=7 rules=0123456789abcdef   rules: Rules.hash
 *   seat US=human                 for each seat, in order: human, or the spec of its bot
 *   item card:E01=89abcdef        for each card, nation, scenario and param in the order of the
 *                                 rules: the first 8 digits of its hash, to tell what differs
 *   state round=3 phase=…         only where the game does not begin with its set-up
 *   round 1 h=0123456789abcdef    the hash of the position in which the first decision of a round is
 *                                 made (its deal and income are done).  Here it is the position in
 *                                 which the journal begins; later the line follows the decision
 *                                 that led from one round into another
 *   0 US headline E06 by=hand t=12        decision, as in a trace: number, seat, action; then marks
 *   1 CN stop by=bot fault="no answer"    a forfeited one: the bot failed, the first legal action was
 *                                         played
 *   undo 0 by=hand take-back=1    the next decision is number 0 again.  The mark take-back=1 must be
 *                                 there where the undo goes behind something revealed or another
 *                                 seat's choice (history_undo_kind)
 *   seat CN bot greedy.lua        the seat changes hands: `human`, or `bot` and its spec if known
 *   end winner=US seat=US ending=points vp=45,41 decisions=31 h=…     as in a trace; follows the
 *                                 decision that ends the game, and counts those that stand
 *
 * Marks: by= (hand, vote, teacher, timeout, bot) and t= (seconds that the choice took) may stand behind a
 * decision, an undo or a change of seats, each once and in any order; nothing depends on them but
 * how far an undo goes.  A decision without by= is by the bot where one has the seat, else by hand.
 * A word with blanks, quotes, backslashes or no letters stands in double quotes, with \" and \\. */

enum {
    JOURNAL_LINE_SIZE = 4 * 1024,  /* of a line behind the head */
    JOURNAL_HEAD_SIZE = 64 * 1024, /* of all lines before the first round line */
    JOURNAL_FAULT_SIZE = 512,      /* of the text of a fault */
};

typedef struct JournalMarks {
    int by;       /* MatchBy; -1: none */
    long seconds; /* -1: none */
    bool take_back;
    char fault[JOURNAL_FAULT_SIZE]; /* "": none */
} JournalMarks;

typedef struct Journal {
    History history;
    MatchSeat seat[SEATS_MAX]; /* as they sit at the end of the file, without their types */
    int faults[SEATS_MAX];     /* forfeited decisions, also of those taken back */
    bool owes;                 /* the file ends before the round or end line that must come next */
    long long size;            /* bytes of the whole lines */
} Journal;

/* Plays the journal to its end.  Where `lines` may be cut, it may end before a line that is owed. */
Status journal_read(Journal *journal, LineReader *lines, const Rules *rules, Error *err);
void journal_clear(Journal *journal);

/* Lines without their ends; each returns its length. */
int journal_print_head(char text[JOURNAL_HEAD_SIZE], const History *history,
                       const MatchSeat seat[SEATS_MAX], bool with_state);
int journal_print_decision(char line[JOURNAL_LINE_SIZE], const History *history, Action action,
                           const JournalMarks *marks);
int journal_print_undo(char line[JOURNAL_LINE_SIZE], int to, const JournalMarks *marks);
int journal_print_seat(char line[JOURNAL_LINE_SIZE], int seat_count, Seat seat,
                       const MatchSeat *player);
int journal_print_end(char line[JOURNAL_LINE_SIZE], const State *state, const Rules *rules,
                      uint64_t decisions);
/* The line that the last decision, or the beginning, owes; 0 if it owes none. */
int journal_print_owed(char line[JOURNAL_LINE_SIZE], const History *history);

/* What a file of journal lines is while it is written to. */
typedef struct JournalFile {
    FILE *file; /* NULL: there is none */
    char *path; /* owned */
    bool sync;
    long long size;
} JournalFile;

/* A new file with this head: it is there as a whole or not at all. */
Status journal_create(JournalFile *journal, const char *path, const char *head, Error *err);
/* An old one, locked for this program, to be read from its beginning. */
Status journal_open(JournalFile *journal, const char *path, Error *err);
/* Cuts off what follows the first `size` bytes. */
Status journal_cut(JournalFile *journal, long long size, Error *err);
Status journal_append(JournalFile *journal, const char *line, Error *err);
void journal_close(JournalFile *journal);

#endif
