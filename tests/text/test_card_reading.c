/* Each card's English text is read back by tests/support/reading.c and carried out by hand, in step
 * with the kernel that plays the card: every number, every target, every choice and every condition
 * that the text names is what happens, on many positions.  The Chinese text is read as well, and
 * says the same. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/control.h"
#include "core/deck.h"
#include "core/explain.h"
#include "core/release.h"
#include "core/rng.h"
#include "core/seats.h"
#include "core/track.h"
#include "support/catalogues.h"
#include "support/position.h"
#include "support/random_cards.h"
#include "support/reading.h"
#include "support/rule_folder.h"
#include "support/shipped.h"
#include "test.h"
#include "text/text.h"

enum { DICE_MAX = 64, POSITIONS = 24, RISK_MOST = 3, OPERATION_POINTS = 3 };

/* A card that is carried out. */
typedef struct Performance {
    const Rules *rules;
    const Reading *reading;
    const char *text;
    int card;
    State expected; /* what the text has made so far; its frames are empty */
    State actual;   /* the kernel's, which stands at its next choice */
    State before;
    int die[DICE_MAX], dice,
        rolled; /* what the kernel has rolled, and how many have been asked for */
    uint64_t key;
    unsigned choices;
} Performance;

static unsigned pick(Performance *play, unsigned count)
{
    return (unsigned)(rng_mix(play->key ^ rng_mix(play->choices++)) % count);
}

static void fault(const Performance *play, const char *what)
{
    char text[STATE_TEXT_SIZE];

    state_print(text, &play->before, play->rules);
    fail_msg("%s: %s\n  text: %s\n  position: %s", play->rules->card[play->card].id, what,
             play->text, text);
}

static void check(const Performance *play, bool holds, const char *what)
{
    if (!holds) {
        fault(play, what);
    }
}

/* ---- the position ---- */

static Bloc bloc_of(int who, Bloc owner)
{
    static const Bloc named[] = {BLOC_US, BLOC_CN};

    return who == WHO_YOU ? owner : who == WHO_RIVAL ? (Bloc)(1 - (int)owner) : named[who];
}

static int slot_of(int track, Bloc bloc)
{
    const TrackInfo *info = &vocab_track[track == TRACK_VP ? TRACK_POOL : track];

    if (info->scope == SCOPE_WORLD) {
        return info->slot;
    }
    return info->slot + (info->scope == SCOPE_SEAT ? 2 * (int)bloc : (int)bloc);
}

static int clamp(int value, const TrackInfo *info)
{
    return value < info->least ? info->least : value > info->most ? info->most : value;
}

static void check_same(const Performance *play)
{
    const State *e = &play->expected;
    const State *a = &play->actual;
    char what[FIELD_SIZE];

    for (int track = 0; track < TRACK_COUNT; track++) {
        const TrackInfo *info = &vocab_track[track];
        for (int i = info->slot; i < info->slot + info->size; i++) {
            snprintf(what, sizeof what, "track %s %d is %d, the text makes it %d", info->text,
                     i - info->slot, a->track[i], e->track[i]);
            check(play, e->track[i] == a->track[i], what);
        }
    }
    for (int i = 0; i < play->rules->nation_count; i++) {
        snprintf(what, sizeof what, "%s stands at %d,%d, the text moves it to %d,%d",
                 play->rules->nation[i].id, a->nation_x[i], a->nation_y[i], e->nation_x[i],
                 e->nation_y[i]);
        check(play, e->nation_x[i] == a->nation_x[i] && e->nation_y[i] == a->nation_y[i], what);
    }
    check(play, memcmp(e->modifier, a->modifier, sizeof e->modifier) == 0, "modifiers differ");
    check(play, memcmp(e->trigger, a->trigger, sizeof e->trigger) == 0, "triggers differ");
    check(play, memcmp(e->cards, a->cards, sizeof e->cards) == 0, "hands or piles differ");
}

/* The kernel goes on; what it rolls is kept for when the text comes to it. */
static void apply(Performance *play, Action action)
{
    EventLog *log = malloc(sizeof *log);

    assert_non_null(log);
    event_log_init(log, NULL, NULL);
    state_apply(&play->actual, play->rules, action, log);
    for (int i = 0; i < log->count; i++) {
        if (log->item[i].kind == EVENT_DIE) {
            assert_true(play->dice < DICE_MAX);
            play->die[play->dice++] = log->item[i].subject;
        }
    }
    free(log);
}

/* ---- nations ---- */

static bool passes(const Performance *play, const ReadFilter *filter, int nation, Bloc owner)
{
    const Nation *row = &play->rules->nation[nation];
    int x = play->expected.nation_x[nation] * (owner == BLOC_US ? -1 : 1); /* own side above 0 */
    int y = play->expected.nation_y[nation];
    bool side = x > 0 ? filter->own : x < 0 ? filter->rival : filter->zero;
    bool half = y > 0 ? filter->open : y < 0 ? filter->closed : filter->middle;

    return side && half && (filter->named == 0 || (filter->named >> nation & 1) != 0) &&
           (!filter->near_line || x == 1 || x == -1) &&
           (!filter->outside_rival || x >= 0 || y == 0) &&
           (!filter->has_role || row->role != ROLE_NONE) && row->strictness >= filter->strictness &&
           (filter->needs == 0 || (filter->needs >> row->need & 1) != 0);
}

/* Where a move takes a nation; the same place if it can not make it. */
static Place after_move(const State *state, int nation, int move, Bloc owner)
{
    int side = owner == BLOC_US ? -1 : 1;
    Place at = {state->nation_x[nation], state->nation_y[nation]};

    switch ((Move)move) {
    case MOVE_ALIGN:
        at.x += at.x * side < GRID_EDGE ? side : 0;
        break;
    case MOVE_OPEN:
        at.y += at.y < GRID_EDGE;
        break;
    case MOVE_CLOSE:
        at.y -= at.y > -GRID_EDGE;
        break;
    case MOVE_CORNER_OPEN:
        return explain_corner_step(at, (Stack)(2 * (int)owner + 1), 3);
    case MOVE_CORNER_CLOSED:
        return explain_corner_step(at, (Stack)(2 * (int)owner), 3);
    case MOVE_NEUTRAL:
        at.x -= at.x > 0 ? 1 : at.x < 0 ? -1 : 0;
        break;
    case MOVE_COUNT:
        break;
    }
    return at;
}

static uint32_t targets(const Performance *play, const ReadFilter *filter, int move, Bloc owner)
{
    uint32_t set = 0;

    for (int i = 0; i < play->rules->nation_count; i++) {
        Place to = after_move(&play->expected, i, move, owner);
        bool moves = to.x != play->expected.nation_x[i] || to.y != play->expected.nation_y[i];
        if (moves && passes(play, filter, i, owner)) {
            set |= UINT32_C(1) << i;
        }
    }
    return set;
}

static void move_nation(State *state, int nation, int move, Bloc owner)
{
    Place to = after_move(state, nation, move, owner);

    state->nation_x[nation] = (int8_t)to.x;
    state->nation_y[nation] = (int8_t)to.y;
}

/* What the kernel offers, as bits of the actions' arguments. */
static uint32_t offered(const Performance *play, Verb verb)
{
    ActionList legal;
    uint32_t set = 0;

    check(play, !state_is_terminal(&play->actual), "the game is over where the text asks");
    state_legal_actions(&play->actual, play->rules, &legal);
    for (int i = 0; i < legal.count; i++) {
        check(play, legal.item[i].verb == verb, "the text asks something else than the kernel");
        set |= UINT32_C(1) << legal.item[i].argument;
    }
    return set;
}

/* Answers the kernel with one of the set. */
static int answer(Performance *play, Verb verb, uint32_t set)
{
    char what[FIELD_SIZE];
    uint32_t kernel = offered(play, verb);

    snprintf(what, sizeof what, "the kernel offers %08x, the text %08x", kernel, set);
    check(play, kernel == set, what);
    check_same(play);
    unsigned skip = pick(play, (unsigned)__builtin_popcount(set));
    for (; skip > 0; skip--) {
        set &= set - 1;
    }
    int chosen = __builtin_ctz(set);
    apply(play, (Action){.verb = (uint8_t)verb, .argument = (uint8_t)chosen});
    return chosen;
}

static void choose(Performance *play, const ReadNode *node, Bloc owner)
{
    uint32_t taken = 0;

    for (int i = 0; i < node->n; i++) {
        uint32_t set = targets(play, &node->filter, node->what, owner) & ~taken;
        if (set == 0) {
            return;
        }
        int nation = answer(play, VERB_PICK_NATION, set);
        move_nation(&play->expected, nation, node->what, owner);
        taken |= UINT32_C(1) << nation;
    }
}

static void move_each(Performance *play, const ReadNode *node, Bloc owner)
{
    uint32_t set = targets(play, &node->filter, node->what, owner);

    for (int i = 0; i < play->rules->nation_count; i++) {
        if ((set >> i & 1) != 0) {
            move_nation(&play->expected, i, node->what, owner);
        }
    }
}

static void count_vp(Performance *play, const ReadNode *node, Bloc owner)
{
    int count = 0;

    for (int i = 0; i < play->rules->nation_count; i++) {
        count += passes(play, &node->filter, i, owner);
    }
    count /= node->divisor;
    int16_t *pool = &play->expected.track[SLOT_POOL + (int)owner];
    *pool = (int16_t)(*pool + (count < node->n ? count : node->n));
}

/* ---- conditions ---- */

static int value_of(const State *state, const ReadNode *node, Bloc bloc)
{
    if (node->track == TRACK_QUALITY) {
        return state->track[SLOT_QUALITY + 2 * (int)bloc + node->open];
    }
    if (node->track == TRACK_VP) {
        return state->track[SLOT_POOL + (int)bloc] + state->track[SLOT_VP + 2 * (int)bloc] +
               state->track[SLOT_VP + 2 * (int)bloc + 1];
    }
    return state->track[slot_of(node->track, bloc)];
}

/* Groups stand in groups and lists in lists, as deep as the text has them. */
/* NOLINTBEGIN(misc-no-recursion) */

static bool holds(const Performance *play, int index, Bloc owner)
{
    const ReadNode *node = &play->reading->node[index];
    const State *state = &play->expected;
    bool all = true;
    bool any = false;

    if (node->kind == READ_FORCE) {
        return (state->track[SLOT_CONTROL + node->what] > 0) == node->holds;
    }
    if (node->kind == READ_MORE) {
        Bloc bloc = bloc_of(node->who, owner);
        return (value_of(state, node, bloc) > value_of(state, node, (Bloc)(1 - (int)bloc))) ==
               node->holds;
    }
    if (node->kind == READ_COMPARE) {
        Bloc bloc = node->who == WHO_WORLD ? BLOC_US : bloc_of(node->who, owner);
        int value = value_of(state, node, bloc);
        return (node->at_least ? value >= node->n : value <= node->n) == node->holds;
    }
    for (int member = node->first; member != READ_NONE; member = play->reading->node[member].next) {
        bool one = holds(play, member, owner);
        all = all && one;
        any = any || one;
    }
    return node->kind == READ_ALL ? all : any;
}

/* ---- instructions ---- */

static void run_list(Performance *play, int index, Bloc owner);

static void gain(Performance *play, const ReadNode *node, Bloc owner)
{
    State *state = &play->expected;
    Bloc bloc = node->who == WHO_WORLD ? BLOC_US : bloc_of(node->who, owner);
    int slot = slot_of(node->track, bloc);
    const TrackInfo *info = &vocab_track[node->track == TRACK_VP ? TRACK_POOL : node->track];

    if (node->track == TRACK_PLATEAU) {
        state->track[SLOT_KNOWN] = 1;
    }
    state->track[slot] = (int16_t)clamp(state->track[slot] + node->n, info);
    if (node->track == TRACK_FRONTIER && state->track[slot] > state->track[SLOT_PLATEAU]) {
        state->track[SLOT_KNOWN] = 1;
    }
}

/* The list of the trigger that the card has set. */
static void run_trigger(Performance *play, Bloc owner)
{
    for (int i = 0; i < play->reading->count; i++) {
        if (play->reading->node[i].kind == READ_TRIGGER) {
            run_list(play, play->reading->node[i].first, owner);
        }
    }
}

/* Contract and hearts (RULES.md section 6). */
static void follow_release(Performance *play, const Frame *frame)
{
    bool api = frame->card == 0;
    ReadNode choice = {.n = 1, .what = api ? MOVE_CORNER_CLOSED : MOVE_CORNER_OPEN};

    choice.filter = (ReadFilter){.own = true,
                                 .zero = true,
                                 .rival = true,
                                 .closed = api,
                                 .middle = true,
                                 .open = !api,
                                 .outside_rival = true};
    choose(play, &choice, (Bloc)frame->owner);
}

/* What a control or a release has set off is resolved before the card goes on. */
static void resolve(Performance *play)
{
    while (play->expected.frame_count > 0) {
        Frame *top = &play->expected.frame[play->expected.frame_count - 1];
        Frame frame = *top;
        memset(top, 0, sizeof *top);
        play->expected.frame_count--;
        if (frame.kind == FRAME_TRIGGER) {
            run_trigger(play, (Bloc)frame.owner);
        } else {
            follow_release(play, &frame);
        }
    }
}

static void release(Performance *play, const ReadNode *node, Bloc owner)
{
    Release release = {.model = (Model)node->what,
                       .bloc = owner,
                       .lab = 2 * (int)owner,
                       .chooser = 2 * (int)owner,
                       .culprit = owner};
    Stack stack = release_stack(owner, release.model);

    if (play->expected.track[SLOT_FRONTIER + release.lab] >
        play->expected.track[SLOT_QUALITY + (int)stack]) {
        release_model(&play->expected, play->rules, &release, NULL);
        resolve(play);
    }
}

static void control(Performance *play, const ReadNode *node, Bloc owner)
{
    Tile tile = (Tile)node->what;
    CardSide side = (CardSide)play->rules->card[play->card].side;

    /* Without a subject it is the card's side that acts, and each control has one bloc. */
    check(play, (int)tile_owner(tile) == (node->who == READ_NONE ? (int)side : node->who),
          "the text gives the control to the wrong side");
    if (node->kind == READ_LIFT && play->expected.track[SLOT_CONTROL + node->what] > 0) {
        control_lift(&play->expected, play->rules, tile, NULL);
    }
    if (node->kind == READ_IMPOSE && control_may_impose(&play->expected, play->rules, tile)) {
        control_impose(&play->expected, play->rules, tile, owner, NULL);
        resolve(play);
    }
}

static void lift_choice(Performance *play, Bloc owner)
{
    uint32_t set = 0;

    for (int tile = 0; tile < TILE_COUNT; tile++) {
        if (tile_owner((Tile)tile) == owner && play->expected.track[SLOT_CONTROL + tile] > 0) {
            set |= UINT32_C(1) << tile;
        }
    }
    if (set != 0) {
        control_lift(&play->expected, play->rules, (Tile)answer(play, VERB_PICK_TILE, set), NULL);
    }
}

static void run_branch(Performance *play, const ReadNode *node, Bloc owner)
{
    bool first;

    if (node->kind == READ_WHEN) {
        first = holds(play, node->condition, owner);
    } else if (node->kind == READ_ROLL) {
        check(play, play->rolled < play->dice, "the kernel has rolled no die");
        first = play->die[play->rolled++] >= node->n;
    } else {
        first = answer(play, VERB_OPTION, 3) == 0;
    }
    if (first || node->second != READ_NONE) {
        run_list(play, first ? node->first : node->second, owner);
    }
}

static void run_cards(Performance *play, const ReadNode *node, Bloc owner)
{
    Seat seat = 2 * (int)bloc_of(node->who, owner);

    if (node->kind == READ_DRAW) {
        deck_draw(&play->expected, play->rules, seat, node->n, NULL);
    } else {
        deck_discard_random(&play->expected, seat, node->n, NULL);
    }
}

static void modify(Performance *play, const ReadNode *node, Bloc owner)
{
    int8_t *sum =
        &play->expected.modifier[node->what][bloc_of(node->who, owner)][node->for_the_game];

    *sum = (int8_t)(*sum + node->n);
}

static void run_node(Performance *play, const ReadNode *node, Bloc owner)
{
    switch (node->kind) {
    case READ_GAIN:
        gain(play, node, owner);
        return;
    case READ_CHOOSE:
        choose(play, node, owner);
        return;
    case READ_EACH:
        move_each(play, node, owner);
        return;
    case READ_WHEN:
    case READ_ROLL:
    case READ_OPTION:
        run_branch(play, node, owner);
        return;
    case READ_TRIGGER:
        play->expected.trigger[node->what][owner] = (uint8_t)(play->card + 1);
        return;
    case READ_MODIFY:
        modify(play, node, owner);
        return;
    case READ_DRAW:
    case READ_DISCARD:
        run_cards(play, node, owner);
        return;
    case READ_IMPOSE:
    case READ_LIFT:
        control(play, node, owner);
        return;
    case READ_LIFT_CHOICE:
        lift_choice(play, owner);
        return;
    case READ_RELEASE:
        release(play, node, owner);
        return;
    case READ_VP_COUNT:
        count_vp(play, node, owner);
        return;
    case READ_REVEAL:
        play->expected.track[SLOT_KNOWN] = 1;
        return;
    case READ_ALL:
    case READ_ANY:
    case READ_COMPARE:
    case READ_MORE:
    case READ_FORCE:
        break;
    }
    fault(play, "a condition stands where an instruction should");
}

static bool is_lost(const Performance *play)
{
    return play->expected.track[SLOT_RISK] == vocab_track[TRACK_RISK].most;
}

static void run_list(Performance *play, int index, Bloc owner)
{
    for (; index != READ_NONE && !is_lost(play); index = play->reading->node[index].next) {
        run_node(play, &play->reading->node[index], owner);
    }
}

/* NOLINTEND(misc-no-recursion) */

/* ---- positions ---- */

static int between(Performance *play, int least, int most)
{
    return least + (int)pick(play, (unsigned)(most - least + 1));
}

/* Anything that the ranges allow, but for a Risk that leaves room for a card's. */
static void scramble(Performance *play, State *state)
{
    static const Track scrambled[] = {
        TRACK_POOL,  TRACK_DATACENTRES, TRACK_SILICON, TRACK_EFFICIENCY,  TRACK_INDUSTRY,
        TRACK_TRUST, TRACK_QUALITY,     TRACK_PRICE,   TRACK_BIFURCATION, TRACK_VALUATION};

    for (size_t i = 0; i < sizeof scrambled / sizeof scrambled[0]; i++) {
        const TrackInfo *info = &vocab_track[scrambled[i]];
        for (int slot = info->slot; slot < info->slot + info->size; slot++) {
            int least = info->least < 0 ? 0 : info->least;
            state->track[slot] = (int16_t)between(play, least, info->most > 30 ? 30 : info->most);
        }
    }
    for (int seat = 0; seat < SEATS_MAX; seat += 2) {
        state->track[SLOT_FRONTIER + seat] = (int16_t)between(play, 1, 8);
        state->track[SLOT_COMPUTE + seat] = (int16_t)between(play, 0, 12);
        state->track[SLOT_CAPITAL + seat] = (int16_t)between(play, 0, 12);
    }
    for (int tile = 0; tile < TILE_COUNT; tile++) {
        state->track[SLOT_CONTROL + tile] = (int16_t)(between(play, 0, 1) * between(play, 1, 3));
    }
    state->track[SLOT_RISK] = (int16_t)between(play, 0, RISK_MOST);
    state->track[SLOT_PLATEAU] = 8;
    state->track[SLOT_KNOWN] = (int16_t)between(play, 0, 1);
    for (int i = 0; i < play->rules->nation_count; i++) {
        state->nation_x[i] = (int8_t)between(play, -GRID_EDGE, GRID_EDGE);
        state->nation_y[i] = (int8_t)between(play, -GRID_EDGE, GRID_EDGE);
    }
}

/* The first bloc, which may play the card for its event, holds it among others. */
static void make_position(Performance *play, Bloc bloc)
{
    const Rules *rules = play->rules;
    Setup setup = {.seed = play->key,
                   .scenario = rules_find_scenario(rules, "full"),
                   .seat_count = 2};
    State *state = &play->before;
    const char *own = rules->card[play->card].id;
    const char *other = rules->card[play->card == 0].id;
    char fields[FIELD_SIZE];
    Error err;

    snprintf(fields, sizeof fields, "round=5 first=%s hand=%s,%s", vocab_bloc[bloc],
             bloc == BLOC_US ? own : other, bloc == BLOC_US ? other : own);
    position_make(state, &setup, rules, fields);
    scramble(play, state);
    for (int i = 0; i < 8; i++) {
        int drawn = set_nth(state->cards[SET_DECK],
                            (int)pick(play, (unsigned)set_count(state->cards[SET_DECK])));
        set_remove(state->cards[SET_DECK], drawn);
        set_add(state->cards[SET_HAND + (i % 2 == 0 ? 0 : 2)], drawn);
    }
    if (state_check(state, rules, &err) != STATUS_OK) {
        fault(play, err.text);
    }
}

/* ---- tests ---- */

static void perform_event(Performance *play, Bloc bloc, int first)
{
    bool once = play->rules->card[play->card].once != 0;

    make_position(play, bloc);
    play->expected = play->before;
    play->actual = play->before;
    play->dice = 0;
    play->rolled = 0;
    set_remove(play->expected.cards[SET_HAND + 2 * (int)bloc], play->card);
    set_add(play->expected.cards[once ? SET_REMOVED : SET_DISCARD], play->card);
    apply(play, (Action){.verb = VERB_EVENT, .argument = (uint8_t)play->card});
    run_list(play, first, bloc);
    if (is_lost(play)) {
        check(play, state_is_terminal(&play->actual), "the kernel plays on at the end of Risk");
        return;
    }
    check(play, play->rolled == play->dice, "the kernel has rolled a die of which nothing is said");
    check(play, state_decision(&play->actual, play->rules) == DECISION_PLAY,
          "the kernel asks more than the text");
    check_same(play);
}

/* The rival has points to spend; what it does sets the trigger off, or would if there were one. */
static void fire(Performance *play, const ReadNode *trigger, Action action)
{
    Bloc owner = (Bloc)pick(play, BLOC_COUNT);
    CardSide side = (CardSide)play->rules->card[play->card].side;

    owner = side == SIDE_NEUTRAL ? owner : (Bloc)side;
    make_position(play, owner);
    State *state = &play->before;
    state->frame_count = 1;
    state->frame[0] = (Frame){.kind = FRAME_OPS,
                              .seat = (uint8_t)(2 * (1 - (int)owner)),
                              .points = OPERATION_POINTS};
    if (!state_is_legal(state, play->rules, action)) {
        return;
    }
    play->expected = *state;
    state_apply(&play->expected, play->rules, action, NULL);
    memset(play->expected.frame, 0, sizeof play->expected.frame);
    play->expected.frame_count = 0;
    state->trigger[trigger->what][owner] = (uint8_t)(play->card + 1);
    play->expected.trigger[trigger->what][owner] = (uint8_t)(play->card + 1);
    play->actual = *state;
    play->dice = 0;
    play->rolled = 0;
    apply(play, action);
    run_list(play, trigger->first, owner);
    if (!is_lost(play)) {
        check_same(play);
    }
}

static void perform_trigger(Performance *play, const ReadNode *trigger)
{
    static const Verb releases[] = {VERB_RELEASE_OPEN, VERB_RELEASE_CONDITIONAL};

    if (trigger->what == TRIGGER_RELEASE) {
        for (size_t i = 0; i < 2; i++) {
            fire(play, trigger, (Action){.verb = (uint8_t)releases[i]});
        }
        return;
    }
    for (int tile = 0; tile < TILE_COUNT; tile++) {
        fire(play, trigger, (Action){.verb = VERB_IMPOSE, .argument = (uint8_t)tile});
    }
}

static void perform_triggers(Performance *play)
{
    for (int node = 0; node < play->reading->count; node++) {
        if (play->reading->node[node].kind == READ_TRIGGER) {
            perform_trigger(play, &play->reading->node[node]);
        }
    }
}

static int read_text(Reading *reading, const Rules *rules, int card, const char *text)
{
    int first = reading_read(reading, rules, text);

    if (first == READ_NONE) {
        fail_msg("%s: not understood: %s\n  from: %s", rules->card[card].id, text, reading->at);
    }
    return first;
}

/* Reads the card and carries it out on so many positions. */
static void check_card(const Rules *rules, int card, int positions)
{
    const Voice voice = {.language = LANGUAGE_EN};
    char text[CARD_TEXT_SIZE];
    Reading *reading = malloc(sizeof *reading);
    Performance *play = calloc(1, sizeof *play);
    CardSide side = (CardSide)rules->card[card].side;

    assert_non_null(reading);
    assert_non_null(play);
    text_card_event(text, sizeof text, &voice, rules, card);
    *play = (Performance){.rules = rules, .reading = reading, .text = text, .card = card};
    int first = read_text(reading, rules, card, text);
    for (int i = 0; i < positions; i++) {
        play->key = rng_mix((uint64_t)card * 4096 + (uint64_t)i);
        perform_event(play, side == SIDE_NEUTRAL ? (Bloc)(i % 2) : (Bloc)side, first);
        perform_triggers(play);
    }
    free(play);
    free(reading);
}

TEST(every_card_does_what_its_text_says)
{
    const Rules *rules = shipped_rules();

    for (int card = 0; card < rules->card_count; card++) {
        check_card(rules, card, POSITIONS);
    }
}

TEST(cards_that_nobody_has_written_do_what_their_text_says)
{
    enum { SETS = 3, RANDOM_POSITIONS = 6 };
    Rules *rules = malloc(sizeof *rules);

    assert_non_null(rules);
    for (uint64_t set = 0; set < SETS; set++) {
        int first = random_cards_load(rules, set);
        for (int card = first; card < rules->card_count; card++) {
            check_card(rules, card, RANDOM_POSITIONS);
        }
    }
    free(rules);
}

/* ---- Chinese ---- */

static void expect_same_reading(const Voice voice[LANGUAGE_COUNT], const Rules *rules, int card,
                                Reading reading[LANGUAGE_COUNT])
{
    char english[CARD_TEXT_SIZE];
    char text[CARD_TEXT_SIZE];

    text_card_event(english, sizeof english, &voice[LANGUAGE_EN], rules, card);
    text_card_event(text, sizeof text, &voice[LANGUAGE_ZH], rules, card);
    int en = read_text(&reading[LANGUAGE_EN], rules, card, english);
    int zh = reading_read_zh(&reading[LANGUAGE_ZH], rules, text);
    if (zh == READ_NONE) {
        fail_msg("%s: not understood: %s\n  from: %s", rules->card[card].id, text,
                 reading[LANGUAGE_ZH].at);
    }
    if (!reading_same(&reading[LANGUAGE_EN], en, &reading[LANGUAGE_ZH], zh)) {
        fail_msg("%s says something else in Chinese:\n%s\n%s", rules->card[card].id, english, text);
    }
}

static void compare_readings(const Voice voice[LANGUAGE_COUNT])
{
    enum { SETS = 12 };
    Reading *reading = calloc(LANGUAGE_COUNT, sizeof *reading);
    Rules *rules = malloc(sizeof *rules);

    assert_non_null(reading);
    assert_non_null(rules);
    for (uint64_t set = 0; set < SETS; set++) {
        random_cards_load(rules, set);
        for (int card = 0; card < rules->card_count; card++) {
            expect_same_reading(voice, rules, card, reading);
        }
    }
    free(rules);
    free(reading);
}

TEST(chinese_says_what_english_says)
{
    Voice voice[LANGUAGE_COUNT] = {{.language = LANGUAGE_EN}};

    if (!chinese_voice(&voice[LANGUAGE_ZH])) {
        skip();
    }
    compare_readings(voice);
    catalogue_close(voice[LANGUAGE_ZH].catalogue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_card_does_what_its_text_says),
        cmocka_unit_test(cards_that_nobody_has_written_do_what_their_text_says),
        cmocka_unit_test(chinese_says_what_english_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
