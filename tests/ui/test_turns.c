/* What comes between the choices of several people at one table. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "ai/bot.h"
#include "core/action.h"
#include "core/state.h"
#include "core/view.h"
#include "match/match.h"
#include "support/party.h"
#include "support/shipped.h"
#include "test.h"
#include "ui/desk.h"
#include "ui/ui.h"

enum { TWO_PEOPLE = 1U << 0 | 1U << 2 };

static bool needs_hand(const Match *match)
{
    DecisionKind decision = state_decision(match_state(match), match_rules(match));

    return decision == DECISION_HEADLINE || decision == DECISION_PLAY;
}

/* A random choice of the person whose turn it is. */
static Action any_action(const Party *party, uint64_t *chance)
{
    ActionList legal;

    match_legal(party->match, &legal);
    *chance = *chance * 6364136223846793005ULL + 1442695040888963407ULL;
    return legal.item[(*chance >> 33) % (unsigned)legal.count];
}

/* Counts what the rule says: a curtain where a hand is needed and another person was here last.  Who
 * clicks what another seat chooses in public is not known, so nobody's hand is shown behind that. */
static int play_and_count(Party *party, int most)
{
    uint64_t chance = 5;
    Seat last = SEAT_NOBODY;
    int curtains = 0;

    party_pass(party);
    for (int n = 0; n < most && !match_is_over(party->match); n++) {
        Seat seat = match_current_seat(party->match);
        curtains += needs_hand(party->match) && seat != last;
        assert_int_equal(party->shown[SCREEN_PRIVACY], curtains);
        assert_int_equal(party->desk.turns.curtains, curtains);
        assert_true(!needs_hand(party->match) || party->desk.scene.view.viewer == seat);
        last = needs_hand(party->match) || seat == last ? seat : SEAT_NOBODY;
        party_choose(party, any_action(party, &chance));
        party_pass(party);
    }
    assert_false(party->hand_seen_behind_cover);
    return curtains;
}

TEST(a_curtain_falls_only_before_the_hand_of_another_person)
{
    const PartySetup setup = {.scenario = "short",
                              .seat_count = 4,
                              .people = TWO_PEOPLE,
                              .seed = 3};
    Party *party = party_new(&setup);

    assert_true(play_and_count(party, 60) > 4);
    party_free(party);
}

TEST(one_person_among_bots_meets_no_curtain)
{
    const PartySetup setup = {.scenario = "lesson-4", .seat_count = 4, .people = 1, .seed = 3};
    Party *party = party_new(&setup);
    uint64_t chance = 1;

    for (party_pass(party); !match_is_over(party->match); party_pass(party)) {
        assert_int_equal(party->desk.scene.view.viewer, 0);
        party_choose(party, any_action(party, &chance));
    }
    assert_int_equal(party->shown[SCREEN_PRIVACY], 0);
    party_free(party);
}

TEST(with_open_hands_nobody_looks_away)
{
    const PartySetup setup = {.scenario = "lesson-1",
                              .seat_count = 2,
                              .people = TWO_PEOPLE,
                              .seed = 3};
    Party *party = party_new(&setup);
    uint64_t chance = 1;

    party->desk.agreement.open_hands = true;
    for (party_pass(party); !match_is_over(party->match); party_pass(party)) {
        assert_int_equal(party->desk.scene.view.viewer, match_current_seat(party->match));
        party_choose(party, any_action(party, &chance));
    }
    assert_int_equal(party->shown[SCREEN_PRIVACY], 0);
    party_free(party);
}

/* Plays until the person is asked something in the middle of another's play. */
static bool reaches_answer(Party *party)
{
    uint64_t chance = 9;

    party_pass(party);
    while (!match_is_over(party->match)) {
        Action action = any_action(party, &chance);
        int last = match_decision_count(party->match) - 1;
        if (action.verb == VERB_PICK_NATION && last >= 0 &&
            match_decision_seat(party->match, last) != match_current_seat(party->match)) {
            return true;
        }
        party_choose(party, action);
        party_pass(party);
    }
    return false;
}

TEST(a_choice_that_falls_to_another_seat_is_asked_under_a_banner)
{
    const PartySetup setup = {.scenario = "short",
                              .seat_count = 2,
                              .people = TWO_PEOPLE,
                              .seed = 8};
    Party *party = party_new(&setup);
    char banner[64];

    assert_true(reaches_answer(party));
    assert_int_equal(desk_screen(&party->desk), SCREEN_TABLE);
    const State *state = match_state(party->match);
    const Frame *frame = &state->frame[state->frame_count - 1];
    const char *seat = match_current_seat(party->match) == 0 ? "US" : "China";
    if (frame->left > 1) {
        snprintf(banner, sizeof banner, "%s chooses: 1 of %d", seat, frame->left);
    } else {
        snprintf(banner, sizeof banner, "%s chooses", seat);
    }
    assert_true(party_shows(party, banner));
    party_free(party);
}

TEST(the_privacy_screen_names_who_sits_down_and_offers_an_undo)
{
    const PartySetup setup = {.scenario = "short",
                              .seat_count = 2,
                              .people = TWO_PEOPLE,
                              .seed = 8};
    Party *party = party_new(&setup);
    uint64_t chance = 2;

    party_frame(party);
    assert_int_equal(desk_screen(&party->desk), SCREEN_PRIVACY);
    assert_true(party_shows(party, "US takes the seat"));
    assert_false(party_has_zone(party, ui_id("undo", 0)));
    party_pass(party);
    party_choose(party, any_action(party, &chance));
    assert_int_equal(desk_screen(&party->desk), SCREEN_PRIVACY);
    assert_true(party_shows(party, "China takes the seat"));
    party_letter(party, 'z');
    assert_int_equal(match_decision_count(party->match), 0);
    assert_true(party_shows(party, "US takes the seat"));
    party_free(party);
}

TEST(the_news_are_told_once_before_a_play)
{
    const PartySetup setup = {.scenario = "short", .seat_count = 2, .people = 1, .seed = 4};
    Party *party = party_new(&setup);
    uint64_t chance = 2;

    party_pass(party);
    assert_int_equal(party->shown[SCREEN_RECAP], 0); /* nobody has done anything */
    party_choose(party, any_action(party, &chance));
    for (int n = 0; n < 100 && desk_screen(&party->desk) != SCREEN_RECAP; n++) {
        party_frame(party);
    }
    assert_int_equal(desk_screen(&party->desk), SCREEN_RECAP);
    assert_true(party_shows(party, "Since your last turn"));
    assert_true(party_shows(party, "Headline of China"));
    party_letter(party, 'x'); /* any key */
    assert_int_equal(desk_screen(&party->desk), SCREEN_TABLE);
    party_frame(party);
    assert_int_equal(desk_screen(&party->desk), SCREEN_TABLE);
    party_free(party);
}

TEST(each_scoring_is_shown_once_and_can_be_left_out)
{
    const PartySetup setup = {.scenario = "lesson-4", .seat_count = 2, .people = 1, .seed = 4};
    Party *party = party_new(&setup);
    uint64_t chance = 2;
    int rounds = shipped_rules()->scenario[match_setup(party->match)->scenario].rounds;

    for (party_pass(party); !match_is_over(party->match); party_pass(party)) {
        party_choose(party, any_action(party, &chance));
    }
    assert_int_equal(party->shown[SCREEN_SCORING], rounds);
    party_free(party);
    party = party_new(&setup);
    party->desk.turns.skips_sheet = true;
    for (party_pass(party); !match_is_over(party->match); party_pass(party)) {
        party_choose(party, any_action(party, &chance));
    }
    assert_int_equal(party->shown[SCREEN_SCORING], 0);
    party_free(party);
}

TEST(taking_back_what_was_revealed_asks_the_table_and_is_marked)
{
    const PartySetup setup = {.scenario = "short",
                              .seat_count = 2,
                              .people = TWO_PEOPLE,
                              .seed = 8};
    Party *party = party_new(&setup);
    uint64_t chance = 2;

    for (int n = 0; n < 2; n++) { /* both headlines: they are revealed */
        party_pass(party);
        party_choose(party, any_action(party, &chance));
    }
    party_pass(party);
    int count = match_decision_count(party->match);
    assert_int_equal(match_can_undo(party->match), UNDO_TAKE_BACK);
    party_letter(party, 'z');
    assert_int_equal(desk_screen(&party->desk), SCREEN_TAKE_BACK);
    assert_true(party_shows(party, "These must agree:"));
    party_key(party, UI_KEY_ENTER); /* leaves it */
    assert_int_equal(match_decision_count(party->match), count);
    party_letter(party, 'z');
    party_letter(party, 'y');
    assert_true(match_decision_count(party->match) < count);
    party_free(party);
}

/* A bot that never comes to an end, until it may. */
static int slices_left;

static Status open_slow(Bot **bot, const BotType *type, const Rules *rules, const BotConfig *config,
                        Error *err)
{
    static Bot slow;

    (void)rules;
    (void)err;
    assert_true(config->sliced);
    slow = (Bot){.type = type};
    *bot = &slow;
    return STATUS_OK;
}

static Status decide_slow(Bot *bot, const View *view, const ActionList *legal, int *choice,
                          Error *err)
{
    (void)bot;
    (void)view;
    (void)legal;
    (void)err;
    *choice = 0;
    fail_msg("a frame waited for the bot");
    return STATUS_OK;
}

static Status think_slow(Bot *bot, const View *view, const ActionList *legal, int *choice,
                         Error *err)
{
    (void)bot;
    (void)view;
    (void)legal;
    (void)err;
    *choice = slices_left-- > 0 ? BOT_THINKS : 0;
    return STATUS_OK;
}

static void close_slow(Bot *bot)
{
    (void)bot;
}

static const BotType slow = {.name = "slow",
                             .summary = "",
                             .open = open_slow,
                             .decide = decide_slow,
                             .close = close_slow,
                             .think = think_slow};

TEST(a_frame_takes_one_slice_of_a_bot_and_none_while_paused)
{
    const PartySetup setup = {.scenario = "short",
                              .seat_count = 2,
                              .people = 1,
                              .bot = &slow,
                              .seed = 4};
    Party *party = party_new(&setup);
    uint64_t chance = 2;

    party_pass(party);
    slices_left = 50;
    party_choose(party, any_action(party, &chance));
    int before = slices_left;
    party_frame(party);
    assert_int_equal(slices_left, before - 1);
    assert_true(party_shows(party, "The bot thinks"));
    party_letter(party, 'p');
    before = slices_left;
    party_frame(party);
    assert_int_equal(slices_left, before);
    assert_true(party_shows(party, "Paused"));
    party_letter(party, 'p');
    party_pass(party);
    assert_int_equal(slices_left, -1 - (match_decision_count(party->match) - 2));
    party_free(party);
}

TEST(the_clock_of_a_turn_runs_only_while_a_person_chooses_and_then_only_tells)
{
    const PartySetup setup = {.scenario = "short", .seat_count = 2, .people = 1, .seed = 4};
    Party *party = party_new(&setup);

    party->desk.agreement.timer = 1;
    party_pass(party);
    party_frame(party);
    assert_true(party_shows(party, "1:00"));
    party->input.passed = 15000;
    party_frame(party);
    assert_true(party_shows(party, "0:45"));
    party_letter(party, 'l'); /* the log is read */
    party->input.passed = 15000;
    party_frame(party);
    party_key(party, UI_KEY_BACK);
    assert_true(party_shows(party, "0:45"));
    party_letter(party, 'p');
    party->input.passed = 15000;
    party_frame(party);
    assert_true(party_shows(party, "Paused"));
    party_letter(party, 'p');
    party->input.passed = 90000;
    party_frame(party);
    assert_true(party_shows(party, "0:00"));
    assert_int_equal(match_decision_count(party->match), 0);
    party_free(party);
}

static Status find_random(void *user, const char *word, MatchSeat *player, Error *err)
{
    (void)user;
    (void)word;
    (void)err;
    *player = (MatchSeat){.player = PLAYER_BOT, .type = &bot_random, .spec = "random"};
    return STATUS_OK;
}

TEST(a_seat_goes_to_a_bot_and_back_and_its_hand_is_covered)
{
    const PartySetup setup = {.scenario = "short",
                              .seat_count = 2,
                              .people = TWO_PEOPLE,
                              .seed = 8};
    Party *party = party_new(&setup);

    party->desk.host.find_player = find_random;
    party_pass(party);
    assert_int_equal(party->shown[SCREEN_PRIVACY], 1);
    party_letter(party, 's');
    party_click(party, ui_id("seat bot", 2));
    assert_int_equal(match_player(party->match, 2), PLAYER_BOT);
    party_key(party, UI_KEY_BACK);
    assert_int_equal(desk_screen(&party->desk), SCREEN_PRIVACY); /* who sits here now? */
    party_pass(party);
    party_letter(party, 's');
    party_click(party, ui_id("seat person", 2));
    assert_int_equal(match_player(party->match, 2), PLAYER_HUMAN);
    party_free(party);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_curtain_falls_only_before_the_hand_of_another_person),
        cmocka_unit_test(one_person_among_bots_meets_no_curtain),
        cmocka_unit_test(with_open_hands_nobody_looks_away),
        cmocka_unit_test(a_choice_that_falls_to_another_seat_is_asked_under_a_banner),
        cmocka_unit_test(the_privacy_screen_names_who_sits_down_and_offers_an_undo),
        cmocka_unit_test(the_news_are_told_once_before_a_play),
        cmocka_unit_test(each_scoring_is_shown_once_and_can_be_left_out),
        cmocka_unit_test(taking_back_what_was_revealed_asks_the_table_and_is_marked),
        cmocka_unit_test(a_frame_takes_one_slice_of_a_bot_and_none_while_paused),
        cmocka_unit_test(the_clock_of_a_turn_runs_only_while_a_person_chooses_and_then_only_tells),
        cmocka_unit_test(a_seat_goes_to_a_bot_and_back_and_its_hand_is_covered),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
