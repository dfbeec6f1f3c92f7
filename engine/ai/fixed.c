#include "ai/fixed.h"

/* Within this file numbers between 0 and 2 are kept in parts of 2^31, so that a product of two fits. */
enum { UNIT_BITS = 31, STEPS = 16, STEP_BITS = 4 };

static const uint64_t unit = UINT64_C(1) << UNIT_BITS;

/* round(2^31 exp(-i)) and round(2^31 exp(-i / 16)). */
static const uint64_t exp_whole[STEPS] = {
    UINT64_C(2147483648), UINT64_C(790015084), UINT64_C(290630308), UINT64_C(106916915),
    UINT64_C(39332535),   UINT64_C(14469631),  UINT64_C(5323080),   UINT64_C(1958252),
    UINT64_C(720401),     UINT64_C(265021),    UINT64_C(97496),     UINT64_C(35867),
    UINT64_C(13195),      UINT64_C(4854),      UINT64_C(1786),      UINT64_C(657),
};
static const uint64_t exp_sixteenth[STEPS] = {
    UINT64_C(2147483648), UINT64_C(2017374191), UINT64_C(1895147668), UINT64_C(1780326475),
    UINT64_C(1672461947), UINT64_C(1571132600), UINT64_C(1475942488), UINT64_C(1386519653),
    UINT64_C(1302514674), UINT64_C(1223599299), UINT64_C(1149465165), UINT64_C(1079822591),
    UINT64_C(1014399448), UINT64_C(952940092),  UINT64_C(895204371),  UINT64_C(840966680),
};

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

    for (uint64_t bit = unit; bit > 0; bit >>= 1) {
        uint64_t with = root | bit;
        root = with * with <= n ? with : root;
    }
    return (uint32_t)root;
}

static uint64_t times(uint64_t a, uint64_t b)
{
    return (a * b + unit / 2) >> UNIT_BITS;
}

/* exp(-t) for t below 16: its whole part, its sixteenths, and a cubic for the rest. */
static uint64_t exp_of_minus(uint64_t t)
{
    uint64_t rest = t & ((unit >> STEP_BITS) - 1);
    uint64_t square = times(rest, rest);
    uint64_t small = unit - rest + square / 2 - times(square, rest) / 6;
    uint64_t sixteenth = t >> (UNIT_BITS - STEP_BITS) & (STEPS - 1);

    return times(times(exp_whole[t >> UNIT_BITS], exp_sixteenth[sixteenth]), small);
}

uint32_t fixed_logistic(int64_t thousandths)
{
    uint64_t size = thousandths < 0 ? 0 - (uint64_t)thousandths : (uint64_t)thousandths;

    if (size >= (uint64_t)STEPS * LOGIT_ONE) {
        return thousandths < 0 ? 0 : FIXED_ONE;
    }
    uint64_t power = exp_of_minus((size << UNIT_BITS) / LOGIT_ONE);
    uint64_t tail = ((power << FIXED_BITS) + (unit + power) / 2) / (unit + power);
    return (uint32_t)(thousandths < 0 ? tail : FIXED_ONE - tail);
}
