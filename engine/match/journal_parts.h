/* What the files of the journal share: its words. */

#ifndef TPD_MATCH_JOURNAL_PARTS_H
#define TPD_MATCH_JOURNAL_PARTS_H

#include "match/journal.h"

/* Each list ends in NULL, for vocab_find(). */
extern const char *const journal_by[];   /* by MatchBy */
extern const char *const journal_item[]; /* by Item */

enum { ITEM_DIGITS = 8 }; /* of an item's hash that a journal keeps */
uint32_t journal_item_hash(const Rules *rules, Item kind, int index);

enum { JOURNAL_HINT_SIZE = 64 };
int journal_print_item(char line[JOURNAL_HINT_SIZE], const Rules *rules, Item kind, int index);

/* Which seats a game has: for (Seat s = 0; s < SEATS_MAX; s += journal_seat_step(count)). */
int journal_seat_step(int seat_count);

/* The word as it stands in a journal, in quotes where it needs them; returns its length, below
 * 2 * strlen(word) + 3.  `word` holds no control character. */
int journal_quote(char *text, int size, const char *word);
bool journal_is_word(const char *word); /* no control character */
/* Takes a word, in quotes or not, off `*text` up to a blank or the end; false if there is none, or
 * one longer than `size` or written otherwise than journal_quote() writes it. */
bool journal_take_word(const char **text, char *word, int size);

/* journal_head.c: reads up to the `round` line, and begins the history. */
typedef struct JournalReader {
    Journal *journal;
    LineReader *lines;
    const Rules *rules;
    Error *err;
    const char *line; /* the next one; NULL at the end of the file */
} JournalReader;

Status journal_read_head(JournalReader *reader);

/* Goes to the next line. */
Status journal_next(JournalReader *reader);
/* The fault of a line, with its place before it. */
Status journal_fault(JournalReader *reader, const char *format, ...) TPD_PRINTF(2, 3);
/* "expected …, found 'the line'", or found the end of the file. */
Status journal_expected(JournalReader *reader, const char *what);
/* ", did you mean 'X'?", or nothing where no word of the list is close. */
const char *journal_hint(char hint[JOURNAL_HINT_SIZE], const char *const words[], const char *word);
/* "a, b or c", cut with "…" where it is long. */
enum { JOURNAL_LIST_SIZE = 240 };
const char *journal_list(char list[JOURNAL_LIST_SIZE], const char *const words[]);

/* Takes `word` off the beginning of `*text`; false, and nothing is taken, if it is not there. */
bool journal_accept(const char **text, const char *word);
/* Takes the digits of a number up to `most` off `*text`; no leading zeros. */
bool journal_take_number(const char **text, uint64_t *number, uint64_t most);

#endif
