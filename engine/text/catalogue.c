/* GNU .mo files.  A file may come from anywhere, so nothing in it is believed: all of its structure is
 * checked when it is read, and its texts must be UTF-8 that a terminal may be sent. */

#include "text/catalogue.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "core/rules.h"
#include "core/status.h"

enum {
    HEADER_SIZE = 28,
    ENTRY_SIZE = 8, /* length and offset of a text */
    FILE_MOST = 4 * 1024 * 1024,
    COUNT_MOST = 64 * 1024,
    PATH_MOST = 4096,
};
static const uint32_t magic = 0x950412deU;
static const uint32_t magic_swapped = 0xde120495U;

struct Catalogue {
    uint32_t count, originals, translations; /* offsets of the two tables */
    bool swapped;
    size_t size;
    unsigned char bytes[];
};

static uint32_t swap(uint32_t word)
{
    return word >> 24 | (word >> 8 & 0xff00U) | (word << 8 & 0xff0000U) | word << 24;
}

/* The word at an offset that is known to lie inside. */
static uint32_t word_at(const Catalogue *catalogue, size_t offset)
{
    uint32_t word;

    memcpy(&word, catalogue->bytes + offset, sizeof word);
    return catalogue->swapped ? swap(word) : word;
}

static uint32_t text_length(const Catalogue *catalogue, uint32_t table, uint32_t index)
{
    return word_at(catalogue, (size_t)table + (size_t)index * ENTRY_SIZE);
}

static const char *text_at(const Catalogue *catalogue, uint32_t table, uint32_t index)
{
    return (const char *)catalogue->bytes +
           word_at(catalogue, (size_t)table + (size_t)index * ENTRY_SIZE + sizeof(uint32_t));
}

/* ---- checks ---- */

static bool is_table(const Catalogue *catalogue, uint32_t table)
{
    return table <= catalogue->size &&
           (uint64_t)catalogue->count * ENTRY_SIZE <= catalogue->size - table;
}

/* Inside the file, its closing zero included. */
static bool is_placed(const Catalogue *catalogue, uint32_t table, uint32_t index)
{
    size_t entry = (size_t)table + (size_t)index * ENTRY_SIZE;
    uint32_t length = word_at(catalogue, entry);
    uint32_t offset = word_at(catalogue, entry + sizeof length);

    return offset < catalogue->size && length < catalogue->size - offset &&
           catalogue->bytes[(size_t)offset + length] == '\0';
}

/* UTF-8 without control characters but line ends; forms of a plural have a zero between them. */
static bool is_clean(const char *text, uint32_t length)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    const utf8proc_uint8_t *end = at + length;

    while (at < end) {
        utf8proc_int32_t code;
        utf8proc_ssize_t taken = utf8proc_iterate(at, end - at, &code);
        if (taken <= 0 || (utf8proc_category(code) == UTF8PROC_CATEGORY_CC && code != '\0' &&
                           code != '\n' && code != '\t')) {
            return false;
        }
        at += taken;
    }
    return true;
}

/* Why the file is no good; NULL if it is. */
static const char *find_fault(const Catalogue *catalogue)
{
    if (!is_table(catalogue, catalogue->originals) ||
        !is_table(catalogue, catalogue->translations)) {
        return "a table lies outside the file";
    }
    for (uint32_t i = 0; i < catalogue->count; i++) {
        if (!is_placed(catalogue, catalogue->originals, i) ||
            !is_placed(catalogue, catalogue->translations, i)) {
            return "a text lies outside the file or does not end";
        }
        if (!is_clean(text_at(catalogue, catalogue->translations, i),
                      text_length(catalogue, catalogue->translations, i))) {
            return "a translation is not UTF-8, or holds control characters";
        }
        if (i > 0 && strcmp(text_at(catalogue, catalogue->originals, i - 1),
                            text_at(catalogue, catalogue->originals, i)) >= 0) {
            return "the texts are not sorted";
        }
    }
    return NULL;
}

static const char *read_header(Catalogue *catalogue)
{
    if (catalogue->size < HEADER_SIZE) {
        return "it is shorter than the header of a .mo file";
    }
    uint32_t found = word_at(catalogue, 0);
    if (found != magic && found != magic_swapped) {
        return "it does not begin as a .mo file does";
    }
    catalogue->swapped = found == magic_swapped;
    if (word_at(catalogue, 4) >> 16 > 1) {
        return "it is of a later revision than 1";
    }
    catalogue->count = word_at(catalogue, 8);
    catalogue->originals = word_at(catalogue, 12);
    catalogue->translations = word_at(catalogue, 16);
    return catalogue->count > COUNT_MOST ? "it holds too many texts" : NULL;
}

/* ---- reading ---- */

Status catalogue_read(Catalogue **catalogue, const char *name, const void *bytes, size_t size,
                      Error *err)
{
    if (size > FILE_MOST) {
        return error_set(err, STATUS_FULL, "%s: expected a .mo file of at most %d bytes", name,
                         FILE_MOST);
    }
    Catalogue *read = calloc(1, sizeof *read + size);
    if (read == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for %s", name);
    }
    read->size = size;
    memcpy(read->bytes, bytes, size);
    const char *fault = read_header(read);
    fault = fault != NULL ? fault : find_fault(read);
    if (fault != NULL) {
        free(read);
        return error_set(err, STATUS_PARSE, "%s: not a good .mo file: %s", name, fault);
    }
    *catalogue = read;
    return STATUS_OK;
}

/* Reads the file into `bytes`, which has room for a byte more than a good file holds. */
static Status read_file(const char *path, char *bytes, size_t *size, Error *err)
{
    FILE *file = fopen(path, "rb");

    if (file == NULL) {
        return error_set(err, STATUS_IO, "%s: there is no such catalogue that can be read", path);
    }
    *size = fread(bytes, 1, FILE_MOST + 1, file);
    bool bad = ferror(file) != 0;
    if (fclose(file) != 0 || bad) {
        return error_set(err, STATUS_IO, "%s: it cannot be read", path);
    }
    return STATUS_OK;
}

Status catalogue_open(Catalogue **catalogue, const char *directory, Language language, Error *err)
{
    char path[PATH_MOST];
    size_t size = 0;

    *catalogue = NULL;
    if (language == LANGUAGE_EN) {
        return STATUS_OK;
    }
    int length = snprintf(path, sizeof path, "%s/%s.mo", directory, language_code[language]);
    if (length < 0 || length >= PATH_MOST) {
        return error_set(err, STATUS_IO, "%.60s…: expected a path shorter than %d bytes", directory,
                         PATH_MOST);
    }
    char *bytes = malloc(FILE_MOST + 1);
    if (bytes == NULL) {
        return error_set(err, STATUS_MEMORY, "out of memory for %s", path);
    }
    Status status = read_file(path, bytes, &size, err);
    if (status == STATUS_OK) {
        status = catalogue_read(catalogue, path, bytes, size, err);
    }
    free(bytes);
    return status;
}

void catalogue_close(Catalogue *catalogue)
{
    free(catalogue);
}

int catalogue_count(const Catalogue *catalogue)
{
    return (int)catalogue->count;
}

const char *catalogue_find(const Catalogue *catalogue, const char *msgid)
{
    uint32_t least = 0;
    uint32_t end = catalogue->count;

    while (least < end) {
        uint32_t middle = least + (end - least) / 2;
        int order = strcmp(msgid, text_at(catalogue, catalogue->originals, middle));
        if (order == 0) {
            const char *text = text_at(catalogue, catalogue->translations, middle);
            return text[0] == '\0' ? NULL : text;
        }
        if (order < 0) {
            end = middle;
        } else {
            least = middle + 1;
        }
    }
    return NULL;
}
