/* Saved games and settings as files: listed, renamed, deleted, copied; written whole or not at all. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/play_settings.h"
#include "app/saves.h"
#include "core/rules.h"
#include "match/match.h"
#include "support/shipped.h"
#include "test.h"
#include "ui/theme.h"

enum { PATH = 512 };

static char home[PATH];

static void path_of(char path[DATA_PATH_SIZE], const char *save)
{
    Error err;

    assert_int_equal(saves_path(path, save, &err), STATUS_OK);
}

/* A journal of a few random decisions, or of a whole game. */
static void make_save(const char *name, int decisions)
{
    char path[DATA_PATH_SIZE];
    MatchSetup setup = {
        .game = {.seed = 1,
                 .scenario = rules_find_scenario(shipped_rules(), "lesson-1"),
                 .seat_count = 2},
        .seat =
            {[0] = {PLAYER_BOT, &bot_random, "random"}, [2] = {PLAYER_BOT, &bot_random, "random"}},
        .journal_path = path};
    Match *match;
    Error err;

    path_of(path, name);
    assert_int_equal(match_new(&match, shipped_rules(), &setup, &err), STATUS_OK);
    for (int n = 0; n < decisions && !match_is_over(match); n++) {
        assert_int_equal(match_step_bot(match, &err), STATUS_OK);
    }
    match_free(match);
}

static void write_text(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static bool is_there(const char *path)
{
    return access(path, F_OK) == 0;
}

/* NOLINTBEGIN(concurrency-mt-unsafe): one thread, and a folder of its own */

static int set_up(void **state)
{
    char path[2 * PATH];
    char base[] = "/tmp/tpd-saves-XXXXXX";

    (void)state;
    assert_non_null(mkdtemp(base));
    snprintf(home, sizeof home, "%s", base);
    setenv("XDG_DATA_HOME", home, 1);
    setenv("XDG_CONFIG_HOME", home, 1);
    setenv("HOME", home, 1);
    snprintf(path, sizeof path, "%s/tpd", home);
    return mkdir(path, 0700);
}

static int tear_down(void **state)
{
    char command[PATH + 16];

    (void)state;
    snprintf(command, sizeof command, "rm -r '%s'", home);
    return system(command); /* NOLINT(cert-env33-c): a name that mkdtemp() made */
}

/* ---- saved games ---- */

TEST(saves_are_listed_with_what_they_are)
{
    SaveLine line[SAVES_MAX];
    char path[DATA_PATH_SIZE];

    assert_int_equal(saves_list(line, shipped_rules()), 0);
    make_save("whole", 10000);
    make_save("begun", 3);
    path_of(path, "noise");
    write_text(path, "this is no journal\n");
    path_of(path, "empty");
    write_text(path, "");
    path_of(path, "foreign");
    write_text(path, "journal 1 scenario=elsewhere seats=4 seed=1 rules=0\nround 2 h=1\n");
    int count = saves_list(line, shipped_rules());
    assert_int_equal(count, 5);
    for (int i = 0; i < count; i++) {
        const SaveLine *save = &line[i];
        bool broken = strcmp(save->name, "noise") == 0 || strcmp(save->name, "empty") == 0;
        assert_int_equal(save->broken, broken);
        assert_int_equal(save->over, strcmp(save->name, "whole") == 0);
        if (strcmp(save->name, "begun") == 0) {
            assert_int_equal(save->decisions, 3);
            assert_int_equal(save->round, 1);
            assert_int_equal(save->scenario, rules_find_scenario(shipped_rules(), "lesson-1"));
        }
        if (strcmp(save->name, "foreign") == 0) {
            assert_int_equal(save->scenario, -1);
            assert_int_equal(save->seat_count, 4);
        }
    }
}

TEST(a_save_takes_its_agreement_to_its_new_name)
{
    const Agreement agreement = {.open_hands = true, .timer = 5, .name = {[2] = "李 an=b"}};
    Agreement again;
    char path[DATA_PATH_SIZE];
    Error err;

    make_save("one", 2);
    make_save("other", 2);
    path_of(path, "one");
    assert_int_equal(saves_write_agreement(path, &agreement, &err), STATUS_OK);
    assert_int_equal(saves_rename("one", "an evening", &err), STATUS_OK);
    assert_false(is_there(path));
    path_of(path, "an evening");
    saves_read_agreement(path, &again);
    assert_memory_equal(&again, &agreement, sizeof again);
    assert_int_equal(saves_rename("an evening", "other", &err), STATUS_IO);
    assert_string_equal(err.text, "'other' is the name of another game");
    assert_int_equal(saves_rename("an evening", "../other", &err), STATUS_PARSE);
    assert_int_equal(saves_rename("an evening", "", &err), STATUS_PARSE);
    assert_int_equal(saves_rename("an evening", ".hidden", &err), STATUS_PARSE);
    assert_int_equal(saves_rename("an evening", "two\nlines", &err), STATUS_PARSE);
    assert_true(is_there(path));
}

TEST(a_deleted_save_is_gone_with_its_agreement)
{
    const Agreement agreement = {.timer = 1};
    SaveLine line[SAVES_MAX];
    char path[DATA_PATH_SIZE];
    Error err;

    make_save("one", 2);
    path_of(path, "one");
    assert_int_equal(saves_write_agreement(path, &agreement, &err), STATUS_OK);
    assert_int_equal(saves_delete("one", &err), STATUS_OK);
    assert_int_equal(saves_list(line, shipped_rules()), 0);
    snprintf(path, sizeof path, "%s/tpd/one.table", home);
    assert_false(is_there(path));
    assert_int_equal(saves_delete("one", &err), STATUS_IO);
}

TEST(a_copy_is_the_same_and_overwrites_nothing)
{
    char path[HOST_PATH_SIZE];
    char wanted[2 * PATH];
    char command[4 * PATH];
    Error err;

    make_save("one", 4);
    saves_export_path("one", path);
    snprintf(wanted, sizeof wanted, "%s/one.journal", home);
    assert_string_equal(path, wanted);
    assert_int_equal(saves_export("one", path, &err), STATUS_OK);
    snprintf(command, sizeof command, "cmp -s '%s/one.journal' '%s/tpd/one.journal'", home, home);
    assert_int_equal(system(command), 0); /* NOLINT(cert-env33-c): names of this test */
    assert_int_equal(saves_export("one", path, &err), STATUS_IO);
    assert_non_null(strstr(err.text, "is there already"));
    assert_int_equal(saves_export("one", "/nowhere/at/all", &err), STATUS_IO);
    assert_int_equal(saves_export("none", "/tmp/tpd-none", &err), STATUS_IO);
    assert_false(is_there("/tmp/tpd-none"));
}

/* ---- settings ---- */

TEST(settings_are_kept_whatever_was_there)
{
    Settings settings;
    Settings again;
    char fault[SETTINGS_FAULT_SIZE];
    char path[2 * PATH];
    Error err;

    settings_load(&settings, fault);
    assert_string_equal(fault, "");
    settings.theme = THEME_PROJECTOR;
    assert_int_equal(settings_save(&settings, &err), STATUS_OK);
    settings_load(&again, fault);
    assert_memory_equal(&again, &settings, sizeof again);
    snprintf(path, sizeof path, "%s/tpd/settings", home);
    write_text(path, "theme=mauve\nscale-percent=200\n");
    settings_load(&again, fault);
    assert_int_equal(again.theme, THEME_DARK);
    assert_int_equal(again.scale, 200);
    assert_non_null(strstr(fault, "settings:1: theme: expected dark or projector"));
    assert_int_equal(settings_save(&settings, &err), STATUS_OK);
    settings_load(&again, fault);
    assert_string_equal(fault, "");
}

/* A folder in the place of the file, and a place that is no folder. */
TEST(settings_that_cannot_be_kept_say_so_and_stop_nothing)
{
    Settings settings;
    char fault[SETTINGS_FAULT_SIZE];
    char path[2 * PATH];
    Error err;

    snprintf(path, sizeof path, "%s/tpd/settings", home);
    assert_int_equal(mkdir(path, 0700), 0);
    settings_load(&settings, fault);
    assert_true(fault[0] != '\0');
    assert_int_equal(settings.theme, THEME_DARK);
    assert_int_equal(settings_save(&settings, &err), STATUS_IO);
    assert_non_null(strstr(err.text, "tpd/settings: "));
    setenv("XDG_CONFIG_HOME", "/dev/null", 1);
    settings_load(&settings, fault);
    assert_int_equal(settings_save(&settings, &err), STATUS_IO);
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("HOME");
    assert_int_equal(settings_save(&settings, &err), STATUS_IO);
    assert_non_null(strstr(err.text, "there is no place for settings"));
}

/* NOLINTEND(concurrency-mt-unsafe) */

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(saves_are_listed_with_what_they_are, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_save_takes_its_agreement_to_its_new_name, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_deleted_save_is_gone_with_its_agreement, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_copy_is_the_same_and_overwrites_nothing, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(settings_are_kept_whatever_was_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(settings_that_cannot_be_kept_say_so_and_stop_nothing,
                                        set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
