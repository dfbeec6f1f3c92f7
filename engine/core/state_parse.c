/* Reads a canonical state text (tests/TRACE.md R4). */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"

enum { TOKEN_SIZE = 32, DIGITS_MOST = 6, QUOTE_MOST = 24 };

/* A cursor that stops at the first fault: after it every step does nothing. */
typedef struct Reader {
    const char *at;
    const char *field; /* being read, for messages */
    const Rules *rules;
    State *state;
    Error *err;
    Status status;
} Reader;

static void fault(Reader *reader, const char *what, const char *found)
{
    if (reader->status == STATUS_OK) {
        reader->status =
            error_set(reader->err, STATUS_PARSE, "state text, field '%s': %s, found '%.*s'",
                      reader->field, what, error_quote(found, QUOTE_MOST), found);
    }
}

static bool failed(const Reader *reader)
{
    return reader->status != STATUS_OK;
}

/* Takes `c` if it comes next. */
static bool take(Reader *reader, char c)
{
    if (failed(reader) || *reader->at != c) {
        return false;
    }
    reader->at++;
    return true;
}

static void expect(Reader *reader, char c)
{
    if (!take(reader, c)) {
        char what[] = "expected 'c'";
        what[10] = c;
        fault(reader, what, reader->at);
    }
}

static void begin_field(Reader *reader, const char *name)
{
    size_t length = strlen(name);

    if (failed(reader)) {
        return;
    }
    reader->field = name;
    if (name[0] != '\0' && reader->at != NULL && strncmp(reader->at, name, length) == 0 &&
        reader->at[length] == '=') {
        reader->at += length + 1;
        return;
    }
    fault(reader, "expected it here", reader->at);
}

static void next_field(Reader *reader, const char *name)
{
    expect(reader, ' ');
    begin_field(reader, name);
}

static int read_int(Reader *reader, int least, int most)
{
    int value = 0;
    int digits = 0;
    const char *start = reader->at;
    bool negative = take(reader, '-');

    while (!failed(reader) && *reader->at >= '0' && *reader->at <= '9' && digits < DIGITS_MOST) {
        value = 10 * value + (*reader->at++ - '0');
        digits++;
    }
    value = negative ? -value : value;
    if (digits == 0 || value < least || value > most) {
        char what[64];
        snprintf(what, sizeof what, "expected a number in %d..%d", least, most);
        fault(reader, what, start);
        return least;
    }
    return value;
}

/* Takes a word up to a separator. */
static void read_token(Reader *reader, char token[TOKEN_SIZE])
{
    size_t length = 0;

    while (!failed(reader) && *reader->at != '\0' && strchr(" ,:+=", *reader->at) == NULL &&
           length < TOKEN_SIZE - 1) {
        token[length++] = *reader->at++;
    }
    token[length] = '\0';
}

static int read_word(Reader *reader, const char *const list[])
{
    char token[TOKEN_SIZE];

    read_token(reader, token);
    int index = failed(reader) ? 0 : vocab_find(list, token);
    if (index < 0) {
        const char *nearest = vocab_nearest(list, token);
        char what[96];
        snprintf(what, sizeof what, "unknown word%s%s%s", nearest == NULL ? "" : ", did you mean '",
                 nearest == NULL ? "" : nearest, nearest == NULL ? "" : "'?");
        fault(reader, what, token);
        return 0;
    }
    return index;
}

static int read_card(Reader *reader)
{
    char token[TOKEN_SIZE];

    read_token(reader, token);
    int card = failed(reader) ? 0 : rules_find_card(reader->rules, token);
    if (card < 0) {
        fault(reader, "unknown card", token);
        return 0;
    }
    return card;
}

static int read_nation(Reader *reader)
{
    char token[TOKEN_SIZE];

    read_token(reader, token);
    int nation = failed(reader) ? 0 : rules_find_nation(reader->rules, token);
    if (nation < 0) {
        fault(reader, "unknown nation", token);
        return 0;
    }
    return nation;
}

static bool at_nothing(Reader *reader)
{
    bool nothing = !failed(reader) && reader->at[0] == '-' &&
                   (reader->at[1] == '\0' || strchr(" ,:", reader->at[1]) != NULL);

    if (nothing) {
        reader->at++;
    }
    return nothing;
}

static int seat_step(const State *state)
{
    return is_four_seats(state) ? 1 : 2;
}

static Seat read_seat(Reader *reader)
{
    bool four = is_four_seats(reader->state);
    int index = read_word(reader, four ? vocab_stack : vocab_bloc);

    return four ? index : 2 * index;
}

static void read_track(Reader *reader, const TrackInfo *track)
{
    int step = track->scope == SCOPE_SEAT ? seat_step(reader->state) : 1;

    next_field(reader, track->text);
    for (int i = 0; i < track->size && !failed(reader); i += step) {
        int value;
        if (i > 0) {
            expect(reader, ',');
        }
        if (track->slot == SLOT_LICENCE) {
            static const char *const licence[] = {"p", "c", NULL};
            value = read_word(reader, licence);
        } else {
            value = read_int(reader, track->least, track->most);
        }
        reader->state->track[track->slot + i] = (int16_t)value;
    }
}

static void read_nations(Reader *reader)
{
    next_field(reader, "nations");
    for (int n = 0; n < reader->rules->nation_count && !failed(reader); n++) {
        if (n > 0) {
            expect(reader, ',');
        }
        reader->state->nation_x[n] = (int8_t)read_int(reader, -GRID_EDGE, GRID_EDGE);
        expect(reader, ':');
        reader->state->nation_y[n] = (int8_t)read_int(reader, -GRID_EDGE, GRID_EDGE);
    }
}

static void read_cards(Reader *reader, uint64_t set[2], char separator)
{
    if (at_nothing(reader)) {
        return;
    }
    do {
        set_add(set, read_card(reader));
    } while (take(reader, separator));
}

static void read_hands(Reader *reader)
{
    State *state = reader->state;

    next_field(reader, "hand");
    for (int seat = 0; seat < SEATS_MAX; seat += seat_step(state)) {
        if (seat > 0) {
            expect(reader, ',');
        }
        read_cards(reader, state->cards[SET_HAND + seat], '+');
    }
    next_field(reader, "deck");
    read_cards(reader, state->cards[SET_DECK], ',');
    next_field(reader, "discard");
    read_cards(reader, state->cards[SET_DISCARD], ',');
    next_field(reader, "removed");
    read_cards(reader, state->cards[SET_REMOVED], ',');
}

static void read_headlines(Reader *reader)
{
    State *state = reader->state;

    next_field(reader, "headline");
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        if (bloc > 0) {
            expect(reader, ',');
        }
        if (!at_nothing(reader)) {
            state->headline[bloc] = (uint8_t)(read_card(reader) + 1);
        }
    }
    next_field(reader, "shelved");
    for (int seat = 0; seat < SEATS_MAX; seat += seat_step(state)) {
        if (seat > 0) {
            expect(reader, ',');
        }
        state->shelved |= (uint8_t)(read_int(reader, 0, 1) << seat);
    }
}

static void read_modifiers(Reader *reader)
{
    next_field(reader, "mods");
    if (at_nothing(reader)) {
        return;
    }
    do {
        int modifier = read_word(reader, vocab_modifier);
        expect(reader, ':');
        int bloc = read_word(reader, vocab_bloc);
        expect(reader, ':');
        int sum = read_int(reader, INT8_MIN, INT8_MAX);
        expect(reader, ':');
        int duration = read_word(reader, vocab_duration);
        reader->state->modifier[modifier][bloc][duration] = (int8_t)sum;
    } while (take(reader, ','));
}

static void read_triggers(Reader *reader)
{
    next_field(reader, "triggers");
    if (at_nothing(reader)) {
        return;
    }
    do {
        int kind = read_word(reader, vocab_trigger);
        expect(reader, ':');
        int bloc = read_word(reader, vocab_bloc);
        expect(reader, ':');
        reader->state->trigger[kind][bloc] = (uint8_t)(read_card(reader) + 1);
    } while (take(reader, ','));
}

static void read_operations(Reader *reader, Frame *frame)
{
    frame->seat = (uint8_t)read_seat(reader);
    expect(reader, ':');
    frame->points = (uint8_t)read_int(reader, 1, UINT8_MAX);
    expect(reader, ':');
    if (at_nothing(reader)) {
        return;
    }
    do {
        const char *names[LINE_COUNT + 1] = {NULL};
        memcpy(names, line_name, sizeof line_name);
        frame->chosen |= UINT32_C(1) << read_word(reader, names);
    } while (take(reader, '+'));
}

static void read_frame_card(Reader *reader, Frame *frame)
{
    static const char *const hearts[] = {"closed", "open", NULL};

    if (frame->kind == FRAME_HEARTS) {
        frame->card = (uint8_t)read_word(reader, hearts);
    } else if (frame->kind == FRAME_HEDGING) {
        expect(reader, '-');
    } else {
        frame->card = (uint8_t)read_card(reader);
    }
}

static void read_chosen(Reader *reader, Frame *frame)
{
    if (at_nothing(reader)) {
        return;
    }
    do {
        frame->chosen |= UINT32_C(1) << read_nation(reader);
    } while (take(reader, '+'));
}

static void read_frame(Reader *reader, Frame *frame)
{
    const char *names[FRAME_KIND_COUNT + 1] = {NULL};

    memcpy(names, frame_name, sizeof frame_name);
    frame->kind = (uint8_t)read_word(reader, names);
    expect(reader, ':');
    if (frame->kind == FRAME_OPS) {
        read_operations(reader, frame);
        return;
    }
    read_frame_card(reader, frame);
    expect(reader, ':');
    frame->owner = (uint8_t)read_word(reader, vocab_bloc);
    expect(reader, ':');
    frame->seat = (uint8_t)read_seat(reader);
    expect(reader, ':');
    frame->next = (uint8_t)read_int(reader, 0, PROGRAM_MAX);
    expect(reader, ':');
    frame->left = (uint8_t)read_int(reader, 0, NATIONS_MAX);
    expect(reader, ':');
    read_chosen(reader, frame);
    expect(reader, ':');
    if (frame->kind == FRAME_HEDGING) {
        expect(reader, '-');
    } else {
        frame->culprit = (uint8_t)read_word(reader, vocab_bloc);
    }
}

static void read_frames(Reader *reader)
{
    State *state = reader->state;

    next_field(reader, "frames");
    if (at_nothing(reader)) {
        return;
    }
    do {
        if (state->frame_count == FRAMES_MAX) {
            fault(reader, "too many frames", reader->at);
            return;
        }
        read_frame(reader, &state->frame[state->frame_count++]);
    } while (take(reader, ','));
}

static void read_end(Reader *reader)
{
    State *state = reader->state;

    next_field(reader, "chance");
    state->shuffles = (uint16_t)read_int(reader, 0, UINT16_MAX);
    expect(reader, ',');
    state->dice = (uint16_t)read_int(reader, 0, UINT16_MAX);
    expect(reader, ',');
    state->discards = (uint16_t)read_int(reader, 0, UINT16_MAX);
    next_field(reader, "result");
    if (!at_nothing(reader)) {
        int winner = read_word(reader, vocab_bloc);
        expect(reader, ':');
        state->result = (uint8_t)(1 + winner + 2 * read_word(reader, vocab_ending));
    }
    if (!failed(reader) && *reader->at != '\0') {
        fault(reader, "expected the end of the text", reader->at);
    }
}

static void read_state(Reader *reader)
{
    State *state = reader->state;

    begin_field(reader, "round");
    state->round = (uint8_t)read_int(reader, 1, UINT8_MAX);
    next_field(reader, "phase");
    state->phase = (uint8_t)read_word(reader, vocab_phase);
    next_field(reader, "turn");
    state->turn = (uint8_t)read_int(reader, 0, UINT8_MAX);
    next_field(reader, "first");
    state->first_bloc = (uint8_t)read_word(reader, vocab_bloc);
    for (int track = 0; track < TRACK_COUNT; track++) {
        read_track(reader, &vocab_track[track]);
    }
    read_nations(reader);
    read_hands(reader);
    read_headlines(reader);
    read_modifiers(reader);
    read_triggers(reader);
    read_frames(reader);
    read_end(reader);
}

/* Two texts of one position would be two hashes of it. */
static Status check_canonical(const State *state, const char *text, const Rules *rules, Error *err)
{
    char printed[STATE_TEXT_SIZE];

    state_print(printed, state, rules);
    if (strcmp(printed, text) == 0) {
        return STATUS_OK;
    }
    size_t same = 0;
    while (printed[same] == text[same]) {
        same++;
    }
    return error_set(
        err, STATUS_PARSE,
        "state text, character %zu: not in canonical form: expected '%.*s', found '%.*s'", same + 1,
        QUOTE_MOST, printed + same, error_quote(text + same, QUOTE_MOST), text + same);
}

Status state_parse(State *state, const Setup *setup, const char *text, const Rules *rules,
                   Error *err)
{
    State read = {.seed = setup->seed,
                  .scenario = (uint8_t)setup->scenario,
                  .seat_count = (uint8_t)setup->seat_count};
    Reader reader = {.at = text,
                     .field = "round",
                     .rules = rules,
                     .state = &read,
                     .err = err,
                     .status = STATUS_OK};

    if (strlen(text) >= STATE_TEXT_SIZE) {
        return error_set(err, STATUS_PARSE, "state text: longer than %d bytes",
                         STATE_TEXT_SIZE - 1);
    }
    read_state(&reader);
    if (failed(&reader)) {
        return reader.status;
    }
    if (read.phase == PHASE_START) {
        return error_set(err, STATUS_PARSE,
                         "state text, field 'phase': between rounds (start) nobody chooses");
    }
    Status status = state_check(&read, rules, err);
    if (status == STATUS_OK) {
        status = check_canonical(&read, text, rules, err);
    }
    if (status == STATUS_OK) {
        *state = read;
    }
    return status;
}
