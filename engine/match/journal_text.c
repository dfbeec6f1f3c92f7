#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/history.h"
#include "match/journal.h"
#include "match/journal_parts.h"
#include "match/seat.h"

const char *const journal_by[] = {"hand", "vote", "teacher", "timeout", "bot", NULL};
const char *const journal_item[] = {"card", "nation", "scenario", "param", NULL};

int journal_seat_step(int seat_count)
{
    return SEATS_MAX / seat_count;
}

uint32_t journal_item_hash(const Rules *rules, Item kind, int index)
{
    return (uint32_t)(rules_item_hash(rules, kind, index) >> 32);
}

static bool is_control(char c)
{
    return (unsigned char)c < ' ' || c == 0x7f;
}

bool journal_is_word(const char *word)
{
    for (; *word != '\0'; word++) {
        if (is_control(*word)) {
            return false;
        }
    }
    return true;
}

static bool needs_quotes(const char *word)
{
    return word[0] == '\0' || word[strcspn(word, " \"\\")] != '\0';
}

int journal_quote(char *text, int size, const char *word)
{
    int length = 0;

    assert(size >= 2 * (int)strlen(word) + 3 && journal_is_word(word));
    if (!needs_quotes(word)) {
        return snprintf(text, (size_t)size, "%s", word);
    }
    text[length++] = '"';
    for (; *word != '\0'; word++) {
        if (*word == '"' || *word == '\\') {
            text[length++] = '\\';
        }
        text[length++] = *word;
    }
    text[length++] = '"';
    text[length] = '\0';
    return length;
}

/* Takes one character of a quoted word, or its escape; 0 if none may stand there. */
static char take_quoted_char(const char **text)
{
    if (**text == '\\') {
        ++*text;
        if (**text != '"' && **text != '\\') {
            return '\0';
        }
    }
    char c = **text;
    if (is_control(c)) {
        return '\0'; /* the line's end is one, too */
    }
    ++*text;
    return c;
}

/* Takes what stands between quotes, of which the first is taken. */
static bool take_quoted(const char **text, char *word, int size)
{
    int length = 0;

    while (**text != '"') {
        char c = take_quoted_char(text);
        if (c == '\0' || length == size - 1) {
            return false;
        }
        word[length++] = c;
    }
    word[length] = '\0';
    ++*text;
    return (**text == ' ' || **text == '\0') && needs_quotes(word);
}

bool journal_take_word(const char **text, char *word, int size)
{
    if (journal_accept(text, "\"")) {
        return take_quoted(text, word, size);
    }
    int length = (int)strcspn(*text, " ");
    if (length >= size) {
        return false;
    }
    memcpy(word, *text, (size_t)length);
    word[length] = '\0';
    *text += length;
    return !needs_quotes(word) && journal_is_word(word);
}

/* Where the next piece of a text goes. */
typedef struct Writer {
    char *text;
    int size, length;
} Writer;

static Writer writer_start(char *text, int size)
{
    return (Writer){.text = text, .size = size};
}

TPD_PRINTF(2, 3)
static void add(Writer *out, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    out->length +=
        vsnprintf(out->text + out->length, (size_t)(out->size - out->length), format, arguments);
    va_end(arguments);
    assert(out->length < out->size);
}

static void add_word(Writer *out, const char *word)
{
    out->length += journal_quote(out->text + out->length, out->size - out->length, word);
}

static void add_marks(Writer *out, const JournalMarks *marks)
{
    if (marks->by >= 0) {
        add(out, " by=%s", journal_by[marks->by]);
    }
    if (marks->seconds >= 0) {
        add(out, " t=%ld", marks->seconds);
    }
    if (marks->take_back) {
        add(out, " take-back=1");
    }
    if (marks->fault[0] != '\0') {
        add(out, " fault=");
        add_word(out, marks->fault);
    }
}

int journal_print_item(char line[JOURNAL_HINT_SIZE], const Rules *rules, Item kind, int index)
{
    return snprintf(line, JOURNAL_HINT_SIZE, "item %s:%s=%08" PRIx32, journal_item[kind],
                    rules_item_id(rules, kind, index), journal_item_hash(rules, kind, index));
}

static void add_items(Writer *out, const Rules *rules)
{
    char line[JOURNAL_HINT_SIZE];

    for (int kind = 0; kind < ITEM_COUNT; kind++) {
        for (int i = 0; i < rules_item_count(rules, (Item)kind); i++) {
            journal_print_item(line, rules, (Item)kind, i);
            add(out, "%s\n", line);
        }
    }
}

int journal_print_head(char text[JOURNAL_HEAD_SIZE], const History *history,
                       const MatchSeat seat[SEATS_MAX], bool with_state)
{
    Writer out = writer_start(text, JOURNAL_HEAD_SIZE);
    const Setup *setup = &history->setup;

    add(&out, "journal 1 scenario=%s seats=%d seed=%" PRIu64 " rules=%016" PRIx64 "\n",
        history->rules->scenario[setup->scenario].id, setup->seat_count, setup->seed,
        history->rules->hash);
    for (Seat s = 0; s < SEATS_MAX; s += journal_seat_step(setup->seat_count)) {
        add(&out, "seat %s=", vocab_seat(setup->seat_count, s));
        add_word(&out, seat[s].player == PLAYER_HUMAN ? "human" : seat[s].spec);
        add(&out, "\n");
    }
    add_items(&out, history->rules);
    if (with_state) {
        assert(out.size - out.length > STATE_TEXT_SIZE + (int)sizeof "state \n");
        add(&out, "state ");
        out.length += state_print(text + out.length, &history->state[0], history->rules);
        add(&out, "\n");
    }
    return out.length;
}

int journal_print_decision(char line[JOURNAL_LINE_SIZE], const History *history, Action action,
                           const JournalMarks *marks)
{
    Writer out = writer_start(line, JOURNAL_LINE_SIZE);
    char text[ACTION_TEXT_SIZE];

    action_print(text, action, history->rules);
    add(&out, "%d %s %s", history->count,
        vocab_seat(history->setup.seat_count, history_seat(history)), text);
    add_marks(&out, marks);
    return out.length;
}

int journal_print_undo(char line[JOURNAL_LINE_SIZE], int to, const JournalMarks *marks)
{
    Writer out = writer_start(line, JOURNAL_LINE_SIZE);

    add(&out, "undo %d", to);
    add_marks(&out, marks);
    return out.length;
}

int journal_print_seat(char line[JOURNAL_LINE_SIZE], int seat_count, Seat seat,
                       const MatchSeat *player)
{
    Writer out = writer_start(line, JOURNAL_LINE_SIZE);

    add(&out, "seat %s %s", vocab_seat(seat_count, seat),
        player->player == PLAYER_HUMAN ? "human" : "bot");
    if (player->player == PLAYER_BOT && player->spec[0] != '\0') {
        add(&out, " ");
        add_word(&out, player->spec);
    }
    return out.length;
}

int journal_print_end(char line[JOURNAL_LINE_SIZE], const State *state, const Rules *rules,
                      uint64_t decisions)
{
    Seat ranking[SEATS_MAX];

    state_ranking(state, rules, ranking);
    return snprintf(line, JOURNAL_LINE_SIZE,
                    "end winner=%s seat=%s ending=%s vp=%d,%d decisions=%" PRIu64 " h=%016" PRIx64,
                    vocab_bloc[state_winner(state)], vocab_seat(state->seat_count, ranking[0]),
                    vocab_ending[state_ending(state)], state_bloc_vp(state, BLOC_US),
                    state_bloc_vp(state, BLOC_CN), decisions, state_hash(state, rules));
}

int journal_print_owed(char line[JOURNAL_LINE_SIZE], const History *history)
{
    const State *state = history_state(history);

    if (state_is_terminal(state)) {
        return journal_print_end(line, state, history->rules, (uint64_t)history->count);
    }
    if (history->count > 0 && history->state[history->count - 1].round == state->round) {
        line[0] = '\0';
        return 0;
    }
    return snprintf(line, JOURNAL_LINE_SIZE, "round %d h=%016" PRIx64, state->round,
                    state_hash(state, history->rules));
}
