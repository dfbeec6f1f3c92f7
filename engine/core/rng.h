/* Keyed randomness (tests/TRACE.md R1): every random quantity is a hash of the game's seed and of
 * what it is for.  There is no generator state, so one more die shifts nothing else. */

#ifndef TPD_CORE_RNG_H
#define TPD_CORE_RNG_H

#include <stdint.h>

typedef enum Stream {
    STREAM_PLATEAU = 1,
    STREAM_DEAL = 2,     /* a: shuffle number, b: card */
    STREAM_DIE = 3,      /* a: round, b: event dice rolled before in this round */
    STREAM_INCIDENT = 4, /* a: round */
    STREAM_DISCARD = 5,  /* a: round, b: random discards before in this round */
    STREAM_POLICY = 6,   /* a, b: high and low 16 bits of the decision number */
    STREAM_SAMPLE =
        7,           /* a: what is dealt anew, b: card; keyed by a sample's key, not by the game */
    STREAM_BOT = 8,  /* a: seat; the key of a bot's own chance */
    STREAM_GAME = 9, /* a, b, c: 48 bits of a block's number; the seed of a tournament's game */
    STREAM_RESAMPLE = 10, /* a, b, c: which draw; for intervals by resampling */
    STREAM_SEARCH = 11,   /* a, b: high and low 16 bits of an iteration, a tree or a decision */
} Stream;

/* SplitMix64's finaliser: http://xoshiro.di.unimi.it/splitmix64.c */
uint64_t rng_mix(uint64_t z);

/* The part of the hash that depends on the seed alone, and the part that does not: a caller of many
 * hashes keeps them.  a, b and c are below 65536. */
uint64_t rng_key(uint64_t seed);
uint64_t rng_use(Stream stream, unsigned a, unsigned b, unsigned c);

/* H(seed, stream, a, b, c) = rng_mix(rng_key(seed) ^ rng_use(stream, a, b, c)). */
uint64_t rng_hash(uint64_t key, Stream stream, unsigned a, unsigned b, unsigned c);

/* Maps a hash to 0 .. count-1. */
int rng_below(uint64_t hash, int count);

#endif
