/* The canonical state text (tests/TRACE.md R4) and its hash. */

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/vocab.h"

/* snprintf would take most of the time of a hash: the text is appended byte by byte. */
typedef struct Writer {
    char *at;
    const char *end; /* the zero of a full text */
} Writer;

const char *const line_name[LINE_COUNT] = {"train",   "optimise",  "integrate", "datacentre",
                                           "silicon", "safeguard", "api",       "open",
                                           "control", "court"};
const char *const frame_name[FRAME_KIND_COUNT] = {"",        "ops",    "event",
                                                  "trigger", "hearts", "hedging"};

static void put_char(Writer *writer, char c)
{
    assert(writer->at < writer->end);
    *writer->at++ = c;
}

static void put(Writer *writer, const char *text)
{
    for (; *text != '\0'; text++) {
        put_char(writer, *text);
    }
}

static void put_int(Writer *writer, int value)
{
    char digits[12];
    int count = 0;
    unsigned rest = value < 0 ? 0U - (unsigned)value : (unsigned)value;

    if (value < 0) {
        put_char(writer, '-');
    }
    do {
        digits[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    while (count > 0) {
        put_char(writer, digits[--count]);
    }
}

static void put_field(Writer *writer, const char *name)
{
    put_char(writer, ' ');
    put(writer, name);
    put_char(writer, '=');
}

/* A separator before every item but the first. */
static void separate(Writer *writer, bool *first, char separator)
{
    if (!*first) {
        put_char(writer, separator);
    }
    *first = false;
}

static void put_track(Writer *writer, const State *state, const TrackInfo *track)
{
    int step = track->scope == SCOPE_SEAT && !is_four_seats(state) ? 2 : 1;
    bool first = true;

    put_field(writer, track->text);
    for (int i = 0; i < track->size; i += step) {
        int value = state->track[track->slot + i];
        separate(writer, &first, ',');
        if (track->slot == SLOT_LICENCE) {
            put_char(writer, value == LICENCE_PERMISSIVE ? 'p' : 'c');
        } else {
            put_int(writer, value);
        }
    }
}

static void put_cards(Writer *writer, const uint64_t set[2], const Rules *rules, char separator)
{
    bool first = true;

    for (int card = set_next(set, 0); card < CARDS_MAX; card = set_next(set, card + 1)) {
        separate(writer, &first, separator);
        put(writer, rules->card[card].id);
    }
    if (first) {
        put_char(writer, '-');
    }
}

static void put_nations(Writer *writer, const State *state, const Rules *rules)
{
    bool first = true;

    put_field(writer, "nations");
    for (int n = 0; n < rules->nation_count; n++) {
        separate(writer, &first, ',');
        put_int(writer, state->nation_x[n]);
        put_char(writer, ':');
        put_int(writer, state->nation_y[n]);
    }
}

static void put_hands(Writer *writer, const State *state, const Rules *rules)
{
    bool first = true;

    put_field(writer, "hand");
    for (int seat = 0; seat < SEATS_MAX; seat += 4 / state->seat_count) {
        separate(writer, &first, ',');
        put_cards(writer, state->cards[SET_HAND + seat], rules, '+');
    }
    put_field(writer, "deck");
    put_cards(writer, state->cards[SET_DECK], rules, ',');
    put_field(writer, "discard");
    put_cards(writer, state->cards[SET_DISCARD], rules, ',');
    put_field(writer, "removed");
    put_cards(writer, state->cards[SET_REMOVED], rules, ',');
}

static void put_headlines(Writer *writer, const State *state, const Rules *rules)
{
    put_field(writer, "headline");
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        int card = state->headline[bloc] - 1;
        put(writer, bloc == 0 ? "" : ",");
        put(writer, card < 0 ? "-" : rules->card[card].id);
    }
    put_field(writer, "shelved");
    bool first = true;
    for (int seat = 0; seat < SEATS_MAX; seat += 4 / state->seat_count) {
        separate(writer, &first, ',');
        put_int(writer, state->shelved >> seat & 1);
    }
}

static void put_modifier(Writer *writer, const State *state, int index, bool *first)
{
    int duration = index / (MODIFIER_COUNT * BLOC_COUNT);
    int modifier = index / BLOC_COUNT % MODIFIER_COUNT;
    int bloc = index % BLOC_COUNT;
    int sum = state->modifier[modifier][bloc][duration];

    if (sum == 0) {
        return;
    }
    separate(writer, first, ',');
    put(writer, vocab_modifier[modifier]);
    put_char(writer, ':');
    put(writer, vocab_bloc[bloc]);
    put_char(writer, ':');
    put_int(writer, sum);
    put_char(writer, ':');
    put(writer, vocab_duration[duration]);
}

static void put_modifiers(Writer *writer, const State *state)
{
    bool first = true;

    put_field(writer, "mods");
    for (int i = 0; i < 2 * MODIFIER_COUNT * BLOC_COUNT; i++) {
        put_modifier(writer, state, i, &first);
    }
    put(writer, first ? "-" : "");
}

static void put_triggers(Writer *writer, const State *state, const Rules *rules)
{
    bool first = true;

    put_field(writer, "triggers");
    for (int i = 0; i < TRIGGER_COUNT * BLOC_COUNT; i++) {
        int card = state->trigger[i / BLOC_COUNT][i % BLOC_COUNT] - 1;
        if (card >= 0) {
            separate(writer, &first, ',');
            put(writer, vocab_trigger[i / BLOC_COUNT]);
            put_char(writer, ':');
            put(writer, vocab_bloc[i % BLOC_COUNT]);
            put_char(writer, ':');
            put(writer, rules->card[card].id);
        }
    }
    put(writer, first ? "-" : "");
}

static const char *frame_card(const Frame *frame, const Rules *rules)
{
    if (frame->kind == FRAME_HEARTS) {
        return frame->card == 0 ? "closed" : "open";
    }
    return frame->kind == FRAME_HEDGING ? "-" : rules->card[frame->card].id;
}

static void put_lines(Writer *writer, uint32_t lines)
{
    bool first = true;

    for (int line = 0; line < LINE_COUNT; line++) {
        if ((lines >> line & 1) != 0) {
            separate(writer, &first, '+');
            put(writer, line_name[line]);
        }
    }
    put(writer, first ? "-" : "");
}

static void put_chosen(Writer *writer, uint32_t chosen, const Rules *rules)
{
    bool first = true;

    for (int n = 0; n < rules->nation_count; n++) {
        if ((chosen >> n & 1) != 0) {
            separate(writer, &first, '+');
            put(writer, rules->nation[n].id);
        }
    }
    put(writer, first ? "-" : "");
}

static void put_frame(Writer *writer, const State *state, const Frame *frame, const Rules *rules)
{
    put(writer, frame_name[frame->kind]);
    put_char(writer, ':');
    if (frame->kind == FRAME_OPS) {
        put(writer, vocab_seat(state->seat_count, frame->seat));
        put_char(writer, ':');
        put_int(writer, frame->points);
        put_char(writer, ':');
        put_lines(writer, frame->chosen);
        return;
    }
    put(writer, frame_card(frame, rules));
    put_char(writer, ':');
    put(writer, vocab_bloc[frame->owner]);
    put_char(writer, ':');
    put(writer, vocab_seat(state->seat_count, frame->seat));
    put_char(writer, ':');
    put_int(writer, frame->next);
    put_char(writer, ':');
    put_int(writer, frame->left);
    put_char(writer, ':');
    put_chosen(writer, frame->chosen, rules);
    put_char(writer, ':');
    put(writer, frame->kind == FRAME_HEDGING ? "-" : vocab_bloc[frame->culprit]);
}

static void put_resolution(Writer *writer, const State *state, const Rules *rules)
{
    put_field(writer, "frames");
    for (int i = 0; i < state->frame_count; i++) {
        put(writer, i == 0 ? "" : ",");
        put_frame(writer, state, &state->frame[i], rules);
    }
    put(writer, state->frame_count == 0 ? "-" : "");
    put_field(writer, "chance");
    put_int(writer, state->shuffles);
    put_char(writer, ',');
    put_int(writer, state->dice);
    put_char(writer, ',');
    put_int(writer, state->discards);
    put_field(writer, "result");
    if (state->result == 0) {
        put_char(writer, '-');
    } else {
        put(writer, vocab_bloc[state_winner(state)]);
        put_char(writer, ':');
        put(writer, vocab_ending[state_ending(state)]);
    }
}

int state_print(char text[STATE_TEXT_SIZE], const State *state, const Rules *rules)
{
    Writer writer = {text, text + STATE_TEXT_SIZE - 1};

    put(&writer, "round=");
    put_int(&writer, state->round);
    put_field(&writer, "phase");
    put(&writer, vocab_phase[state->phase]);
    put_field(&writer, "turn");
    put_int(&writer, state->turn);
    put_field(&writer, "first");
    put(&writer, vocab_bloc[state->first_bloc]);
    for (int track = 0; track < TRACK_COUNT; track++) {
        put_track(&writer, state, &vocab_track[track]);
    }
    put_nations(&writer, state, rules);
    put_hands(&writer, state, rules);
    put_headlines(&writer, state, rules);
    put_modifiers(&writer, state);
    put_triggers(&writer, state, rules);
    put_resolution(&writer, state, rules);
    *writer.at = '\0';
    return (int)(writer.at - text);
}

uint64_t state_hash(const State *state, const Rules *rules)
{
    char text[STATE_TEXT_SIZE];
    int length = state_print(text, state, rules);
    uint64_t hash = UINT64_C(0xcbf29ce484222325);

    for (int i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}
