/* FNV-1a, 64 bit: the hash of canonical texts (tests/TRACE.md R4). */

#ifndef TPD_CORE_FNV_H
#define TPD_CORE_FNV_H

#include <stddef.h>
#include <stdint.h>

#define TPD_FNV_START UINT64_C(0xcbf29ce484222325) /* the hash of no bytes */

/* Goes on from `hash` over further bytes. */
uint64_t fnv_add(uint64_t hash, const char *bytes, size_t size);

#endif
