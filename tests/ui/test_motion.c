/* What moves between two positions: by the milliseconds that a frame is told of, and by nothing else. */

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"
#include "match/match.h"
#include "support/party.h"
#include "support/shipped.h"
#include "test.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/motion.h"
#include "ui/settings.h"
#include "ui/turns.h"
#include "ui/ui.h"
#include "ui/window.h"

enum { FRAME = 20, FRAMES_MOST = 4000 };

static Party *begin(const char *scenario, unsigned people)
{
    const PartySetup setup = {.scenario = scenario, .seat_count = 2, .people = people, .seed = 11};
    Party *party = party_new(&setup);

    party->desk.motion.on = true;
    party->desk.turns.skips_sheet = true;
    return party;
}

static WindowWish frame(Party *party, int passed)
{
    WindowWish wish;

    party->input.passed = passed;
    draw_clear(&party->list, party->w, party->h);
    ui_begin(&party->ui, &party->input);
    wish = desk_frame(&party->desk, &party->ui);
    ui_end(&party->ui);
    assert_int_equal(party->list.dropped, 0);
    assert_int_equal(party->list.overflows, 0);
    assert_int_equal(party->list.elided, 0);
    party->input.pressed = false;
    party->input.key = UI_KEY_NONE;
    party->input.passed = 0;
    return wish;
}

static bool runs(const Party *party)
{
    return motion_runs(&party->desk.motion);
}

static bool awaits_person(const Party *party)
{
    return match_is_over(party->match) ||
           (!runs(party) &&
            match_player(party->match, match_current_seat(party->match)) == PLAYER_HUMAN);
}

/* Bots choose and what they do is shown, until a person is to choose. */
static void wait_for_person(Party *party)
{
    int frames = 0;

    frame(party, FRAME);
    while (!awaits_person(party) || desk_screen(&party->desk) != SCREEN_TABLE) {
        assert_true(frames++ < FRAMES_MOST);
        if (desk_screen(&party->desk) != SCREEN_TABLE && !match_is_over(party->match)) {
            party->input.key = UI_KEY_ENTER;
        } else if (match_is_over(party->match)) {
            return;
        }
        frame(party, FRAME);
    }
}

static int find_verb(const Match *match, Verb least, Verb most)
{
    ActionList legal;

    match_legal(match, &legal);
    for (int i = 0; i < legal.count; i++) {
        if (legal.item[i].verb >= least && legal.item[i].verb <= most) {
            return i;
        }
    }
    return -1;
}

static Action legal_at(const Match *match, int index)
{
    ActionList legal;

    match_legal(match, &legal);
    return legal.item[index];
}

/* To a choice of the person that some verb of a range can answer; it is returned. */
static Action reach(Party *party, Verb least, Verb most)
{
    wait_for_person(party);
    while (find_verb(party->match, least, most) < 0) {
        int ops = find_verb(party->match, VERB_OPS, VERB_OPS);
        assert_false(match_is_over(party->match));
        desk_choose(&party->desk, legal_at(party->match, ops < 0 ? 0 : ops));
        wait_for_person(party);
    }
    return legal_at(party->match, find_verb(party->match, least, most));
}

static Box box_of(const Party *party, int nation)
{
    for (int i = 0; i < party->ui.zone_count; i++) {
        if (party->ui.zone[i].id == ui_id("nation", nation)) {
            return party->ui.zone[i].box;
        }
    }
    fail_msg("no piece of nation %d", nation);
    return (Box){0, 0, 0, 0};
}

static int distance(Spot a, Spot b)
{
    return abs(a.x - b.x) + abs(a.y - b.y);
}

static bool same_list(const DrawList *a, const DrawList *b)
{
    return a->count == b->count && a->text_length == b->text_length &&
           memcmp(a->item, b->item, (size_t)a->count * sizeof a->item[0]) == 0 &&
           memcmp(a->text, b->text, (size_t)a->text_length) == 0;
}

/* The frame is the one that is drawn where nothing ever moves. */
static void expect_final(Party *party)
{
    DrawList *moved = malloc(sizeof *moved);

    assert_non_null(moved);
    *moved = party->list;
    party->desk.motion.on = false;
    frame(party, 0);
    party->desk.motion.on = true;
    assert_true(same_list(moved, &party->list));
    free(moved);
}

TEST(a_piece_slides_on_without_turning_back_and_ends_where_it_stands)
{
    Party *party = begin("short", 1);
    Action court = reach(party, VERB_COURT_ALIGN, VERB_COURT_CLOSE);
    Spot start = box_centre(box_of(party, court.argument));
    int last = 0;
    int frames = 0;
    int places = 0;

    desk_choose(&party->desk, court);
    assert_int_equal(frame(party, 5000), WISH_SOON); /* what passed before does not count */
    assert_true(runs(party));
    assert_int_equal(distance(start, box_centre(box_of(party, court.argument))), 0);
    while (runs(party)) {
        int way = distance(start, box_centre(box_of(party, court.argument)));
        assert_true(way >= last);
        places += way > last;
        last = way;
        frame(party, FRAME);
        assert_true(frames++ < FRAMES_MOST);
    }
    assert_true(places > 4);
    assert_true(distance(start, box_centre(box_of(party, court.argument))) >= last);
    expect_final(party);
    party_free(party);
}

/* Of a track that is a step higher afterwards: how wide what is filled of that step is. */
static int filled_width(const Party *party)
{
    int width = 0;

    for (int i = 0; i < party->list.count; i++) {
        const DrawCommand *command = &party->list.item[i];
        if (command->kind == DRAW_ROUND && command->look.fill == INK_US && command->h == 12) {
            width += command->w;
        }
    }
    return width;
}

TEST(the_segment_of_a_track_fills)
{
    Party *party = begin("short", 1);
    Action build = reach(party, VERB_BUILD_DATACENTRE, VERB_BUILD_DATACENTRE);
    int frames = 0;
    int widths = 0;

    desk_choose(&party->desk, build);
    frame(party, 0);
    int first = filled_width(party);
    int last = first;
    while (runs(party)) {
        assert_true(filled_width(party) >= last);
        widths += filled_width(party) > last;
        last = filled_width(party);
        frame(party, FRAME);
        assert_true(frames++ < FRAMES_MOST);
    }
    assert_true(widths > 2);
    expect_final(party);
    assert_int_equal(filled_width(party), last);
    party_free(party);
}

/* To the moment when what a bot does, or the market, begins to be shown. */
static void reach_motion_of_others(Party *party)
{
    int frames = 0;

    wait_for_person(party);
    while (!runs(party) || party->desk.motion.own) {
        if (awaits_person(party)) {
            desk_choose(&party->desk, legal_at(party->match, 0));
        }
        frame(party, 0);
        party->desk.turns.rest = 0;
        assert_true(frames++ < FRAMES_MOST);
    }
}

TEST(any_key_or_click_skips_it_and_is_used_up)
{
    for (int n = 0; n < 3; n++) {
        Party *party = begin("short", 1);
        reach_motion_of_others(party);
        int before = match_decision_count(party->match);
        party->desk.turns.paused = true;
        party->input.key = n == 0 ? UI_KEY_ENTER : n == 1 ? UI_KEY_BACK : UI_KEY_NONE;
        party->input.pressed = n == 2;
        frame(party, 0);
        assert_false(runs(party));
        assert_false(party->desk.leaves);
        assert_int_equal(match_decision_count(party->match), before);
        expect_final(party);
        party_free(party);
    }
}

TEST(who_plays_on_is_not_held_up)
{
    Party *party = begin("short", 1);
    Action build = reach(party, VERB_BUILD_DATACENTRE, VERB_BUILD_DATACENTRE);

    desk_choose(&party->desk, build);
    frame(party, 0);
    assert_true(runs(party));
    assert_true(party->desk.motion.own);
    party->input.key = UI_KEY_LETTER;
    party->input.letter = 'l';
    frame(party, 0);
    assert_false(runs(party));
    assert_int_equal(desk_screen(&party->desk), SCREEN_LOG);
    party_free(party);
}

TEST(without_animation_the_next_frame_is_the_final_one_and_nothing_more_is_wished)
{
    const int speeds[] = {SPEED_OFF, SPEED_INSTANT};

    for (int n = 0; n < 2; n++) {
        Party *party = begin("short", 1);
        party->desk.settings.animation = speeds[n];
        Action build = reach(party, VERB_BUILD_DATACENTRE, VERB_BUILD_DATACENTRE);
        desk_choose(&party->desk, build);
        assert_int_equal(frame(party, 0), WISH_WAIT);
        assert_false(runs(party));
        expect_final(party);
        party_free(party);
    }
}

TEST(at_rest_no_frame_is_wished)
{
    Party *party = begin("short", 1);

    wait_for_person(party);
    assert_int_equal(frame(party, 0), WISH_WAIT);
    assert_int_equal(frame(party, 60000), WISH_WAIT);
    assert_false(runs(party));
    party_free(party);
}

TEST(bots_wait_until_what_they_did_was_shown)
{
    Party *party = begin("short", 0);

    frame(party, 0);
    assert_int_equal(match_decision_count(party->match), 1);
    for (int n = 0; n < 10; n++) {
        frame(party, 0);
    }
    assert_int_equal(match_decision_count(party->match), 1);
    party_letter(party, 'f'); /* people are in a hurry */
    for (int n = 0; n < 10; n++) {
        frame(party, 0);
    }
    assert_true(match_decision_count(party->match) > 5);
    assert_false(runs(party));
    party_free(party);
}

static bool same_places(const Places *a, const State *b)
{
    Places places;

    motion_places(&places, b);
    places.track[SLOT_KNOWN] = a->track[SLOT_KNOWN]; /* that does not move */
    places.track[SLOT_PLATEAU] = a->track[SLOT_PLATEAU];
    return memcmp(a, &places, sizeof places) == 0;
}

/* A headline that is committed stays hidden: no caption tells which card it is. */
static void expect_no_secret(const Party *party, int decision)
{
    const Motion *motion = &party->desk.motion;
    Action action;
    Action seen;

    match_decision_action(party->match, decision, match_decision_seat(party->match, decision),
                          &action);
    if (match_decision_action(party->match, decision, SEAT_NOBODY, &seen)) {
        return;
    }
    for (int n = 0; n < motion->count; n++) {
        assert_null(strstr(motion->step[n].caption, shipped_rules()->card[action.argument].id));
    }
}

static bool tells_market(const Motion *motion)
{
    return motion->count > 1 && strstr(motion->step[motion->count - 1].caption, "Market") != NULL;
}

/* A whole game: each choice that no market follows ends exactly on the position, each market has its
 * steps in order, and no caption tells what is hidden. */
TEST(steps_end_on_the_position_and_the_market_has_steps)
{
    Party *party = begin("full", 0);
    int markets = 0;
    int hidden = 0;

    party->desk.settings.animation = SPEED_FAST;
    for (int n = 0; n < FRAMES_MOST && !match_is_over(party->match); n++) {
        int before = match_decision_count(party->match);
        frame(party, 5000);
        const Motion *motion = &party->desk.motion;
        if (match_decision_count(party->match) == before) {
            continue;
        }
        Action seen;
        hidden += !match_decision_action(party->match, before, SEAT_NOBODY, &seen);
        expect_no_secret(party, before);
        if (tells_market(motion)) {
            markets++;
        } else if (runs(party) && match_state(party->match)->phase == PHASE_ACTION &&
                   match_decision_round(party->match, before) == match_state(party->match)->round) {
            assert_true(
                same_places(&motion->step[motion->count - 1].to, &party->desk.scene.view.known));
        }
    }
    assert_true(match_is_over(party->match));
    assert_true(markets > 4);
    assert_true(hidden > 4);
    party_free(party);
}

TEST(a_caption_says_what_happens)
{
    Party *party = begin("short", 1);
    Action build = reach(party, VERB_BUILD_DATACENTRE, VERB_BUILD_DATACENTRE);

    desk_choose(&party->desk, build);
    frame(party, 0);
    assert_true(party_shows(party, "US: Build a datacentre"));
    party_free(party);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_piece_slides_on_without_turning_back_and_ends_where_it_stands),
        cmocka_unit_test(the_segment_of_a_track_fills),
        cmocka_unit_test(any_key_or_click_skips_it_and_is_used_up),
        cmocka_unit_test(who_plays_on_is_not_held_up),
        cmocka_unit_test(
            without_animation_the_next_frame_is_the_final_one_and_nothing_more_is_wished),
        cmocka_unit_test(at_rest_no_frame_is_wished),
        cmocka_unit_test(bots_wait_until_what_they_did_was_shown),
        cmocka_unit_test(steps_end_on_the_position_and_the_market_has_steps),
        cmocka_unit_test(a_caption_says_what_happens),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
