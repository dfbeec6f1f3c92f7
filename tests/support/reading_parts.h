/* What the readers of both languages share. */

#ifndef TPD_TESTS_SUPPORT_READING_PARTS_H
#define TPD_TESTS_SUPPORT_READING_PARTS_H

#include "support/reading.h"

/* Takes the words if they come next; a sentence may begin them with a capital. */
bool reading_take(Reading *reading, const char *words);
/* The index of the first of the words that comes next, which is taken; READ_NONE if none does. */
int reading_take_one(Reading *reading, const char *const words[], int count);
/* A minus before it is U+2212. */
bool reading_take_number(Reading *reading, int *n);

int reading_new_node(Reading *reading, ReadKind kind);
/* Links a node behind another; `first` is the list's. */
void reading_link(Reading *reading, int *first, int *last, int node);
int reading_last(const Reading *reading, int node);

ReadFilter reading_any_nation(void);

#endif
