#include "core/rng.h"

uint64_t rng_mix(uint64_t z)
{
    z ^= z >> 30;
    z *= UINT64_C(0xBF58476D1CE4E5B9);
    z ^= z >> 27;
    z *= UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

uint64_t rng_key(uint64_t seed)
{
    return rng_mix(seed + UINT64_C(0x9E3779B97F4A7C15));
}

uint64_t rng_use(Stream stream, unsigned a, unsigned b, unsigned c)
{
    return rng_mix((uint64_t)stream << 48 | (uint64_t)a << 32 | (uint64_t)b << 16 | c);
}

uint64_t rng_hash(uint64_t key, Stream stream, unsigned a, unsigned b, unsigned c)
{
    return rng_mix(key ^ rng_use(stream, a, b, c));
}

int rng_below(uint64_t hash, int count)
{
    return (int)((hash >> 32) * (uint64_t)count >> 32);
}
