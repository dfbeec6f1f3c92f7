/* A game of the lab is the game that a match plays with the same seed. */

#include "core/seats.h"
#include "lab/game.h"
#include "match/match.h"
#include "script/script_bot.h"
#include "support/shipped.h"
#include "test.h"

typedef struct Leads {
    int count;
    int lead[LEADS_MAX];
} Leads;

static void note_lead(void *user, Moment moment, const struct State *state)
{
    Leads *leads = user;

    if (moment == MOMENT_ROUND_ENDED) {
        leads->lead[leads->count++] = state_bloc_vp(state, BLOC_US) - state_bloc_vp(state, BLOC_CN);
    }
}

/* Plays the decisions of a match again with an observer, and counts what was chosen. */
static void compare(const GameResult *result, const Match *match)
{
    Leads leads = {.count = 0};
    int verbs[BLOC_COUNT][VERB_COUNT] = {{0}};
    EventLog log;
    State state;

    state_init(&state, match_rules(match), match_setup(match));
    for (int i = 0; i < match_decision_count(match); i++) {
        Action action;
        Seat seat = match_decision_seat(match, i);
        match_decision_action(match, i, seat, &action);
        verbs[seat_bloc(seat)][action.verb]++;
        event_log_init(&log, note_lead, &leads);
        state_apply(&state, match_rules(match), action, &log);
    }
    assert_int_equal(result->decisions, match_decision_count(match));
    assert_int_equal(result->hash, state_hash(match_state(match), match_rules(match)));
    assert_memory_equal(result->verbs, verbs, sizeof verbs);
    assert_true(result->rounds >= leads.count && result->rounds <= leads.count + 1);
    assert_memory_equal(result->lead, leads.lead, (size_t)leads.count * sizeof leads.lead[0]);
    assert_int_equal(result->lead[result->rounds - 1],
                     state_bloc_vp(&state, BLOC_US) - state_bloc_vp(&state, BLOC_CN));
}

static void check(int seats, uint64_t seed, const BotType *first)
{
    const Rules *rules = shipped_rules();
    MatchSetup setup = {.game = {.seed = seed,
                                 .scenario = rules_find_scenario(rules, "short"),
                                 .seat_count = seats}};
    GameSetup game = {.game = setup.game};
    GameResult result;
    Match *match;

    for (Seat seat = 0; seat < SEATS_MAX; seat += SEATS_MAX / seats) {
        game.bot[seat] = seat == 0 ? first : &bot_random;
        setup.seat[seat] = (MatchSeat){.player = PLAYER_BOT, .type = game.bot[seat], .spec = "bot"};
    }
    assert_int_equal(game_play(&result, rules, &game, NULL), STATUS_OK);
    assert_int_equal(match_new(&match, rules, &setup, NULL), STATUS_OK);
    while (!match_is_over(match)) {
        assert_int_equal(match_step_bot(match, NULL), STATUS_OK);
    }
    compare(&result, match);
    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        assert_int_equal(result.faults[seat], match_fault_count(match, seat));
    }
    match_free(match);
}

TEST(games_of_random_are_those_of_a_match)
{
    for (uint64_t seed = 1; seed <= 20; seed++) {
        check(2, seed, &bot_random);
        check(4, seed, &bot_random);
    }
}

TEST(games_of_a_lua_bot_are_those_of_a_match)
{
    static const char good[] = "return {name = 'last', choose = function(view, actions)"
                               " return actions[#actions] end}";
    BotType *bot;

    assert_int_equal(script_bot_new_text(&bot, "last.lua", good, sizeof good - 1, NULL), STATUS_OK);
    check(2, 3, bot);
    check(4, 4, bot);
    script_bot_free(bot);
}

TEST(faults_are_counted_as_in_a_match)
{
    static const char bad[] = "return {name = 'bad', choose = function(view, actions)"
                              " return nil end}";
    BotType *bot;

    assert_int_equal(script_bot_new_text(&bot, "bad.lua", bad, sizeof bad - 1, NULL), STATUS_OK);
    check(2, 3, bot);
    script_bot_free(bot);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(games_of_random_are_those_of_a_match),
        cmocka_unit_test(games_of_a_lua_bot_are_those_of_a_match),
        cmocka_unit_test(faults_are_counted_as_in_a_match),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
