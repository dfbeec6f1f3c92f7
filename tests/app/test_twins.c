/* The benchmark's hand-written events are the cards that they stand for, and the deck of them asks
 * everything of the card machine. */

#include <stdlib.h>
#include <string.h>

#include "app/bench_twin.h"
#include "core/rng.h"
#include "core/seats.h"
#include "support/shipped.h"
#include "test.h"

enum { GAMES = 30, DECK_LEAST = 24, RUNS_LEAST = 20 };

/* Made once a process, as the shipped rules are. */
static const TwinDeck *shipped_deck(void)
{
    static TwinDeck deck;

    if (deck.cards == NULL) {
        assert_int_equal(twin_deck_init(&deck, shipped_rules(), NULL), STATUS_OK);
    }
    return &deck;
}

/* How often each program was begun; hearts and the like by the frames that wait for an answer. */
typedef struct Runs {
    int count[FRAME_KIND_COUNT][CARDS_MAX];
} Runs;

static void count_runs(Runs *runs, const State *state, const EventLog *log)
{
    for (int i = 0; i < log->count; i++) {
        if (log->item[i].kind == EVENT_RESOLVING) {
            runs->count[FRAME_EVENT][log->item[i].a]++;
        } else if (log->item[i].kind == EVENT_TRIGGERED) {
            runs->count[FRAME_TRIGGER][log->item[i].a]++;
        }
    }
    if (state->frame_count > 0) {
        const Frame *frame = &state->frame[state->frame_count - 1];
        runs->count[frame->kind][frame->card] += frame->kind >= FRAME_HEARTS;
    }
}

static void expect_same_logs(const EventLog *a, const EventLog *b)
{
    assert_int_equal(a->count, b->count);
    assert_memory_equal(a->item, b->item, (size_t)a->count * sizeof a->item[0]);
}

static void expect_same_choices(const ActionList *a, const ActionList *b)
{
    assert_int_equal(a->count, b->count);
    assert_memory_equal(a->item, b->item, (size_t)a->count * sizeof a->item[0]);
}

/* The two games in step: same bytes, same choices, same events at every decision. */
static void play_in_step(const Setup *setup, Runs *runs)
{
    const TwinDeck *deck = shipped_deck();
    uint64_t key = rng_key(setup->seed);
    EventLog log_cards;
    EventLog log_twins;
    State cards;
    State twins;

    event_log_init(&log_cards, NULL, NULL);
    event_log_init(&log_twins, NULL, NULL);
    state_init(&cards, deck->cards, setup);
    state_init(&twins, deck->twins, setup);
    assert_true(state_equal(&cards, &twins));
    for (int decision = 0; !state_is_terminal(&cards); decision++) {
        ActionList legal_cards;
        ActionList legal_twins;
        state_legal_actions(&cards, deck->cards, &legal_cards);
        state_legal_actions(&twins, deck->twins, &legal_twins);
        expect_same_choices(&legal_cards, &legal_twins);
        Action action = policy_choose(key, decision, &legal_cards);
        event_log_clear(&log_cards);
        event_log_clear(&log_twins);
        state_apply(&cards, deck->cards, action, &log_cards);
        state_apply(&twins, deck->twins, action, &log_twins);
        assert_true(state_equal(&cards, &twins));
        expect_same_logs(&log_cards, &log_twins);
        count_runs(runs, &cards, &log_cards);
    }
}

static const Twin *twin_at(int i)
{
    return i < twins_early_count ? &twins_early[i] : &twins_late[i - twins_early_count];
}

static int twin_total(void)
{
    return twins_early_count + twins_late_count;
}

static int number_of(const Twin *twin)
{
    return twin->card == NULL ? twin->number : rules_find_card(shipped_deck()->cards, twin->card);
}

static void expect_runs(const Runs *runs, const Twin *twin)
{
    int count = runs->count[twin->kind][number_of(twin)];

    if (count < RUNS_LEAST) {
        fail_msg("the twin of %s ran %d times, expected %d", twin->card, count, RUNS_LEAST);
    }
}

TEST(a_game_of_twins_is_in_every_decision_the_game_of_the_cards)
{
    static Runs runs;

    for (int variant = 0; variant < variant_count(shipped_rules()); variant++) {
        for (uint64_t seed = 1; seed <= GAMES; seed++) {
            Setup setup = variant_setup(variant, seed);
            play_in_step(&setup, &runs);
        }
    }
    for (int i = 0; i < twin_total(); i++) {
        expect_runs(&runs, twin_at(i));
    }
}

static uint32_t ops_of(const Rules *rules, FrameKind kind, int number)
{
    Program program = rules->program[kind][number];
    uint32_t ops = 0;

    for (int i = 0; i < program.length; i++) {
        ops |= UINT32_C(1) << rules->instruction[program.start + i].op;
    }
    return ops;
}

static void expect_op(uint32_t ops, Op op)
{
    if ((ops >> op & 1) == 0) {
        fail_msg("no card of the deck has the instruction '%s'", vocab_op[op].name);
    }
}

TEST(the_cards_of_the_deck_have_every_instruction)
{
    uint32_t ops = UINT32_C(1) << OP_NATIVE;

    for (int i = 0; i < twin_total(); i++) {
        ops |= ops_of(shipped_deck()->cards, twin_at(i)->kind, number_of(twin_at(i)));
    }
    for (int op = 0; op < OP_COUNT; op++) {
        expect_op(ops, (Op)op);
    }
}

/* A card's trigger list is a program of its own. */
static void expect_native(FrameKind kind, int number)
{
    uint32_t ops = ops_of(shipped_deck()->twins, kind, number);

    assert_true(ops == 0 || ops == UINT32_C(1) << OP_NATIVE);
}

TEST(nothing_of_the_twins_game_is_left_to_the_card_machine)
{
    const Rules *rules = shipped_deck()->twins;
    uint64_t cards[2] = {0, 0};

    for (int scenario = 0; scenario < rules->scenario_count; scenario++) {
        for (int era = 0; era < ERA_COUNT; era++) {
            cards[0] |= rules->scenario[scenario].deck[era][0];
            cards[1] |= rules->scenario[scenario].deck[era][1];
        }
    }
    assert_true(set_count(cards) >= DECK_LEAST);
    for (int card = set_next(cards, 0); card < CARDS_MAX; card = set_next(cards, card + 1)) {
        expect_native(FRAME_EVENT, card);
        expect_native(FRAME_TRIGGER, card);
    }
    expect_native(FRAME_HEARTS, 0);
    expect_native(FRAME_HEARTS, 1);
    expect_native(FRAME_HEDGING, 0);
}

TEST(rules_without_a_twinned_card_are_refused_by_its_name)
{
    Rules *other = malloc(sizeof *other);
    TwinDeck refused;
    Error err;

    assert_non_null(other);
    *other = *shipped_rules();
    other->card[rules_find_card(other, "L12")].id[0] = 'X';
    assert_int_equal(twin_deck_init(&refused, other, &err), STATUS_PARSE);
    assert_non_null(strstr(err.text, "'L12'"));
    assert_null(refused.cards);
    free(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_game_of_twins_is_in_every_decision_the_game_of_the_cards),
        cmocka_unit_test(the_cards_of_the_deck_have_every_instruction),
        cmocka_unit_test(nothing_of_the_twins_game_is_left_to_the_card_machine),
        cmocka_unit_test(rules_without_a_twinned_card_are_refused_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
