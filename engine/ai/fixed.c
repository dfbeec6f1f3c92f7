#include "ai/fixed.h"

/* Numbers between 0 and 2 are kept in parts of 2^31, so that a product of two fits. */
enum { UNIT_BITS = 31 };

/* Each squaring of what is between 1 and 2 gives one more binary digit of its logarithm: D. Knuth,
 * The Art of Computer Programming 1, section 1.2.2, exercise 25. */
uint32_t fixed_log(uint32_t n)
{
    enum { DIGITS = 24 };
    const uint64_t ln2 = UINT64_C(1488522236); /* round(2^31 ln 2) */
    const int spare = UNIT_BITS + DIGITS - FIXED_BITS;
    int whole = UNIT_BITS - __builtin_clz(n);
    uint64_t x = (uint64_t)n << (UNIT_BITS - whole);
    uint64_t log2 = (uint64_t)whole;

    for (int digit = 0; digit < DIGITS; digit++) {
        x = x * x >> UNIT_BITS;
        uint64_t bit = x >> (UNIT_BITS + 1);
        log2 = log2 << 1 | bit;
        x >>= bit;
    }
    return (uint32_t)((log2 * ln2 + (UINT64_C(1) << (spare - 1))) >> spare);
}

uint32_t fixed_root(uint64_t n)
{
    uint64_t root = 0;

    for (uint64_t bit = UINT64_C(1) << UNIT_BITS; bit > 0; bit >>= 1) {
        uint64_t with = root | bit;
        root = with * with <= n ? with : root;
    }
    return (uint32_t)root;
}
