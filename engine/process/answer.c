#include "process/answer.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* A line without its end, gone through from its beginning. */
typedef struct Cursor {
    const char *at, *end;
} Cursor;

/* The bytes of the UTF-8 character here; 0 if it is none, or a control character. */
static size_t character_size(Cursor cursor)
{
    enum { LEAST = ' ', DELETE = 0x7f, SIZE_MOST = 4 };
    static const unsigned least[] = {0, 0, 0x80, 0x800, 0x10000}; /* code by size: no shorter one */
    const unsigned char *byte = (const unsigned char *)cursor.at;
    size_t size = byte[0] < 0x80 ? 1 : byte[0] < 0xe0 ? 2 : byte[0] < 0xf0 ? 3 : SIZE_MOST;
    unsigned code = byte[0] & 0xffU >> (size + 1);

    if (size == 1) {
        return byte[0] >= LEAST && byte[0] != DELETE ? 1 : 0;
    }
    if (byte[0] < 0xc0 || byte[0] > 0xf4 || (size_t)(cursor.end - cursor.at) < size) {
        return 0;
    }
    for (size_t i = 1; i < size; i++) {
        if ((byte[i] & 0xc0) != 0x80) {
            return 0;
        }
        code = code << 6 | (byte[i] & 0x3fU);
    }
    bool is_control = code < 0xa0;
    bool is_surrogate = code >= 0xd800 && code < 0xe000;
    return code >= least[size] && code <= 0x10ffff && !is_control && !is_surrogate ? size : 0;
}

/* Copies what is left of the line, with '?' for what is no text; cut where it does not fit. */
static void copy_rest(char *text, size_t size, Cursor cursor)
{
    size_t length = 0;

    while (cursor.at < cursor.end) {
        size_t taken = character_size(cursor);
        size_t needed = taken == 0 ? 1 : taken;
        if (length + needed >= size) {
            break;
        }
        if (taken == 0) {
            text[length] = '?';
        } else {
            memcpy(text + length, cursor.at, taken);
        }
        length += needed;
        cursor.at += needed;
    }
    text[length] = '\0';
}

static void skip_blanks(Cursor *cursor)
{
    while (cursor->at < cursor->end && (*cursor->at == ' ' || *cursor->at == '\t')) {
        cursor->at++;
    }
}

/* Takes this word and the blanks behind it. */
static bool accept(Cursor *cursor, const char *word)
{
    size_t length = strlen(word);
    size_t left = (size_t)(cursor->end - cursor->at);

    if (left < length || memcmp(cursor->at, word, length) != 0) {
        return false;
    }
    if (left > length && cursor->at[length] != ' ' && cursor->at[length] != '\t') {
        return false;
    }
    cursor->at += length;
    skip_blanks(cursor);
    return true;
}

/* Takes a whole number that is not below 0, and the blanks behind it. */
static bool accept_number(Cursor *cursor, int *number)
{
    enum { BASE = 10 };
    const char *start = cursor->at;
    int sum = 0;

    while (cursor->at < cursor->end && *cursor->at >= '0' && *cursor->at <= '9') {
        int digit = *cursor->at - '0';
        if (sum > (INT_MAX - digit) / BASE) {
            cursor->at = start;
            return false;
        }
        sum = sum * BASE + digit;
        cursor->at++;
    }
    if (cursor->at == start ||
        (cursor->at < cursor->end && *cursor->at != ' ' && *cursor->at != '\t')) {
        cursor->at = start;
        return false;
    }
    skip_blanks(cursor);
    *number = sum;
    return true;
}

static void fault(Answer *answer, const char *expected, Cursor line)
{
    enum { ECHO_SIZE = 100 };
    char echo[ECHO_SIZE];

    copy_rest(echo, sizeof echo, line);
    answer->kind = ANSWER_FAULT;
    snprintf(answer->text, sizeof answer->text, "expected %s, found '%s'", expected, echo);
}

static void read_hello(Answer *answer, Cursor line)
{
    enum { EXPECTED_SIZE = 80 };
    Cursor cursor = line;
    int version = 0;
    char expected[EXPECTED_SIZE];

    snprintf(expected, sizeof expected, "hello %d NAME with a name of 1 to %d bytes",
             PROTOCOL_VERSION, ANSWER_NAME_MAX);
    bool is_hello = accept(&cursor, "hello") && accept_number(&cursor, &version);
    ptrdiff_t length = cursor.end - cursor.at; /* of the name */
    bool is_other = is_hello && version != PROTOCOL_VERSION;
    if (!is_other && (!is_hello || length < 1 || length > ANSWER_NAME_MAX)) {
        fault(answer, expected, line);
    } else if (is_other) {
        answer->kind = ANSWER_FAULT;
        snprintf(answer->text, sizeof answer->text,
                 "speaks version %d of the protocol, expected version %d", version,
                 PROTOCOL_VERSION);
    } else {
        answer->kind = ANSWER_HELLO;
        copy_rest(answer->text, sizeof answer->text, cursor);
    }
}

/* The index of what stands here: an action's text, or its place in the list; -1 if it is neither. */
static int find_choice(const Question *question, Cursor cursor)
{
    size_t length = (size_t)(cursor.end - cursor.at);
    int number = 0;

    for (int i = 0; i < question->legal->count; i++) {
        char text[ACTION_TEXT_SIZE];
        int size = action_print(text, question->legal->item[i], question->rules);
        if ((size_t)size == length && memcmp(text, cursor.at, length) == 0) {
            return i;
        }
    }
    if (accept_number(&cursor, &number) && cursor.at == cursor.end &&
        number < question->legal->count) {
        return number;
    }
    return -1;
}

static void read_choice(Answer *answer, const Question *question, Cursor line)
{
    enum { EXPECTED_SIZE = 80, ECHO_SIZE = 100 };
    Cursor cursor = line;
    char expected[EXPECTED_SIZE];
    char echo[ECHO_SIZE];
    int decision = 0;

    snprintf(expected, sizeof expected, "choose %d ACTION", question->decision);
    if (!accept(&cursor, "choose") || !accept_number(&cursor, &decision)) {
        fault(answer, expected, line);
        return;
    }
    if (decision < question->decision) {
        answer->kind = ANSWER_LATE;
        return;
    }
    if (decision > question->decision || cursor.at == cursor.end) {
        fault(answer, expected, line);
        return;
    }
    answer->choice = find_choice(question, cursor);
    answer->kind = ANSWER_CHOICE;
    if (answer->choice < 0) {
        copy_rest(echo, sizeof echo, cursor);
        answer->kind = ANSWER_FAULT;
        snprintf(answer->text, sizeof answer->text, "'%s' is not one of its legal actions now",
                 echo);
    }
}

size_t answer_read(Answer *answer, const Question *question, const char *bytes, size_t size)
{
    const char *feed = size == 0 ? NULL : memchr(bytes, '\n', size);

    *answer = (Answer){.kind = ANSWER_MORE, .choice = -1};
    if (feed == NULL) {
        return 0;
    }
    Cursor line = {bytes, feed};
    while (line.end > line.at &&
           (line.end[-1] == '\r' || line.end[-1] == ' ' || line.end[-1] == '\t')) {
        line.end--;
    }
    Cursor cursor = line;
    if (question->legal == NULL) {
        read_hello(answer, line);
    } else if (accept(&cursor, "explain")) {
        answer->kind = ANSWER_REASON;
        copy_rest(answer->text, sizeof answer->text, cursor);
    } else {
        read_choice(answer, question, line);
    }
    return (size_t)(feed - bytes) + 1;
}
