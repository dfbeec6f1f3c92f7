/* What a Lua bot cannot do, and what a fault of it says. */

#include <stdio.h>
#include <string.h>

#include "core/state.h"
#include "script/script_bot.h"
#include "support/bot_text.h"
#include "support/shipped.h"
#include "test.h"

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

    bot_position(&state, "hand=E08,E11");
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
    bot_body_fails("local h = sample(view).hand", "2: a sample has no 'hand'");
    bot_body_fails("local h = sample(view).discard", "2: a sample has no 'discard'");
    bot_body_fails("return apply(sample(view), actions[1]):legal()[1]",
                   "2: the choice in this sample is not yours");
    bot_body_fails("local h = forecast(view).removed", "2: a forecast has no 'removed'");
    bot_body_fails("local h = view.crash", "2: a view has no 'crash'");
}

TEST(a_hidden_plateau_stays_hidden)
{
    State state;

    bot_position(&state, "T=6 F=4,4 hand=E08,E11");
    bot_expect_holds(&state, "assert(view.plateau == nil and view:track('T') == 10)\n"
                             "for i = 1, 50 do\n"
                             "  local world = sample(view)\n"
                             "  assert(world.plateau == nil and world:track('T') == 10)\n"
                             "  assert(forecast(world):track('T') == 10)\n"
                             "end\n");
    bot_position(&state, "T=6 known=1 hand=E08,E11");
    bot_expect_holds(&state, "assert(view.plateau == 6 and sample(view).plateau == 6)");
}

TEST(what_it_hands_over_is_checked)
{
    bot_body_fails("lead()", "2: bad argument #1 to 'lead' (view, sample or forecast expected");
    bot_body_fails("lead({})", "2: bad argument #1 to 'lead'");
    bot_body_fails("revenue(view, 'US')", "2: bad argument #1 to 'revenue' (forecast expected");
    bot_body_fails("apply(view, actions[1])", "2: bad argument #1 to 'apply' (sample expected");
    bot_body_fails("sample(sample(view))", "2: bad argument #1 to 'sample' (view expected");
    bot_body_fails("forecast(forecast(view))", "2: bad argument #1 to 'forecast'");
    bot_body_fails("apply(sample(view), { text = 'stop' })",
                   "2: bad argument #2 to 'apply' (action");
    bot_body_fails("apply(sample(view), view.hand[1])", "2: bad argument #2 to 'apply' (action");
    bot_body_fails("track(view, 'D')",
                   "2: expected the name of a bloc, stack or tile, got nothing");
    bot_body_fails("track(view, 'D', 'UC')", "2: track 'D' is one of a bloc, not of 'UC'");
    bot_body_fails("track(view, 'Q', 'you')", "2: track 'Q' is one of a stack, not of 'you'");
    bot_body_fails("track(view, 'Trust', 'US')", "2: there is no track 'Trust'");
    bot_body_fails("track(view, 999)", "2: there is no track with key 999");
    bot_body_fails("track(view, -1)", "2: there is no track with key -1");
    bot_body_fails("track(view, 1.5)", "2: expected the name of a track, got number");
    bot_body_fails("place(view, 0)", "2: there is no nation number 0");
    bot_body_fails("place(view, 17)", "2: there is no nation number 17");
    bot_body_fails("place(view, {})", "2: expected the name of a nation, got nothing");
    bot_body_fails("local t = {} t.number = t place(view, t)", "2: expected the name of a nation");
    bot_body_fails("vp(view, 'CHIPS')", "2: a tile has no victory points");
    bot_body_fails("users(view, 'US')", "2: there is no stack 'US'");
    bot_body_fails("card('E99')", "2: there is no card 'E99'");
    bot_body_fails("param('vpHegg')", "2: there is no parameter 'vpHegg', did you mean 'vpHeg'?");
    bot_body_fails("param('stockVP', 3)", "2: parameter 'stockVP' has no value number 3");
    bot_body_fails("hand_count(view, 'UC')", "2: there is no seat 'UC'");
    bot_body_fails("scoring(view, 'trade')", "2: there is no scoring item 'trade'");
    bot_body_fails("view.x = 1", "2: a view cannot be changed");
    bot_body_fails("local a = view + 1", "2: attempt to perform arithmetic on a view value");
}

TEST(parameters_are_those_of_the_rules)
{
    State state;

    bot_position(&state, "hand=E08,E11");
    bot_expect_holds(&state, "assert(param('vpHeg') == 54 and param('stockVP', 2) == 3)");
}

TEST(names_of_others_are_not_there)
{
    static const char *const names[] = {"os",     "io",      "debug",  "load",         "require",
                                        "pcall",  "print",   "_G",     "getmetatable", "coroutine",
                                        "rawset", "package", "dofile", "setmetatable", "xpcall"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char body[64];
        snprintf(body, sizeof body, "local x = %s", names[i]);
        bot_body_fails(body, "2: ");
    }
    bot_body_fails("local x = ('a'):rep(3)", "2: 'rep' is not available here");
    bot_body_fails("local x = math.exp(1)", "2: there is no 'exp' here");
    bot_body_fails("local x = '1' + 1", "2: attempt to perform arithmetic on a string value");
}

TEST(powers_are_found_outside_texts_and_comments)
{
    State state;

    bot_position(&state, "hand=E08,E11");
    bot_body_fails("local x = 2 ^ 2", "2: '^' is not available here");
    bot_body_fails("-- a comment\n--[[ two\nlines ]] local x = 1^1",
                   "4: '^' is not available here");
    bot_body_fails("local s = 'it\\'s' local x = 1^1", "2: '^' is not available here");
    bot_body_fails("local s = [==[ ]] ]==] local t = {} local x = #t^1", "2: '^'");
    bot_expect_holds(&state,
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

    bot_position(&state, "hand=E08,E11");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bot_expect_fault(cases[i].text, &state, cases[i].fault);
    }
}

/* ---- budgets ---- */

TEST(each_decision_has_a_budget_of_its_own)
{
    char text[BOT_TEXT_SIZE];
    BotType *type = bot_type_from(bot_body(text, "for i = 1, 1900000 do end return actions[1]"));
    Bot *bot = bot_open(type, shipped_rules(), 0, 1);
    State state;

    bot_position(&state, "hand=E08,E11");
    for (int i = 0; i < 5; i++) {
        int choice;
        Error err = {.text = ""};
        assert_int_equal(bot_decide(bot, &state, i, &choice, &err), STATUS_OK);
    }
    type->close(bot);
    script_bot_free(type);
    bot_body_fails("for i = 1, 2100000 do end", "2: runs for more than 2000000 instructions");
}

/* Fails in every other decision. */
static void expect_outlives(const char *bomb)
{
    char text[BOT_TEXT_SIZE];
    State state;

    bot_position(&state, "hand=E08,E11");
    snprintf(text, sizeof text,
             "local turn = 0\nreturn { name = 'test', choose = function(view, actions)\n"
             "turn = turn + 1 if turn %% 2 == 1 then %s end return actions[1] end }",
             bomb);
    BotType *type = bot_type_from(text);
    Bot *bot = bot_open(type, shipped_rules(), 0, 1);
    for (int turn = 1; turn <= 6; turn++) {
        Error err = {.text = ""};
        int choice;
        Status status = bot_decide(bot, &state, turn, &choice, &err);
        assert_int_equal(status, turn % 2 == 1 ? STATUS_PARSE : STATUS_OK);
    }
    type->close(bot);
    script_bot_free(type);
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
        expect_outlives(bombs[i]);
    }
}

/* Each of these would run for long if only Lua's instructions were counted. */
TEST(work_in_c_and_memory_count_as_instructions)
{
    static const char *const loops[] = {
        "while true do local t = {} end",
        "while true do local t = { 1, 2, 3, 4, 5, 6, 7, 8 } end",
        "local t = {} for i = 1, 2000 do t[i] = i end while true do for k in pairs(t) do end end",
        "local t = {} for i = 1, 2000 do t[i] = i end while true do next(t) end",
        "while true do view:nation(1) end",
        "while true do string.format('%99.99f%99.99f', 0.1, 0.2) end",
        "local n = ('1234567890'):upper() while true do tonumber(n) end",
    };

    for (size_t i = 0; i < sizeof loops / sizeof loops[0]; i++) {
        bot_body_fails(loops[i], "2: runs for more than 2000000 instructions");
    }
    bot_body_fails("while true do forecast(view) end", "2: makes more than 10000 samples");
    bot_body_fails("while true do sample(view) end", "2: makes more than 10000 samples");
}

/* What one instruction may copy grows with the stack. */
TEST(a_deep_stack_makes_instructions_dear)
{
    bot_body_fails(
        "local function pass(n, ...) if n > 0 then return pass(n - 1, ...) end end\n"
        "local function grow(k, ...)\n"
        "  if k == 0 then return pass(40000, ...) end\n"
        "  return grow(k - 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, ...)\n"
        "end\n"
        "grow(150)",
        "2: runs for more than 2000000 instructions");
}

/* Otherwise each further table would have all the others looked through. */
TEST(a_full_memory_is_not_made_to_last)
{
    State state;

    bot_position(&state, "hand=E08,E11");
    bot_expect_fault("local kept = {}\nfor i = 1, 200000 do kept[i] = {} end\n"
                     "return { name = 'full', choose = function(view, actions)\n"
                     "while true do local waste = {} end end }",
                     &state, "4: needs more than 16777216 bytes of memory");
}

TEST(a_list_grows_cheaply_at_its_end)
{
    State state;

    bot_position(&state, "hand=E08,E11");
    bot_expect_holds(&state, "local t = {}\n"
                             "for i = 1, 50000 do table.insert(t, i) end\n"
                             "for i = 1, 50000 do assert(table.remove(t) == 50001 - i) end\n");
}

TEST(recursion_may_be_a_thousand_calls_deep)
{
    State state;

    bot_position(&state, "hand=E08,E11");
    bot_expect_holds(&state, "local function sum(n) return n == 0 and 0 or n + sum(n - 1) end\n"
                             "assert(sum(1000) == 500500)\n");
    bot_body_fails("local function f(n) return 1 + f(n) end f(1)", "2: calls itself too deeply");
    bot_body_fails("local function f(...) return f(1, 2, 3, 4, 5, 6, 7, 8, ...) end f()",
                   "2: calls");
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
        cmocka_unit_test(a_deep_stack_makes_instructions_dear),
        cmocka_unit_test(a_full_memory_is_not_made_to_last),
        cmocka_unit_test(a_list_grows_cheaply_at_its_end),
        cmocka_unit_test(recursion_may_be_a_thousand_calls_deep),
        cmocka_unit_test(a_file_that_cannot_be_read_is_no_bot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
