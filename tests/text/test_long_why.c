/* Every number of many positions, as a player reads it: the printed amounts add up to it, in both
 * languages, and no word is left untranslated. */

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/explain.h"
#include "core/rng.h"
#include "core/view.h"
#include "support/shipped.h"
#include "support/voices.h"
#include "test.h"
#include "text/text.h"
#include "text/why.h"
#include "text/width.h"

enum { STATES = 1000, DECISIONS_MOST = 260 };

/* A why under scrutiny. */
typedef struct Reading {
    const Voice *voice;
    const State *state;
    const char *text;
} Reading;

static void fail_reading(const Reading *reading, const char *what)
{
    char state[STATE_TEXT_SIZE];

    state_print(state, reading->state, shipped_rules());
    fail_msg("%s:\n%s%s", what, reading->text, state);
}

/* ---- untranslated words ---- */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_english_in_chinese(const char *word, int length)
{
    static const char *const accepted[] = {"API", "AI"};

    for (size_t i = 0; i < sizeof accepted / sizeof accepted[0]; i++) {
        if (strlen(accepted[i]) == (size_t)length &&
            strncmp(accepted[i], word, (size_t)length) == 0) {
            return true;
        }
    }
    return false;
}

static void check_chinese(const Reading *reading)
{
    for (const char *at = reading->text; *at != '\0';) {
        int length = 0;
        while (is_letter(at[length])) {
            length++;
        }
        if (length > 0 && !is_english_in_chinese(at, length)) {
            fail_reading(reading, "an untranslated word");
        }
        at += length > 0 ? length : 1;
    }
}

/* Chinese characters and marks have three bytes from e3 on; the English text has none. */
static void check_english(const Reading *reading)
{
    for (const char *at = reading->text; *at != '\0'; at++) {
        if ((unsigned char)*at >= 0xe3) {
            fail_reading(reading, "Chinese within English");
        }
    }
}

static void check_words(const Reading *reading)
{
    if (strpbrk(reading->text, "{}\004") != NULL) {
        fail_reading(reading, "a placeholder that nothing has filled");
    }
    if (reading->voice->language == LANGUAGE_ZH) {
        check_chinese(reading);
    } else {
        check_english(reading);
    }
}

/* ---- lines ---- */

static int next_line(char line[WHY_TEXT_SIZE], const char **at)
{
    size_t length = strcspn(*at, "\n");

    memcpy(line, *at, length);
    line[length] = '\0';
    *at += length + 1;
    return (int)length;
}

/* The number at the beginning of a line behind blanks and `mark`; false if none stands there. */
static bool read_number(int *number, const char *line, const char *mark)
{
    static const char minus[] = "−";
    int sign = 1;

    line += strspn(line, " ");
    if (strncmp(line, mark, strlen(mark)) != 0) {
        return false;
    }
    line += strlen(mark);
    if (strncmp(line, minus, sizeof minus - 1) == 0) {
        sign = -1;
        line += sizeof minus - 1;
    } else if (*line == '+') {
        line++;
    }
    if (*line < '0' || *line > '9') {
        return false;
    }
    *number = sign * (int)strtol(line, NULL, 10);
    return true;
}

/* What the text says: the sum of its amounts, its total, and how many amounts there are. */
typedef struct Sum {
    int amounts, total, count;
    bool has_total;
} Sum;

static Sum read_sum(const Reading *reading)
{
    char line[WHY_TEXT_SIZE];
    const char *at = reading->text;
    const char *end = at + strlen(at);
    Sum sum = {0};
    int amount;

    for (int i = 0; at < end; i++) {
        int length = next_line(line, &at);
        if (length == 0 || text_width(line) > WHY_COLUMNS) {
            fail_reading(reading, "an empty or too wide line");
        }
        if (i == 0 || sum.has_total) {
            continue;
        }
        if (read_number(&amount, line, "= ")) {
            sum.total = amount;
            sum.has_total = true;
        } else if (read_number(&amount, line, "")) {
            sum.amounts += amount;
            sum.count++;
        }
    }
    return sum;
}

static void check_number(const Voice *voice, const State *state, const Explanation *explanation)
{
    char text[WHY_TEXT_SIZE];
    const Reading reading = {voice, state, text};

    why_print(text, sizeof text, voice, shipped_rules(), explanation);
    check_words(&reading);
    Sum sum = read_sum(&reading);
    if (!sum.has_total || sum.total != explanation->value || sum.amounts != explanation->value ||
        sum.count != explanation->term_count) {
        fail_reading(&reading, "amounts that do not add up to the number");
    }
}

static void check_favourite(const Voice *voice, const State *state, int nation)
{
    char text[WHY_TEXT_SIZE];
    const WhyAsker asker = {.voice = voice, .rules = shipped_rules(), .state = state};
    const Reading reading = {voice, state, text};
    Favourite favourite;

    explain_favourite(&favourite, state, shipped_rules(), nation);
    why_print_favourite(text, sizeof text, &asker, nation);
    check_words(&reading);
    Sum sum = read_sum(&reading);
    int appeals = 0;
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        appeals += favourite.appeal[stack];
    }
    if (sum.count != STACK_COUNT || sum.amounts != appeals) {
        fail_reading(&reading, "appeals that are not those of the nation");
    }
    const char *result = favourite.stack < 0 ? "" : text_stack(voice, (Stack)favourite.stack);
    size_t title = strcspn(text, "\n");
    if (title < strlen(result) ||
        strncmp(text + title - strlen(result), result, strlen(result)) != 0) {
        fail_reading(&reading, "a title that does not end with the favourite");
    }
}

/* ---- positions ---- */

static void check_question(const State *state, Question question)
{
    Explanation explanation;

    explain_number(&explanation, state, shipped_rules(), question);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        check_number(voices_in((Language)language), state, &explanation);
    }
}

static void check_objects(const State *state, Number number, int subject)
{
    const NumberInfo *info = &explain_numbers[number];
    int objects = explain_count(info->object, shipped_rules());

    for (int object = 0; object < objects; object++) {
        if (explain_has(info->object, object, state)) {
            check_question(state, (Question){number, subject, object});
        }
    }
}

static void check_subjects(const State *state, Number number)
{
    const NumberInfo *info = &explain_numbers[number];
    int subjects = explain_count(info->subject, shipped_rules());

    for (int subject = 0; subject < subjects; subject++) {
        if (explain_has(info->subject, subject, state)) {
            check_objects(state, number, subject);
        }
    }
}

static void check_state(const State *state)
{
    for (int number = 0; number < NUMBER_COUNT; number++) {
        check_subjects(state, (Number)number);
    }
    for (int nation = 0; nation < shipped_rules()->nation_count; nation++) {
        check_favourite(voices_in(LANGUAGE_EN), state, nation);
        check_favourite(voices_in(LANGUAGE_ZH), state, nation);
        check_favourite(voices_neutral_in(LANGUAGE_EN), state, nation);
        check_favourite(voices_neutral_in(LANGUAGE_ZH), state, nation);
    }
}

/* A position of a random game, at any of its decisions; what one seat knows of it, or all. */
static State position_of(int game)
{
    uint64_t key = rng_key((uint64_t)game);
    Setup setup = variant_setup(game % variant_count(shipped_rules()), (uint64_t)game);
    int decisions = rng_below(rng_hash(key, STREAM_SAMPLE, 1, 0, 0), DECISIONS_MOST);
    State state;
    View view;

    state_init(&state, shipped_rules(), &setup);
    for (int decision = 0; decision < decisions && !state_is_terminal(&state); decision++) {
        ActionList legal;
        state_legal_actions(&state, shipped_rules(), &legal);
        state_apply(&state, shipped_rules(), policy_choose(key, decision, &legal), NULL);
    }
    if (game % 2 == 0) {
        return state;
    }
    view_of(&view, &state, shipped_rules(), SEAT_NOBODY);
    return view.known;
}

TEST(every_why_adds_up_to_its_number_in_both_languages)
{
    if (!voices_have_chinese()) {
        skip();
    }
    for (int game = 0; game < scaled(STATES); game++) {
        State state = position_of(game);
        check_state(&state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_why_adds_up_to_its_number_in_both_languages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
