/* scripts/bots/README.md tells bot authors what there is: the rows of bot_api.def and features.def, word
 * for word, each of which a bot finds, and no name that the page does not know. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script/script_bot.h"
#include "support/bot_text.h"
#include "support/page.h"
#include "support/position.h"
#include "support/shipped.h"
#include "test.h"

enum { ROW_SIZE = 512, CODE_SIZE = 32 * 1024 };

static const char *const rows[] = {
#define FUNCTION(name, arguments, meaning) "| `" #name "(" arguments ")` | " meaning " |\n",
#define LIST(name, meaning)                "| `" #name "` | " meaning " |\n",
#define FIELD(name, meaning)               LIST(name, meaning)
#define VIEW_FIELD(name, meaning)          LIST(name, meaning)
#define FORECAST_FIELD(name, meaning)      LIST(name, meaning)
#define KEY(object, name, meaning)         KEY_##object(name, meaning)
#define KEY_ACTION(name, meaning)          "| `action." name "` | " meaning " |\n",
#define KEY_CARD(name, meaning)            "| `card." name "` | " meaning " |\n",
#define KEY_NATION(name, meaning)          "| `nation." name "` | " meaning " |\n",
#include "script/bot_api.def"
#undef FUNCTION
#undef LIST
#undef FIELD
#undef VIEW_FIELD
#undef FORECAST_FIELD
#undef KEY
#define WHEN_NOW                                     ""
#define WHEN_AHEAD                                   "market: "
#define FEATURE(id, name, when, expression, meaning) "| `" name "` | " WHEN_##when meaning " |\n",
#define PAIR(id, name, when, expression, meaning) \
    "| `" name "`, `rival " name "` | " WHEN_##when meaning " |\n",
#include "ai/features.def"
#undef FEATURE
#undef PAIR
    NULL};

/* Where the reference begins. */
static const char *reference(const char *page)
{
    const char *at = strstr(page, "\n## Reference\n");

    assert_non_null(at);
    return at;
}

static int count_lines(const char *page, const char *line)
{
    int count = 0;

    for (const char *at = strstr(page, line); at != NULL; at = strstr(at + 1, line)) {
        count += at[-1] == '\n';
    }
    return count;
}

static void expect_row(const char *page, const char *row)
{
    if (count_lines(reference(page), row) != 1) {
        fail_msg("scripts/bots/README.md should have this row once: %s", row);
    }
}

TEST(each_name_has_its_row)
{
    char *page = page_read("scripts/bots/README.md");

    for (int i = 0; rows[i] != NULL; i++) {
        expect_row(page, rows[i]);
    }
    free(page);
}

TEST(no_row_promises_what_there_is_not)
{
    static const char begin[] = "\n| `";
    char *page = page_read("scripts/bots/README.md");
    int count = 0;
    int known = 0;

    while (rows[known] != NULL) {
        known++;
    }
    for (const char *at = strstr(reference(page), begin); at != NULL; at = strstr(at + 1, begin)) {
        count++;
    }
    assert_int_equal(count, known);
    free(page);
}

static void expect_holds(const char *text)
{
    Setup setup = {.seed = 1,
                   .scenario = rules_find_scenario(shipped_rules(), "full"),
                   .seat_count = 2};
    State state;
    Error err;

    position_make(&state, &setup, shipped_rules(), "hand=E08+E20,E11");
    position_play(&state, shipped_rules(), "ops E08");
    const char *fault = bot_once(text, &state, &err);
    if (fault[0] != '\0') {
        fail_msg("%s", fault);
    }
}

TEST(a_bot_finds_every_function_and_field)
{
    expect_holds("return { name = 'test', choose = function(view, actions)\n"
                 "local world, ahead = sample(view), forecast(view)\n"
                 "local function has(position, name) local value = position[name] end\n"
#define FUNCTION(name, arguments, meaning) \
    "assert(type(" #name ") == 'function' and view." #name " == " #name ")\n"
#define LIST(name, meaning) "assert(#" #name " > 0)\n"
#define FIELD(name, meaning) \
    "has(view, '" #name "') has(world, '" #name "') has(ahead, '" #name "')\n"
#define VIEW_FIELD(name, meaning)     "has(view, '" #name "')\n"
#define FORECAST_FIELD(name, meaning) "has(ahead, '" #name "')\n"
#include "script/bot_api.def"
#undef FUNCTION
#undef LIST
#undef FIELD
#undef VIEW_FIELD
#undef FORECAST_FIELD
                 "return actions[1] end }");
}

/* The keys of all actions, cards and nations together are those of the reference. */
TEST(tables_have_the_keys_of_the_reference)
{
    expect_holds("return { name = 'test', choose = function(view, actions)\n"
                 "local expected = { action = {}, card = {}, nation = {} }\n"
#define KEY(object, name, meaning) EXPECT_##object(name)
#define EXPECT_ACTION(name)        "expected.action['" name "'] = true\n"
#define EXPECT_CARD(name)          "expected.card['" name "'] = true\n"
#define EXPECT_NATION(name)        "expected.nation['" name "'] = true\n"
#include "script/bot_api.def"
#undef KEY
                 "local function check(kind, list)\n"
                 "  local seen = {}\n"
                 "  for _, object in ipairs(list) do\n"
                 "    for key in pairs(object) do\n"
                 "      assert(expected[kind][key], kind .. ' has a key ' .. key)\n"
                 "      seen[key] = true\n"
                 "    end\n"
                 "  end\n"
                 "  for key in pairs(expected[kind]) do\n"
                 "    assert(seen[key], kind .. ' has no key ' .. key)\n"
                 "  end\n"
                 "end\n"
                 "local some = { card('E01') }\n"
                 "local plays = { { verb = '', argument = '', text = '', card = some[1] } }\n"
                 "for _, action in ipairs(actions) do plays[#plays + 1] = action end\n"
                 "check('action', plays) check('card', some) check('nation', nations)\n"
                 "return actions[1] end }");
}

/* Whether the page names it: in the reference, or as `name` or within a list `a name b`. */
static bool is_named(const char *page, const char *name)
{
    size_t length = strlen(name);

    for (const char *at = strstr(page, name); at != NULL; at = strstr(at + 1, name)) {
        bool begins = at[-1] == '`' || at[-1] == ' ';
        bool ends = at[length] == '`' || at[length] == ' ' || at[length] == '(';
        if (begins && ends) {
            return true;
        }
    }
    return false;
}

static void expect_named(const char *page, const char *name)
{
    if (!is_named(page, name)) {
        fail_msg("scripts/bots/README.md does not know '%s'", name);
    }
}

/* What a bot can see without the page saying so. */
TEST(the_page_knows_every_name)
{
    Setup setup = {.seed = 1, .scenario = 0, .seat_count = 2};
    char *page = page_read("scripts/bots/README.md");
    State state;
    Error err;
    char names[2048];

    position_make(&state, &setup, shipped_rules(), "hand=E08,E11");
    const char *fault = bot_once("local names = ''\n"
                                 "local function add(list)\n"
                                 "  for name in pairs(list) do names = names .. name .. ',' end\n"
                                 "end\n"
                                 "add(_ENV) add(math) add(string) add(table)\n"
                                 "error(names, 0)",
                                 &state, &err);
    snprintf(names, sizeof names, "%s", strstr(fault, ": ") + 2);
    int count = 0;
    char *rest = names;
    for (char *name = strtok_r(rest, ",", &rest); name != NULL; name = strtok_r(rest, ",", &rest)) {
        expect_named(page, name);
        count++;
    }
    assert_in_range(count, 60, 100);
    free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_name_has_its_row),
        cmocka_unit_test(no_row_promises_what_there_is_not),
        cmocka_unit_test(a_bot_finds_every_function_and_field),
        cmocka_unit_test(tables_have_the_keys_of_the_reference),
        cmocka_unit_test(the_page_knows_every_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
