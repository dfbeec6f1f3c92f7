#include "core/bits.h"

int bits_count(uint64_t word)
{
    return __builtin_popcountll(word);
}

int bits_first(uint64_t word)
{
    return __builtin_ctzll(word);
}

int bits_last(uint64_t word)
{
    return 63 - __builtin_clzll(word);
}

#define EACH_BYTE(value) (UINT64_C(0x0101010101010101) * (value))

/* How many bytes of `sums` are at most n; all are below 128. */
static int bytes_at_most(uint64_t sums, int n)
{
    return bits_count((EACH_BYTE((uint64_t)n | 0x80) - sums) & EACH_BYTE(0x80));
}

/* Select by broadword arithmetic, without a branch: a random choice would mispredict it.
 * S. Vigna, Broadword implementation of rank/select queries, WEA 2008. */
int bits_nth(uint64_t word, int n)
{
    uint64_t sums = word - (word >> 1 & EACH_BYTE(0x55));
    sums = (sums & EACH_BYTE(0x33)) + (sums >> 2 & EACH_BYTE(0x33));
    sums = ((sums + (sums >> 4)) & EACH_BYTE(0x0F)) * EACH_BYTE(1); /* bits up to each byte */
    int place = 8 * bytes_at_most(sums, n);
    n -= (int)(sums << 8 >> place & 0xFF);
    uint64_t spread = EACH_BYTE(word >> place & 0xFF) & UINT64_C(0x8040201008040201);
    uint64_t ones = (spread + EACH_BYTE(0x7F)) >> 7 & EACH_BYTE(1); /* a byte a bit of the byte */

    return place + bytes_at_most(ones * EACH_BYTE(1), n);
}
