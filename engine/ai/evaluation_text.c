#include "ai/evaluation_text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ai/logistic.h"
#include "core/vocab.h"

enum { WORD_SIZE = 32, QUOTE = 40, WEIGHT_LIMIT = 1000000, NUMBERS_MAX = KNOT_COUNT };

/* ---- reading ---- */

typedef struct Reader {
    const char *path, *at;
    int line;
    Error *err;
} Reader;

typedef struct Row {
    char kind[WORD_SIZE], length[WORD_SIZE], term[WORD_SIZE];
    int count;
    int32_t number[NUMBERS_MAX];
} Row;

static Status fault(const Reader *reader, const char *expected)
{
    size_t line = strcspn(reader->at, "\r\n");
    int most = line < QUOTE ? (int)line : QUOTE;

    return error_set(reader->err, STATUS_PARSE, "%s:%d: expected %s, found '%.*s'", reader->path,
                     reader->line, expected, error_quote(reader->at, most), reader->at);
}

static void skip_space(Reader *reader)
{
    while (isspace((unsigned char)*reader->at)) {
        reader->line += *reader->at == '\n';
        reader->at++;
    }
}

/* Space and comments. */
static Status skip(Reader *reader)
{
    skip_space(reader);
    while (strncmp(reader->at, "/*", 2) == 0) {
        const char *end = strstr(reader->at + 2, "*/");
        if (end == NULL) {
            return fault(reader, "a comment that ends in */");
        }
        for (; reader->at < end + 2; reader->at++) {
            reader->line += *reader->at == '\n';
        }
        skip_space(reader);
    }
    return STATUS_OK;
}

static bool take(Reader *reader, char mark)
{
    while (*reader->at == ' ') {
        reader->at++;
    }
    bool is_there = *reader->at == mark;
    reader->at += is_there;
    return is_there;
}

static bool take_word(Reader *reader, char word[WORD_SIZE])
{
    int length = 0;

    while (*reader->at == ' ') {
        reader->at++;
    }
    while (length < WORD_SIZE - 1 && (isupper((unsigned char)*reader->at) || *reader->at == '_')) {
        word[length++] = *reader->at++;
    }
    word[length] = '\0';
    return length > 0;
}

static bool take_number(Reader *reader, int32_t *number)
{
    char *end;
    long value = strtol(reader->at, &end, 10);

    if (end == reader->at || value < -WEIGHT_LIMIT || value > WEIGHT_LIMIT) {
        return false;
    }
    *number = (int32_t)value;
    reader->at = end;
    return true;
}

/* KIND(LENGTH, TERM, number, …) or KIND(LENGTH, number, …). */
static Status read_row(Reader *reader, Row *row)
{
    *row = (Row){.count = 0};
    if (!take_word(reader, row->kind) || !take(reader, '(') || !take_word(reader, row->length)) {
        return fault(reader, "a row as WEIGHT(FULL, LEAD, …)");
    }
    bool more = take(reader, ',');
    if (more && take_word(reader, row->term)) {
        more = take(reader, ',');
    }
    while (more) {
        if (row->count == NUMBERS_MAX || !take_number(reader, &row->number[row->count])) {
            return fault(reader, "whole numbers from -1000000 to 1000000, one for each knot");
        }
        row->count++;
        more = take(reader, ',');
    }
    return take(reader, ')') ? STATUS_OK : fault(reader, "')'");
}

static Status unknown(const Reader *reader, const char *what, const char *word)
{
    return error_set(reader->err, STATUS_PARSE, "%s:%d: unknown %s '%s'", reader->path,
                     reader->line, what, word);
}

static Status set_weights(const Reader *reader, const Row *row, int32_t (*weight)[KNOT_COUNT],
                          const char *const names[])
{
    int term = vocab_find(names, row->term);

    if (term < 0) {
        return unknown(reader, "term", row->term);
    }
    if (row->count != KNOT_COUNT) {
        return error_set(reader->err, STATUS_PARSE, "%s:%d: expected %d numbers, found %d",
                         reader->path, reader->line, KNOT_COUNT, row->count);
    }
    memcpy(weight[term], row->number, sizeof weight[term]);
    return STATUS_OK;
}

static Status set_row(const Reader *reader, const Row *row, Evaluation *evaluation)
{
    int length = vocab_find(length_name, row->length);

    if (length < 0) {
        return unknown(reader, "length of game", row->length);
    }
    EvaluationTable *table = &evaluation->length[length];
    if (strcmp(row->kind, "WEIGHT") == 0) {
        return set_weights(reader, row, table->term, evaluation_term_name);
    }
    if (strcmp(row->kind, "SHARE") == 0) {
        return set_weights(reader, row, table->partner, partner_term_name);
    }
    if (strcmp(row->kind, "CALIBRATION") != 0) {
        return unknown(reader, "row", row->kind);
    }
    if (row->count != 2 || row->term[0] != '\0') {
        return error_set(reader->err, STATUS_PARSE,
                         "%s:%d: expected CALIBRATION(%s, offset, slope)", reader->path,
                         reader->line, row->length);
    }
    table->offset = row->number[0];
    table->slope = row->number[1];
    return STATUS_OK;
}

Status evaluation_parse(Evaluation *evaluation, const char *path, const char *text, Error *err)
{
    Reader reader = {path, text, 1, err};
    Evaluation made = {0};
    Status status = skip(&reader);

    for (int length = 0; length < LENGTH_COUNT; length++) {
        made.length[length].slope = LOGIT_ONE;
    }
    while (status == STATUS_OK && *reader.at != '\0') {
        Row row;
        status = read_row(&reader, &row);
        if (status == STATUS_OK) {
            status = set_row(&reader, &row, &made);
        }
        if (status == STATUS_OK) {
            status = skip(&reader);
        }
    }
    if (status == STATUS_OK) {
        *evaluation = made;
    }
    return status;
}

/* ---- writing ---- */

typedef struct Text {
    char *text;
    int length;
} Text;

static void add(Text *text, const char *format, ...) TPD_PRINTF(2, 3);

static void add(Text *text, const char *format, ...)
{
    va_list arguments;
    int room = EVALUATION_TEXT_SIZE - text->length;

    va_start(arguments, format);
    int length = vsnprintf(text->text + text->length, (size_t)room, format, arguments);
    va_end(arguments);
    text->length += length < room ? length : room - 1;
}

static void add_weights(Text *text, const char *row, const char *const names[],
                        const int32_t (*weight)[KNOT_COUNT])
{
    static const int32_t nothing[KNOT_COUNT];

    for (int term = 0; names[term] != NULL; term++) {
        if (memcmp(weight[term], nothing, sizeof nothing) == 0) {
            continue;
        }
        add(text, "%s, %s", row, names[term]);
        for (int knot = 0; knot < KNOT_COUNT; knot++) {
            add(text, ", %d", (int)weight[term][knot]);
        }
        add(text, ")\n");
    }
}

static void add_head(Text *text, const char *head)
{
    const char *before = "/* ";

    while (*head != '\0') {
        size_t line = strcspn(head, "\n");
        add(text, "%s%.*s", before, (int)line, head);
        head += line + (head[line] == '\n');
        before = "\n * ";
    }
    add(text, " */\n");
}

int evaluation_print(char text[EVALUATION_TEXT_SIZE], const Evaluation *evaluation,
                     const char *head)
{
    Text made = {text, 0};

    text[0] = '\0';
    add_head(&made, head);
    for (int length = 0; length < LENGTH_COUNT; length++) {
        const EvaluationTable *table = &evaluation->length[length];
        char row[WORD_SIZE];
        snprintf(row, sizeof row, "WEIGHT(%s", length_name[length]);
        add_weights(&made, row, evaluation_term_name, table->term);
        snprintf(row, sizeof row, "SHARE(%s", length_name[length]);
        add_weights(&made, row, partner_term_name, table->partner);
        add(&made, "CALIBRATION(%s, %d, %d)\n", length_name[length], (int)table->offset,
            (int)table->slope);
    }
    return made.length;
}
