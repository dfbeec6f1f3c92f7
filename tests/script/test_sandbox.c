/* What a caged script can and cannot do. */

#include <stdio.h>
#include <string.h>

#include "script/sandbox.h"
#include "test.h"

static const SandboxLimits limits = {.memory = 8388608, .string = 16384, .instructions = 1000000};

static Status run(Sandbox *sandbox, const char *text, SandboxFault *fault)
{
    SandboxChunk chunk = {.text = text, .size = strlen(text)};

    return sandbox_run(sandbox, &chunk, fault);
}

static void open_sandbox(Sandbox *sandbox)
{
    assert_int_equal(sandbox_init(sandbox, &limits, NULL, NULL), STATUS_OK);
}

/* The script ends without an error. */
static void expect_runs(const char *text)
{
    Sandbox sandbox;
    SandboxFault fault;

    open_sandbox(&sandbox);
    Status status = run(&sandbox, text, &fault);
    sandbox_clear(&sandbox);
    if (status != STATUS_OK) {
        fail_msg("%s\n%d: %s", text, fault.line, fault.text);
    }
}

/* The script ends with an error that says `what`, on this line. */
static void expect_ends(const char *text, int line, const char *what)
{
    Sandbox sandbox;
    SandboxFault fault;

    open_sandbox(&sandbox);
    Status status = run(&sandbox, text, &fault);
    sandbox_clear(&sandbox);
    if (status != STATUS_PARSE || fault.line != line || strstr(fault.text, what) == NULL) {
        fail_msg("%s\nended with %d, %d: %s", text, status, fault.line, fault.text);
    }
}

TEST(harmless_functions_work)
{
    expect_runs("local sum = 0\n"
                "for i, n in ipairs({ 1, 2, 3 }) do sum = sum + i * n end\n"
                "assert(sum == 14 and type(sum) == 'number' and tonumber('7') == 7)\n"
                "assert(tostring(12) == '12' and tostring(nil) == 'nil' and tostring('a') == 'a')\n"
                "assert(select('#', 1, 2) == 2)\n"
                "assert(string.format('%s-%d-%05.2f', 'a', 7, 1.5) == 'a-7-01.50')\n"
                "assert(('aBc'):upper() == 'ABC' and #'abc' == 3 and ('abc'):sub(2, 2) == 'b')\n"
                "assert(string.byte('a') == 97 and string.char(97) == 'a')\n"
                "assert(('abc'):reverse() == 'cba' and ('x' .. 1) == 'x1')\n"
                "assert(math.max(1, 2) == 2 and 7 // 2 == 3 and math.floor(2.5) == 2)\n"
                "local list = { 3, 1, 2 }\n"
                "table.sort(list)\n"
                "table.insert(list, 4)\n"
                "table.insert(list, 1, 0)\n"
                "assert(table.remove(list) == 4 and table.concat(list, ',') == '0,1,2,3')\n"
                "assert(select('#', table.unpack(list)) == 4)\n"
                "assert(select(2, table.unpack(list, 2, 3)) == 2)\n");
}

TEST(names_that_reach_outside_are_not_there)
{
    static const char *const names[] = {
        "collectgarbage", "coroutine", "debug",  "dofile", "getmetatable", "io",
        "load",           "loadfile",  "next",   "os",     "package",      "pairs",
        "pcall",          "print",     "rawget", "rawset", "require",      "setmetatable",
        "utf8",           "xpcall",    "_G",     "rawlen", "rawequal",     "warn"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char text[64];
        snprintf(text, sizeof text, "\nlocal x = %s", names[i]);
        expect_ends(text, 2, names[i]);
    }
}

TEST(what_costs_more_than_it_counts_is_not_there)
{
    static const char *const calls[] = {"string.find('a', 'b')",
                                        "('a'):find('b')",
                                        "('a'):match('b')",
                                        "('a'):gmatch('b')",
                                        "('a'):gsub('b', '')",
                                        "('a'):rep(9)",
                                        "string.rep",
                                        "string.dump",
                                        "string.pack",
                                        "table.move",
                                        "table.pack",
                                        "math.random()",
                                        "math.randomseed(1)",
                                        "math.sin(1)",
                                        "math.exp(1)",
                                        "('a'):dump()",
                                        "('a'):pack()",
                                        "string.format('%p', {})"};

    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        char text[64];
        snprintf(text, sizeof text, "local x = %s", calls[i]);
        expect_ends(text, 1, " ");
    }
}

TEST(no_address_can_be_seen)
{
    expect_runs("assert(tostring({}) == 'table' and tostring(tostring) == 'function')\n");
    expect_ends("string.format('%s', {})", 1, "cannot format a table");
    expect_ends("string.format('%%%5p', 1)", 1, "'%p' is not available");
    expect_ends("('%p'):format('a')", 1, "'%p' is not available");
    expect_ends("string.format('%q', print)", 1, "print");
    expect_ends("error({})", 1, "not a text");
}

TEST(an_unknown_name_suggests_another)
{
    expect_ends("local x = stirng", 1, "there is no 'stirng' here, did you mean 'string'?");
    expect_ends("math.flor(1)", 1, "there is no 'flor' here, did you mean 'floor'?");
    expect_ends("local x = zzzzzzzzzzzzzzz", 1, "there is no 'zzzzzzzzzzzzzzz' here");
    expect_runs("mine = 1\nassert(mine == 1)\n");
}

TEST(an_endless_loop_ends)
{
    expect_ends("local i = 0\nwhile true do\n  i = i + 1\nend", 3,
                "more than 1000000 instructions");
    expect_ends("::again:: goto again", 1, "more than 1000000 instructions");
    expect_ends("local f\nf = function() return f() end\nf()", 3, "more than 1000000 instructions");
}

TEST(endless_recursion_ends)
{
    expect_ends("local function f(n)\n  return 1 + f(n)\nend\nf(1)", 4, "needs more than");
    expect_ends("local t = { 3, 2, 1 }\n"
                "local function f(a, b)\n  table.sort({ 2, 1 }, f)\n  return a < b\nend\n"
                "table.sort(t, f)",
                6, "overflow");
}

TEST(memory_is_capped)
{
    expect_ends("local t = {}\nfor i = 1, 1e9 do\n  t[i] = { i }\nend", 3,
                "needs more than 8388608 bytes of memory");
}

TEST(the_length_of_a_string_is_capped)
{
    expect_ends("local s = 'x'\nwhile true do\n  s = s .. s\nend", 3,
                "makes a string of more than 16384 bytes");
    expect_ends("local t = {}\nfor i = 1, 100 do t[i] = ('xxxxxxxxxx') end\n"
                "for i = 1, 9 do\n  t = { table.concat(t), table.concat(t), table.concat(t) }\nend",
                4, "makes a string of more than 16384 bytes");
    expect_runs("local s = 'x'\nfor i = 1, 13 do s = s .. s end\nassert(#s == 8192)");
}

/* Each of these would run for minutes in C if only Lua's instructions were counted. */
TEST(work_in_c_counts_as_instructions)
{
    static const char *const loops[] = {"table.sort(t)",
                                        "table.insert(t, 1, 1) table.remove(t, 1)",
                                        "table.concat(t)",
                                        "local a = s:upper()",
                                        "local a = #{ s:byte(1, 1000) }",
                                        "local a = s:reverse()",
                                        "local a = string.format('%s', s)",
                                        "local a = { table.unpack(t, 1, 200) }"};

    for (size_t i = 0; i < sizeof loops / sizeof loops[0]; i++) {
        char text[256];
        snprintf(text, sizeof text,
                 "local t, s = {}, 'x'\nfor i = 1, 9000 do t[i] = 'a' end\n"
                 "for i = 1, 13 do s = s .. s end\nwhile true do %s end",
                 loops[i]);
        expect_ends(text, 4, "more than 1000000 instructions");
    }
}

TEST(memory_taken_counts_as_instructions)
{
    expect_ends("local s = 'x'\nfor i = 1, 13 do s = s .. s end\n"
                "for i = 1, 3000 do local t = s .. i end",
                3, "more than 1000000 instructions");
}

TEST(unpack_is_short)
{
    expect_ends("table.unpack({}, 1, 1000000)", 1, "at most 200 values");
    expect_ends("table.unpack({}, math.mininteger, math.maxinteger)", 1, "at most 200 values");
    expect_runs("assert(select('#', table.unpack({}, 1, 200)) == 200)");
    expect_runs("assert(select('#', table.unpack({}, 2, 1)) == 0)");
}

TEST(concat_stays_inside_its_table)
{
    expect_ends("table.concat({ 'a' }, '', 1, 2)", 1, "beyond the end");
    expect_runs("assert(table.concat({ 'a', 'b', 'c' }, '-', 2, 3) == 'b-c')");
    expect_runs("assert(table.concat({}) == '')");
}

TEST(sort_is_stable)
{
    expect_runs("local t = {}\n"
                "for i = 1, 1000 do t[i] = { key = i * 7919 % 10, place = i } end\n"
                "table.sort(t, function(a, b) return a.key < b.key end)\n"
                "for i = 2, #t do\n"
                "  local a, b = t[i - 1], t[i]\n"
                "  assert(a.key < b.key or a.key == b.key and a.place < b.place or a == b)\n"
                "  assert(a.key <= b.key)\n"
                "end\n"
                "local ordered = { 5 }\n"
                "table.sort(ordered)\n"
                "table.sort({})\n"
                "assert(ordered[1] == 5)\n");
    for (int count = 2; count <= 9; count++) {
        char text[256];
        snprintf(text, sizeof text,
                 "local t = {}\nfor i = 1, %d do t[i] = %d - i end\ntable.sort(t)\n"
                 "for i = 1, %d do assert(t[i] == i - 1, i) end\nassert(t[%d + 1] == nil)\n",
                 count, count, count, count);
        expect_runs(text);
    }
    expect_ends("table.sort({ 1, 'a' })", 1, "attempt to compare");
}

TEST(a_disorderly_order_ends)
{
    expect_runs("local t = {}\nfor i = 1, 500 do t[i] = i end\n"
                "table.sort(t, function() return true end)\nassert(#t == 500)");
}

TEST(compiled_chunks_are_refused)
{
    expect_ends("\x1bLua", 0, "attempt to load a binary chunk");
}

TEST(a_syntax_error_names_its_line)
{
    expect_ends("local a = 1\nlocal b = = 2\n", 2, "unexpected symbol near '='");
}

TEST(an_error_names_the_outermost_and_the_innermost_line)
{
    Sandbox sandbox;
    SandboxFault fault;

    open_sandbox(&sandbox);
    assert_int_equal(run(&sandbox,
                         "local function inner()\n"
                         "  error('it broke')\n"
                         "end\n"
                         "local function middle()\n"
                         "  inner()\n"
                         "end\n"
                         "\n"
                         "middle()\n",
                         &fault),
                     STATUS_PARSE);
    sandbox_clear(&sandbox);
    assert_string_equal(fault.text, "it broke");
    assert_int_equal(fault.line, 8);
    assert_int_equal(fault.inner, 2);
}

TEST(runs_share_nothing_but_their_budget)
{
    Sandbox sandbox;
    SandboxFault fault;

    open_sandbox(&sandbox);
    assert_int_equal(run(&sandbox, "leak = 1\nstring.upper = nil\ntable.sort = 1", &fault),
                     STATUS_OK);
    assert_int_equal(run(&sandbox, "assert(('a'):upper() == 'A')\ntable.sort({})", &fault),
                     STATUS_OK);
    assert_int_equal(run(&sandbox, "return leak", &fault), STATUS_PARSE);
    assert_non_null(strstr(fault.text, "there is no 'leak' here"));
    assert_int_equal(run(&sandbox, "for i = 1, 700000 do end", &fault), STATUS_OK);
    assert_int_equal(run(&sandbox, "for i = 1, 700000 do end", &fault), STATUS_PARSE);
    assert_non_null(strstr(fault.text, "instructions"));
    assert_int_equal(run(&sandbox, "local a = 1", &fault), STATUS_OK); /* too short to be counted */
    sandbox_clear(&sandbox);
}

TEST(a_sandbox_outlives_a_script_that_ran_out_of_memory)
{
    Sandbox sandbox;
    SandboxFault fault;

    open_sandbox(&sandbox);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(run(&sandbox, "local t = {}\nfor i = 1, 1e9 do t[i] = {} end", &fault),
                         STATUS_PARSE);
        assert_int_equal(run(&sandbox, "local t = {}\nfor i = 1, 100 do t[i] = {} end", &fault),
                         STATUS_OK);
    }
    sandbox_clear(&sandbox);
}

TEST(metatables_are_out_of_reach)
{
    expect_ends("local a = ('').__index", 1, "there is no '__index' here");
    expect_ends("return string.__index", 1, "there is no '__index' here");
    expect_ends("return _ENV.__index", 1, "there is no '__index' here");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(harmless_functions_work),
        cmocka_unit_test(names_that_reach_outside_are_not_there),
        cmocka_unit_test(what_costs_more_than_it_counts_is_not_there),
        cmocka_unit_test(no_address_can_be_seen),
        cmocka_unit_test(an_unknown_name_suggests_another),
        cmocka_unit_test(an_endless_loop_ends),
        cmocka_unit_test(endless_recursion_ends),
        cmocka_unit_test(memory_is_capped),
        cmocka_unit_test(the_length_of_a_string_is_capped),
        cmocka_unit_test(work_in_c_counts_as_instructions),
        cmocka_unit_test(memory_taken_counts_as_instructions),
        cmocka_unit_test(unpack_is_short),
        cmocka_unit_test(concat_stays_inside_its_table),
        cmocka_unit_test(sort_is_stable),
        cmocka_unit_test(a_disorderly_order_ends),
        cmocka_unit_test(compiled_chunks_are_refused),
        cmocka_unit_test(a_syntax_error_names_its_line),
        cmocka_unit_test(an_error_names_the_outermost_and_the_innermost_line),
        cmocka_unit_test(runs_share_nothing_but_their_budget),
        cmocka_unit_test(a_sandbox_outlives_a_script_that_ran_out_of_memory),
        cmocka_unit_test(metatables_are_out_of_reach),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
