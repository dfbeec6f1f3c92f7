/* A game looked at again: where one is in it, whose hands it shows, what is found and done there. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ai/bot.h"
#include "core/action.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/analysis.h"
#include "match/history.h"
#include "match/journal.h"
#include "match/lines.h"
#include "match/match.h"
#include "match/seat.h"
#include "support/shipped.h"
#include "support/sitting.h"
#include "test.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/hint_panel.h"
#include "ui/replay.h"
#include "ui/retry.h"
#include "ui/ui.h"

/* ---- games ---- */

/* A choice of the seat in turn that is neither the first nor always the same. */
static void choose_some(Match *match, uint64_t *chance)
{
    ActionList legal;
    Error err;

    match_legal(match, &legal);
    *chance = *chance * 6364136223846793005U + 1442695040888963407U;
    Action action = legal.item[(*chance >> 33) % (unsigned)legal.count];
    assert_int_equal(match_submit(match, action, BY_HAND, &err), STATUS_OK);
}

static void play(Sitting *sitting, int decisions)
{
    for (int i = 0; i < decisions && !match_is_over(sitting->match); i++) {
        choose_some(sitting->match, &sitting->chance);
    }
}

static Sitting *open_replay(Sitting *sitting)
{
    desk_open(&sitting->desk, SCREEN_REPLAY);
    sitting_frame(sitting);
    assert_non_null(sitting->desk.replay);
    return sitting;
}

static Sitting *finished(void)
{
    Sitting *sitting = sitting_new("lesson-1", 2, &bot_random);

    play(sitting, 100000);
    return open_replay(sitting);
}

static Sitting *unfinished(const BotType *other)
{
    Sitting *sitting = sitting_new("short", 2, other);

    play(sitting, 60);
    return open_replay(sitting);
}

/* ---- where one is ---- */

TEST(keys_go_to_every_decision_and_round)
{
    Sitting *sitting = finished();
    const Replay *replay = sitting->desk.replay;
    const State *state = replay->history.state;
    int count = replay->history.count;

    assert_int_equal(replay->at, count);
    sitting_key(sitting, UI_KEY_LEFT);
    assert_int_equal(replay->at, count - 1);
    sitting_key(sitting, UI_KEY_FIRST);
    assert_int_equal(replay->at, 0);
    sitting_key(sitting, UI_KEY_LEFT);
    assert_int_equal(replay->at, 0);
    sitting_key(sitting, UI_KEY_RIGHT);
    assert_int_equal(replay->at, 1);
    int round = state[0].round;
    sitting_key(sitting, UI_KEY_PAGE_DOWN);
    assert_int_equal(state[replay->at].round, round + 1);
    assert_int_equal(state[replay->at - 1].round, round);
    sitting_key(sitting, UI_KEY_PAGE_UP);
    assert_int_equal(replay->at, 0);
    sitting_key(sitting, UI_KEY_LAST);
    assert_int_equal(replay->at, count);
    assert_true(sitting_shows(sitting, "The end of the game"));
    sitting_free(sitting);
}

TEST(the_board_is_that_of_the_decision)
{
    Sitting *sitting = finished();
    const Replay *replay = sitting->desk.replay;

    for (int n = 0; n < 5; n++) {
        sitting_key(sitting, UI_KEY_LEFT);
        const State *then = &replay->history.state[replay->at];
        assert_memory_equal(sitting->desk.scene.view.known.nation_x, then->nation_x,
                            sizeof then->nation_x);
        assert_memory_equal(sitting->desk.scene.view.known.track, then->track,
                            sizeof then->track[0]);
    }
    sitting_free(sitting);
}

TEST(a_click_on_the_graph_goes_there)
{
    Sitting *sitting = finished();
    Box graph = sitting_box(sitting, ui_id("timeline", 0));
    int count = sitting->desk.replay->history.count;

    sitting_point(sitting, (Spot){graph.x + graph.w / 2, graph.y + 2});
    sitting->input.pressed = true;
    sitting_frame(sitting);
    assert_in_range(sitting->desk.replay->at, count / 2 - 1, count / 2 + 1);
    sitting_free(sitting);
}

TEST(a_row_of_the_list_goes_to_its_decision)
{
    Sitting *sitting = finished();

    sitting_key(sitting, UI_KEY_LEFT);
    int at = sitting->desk.replay->at;
    sitting_click(sitting, ui_id("decision", at - 1));
    assert_int_equal(sitting->desk.replay->at, at - 1);
    sitting_free(sitting);
}

TEST(it_plays_by_the_clock_until_it_is_paused)
{
    Sitting *sitting = finished();

    sitting_key(sitting, UI_KEY_FIRST);
    sitting_letter(sitting, 'p');
    sitting->input.passed = 500;
    sitting_frame(sitting);
    assert_int_equal(sitting->desk.replay->at, 0);
    sitting_frame(sitting);
    assert_int_equal(sitting->desk.replay->at, 1);
    sitting->input.passed = 0;
    sitting_letter(sitting, 'p');
    sitting->input.passed = 5000;
    sitting_frame(sitting);
    assert_int_equal(sitting->desk.replay->at, 1);
    sitting_free(sitting);
}

TEST(escape_leaves_it_and_forgets_it)
{
    Sitting *sitting = finished();

    sitting_key(sitting, UI_KEY_BACK);
    assert_int_not_equal(desk_screen(&sitting->desk), SCREEN_REPLAY);
    assert_null(sitting->desk.replay);
    sitting_free(sitting);
}

/* ---- whose eyes ---- */

TEST(a_finished_game_is_seen_through_all_eyes)
{
    Sitting *sitting = finished();
    const Replay *replay = sitting->desk.replay;

    assert_int_equal(replay->eyes, EYES_ALL);
    sitting_letter(sitting, 'v');
    assert_int_equal(replay->eyes, SEAT_NOBODY);
    sitting_key(sitting, UI_KEY_LEFT);
    assert_int_equal(sitting->desk.scene.view.viewer, SEAT_NOBODY);
    sitting_letter(sitting, 'v');
    assert_int_equal(replay->eyes, 0);
    sitting_letter(sitting, 'v');
    assert_int_equal(replay->eyes, 2);
    sitting_free(sitting);
}

TEST(before_the_end_only_the_one_person_is_seen_through)
{
    Sitting *sitting = unfinished(&bot_random);
    const Replay *replay = sitting->desk.replay;

    assert_int_equal(replay->eyes, 0);
    assert_false(replay_may_have(replay, EYES_ALL));
    assert_false(replay_may_have(replay, 2));
    for (int n = 0; n < 4; n++) {
        sitting_letter(sitting, 'v');
        assert_true(replay->eyes == 0 || replay->eyes == SEAT_NOBODY);
        assert_true(sitting->desk.scene.view.viewer == 0 ||
                    sitting->desk.scene.view.viewer == SEAT_NOBODY);
    }
    sitting_free(sitting);
}

/* Two people, and nobody has said that only they look. */
TEST(before_the_end_several_people_see_no_hand)
{
    Sitting *sitting = unfinished(NULL);

    assert_int_equal(sitting->desk.replay->eyes, SEAT_NOBODY);
    sitting_letter(sitting, 'v');
    assert_int_equal(sitting->desk.replay->eyes, SEAT_NOBODY);
    sitting_letter(sitting, 'a');
    assert_null(sitting->desk.replay->analysis);
    sitting_free(sitting);
}

static void assert_same_lists(const DrawList *a, const DrawList *b)
{
    for (int i = 0; i < a->count && i < b->count; i++) {
        if (memcmp(&a->item[i], &b->item[i], sizeof a->item[i]) != 0) {
            print_error("command %d: '%.*s', '%.*s'\n", i, a->item[i].length,
                        a->text + a->item[i].text, b->item[i].length, b->text + b->item[i].text);
            break;
        }
    }
    assert_int_equal(a->count, b->count);
    assert_int_equal(a->text_length, b->text_length);
    assert_memory_equal(a->item, b->item, (size_t)a->count * sizeof a->item[0]);
    assert_memory_equal(a->text, b->text, (size_t)a->text_length);
}

/* A game of one person that begins at a position. */
static Sitting *begun_at(const State *state, Seat person)
{
    Sitting *sitting = sitting_new("short", 2, &bot_random);
    MatchSetup setup = {
        .game = {.seed = state->seed, .scenario = state->scenario, .seat_count = state->seat_count},
        .start = state};
    Error err;

    for (Seat seat = 0; seat < SEATS_MAX; seat += 2) {
        setup.seat[seat] = *match_seat(sitting->match, seat == person ? 0 : 2);
    }
    desk_sit_down(&sitting->desk, NULL);
    match_free(sitting->match);
    assert_int_equal(match_new(&sitting->match, shipped_rules(), &setup, &err), STATUS_OK);
    desk_sit_down(&sitting->desk, sitting->match);
    sitting->desk.bots_play = false;
    return sitting;
}

/* The same on both, frame by frame. */
static void press_both(Sitting *a, Sitting *b, char letter)
{
    sitting_letter(a, letter);
    sitting_letter(b, letter);
    assert_same_lists(&a->list, &b->list);
}

static void compare_replays(const State *state, Seat viewer, uint64_t key)
{
    View view;
    State first;
    State second;

    view_of(&view, state, shipped_rules(), viewer);
    view_sample(&first, &view, shipped_rules(), key);
    view_sample(&second, &view, shipped_rules(), key + 1);
    Sitting *a = open_replay(begun_at(&first, viewer));
    Sitting *b = open_replay(begun_at(&second, viewer));
    assert_int_equal(a->desk.replay->eyes, viewer);
    sitting_frame(a);
    sitting_frame(b);
    assert_same_lists(&a->list, &b->list);
    press_both(a, b, 't');
    press_both(a, b, 't');
    press_both(a, b, 'h');
    assert_true(hint_is_open(&a->desk) == hint_is_open(&b->desk));
    for (int n = 0; n < 20 && hint_is_open(&a->desk); n++) {
        sitting_frame(a);
        sitting_frame(b);
        assert_same_lists(&a->list, &b->list);
    }
    sitting_free(a);
    sitting_free(b);
}

TEST(nothing_hidden_reaches_replay_or_hint)
{
    enum { STATES = 30, APART = 7 };
    Sitting *sitting = sitting_new("short", 2, &bot_random);

    for (int n = 0; n < STATES && !match_is_over(sitting->match); n++) {
        compare_replays(match_state(sitting->match), n % 2 == 0 ? 0 : 2, (uint64_t)n);
        play(sitting, APART);
    }
    sitting_free(sitting);
}

/* Where a bloc commits a headline before the other: two games that differ in that card only. */
TEST(a_headline_is_hidden_until_it_is_revealed)
{
    Sitting *sitting = sitting_new("short", 2, &bot_random);
    Error err;
    ActionList legal;
    Action told;

    match_legal(sitting->match, &legal);
    assert_int_equal(legal.item[0].verb, VERB_HEADLINE);
    Seat first = match_current_seat(sitting->match);
    Seat viewer = 2 - first;
    Sitting *a = begun_at(match_state(sitting->match), viewer);
    Sitting *b = begun_at(match_state(sitting->match), viewer);
    assert_int_equal(match_submit(a->match, legal.item[0], BY_HAND, &err), STATUS_OK);
    assert_int_equal(match_submit(b->match, legal.item[1], BY_HAND, &err), STATUS_OK);
    open_replay(a);
    open_replay(b);
    assert_same_lists(&a->list, &b->list);
    assert_true(sitting_shows_part(a, "A headline, still hidden"));
    assert_false(replay_action(a->desk.replay, 0, &told));
    sitting_key(a, UI_KEY_LEFT);
    sitting_key(b, UI_KEY_LEFT);
    assert_same_lists(&a->list, &b->list);
    sitting_free(a);
    sitting_free(b);
    sitting_free(sitting);
}

/* ---- what is found ---- */

static void quick(Replay *replay)
{
    replay->config.playouts = 24;
    replay->config.iterations = 60;
    replay->config.plays = 2;
}

static void analyse(Sitting *sitting)
{
    quick(sitting->desk.replay);
    sitting_letter(sitting, 'a');
    while (sitting->desk.replay->analysis != NULL && !sitting->desk.replay->analysed) {
        sitting_frame(sitting);
    }
    assert_true(sitting->desk.replay->analysed);
    sitting_frame(sitting);
}

TEST(an_analysis_goes_on_frame_by_frame_and_escape_cancels_it)
{
    Sitting *sitting = finished();

    quick(sitting->desk.replay);
    sitting_letter(sitting, 'a');
    assert_non_null(sitting->desk.replay->analysis);
    assert_true(sitting_shows_part(sitting, "Analysis "));
    assert_true(sitting->desk.again);
    sitting_key(sitting, UI_KEY_BACK);
    assert_non_null(sitting->desk.replay);
    assert_null(sitting->desk.replay->analysis);
    sitting_free(sitting);
}

TEST(mistakes_are_those_of_the_eyes)
{
    Sitting *sitting = finished();
    Replay *replay = sitting->desk.replay;

    analyse(sitting);
    assert_true(replay_mistake(replay, 0) >= 0);
    sitting_letter(sitting, 'm');
    assert_int_equal(replay->at, replay_mistake(replay, 0));
    assert_true(sitting_shows_part(sitting, "Mistake, "));
    assert_true(sitting_shows(sitting, "!"));
    for (Seat seat = 0; seat < SEATS_MAX; seat += 2) {
        replay_take_eyes(replay, seat);
        for (int at = replay_mistake(replay, 0); at >= 0; at = replay_mistake(replay, at + 1)) {
            assert_int_equal(replay->history.choice[at].seat, seat);
        }
    }
    replay_take_eyes(replay, SEAT_NOBODY);
    assert_int_equal(replay_mistake(replay, 0), -1);
    sitting_frame(sitting);
    assert_false(sitting_shows(sitting, "!"));
    sitting_free(sitting);
}

TEST(skill_and_luck_stand_apart_for_each_seat)
{
    Sitting *sitting = finished();
    SeatAnalysis sum;
    char text[16];

    analyse(sitting);
    sitting_letter(sitting, 't');
    sitting_letter(sitting, 't');
    assert_true(sitting_shows(sitting, "Given away"));
    analysis_seat(sitting->desk.replay->analysis, 0, &sum);
    snprintf(text, sizeof text, "%d", sum.mistakes);
    assert_true(sitting_shows(sitting, text));
    assert_true(sitting_shows(sitting, "The most costly choices"));
    sitting_free(sitting);
}

/* ---- finding better ---- */

static void wait_for(Sitting *sitting, RetryPhase phase)
{
    for (int n = 0; n < 100000 && sitting->desk.replay->retry.phase != phase; n++) {
        sitting_frame(sitting);
    }
    assert_int_equal(sitting->desk.replay->retry.phase, phase);
    sitting_frame(sitting);
}

TEST(the_search_s_own_choice_is_told_to_be_the_best)
{
    Sitting *sitting = finished();
    Replay *replay = sitting->desk.replay;

    quick(replay);
    sitting_letter(sitting, 'r');
    wait_for(sitting, RETRY_ASKS);
    assert_true(sitting_shows_part(sitting, "find a better choice"));
    assert_true(sitting->desk.scene.legal.count > 1);
    desk_choose(&sitting->desk, replay_judgement(replay, replay->at)->best);
    wait_for(sitting, RETRY_TELLS);
    assert_true(sitting_shows(sitting, "Well found: the search knows nothing better."));
    int before = replay->at;
    sitting_key(sitting, UI_KEY_ENTER);
    assert_true(replay->retry.phase == RETRY_DONE || replay->at > before);
    sitting_free(sitting);
}

TEST(the_old_choice_is_no_better_than_itself)
{
    Sitting *sitting = finished();
    Replay *replay = sitting->desk.replay;

    quick(replay);
    sitting_letter(sitting, 'r');
    wait_for(sitting, RETRY_ASKS);
    desk_choose(&sitting->desk, replay_judgement(replay, replay->at)->chosen);
    wait_for(sitting, RETRY_TELLS);
    assert_int_equal(retry_verdict(replay), VERDICT_ALIKE);
    sitting_letter(sitting, 'z');
    assert_int_equal(replay->retry.phase, RETRY_ASKS);
    sitting_key(sitting, UI_KEY_BACK);
    assert_int_equal(replay->retry.phase, RETRY_OFF);
    assert_int_equal(match_decision_count(sitting->match), replay->history.count);
    sitting_free(sitting);
}

/* ---- from here ---- */

typedef struct Host {
    State start;
    GameWish wish;
    int begun;
    char *copied;
} Host;

static Status begin_match(void *user, const GameWish *wish, Match **match, Error *err)
{
    Host *host = user;

    (void)match;
    host->begun++;
    host->wish = *wish;
    host->start = *wish->start;
    return error_set(err, STATUS_IO, "only noted");
}

static uint64_t new_seed(void *user)
{
    (void)user;
    return 4711;
}

static Status copy_text(void *user, const char *text, Error *err)
{
    Host *host = user;

    (void)err;
    free(host->copied);
    host->copied = strdup(text);
    return STATUS_OK;
}

static void give_host(Sitting *sitting, Host *host)
{
    sitting->desk.host = (DeskHost){.user = host,
                                    .begin_match = begin_match,
                                    .new_seed = new_seed,
                                    .copy_text = copy_text};
}

TEST(a_finished_game_goes_on_with_the_same_cards)
{
    Sitting *sitting = finished();
    Host host = {.begun = 0};

    give_host(sitting, &host);
    sitting_key(sitting, UI_KEY_FIRST);
    State then = sitting->desk.replay->history.state[0];
    sitting_letter(sitting, 'c');
    sitting_key(sitting, UI_KEY_ENTER);
    assert_int_equal(host.begun, 1);
    assert_true(state_equal(&host.start, &then));
    assert_int_equal(host.wish.game.seed, then.seed);
    assert_string_equal(host.wish.player[0], "human");
    sitting_free(sitting);
}

TEST(an_unfinished_game_goes_on_with_what_is_hidden_dealt_anew)
{
    Sitting *sitting = unfinished(&bot_random);
    const Rules *rules = shipped_rules();
    Host host = {.begun = 0};
    View before;
    View after;

    give_host(sitting, &host);
    sitting_key(sitting, UI_KEY_FIRST);
    view_of(&before, &sitting->desk.replay->history.state[0], rules, 0);
    State then = sitting->desk.replay->history.state[0];
    sitting_letter(sitting, 'c');
    sitting_key(sitting, UI_KEY_ENTER);
    assert_int_equal(host.begun, 1);
    view_of(&after, &host.start, rules, 0);
    assert_true(state_equal(&before.known, &after.known));
    assert_false(state_equal(&then, &host.start));
    assert_int_equal(host.start.seed, host.wish.game.seed);
    sitting_free(sitting);
}

TEST(the_copy_is_a_journal_of_the_same_game)
{
    Sitting *sitting = finished();
    Host host = {.begun = 0};
    LineReader *lines = malloc(sizeof *lines);
    FILE *file = tmpfile();
    Journal journal;
    Error err;

    give_host(sitting, &host);
    sitting_letter(sitting, 'x');
    assert_non_null(host.copied);
    assert_true(strncmp(host.copied, "decision ", 9) == 0);
    const char *text = strstr(host.copied, "journal 1 ");
    assert_non_null(text);
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    rewind(file);
    assert_int_equal(lines_of(lines, "copy", file, &err), STATUS_OK);
    assert_int_equal(journal_read(&journal, lines, shipped_rules(), &err), STATUS_OK);
    assert_int_equal(journal.history.count, match_decision_count(sitting->match));
    assert_true(state_equal(history_state(&journal.history), match_state(sitting->match)));
    journal_clear(&journal);
    assert_int_equal(fclose(file), 0);
    free(lines);
    free(host.copied);
    sitting_free(sitting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_go_to_every_decision_and_round),
        cmocka_unit_test(the_board_is_that_of_the_decision),
        cmocka_unit_test(a_click_on_the_graph_goes_there),
        cmocka_unit_test(a_row_of_the_list_goes_to_its_decision),
        cmocka_unit_test(it_plays_by_the_clock_until_it_is_paused),
        cmocka_unit_test(escape_leaves_it_and_forgets_it),
        cmocka_unit_test(a_finished_game_is_seen_through_all_eyes),
        cmocka_unit_test(before_the_end_only_the_one_person_is_seen_through),
        cmocka_unit_test(before_the_end_several_people_see_no_hand),
        cmocka_unit_test(nothing_hidden_reaches_replay_or_hint),
        cmocka_unit_test(a_headline_is_hidden_until_it_is_revealed),
        cmocka_unit_test(an_analysis_goes_on_frame_by_frame_and_escape_cancels_it),
        cmocka_unit_test(mistakes_are_those_of_the_eyes),
        cmocka_unit_test(skill_and_luck_stand_apart_for_each_seat),
        cmocka_unit_test(the_search_s_own_choice_is_told_to_be_the_best),
        cmocka_unit_test(the_old_choice_is_no_better_than_itself),
        cmocka_unit_test(a_finished_game_goes_on_with_the_same_cards),
        cmocka_unit_test(an_unfinished_game_goes_on_with_what_is_hidden_dealt_anew),
        cmocka_unit_test(the_copy_is_a_journal_of_the_same_game),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
