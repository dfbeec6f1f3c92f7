/* A piece of a card program: what a constructor makes, and what lists of them are joined into.  Its
 * branches are numbered from 0; "what follows the piece" is its length, until the piece is placed. */

#ifndef TPD_SCRIPT_PIECE_H
#define TPD_SCRIPT_PIECE_H

#include <stddef.h>

#include "core/rules.h"
#include "core/vocab.h"

enum { PIECE_FILTERS_MAX = FILTERS_MAX };

typedef struct Piece {
    int length, trigger_length, condition_count, filter_count;
    Instruction instruction[PROGRAM_MAX];
    Instruction trigger[PROGRAM_MAX]; /* the list of its TRIGGER, if it has one; placed already */
    Condition condition[CONDITIONS_MAX];
    Filter filter[PIECE_FILTERS_MAX];
} Piece;

void piece_clear(Piece *piece); /* nothing in it */

/* One instruction that the next one follows. */
void piece_init(Piece *piece, Instruction instruction);
void piece_init_filter(Piece *piece, Instruction instruction, const Filter *filter);
void piece_init_condition(Piece *piece, const Condition *tree);
void piece_init_trigger(Piece *piece, TriggerKind kind, const Piece *body);

/* Puts `part` after `piece`.  NULL, or why they do not fit together; then `piece` is unchanged. */
const char *piece_append(Piece *piece, const Piece *part);

/* `piece` is a WHEN or an OPTION and its first list, which ends at `first_end`, and its second list:
 * makes both lists go on behind the whole. */
void piece_join_lists(Piece *piece, int first_end);

/* A piece in as few bytes as it needs. */
size_t piece_packed_size(const Piece *piece);
void piece_pack(void *packed, Piece *piece);
void piece_unpack(Piece *piece, const void *packed);

/* Makes the piece the program of a card.  NULL, or what is full. */
const char *piece_place(const Piece *piece, Rules *rules, int card);

#endif
