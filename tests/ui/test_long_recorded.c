/* A recorded game of the full scenario, two people and two bots, from start to end through what people
 * click and type. */

#include <stdbool.h>
#include <stdint.h>

#include "ai/bot.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "support/party.h"
#include "test.h"
#include "ui/desk.h"

enum { SEATS = 4, PEOPLE = 1U << 0 | 1U << 2 };

/* The game as four bots play it: bots of the random policy choose alike at any table. */
static Party *record(uint64_t seed)
{
    const PartySetup setup = {.scenario = "full", .seat_count = SEATS, .people = 0, .seed = seed};
    Party *party = party_new(&setup);
    Error err;

    while (!match_is_over(party->match)) {
        assert_int_equal(match_step_bot(party->match, &err), STATUS_OK);
    }
    return party;
}

/* Of the first seed that brings a game to its last round. */
static Party *record_whole(uint64_t *seed)
{
    for (*seed = 1;; (*seed)++) {
        Party *party = record(*seed);
        if (state_ending(match_state(party->match)) == ENDING_POINTS) {
            return party;
        }
        party_free(party);
    }
}

TEST(a_recorded_game_of_two_people_and_two_bots_is_played_to_its_end)
{
    uint64_t seed;
    Party *recorded = record_whole(&seed);
    const PartySetup setup = {.scenario = "full",
                              .seat_count = SEATS,
                              .people = PEOPLE,
                              .seed = seed};
    Party *party = party_new(&setup);
    Seat last = SEAT_NOBODY;
    int curtains = 0;

    for (party_pass(party); !match_is_over(party->match); party_pass(party)) {
        int number = match_decision_count(party->match);
        Seat seat = match_current_seat(party->match);
        DecisionKind kind = state_decision(match_state(party->match), match_rules(party->match));
        bool needs_hand = kind == DECISION_HEADLINE || kind == DECISION_PLAY;
        Action action;
        curtains += needs_hand && seat != last;
        assert_int_equal(party->shown[SCREEN_PRIVACY], curtains); /* none for a pick */
        last = needs_hand || seat == last ? seat : SEAT_NOBODY;
        match_decision_action(recorded->match, number, seat, &action);
        party_choose(party, action);
    }
    assert_true(curtains > 0);
    assert_false(party->hand_seen_behind_cover);
    assert_int_equal(match_decision_count(party->match), match_decision_count(recorded->match));
    assert_true(state_equal(match_state(party->match), match_state(recorded->match)));
    print_message("%d decisions, %d curtains, %d times news, %d scoring sheets\n",
                  match_decision_count(party->match), curtains, party->shown[SCREEN_RECAP],
                  party->shown[SCREEN_SCORING]);
    party_free(party);
    party_free(recorded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_recorded_game_of_two_people_and_two_bots_is_played_to_its_end)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
