/* Everything that can be named has a name in both languages, and everything that happens a line. */

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "core/rng.h"
#include "support/catalogues.h"
#include "support/shipped.h"
#include "test.h"
#include "text/text.h"
#include "text/width.h"

/* Latin words that stand in Chinese texts as well. */
static bool is_allowed(const char *word, size_t length)
{
    static const char *const words[] = {"API", "AI", "GPU", "x", "y"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strlen(words[i]) == length && strncmp(word, words[i], length) == 0) {
            return true;
        }
    }
    return rules_find_card(shipped_rules(), (char[4]){word[0], word[1], word[2], '\0'}) >= 0;
}

/* The first word of English in the text; NULL if there is none. */
static const char *find_english(const char *text, size_t *length)
{
    for (const char *at = text; *at != '\0'; at += *length > 0 ? *length : 1) {
        for (*length = 0; isalpha((unsigned char)at[*length]) != 0;) {
            (*length)++;
        }
        if (*length > 0 && !is_allowed(at, *length)) {
            return at;
        }
    }
    return NULL;
}

/* Not empty, and no word of English is left. */
static void expect_chinese(const char *text)
{
    size_t length = 0;
    const char *english = find_english(text, &length);

    assert_string_not_equal(text, "");
    if (english != NULL) {
        fail_msg("'%.*s' is not translated: %s", (int)length, english, text);
    }
}

static void expect_label(const Voice *voice, const char *label)
{
    if (voice->language == LANGUAGE_ZH) {
        expect_chinese(label);
    } else if (label[0] == '\0') {
        fail_msg("an empty label");
    }
    assert_in_range(text_width(label), 1, 60);
}

static void expect_small_labels(const Voice *voice)
{
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        expect_label(voice, text_bloc(voice, (Bloc)bloc));
        expect_label(voice, text_seat(voice, 2, 2 * bloc));
    }
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        expect_label(voice, text_stack(voice, (Stack)stack));
        expect_label(voice, text_seat(voice, 4, stack));
    }
    for (int i = 0; i < 2; i++) {
        expect_label(voice, text_licence(voice, (Licence)i));
    }
    for (int ending = 0; ending <= ENDING_CATASTROPHE; ending++) {
        expect_label(voice, text_ending(voice, (Ending)ending));
        expect_label(voice, text_era(voice, (Era)ending));
        expect_label(voice, text_card_side(voice, (CardSide)ending));
        expect_label(voice, text_modifier(voice, (Modifier)ending));
    }
    for (int i = 0; i <= PHASE_END; i++) {
        expect_label(voice, text_phase(voice, (Phase)i));
        expect_label(voice, text_need(voice, (Need)i));
        expect_label(voice, text_tile(voice, (Tile)i));
        expect_label(voice, text_tile_meaning(voice, (Tile)i));
        expect_label(voice, text_decision(voice, (DecisionKind)i));
        expect_label(voice, text_score_item(voice, (ScoreItem)i));
    }
}

static void expect_large_labels(const Voice *voice)
{
    for (int track = 0; track < TRACK_COUNT; track++) {
        expect_label(voice, text_track(voice, (Track)track));
        expect_label(voice, text_track_meaning(voice, (Track)track));
    }
    for (int system = 0; system < SYSTEM_COUNT; system++) {
        expect_label(voice, text_system(voice, (System)system));
    }
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        expect_label(voice, text_verb(voice, (Verb)verb));
        expect_label(voice, text_verb_meaning(voice, (Verb)verb));
    }
    for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++) {
        expect_label(voice, text_role(voice, (Role)role));
    }
    assert_string_equal(text_role(voice, ROLE_NONE), "");
    assert_string_equal(text_system(voice, SYSTEM_NONE), "");
}

TEST(everything_has_a_label_in_english)
{
    const Voice voice = {.language = LANGUAGE_EN};

    expect_small_labels(&voice);
    expect_large_labels(&voice);
}

TEST(everything_has_a_label_in_chinese)
{
    Voice voice;

    if (!chinese_voice(&voice)) {
        skip();
    }
    expect_small_labels(&voice);
    expect_large_labels(&voice);
    catalogue_close(voice.catalogue);
}

TEST(labels_are_words_that_people_use)
{
    const Voice voice = {.language = LANGUAGE_EN};

    assert_string_equal(text_seat(&voice, 2, 2), "China");
    assert_string_equal(text_seat(&voice, 4, 2), "China closed");
    assert_string_equal(text_track(&voice, TRACK_COMPUTE), "Compute");
    assert_string_equal(text_tile(&voice, TILE_MINERALS), "MINERALS");
    assert_string_equal(text_card_side(&voice, SIDE_NEUTRAL), "neutral");
}

TEST(places_have_two_sets_of_labels)
{
    const Rules *rules = shipped_rules();
    const Voice geographic = {.language = LANGUAGE_EN};
    const Voice neutral = {.language = LANGUAGE_EN, .names = NAMES_NEUTRAL};
    int nation = rules_find_nation(rules, "Gulf-States");
    int card = rules_find_card(rules, "M07");
    char title[LABEL_TEXT_SIZE];

    assert_string_equal(text_nation(&geographic, rules, nation), "Gulf States");
    assert_string_equal(text_nation(&neutral, rules, nation), "Gulf Fund");
    text_card_title(title, sizeof title, &geographic, rules, card);
    assert_string_equal(title, "Gulf States Mega-Campus");
    text_card_title(title, sizeof title, &neutral, rules, card);
    assert_string_equal(title, "Gulf Fund Mega-Campus");
}

/* ---- actions ---- */

static void expect_actions(const Voice *voice)
{
    const Rules *rules = shipped_rules();
    char text[ACTION_LABEL_SIZE];

    for (int number = 0; number < ACTION_NUMBER_MAX; number++) {
        Action action;
        char canonical[ACTION_TEXT_SIZE];
        Action back;
        if (!action_from_number(&action, number) || action_print(canonical, action, rules) <= 0 ||
            action_parse(&back, canonical, rules, NULL) != STATUS_OK) {
            continue; /* there is no such card or nation */
        }
        assert_in_range(text_action(text, sizeof text, voice, rules, action), 2, sizeof text - 1);
        assert_null(strchr(text, '{'));
        if (voice->language == LANGUAGE_ZH) {
            expect_chinese(text);
        }
    }
}

TEST(every_action_is_said_in_both_languages)
{
    Voice voice = {.language = LANGUAGE_EN};

    expect_actions(&voice);
    if (chinese_voice(&voice)) {
        expect_actions(&voice);
        catalogue_close(voice.catalogue);
    }
}

static void expect_action(const Voice *voice, const char *canonical, const char *expected)
{
    Action action;
    char text[ACTION_LABEL_SIZE];

    assert_int_equal(action_parse(&action, canonical, shipped_rules(), NULL), STATUS_OK);
    text_action(text, sizeof text, voice, shipped_rules(), action);
    assert_string_equal(text, expected);
}

TEST(an_action_says_what_it_is_done_to)
{
    const Voice voice = {.language = LANGUAGE_EN};
    const Voice neutral = {.language = LANGUAGE_EN, .names = NAMES_NEUTRAL};

    expect_action(&voice, "court open India", "Court India: toward open models");
    expect_action(&neutral, "court open India", "Court Southern Giant: toward open models");
    expect_action(&voice, "impose CHIPS", "Impose CHIPS");
    expect_action(&voice, "event E05", "Event: E05 Venture Flood");
    expect_action(&voice, "train", "Train: Frontier +1");
    expect_action(&voice, "option 2", "The second");
}

/* ---- the log ---- */

typedef struct Heard {
    int kinds[EVENT_KIND_COUNT]; /* lines of each */
} Heard;

static void expect_line(const Voice *voice, const Event *event, int seats, Heard *heard)
{
    char text[EVENT_TEXT_SIZE];
    int length = text_event(text, voice, shipped_rules(), event, seats);

    assert_int_equal(length, (int)strlen(text));
    if (length == 0) {
        return;
    }
    heard->kinds[event->kind]++;
    assert_null(strchr(text, '{'));
    if (voice->language == LANGUAGE_ZH) {
        expect_chinese(text);
    }
}

static void hear_game(const Voice *voice, int variant, uint64_t seed, Heard *heard)
{
    const Rules *rules = shipped_rules();
    Setup setup = variant_setup(variant, seed);
    EventLog *log = malloc(sizeof *log);
    State state;

    assert_non_null(log);
    event_log_init(log, NULL, NULL);
    state_init(&state, rules, &setup);
    for (int decision = 0; !state_is_terminal(&state); decision++) {
        ActionList legal;
        state_legal_actions(&state, rules, &legal);
        event_log_clear(log);
        state_apply(&state, rules, policy_choose(rng_key(seed), decision, &legal), log);
        for (int i = 0; i < log->count; i++) {
            expect_line(voice, &log->item[i], setup.seat_count, heard);
        }
    }
    free(log);
}

static void expect_heard(const Heard *heard, int kind)
{
    if (heard->kinds[kind] == 0) {
        fail_msg("'%s' never had a line", vocab_event[kind].name);
    }
}

static void expect_all_heard(const Voice *voice)
{
    Heard heard = {{0}};

    for (int variant = 0; variant < variant_count(shipped_rules()); variant++) {
        for (uint64_t seed = 1; seed <= 6; seed++) {
            hear_game(voice, variant, seed, &heard);
        }
    }
    for (int kind = 0; kind < EVENT_KIND_COUNT; kind++) {
        expect_heard(&heard, kind);
    }
}

TEST(whatever_happens_in_a_game_has_a_line_in_english)
{
    const Voice voice = {.language = LANGUAGE_EN};

    expect_all_heard(&voice);
}

TEST(whatever_happens_in_a_game_has_a_line_in_chinese)
{
    Voice voice;

    if (!chinese_voice(&voice)) {
        skip();
    }
    expect_all_heard(&voice);
    catalogue_close(voice.catalogue);
}

static void expect_event(Event event, int seats, const char *expected)
{
    const Voice voice = {.language = LANGUAGE_EN};
    char text[EVENT_TEXT_SIZE];

    text_event(text, &voice, shipped_rules(), &event, seats);
    assert_string_equal(text, expected);
}

TEST(a_line_says_who_what_and_how_much)
{
    expect_event((Event){.kind = EVENT_TRACK, .subject = SLOT_TRUST + 1, .a = 3, .b = 2}, 2,
                 "China: Trust −1, 3 → 2");
    expect_event((Event){.kind = EVENT_TRACK, .subject = SLOT_PRICE, .a = 5, .b = 6}, 2,
                 "Price +1: 5 → 6");
    expect_event((Event){.kind = EVENT_TRACK, .subject = SLOT_COMPUTE + 2, .a = 5, .b = 9}, 4,
                 "China closed: Compute +4, 5 → 9");
    expect_event((Event){.kind = EVENT_TRACK, .subject = SLOT_CONTROL, .a = 0, .b = 1}, 2,
                 "CHIPS is in force, stage 1");
    expect_event((Event){.kind = EVENT_TRACK, .subject = SLOT_CONTROL, .a = 2, .b = 0}, 2,
                 "CHIPS is lifted");
    expect_event((Event){.kind = EVENT_TRACK, .subject = SLOT_KNOWN, .a = 0, .b = 1}, 2, "");
    expect_event((Event){.kind = EVENT_MOVED, .a = -1 * 16 + 2, .b = 0 * 16 - 3}, 2,
                 "Britain moves: (−1, 2) → (0, −3)");
    expect_event((Event){.kind = EVENT_DREW, .subject = 2, .a = -1}, 2, "China draws a card");
    expect_event((Event){.kind = EVENT_DREW, .subject = 2, .a = 0}, 2,
                 "China draws E01 Moonshot Training Run");
    expect_event((Event){.kind = EVENT_SCORED, .subject = SCORE_STOCK, .a = 5, .b = 4}, 2,
                 "Capital stock: China +4 VP");
    expect_event((Event){.kind = EVENT_INCIDENT, .subject = 3, .a = 2}, 2,
                 "No incident: the die shows 3, more than 2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_has_a_label_in_english),
        cmocka_unit_test(everything_has_a_label_in_chinese),
        cmocka_unit_test(labels_are_words_that_people_use),
        cmocka_unit_test(places_have_two_sets_of_labels),
        cmocka_unit_test(every_action_is_said_in_both_languages),
        cmocka_unit_test(an_action_says_what_it_is_done_to),
        cmocka_unit_test(whatever_happens_in_a_game_has_a_line_in_english),
        cmocka_unit_test(whatever_happens_in_a_game_has_a_line_in_chinese),
        cmocka_unit_test(a_line_says_who_what_and_how_much),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
