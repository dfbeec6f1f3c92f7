#include "support/catalogues.h"

#include <string.h>
#include <unistd.h>

#include "test.h"

enum { HEADER_WORDS = 7, ENTRY = 8 };

typedef struct Out {
    uint8_t *bytes;
    size_t size;
    bool swapped;
} Out;

static void put_word(Out *out, size_t offset, uint32_t word)
{
    for (int i = 0; i < 4; i++) {
        int place = out->swapped ? 3 - i : i; /* tests run on machines of the small end */
        out->bytes[offset + (size_t)i] = (uint8_t)(word >> (8 * place));
    }
}

static void put_entry(Out *out, size_t offset, const char *text, size_t size)
{
    assert_true(out->size + size + 1 <= MO_SIZE);
    put_word(out, offset, (uint32_t)size);
    put_word(out, offset + 4, (uint32_t)out->size);
    memcpy(out->bytes + out->size, text, size);
    out->bytes[out->size + size] = '\0';
    out->size += size + 1;
}

size_t mo_write(uint8_t bytes[MO_SIZE], const Pair *pairs, int count, bool swapped)
{
    size_t originals = (size_t)HEADER_WORDS * 4;
    size_t translations = originals + (size_t)count * ENTRY;
    Out out = {.bytes = bytes, .size = translations + (size_t)count * ENTRY, .swapped = swapped};
    const uint32_t header[HEADER_WORDS] = {
        0x950412deU, 0, (uint32_t)count, (uint32_t)originals, (uint32_t)translations, 0, 0};

    memset(bytes, 0, MO_SIZE);
    for (size_t i = 0; i < HEADER_WORDS; i++) {
        put_word(&out, i * 4, header[i]);
    }
    for (int i = 0; i < count; i++) {
        size_t size = pairs[i].size != 0 ? pairs[i].size : strlen(pairs[i].id);
        put_entry(&out, originals + (size_t)i * ENTRY, pairs[i].id, size);
    }
    for (int i = 0; i < count; i++) {
        put_entry(&out, translations + (size_t)i * ENTRY, pairs[i].translation,
                  strlen(pairs[i].translation));
    }
    return out.size;
}

Catalogue *catalogue_make(const Pair *pairs, int count, bool swapped)
{
    uint8_t bytes[MO_SIZE];
    size_t size = mo_write(bytes, pairs, count, swapped);
    Catalogue *catalogue = NULL;
    Error err;

    if (catalogue_read(&catalogue, "made.mo", bytes, size, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    return catalogue;
}

bool chinese_voice(Voice *voice)
{
    Error err;

    *voice = (Voice){.language = LANGUAGE_ZH};
    if (access(TPD_LOCALE_DIR "/zh.mo", F_OK) != 0) {
        return false;
    }
    if (catalogue_open(&voice->catalogue, TPD_LOCALE_DIR, LANGUAGE_ZH, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    return true;
}
