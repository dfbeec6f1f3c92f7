/* The library that strangers use: numbers of actions, views as vectors, what it answers to nonsense. */

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "capi/tpd.h"
#include "capi/vector.h"
#include "core/action.h"
#include "core/rng.h"
#include "core/state.h"
#include "core/view.h"
#include "support/rule_folder.h"
#include "support/shipped.h"
#include "test.h"

enum { HEADER_SIZE = 65536, GAMES = 6, UNHEARD_OF = 99 };

static TpdRules *load(const char *directory)
{
    char error[TPD_ERROR_SIZE] = "";
    TpdRules *rules = NULL;

    if (tpd_rules_load(&rules, directory, error) != TPD_OK) {
        fail_msg("%s", error);
    }
    return rules;
}

static TpdGame *new_game(const TpdRules *rules)
{
    TpdGame *game = NULL;

    assert_int_equal(tpd_game_new(&game, rules, NULL), TPD_OK);
    return game;
}

/* A game of the library and the same game of the kernel, step by step. */
typedef struct Pair {
    const TpdRules *rules;
    TpdGame *game;
    State state;
    ActionList legal;
} Pair;

typedef void Look(Pair *pair, uint64_t key);

static void play_pair(Pair *pair, Look *look, const Setup *setup)
{
    const Rules *rules = shipped_rules();
    uint64_t key = rng_key(setup->seed);
    int decision = 0;

    assert_int_equal(tpd_reset(pair->game, rules->scenario[setup->scenario].id, setup->seat_count,
                               setup->seed, NULL),
                     TPD_OK);
    state_init(&pair->state, rules, setup);
    for (; !state_is_terminal(&pair->state); decision++) {
        state_legal_actions(&pair->state, rules, &pair->legal);
        look(pair, key + (uint64_t)decision);
        Action action = policy_choose(key, decision, &pair->legal);
        state_apply(&pair->state, rules, action, NULL);
        assert_int_equal(tpd_step(pair->game, action_number(action)), TPD_OK);
    }
    pair->legal.count = 0;
    look(pair, key);
}

static void play_pairs(Look *look)
{
    TpdRules *rules = load(TPD_SOURCE_DIR "/rules");
    Pair pair = {.rules = rules, .game = new_game(rules)};

    for (int variant = 0; variant < variant_count(shipped_rules()); variant++) {
        for (uint64_t seed = 0; seed < GAMES; seed++) {
            Setup setup = variant_setup(variant, seed);
            play_pair(&pair, look, &setup);
        }
    }
    tpd_game_free(pair.game);
    tpd_rules_free(rules);
}

static void look_at_numbers(Pair *pair, uint64_t key)
{
    int32_t list[TPD_LEGAL_MAX];
    uint8_t mask[TPD_ACTION_COUNT];
    uint8_t expected[TPD_ACTION_COUNT] = {0};
    char text[TPD_TEXT_SIZE];
    char canonical[ACTION_TEXT_SIZE];

    (void)key;
    memset(mask, UNHEARD_OF, sizeof mask);
    assert_int_equal(tpd_legal(pair->game, list, mask), pair->legal.count);
    for (int i = 0; i < pair->legal.count; i++) {
        assert_in_range(list[i], 0, TPD_ACTION_COUNT - 1);
        assert_int_equal(expected[list[i]], 0); /* no two have the same number */
        expected[list[i]] = 1;
        int length = action_print(canonical, pair->legal.item[i], shipped_rules());
        assert_int_equal(tpd_action_text(pair->rules, list[i], text), length);
        assert_string_equal(text, canonical);
        assert_int_equal(tpd_action_number(pair->rules, text, NULL), list[i]);
    }
    assert_memory_equal(mask, expected, sizeof mask);
    assert_int_equal(tpd_legal(pair->game, NULL, NULL), pair->legal.count);
}

TEST(every_legal_action_has_a_number_of_its_own_and_the_mask_says_the_same_as_the_list)
{
    play_pairs(look_at_numbers);
}

static void look_at_illegal(Pair *pair, uint64_t key)
{
    uint8_t mask[TPD_ACTION_COUNT];
    int first = (int)(key % TPD_ACTION_COUNT);
    int action = first;

    tpd_legal(pair->game, NULL, mask);
    while (mask[action]) {
        action = (action + 1) % TPD_ACTION_COUNT;
    }
    assert_int_equal(tpd_step(pair->game, action), TPD_ILLEGAL);
    assert_int_equal(tpd_step(pair->game, -1), TPD_ILLEGAL);
    assert_int_equal(tpd_step(pair->game, TPD_ACTION_COUNT), TPD_ILLEGAL);
    if (first % 16 == 0) { /* a hash is slow */
        assert_true(tpd_hash(pair->game) == state_hash(&pair->state, shipped_rules()));
    }
}

TEST(an_illegal_number_changes_nothing)
{
    play_pairs(look_at_illegal);
}

static void look_at_end(Pair *pair, uint64_t key)
{
    int32_t returns[TPD_SEAT_COUNT] = {UNHEARD_OF};
    int expected[SEATS_MAX];
    bool over = state_is_terminal(&pair->state);

    (void)key;
    assert_int_equal(tpd_terminal(pair->game), over);
    if (!over) {
        assert_int_equal(tpd_seat(pair->game), state_current_seat(&pair->state, shipped_rules()));
        assert_int_equal(tpd_returns(pair->game, returns), TPD_ILLEGAL);
        assert_int_equal(returns[0], UNHEARD_OF);
        return;
    }
    assert_int_equal(tpd_seat(pair->game), -1);
    assert_int_equal(tpd_returns(pair->game, returns), TPD_OK);
    state_returns(&pair->state, shipped_rules(), expected);
    for (int seat = 0; seat < SEATS_MAX; seat++) {
        assert_int_equal(returns[seat], expected[seat]);
    }
}

TEST(a_game_ends_when_the_kernel_says_so_with_its_returns)
{
    play_pairs(look_at_end);
}

/* Everything that the viewer cannot see lies elsewhere: the vector is the same. */
static void look_as(const Pair *pair, Seat viewer, uint64_t key)
{
    const Rules *rules = shipped_rules();
    int16_t real[TPD_VIEW_SIZE];
    int16_t other[TPD_VIEW_SIZE];
    View view;
    State sample;

    memset(real, UNHEARD_OF, sizeof real);
    assert_int_equal(tpd_view(pair->game, viewer, real), TPD_OK);
    view_of(&view, &pair->state, rules, viewer);
    view_sample(&sample, &view, rules, key);
    view_of(&view, &sample, rules, viewer);
    vector_fill(other, &view, rules);
    assert_memory_equal(real, other, sizeof real);

    bool over = state_is_terminal(&pair->state);
    assert_int_equal(real[TPD_VIEW_VIEWER], viewer);
    assert_int_equal(real[TPD_VIEW_MOVER], tpd_seat(pair->game));
    assert_int_equal(real[TPD_VIEW_DECISION], over ? -1 : (int)state_decision(&pair->state, rules));
}

static void look_as_everyone(Pair *pair, uint64_t key)
{
    int step = SEATS_MAX / pair->state.seat_count;

    for (Seat viewer = 0; viewer < SEATS_MAX; viewer += step) {
        look_as(pair, viewer, key);
    }
    look_as(pair, SEAT_NOBODY, key);
}

TEST(what_a_seat_cannot_see_changes_no_slot_of_its_view)
{
    play_pairs(look_as_everyone);
}

static bool holds(const uint64_t set[2], int card)
{
    return (set[card / 64] >> (card % 64) & 1) != 0;
}

static bool is_hidden(const State *state, Seat viewer, int card)
{
    bool hidden = holds(state->cards[SET_DECK], card);

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        hidden |= seat != viewer && holds(state->cards[SET_HAND + seat], card);
    }
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        bool own = viewer >= 0 && viewer / 2 == bloc &&
                   (state->seat_count == 2 || viewer % 2 == (state->round % 2 == 0));
        hidden |= state->headline[bloc] == card + 1 && !own;
    }
    return hidden;
}

static void look_at_cards(Pair *pair, uint64_t key)
{
    const State *state = &pair->state;
    int16_t view[TPD_VIEW_SIZE];
    Seat viewer = (Seat)(key % 2) * 2;

    tpd_view(pair->game, viewer, view);
    for (int card = 0; card < CARDS_MAX; card++) {
        assert_int_equal(view[TPD_VIEW_HAND + card], holds(state->cards[SET_HAND + viewer], card));
        assert_int_equal(view[TPD_VIEW_DISCARD + card], holds(state->cards[SET_DISCARD], card));
        assert_int_equal(view[TPD_VIEW_REMOVED + card], holds(state->cards[SET_REMOVED], card));
        assert_int_equal(view[TPD_VIEW_UNSEEN + card], is_hidden(state, viewer, card));
    }
    for (int slot = 0; slot < SLOT_COUNT; slot++) {
        if (slot != SLOT_PLATEAU) {
            assert_int_equal(view[TPD_VIEW_TRACK + slot], state->track[slot]);
        }
    }
    for (int nation = 0; nation < NATIONS_MAX; nation++) {
        assert_int_equal(view[TPD_VIEW_NATION_X + nation], state->nation_x[nation]);
        assert_int_equal(view[TPD_VIEW_NATION_Y + nation], state->nation_y[nation]);
    }
    assert_int_equal(view[TPD_VIEW_VP], state_bloc_vp(state, BLOC_US));
    assert_int_equal(view[TPD_VIEW_VP + 1], state_bloc_vp(state, BLOC_CN));
    assert_int_equal(view[TPD_VIEW_ROUND], state->round);
    assert_int_equal(view[TPD_VIEW_FRAME_KIND + state->frame_count], FRAME_NONE);
    if (state->frame_count > 0) {
        const Frame *top = &state->frame[state->frame_count - 1];
        assert_int_equal(view[TPD_VIEW_FRAME_KIND], top->kind);
        assert_int_equal(view[TPD_VIEW_FRAME_SEAT], top->seat);
        assert_int_equal(view[TPD_VIEW_POINTS], top->points);
    }
}

TEST(a_view_shows_the_hand_the_piles_the_tracks_and_the_map)
{
    play_pairs(look_at_cards);
}

static void look_at_clones(Pair *pair, uint64_t key)
{
    if (key % 8 != 0 || pair->legal.count == 0) {
        return;
    }
    uint64_t before = tpd_hash(pair->game);
    TpdGame *clone = tpd_clone(pair->game);
    TpdGame *copy = tpd_clone(pair->game);

    assert_true(tpd_hash(clone) == before);
    tpd_step(clone, action_number(pair->legal.item[0]));
    uint64_t after = tpd_hash(clone);
    assert_true(tpd_hash(pair->game) == before);
    tpd_copy(copy, clone);
    assert_true(tpd_hash(copy) == after);
    assert_int_equal(tpd_legal(copy, NULL, NULL), tpd_legal(clone, NULL, NULL));
    tpd_game_free(clone);
    assert_true(tpd_hash(copy) == after);
    tpd_game_free(copy);
}

TEST(a_clone_goes_its_own_way)
{
    play_pairs(look_at_clones);
}

TEST(cards_of_ones_own_change_no_number_of_an_action)
{
    char folder[FOLDER_SIZE];
    char text[TPD_TEXT_SIZE];
    int known = 0;

    folder_make(folder);
    folder_add(folder, TPD_SOURCE_DIR "/rules");
    folder_write(folder, "cards/4-mine.lua",
                 "card { id = \"A01\", side = \"neutral\", era = \"early\", ops = 2,\n"
                 "  title = { en = \"Own\" }, concept = { en = \"Own.\" },\n"
                 "  event = { gain(\"P\", -1) } }\n");
    TpdRules *shipped = load(TPD_SOURCE_DIR "/rules");
    TpdRules *longer = load(folder);

    for (int action = -1; action <= TPD_ACTION_COUNT; action++) {
        if (tpd_action_text(shipped, action, text) >= 0) {
            assert_int_equal(tpd_action_number(longer, text, NULL), action);
            known++;
        }
    }
    assert_in_range(known, 500, TPD_ACTION_COUNT);
    int own = tpd_action_number(longer, "event A01", NULL);
    assert_in_range(own, 0, TPD_ACTION_COUNT - 1);
    assert_int_equal(tpd_action_text(shipped, own, text), TPD_PARSE);
    assert_true(tpd_rules_hash(shipped) != tpd_rules_hash(longer));
    tpd_rules_free(shipped);
    tpd_rules_free(longer);
    folder_remove(folder);
}

TEST(what_the_world_gets_wrong_is_answered_in_one_line)
{
    TpdRules *rules = load(TPD_SOURCE_DIR "/rules");
    TpdRules *none = NULL;
    TpdGame *game = new_game(rules);
    char error[TPD_ERROR_SIZE] = "";
    int16_t view[TPD_VIEW_SIZE];
    uint64_t before = tpd_hash(game);

    assert_int_equal(tpd_rules_load(&none, "/nowhere", error), TPD_IO);
    assert_non_null(strstr(error, "/nowhere"));
    assert_null(none);
    assert_int_equal(tpd_reset(game, "ful", 2, 1, error), TPD_PARSE);
    assert_string_equal(error, "unknown scenario 'ful': did you mean 'full'?");
    assert_int_equal(tpd_reset(game, "full", 3, 1, error), TPD_PARSE);
    assert_string_equal(error, "3 seats: expected 2 or 4");
    assert_int_equal(tpd_reset(game, "full", 3, 1, NULL), TPD_PARSE);
    assert_true(tpd_hash(game) == before);
    assert_int_equal(tpd_action_number(rules, "court algin India", error), TPD_PARSE);
    assert_non_null(strstr(error, "court algin India"));
    assert_int_equal(tpd_view(game, 1, view), TPD_PARSE); /* nobody sits there with 2 seats */
    assert_int_equal(tpd_view(game, SEATS_MAX, view), TPD_PARSE);
    assert_int_equal(tpd_view(game, -2, view), TPD_PARSE);
    assert_string_equal(tpd_card_id(rules, 0), "E01");
    assert_null(tpd_card_id(rules, CARDS_MAX));
    assert_null(tpd_nation_id(rules, -1));
    assert_string_equal(tpd_scenario_id(rules, rules_find_scenario(shipped_rules(), "full")),
                        "full");
    tpd_game_free(game);
    tpd_game_free(NULL);
    tpd_rules_free(rules);
    tpd_rules_free(NULL);
}

TEST(a_fault_in_the_rules_is_told_with_its_file_and_line)
{
    char folder[FOLDER_SIZE];
    char error[TPD_ERROR_SIZE] = "";
    TpdRules *none = NULL;

    folder_make(folder);
    folder_add(folder, TPD_SOURCE_DIR "/rules");
    folder_write(folder, "cards/4-mine.lua", "\n\ncard { event = { gain(\"Pirce\", 1) } }\n");
    assert_int_equal(tpd_rules_load(&none, folder, error), TPD_PARSE);
    assert_non_null(strstr(error, "cards/4-mine.lua:3: "));
    assert_null(strchr(error, '\n'));
    assert_int_equal(tpd_rules_load(&none, folder, NULL), TPD_PARSE);
    folder_remove(folder);
}

TEST(every_slot_has_a_name_of_its_own)
{
    static char name[TPD_VIEW_SIZE][TPD_NAME_SIZE];

    for (int slot = 0; slot < TPD_VIEW_SIZE; slot++) {
        int length = tpd_view_name(slot, name[slot]);
        assert_in_range(length, 1, TPD_NAME_SIZE - 1);
        for (int other = 0; other < slot; other++) {
            assert_string_not_equal(name[slot], name[other]);
        }
    }
    assert_int_equal(tpd_view_name(-1, name[0]), TPD_PARSE);
    assert_int_equal(tpd_view_name(TPD_VIEW_SIZE, name[0]), TPD_PARSE);
    assert_string_equal(name[TPD_VIEW_ROUND], "round");
    assert_string_equal(name[TPD_VIEW_SHELVED + 1], "shelved.UO");
    assert_string_equal(name[TPD_VIEW_VP + 1], "vp.CN");
    assert_string_equal(name[TPD_VIEW_TRIGGER + 3], "trigger.control.CN");
    assert_string_equal(name[TPD_VIEW_MODIFIER + 9], "modifier.REVENUE.US.game");
    assert_string_equal(name[TPD_VIEW_TRACK + SLOT_PRICE], "track.P");
    assert_string_equal(name[TPD_VIEW_TRACK + SLOT_CONTROL + 4], "track.control.DATA");
    assert_string_equal(name[TPD_VIEW_TRACK + SLOT_COUNT], "track.reserved.45");
    assert_string_equal(name[TPD_VIEW_HAND + 17], "hand.17");
    assert_string_equal(name[TPD_VIEW_FRAME_CHOSEN + 37], "frame_chosen.1.5");
}

/* ---- the header says what the tables say ---- */

/* The header with every run of white space as one space. */
static const char *header(void)
{
    static char text[HEADER_SIZE];
    FILE *file = fopen(TPD_SOURCE_DIR "/engine/capi/tpd.h", "r");
    size_t length = 0;

    assert_non_null(file);
    for (int c = getc(file); c != EOF; c = getc(file)) {
        bool again = isspace(c) && length > 0 && text[length - 1] == ' ';
        if (!again) {
            text[length++] = (char)(isspace(c) ? ' ' : c);
        }
        assert_true(length < HEADER_SIZE);
    }
    text[length] = '\0';
    fclose(file);
    return text;
}

static void expect_in_header(const char *row)
{
    if (strstr(header(), row) == NULL) {
        fail_msg("engine/capi/tpd.h does not say: %s", row);
    }
}

static void expect_run(const VectorRun *run)
{
    char name[TPD_NAME_SIZE] = "";
    char index[TPD_NAME_SIZE] = "";
    char row[TPD_ERROR_SIZE];

    for (int i = 0; run->name[i] != '\0'; i++) {
        name[i] = (char)toupper(run->name[i]);
    }
    for (int i = 0; strcmp(run->index, "ONE") != 0 && run->index[i] != '\0'; i++) {
        index[i] = (char)tolower(run->index[i]);
    }
    snprintf(row, sizeof row, "TPD_VIEW_%s = %d, /* %s%s%s%s */", name, run->first,
             index[0] != '\0' ? "[" : "", index, index[0] != '\0' ? "] " : "", run->meaning);
    expect_in_header(row);
    if (index[0] != '\0') {
        snprintf(row, sizeof row, "%s %d", index, run->count);
        expect_in_header(row);
    }
}

TEST(the_header_tells_where_each_run_of_slots_begins_and_what_it_holds)
{
    int next = 0;

    for (int i = 0; i < vector_run_count(); i++) {
        VectorRun run = vector_run(i);
        assert_int_equal(run.first, next);
        expect_run(&run);
        next = run.first + run.count;
    }
    assert_int_equal(next, TPD_VIEW_SIZE);
}

TEST(the_header_tells_the_first_number_of_each_verb)
{
    static const char *const argument[] = {
#define VERB(id, text, argument, meaning) #argument,
#include "core/verbs.def"
#undef VERB
    };
    char row[TPD_ERROR_SIZE];
    int last = 0;

    for (int verb = 0; verb < VERB_COUNT; verb++) {
        bool alone = strcmp(argument[verb], "NONE") == 0;
        bool option = strcmp(argument[verb], "OPTION") == 0;
        char word[TPD_NAME_SIZE] = "1 or 2";
        for (int i = 0; !option && i < (int)strlen(argument[verb]); i++) {
            word[i] = (char)tolower(argument[verb][i]);
            word[i + 1] = '\0';
        }
        last = action_number((Action){.verb = (uint8_t)verb});
        snprintf(row, sizeof row, " * %s %d %s", vocab_verb[verb], last, alone ? "*" : word);
        expect_in_header(row);
    }
    snprintf(row, sizeof row, "those from %d on", last + 2);
    expect_in_header(row);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            every_legal_action_has_a_number_of_its_own_and_the_mask_says_the_same_as_the_list),
        cmocka_unit_test(an_illegal_number_changes_nothing),
        cmocka_unit_test(a_game_ends_when_the_kernel_says_so_with_its_returns),
        cmocka_unit_test(what_a_seat_cannot_see_changes_no_slot_of_its_view),
        cmocka_unit_test(a_view_shows_the_hand_the_piles_the_tracks_and_the_map),
        cmocka_unit_test(a_clone_goes_its_own_way),
        cmocka_unit_test(cards_of_ones_own_change_no_number_of_an_action),
        cmocka_unit_test(what_the_world_gets_wrong_is_answered_in_one_line),
        cmocka_unit_test(a_fault_in_the_rules_is_told_with_its_file_and_line),
        cmocka_unit_test(every_slot_has_a_name_of_its_own),
        cmocka_unit_test(the_header_tells_where_each_run_of_slots_begins_and_what_it_holds),
        cmocka_unit_test(the_header_tells_the_first_number_of_each_verb),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
