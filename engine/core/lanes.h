/* Sixteen nations at a time: GCC's vector extensions, which gcc and clang map to one register of
 * any current machine.  A comparison gives -1 where it holds and 0 where not. */

#ifndef TPD_CORE_LANES_H
#define TPD_CORE_LANES_H

#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <immintrin.h> /* what the vector extensions have no word for */
#endif

enum { LANE_COUNT = 16 };

typedef int8_t Lanes __attribute__((vector_size(LANE_COUNT)));
typedef uint64_t Halves __attribute__((vector_size(LANE_COUNT))); /* the same, eight lanes a word */

static inline Lanes lanes_load(const int8_t *from)
{
    Lanes lanes;
    memcpy(&lanes, from, sizeof lanes);
    return lanes;
}

/* Eight bytes in the lower lanes, 0 in the others. */
static inline Lanes lanes_load_half(const uint8_t *from)
{
    uint64_t low;
    memcpy(&low, from, sizeof low);
    return (Lanes)(Halves){low, 0};
}

static inline void lanes_store(int8_t *to, Lanes lanes)
{
    memcpy(to, &lanes, sizeof lanes);
}

static inline Lanes lanes_all(int value)
{
    return (Lanes){0} + (int8_t)value;
}

static inline Lanes lanes_max(Lanes a, Lanes b)
{
#ifdef __SSE4_1__
    return (Lanes)_mm_max_epi8((__m128i)a, (__m128i)b);
#else
    Lanes greater = a > b;
    return (a & greater) | (b & ~greater);
#endif
}

/* table[index] in every lane; indices are 0..15. */
static inline Lanes lanes_lookup(Lanes table, Lanes index)
{
#ifdef __SSSE3__
    return (Lanes)_mm_shuffle_epi8((__m128i)table, (__m128i)index);
#else
    Lanes result;
    for (int i = 0; i < LANE_COUNT; i++) {
        result[i] = table[index[i] & (LANE_COUNT - 1)];
    }
    return result;
#endif
}

/* Bit i is set where lane i is not 0; lanes hold only 0 and -1. */
static inline uint32_t lanes_mask(Lanes lanes)
{
#ifdef __SSE2__
    return (uint32_t)_mm_movemask_epi8((__m128i)lanes);
#else
    Halves half = (Halves)lanes;
    /* One bit of each byte, gathered in the top byte by a product whose terms do not meet. */
    uint64_t low = (half[0] & UINT64_C(0x0101010101010101)) * UINT64_C(0x0102040810204080) >> 56;
    uint64_t high = (half[1] & UINT64_C(0x0101010101010101)) * UINT64_C(0x0102040810204080) >> 56;
    return (uint32_t)(low | high << 8);
#endif
}

/* The lanes whose bit is set in the low half of `set` are -1, the others 0. */
static inline Lanes lanes_of(uint32_t set)
{
    static const int8_t bits[LANE_COUNT] = {1, 2, 4, 8, 16, 32, 64, -128,
                                            1, 2, 4, 8, 16, 32, 64, -128};
    Halves half = {(set & 0xFF) * UINT64_C(0x0101010101010101),
                   (set >> 8 & 0xFF) * UINT64_C(0x0101010101010101)};
    return ((Lanes)half & lanes_load(bits)) != 0;
}

/* The sum of lanes that are not negative; each half must stay below 256. */
static inline int lanes_sum(Lanes lanes)
{
    Halves half = (Halves)lanes;
    return (int)((half[0] * UINT64_C(0x0101010101010101) >> 56) +
                 (half[1] * UINT64_C(0x0101010101010101) >> 56));
}

#endif
