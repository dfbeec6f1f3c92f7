/* The invariants of a position: what every function of the kernel may rely on. */

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "core/bits.h"
#include "core/deck.h"
#include "core/legal.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/status.h"
#include "core/track.h"
#include "core/vm.h"
#include "core/vocab.h"

enum { FRAMES_DEEP = 4, POINTS_MOST = 9, MODIFIER_MOST = 60, PLATEAU_TILES = 3 };

static Status wrong(Error *err, const char *what)
{
    return error_set(err, STATUS_PARSE, "impossible position: %s", what);
}

static bool seat_exists(const State *state, int seat)
{
    return seat < SEATS_MAX && (is_four_seats(state) || seat % 2 == 0);
}

static bool is_zero(const void *bytes, size_t size)
{
    const unsigned char *byte = bytes;

    for (size_t i = 0; i < size; i++) {
        if (byte[i] != 0) {
            return false;
        }
    }
    return true;
}

static Status check_header(const State *state, const Rules *rules, Error *err)
{
    if (state->seat_count != 2 && state->seat_count != 4) {
        return wrong(err, "not 2 or 4 seats");
    }
    if (state->scenario >= rules->scenario_count) {
        return wrong(err, "no such scenario");
    }
    const Scenario *scenario = &rules->scenario[state->scenario];
    if (state->round < 1 || state->round > scenario->rounds) {
        return wrong(err, "no such round in the scenario");
    }
    if (state->turn > BLOC_COUNT * scenario->acts) {
        return wrong(err, "more plays than the round has");
    }
    if (state->phase > PHASE_END || state->first_bloc > BLOC_CN) {
        return wrong(err, "no such phase or first bloc");
    }
    if ((state->phase == PHASE_END) != (state->result != 0) ||
        state->result > 2 * ENDING_CATASTROPHE + 2) {
        return wrong(err, "a result and phase=end go together");
    }
    return is_zero(state->reserved, sizeof state->reserved)
               ? STATUS_OK
               : wrong(err, "unused bytes are not zero");
}

static Status check_slot(const State *state, const Rules *rules, const TrackInfo *track,
                         int subject, Error *err)
{
    const Scenario *scenario = &rules->scenario[state->scenario];
    int slot = track->slot + subject;
    int value = state->track[slot];
    bool plateau = track->slot == SLOT_PLATEAU; /* drawn, so no start value holds it */

    if (track->scope == SCOPE_SEAT && !seat_exists(state, subject)) {
        return value == 0 ? STATUS_OK : wrong(err, "a seat that is not in the game has something");
    }
    if (value < track->least || value > track->most) {
        return error_set(err, STATUS_PARSE, "impossible position: %s=%d is not in %d..%d",
                         track->text, value, track->least, track->most);
    }
    if (!plateau && (value < scenario->least[slot] || value > scenario->most[slot])) {
        return error_set(err, STATUS_PARSE,
                         "impossible position: %s=%d, but scenario %s holds it at %d", track->text,
                         value, scenario->id, scenario->start[slot]);
    }
    return STATUS_OK;
}

static Status check_track(const State *state, const Rules *rules, const TrackInfo *track,
                          Error *err)
{
    for (int subject = 0; subject < track->size; subject++) {
        Status status = check_slot(state, rules, track, subject, err);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

static Status check_plateau(const State *state, const Rules *rules, Error *err)
{
    int plateau = state->track[SLOT_PLATEAU];
    int highest = best_lab(state, BLOC_US);

    highest = best_lab(state, BLOC_CN) > highest ? best_lab(state, BLOC_CN) : highest;
    if (!has_system(state, rules, SYSTEM_PLATEAU)) {
        return plateau == vocab_track[TRACK_PLATEAU].most
                   ? STATUS_OK
                   : wrong(err, "a plateau without its system");
    }
    if (state->track[SLOT_KNOWN] == 1) {
        return STATUS_OK; /* cards may have moved it */
    }
    int least = rules->param[PARAM_PLATEAU_LEAST];
    if (plateau < least || plateau >= least + PLATEAU_TILES) {
        return wrong(err, "no such plateau tile");
    }
    return highest <= plateau ? STATUS_OK : wrong(err, "a lab has passed a hidden plateau");
}

static Status check_tracks(const State *state, const Rules *rules, Error *err)
{
    for (int track = 0; track < TRACK_COUNT; track++) {
        Status status = check_track(state, rules, &vocab_track[track], err);
        if (status != STATUS_OK) {
            return status;
        }
    }
    for (int slot = SLOT_COUNT; slot < TRACK_SLOTS; slot++) {
        if (state->track[slot] != 0) {
            return wrong(err, "unused bytes are not zero");
        }
    }
    bool catastrophe = state->result != 0 && state_ending(state) == ENDING_CATASTROPHE;
    if ((state->track[SLOT_RISK] == vocab_track[TRACK_RISK].most) != catastrophe) {
        return wrong(err, "Risk is at its end and the game is not, or the other way round");
    }
    return check_plateau(state, rules, err);
}

static Status check_nations(const State *state, const Rules *rules, Error *err)
{
    for (int n = 0; n < NATIONS_MAX; n++) {
        int x = state->nation_x[n];
        int y = state->nation_y[n];
        if (n >= rules->nation_count && (x != 0 || y != 0)) {
            return wrong(err, "unused bytes are not zero");
        }
        if (x < -GRID_EDGE || x > GRID_EDGE || y < -GRID_EDGE || y > GRID_EDGE) {
            return error_set(err, STATUS_PARSE, "impossible position: %s stands outside the map",
                             rules->nation[n].id);
        }
    }
    return STATUS_OK;
}

/* The cards that the Starts so far have brought into the game. */
static void cards_in_game(const State *state, const Rules *rules, uint64_t cards[2])
{
    const Scenario *scenario = &rules->scenario[state->scenario];

    cards[0] = 0;
    cards[1] = 0;
    for (int era = 0; era < ERA_COUNT; era++) {
        if (scenario->era_round[era] != 0 && scenario->era_round[era] <= state->round) {
            cards[0] |= scenario->deck[era][0];
            cards[1] |= scenario->deck[era][1];
        }
    }
}

static void note_cards(const uint64_t set[2], uint64_t seen[2], uint64_t twice[2])
{
    for (int word = 0; word < 2; word++) {
        twice[word] |= seen[word] & set[word];
        seen[word] |= set[word];
    }
}

/* Names the first card of a set that should be empty. */
static Status card_fault(const uint64_t set[2], const char *what, const Rules *rules, Error *err)
{
    int card = set_next(set, 0);

    if (card >= rules->card_count) {
        return card == CARDS_MAX ? STATUS_OK : wrong(err, "unused bytes are not zero");
    }
    return error_set(err, STATUS_PARSE, "impossible position: card %s %s", rules->card[card].id,
                     what);
}

static Status check_places(const State *state, const Rules *rules, Error *err)
{
    uint64_t seen[2] = {0, 0};
    uint64_t twice[2] = {0, 0};
    uint64_t expected[2];

    for (int set = 0; set < SET_COUNT; set++) {
        note_cards(state->cards[set], seen, twice);
    }
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        if (state->headline[bloc] != 0) {
            uint64_t card[2] = {0, 0};
            set_add(card, state->headline[bloc] - 1);
            note_cards(card, seen, twice);
        }
    }
    cards_in_game(state, rules, expected);
    uint64_t missing[2] = {expected[0] & ~seen[0], expected[1] & ~seen[1]};
    uint64_t foreign[2] = {seen[0] & ~expected[0], seen[1] & ~expected[1]};
    Status status = card_fault(twice, "is in two places", rules, err);
    if (status == STATUS_OK) {
        status = card_fault(missing, "is nowhere", rules, err);
    }
    if (status == STATUS_OK) {
        status = card_fault(foreign, "is not in the game, or not yet", rules, err);
    }
    return status;
}

static Status check_cards(const State *state, const Rules *rules, Error *err)
{
    for (int seat = 0; seat < SEATS_MAX; seat++) {
        if (!seat_exists(state, seat) && !set_is_empty(state->cards[SET_HAND + seat])) {
            return wrong(err, "a seat that is not in the game holds cards");
        }
        if (set_count(state->cards[SET_HAND + seat]) > HAND_MAX) {
            return wrong(err, "a hand holds more cards than a legal list has room for");
        }
    }
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        if (state->headline[bloc] > rules->card_count) {
            return wrong(err, "no such headline card");
        }
    }
    return check_places(state, rules, err);
}

static Status check_modifiers(const State *state, const Rules *rules, Error *err)
{
    const int8_t *sum = &state->modifier[0][0][0];

    for (size_t i = 0; i < sizeof state->modifier; i++) {
        if (sum[i] < -MODIFIER_MOST || sum[i] > MODIFIER_MOST) {
            return wrong(err, "a modifier is out of bounds");
        }
    }
    for (int i = 0; i < TRIGGER_COUNT * BLOC_COUNT; i++) {
        int card = state->trigger[i / BLOC_COUNT][i % BLOC_COUNT] - 1;
        if (card >= rules->card_count ||
            (card >= 0 && rules->card[card].trigger_kind != i / BLOC_COUNT)) {
            return wrong(err, "a trigger that no such card sets");
        }
    }
    for (int seat = 0; seat < 8; seat++) {
        if ((state->shelved >> seat & 1) != 0 && !seat_exists(state, seat)) {
            return wrong(err, "a seat that is not in the game has shelved");
        }
    }
    return STATUS_OK;
}

static Status check_operations(const State *state, const Frame *frame, Error *err)
{
    Frame rest = *frame;

    rest.kind = 0;
    rest.seat = 0;
    rest.points = 0;
    rest.chosen = 0;
    if (frame->points < 1 || frame->points > POINTS_MOST || frame->chosen >> LINE_COUNT != 0 ||
        !is_zero(&rest, sizeof rest) || state->phase != PHASE_ACTION) {
        return wrong(err, "an operations frame that cannot be");
    }
    return STATUS_OK;
}

static bool card_fits(const Rules *rules, const Frame *frame)
{
    switch ((FrameKind)frame->kind) {
    case FRAME_EVENT:
    case FRAME_TRIGGER:
        return frame->card < rules->card_count;
    case FRAME_HEARTS:
        return frame->card <= 1;
    case FRAME_HEDGING:
        return frame->card == 0 && frame->culprit == 0;
    case FRAME_NONE:
    case FRAME_OPS:
    case FRAME_KIND_COUNT:
        break;
    }
    return false;
}

static Status check_program_frame(const State *state, const Rules *rules, const Frame *frame,
                                  Error *err)
{
    bool hedging = frame->kind == FRAME_HEDGING;

    if (!card_fits(rules, frame) ||
        frame->next >= rules->program[frame->kind][frame->card].length) {
        return wrong(err, "a frame without a program, or past its end");
    }
    if (frame->owner > BLOC_CN || frame->culprit > BLOC_CN || frame->points != 0 ||
        seat_bloc(frame->seat) != (Bloc)frame->owner) {
        return wrong(err, "a frame whose seat is not its owner's");
    }
    if (hedging != (state->phase == PHASE_SCORING)) {
        return wrong(err, "hedging is decided in phase=scoring and nothing else is");
    }
    bool by_headliner = hedging || frame->kind == FRAME_TRIGGER;
    if (by_headliner && frame->seat != headliner(state, (Bloc)frame->owner)) {
        return wrong(err, "a frame that the bloc's headliner decides names another seat");
    }
    return STATUS_OK;
}

/* The frame on top waits for an answer; those below it wait for it and have begun nothing. */
static Status check_waiting(const State *state, const Rules *rules, const Frame *frame, Error *err)
{
    const Instruction *instruction =
        rules->instruction + rules->program[frame->kind][frame->card].start + frame->next;
    bool on_top = frame == &state->frame[state->frame_count - 1];
    bool chooses = on_top && instruction->op == OP_CHOOSE;
    int most = frame->kind == FRAME_HEDGING ? rules->param[PARAM_HEDGE_MOST] : instruction->n;

    if (!chooses) {
        return frame->left == 0 && frame->chosen == 0
                   ? STATUS_OK
                   : wrong(err, "a frame has chosen nations where it does not choose");
    }
    if ((frame->chosen & ~rules->nations) != 0 || frame->left < 1 ||
        frame->left + bits_count(frame->chosen) > most) {
        return wrong(err, "a frame has more nations to choose than its instruction");
    }
    return STATUS_OK;
}

static Status check_frames(const State *state, const Rules *rules, Error *err)
{
    if (state->frame_count > FRAMES_DEEP) {
        return wrong(err, "too many frames");
    }
    if (!is_zero(state->frame + state->frame_count,
                 sizeof(Frame) * (size_t)(FRAMES_MAX - state->frame_count))) {
        return wrong(err, "unused bytes are not zero");
    }
    for (int i = 0; i < state->frame_count; i++) {
        const Frame *frame = &state->frame[i];
        if (!seat_exists(state, frame->seat)) {
            return wrong(err, "a frame of a seat that is not in the game");
        }
        Status status = frame->kind == FRAME_OPS ? check_operations(state, frame, err)
                                                 : check_program_frame(state, rules, frame, err);
        if (status == STATUS_OK && frame->kind != FRAME_OPS) {
            status = check_waiting(state, rules, frame, err);
        }
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

/* Whether somebody has something to choose, where the frames leave it to the round. */
static bool round_awaits(const State *state, const Rules *rules)
{
    switch ((Phase)state->phase) {
    case PHASE_HEADLINE:
        return rules->scenario[state->scenario].headline && state->turn == 0 &&
               state->headline[BLOC_CN] == 0 &&
               !set_is_empty(state->cards[SET_HAND + committing_seat(state)]);
    case PHASE_ACTION:
        return state->turn < BLOC_COUNT * rules->scenario[state->scenario].acts &&
               state->headline[BLOC_US] == 0 && state->headline[BLOC_CN] == 0 &&
               !set_is_empty(state->cards[SET_HAND + playing_seat(state)]);
    case PHASE_START:
    case PHASE_END:
        return true;
    case PHASE_SCORING:
        break;
    }
    return false;
}

static bool top_asks(const State *state, const Rules *rules)
{
    const Frame *frame = &state->frame[state->frame_count - 1];

    if (frame->kind == FRAME_OPS) {
        return true;
    }
    Op op = (Op)vm_pending(state, rules)->op;
    if (op != OP_CHOOSE && op != OP_OPTION && op != OP_LIFT_CHOICE && op != OP_NATIVE) {
        return false;
    }
    LegalSet set;
    state_legal_set(state, rules, &set);
    return set.count > 0;
}

static Status check_decision(const State *state, const Rules *rules, Error *err)
{
    if (state->frame_count == 0) {
        return round_awaits(state, rules) ? STATUS_OK : wrong(err, "nobody has anything to choose");
    }
    if (state->phase == PHASE_START || state->phase == PHASE_END) {
        return wrong(err, "something is being resolved between rounds or after the end");
    }
    if (state->headline[BLOC_US] != 0 || state->headline[BLOC_CN] != 0) {
        return wrong(err, "something is being resolved while headlines are committed");
    }
    bool begun = state->phase == PHASE_HEADLINE ? state->turn == 0 : state->turn > 0;
    if (!begun || (state->phase == PHASE_HEADLINE && !rules->scenario[state->scenario].headline)) {
        return wrong(err, "something is being resolved that has not begun");
    }
    return top_asks(state, rules) ? STATUS_OK : wrong(err, "the last frame asks nobody");
}

Status state_check(const State *state, const Rules *rules, Error *err)
{
    static Status (*const check[])(const State *, const Rules *, Error *) = {
        check_header,    check_tracks, check_nations,  check_cards,
        check_modifiers, check_frames, check_decision,
    };

    for (size_t i = 0; i < sizeof check / sizeof check[0]; i++) {
        Status status = check[i](state, rules, err);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}
