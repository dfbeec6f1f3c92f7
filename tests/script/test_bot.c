/* What a Lua bot is given, and what it can do with it. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/market.h"
#include "core/score.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "script/script_bot.h"
#include "support/bot_text.h"
#include "support/position.h"
#include "support/shipped.h"
#include "test.h"

static Setup game(const char *scenario, int seat_count)
{
    return (Setup){.seed = 7,
                   .scenario = rules_find_scenario(shipped_rules(), scenario),
                   .seat_count = seat_count};
}

/* ---- what it sees ---- */

TEST(actions_are_those_of_the_legal_list_in_its_order)
{
    State state;

    bot_position(&state, "hand=E08+E20,E11");
    bot_expect_holds(&state,
                     "assert(#actions == 6)\n"
                     "assert(actions[1].text == 'event E08' and actions[1].verb == 'event')\n"
                     "assert(actions[1].argument == 'E08' and actions[1].card.id == 'E08')\n"
                     "assert(actions[1].card == view.hand[1] and actions[1].nation == nil)\n"
                     "assert(actions[6].text == 'shelve E20')\n");
    position_play(&state, shipped_rules(), "ops E08");
    bot_expect_holds(&state, "local seen = {}\n"
                             "for _, a in ipairs(actions) do seen[a.text] = a end\n"
                             "assert(seen.stop and seen.stop.argument == nil)\n"
                             "local court = seen['court align India']\n"
                             "assert(court.verb == 'court align' and court.argument == 'India')\n"
                             "assert(court.nation.id == 'India' and nations[8] == court.nation)\n"
                             "assert(seen['impose CHIPS'].argument == 'CHIPS')\n"
                             "assert(view.decision == 'operation' and view.points == 2)\n");
}

TEST(the_choice_is_the_action_that_was_returned)
{
    char text[BOT_TEXT_SIZE];
    State state;

    bot_position(&state, "hand=E08+E20,E11");
    for (int i = 0; i < 6; i++) {
        char body[256];
        snprintf(body, sizeof body,
                 "table.sort(actions, function(a, b) return a.text > b.text end)"
                 " return actions[%d]",
                 i + 1);
        BotType *type = bot_type_from(bot_body(text, body));
        Bot *bot = bot_open(type, shipped_rules(), 0, 1);
        int choice = -1;
        assert_int_equal(bot_decide(bot, &state, 0, &choice, NULL), STATUS_OK);
        static const int by_text[] = {5, 2, 4, 1, 3, 0}; /* shelve E20, shelve E08, ops … */
        assert_int_equal(choice, by_text[i]);
        type->close(bot);
        script_bot_free(type);
    }
}

TEST(cards_say_whose_they_are)
{
    State state;

    bot_position(&state, "hand=E06+E08+E11+E20,E12");
    bot_expect_holds(&state, "local whose, once = {}, {}\n"
                             "for _, card in ipairs(view.hand) do\n"
                             "  whose[card.id], once[card.id] = card.whose, card.once\n"
                             "end\n"
                             "assert(whose.E08 == 'you' and whose.E11 == 'rival')\n"
                             "assert(whose.E20 == 'neutral' and once.E06 and once.E08 == false)\n"
                             "assert(#view.hand == 4 and view.hand[1].id == 'E06')\n"
                             "assert(card('E12').side == 'CN' and card('E12').ops == 3)\n"
                             "assert(card('E12').era == 'early' and card('E08').title ~= '')\n");
}

/* The word for a track's subject; `seat` has those of the seats. */
static const char *subject_word(Scope scope, int subject, const char *const seat[])
{
    switch (scope) {
    case SCOPE_STACK:
        return vocab_stack[subject];
    case SCOPE_BLOC:
        return vocab_bloc[subject];
    case SCOPE_SEAT:
        return seat[subject];
    case SCOPE_TILE:
        return vocab_tile[subject];
    case SCOPE_WORLD:
        break;
    }
    return "";
}

/* Adds one assertion for each subject of the track. */
static void assert_track(char *body, const State *state, const TrackInfo *info,
                         const char *const seat[])
{
    size_t length = strlen(body);

    for (int i = 0; i < info->size; i++) {
        const char *word = subject_word(info->scope, i, seat);
        if (word != NULL) {
            length +=
                (size_t)snprintf(body + length, BOT_TEXT_SIZE - length, "same('%s', '%s', %d)\n",
                                 info->text, word, state->track[info->slot + i]);
        }
    }
}

static void assert_tracks(char *body, const State *state, const char *const seat[])
{
    for (int track = 0; track < TRACK_COUNT; track++) {
        assert_track(body, state, &vocab_track[track], seat);
    }
}

TEST(tracks_read_as_in_the_position)
{
    static const char *const two[] = {"US", NULL, "CN", NULL};
    char body[BOT_TEXT_SIZE] = "local function same(name, who, value)\n"
                               "  who = who ~= '' and who or nil\n"
                               "  assert(view:track(name, who) == value, name .. ' ' .. value)\n"
                               "  assert(track(view, slot(name, who)) == value)\n"
                               "end\n";
    size_t head = strlen(body);
    Setup setup;
    State state;

    bot_position(&state, "D=3,7 S=5,2 E=4,1 I=6,9 U=2,5 F=6,8 Q=4,5,6,7 L=p,c "
                         "compute=11,13 capital=17,19 P=4 R=3 B=2 V=7 pool=5,6 vp=1,2,3,4 known=1 "
                         "control=0,2,1,3,0 hand=E08,E11");
    assert_tracks(body, &state, two);
    bot_expect_holds(&state, body);
    setup = game("full", 4);
    body[head] = '\0';
    position_make(&state, &setup, shipped_rules(),
                  "F=6,7,8,9 compute=1,2,3,4 capital=5,6,7,8 hand=E08,E09,E11,E12 known=1");
    assert_tracks(body, &state, vocab_stack);
    bot_expect_holds(&state, body);
}

TEST(you_and_the_rival_change_sides)
{
    Setup setup = game("full", 4);
    State state;

    bot_position(&state, "D=3,7 F=6,8 Q=4,5,6,7 capital=17,19 pool=5,6 hand=E08,E11");
    bot_expect_holds(&state,
                     "assert(view.seat == 'US' and view.bloc == 'US' and view.rival == 'CN')\n"
                     "assert(view:track('D', 'you') == 3 and view:track('D', 'rival') == 7)\n"
                     "assert(view:track('Q', 'you open') == 5)\n"
                     "assert(view:track('Q', 'rival closed') == 6)\n"
                     "assert(view:track('F', 'rival') == 8 and view:track('F', 'UO') == 6)\n"
                     "assert(view:vp('you') == 5 and view:lead() == -1 and vp(view, 'UC') == 0)\n");
    position_play(&state, shipped_rules(), "shelve E08");
    bot_expect_holds(&state, "assert(view.seat == 'CN' and view.rival == 'US')\n"
                             "assert(view:track('D', 'you') == 7 and view:lead() == 1)\n"
                             "assert(view:track('capital', 'you') == 19 and not view.shelved)\n"
                             "assert(#view.discard == 1 and view.discard[1].id == 'E08')\n");
    position_make(&state, &setup, shipped_rules(),
                  "F=6,7,8,9 known=1 compute=1,2,3,4 hand=E08,E09,E11,E12 turn=2");
    bot_expect_holds(&state,
                     "assert(view.seats == 4 and view.seat == 'UO' and view.bloc == 'US')\n"
                     "assert(view:track('F', 'you') == 7 and view:track('F', 'rival') == 9)\n"
                     "assert(view:track('compute', 'US') == 3)\n");
}

TEST(nations_are_where_they_stand)
{
    char body[BOT_TEXT_SIZE] = "";
    size_t length = 0;
    State state;

    bot_position(&state, "hand=E08,E11");
    for (int i = 0; i < shipped_rules()->nation_count; i++) {
        const Nation *nation = &shipped_rules()->nation[i];
        length += (size_t)snprintf(
            body + length, sizeof body - length,
            "do local x, y = place(view, %d) local n = view:nation('%s')\n"
            "assert(x == %d and y == %d and n.x == x and n.y == y and n.weight == %d)\n"
            "assert(n.number == %d and n.id == '%s' and n.uses == uses(view, nations[%d])) end\n",
            i + 1, nation->id, state.nation_x[i], state.nation_y[i], nation->weight, i + 1,
            nation->id, i + 1);
    }
    bot_expect_holds(&state, body);
    bot_expect_holds(&state,
                     "assert(uses(view, 'Britain') == 'UC' and uses(view, 'India') == nil)\n"
                     "assert(favourite(view, 'Britain') == 'UC')\n"
                     "local count, weight = users(view, 'UC')\n"
                     "assert(count == 3 and weight == 4)\n"
                     "assert(nation(view, 'Taiwan').role == 'foundry')\n"
                     "assert(nation(view, 'Taiwan').chain and not nation(view, 1).chain)\n");
}

TEST(a_forecast_is_the_market_and_its_scoring)
{
    State state;
    Forecast forecast;
    Market market;
    Score score;
    char body[BOT_TEXT_SIZE];

    bot_position(&state, "hand=E08,E11 compute=9,2 R=7 P=4");
    State next = state;
    market_forecast(&state, shipped_rules(), &forecast);
    market_advance(&next, shipped_rules(), &market);
    score_now(&next, shipped_rules(), &score);
    int lead = score.adoption[0] + score.adoption[1] - score.adoption[2] - score.adoption[3];
    int standards = -score.item[SCORE_STANDARDS];
    int stock = -score.item[SCORE_STOCK];
    int trust = -score.item[SCORE_TRUST];
    int industry = -score.item[SCORE_INDUSTRY];
    snprintf(body, sizeof body,
             "local f = forecast(view)\n"
             "assert(f.price == %d and f.risk == %d and f.valuation == %d)\n"
             "assert(f:revenue('US') == %d and f:revenue('rival') == %d)\n"
             "assert(f:capacity('US') == %d and f:served('US') == %d)\n"
             "assert(f.incident_odds == %d and f.price_target == %d and f.crash == %s)\n"
             "assert(f:scoring('adoption') == %d and f:scoring('standards') == %d)\n"
             "assert(f:scoring('stock') == %d and f:scoring('trust') == %d)\n"
             "assert(f:scoring('industry') == %d and f:scoring() == %d)\n"
             "local x, y = f:place('Brazil') assert(x == %d and y == %d)\n"
             "assert(f:throttled('Britain') == %s)\n"
             "assert(view.price == 4 and scoring(view) ~= nil)\n",
             forecast.price, forecast.risk, forecast.valuation, forecast.revenue[0],
             forecast.revenue[1], forecast.capacity[0], forecast.served_weight[0],
             forecast.incident_odds, forecast.price_target, forecast.crash ? "true" : "false", lead,
             standards, stock, trust, industry, lead + standards + stock + trust + industry,
             forecast.x[9], forecast.y[9], (forecast.throttled & 1) != 0 ? "true" : "false");
    bot_expect_holds(&state, body);
}

TEST(an_applied_action_is_played_in_the_sample_only)
{
    State state;

    bot_position(&state, "hand=E08,E11 P=5");
    bot_expect_holds(&state,
                     "local world = sample(view)\n"
                     "local after = apply(world, actions[1])\n" /* event E08: capital + 4 */
                     "local before = view:track('capital', 'you')\n"
                     "assert(after:track('capital', 'you') == before + 4)\n"
                     "assert(world:track('capital', 'you') == before and #view.hand == 1)\n"
                     "assert(after.mover == 'CN' and world.mover == 'US')\n"
                     "assert(after.decision == 'play' and not after.over)\n"
                     "assert(outcome(after) == nil and after:hand_count('US') == 0)\n"
                     "assert(#actions == #world:legal() and actions[1] == world:legal()[1])\n");
}

TEST(a_game_can_be_played_to_its_end_in_samples)
{
    Setup setup = game("lesson-1", 2);
    State state;

    setup.seed = 3;
    position_make(&state, &setup, shipped_rules(), "hand=E08,- round=3 turn=5 first=CN");
    bot_expect_holds(&state, "local after = apply(sample(view), actions[1])\n"
                             "while not after.over do after = apply(after, after:legal()[1]) end\n"
                             "assert(after.mover == nil and after.decision == nil)\n"
                             "assert(outcome(after) == 1000 or outcome(after) == 0)\n"
                             "assert((outcome(after) == 1000) == (after:lead() > 0))\n");
}

/* ---- chance and order ---- */

TEST(tables_have_an_order)
{
    State state;

    bot_position(&state, "hand=E08,E11");
    bot_expect_holds(
        &state,
        "local t = { z = 1, a = 2, [3] = 3, [1.5] = 4, [-2] = 5, [true] = 6, [false] = 7,\n"
        "  ab = 8, [actions[2]] = 9, [actions[1]] = 10, [view.hand[1]] = 11, [nations[1]] = 12 }\n"
        "local order = {}\n"
        "for key, value in pairs(t) do order[#order + 1] = value assert(t[key] == value) end\n"
        "assert(table.concat(order, ' ') == '5 4 3 2 8 1 7 6 10 9 11 12', table.concat(order, ' "
        "'))\n"
        "local walked = {}\n"
        "for _, value in next, t do walked[#walked + 1] = value end\n"
        "assert(table.concat(walked, ' ') == table.concat(order, ' '))\n"
        "assert(next({}) == nil and next({ 7 }) == 1)\n"
        "for key in pairs(t) do t[key] = nil end\n"
        "assert(next(t) == nil)\n"
        "local many = {}\n"
        "for i = 1, 500 do many['k' .. (i * 7919 % 500)] = i end\n"
        "local last, count = '', 0\n"
        "for key in pairs(many) do assert(key > last) last, count = key, count + 1 end\n"
        "assert(count == 500)\n"
        "for key in pairs(many) do many[key] = nil many.k3 = nil end\n"
        "local step, of = pairs({ 1 })\n"
        "assert(step(of) == 1)\n");
    bot_body_fails("for k in pairs({ [{}] = 1 }) do end", "2: a key that is a table of your own");
    bot_body_fails("next({ [print_nothing] = 1 })", "2: there is no 'print_nothing' here");
    bot_body_fails("next({ [type] = 1 })", "2: a key that is a function");
    bot_body_fails("pairs(1)", "2: bad argument #1 to 'pairs'");
    bot_body_fails("local step = pairs({})\nstep(3)", "3: bad argument #1 to");
    bot_body_fails("next(view)", "2: bad argument #1 to 'next'");
}

/* What math.random says in three decisions: their texts, one after the other. */
static void draw(uint64_t key, Seat seat, const int decision[3], char drawn[3][128])
{
    BotType *type = bot_type_from(
        "local function draw() return math.random(0) .. ' ' .. math.random(100, 999) .. ' ' ..\n"
        "  string.format('%.12f', math.random()) end\n"
        "local loading = math.random(0)\n"
        "return { name = 'test', choose = function(view, actions)\n"
        "error(draw() .. ' ' .. loading) end }");
    Setup setup = game("full", 2);
    State state;
    Bot *bot = bot_open(type, shipped_rules(), seat, key);

    position_make(&state, &setup, shipped_rules(),
                  seat == 0 ? "hand=E08,E11" : "hand=-,E11 turn=1");
    for (int i = 0; i < 3; i++) {
        Error err;
        int choice;
        assert_int_equal(bot_decide(bot, &state, decision[i], &choice, &err), STATUS_PARSE);
        snprintf(drawn[i], 128, "%s", strstr(err.text, ": ") + 2);
    }
    type->close(bot);
    script_bot_free(type);
}

TEST(chance_hangs_on_the_key_and_the_decision_and_nothing_else)
{
    char first[3][128];
    char again[3][128];
    char other[3][128];

    draw(5, 0, (int[]){4, 5, 4}, first);
    draw(5, 0, (int[]){5, 4, 6}, again);
    draw(6, 0, (int[]){4, 5, 4}, other);
    assert_string_equal(first[0], first[2]);
    assert_string_not_equal(first[0], first[1]);
    assert_string_equal(first[0], again[1]);
    assert_string_equal(first[1], again[0]);
    assert_string_not_equal(first[0], other[0]);
}

TEST(chance_stays_in_its_range)
{
    State state;

    bot_position(&state, "hand=E08,E11");
    bot_expect_holds(&state, "local seen = {}\n"
                             "for i = 1, 2000 do\n"
                             "  local n, x = math.random(6), math.random()\n"
                             "  assert(n >= 1 and n <= 6 and x >= 0 and x < 1)\n"
                             "  seen[n] = (seen[n] or 0) + 1\n"
                             "end\n"
                             "for n = 1, 6 do assert(seen[n] > 250 and seen[n] < 420) end\n"
                             "assert(math.random(3, 3) == 3)\n"
                             "assert(math.random(math.mininteger, math.maxinteger) ~= nil)\n");
    bot_body_fails("math.random(2, 1)", "2: math.random: there is no number from 2 to 1");
    bot_body_fails("math.random(1, 2, 3)", "2: math.random: expected at most 2 numbers");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(actions_are_those_of_the_legal_list_in_its_order),
        cmocka_unit_test(the_choice_is_the_action_that_was_returned),
        cmocka_unit_test(cards_say_whose_they_are),
        cmocka_unit_test(tracks_read_as_in_the_position),
        cmocka_unit_test(you_and_the_rival_change_sides),
        cmocka_unit_test(nations_are_where_they_stand),
        cmocka_unit_test(a_forecast_is_the_market_and_its_scoring),
        cmocka_unit_test(an_applied_action_is_played_in_the_sample_only),
        cmocka_unit_test(a_game_can_be_played_to_its_end_in_samples),
        cmocka_unit_test(tables_have_an_order),
        cmocka_unit_test(chance_hangs_on_the_key_and_the_decision_and_nothing_else),
        cmocka_unit_test(chance_stays_in_its_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
