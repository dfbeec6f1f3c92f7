/* A rules directory is read in a fixed order; what stands in one file leaves the others alone; what
 * cannot be read is said in one line. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "script/files.h"
#include "script/script.h"
#include "support/rule_folder.h"
#include "support/shipped.h"
#include "support/small_rules.h"
#include "test.h"

#define SHIPPED TPD_SOURCE_DIR "/rules"

static const char one_card[] =
    "card { id = 'N1', side = 'CN', era = 'mid', ops = 3,\n"
    "  title = { en = 'A new card', zh = '新牌' }, concept = { en = 'New.', zh = '新。' },\n"
    "  event = { gain('you', 'F', 1) } }\n";

static const char ten_cards[] =
    "for i = 1, 10 do\n"
    "  card { id = 'T' .. i, side = 'neutral', era = 'late', ops = 2,\n"
    "    title = { en = 'Card ' .. i, zh = '牌' .. i }, concept = { en = 'C', zh = '念' },\n"
    "    event = { gain('P', i % 2 == 0 and 1 or -1), draw('you', i) } }\n"
    "end\n";

/* A folder with the shipped rules; the caller removes it. */
static void shipped_folder(char folder[FOLDER_SIZE])
{
    folder_make(folder);
    folder_add(folder, SHIPPED);
}

/* The rules in a folder, which must be sound; the caller frees them. */
static Rules *load(const char *folder)
{
    Rules *rules = malloc(sizeof *rules);
    Error err = {0};

    assert_non_null(rules);
    if (script_load_rules(rules, folder, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    return rules;
}

/* The folder's first fault is `FOLDER` and then `what`; it is removed. */
static void expect_fault(const char *folder, const char *what)
{
    Rules *rules = malloc(sizeof *rules);
    Error err = {0};
    char expected[FOLDER_SIZE + 256];

    assert_non_null(rules);
    snprintf(expected, sizeof expected, "%s%s", folder, what);
    assert_int_not_equal(script_load_rules(rules, folder, &err), STATUS_OK);
    folder_remove(folder);
    free(rules);
    if (strncmp(err.text, expected, strlen(expected)) != 0) {
        fail_msg("expected '%s', got '%s'", expected, err.text);
    }
}

/* ---- order and additions ---- */

TEST(the_index_of_a_card_is_that_of_the_rules_text)
{
    const Rules *rules = shipped_rules();

    assert_int_equal(rules->card_count, 72);
    assert_int_equal(rules_find_card(rules, "E01"), 0);
    assert_int_equal(rules_find_card(rules, "E26"), 25);
    assert_int_equal(rules_find_card(rules, "M01"), 26);
    assert_int_equal(rules_find_card(rules, "L22"), 71);
}

TEST(new_files_that_sort_last_leave_all_other_items_alone)
{
    char folder[FOLDER_SIZE];
    const Rules *old = shipped_rules();

    shipped_folder(folder);
    folder_write(folder, "cards/9-new.lua", one_card);
    folder_write(folder, "cards/9-ten.lua", ten_cards);
    Rules *rules = load(folder);
    assert_int_equal(rules->card_count, old->card_count + 11);
    for (int i = 0; i < old->card_count; i++) {
        assert_string_equal(rules->card[i].id, old->card[i].id);
        assert_true(rules->card[i].hash == old->card[i].hash);
    }
    assert_int_equal(rules_find_card(rules, "N1"), old->card_count);
    assert_int_equal(rules_find_card(rules, "T1"), old->card_count + 1);
    assert_int_equal(rules_find_card(rules, "T10"), old->card_count + 10);
    assert_string_equal(rules_text(rules, rules->card[old->card_count + 10].title[LANGUAGE_EN]),
                        "Card 10");
    assert_true(rules->hash != old->hash);
    free(rules);

    folder_delete(folder, "cards/9-new.lua");
    folder_delete(folder, "cards/9-ten.lua");
    rules = load(folder);
    assert_true(rules->hash == old->hash);
    assert_memory_equal(rules, old, sizeof *rules);
    free(rules);
    folder_remove(folder);
}

TEST(a_file_that_sorts_first_comes_first)
{
    char folder[FOLDER_SIZE];

    shipped_folder(folder);
    folder_write(folder, "cards/1-early-extra.lua", one_card); /* '-' sorts before '.' */
    folder_write(folder, "cards/9-ten.lua", ten_cards);
    Rules *rules = load(folder);
    assert_int_equal(rules_find_card(rules, "N1"), 0);
    assert_int_equal(rules_find_card(rules, "E01"), 1);
    free(rules);
    folder_remove(folder);
}

TEST(only_files_called_lua_are_read)
{
    char folder[FOLDER_SIZE];

    shipped_folder(folder);
    folder_write(folder, "cards/1-early.lua~", "broken");
    folder_write(folder, "cards/.hidden.lua", "broken");
    folder_write(folder, "cards/notes.txt", "broken");
    folder_write(folder, "README.md", "broken");
    Rules *rules = load(folder);
    assert_true(rules->hash == shipped_rules()->hash);
    free(rules);
    folder_remove(folder);
}

/* Replaces the first `old` in a file of the folder. */
static void edit(const char *folder, const char *name, const char *old, const char *new)
{
    char path[FOLDER_SIZE + 64];
    char *text;
    size_t size;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_int_equal(file_read(&text, &size, path, NULL), STATUS_OK);
    char *at = strstr(text, old);
    char *edited = malloc(size + strlen(new) + 1);
    assert_non_null(at);
    assert_non_null(edited);
    sprintf(edited, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
    folder_write(folder, name, edited);
    free(edited);
    free(text);
}

TEST(editing_a_card_changes_its_hash_and_editing_its_title_does_not)
{
    char folder[FOLDER_SIZE];
    const Rules *old = shipped_rules();

    shipped_folder(folder);
    edit(folder, "cards/1-early.lua", "Moonshot Training Run", "Moonshot");
    Rules *rules = load(folder);
    assert_true(rules->hash == old->hash);
    free(rules);

    edit(folder, "cards/1-early.lua", "gain(\"you\", \"F\", 1)", "gain(\"you\", \"F\", 2)");
    rules = load(folder);
    assert_true(rules->hash != old->hash);
    assert_true(rules->card[0].hash != old->card[0].hash);
    assert_true(rules->card[1].hash == old->card[1].hash);
    free(rules);
    folder_remove(folder);
}

TEST(one_edited_line_adds_or_changes_a_number_a_nation_or_a_scenario)
{
    char folder[FOLDER_SIZE];

    shipped_folder(folder);
    edit(folder, "params.lua", "name = \"vpHeg\", value = 54", "name = \"vpHeg\", value = 60");
    edit(folder, "nations.lua", "id = \"Britain\", x = -2", "id = \"Britain\", x = -3");
    edit(folder, "scenarios.lua", "rounds = 3", "rounds = 2");
    Rules *rules = load(folder);
    assert_int_equal(rules->param[PARAM_HEGEMONY_LEAD], 60);
    assert_int_equal(rules->nation[0].x, -3);
    assert_int_equal(rules->scenario[0].rounds, 2);
    free(rules);
    folder_remove(folder);
}

TEST(the_order_of_the_card_files_counts_in_the_hash)
{
    char folder[FOLDER_SIZE];

    folder_make(folder);
    folder_add_file(folder, "params.lua", SHIPPED "/params.lua");
    folder_add_file(folder, "nations.lua", SHIPPED "/nations.lua");
    folder_add_file(folder, "scenarios.lua", SHIPPED "/scenarios.lua");
    folder_add_file(folder, "cards/1.lua", SHIPPED "/cards/2-mid.lua");
    folder_add_file(folder, "cards/2.lua", SHIPPED "/cards/1-early.lua");
    folder_add_file(folder, "cards/3.lua", SHIPPED "/cards/3-late.lua");
    Rules *rules = load(folder);
    assert_int_equal(rules_find_card(rules, "M01"), 0);
    assert_true(rules->hash != shipped_rules()->hash);
    free(rules);
    folder_remove(folder);
}

TEST(a_slash_at_the_end_of_the_directory_does_not_count)
{
    Rules *rules = malloc(sizeof *rules);
    Error err = {0};

    assert_non_null(rules);
    assert_int_equal(script_load_rules(rules, SHIPPED "//", &err), STATUS_OK);
    assert_true(rules->hash == shipped_rules()->hash);
    free(rules);
}

TEST(a_byte_order_mark_and_line_ends_of_other_systems_are_no_fault)
{
    char folder[FOLDER_SIZE];

    shipped_folder(folder);
    folder_write(folder, "cards/9-new.lua",
                 "\xef\xbb\xbf"
                 "card { id = 'N1', side = 'CN', era = 'mid', ops = 3,\r\n"
                 "  title = { en = 'New', zh = '新' }, concept = { en = 'New.', zh = '新。' },\r\n"
                 "  event = { reveal() } }\r\n");
    Rules *rules = load(folder);
    assert_int_equal(rules_find_card(rules, "N1"), 72);
    free(rules);
    folder_remove(folder);
}

/* ---- what cannot be read ---- */

TEST(a_directory_that_is_not_there_is_named)
{
    Rules *rules = malloc(sizeof *rules);
    Error err = {0};

    assert_non_null(rules);
    assert_int_equal(script_load_rules(rules, "nowhere", &err), STATUS_IO);
    assert_string_equal(err.text, "nowhere: expected a rules directory: there is no such file or "
                                  "directory");
    assert_int_equal(script_load_rules(rules, SHIPPED "/params.lua", &err), STATUS_IO);
    assert_non_null(
        strstr(err.text, "params.lua: expected a rules directory: expected a directory"));
    assert_int_equal(script_load_rules(rules, "", &err), STATUS_IO);
    assert_int_equal(script_load_rules(rules, "nowhere", NULL), STATUS_IO);
    free(rules);
}

TEST(a_name_that_is_too_long_is_refused)
{
    Rules *rules = malloc(sizeof *rules);
    char name[6000];
    Error err = {0};

    assert_non_null(rules);
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    assert_int_equal(script_load_rules(rules, name, &err), STATUS_IO);
    free(rules);
}

TEST(a_missing_file_is_named)
{
    static const char *const files[] = {"params.lua", "nations.lua", "scenarios.lua"};

    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        char folder[FOLDER_SIZE];
        char what[64];
        shipped_folder(folder);
        folder_delete(folder, files[i]);
        snprintf(what, sizeof what, "/%s:1: there is no such file", files[i]);
        expect_fault(folder, what);
    }
}

TEST(a_folder_without_cards_is_named)
{
    char folder[FOLDER_SIZE];

    shipped_folder(folder);
    folder_delete(folder, "cards/1-early.lua");
    folder_delete(folder, "cards/2-mid.lua");
    folder_delete(folder, "cards/3-late.lua");
    expect_fault(folder, "/cards:1: expected files of cards, named *.lua");
}

TEST(a_folder_of_cards_that_is_not_there_is_named)
{
    char folder[FOLDER_SIZE];
    char cards[FOLDER_SIZE + 8];

    folder_make(folder);
    folder_add_file(folder, "params.lua", SHIPPED "/params.lua");
    folder_add_file(folder, "nations.lua", SHIPPED "/nations.lua");
    folder_add_file(folder, "scenarios.lua", SHIPPED "/scenarios.lua");
    snprintf(cards, sizeof cards, "%s/cards", folder);
    assert_int_equal(rmdir(cards), 0);
    expect_fault(folder, "/cards:1: there is no such file");
}

TEST(a_folder_in_the_place_of_a_file_is_refused)
{
    char folder[FOLDER_SIZE];
    char path[FOLDER_SIZE + 64];
    Rules *rules = malloc(sizeof *rules);
    Error err = {0};

    assert_non_null(rules);
    shipped_folder(folder);
    snprintf(path, sizeof path, "%s/cards/9.lua", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_int_equal(script_load_rules(rules, folder, &err), STATUS_PARSE);
    assert_non_null(strstr(err.text, "/cards/9.lua:1: expected a file"));
    assert_int_equal(rmdir(path), 0);

    assert_int_equal(mkfifo(path, 0600), 0); /* reading it would wait for ever */
    assert_int_equal(script_load_rules(rules, folder, &err), STATUS_PARSE);
    assert_non_null(strstr(err.text, "/cards/9.lua:1: expected a file"));
    folder_remove(folder);
    free(rules);
}

TEST(a_file_that_may_not_be_read_is_named)
{
    char folder[FOLDER_SIZE];
    char path[FOLDER_SIZE + 64];

    if (geteuid() == 0) {
        skip(); /* root may read everything */
    }
    shipped_folder(folder);
    snprintf(path, sizeof path, "%s/cards/2-mid.lua", folder);
    assert_int_equal(chmod(path, 0), 0);
    expect_fault(folder, "/cards/2-mid.lua:1: cannot be read");
}

TEST(a_file_of_more_than_a_mebibyte_is_refused)
{
    enum { SIZE = RULE_FILE_MAX + 1 };
    char folder[FOLDER_SIZE];
    char *text = malloc(SIZE + 1);

    assert_non_null(text);
    memset(text, '\n', SIZE);
    text[SIZE] = '\0';
    shipped_folder(folder);
    folder_write(folder, "cards/9-long.lua", text + 1); /* just fits */
    free(load(folder));
    folder_write(folder, "cards/9-long.lua", text);
    free(text);
    expect_fault(folder, "/cards/9-long.lua:1: expected at most 1048576 bytes");
}

/* Writes bytes that are no C string. */
static void write_bytes(const char *folder, const char *bytes, size_t size)
{
    char path[FOLDER_SIZE + 64];

    snprintf(path, sizeof path, "%s/cards/9.lua", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

TEST(a_compiled_chunk_is_refused)
{
    static const char chunk[] = "\x1bLua\x54\x00\x19\x93\r\n\x1a\n\x04\x08\x08xV\x00\x00";
    char folder[FOLDER_SIZE];

    shipped_folder(folder);
    write_bytes(folder, chunk, sizeof chunk - 1);
    expect_fault(folder, "/cards/9.lua:1: expected Lua text, got a compiled chunk");
}

TEST(a_zero_byte_is_refused)
{
    static const char text[] = "-- one\n-- two \0\n";
    char folder[FOLDER_SIZE];

    shipped_folder(folder);
    write_bytes(folder, text, sizeof text - 1);
    expect_fault(folder, "/cards/9.lua:2: expected text, got a zero byte");
}

TEST(bytes_that_are_not_utf8_are_refused)
{
    static const char *const wrong[] = {
        "\xff", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe4\xba", "\x80"};

    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        char folder[FOLDER_SIZE];
        char text[32];
        shipped_folder(folder);
        snprintf(text, sizeof text, "-- one\n\n-- %s", wrong[i]);
        folder_write(folder, "cards/9.lua", text);
        expect_fault(folder, "/cards/9.lua:3: expected UTF-8, got another byte");
    }
}

/* ---- faults together ---- */

typedef struct FaultList {
    int count;
    char first[256], last[256];
} FaultList;

static void note_fault(void *user, const char *text)
{
    FaultList *list = user;

    if (list->count == 0) {
        snprintf(list->first, sizeof list->first, "%s", text);
    }
    snprintf(list->last, sizeof list->last, "%s", text);
    list->count++;
}

static void fail_at_fault(void *user, const char *text)
{
    (void)user;
    fail_msg("%s", text);
}

TEST(every_file_is_checked_whatever_stands_in_the_others)
{
    char folder[FOLDER_SIZE];
    Rules *rules = malloc(sizeof *rules);
    FaultList list = {0};
    const ScriptReport report = {.fault = note_fault, .user = &list};

    assert_non_null(rules);
    shipped_folder(folder);
    folder_write(folder, "params.lua", "param {");
    folder_write(folder, "cards/9.lua", "os.execute('ls')");
    assert_int_equal(script_check_rules(rules, folder, &report), STATUS_PARSE);
    folder_remove(folder);
    free(rules);
    assert_int_equal(list.count, 2); /* and no word of the parameters that are now missing */
    assert_non_null(strstr(list.first, "/params.lua:1: "));
    assert_non_null(strstr(list.last, "/cards/9.lua:1: "));
}

TEST(broken_nations_do_not_break_the_cards_that_name_them)
{
    char folder[FOLDER_SIZE];
    Rules *rules = malloc(sizeof *rules);
    FaultList list = {0};
    const ScriptReport report = {.fault = note_fault, .user = &list};

    assert_non_null(rules);
    shipped_folder(folder);
    edit(folder, "nations.lua", "id = \"Taiwan\"", "id = \"Tai wan\"");
    assert_int_equal(script_check_rules(rules, folder, &report), STATUS_PARSE);
    folder_remove(folder);
    free(rules);
    assert_int_equal(list.count, 1);
    assert_non_null(strstr(list.first, "id: expected letters, digits and '-', got 'Tai wan'"));
}

TEST(after_a_hundred_faults_a_file_is_given_up)
{
    Rules *rules = malloc(sizeof *rules);
    char folder[FOLDER_SIZE];
    FaultList list = {0};
    const ScriptReport report = {.fault = note_fault, .user = &list};

    assert_non_null(rules);
    shipped_folder(folder);
    folder_write(folder, "cards/9.lua", "for i = 1, 100000 do card { id = i } end");
    assert_int_equal(script_check_rules(rules, folder, &report), STATUS_PARSE);
    folder_remove(folder);
    free(rules);
    assert_in_range(list.count, 100, 110);
    assert_non_null(strstr(list.last, "more than 100 faults"));
}

TEST(a_text_that_is_missing_in_chinese_is_a_warning_and_shown_in_english)
{
    Rules *rules = malloc(sizeof *rules);
    char folder[FOLDER_SIZE];
    FaultList list = {0};
    const ScriptReport report = {.fault = fail_at_fault, .warning = note_fault, .user = &list};

    assert_non_null(rules);
    shipped_folder(folder);
    edit(folder, "cards/1-early.lua", ", zh = \"登月式训练\"", "");
    assert_int_equal(script_check_rules(rules, folder, &report), STATUS_OK);
    folder_remove(folder);
    assert_int_equal(list.count, 1);
    assert_non_null(strstr(list.first, ".lua:8: warning: E01: title: missing language 'zh'"));
    assert_string_equal(rules_text_in(rules, rules->card[0].title, LANGUAGE_ZH),
                        "Moonshot Training Run");
    free(rules);
}

TEST(after_a_hundred_warnings_no_more_are_shown)
{
    Rules *rules = malloc(sizeof *rules);
    char folder[FOLDER_SIZE];
    FaultList list = {0};
    const ScriptReport report = {.fault = note_fault, .warning = note_fault, .user = &list};

    assert_non_null(rules);
    shipped_folder(folder);
    folder_write(folder, "cards/9.lua",
                 "for i = 1, 2000 do card { id = 'X' .. i, side = 'US', era = 'early', ops = 1,\n"
                 "  title = { en = 'T' }, concept = { en = 'C' }, event = { gain('P', 1) } } end");
    assert_int_equal(script_check_rules(rules, folder, &report), STATUS_PARSE);
    folder_remove(folder);
    free(rules);
    assert_in_range(list.count, 100, 103); /* and that there are too many cards */
}

TEST(one_chunk_may_declare_everything)
{
    Error err = {0};
    Rules *rules = small_rules("", &err);

    assert_non_null(rules);
    assert_int_equal(rules->card_count, 1);
    assert_int_equal(rules->nation_count, 2);
    free(rules);
    assert_null(small_rules("card {}", &err));
    assert_non_null(strstr(err.text, "small.lua:"));
    assert_null(small_rules("card {}", NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_index_of_a_card_is_that_of_the_rules_text),
        cmocka_unit_test(new_files_that_sort_last_leave_all_other_items_alone),
        cmocka_unit_test(a_file_that_sorts_first_comes_first),
        cmocka_unit_test(only_files_called_lua_are_read),
        cmocka_unit_test(editing_a_card_changes_its_hash_and_editing_its_title_does_not),
        cmocka_unit_test(one_edited_line_adds_or_changes_a_number_a_nation_or_a_scenario),
        cmocka_unit_test(the_order_of_the_card_files_counts_in_the_hash),
        cmocka_unit_test(a_slash_at_the_end_of_the_directory_does_not_count),
        cmocka_unit_test(a_byte_order_mark_and_line_ends_of_other_systems_are_no_fault),
        cmocka_unit_test(a_directory_that_is_not_there_is_named),
        cmocka_unit_test(a_name_that_is_too_long_is_refused),
        cmocka_unit_test(a_missing_file_is_named),
        cmocka_unit_test(a_folder_without_cards_is_named),
        cmocka_unit_test(a_folder_of_cards_that_is_not_there_is_named),
        cmocka_unit_test(a_folder_in_the_place_of_a_file_is_refused),
        cmocka_unit_test(a_file_that_may_not_be_read_is_named),
        cmocka_unit_test(a_file_of_more_than_a_mebibyte_is_refused),
        cmocka_unit_test(a_compiled_chunk_is_refused),
        cmocka_unit_test(a_zero_byte_is_refused),
        cmocka_unit_test(bytes_that_are_not_utf8_are_refused),
        cmocka_unit_test(every_file_is_checked_whatever_stands_in_the_others),
        cmocka_unit_test(broken_nations_do_not_break_the_cards_that_name_them),
        cmocka_unit_test(after_a_hundred_faults_a_file_is_given_up),
        cmocka_unit_test(a_text_that_is_missing_in_chinese_is_a_warning_and_shown_in_english),
        cmocka_unit_test(after_a_hundred_warnings_no_more_are_shown),
        cmocka_unit_test(one_chunk_may_declare_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
