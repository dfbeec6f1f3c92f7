/* Sets as words: count, first and n-th member. */

#ifndef TPD_CORE_BITS_H
#define TPD_CORE_BITS_H

#include <stdint.h>

int bits_count(uint64_t word);
int bits_first(uint64_t word); /* word != 0 */
int bits_last(uint64_t word);  /* word != 0 */
int bits_nth(uint64_t word,
             int n); /* the n-th set bit from below, n from 0, n < bits_count(word) */

#endif
