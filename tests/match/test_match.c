/* A game in progress: submitting, bots and their faults, undo and its fence, news. */

#include <stdlib.h>
#include <string.h>

#include "core/rng.h"
#include "match/match_bots.h"
#include "support/matches.h"
#include "support/position.h"
#include "support/shipped.h"
#include "test.h"

static MatchSetup setup_of(const char *scenario, uint64_t seed, MatchSeat us, MatchSeat cn)
{
    MatchSetup setup = matches_setup(matches_game(scenario, 2, seed), us);

    setup.seat[2] = cn;
    return setup;
}

static Action first_legal(const Match *match)
{
    ActionList legal;

    match_legal(match, &legal);
    assert_true(legal.count > 0);
    return legal.item[0];
}

TEST(random_bots_play_the_game_of_a_trace)
{
    const MatchSetup setup = setup_of("short", 7, seat_bot(&bot_random), seat_bot(&bot_random));
    Match *match = matches_begin(&setup);
    uint64_t key = rng_key(7);
    State state;

    matches_let_bots_play(match);
    state_init(&state, shipped_rules(), &setup.game);
    int decisions = 0;
    for (; !state_is_terminal(&state); decisions++) {
        ActionList legal;
        state_legal_actions(&state, shipped_rules(), &legal);
        state_apply(&state, shipped_rules(), policy_choose(key, decisions, &legal), NULL);
    }
    assert_true(match_is_over(match));
    assert_int_equal(match_decision_count(match), decisions);
    assert_true(state_equal(match_state(match), &state));
    assert_int_equal(match_can_undo(match), UNDO_NONE); /* no person has chosen */
    match_free(match);
}

TEST(what_is_not_legal_changes_nothing)
{
    const MatchSetup setup = setup_of("full", 7, seat_human(), seat_human());
    Match *match = matches_begin(&setup);
    State before = *match_state(match);
    Action stop = {.verb = VERB_STOP};

    assert_int_equal(match_submit(match, stop, BY_HAND, NULL), STATUS_ILLEGAL);
    assert_int_equal(match_decision_count(match), 0);
    assert_true(state_equal(match_state(match), &before));
    match_free(match);
}

TEST(an_own_choice_that_revealed_nothing_is_undone_freely)
{
    const MatchSetup setup = setup_of("full", 7, seat_human(), seat_human());
    Match *match = matches_begin(&setup);
    State before = *match_state(match);

    assert_int_equal(match_can_undo(match), UNDO_NONE);
    assert_int_equal(match_undo(match, true, NULL), STATUS_ILLEGAL);
    matches_choose(match, "headline E06");
    assert_int_equal(match_can_undo(match), UNDO_FREE);
    assert_int_equal(match_undo(match, false, NULL), STATUS_OK);
    assert_true(state_equal(match_state(match), &before));
    matches_choose(match, "headline E19");
    assert_int_equal(match_decision_count(match), 1);
    match_free(match);
}

TEST(an_undo_past_a_revealed_headline_is_refused_unless_confirmed)
{
    const MatchSetup setup = setup_of("full", 7, seat_human(), seat_human());
    Match *match = matches_begin(&setup);
    Error err = {.text = ""};

    matches_choose(match, "headline E06");
    State before = *match_state(match);
    matches_choose(match, "headline E10"); /* both are revealed */
    State after = *match_state(match);
    assert_int_equal(match_can_undo(match), UNDO_TAKE_BACK);
    assert_int_equal(match_undo(match, false, &err), STATUS_ILLEGAL);
    assert_non_null(strstr(err.text, "consent"));
    assert_true(state_equal(match_state(match), &after));
    assert_int_equal(match_undo(match, true, &err), STATUS_OK);
    assert_true(state_equal(match_state(match), &before));
    match_free(match);
}

TEST(an_undo_past_another_seats_choice_is_a_take_back)
{
    const MatchSetup setup = setup_of("lesson-1", 7, seat_human(), seat_human());
    Match *match = matches_begin(&setup);
    Seat first = match_current_seat(match);
    int own = 0;

    while (match_current_seat(match) == first) {
        Action action = first_legal(match);
        assert_int_equal(match_submit(match, action, BY_HAND, NULL), STATUS_OK);
        own++;
    }
    assert_true(own > 1);
    assert_int_equal(match_can_undo_to(match, 0), UNDO_FREE);
    assert_int_equal(match_submit(match, first_legal(match), BY_HAND, NULL), STATUS_OK);
    assert_int_equal(match_can_undo(match), UNDO_FREE); /* of the seat that chose last */
    assert_int_equal(match_can_undo_to(match, own - 1), UNDO_TAKE_BACK);
    assert_int_equal(match_can_undo_to(match, own + 1), UNDO_NONE);
    assert_int_equal(match_can_undo_to(match, -1), UNDO_NONE);
    match_free(match);
}

/* Shipped rules in which E26 only discards, where it also draws. */
static Rules *rules_of_a_loss(void)
{
    Rules *rules = malloc(sizeof *rules);
    Error err = {.text = ""};

    assert_non_null(rules);
    memcpy(rules, shipped_rules(), sizeof *rules);
    Program program = rules->program[FRAME_EVENT][rules_find_card(rules, "E26")];
    for (int i = 0; i < program.length; i++) {
        Instruction *instruction = &rules->instruction[program.start + i];
        if (instruction->op == OP_DRAW) {
            *instruction = (Instruction){.op = OP_GAIN,
                                         .next = instruction->next,
                                         .a = TRACK_PRICE,
                                         .b = WHO_WORLD,
                                         .n = 1};
        }
    }
    if (rules_prepare(rules, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    return rules;
}

TEST(a_card_lost_at_random_is_not_given_back_freely)
{
    Rules *rules = rules_of_a_loss();
    MatchSetup setup = setup_of("full", 7, seat_human(), seat_human());
    Match *match = NULL;
    State start;

    position_make(&start, &setup.game, rules, "hand=E03+E26,E11+E12");
    setup.start = &start;
    assert_int_equal(match_new(&match, rules, &setup, NULL), STATUS_OK);
    matches_choose(match, "shelve E03");
    assert_int_equal(match_can_undo(match), UNDO_FREE);
    match_free(match);
    assert_int_equal(match_new(&match, rules, &setup, NULL), STATUS_OK);
    matches_choose(match, "event E26");
    assert_int_equal(match_can_undo(match), UNDO_TAKE_BACK);
    match_free(match);
    free(rules);
}

TEST(an_undo_takes_back_what_bots_answered_and_they_answer_the_same)
{
    const MatchSetup setup = setup_of("short", 3, seat_human(), seat_bot(&bot_random));
    Match *match = matches_begin(&setup);

    matches_let_bots_play(match);
    int number = match_decision_count(match);
    State before = *match_state(match);
    Action action = first_legal(match);
    assert_int_equal(match_submit(match, action, BY_HAND, NULL), STATUS_OK);
    matches_let_bots_play(match);
    while (match_current_seat(match) == 0 && match_decision_count(match) == number + 1) {
        number = match_decision_count(match);
        before = *match_state(match);
        action = first_legal(match);
        assert_int_equal(match_submit(match, action, BY_HAND, NULL), STATUS_OK);
        matches_let_bots_play(match);
    }
    State after = *match_state(match);
    assert_true(match_decision_count(match) > number + 1);
    assert_int_equal(match_can_undo(match), UNDO_TAKE_BACK);
    assert_int_equal(match_undo_target(match), number);
    assert_int_equal(match_undo(match, true, NULL), STATUS_OK);
    assert_true(state_equal(match_state(match), &before));

    Action again;
    assert_true(match_redo_action(match, &again));
    assert_true(action_equal(again, action));
    assert_int_equal(match_submit(match, again, BY_HAND, NULL), STATUS_OK);
    matches_let_bots_play(match);
    assert_true(state_equal(match_state(match), &after));
    assert_false(match_redo_action(match, &again));
    match_free(match);
}

/* A bot that answers what `name` says: an index out of reach, or an error. */
static Status open_faulty(Bot **made, const BotType *type, const Rules *rules,
                          const BotConfig *config, Error *err)
{
    Bot *faulty = malloc(sizeof *faulty);

    (void)rules;
    (void)config;
    (void)err;
    assert_non_null(faulty);
    *faulty = (Bot){.type = type};
    *made = faulty;
    return STATUS_OK;
}

static Status decide_beyond(Bot *faulty, const View *view, const ActionList *legal, int *choice,
                            Error *err)
{
    (void)faulty;
    (void)view;
    (void)err;
    *choice = legal->count;
    return STATUS_OK;
}

static Status decide_nothing(Bot *faulty, const View *view, const ActionList *legal, int *choice,
                             Error *err)
{
    (void)faulty;
    (void)view;
    (void)legal;
    *choice = 0;
    return error_set(err, STATUS_PARSE, "bad.lua:3: \"quoted\" \\ slip\nits source line");
}

static void close_faulty(Bot *faulty)
{
    free(faulty);
}

static const BotType beyond = {"beyond", "", open_faulty, decide_beyond, close_faulty, NULL};
static const BotType silent = {"my silent bot", "",           open_faulty,
                               decide_nothing,  close_faulty, NULL};

TEST(a_bot_that_fails_forfeits_its_choice)
{
    const MatchSetup setup = setup_of("lesson-1", 5, seat_bot(&beyond), seat_bot(&silent));
    Match *match = matches_begin(&setup);
    ActionList legal;

    assert_string_equal(match_last_fault(match), "");
    while (!match_is_over(match)) {
        Seat seat = match_current_seat(match);
        int faults = match_fault_count(match, seat);
        State expected = *match_state(match);
        match_legal(match, &legal);
        state_apply(&expected, shipped_rules(), legal.item[0], NULL);
        assert_int_equal(match_step_bot(match, NULL), STATUS_OK);
        /* A bot that has failed too often is asked no more. */
        assert_int_equal(match_fault_count(match, seat), faults + (faults < BOT_FAULTS_MAX));
        assert_true(state_equal(match_state(match), &expected));
        assert_string_not_equal(match_last_fault(match), "");
        assert_null(strchr(match_last_fault(match), '\n'));
    }
    assert_int_equal(match_fault_count(match, 0), BOT_FAULTS_MAX);
    assert_int_equal(match_fault_count(match, 2), BOT_FAULTS_MAX);
    match_free(match);
}

/* A bot that chooses by how often it was asked. */
typedef struct Forgetful {
    Bot bot;
    int asked;
} Forgetful;

static Status open_forgetful(Bot **made, const BotType *type, const Rules *rules,
                             const BotConfig *config, Error *err)
{
    Forgetful *bot = calloc(1, sizeof *bot);

    (void)rules;
    (void)config;
    (void)err;
    assert_non_null(bot);
    bot->bot.type = type;
    *made = &bot->bot;
    return STATUS_OK;
}

static Status decide_by_memory(Bot *bot, const View *view, const ActionList *legal, int *choice,
                               Error *err)
{
    Forgetful *forgetful = (Forgetful *)bot;

    (void)view;
    (void)err;
    *choice = forgetful->asked++ % legal->count;
    return STATUS_OK;
}

TEST(a_bot_remembers_nothing_that_was_taken_back)
{
    static const BotType forgetful = {"forgetful",      "",           open_forgetful,
                                      decide_by_memory, close_faulty, NULL};
    const MatchSetup setup = setup_of("short", 3, seat_bot(&forgetful), seat_bot(&forgetful));
    Match *match = matches_begin(&setup);
    State begin = *match_state(match);

    matches_let_bots_play(match);
    State end = *match_state(match);
    assert_int_equal(match_undo_to(match, 0, true, NULL), STATUS_OK);
    assert_true(state_equal(match_state(match), &begin));
    matches_let_bots_play(match);
    assert_true(state_equal(match_state(match), &end)); /* they were asked as often as before */
    match_free(match);
}

TEST(news_hide_what_a_seat_may_not_know)
{
    const MatchSetup setup = setup_of("full", 7, seat_human(), seat_human());
    Match *match = matches_begin(&setup);
    EventLog log;
    Action action;

    event_log_init(&log, NULL, NULL);
    assert_int_equal(match_last_decision(match, 0), -1);
    matches_choose(match, "headline E06");
    assert_int_equal(match_last_decision(match, 0), 0);
    match_events(match, 0, 2, &log);
    assert_int_equal(log.item[0].kind, EVENT_COMMITTED);
    assert_int_equal(log.item[0].a, CARD_HIDDEN);
    assert_false(match_decision_action(match, 0, 2, &action));
    match_events(match, 0, 0, &log);
    assert_int_equal(log.item[0].a, rules_find_card(shipped_rules(), "E06"));
    assert_true(match_decision_action(match, 0, 0, &action));
    matches_choose(match, "headline E10");
    assert_true(match_decision_action(match, 0, 2, &action)); /* it is revealed */
    match_events(match, 0, 2, &log);
    assert_int_equal(log.item[0].a, rules_find_card(shipped_rules(), "E06"));
    match_free(match);
}

/* Counts the draws of which the seat does not learn the card, and those of which it does. */
static void count_draws(const EventLog *log, Seat seat, int count[2])
{
    for (int i = 0; i < log->count; i++) {
        if (log->item[i].kind == EVENT_DREW) {
            bool own = log->item[i].subject == seat;
            assert_int_equal(log->item[i].a == CARD_HIDDEN, !own);
            count[own]++;
        }
    }
}

TEST(nobody_hears_of_a_card_that_another_seat_draws)
{
    const MatchSetup setup = setup_of("full", 11, seat_bot(&bot_random), seat_bot(&bot_random));
    Match *match = matches_begin(&setup);
    EventLog log;
    int count[2] = {0, 0};

    event_log_init(&log, NULL, NULL);
    matches_let_bots_play(match);
    for (int i = 0; i < match_decision_count(match); i++) {
        match_events(match, i, 2, &log);
        count_draws(&log, 2, count);
    }
    assert_true(count[0] > 10 && count[1] > 10);
    match_free(match);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_bots_play_the_game_of_a_trace),
        cmocka_unit_test(what_is_not_legal_changes_nothing),
        cmocka_unit_test(an_own_choice_that_revealed_nothing_is_undone_freely),
        cmocka_unit_test(an_undo_past_a_revealed_headline_is_refused_unless_confirmed),
        cmocka_unit_test(an_undo_past_another_seats_choice_is_a_take_back),
        cmocka_unit_test(a_card_lost_at_random_is_not_given_back_freely),
        cmocka_unit_test(an_undo_takes_back_what_bots_answered_and_they_answer_the_same),
        cmocka_unit_test(a_bot_that_fails_forfeits_its_choice),
        cmocka_unit_test(a_bot_remembers_nothing_that_was_taken_back),
        cmocka_unit_test(news_hide_what_a_seat_may_not_know),
        cmocka_unit_test(nobody_hears_of_a_card_that_another_seat_draws),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
