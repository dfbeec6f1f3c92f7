/* Within the handbook's blocks: what they share. */

#ifndef TPD_TEXT_HANDBOOK_PARTS_H
#define TPD_TEXT_HANDBOOK_PARTS_H

#include "core/rules.h"
#include "text/handbook.h"
#include "text/handbook_layout.h"
#include "text/prose.h"
#include "text/voice.h"

enum { BLOCK_LINE_SIZE = 4096, BLOCK_PART_SIZE = 1024 };

/* A line of the page, in the voice's language. */
void block_words(HandbookLayout *layout, const Handbook *book, const char *msgid);
void block_format(HandbookLayout *layout, const Handbook *book, const char *msgid,
                  const TextArgument *arguments);
/* Puts one more behind a list. */
void block_list(Prose *list, const Handbook *book, const char *item);
/* The scenario whose start the page shows: the full game, else the first. */
int block_scenario(const Rules *rules);

void block_scenarios(HandbookLayout *layout, const Handbook *book);

#endif
