/* The text of settings: what is right in it counts, whatever else stands there. */

#include <string.h>

#include "support/shipped.h"
#include "test.h"
#include "ui/settings.h"
#include "ui/theme.h"

static int read(Settings *settings, const char *text, char fault[SETTINGS_FAULT_SIZE])
{
    settings_init(settings);
    return settings_read(settings, "settings", text, fault);
}

TEST(settings_that_were_printed_are_read_again)
{
    Settings settings;
    Settings again;
    char text[SETTINGS_TEXT_SIZE];
    char fault[SETTINGS_FAULT_SIZE];

    settings_init(&settings);
    assert_int_equal(settings.theme, THEME_DARK);
    assert_int_equal(settings.scale, 100);
    settings.theme = THEME_PROJECTOR;
    settings.animation = SPEED_INSTANT;
    settings.scale = 200;
    settings.language = LANGUAGE_ZH;
    settings.tutorial_offered = 1;
    settings.width = 16384;
    assert_true(settings_print(text, &settings) < SETTINGS_TEXT_SIZE);
    assert_int_equal(read(&again, text, fault), 0);
    assert_string_equal(fault, "");
    assert_memory_equal(&again, &settings, sizeof settings);
}

TEST(a_wrong_line_is_told_and_does_not_count)
{
    Settings settings;
    char fault[SETTINGS_FAULT_SIZE];

    assert_int_equal(read(&settings, "# mine\n\ntheme=pink\nscale-percent=150\r\n", fault), 1);
    assert_string_equal(fault, "settings:3: theme: expected dark or projector, found 'pink'");
    assert_int_equal(settings.theme, THEME_DARK);
    assert_int_equal(settings.scale, 150);
    assert_int_equal(read(&settings, "scale-percent=99\nx\n", fault), 2);
    assert_string_equal(fault,
                        "settings:1: scale-percent: expected a number from 100 to 300, found '99'");
    assert_int_equal(read(&settings, "colour=red\ntheme=projector", fault), 1);
    assert_string_equal(fault, "settings:1: unknown setting 'colour'");
    assert_int_equal(settings.theme, THEME_PROJECTOR);
    assert_int_equal(read(&settings, "animation", fault), 1);
    assert_string_equal(fault, "settings:1: expected key=value, found 'animation'");
}

/* Numbers with signs, blanks or too many digits, control characters, a line without an end. */
TEST(noise_leaves_the_usual_settings)
{
    static const char *const noise[] = {"width=-1",      "width= 900",   "width=99999999999",
                                        "width=900x",    "\x01\x02\x03", "=",
                                        "theme=\x1b[2J", "display=64",   "theme=dark=dark"};
    Settings usual;
    Settings settings;
    char fault[SETTINGS_FAULT_SIZE];
    char long_line[5000];

    settings_init(&usual);
    for (size_t i = 0; i < sizeof noise / sizeof noise[0]; i++) {
        assert_int_equal(read(&settings, noise[i], fault), 1);
        assert_memory_equal(&settings, &usual, sizeof usual);
        assert_true(fault[0] != '\0' && strpbrk(fault, "\n\x1b\x01") == NULL);
    }
    memset(long_line, 'x', sizeof long_line);
    long_line[sizeof long_line - 1] = '\0';
    assert_int_equal(read(&settings, long_line, fault), 1);
    assert_int_equal(read(&settings, "", fault), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settings_that_were_printed_are_read_again),
        cmocka_unit_test(a_wrong_line_is_told_and_does_not_count),
        cmocka_unit_test(noise_leaves_the_usual_settings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
