/* Journals on the disk: what is written, and going on from there. */

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "match/journal.h"
#include "support/matches.h"
#include "support/shipped.h"
#include "test.h"

TEST(a_crash_may_leave_any_bytes_behind_the_last_line)
{
    static const char rubbish[] = "12 US sto\0\0\0\r\x80\xff\0\0";
    Place place = place_new();
    size_t size;
    char *text = place_record(&place, matches_game("lesson-1", 2, 8), &size);
    size_t cut = (size_t)(strstr(text, "\n12 ") - text) + 1;
    char *broken = malloc(cut + sizeof rubbish);

    assert_non_null(broken);
    memcpy(broken, text, cut);
    memcpy(broken + cut, rubbish, sizeof rubbish);
    matches_write(place.path, broken, cut + sizeof rubbish);
    place_play_on(&place);
    place_expect(&place, text, size, cut);
    free(broken);
    free(text);
    place_free(&place);
}

/* The lines of a journal that begin with `word`, counted. */
static int count_lines(const Place *place, const char *word)
{
    size_t size;
    char *text = matches_read(place->path, &size);
    int count = 0;

    for (const char *at = text; at != NULL; at = strchr(at, '\n')) {
        at += *at == '\n';
        count += strncmp(at, word, strlen(word)) == 0;
    }
    free(text);
    return count;
}

static bool has_line(const Place *place, const char *line)
{
    char wanted[JOURNAL_LINE_SIZE];
    size_t size;
    char *text = matches_read(place->path, &size);

    (void)snprintf(wanted, sizeof wanted, "\n%s\n", line);
    bool found = strstr(text, wanted) != NULL;
    free(text);
    return found;
}

TEST(undo_works_in_a_resumed_journal_and_stays_in_it)
{
    Place place = place_new();
    MatchSetup setup = matches_setup(matches_game("full", 2, 7), seat_human());
    Action action;

    setup.journal_path = place.path;
    Match *match = matches_begin(&setup);
    State first = *match_state(match);
    matches_choose(match, "headline E06");
    State second = *match_state(match);
    matches_choose(match, "headline E10");
    match_free(match);

    match = matches_resume(&setup);
    assert_int_equal(match_decision_count(match), 2);
    assert_int_equal(match_can_undo(match), UNDO_TAKE_BACK);
    assert_int_equal(match_undo(match, false, NULL), STATUS_ILLEGAL);
    assert_int_equal(match_undo(match, true, NULL), STATUS_OK);
    assert_true(state_equal(match_state(match), &second));
    match_free(match);
    assert_true(has_line(&place, "undo 1 by=hand take-back=1"));

    match = matches_resume(&setup);
    assert_true(state_equal(match_state(match), &second));
    assert_int_equal(match_undo(match, false, NULL), STATUS_OK);
    assert_true(state_equal(match_state(match), &first));
    match_free(match);
    assert_true(has_line(&place, "undo 0 by=hand"));

    match = matches_resume(&setup);
    assert_true(state_equal(match_state(match), &first));
    assert_true(match_redo_action(match, &action));
    assert_int_equal(match_submit(match, action, BY_HAND, NULL), STATUS_OK);
    assert_true(state_equal(match_state(match), &second));
    match_free(match);
    place_free(&place);
}

TEST(a_finished_game_can_be_taken_back_and_ends_again)
{
    enum { BACK = 20 };
    Place place = place_new();
    size_t size;
    const MatchSetup setup = {.journal_path = place.path};

    free(place_record(&place, matches_game("lesson-1", 2, 8), &size));
    Match *match = matches_resume(&setup);
    assert_true(match_is_over(match));
    State end = *match_state(match);
    assert_int_equal(match_undo_to(match, BACK, true, NULL), STATUS_OK);
    matches_let_bots_play(match);
    assert_true(state_equal(match_state(match), &end));
    match_free(match);
    assert_int_equal(count_lines(&place, "end "), 2);
    place_play_on(&place); /* it reads well */
    place_free(&place);
}

TEST(what_stands_in_a_file_is_never_written_over)
{
    Place place = place_new();
    size_t size;
    char *text = place_record(&place, matches_game("lesson-1", 2, 8), &size);
    MatchSetup setup = matches_setup(matches_game("lesson-1", 2, 9), seat_human());
    Match *match = NULL;
    Error err = {.text = ""};

    setup.journal_path = place.path;
    assert_int_equal(match_new(&match, shipped_rules(), &setup, &err), STATUS_IO);
    assert_non_null(strstr(err.text, "there already"));
    place_expect(&place, text, size, size);
    free(text);
    place_free(&place);
}

TEST(one_program_at_a_time_plays_a_journal)
{
    enum { REFUSED = 7 };
    Place place = place_new();
    MatchSetup setup = matches_setup(matches_game("lesson-1", 2, 9), seat_human());
    int result = 0;

    setup.journal_path = place.path;
    Match *match = matches_begin(&setup);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        Match *second = NULL;
        Error err = {.text = ""};
        Status status = match_resume(&second, shipped_rules(), &setup, &err);
        _exit(status == STATUS_IO && strstr(err.text, "another program") != NULL ? REFUSED : 0);
    }
    assert_int_equal(waitpid(child, &result, 0), child);
    assert_true(WIFEXITED(result) && WEXITSTATUS(result) == REFUSED);
    match_free(match);
    match_free(matches_resume(&setup));
    place_free(&place);
}

TEST(seats_change_hands_under_any_name)
{
    static const BotType odd = {.name = "my \"best\" bot\\1.lua"};
    Place place = place_new();
    MatchSetup setup = matches_setup(matches_game("full", 4, 7), seat_human());
    MatchSeat player = seat_bot(&odd);

    setup.journal_path = place.path;
    setup.seat[3] = player;
    Match *match = matches_begin(&setup);
    assert_int_equal(match_seat_change(match, 1, &player, NULL), STATUS_OK);
    assert_int_equal(match_seat_change(match, 1, &player, NULL), STATUS_OK); /* no second line */
    player = seat_bot(&bot_random);
    assert_int_equal(match_seat_change(match, 2, &player, NULL), STATUS_OK);
    match_free(match);
    assert_true(has_line(&place, "seat CO=\"my \\\"best\\\" bot\\\\1.lua\""));
    assert_true(has_line(&place, "seat UO bot \"my \\\"best\\\" bot\\\\1.lua\""));
    assert_int_equal(count_lines(&place, "seat UO bot"), 1);

    const MatchSetup again = {.journal_path = place.path, .seat = {[3] = seat_human()}};
    match = matches_resume(&again);
    assert_int_equal(match_player(match, 0), PLAYER_HUMAN);
    assert_string_equal(match_seat(match, 1)->spec, odd.name);
    assert_null(match_seat(match, 1)->type); /* a journal starts no file */
    assert_ptr_equal(match_seat(match, 2)->type, &bot_random);
    assert_int_equal(match_player(match, 3), PLAYER_HUMAN);
    match_free(match);
    assert_true(has_line(&place, "seat CO human"));
    place_free(&place);
}

TEST(seats_of_another_game_leave_the_journal_as_it_is)
{
    Place place = place_new();
    size_t size;
    char *text = place_record(&place, matches_game("lesson-1", 4, 8), &size);
    MatchSetup setup = matches_setup(matches_game("lesson-1", 2, 8), seat_human());
    Match *match = NULL;

    setup.journal_path = place.path;
    assert_int_equal(match_resume(&match, shipped_rules(), &setup, NULL), STATUS_PARSE);
    place_expect(&place, text, size, size);
    free(text);
    place_free(&place);
}

TEST(a_bots_name_that_breaks_the_line_is_refused)
{
    static const BotType odd = {.name = "a\nb"};
    static const BotType person = {.name = "human"};
    Place place = place_new();
    MatchSetup setup = matches_setup(matches_game("full", 2, 7), seat_bot(&odd));
    Match *match = NULL;
    Error err = {.text = ""};

    setup.journal_path = place.path;
    assert_int_equal(match_new(&match, shipped_rules(), &setup, &err), STATUS_PARSE);
    assert_null(strchr(err.text, '\n'));
    setup.seat[0] = setup.seat[2] = seat_bot(&person);
    assert_int_equal(match_new(&match, shipped_rules(), &setup, &err), STATUS_PARSE);
    place_free(&place);
}

static long one_more_second(void)
{
    static long now = 100; /* as a clock goes on */

    return now += 3;
}

TEST(lines_tell_by_whom_and_how_long)
{
    Place place = place_new();
    MatchSetup setup = matches_setup(matches_game("full", 2, 7), seat_human());
    Action action;

    setup.journal_path = place.path;
    setup.seconds = one_more_second;
    setup.sync = true;
    Match *match = matches_begin(&setup);
    assert_int_equal(action_parse(&action, "headline E06", shipped_rules(), NULL), STATUS_OK);
    assert_int_equal(match_submit(match, action, BY_VOTE, NULL), STATUS_OK);
    assert_int_equal(action_parse(&action, "headline E10", shipped_rules(), NULL), STATUS_OK);
    assert_int_equal(match_submit(match, action, BY_TIMEOUT, NULL), STATUS_OK);
    match_free(match);
    assert_true(has_line(&place, "0 US headline E06 by=vote t=3"));
    assert_true(has_line(&place, "1 CN headline E10 by=timeout t=3"));
    place_free(&place);
}

/* Answers nothing, for a reason of two lines. */
static Status decide_nothing(Bot *bot, const View *view, const ActionList *legal, int *choice,
                             Error *err)
{
    (void)bot;
    (void)view;
    (void)legal;
    *choice = 0;
    return error_set(err, STATUS_PARSE, "bad.lua:3: a \"slip\" \\ and = so on\nits source line");
}

TEST(forfeited_choices_are_told_and_counted_again)
{
    BotType silent = bot_random;
    Place place = place_new();
    MatchSetup setup = matches_setup(matches_game("lesson-1", 2, 5), seat_bot(&bot_random));
    size_t size;

    silent.name = "silent";
    silent.decide = decide_nothing;
    setup.seat[2] = seat_bot(&silent);
    setup.journal_path = place.path;
    Match *match = matches_begin(&setup);
    while (match_fault_count(match, 2) == 0) {
        assert_int_equal(match_step_bot(match, NULL), STATUS_OK);
    }
    match_free(match);
    char *text = matches_read(place.path, &size);
    assert_non_null(strstr(text, " by=bot fault=\"bad.lua:3: a \\\"slip\\\" \\\\ and = so on\"\n"));
    free(text);
    match = matches_resume(&setup);
    assert_int_equal(match_fault_count(match, 0), 0);
    assert_int_equal(match_fault_count(match, 2), 1);
    match_free(match);
    place_free(&place);
}

TEST(a_journal_may_begin_in_the_middle_of_a_game)
{
    enum { BEFORE = 155 };
    Place place = place_new();
    Setup game = matches_game("full", 4, 10);
    MatchSetup setup = matches_setup(game, seat_bot(&bot_random));
    State start;

    state_init(&start, shipped_rules(), &game);
    for (int i = 0; i < BEFORE; i++) {
        ActionList legal;
        state_legal_actions(&start, shipped_rules(), &legal);
        state_apply(&start, shipped_rules(), legal.item[i % legal.count], NULL);
    }
    setup.start = &start;
    setup.journal_path = place.path;
    Match *match = matches_begin(&setup);
    assert_int_equal(match_decision_count(match), 0);
    assert_true(state_equal(match_state(match), &start));
    matches_let_bots_play(match);
    State end = *match_state(match);
    match_free(match);

    match = matches_resume(&setup);
    assert_true(state_equal(match_state(match), &end));
    assert_int_equal(match_undo_to(match, 0, true, NULL), STATUS_OK);
    assert_true(state_equal(match_state(match), &start));
    match_free(match);
    place_free(&place);
}

TEST(a_full_disk_ends_the_match_and_leaves_whole_lines)
{
    enum { ROOM = 100 };
    Place place = place_new();
    MatchSetup setup = matches_setup(matches_game("lesson-1", 2, 8), seat_bot(&bot_random));
    Error err = {.text = ""};
    struct rlimit before;
    struct stat info;
    Status status = STATUS_OK;

    setup.journal_path = place.path;
    Match *match = matches_begin(&setup);
    assert_int_equal(stat(place.path, &info), 0);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit tight = {.rlim_cur = (rlim_t)info.st_size + ROOM, .rlim_max = before.rlim_max};
    assert_true(signal(SIGXFSZ, SIG_IGN) != SIG_ERR);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
    while (status == STATUS_OK && !match_is_over(match)) {
        status = match_step_bot(match, &err);
    }
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_int_equal(status, STATUS_IO);
    assert_non_null(strstr(err.text, place.path));
    match_free(match);

    size_t size;
    char *text = matches_read(place.path, &size);
    assert_true(size > (size_t)info.st_size && text[size - 1] == '\n');
    free(text);
    place_play_on(&place);
    place_free(&place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_crash_may_leave_any_bytes_behind_the_last_line),
        cmocka_unit_test(undo_works_in_a_resumed_journal_and_stays_in_it),
        cmocka_unit_test(a_finished_game_can_be_taken_back_and_ends_again),
        cmocka_unit_test(what_stands_in_a_file_is_never_written_over),
        cmocka_unit_test(one_program_at_a_time_plays_a_journal),
        cmocka_unit_test(seats_change_hands_under_any_name),
        cmocka_unit_test(seats_of_another_game_leave_the_journal_as_it_is),
        cmocka_unit_test(a_bots_name_that_breaks_the_line_is_refused),
        cmocka_unit_test(lines_tell_by_whom_and_how_long),
        cmocka_unit_test(forfeited_choices_are_told_and_counted_again),
        cmocka_unit_test(a_journal_may_begin_in_the_middle_of_a_game),
        cmocka_unit_test(a_full_disk_ends_the_match_and_leaves_whole_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
