/* Reading a journal's head: which game it is, who sits where, and whether the rules are the same. */

#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/history.h"
#include "match/journal.h"
#include "match/journal_parts.h"
#include "match/lines.h"
#include "match/seat.h"

enum {
    ECHO_MAX = 60,    /* bytes of a line that a message quotes */
    NAMED_MAX = 6,    /* items that differ and are named */
    NOTES_SIZE = 320, /* the text of them */
    HEX_SIZE = 17,    /* 16 digits */
    ITEMS_MAX = CARDS_MAX + NATIONS_MAX + SCENARIOS_MAX + PARAM_SLOTS,
};

/* The first line, and what is known of the rest before the rules are known to be the same. */
typedef struct Head {
    char scenario[ID_SIZE];
    Setup setup;
    uint64_t rules;
    int differing;          /* items */
    char notes[NOTES_SIZE]; /* "card:E05 differs, …" */
    bool seen[ITEMS_MAX];   /* our items that the journal has */
} Head;

Status journal_next(JournalReader *reader)
{
    if (reader->line != NULL) {
        lines_skip(reader->lines);
    }
    return lines_peek(reader->lines, &reader->line, reader->err);
}

Status journal_fault(JournalReader *reader, const char *format, ...)
{
    char text[sizeof reader->err->text / 2];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    return error_set(reader->err, STATUS_PARSE, "%s:%d: %s", reader->lines->name,
                     reader->lines->number, text);
}

Status journal_expected(JournalReader *reader, const char *what)
{
    const char *line = reader->line;

    if (line == NULL) {
        return journal_fault(reader, "expected %s, found %s", what,
                             reader->lines->cut         ? "an unfinished line"
                             : reader->lines->size == 0 ? "an empty file"
                                                        : "the end of the file");
    }
    return journal_fault(reader, "expected %s, found '%.*s'", what, error_quote(line, ECHO_MAX),
                         line);
}

const char *journal_hint(char hint[JOURNAL_HINT_SIZE], const char *const words[], const char *word)
{
    const char *nearest = vocab_nearest(words, word);

    hint[0] = '\0';
    if (nearest != NULL && nearest[1] != '\0') { /* every letter is like every other one */
        snprintf(hint, JOURNAL_HINT_SIZE, ", did you mean '%s'?", nearest);
    }
    return hint;
}

const char *journal_list(char list[JOURNAL_LIST_SIZE], const char *const words[])
{
    static const char cut[] = ", …";
    int length = 0;

    list[0] = '\0';
    for (int i = 0; words[i] != NULL; i++) {
        const char *joint = i == 0 ? "" : words[i + 1] == NULL ? " or " : ", ";
        if (length + (int)(strlen(joint) + strlen(words[i]) + sizeof cut) > JOURNAL_LIST_SIZE) {
            snprintf(list + length, (size_t)(JOURNAL_LIST_SIZE - length), "%s", cut);
            break;
        }
        length +=
            snprintf(list + length, (size_t)(JOURNAL_LIST_SIZE - length), "%s%s", joint, words[i]);
    }
    return list;
}

bool journal_accept(const char **text, const char *word)
{
    size_t length = strlen(word);

    if (strncmp(*text, word, length) != 0) {
        return false;
    }
    *text += length;
    return true;
}

bool journal_take_number(const char **text, uint64_t *number, uint64_t most)
{
    const char *from = *text;
    uint64_t n = 0;

    if (from[0] < '0' || from[0] > '9' || (from[0] == '0' && from[1] >= '0' && from[1] <= '9')) {
        return false;
    }
    for (; *from >= '0' && *from <= '9'; from++) {
        uint64_t digit = (uint64_t)(*from - '0');
        if (digit > most || n > (most - digit) / 10) {
            return false;
        }
        n = n * 10 + digit;
    }
    *number = n;
    *text = from;
    return true;
}

/* Takes so many hexadecimal digits, of the form that is printed. */
static bool take_hex(const char **text, uint64_t *number, int digits)
{
    uint64_t n = 0;

    for (int i = 0; i < digits; i++, ++*text) {
        static const char hex[] = "0123456789abcdef";
        const char *digit = **text == '\0' ? NULL : strchr(hex, **text);
        if (digit == NULL) {
            return false;
        }
        n = n << 4 | (uint64_t)(digit - hex);
    }
    *number = n;
    return true;
}

/* Takes an id up to one of the characters in `ends`. */
static bool take_id(const char **text, char id[ID_SIZE], const char *ends)
{
    size_t length = strcspn(*text, ends);

    if (length == 0 || length >= ID_SIZE) {
        return false;
    }
    memcpy(id, *text, length);
    id[length] = '\0';
    *text += length;
    return true;
}

static Status read_first(JournalReader *reader, Head *head)
{
    static const char form[] = "'journal 1 scenario=NAME seats=2|4 seed=N rules=HASH'";
    const char *text = reader->line;
    uint64_t number;

    if (text == NULL || !journal_accept(&text, "journal ")) {
        return journal_expected(reader, form);
    }
    if (strcspn(text, " ") != 1 || !journal_accept(&text, "1")) {
        return journal_fault(reader, "unknown format: expected 'journal 1', found 'journal %.*s'",
                             error_quote(text, (int)strcspn(text, " ")), text);
    }
    if (!journal_accept(&text, " scenario=") || !take_id(&text, head->scenario, " ") ||
        !journal_accept(&text, " seats=") || !journal_take_number(&text, &number, SEATS_MAX) ||
        (number != 2 && number != SEATS_MAX)) {
        return journal_expected(reader, form);
    }
    head->setup.seat_count = (int)number;
    if (!journal_accept(&text, " seed=") ||
        !journal_take_number(&text, &head->setup.seed, UINT64_MAX) ||
        !journal_accept(&text, " rules=") || !take_hex(&text, &head->rules, HEX_SIZE - 1) ||
        *text != '\0') {
        return journal_expected(reader, form);
    }
    return journal_next(reader);
}

/* The player whom a word of the head names. */
static MatchSeat read_player(const char word[SEAT_SPEC_SIZE])
{
    MatchSeat seat = {.player = strcmp(word, "human") == 0 ? PLAYER_HUMAN : PLAYER_BOT};

    memcpy(seat.spec, word, SEAT_SPEC_SIZE);
    return seat;
}

static Status read_seats(JournalReader *reader, const Head *head)
{
    int seats = head->setup.seat_count;

    for (Seat seat = 0; seat < SEATS_MAX; seat += journal_seat_step(seats)) {
        char word[SEAT_SPEC_SIZE] = "";
        char form[JOURNAL_HINT_SIZE];
        const char *text = reader->line;
        snprintf(form, sizeof form, "'seat %s=human' or a bot's name", vocab_seat(seats, seat));
        if (text == NULL || !journal_accept(&text, "seat ") ||
            !journal_accept(&text, vocab_seat(seats, seat)) || !journal_accept(&text, "=") ||
            !journal_take_word(&text, word, sizeof word) || *text != '\0') {
            return journal_expected(reader, form);
        }
        reader->journal->seat[seat] = read_player(word);
        Status status = journal_next(reader);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

static void note(Head *head, const char *kind, const char *id, const char *what)
{
    size_t length = strlen(head->notes);

    if (head->differing++ < NAMED_MAX) {
        snprintf(head->notes + length, sizeof head->notes - length, "%s%s:%.*s %s",
                 length == 0 ? "" : ", ", kind, error_quote(id, ID_SIZE), id, what);
    }
}

/* The number of an item among all, in the order of the rules; -1 if there is none. */
static int find_item(const Rules *rules, Item wanted, const char *id)
{
    int number = 0;

    for (int kind = 0; kind < (int)wanted; kind++) {
        number += rules_item_count(rules, (Item)kind);
    }
    for (int i = 0; i < rules_item_count(rules, wanted); i++) {
        if (strcmp(rules_item_id(rules, wanted, i), id) == 0) {
            return number + i;
        }
    }
    return -1;
}

static uint32_t item_hash(const Rules *rules, Item kind, const char *id)
{
    int first = find_item(rules, kind, rules_item_id(rules, kind, 0));

    return journal_item_hash(rules, kind, find_item(rules, kind, id) - first);
}

/* Compares an item of the journal with ours. */
static Status read_item(JournalReader *reader, Head *head)
{
    static const char form[] = "'item card:ID=HASH', or nation, scenario or param";
    const char *text = reader->line + strlen("item ");
    char kind_word[ID_SIZE];
    char id[ID_SIZE];
    uint64_t hash;

    if (!take_id(&text, kind_word, ":") || vocab_find(journal_item, kind_word) < 0 ||
        !journal_accept(&text, ":") || !take_id(&text, id, "=") || !journal_accept(&text, "=") ||
        !take_hex(&text, &hash, ITEM_DIGITS) || *text != '\0') {
        return journal_expected(reader, form);
    }
    Item kind = (Item)vocab_find(journal_item, kind_word);
    int number = find_item(reader->rules, kind, id);
    if (number < 0) {
        note(head, kind_word, id, "is not in these rules");
        return journal_next(reader);
    }
    if (head->seen[number]) {
        return journal_fault(reader, "expected each item once, found '%s:%s' twice", kind_word, id);
    }
    head->seen[number] = true;
    if (hash != item_hash(reader->rules, kind, id)) {
        note(head, kind_word, id, "differs");
    }
    return journal_next(reader);
}

static void note_unseen(const Rules *rules, Item kind, Head *head)
{
    for (int i = 0; i < rules_item_count(rules, kind); i++) {
        const char *id = rules_item_id(rules, kind, i);
        if (!head->seen[find_item(rules, kind, id)]) {
            note(head, journal_item[kind], id, "is not in the journal");
        }
    }
}

static Status other_rules(JournalReader *reader, const Head *head)
{
    char more[JOURNAL_HINT_SIZE] = "";

    if (head->differing > NAMED_MAX) {
        snprintf(more, sizeof more, " and %d more", head->differing - NAMED_MAX);
    }
    return error_set(reader->err, STATUS_PARSE,
                     "%s:1: other rules: expected those of the journal, rules=%016" PRIx64
                     " (--rules DIR), found %016" PRIx64 ": %s%s",
                     reader->lines->name, head->rules, reader->rules->hash,
                     head->differing == 0 ? "the items stand in another order" : head->notes, more);
}

/* Items of other rules, to name those that differ. */
static Status read_other_items(JournalReader *reader, Head *head)
{
    Status status = STATUS_OK;

    while (status == STATUS_OK && reader->line != NULL &&
           strncmp(reader->line, "item ", strlen("item ")) == 0) {
        status = read_item(reader, head);
    }
    if (status != STATUS_OK) {
        return status;
    }
    for (int kind = 0; kind < ITEM_COUNT; kind++) {
        note_unseen(reader->rules, (Item)kind, head);
    }
    return other_rules(reader, head);
}

/* The items of the same rules are the same lines. */
static Status read_items(JournalReader *reader)
{
    const Rules *rules = reader->rules;
    Status status = STATUS_OK;

    for (int kind = 0; kind < ITEM_COUNT; kind++) {
        for (int i = 0; i < rules_item_count(rules, (Item)kind) && status == STATUS_OK; i++) {
            char item[JOURNAL_HINT_SIZE];
            char form[JOURNAL_HINT_SIZE + 2];
            journal_print_item(item, rules, (Item)kind, i);
            snprintf(form, sizeof form, "'%s'", item);
            status = reader->line != NULL && strcmp(reader->line, item) == 0
                         ? journal_next(reader)
                         : journal_expected(reader, form);
        }
    }
    return status;
}

static Status find_scenario(JournalReader *reader, Head *head)
{
    const char *ids[SCENARIOS_MAX + 1] = {NULL};
    char list[JOURNAL_LIST_SIZE];
    char hint[JOURNAL_HINT_SIZE];

    head->setup.scenario = rules_find_scenario(reader->rules, head->scenario);
    if (head->setup.scenario >= 0) {
        return STATUS_OK;
    }
    for (int i = 0; i < reader->rules->scenario_count; i++) {
        ids[i] = reader->rules->scenario[i].id;
    }
    return error_set(reader->err, STATUS_PARSE, "%s:1: unknown scenario '%s': expected %s%s",
                     reader->lines->name, head->scenario, journal_list(list, ids),
                     journal_hint(hint, ids, head->scenario));
}

/* The position in which the game begins, if it is not that of the set-up. */
static Status read_start(JournalReader *reader, const Head *head)
{
    History *history = &reader->journal->history;
    const char *text = reader->line;
    State start;
    Error err;

    if (text == NULL || !journal_accept(&text, "state ")) {
        return history_init(history, reader->rules, &head->setup, NULL, reader->err);
    }
    if (state_parse(&start, &head->setup, text, reader->rules, &err) != STATUS_OK) {
        return journal_fault(reader, "%s", err.text);
    }
    Status status = history_init(history, reader->rules, &head->setup, &start, reader->err);
    return status == STATUS_OK ? journal_next(reader) : status;
}

Status journal_read_head(JournalReader *reader)
{
    Head head = {.differing = 0};
    Status status = journal_next(reader);

    if (status == STATUS_OK) {
        status = read_first(reader, &head);
    }
    if (status == STATUS_OK) {
        status = read_seats(reader, &head);
    }
    if (status == STATUS_OK) {
        status = head.rules == reader->rules->hash ? read_items(reader)
                                                   : read_other_items(reader, &head);
    }
    if (status == STATUS_OK) {
        status = find_scenario(reader, &head);
    }
    return status == STATUS_OK ? read_start(reader, &head) : status;
}
