/* What a Lua bot is given, what it may do with it, and what a fault of it says. */

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

enum { BODY_SIZE = 8 * 1024 };

static Setup game(const char *scenario, int seat_count)
{
    return (Setup){.seed = 7,
                   .scenario = rules_find_scenario(shipped_rules(), scenario),
                   .seat_count = seat_count};
}

static void make(State *state, const char *fields)
{
    Setup setup = game("full", 2);

    position_make(state, &setup, shipped_rules(), fields);
}

static const char *with_choose(char text[BODY_SIZE], const char *body)
{
    snprintf(text, BODY_SIZE, "return { name = 'test', choose = function(view, actions)\n%s\nend }",
             body);
    return text;
}

static void expect_fault_at(const State *state, const char *body, const char *what)
{
    char text[BODY_SIZE];
    Error err;
    const char *fault = bot_once(with_choose(text, body), state, &err);

    if (strstr(fault, what) != fault) {
        fail_msg("%s\nexpected '%s', got '%s'", body, what, fault);
    }
}

/* The body of choose, whose first line is 2, fails like this. */
static void expect_fault(const char *body, const char *what)
{
    State state;

    make(&state, "hand=E08+E09,E11+E12");
    expect_fault_at(&state, body, what);
}

/* It returns an action if all it asserts holds. */
static void expect_holds(const State *state, const char *body)
{
    char text[BODY_SIZE];
    char whole[BODY_SIZE];
    Error err;

    snprintf(whole, sizeof whole, "%s\nreturn actions[1]", body);
    const char *fault = bot_once(with_choose(text, whole), state, &err);
    if (fault[0] != '\0') {
        fail_msg("%s\n%s", body, fault);
    }
}

/* ---- what it sees ---- */

TEST(actions_are_those_of_the_legal_list_in_its_order)
{
    State state;

    make(&state, "hand=E08+E20,E11");
    expect_holds(&state, "assert(#actions == 6)\n"
                         "assert(actions[1].text == 'event E08' and actions[1].verb == 'event')\n"
                         "assert(actions[1].argument == 'E08' and actions[1].card.id == 'E08')\n"
                         "assert(actions[1].card == view.hand[1] and actions[1].nation == nil)\n"
                         "assert(actions[6].text == 'shelve E20')\n");
    position_play(&state, shipped_rules(), "ops E08");
    expect_holds(&state, "local seen = {}\n"
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
    char text[BODY_SIZE];
    State state;

    make(&state, "hand=E08+E20,E11");
    for (int i = 0; i < 6; i++) {
        char body[256];
        snprintf(body, sizeof body,
                 "table.sort(actions, function(a, b) return a.text > b.text end)"
                 " return actions[%d]",
                 i + 1);
        BotType *type = bot_type_from(with_choose(text, body));
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

    make(&state, "hand=E06+E08+E11+E20,E12");
    expect_holds(&state, "local whose, once = {}, {}\n"
                         "for _, card in ipairs(view.hand) do\n"
                         "  whose[card.id], once[card.id] = card.whose, card.once\n"
                         "end\n"
                         "assert(whose.E08 == 'you' and whose.E11 == 'rival')\n"
                         "assert(whose.E20 == 'neutral' and once.E06 and once.E08 == false)\n"
                         "assert(#view.hand == 4 and view.hand[1].id == 'E06')\n"
                         "assert(card('E12').side == 'CN' and card('E12').ops == 3)\n"
                         "assert(card('E12').era == 'early' and card('E08').title ~= '')\n");
}

/* One assertion for each track and each of its subjects. */
static void assert_tracks(char *body, const State *state, const char *const subject[], int step)
{
    size_t length = strlen(body);

    for (int track = 0; track < TRACK_COUNT; track++) {
        const TrackInfo *info = &vocab_track[track];
        for (int i = 0; i < info->size; i += info->scope == SCOPE_SEAT ? step : 1) {
            static const char *const *const words[] = {vocab_stack, vocab_bloc, NULL, NULL,
                                                       vocab_tile};
            const char *who = info->scope == SCOPE_SEAT ? subject[i] : "";
            if (info->scope != SCOPE_SEAT && info->scope != SCOPE_WORLD) {
                who = words[info->scope][i];
            }
            length += (size_t)snprintf(body + length, BODY_SIZE - length, "same('%s', '%s', %d)\n",
                                       info->text, who, state->track[info->slot + i]);
        }
    }
}

TEST(tracks_read_as_in_the_position)
{
    static const char *const two[] = {"US", "", "CN", ""};
    char body[BODY_SIZE] = "local function same(name, who, value)\n"
                           "  who = who ~= '' and who or nil\n"
                           "  assert(view:track(name, who) == value, name .. ' ' .. value)\n"
                           "  assert(track(view, slot(name, who)) == value)\n"
                           "end\n";
    size_t head = strlen(body);
    Setup setup;
    State state;

    make(&state, "D=3,7 S=5,2 E=4,1 I=6,9 U=2,5 F=6,8 Q=4,5,6,7 L=p,c "
                 "compute=11,13 capital=17,19 P=4 R=3 B=2 V=7 pool=5,6 vp=1,2,3,4 known=1 "
                 "control=0,2,1,3,0 hand=E08,E11");
    assert_tracks(body, &state, two, 2);
    expect_holds(&state, body);
    setup = game("full", 4);
    body[head] = '\0';
    position_make(&state, &setup, shipped_rules(),
                  "F=6,7,8,9 compute=1,2,3,4 capital=5,6,7,8 hand=E08,E09,E11,E12 known=1");
    assert_tracks(body, &state, vocab_stack, 1);
    expect_holds(&state, body);
}

TEST(you_and_the_rival_change_sides)
{
    Setup setup = game("full", 4);
    State state;

    make(&state, "D=3,7 F=6,8 Q=4,5,6,7 capital=17,19 pool=5,6 hand=E08,E11");
    expect_holds(&state,
                 "assert(view.seat == 'US' and view.bloc == 'US' and view.rival == 'CN')\n"
                 "assert(view:track('D', 'you') == 3 and view:track('D', 'rival') == 7)\n"
                 "assert(view:track('Q', 'you open') == 5)\n"
                 "assert(view:track('Q', 'rival closed') == 6)\n"
                 "assert(view:track('F', 'rival') == 8 and view:track('F', 'UO') == 6)\n"
                 "assert(view:vp('you') == 5 and view:lead() == -1 and vp(view, 'UC') == 0)\n");
    position_play(&state, shipped_rules(), "shelve E08");
    expect_holds(&state, "assert(view.seat == 'CN' and view.rival == 'US')\n"
                         "assert(view:track('D', 'you') == 7 and view:lead() == 1)\n"
                         "assert(view:track('capital', 'you') == 19 and not view.shelved)\n"
                         "assert(#view.discard == 1 and view.discard[1].id == 'E08')\n");
    position_make(&state, &setup, shipped_rules(),
                  "F=6,7,8,9 known=1 compute=1,2,3,4 hand=E08,E09,E11,E12 turn=2");
    expect_holds(&state, "assert(view.seats == 4 and view.seat == 'UO' and view.bloc == 'US')\n"
                         "assert(view:track('F', 'you') == 7 and view:track('F', 'rival') == 9)\n"
                         "assert(view:track('compute', 'US') == 3)\n");
}

TEST(nations_are_where_they_stand)
{
    char body[BODY_SIZE] = "";
    size_t length = 0;
    State state;

    make(&state, "hand=E08,E11");
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
    expect_holds(&state, body);
    expect_holds(&state, "assert(uses(view, 'Britain') == 'UC' and uses(view, 'India') == nil)\n"
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
    State next;
    Score score;
    char body[BODY_SIZE];

    make(&state, "hand=E08,E11 compute=9,2 R=7 P=4");
    market_preview(&state, shipped_rules(), &forecast, &next);
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
    expect_holds(&state, body);
}

TEST(an_applied_action_is_played_in_the_sample_only)
{
    State state;

    make(&state, "hand=E08,E11 P=5");
    expect_holds(&state, "local world = sample(view)\n"
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
    expect_holds(&state, "local after = apply(sample(view), actions[1])\n"
                         "while not after.over do after = apply(after, after:legal()[1]) end\n"
                         "assert(after.mover == nil and after.decision == nil)\n"
                         "assert(outcome(after) == 1000 or outcome(after) == 0)\n"
                         "assert((outcome(after) == 1000) == (after:lead() > 0))\n");
}

/* ---- chance and order ---- */

TEST(tables_have_an_order)
{
    State state;

    make(&state, "hand=E08,E11");
    expect_holds(
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
    expect_fault("for k in pairs({ [{}] = 1 }) do end", "2: a key that is a table of your own");
    expect_fault("next({ [print_nothing] = 1 })", "2: there is no 'print_nothing' here");
    expect_fault("next({ [type] = 1 })", "2: a key that is a function");
    expect_fault("pairs(1)", "2: bad argument #1 to 'pairs'");
    expect_fault("local step = pairs({})\nstep(3)", "3: bad argument #1 to");
    expect_fault("next(view)", "2: bad argument #1 to 'next'");
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

    make(&state, "hand=E08,E11");
    expect_holds(&state, "local seen = {}\n"
                         "for i = 1, 2000 do\n"
                         "  local n, x = math.random(6), math.random()\n"
                         "  assert(n >= 1 and n <= 6 and x >= 0 and x < 1)\n"
                         "  seen[n] = (seen[n] or 0) + 1\n"
                         "end\n"
                         "for n = 1, 6 do assert(seen[n] > 250 and seen[n] < 420) end\n"
                         "assert(math.random(3, 3) == 3)\n"
                         "assert(math.random(math.mininteger, math.maxinteger) ~= nil)\n");
    expect_fault("math.random(2, 1)", "2: math.random: there is no number from 2 to 1");
    expect_fault("math.random(1, 2, 3)", "2: math.random: expected at most 2 numbers");
}

/* ---- what it cannot do ---- */

TEST(every_game_begins_afresh)
{
    BotType *type = bot_type_from("local fresh = ('a'):upper() == 'A' and nations[1].kept == nil\n"
                                  "string.upper, nations[1].kept = nil, true\n"
                                  "local decisions = 0\n"
                                  "return { name = 'test', choose = function(view, actions)\n"
                                  "decisions = decisions + 1\n"
                                  "error(tostring(fresh) .. ' ' .. decisions) end }");
    State state;

    make(&state, "hand=E08,E11");
    for (int i = 0; i < 3; i++) {
        Bot *bot = bot_open(type, shipped_rules(), 0, 1);
        for (int j = 1; j <= 2; j++) {
            Error err;
            int choice;
            char expected[64];
            assert_int_equal(bot_decide(bot, &state, 0, &choice, &err), STATUS_PARSE);
            snprintf(expected, sizeof expected, ":6: true %d", j);
            assert_string_equal(strchr(err.text, ':'), expected);
        }
        type->close(bot);
    }
    script_bot_free(type);
}

TEST(samples_show_no_cards)
{
    expect_fault("local h = sample(view).hand", "2: a sample has no 'hand'");
    expect_fault("local h = sample(view).discard", "2: a sample has no 'discard'");
    expect_fault("return apply(sample(view), actions[1]):legal()[1]",
                 "2: the choice in this sample is not yours");
    expect_fault("local h = forecast(view).removed", "2: a forecast has no 'removed'");
    expect_fault("local h = view.crash", "2: a view has no 'crash'");
}

TEST(a_hidden_plateau_stays_hidden)
{
    State state;

    make(&state, "T=6 F=4,4 hand=E08,E11");
    expect_holds(&state, "assert(view.plateau == nil and view:track('T') == 10)\n"
                         "for i = 1, 50 do\n"
                         "  local world = sample(view)\n"
                         "  assert(world.plateau == nil and world:track('T') == 10)\n"
                         "  assert(forecast(world):track('T') == 10)\n"
                         "end\n");
    make(&state, "T=6 known=1 hand=E08,E11");
    expect_holds(&state, "assert(view.plateau == 6 and sample(view).plateau == 6)");
}

TEST(what_it_hands_over_is_checked)
{
    expect_fault("lead()", "2: bad argument #1 to 'lead' (view, sample or forecast expected");
    expect_fault("lead({})", "2: bad argument #1 to 'lead'");
    expect_fault("revenue(view, 'US')", "2: bad argument #1 to 'revenue' (forecast expected");
    expect_fault("apply(view, actions[1])", "2: bad argument #1 to 'apply' (sample expected");
    expect_fault("sample(sample(view))", "2: bad argument #1 to 'sample' (view expected");
    expect_fault("forecast(forecast(view))", "2: bad argument #1 to 'forecast'");
    expect_fault("apply(sample(view), { text = 'stop' })", "2: bad argument #2 to 'apply' (action");
    expect_fault("apply(sample(view), view.hand[1])", "2: bad argument #2 to 'apply' (action");
    expect_fault("track(view, 'D')", "2: expected the name of a bloc, stack or tile, got nothing");
    expect_fault("track(view, 'D', 'UC')", "2: track 'D' is one of a bloc, not of 'UC'");
    expect_fault("track(view, 'Q', 'you')", "2: track 'Q' is one of a stack, not of 'you'");
    expect_fault("track(view, 'Trust', 'US')", "2: there is no track 'Trust'");
    expect_fault("track(view, 999)", "2: there is no track with key 999");
    expect_fault("track(view, -1)", "2: there is no track with key -1");
    expect_fault("track(view, 1.5)", "2: expected the name of a track, got number");
    expect_fault("place(view, 0)", "2: there is no nation number 0");
    expect_fault("place(view, 17)", "2: there is no nation number 17");
    expect_fault("place(view, {})", "2: expected the name of a nation, got nothing");
    expect_fault("vp(view, 'CHIPS')", "2: a tile has no victory points");
    expect_fault("users(view, 'US')", "2: there is no stack 'US'");
    expect_fault("card('E99')", "2: there is no card 'E99'");
    expect_fault("param('vpHegg')", "2: there is no parameter 'vpHegg', did you mean 'vpHeg'?");
    expect_fault("param('stockVP', 3)", "2: parameter 'stockVP' has no value number 3");
    expect_fault("hand_count(view, 'UC')", "2: there is no seat 'UC'");
    expect_fault("scoring(view, 'trade')", "2: there is no scoring item 'trade'");
    expect_fault("view.x = 1", "2: a view cannot be changed");
    expect_fault("local a = view + 1", "2: attempt to perform arithmetic on a view value");
}

TEST(parameters_are_those_of_the_rules)
{
    State state;

    make(&state, "hand=E08,E11");
    expect_holds(&state, "assert(param('vpHeg') == 54 and param('stockVP', 2) == 3)");
}

TEST(names_of_others_are_not_there)
{
    static const char *const names[] = {"os",     "io",      "debug",  "load",         "require",
                                        "pcall",  "print",   "_G",     "getmetatable", "coroutine",
                                        "rawset", "package", "dofile", "setmetatable", "xpcall"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char body[64];
        snprintf(body, sizeof body, "local x = %s", names[i]);
        expect_fault(body, "2: ");
    }
    expect_fault("local x = ('a'):rep(3)", "2: 'rep' is not available here");
    expect_fault("local x = math.exp(1)", "2: there is no 'exp' here");
    expect_fault("local x = '1' + 1", "2: attempt to perform arithmetic on a string value");
}

TEST(powers_are_found_outside_texts_and_comments)
{
    State state;

    make(&state, "hand=E08,E11");
    expect_fault("local x = 2 ^ 2", "2: '^' is not available here");
    expect_fault("-- a comment\n--[[ two\nlines ]] local x = 1^1", "4: '^' is not available here");
    expect_fault("local s = 'it\\'s' local x = 1^1", "2: '^' is not available here");
    expect_fault("local s = [==[ ]] ]==] local t = {} local x = #t^1", "2: '^'");
    expect_holds(&state,
                 "local s = '^' -- ^\nlocal t = \"^\\\"^\" --[==[ ^ ]] ^\n ]==] .. [[^\n^]]\n"
                 "assert(#s == 1 and #t == 6 and s ~= '--')\n"
                 "local list = { 1 }\nlist[list[1]] = 2\nassert(5 - -1 == 6)\n");
}

TEST(a_fault_names_its_line)
{
    static const struct {
        const char *text, *fault;
    } cases[] = {
        {"return {\n  name = 'a'\n  choose = 1 }", "3: '}' expected (to close '{' at line 1) near"},
        {"return 1", "1: a bot's file returns { name = …, choose = … }, this one number"},
        {"", "1: a bot's file returns { name = …, choose = … }, this one nothing"},
        {"return { name = 'a' }", "1: the table that the file returns has no function 'choose'"},
        {"return { choose = type }", "1: the table that the file returns has no 'name'"},
        {"return { name = '', choose = type }", "1: the table that the file returns has no 'name'"},
        {"\nerror('no')", "2: no"},
        {"\nerror({})", "2: raises an error that is not a text"},
        {"return { name = 'a', choose = type }", "1: choose returned a string"},
        {"\nreturn { name = 'a', choose = function(v) return v end }", "2: choose returned a posi"},
        {"local function f() error('deep') end\nreturn { name = 'a', choose = function() f() end }",
         "1: deep"},
        {"return { name = 'a', choose = function(v) error('two\\nlines\\27') end }",
         "1: two lines "},
    };
    State state;

    make(&state, "hand=E08,E11");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Error err;
        const char *fault = bot_once(cases[i].text, &state, &err);
        if (strstr(fault, cases[i].fault) != fault) {
            fail_msg("%s\nexpected '%s', got '%s'", cases[i].text, cases[i].fault, fault);
        }
        assert_null(strchr(err.text, '\n'));
    }
}

/* ---- budgets ---- */

TEST(each_decision_has_a_budget_of_its_own)
{
    char text[BODY_SIZE];
    BotType *type = bot_type_from(with_choose(text, "for i = 1, 1900000 do end return actions[1]"));
    Bot *bot = bot_open(type, shipped_rules(), 0, 1);
    State state;

    make(&state, "hand=E08,E11");
    for (int i = 0; i < 5; i++) {
        int choice;
        Error err = {.text = ""};
        assert_int_equal(bot_decide(bot, &state, i, &choice, &err), STATUS_OK);
    }
    type->close(bot);
    script_bot_free(type);
    expect_fault("for i = 1, 2100000 do end", "2: runs for more than 2000000 instructions");
}

/* A bot that failed may go on: what it made in that decision is gone. */
TEST(a_bot_outlives_its_faults)
{
    static const char *const bombs[] = {"while true do end",
                                        "local t = {} for i = 1, 1e9 do t[i] = { i } end",
                                        "local s = 'x' while true do s = s .. s end",
                                        "local function f() return 1 + f() end f()",
                                        "error('no')",
                                        "while true do sample(view) end"};

    for (size_t i = 0; i < sizeof bombs / sizeof bombs[0]; i++) {
        char text[BODY_SIZE];
        State state;
        snprintf(text, sizeof text,
                 "local turn = 0\nreturn { name = 'test', choose = function(view, actions)\n"
                 "turn = turn + 1 if turn %% 2 == 1 then %s end return actions[1] end }",
                 bombs[i]);
        BotType *type = bot_type_from(text);
        Bot *bot = bot_open(type, shipped_rules(), 0, 1);
        make(&state, "hand=E08,E11");
        for (int turn = 1; turn <= 6; turn++) {
            Error err = {.text = ""};
            int choice;
            Status status = bot_decide(bot, &state, turn, &choice, &err);
            if (status != (turn % 2 == 1 ? STATUS_PARSE : STATUS_OK)) {
                fail_msg("%s, turn %d: %s", bombs[i], turn, err.text);
            }
        }
        type->close(bot);
        script_bot_free(type);
    }
}

TEST(work_in_c_and_memory_count_as_instructions)
{
    static const char *const loops[] = {
        "local w = sample(view) while true do w = sample(view) end",
        "while true do local t = {} end",
        "while true do local t = { 1, 2, 3, 4, 5, 6, 7, 8 } end",
        "local t = {} for i = 1, 2000 do t[i] = i end while true do for k in pairs(t) do end end",
        "local t = {} for i = 1, 2000 do t[i] = i end while true do next(t) end",
        "while true do view:nation(1) end",
        "while true do forecast(view) end",
        "while true do string.format('%99.99f%99.99f', 0.1, 0.2) end",
        "local n = ('1234567890'):upper() while true do tonumber(n) end",
    };

    for (size_t i = 0; i < sizeof loops / sizeof loops[0]; i++) {
        State state;
        char text[BODY_SIZE];
        Error err;
        make(&state, "hand=E08,E11");
        const char *fault = bot_once(with_choose(text, loops[i]), &state, &err);
        if (strstr(fault, "2: runs for more than 2000000 instructions") != fault &&
            strstr(fault, "2: makes more than 10000 samples and forecasts") != fault) {
            fail_msg("%s: '%s'", loops[i], fault);
        }
    }
}

TEST(a_list_grows_cheaply_at_its_end)
{
    State state;

    make(&state, "hand=E08,E11");
    expect_holds(&state, "local t = {}\n"
                         "for i = 1, 50000 do table.insert(t, i) end\n"
                         "for i = 1, 50000 do assert(table.remove(t) == 50001 - i) end\n");
}

TEST(recursion_may_be_a_thousand_calls_deep)
{
    State state;

    make(&state, "hand=E08,E11");
    expect_holds(&state, "local function sum(n) return n == 0 and 0 or n + sum(n - 1) end\n"
                         "assert(sum(1000) == 500500)\n");
    expect_fault("local function f(n) return 1 + f(n) end f(1)", "2: calls itself too deeply");
    expect_fault("local function f(...) return f(1, 2, 3, 4, 5, 6, 7, 8, ...) end f()", "2: calls");
}

TEST(a_file_that_cannot_be_read_is_no_bot)
{
    BotType *type = NULL;
    Error err;

    assert_int_equal(script_bot_new(&type, "there/is/none.lua", &err), STATUS_IO);
    assert_string_equal(err.text, "there/is/none.lua: there is no such file or directory");
    assert_int_equal(script_bot_new(&type, "rules", &err), STATUS_IO);
    assert_string_equal(err.text, "rules: expected a file");
    assert_null(type);
    script_bot_free(NULL);
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
        cmocka_unit_test(every_game_begins_afresh),
        cmocka_unit_test(samples_show_no_cards),
        cmocka_unit_test(a_hidden_plateau_stays_hidden),
        cmocka_unit_test(what_it_hands_over_is_checked),
        cmocka_unit_test(parameters_are_those_of_the_rules),
        cmocka_unit_test(names_of_others_are_not_there),
        cmocka_unit_test(powers_are_found_outside_texts_and_comments),
        cmocka_unit_test(a_fault_names_its_line),
        cmocka_unit_test(each_decision_has_a_budget_of_its_own),
        cmocka_unit_test(a_bot_outlives_its_faults),
        cmocka_unit_test(work_in_c_and_memory_count_as_instructions),
        cmocka_unit_test(a_list_grows_cheaply_at_its_end),
        cmocka_unit_test(recursion_may_be_a_thousand_calls_deep),
        cmocka_unit_test(a_file_that_cannot_be_read_is_no_bot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
