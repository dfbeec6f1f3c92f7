#include "support/position.h"

#include <stdio.h>
#include <string.h>

#include "test.h"

/* Where the value of a field begins; NULL if the text has no such field. */
static const char *find_value(const char *text, const char *field)
{
    size_t length = strlen(field);

    for (const char *at = text; at != NULL; at = strchr(at, ' ')) {
        at += *at == ' ';
        if (strncmp(at, field, length) == 0 && at[length] == '=') {
            return at + length + 1;
        }
    }
    return NULL;
}

bool position_field(char value[FIELD_SIZE], const char *text, const char *field)
{
    const char *from = find_value(text, field);

    if (from == NULL) {
        return false;
    }
    size_t length = strcspn(from, " ");
    assert_true(length < FIELD_SIZE);
    memcpy(value, from, length);
    value[length] = '\0';
    return true;
}

void position_set(char text[STATE_TEXT_SIZE], const char *field, const char *value)
{
    char rest[STATE_TEXT_SIZE];
    const char *from = find_value(text, field);

    if (from == NULL) {
        fail_msg("a state text has no field '%s'", field);
        return;
    }
    size_t start = (size_t)(from - text);
    snprintf(rest, sizeof rest, "%s", from + strcspn(from, " "));
    snprintf(text + start, STATE_TEXT_SIZE - start, "%s%s", value, rest);
}

/* Splits "name=value name=value": copies the first pair, returns what follows it. */
static const char *next_pair(char name[FIELD_SIZE], char value[FIELD_SIZE], const char *fields)
{
    const char *equals = strchr(fields, '=');
    const char *end = fields + strcspn(fields, " ");

    if (equals == NULL || equals > end) {
        fail_msg("'%s' is not name=value", fields);
        return "";
    }
    snprintf(name, FIELD_SIZE, "%.*s", (int)(equals - fields), fields);
    snprintf(value, FIELD_SIZE, "%.*s", (int)(end - equals - 1), equals + 1);
    return end + strspn(end, " ");
}

/* True if `card` is a member of the card lists and sets in `value`. */
static bool names_card(const char *value, const char *card)
{
    static const char separators[] = ",+-";
    size_t length = strlen(card);

    for (const char *at = value; *at != '\0'; at += strspn(at, separators)) {
        size_t word = strcspn(at, separators);
        if (word == length && strncmp(at, card, length) == 0) {
            return true;
        }
        at += word;
    }
    return false;
}

/* True if a field that holds cards outside the draw pile names the card. */
static bool is_elsewhere(const char *text, const char *card)
{
    static const char *const place[] = {"hand", "discard", "removed", "headline"};
    char value[FIELD_SIZE];

    for (size_t i = 0; i < sizeof place / sizeof place[0]; i++) {
        if (position_field(value, text, place[i]) && names_card(value, card)) {
            return true;
        }
    }
    return false;
}

static void fill_deck(char text[STATE_TEXT_SIZE], const Setup *setup, const Rules *rules)
{
    const Scenario *scenario = &rules->scenario[setup->scenario];
    char value[FIELD_SIZE];
    char deck[FIELD_SIZE] = "";
    int round = 0;

    assert_true(position_field(value, text, "round"));
    assert_int_equal(sscanf(value, "%d", &round), 1); /* NOLINT(cert-err34-c): a test's own text */
    for (int card = 0; card < rules->card_count; card++) {
        const char *id = rules->card[card].id;
        int era = rules->card[card].era;
        bool in_game = (scenario->deck[era][card / 64] >> (card % 64) & 1) != 0;
        int added = scenario->era_round[era];
        if (in_game && added != 0 && added <= round && !is_elsewhere(text, id)) {
            size_t length = strlen(deck);
            snprintf(deck + length, sizeof deck - length, "%s%s", length > 0 ? "," : "", id);
        }
    }
    position_set(text, "deck", deck[0] != '\0' ? deck : "-");
}

void position_text(char text[STATE_TEXT_SIZE], const Setup *setup, const Rules *rules,
                   const char *fields)
{
    State state;
    char name[FIELD_SIZE];
    char value[FIELD_SIZE];

    state_init(&state, rules, setup);
    state_print(text, &state, rules);
    position_set(text, "phase", "action");
    position_set(text, "hand", setup->seat_count == 2 ? "-,-" : "-,-,-,-");
    if (rules_scenario_has(rules, setup->scenario, SYSTEM_PLATEAU)) {
        position_set(text, "T", "8");
    }
    for (const char *rest = fields; *rest != '\0';) {
        rest = next_pair(name, value, rest);
        position_set(text, name, value);
    }
    if (find_value(fields, "deck") == NULL) {
        fill_deck(text, setup, rules);
    }
}

void position_make(State *state, const Setup *setup, const Rules *rules, const char *fields)
{
    char text[STATE_TEXT_SIZE];
    Error err = {0};

    position_text(text, setup, rules, fields);
    if (state_parse(state, setup, text, rules, &err) != STATUS_OK) {
        fail_msg("%s\n%s", err.text, text);
    }
}

void position_play(State *state, const Rules *rules, const char *action)
{
    Action parsed = {0};
    Error err = {0};

    if (action_parse(&parsed, action, rules, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    if (!state_is_legal(state, rules, parsed)) {
        char text[STATE_TEXT_SIZE];
        state_print(text, state, rules);
        fail_msg("'%s' is not legal in\n%s", action, text);
    }
    state_apply(state, rules, parsed, NULL);
    if (state_check(state, rules, &err) != STATUS_OK) {
        fail_msg("after '%s': %s", action, err.text);
    }
}

static void expect_field(const char *text, const char *name, const char *expected)
{
    char value[FIELD_SIZE];

    if (!position_field(value, text, name)) {
        fail_msg("a state text has no field '%s'", name);
    }
    if (strcmp(value, expected) != 0) {
        fail_msg("%s=%s, expected %s, in\n%s", name, value, expected, text);
    }
}

void position_expect(const State *state, const Rules *rules, const char *fields)
{
    char text[STATE_TEXT_SIZE];
    char name[FIELD_SIZE];
    char expected[FIELD_SIZE];

    state_print(text, state, rules);
    for (const char *rest = fields; *rest != '\0';) {
        rest = next_pair(name, expected, rest);
        expect_field(text, name, expected);
    }
}
