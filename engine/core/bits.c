#include "core/bits.h"

int bits_count(uint64_t word)
{
    return __builtin_popcountll(word);
}

int bits_first(uint64_t word)
{
    return __builtin_ctzll(word);
}

int bits_nth(uint64_t word, int n)
{
    for (; n > 0; n--) {
        word &= word - 1;
    }
    return bits_first(word);
}
