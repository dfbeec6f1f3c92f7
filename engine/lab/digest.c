#include "lab/digest.h"

#include <inttypes.h>
#include <sha2.h>
#include <stdio.h>
#include <stdlib.h>

struct RunHash {
    SHA2_CTX context;
};

static void print_hex(char hex[DIGEST_SIZE], const uint8_t digest[SHA256_DIGEST_LENGTH])
{
    static const char digits[] = "0123456789abcdef";
    enum { NIBBLE = 4, MASK = 15 };

    for (int i = 0; i < SHA256_DIGEST_LENGTH; i++) {
        *hex++ = digits[digest[i] >> NIBBLE];
        *hex++ = digits[digest[i] & MASK];
    }
    *hex = '\0';
}

void digest_text(char hex[DIGEST_SIZE], const char *text, size_t size)
{
    uint8_t digest[SHA256_DIGEST_LENGTH];
    SHA2_CTX context;

    SHA256Init(&context);
    SHA256Update(&context, (const uint8_t *)text, size);
    SHA256Final(digest, &context);
    print_hex(hex, digest);
}

Status run_hash_new(RunHash **hash, Error *err)
{
    RunHash *made = malloc(sizeof *made);

    if (made == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for a hash");
    }
    SHA256Init(&made->context);
    *hash = made;
    return STATUS_OK;
}

void run_hash_free(RunHash *hash)
{
    free(hash);
}

void run_hash_add(RunHash *hash, const GameResult *result)
{
    enum { LINE_SIZE = 256 };
    char line[LINE_SIZE];
    const int *returns = result->returns;
    const int *faults = result->faults;
    int length =
        snprintf(line, sizeof line, "%" PRId64 " %d %d %d %d %d %d %d %d %d %016" PRIx64 "\n",
                 result->game, returns[0], returns[1], returns[2], returns[3], result->decisions,
                 faults[0], faults[1], faults[2], faults[3], result->hash);

    SHA256Update(&hash->context, (const uint8_t *)line, (size_t)length);
}

void run_hash_print(char hex[DIGEST_SIZE], const RunHash *hash)
{
    uint8_t digest[SHA256_DIGEST_LENGTH];
    SHA2_CTX context = hash->context;

    SHA256Final(digest, &context);
    print_hex(hex, digest);
}
