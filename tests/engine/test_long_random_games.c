/* Random games under a checker: what must hold at every decision of every game, whatever is
 * played. */

#include <stdlib.h>
#include <string.h>

#include "core/playout.h"
#include "core/rng.h"
#include "core/state.h"
#include "support/shipped.h"
#include "test.h"

enum {
    GAMES = 1000,          /* of each scenario and seat count */
    DECISIONS_MAX = 4096,  /* no game comes near it */
    DECISIONS_A_PLAY = 20, /* five points with a contract each, an event with triggers */
};

/* A game in progress, with all of its past. */
typedef struct Game {
    const Rules *rules;
    Setup setup;
    uint64_t key;
    int count; /* decisions made */
    State *past;
    Action action[DECISIONS_MAX];
    EventLog log;
} Game;

static void *whole(void *memory)
{
    if (memory == NULL) {
        abort();
    }
    return memory;
}

static void fail_in(const Game *game, const char *what)
{
    fail_msg("%s seats=%d seed=%lu decision %d: %s", game->rules->scenario[game->setup.scenario].id,
             game->setup.seat_count, (unsigned long)game->setup.seed, game->count, what);
}

static void expect(const Game *game, bool holds, const char *what)
{
    if (!holds) {
        fail_in(game, what);
    }
}

/* Where an action stands in a list: by the rows of TRACE.md R3, then card, mode, tile, nation. */
static int list_rank(Action action)
{
    enum { ROW = 1024, PLAY_MODES = 5, ROW_PLAY = 1 };
    static const int row[VERB_COUNT] = {
        [VERB_HEADLINE] = 0,
        [VERB_EVENT] = ROW_PLAY,
        [VERB_OPS] = ROW_PLAY,
        [VERB_OPS_EVENT] = ROW_PLAY,
        [VERB_EVENT_OPS] = ROW_PLAY,
        [VERB_SHELVE] = ROW_PLAY,
        [VERB_TRAIN] = 2,
        [VERB_OPTIMISE] = 3,
        [VERB_INTEGRATE] = 4,
        [VERB_BUILD_DATACENTRE] = 5,
        [VERB_BUILD_SILICON] = 6,
        [VERB_RELEASE_API] = 7,
        [VERB_RELEASE_OPEN] = 8,
        [VERB_RELEASE_CONDITIONAL] = 9,
        [VERB_IMPOSE] = 10,
        [VERB_LIFT] = 11,
        [VERB_SAFEGUARD_TRUST] = 12,
        [VERB_SAFEGUARD_RISK] = 13,
        [VERB_COURT_ALIGN] = 14,
        [VERB_COURT_OPEN] = 15,
        [VERB_COURT_CLOSE] = 16,
        [VERB_STOP] = 17,
        [VERB_PICK_NATION] = 18,
        [VERB_PICK_TILE] = 19,
        [VERB_OPTION] = 20,
    };
    static const int mode[VERB_COUNT] = {[VERB_EVENT] = 0,
                                         [VERB_OPS] = 1,
                                         [VERB_OPS_EVENT] = 2,
                                         [VERB_EVENT_OPS] = 3,
                                         [VERB_SHELVE] = 4};
    int in_row = action.argument;

    if (row[action.verb] == ROW_PLAY) {
        in_row = action.argument * PLAY_MODES + mode[action.verb];
    }
    return row[action.verb] * ROW + in_row;
}

/* What a list of each kind of decision may hold. */
static bool is_of_kind(Action action, DecisionKind kind)
{
    static const DecisionKind of_verb[VERB_COUNT] = {
        [VERB_HEADLINE] = DECISION_HEADLINE,
        [VERB_EVENT] = DECISION_PLAY,
        [VERB_OPS] = DECISION_PLAY,
        [VERB_OPS_EVENT] = DECISION_PLAY,
        [VERB_EVENT_OPS] = DECISION_PLAY,
        [VERB_SHELVE] = DECISION_PLAY,
        [VERB_TRAIN] = DECISION_OPERATION,
        [VERB_OPTIMISE] = DECISION_OPERATION,
        [VERB_INTEGRATE] = DECISION_OPERATION,
        [VERB_BUILD_DATACENTRE] = DECISION_OPERATION,
        [VERB_BUILD_SILICON] = DECISION_OPERATION,
        [VERB_RELEASE_API] = DECISION_OPERATION,
        [VERB_RELEASE_OPEN] = DECISION_OPERATION,
        [VERB_RELEASE_CONDITIONAL] = DECISION_OPERATION,
        [VERB_IMPOSE] = DECISION_OPERATION,
        [VERB_LIFT] = DECISION_OPERATION,
        [VERB_SAFEGUARD_TRUST] = DECISION_OPERATION,
        [VERB_SAFEGUARD_RISK] = DECISION_OPERATION,
        [VERB_COURT_ALIGN] = DECISION_OPERATION,
        [VERB_COURT_OPEN] = DECISION_OPERATION,
        [VERB_COURT_CLOSE] = DECISION_OPERATION,
        [VERB_STOP] = DECISION_OPERATION,
        [VERB_PICK_NATION] = DECISION_PICK,
        [VERB_PICK_TILE] = DECISION_PICK,
        [VERB_OPTION] = DECISION_OPTION,
    };
    return of_verb[action.verb] == kind;
}

static void check_list(const Game *game, const State *state, const ActionList *legal)
{
    DecisionKind kind = state_decision(state, game->rules);

    expect(game, legal->count >= 1, "the legal list is empty");
    expect(game, legal->count <= ACTIONS_MAX, "the legal list is too long");
    for (int i = 0; i < legal->count; i++) {
        Action action = legal->item[i];
        expect(game, action.verb < VERB_COUNT, "an unknown verb is legal");
        expect(game, is_of_kind(action, kind), "an action is not of the decision's kind");
        expect(game, i == 0 || list_rank(legal->item[i - 1]) < list_rank(action),
               "the legal list is out of order or names an action twice");
    }
    bool asked_to_spend = kind == DECISION_OPERATION;
    bool can_stop = legal->item[legal->count - 1].verb == VERB_STOP;
    expect(game, asked_to_spend == can_stop, "stop is the last of each list of operations");
}

static bool in_list(const ActionList *legal, Action action)
{
    for (int i = 0; i < legal->count; i++) {
        if (action_equal(legal->item[i], action)) {
            return true;
        }
    }
    return false;
}

/* An action is legal if and only if it is listed: all actions at some decisions, some at all. */
static void check_legality(const Game *game, const State *state, const ActionList *legal)
{
    enum { ALL_EVERY = 16, STRIDE = 37 };
    int stride = game->count % ALL_EVERY == 0 ? 1 : STRIDE;

    for (int i = 0; i < legal->count; i++) {
        expect(game, state_is_legal(state, game->rules, legal->item[i]),
               "a listed action is not legal");
    }
    for (int number = game->count % STRIDE; number < ACTION_NUMBER_MAX; number += stride) {
        Action action;
        if (action_from_number(&action, number) && !in_list(legal, action)) {
            expect(game, !state_is_legal(state, game->rules, action),
                   "an action that is not listed is legal");
        }
    }
}

static void check_position(const Game *game, const State *state)
{
    Error err = {0};

    if (state_check(state, game->rules, &err) != STATUS_OK) {
        fail_in(game, err.text);
    }
    if (state_is_terminal(state)) {
        expect(game, state->phase == PHASE_END, "a game that is over is in another phase");
        expect(game, state->frame_count == 0, "a game that is over still resolves something");
        return;
    }
    Seat seat = state_current_seat(state, game->rules);
    expect(game, seat >= 0 && seat < SEATS_MAX, "no seat of the game is asked");
    expect(game, state->seat_count == SEATS_MAX || seat % 2 == 0, "no seat of the game is asked");
}

/* Plays one decision: the same to a copy and to a logged game. */
static void step(Game *game)
{
    State *state = &game->past[game->count];
    State copy = *state;
    State logged = *state;
    ActionList legal;

    state_legal_actions(state, game->rules, &legal);
    check_list(game, state, &legal);
    check_legality(game, state, &legal);
    expect(game, state_equal(state, &copy), "asking what is legal has changed the position");

    Action action = policy_choose(game->key, game->count, &legal);
    game->action[game->count] = action;
    state_apply(&copy, game->rules, action, NULL);
    event_log_clear(&game->log);
    state_apply(&logged, game->rules, action, &game->log);
    expect(game, game->log.dropped == 0, "the event log is too short");
    expect(game, memcmp(&copy, &logged, sizeof copy) == 0, "a log changes the game");
    game->past[game->count + 1] = copy;
    game->count++;
}

/* Every past position is still what it was, and its action leads where it led. */
static void check_past(const Game *game)
{
    for (int i = 0; i < game->count; i++) {
        State next = game->past[i];
        state_apply(&next, game->rules, game->action[i], NULL);
        expect(game, memcmp(&next, &game->past[i + 1], sizeof next) == 0,
               "the same action in the same position leads elsewhere the second time");
    }
}

/* The fast loop of searches and benchmarks plays the same game. */
static void check_playout(const Game *game)
{
    State state = game->past[0];
    int count = playout_random(&state, game->rules, 0);

    expect(game, count == game->count, "a playout takes another number of decisions");
    expect(game, memcmp(&state, &game->past[count], sizeof state) == 0,
           "a playout ends in another position");
}

static void check_end(const Game *game, const State *state)
{
    static const int pay[SEATS_MAX] = {1000, 667, 333, 0};
    int returns[SEATS_MAX];
    Seat ranking[SEATS_MAX];
    int seats = state->seat_count;
    unsigned seen = 0;

    state_returns(state, game->rules, returns);
    state_ranking(state, game->rules, ranking);
    for (int place = 0; place < seats; place++) {
        int place_pay = seats == 2 ? 1000 * (1 - place) : pay[place];
        expect(game, returns[ranking[place]] == place_pay, "a seat is paid for another place");
        seen |= 1U << ranking[place];
    }
    expect(game, seen == (seats == 2 ? 0x5U : 0xfU), "the ranking does not name each seat once");
    expect(game, ranking[0] / 2 == (int)state_winner(state),
           "another bloc than the winner is first");
    expect(game, seats == 2 || ranking[1] / 2 == ranking[0] / 2, "partners do not stand together");
}

static void play_game(Game *game)
{
    const Scenario *scenario = &game->rules->scenario[game->setup.scenario];
    int plays = scenario->rounds * (2 * scenario->acts + 4); /* headlines and hedging: 4 more */
    int most = plays * DECISIONS_A_PLAY;

    state_init(&game->past[0], game->rules, &game->setup);
    game->key = rng_key(game->setup.seed);
    game->count = 0;
    check_position(game, &game->past[0]);
    while (!state_is_terminal(&game->past[game->count])) {
        expect(game, game->count < most && game->count + 1 < DECISIONS_MAX,
               "the game does not end");
        step(game);
        check_position(game, &game->past[game->count]);
    }
    check_end(game, &game->past[game->count]);
    check_past(game);
    check_playout(game);
}

/* FNV-1a of the rules' bytes: a game may read them only. */
static uint64_t fingerprint(const Rules *rules)
{
    const unsigned char *byte = (const unsigned char *)rules;
    uint64_t hash = UINT64_C(0xcbf29ce484222325);

    for (size_t i = 0; i < sizeof *rules; i++) {
        hash = (hash ^ byte[i]) * UINT64_C(0x100000001b3);
    }
    return hash;
}

TEST(every_rule_of_play_holds_at_every_decision_of_random_games)
{
    const Rules *rules = shipped_rules();
    uint64_t before = fingerprint(rules);
    Game *game = whole(calloc(1, sizeof *game));

    game->rules = rules;
    game->past = whole(calloc(DECISIONS_MAX, sizeof *game->past));
    event_log_init(&game->log, NULL, NULL);
    for (int variant = 0; variant < variant_count(rules); variant++) {
        for (int seed = 0; seed < scaled(GAMES); seed++) {
            game->setup = variant_setup(variant, (uint64_t)seed);
            play_game(game);
        }
    }
    assert_int_equal(fingerprint(rules), before);
    free(game->past);
    free(game);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_of_play_holds_at_every_decision_of_random_games),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
