#include "core/fnv.h"

#define FNV_PRIME UINT64_C(0x100000001b3)

uint64_t fnv_add(uint64_t hash, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        hash = (hash ^ (uint8_t)bytes[i]) * FNV_PRIME;
    }
    return hash;
}
