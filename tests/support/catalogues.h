/* Catalogues for tests: .mo files made in memory, and the Chinese one of this build. */

#ifndef TPD_TESTS_SUPPORT_CATALOGUES_H
#define TPD_TESTS_SUPPORT_CATALOGUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/voice.h"

typedef struct Pair {
    const char *id, *translation;
    size_t size; /* of an id with a zero in it; 0: up to its end */
} Pair;

enum { MO_SIZE = 2048 };

/* Writes a .mo file of the pairs, whose ids are sorted; `swapped`: in the other byte order.  Returns
 * its size. */
size_t mo_write(uint8_t bytes[MO_SIZE], const Pair *pairs, int count, bool swapped);

/* The same as a catalogue; a fault fails the test. */
Catalogue *catalogue_make(const Pair *pairs, int count, bool swapped);

/* The voice of this build's Chinese; false where msgfmt has not made it.  Close its catalogue. */
bool chinese_voice(Voice *voice);

#endif
