#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "capi/tpd.h"
#include "capi/vector.h"
#include "core/action.h"
#include "core/legal.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/view.h"
#include "core/vocab.h"
#include "script/script.h"

_Static_assert((int)TPD_ACTION_COUNT == (int)ACTION_NUMBER_MAX, "action.h numbers the actions");
_Static_assert((int)TPD_LEGAL_MAX == (int)ACTIONS_MAX, "action.h says how long a list is");
_Static_assert((int)TPD_SEAT_COUNT == (int)SEATS_MAX, "vocab.h counts the seats");
_Static_assert((int)TPD_TEXT_SIZE == (int)ACTION_TEXT_SIZE, "action.h says how long a text is");
_Static_assert((int)TPD_ERROR_SIZE == sizeof((Error *)0)->text, "status.h says how long a line is");
_Static_assert((int)TPD_OK == (int)STATUS_OK && (int)TPD_ILLEGAL == (int)STATUS_ILLEGAL &&
                   (int)TPD_PARSE == (int)STATUS_PARSE && (int)TPD_IO == (int)STATUS_IO &&
                   (int)TPD_MEMORY == (int)STATUS_MEMORY && (int)TPD_FULL == (int)STATUS_FULL,
               "answers are those of status.h");

struct TpdRules {
    int first_number[VERB_COUNT]; /* action_number() of the verb with argument 0 */
    Rules rules;
};

struct TpdGame {
    const TpdRules *rules;
    State state;
    bool listed;  /* `set` and `number` are those of this position */
    LegalSet set; /* not of a game that is over: then nothing is legal */
    int count;
    int16_t number[ACTIONS_MAX];
};

int tpd_abi_version(void)
{
    return TPD_ABI_VERSION;
}

int tpd_action_count(void)
{
    return TPD_ACTION_COUNT;
}

int tpd_view_size(void)
{
    return TPD_VIEW_SIZE;
}

/* The message without the source line that may follow it. */
static int answer(const Error *err, char *error)
{
    if (error != NULL) {
        snprintf(error, TPD_ERROR_SIZE, "%.*s", (int)strcspn(err->text, "\n"), err->text);
    }
    return err->status;
}

/* ---- rules ---- */

int tpd_rules_load(TpdRules **rules, const char *directory, char *error)
{
    Error err = {.status = STATUS_OK};

    assert(rules != NULL && directory != NULL);
    TpdRules *loaded = malloc(sizeof *loaded);
    if (loaded == NULL) {
        error_set(&err, STATUS_MEMORY, "out of memory for the rules");
        return answer(&err, error);
    }
    if (script_load_rules(&loaded->rules, directory, &err) != STATUS_OK) {
        free(loaded);
        return answer(&err, error);
    }
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        loaded->first_number[verb] = action_number((Action){.verb = (uint8_t)verb});
    }
    *rules = loaded;
    return TPD_OK;
}

void tpd_rules_free(TpdRules *rules)
{
    free(rules);
}

uint64_t tpd_rules_hash(const TpdRules *rules)
{
    return rules->rules.hash;
}

static const char *item_id(const TpdRules *rules, Item kind, int index)
{
    bool known = index >= 0 && index < rules_item_count(&rules->rules, kind);

    return known ? rules_item_id(&rules->rules, kind, index) : NULL;
}

const char *tpd_card_id(const TpdRules *rules, int card)
{
    return item_id(rules, ITEM_CARD, card);
}

const char *tpd_nation_id(const TpdRules *rules, int nation)
{
    return item_id(rules, ITEM_NATION, nation);
}

const char *tpd_scenario_id(const TpdRules *rules, int scenario)
{
    return item_id(rules, ITEM_SCENARIO, scenario);
}

/* ---- games ---- */

static void begin(TpdGame *game, const Setup *setup)
{
    state_init(&game->state, &game->rules->rules, setup);
    game->listed = false;
}

int tpd_game_new(TpdGame **game, const TpdRules *rules, char *error)
{
    Error err = {.status = STATUS_OK};

    assert(game != NULL && rules != NULL);
    TpdGame *made = calloc(1, sizeof *made);
    if (made == NULL) {
        error_set(&err, STATUS_MEMORY, "out of memory for a game");
        return answer(&err, error);
    }
    made->rules = rules;
    begin(made, &(Setup){.seed = 0, .scenario = 0, .seat_count = 2});
    *game = made;
    return TPD_OK;
}

TpdGame *tpd_clone(const TpdGame *game)
{
    TpdGame *made = malloc(sizeof *made);

    if (made != NULL) {
        *made = *game;
    }
    return made;
}

void tpd_copy(TpdGame *to, const TpdGame *from)
{
    *to = *from;
}

void tpd_game_free(TpdGame *game)
{
    free(game);
}

static Status unknown_scenario(const Rules *rules, const char *word, Error *err)
{
    const char *ids[SCENARIOS_MAX + 1] = {NULL};

    for (int i = 0; i < rules->scenario_count; i++) {
        ids[i] = rules->scenario[i].id;
    }
    const char *nearest = vocab_nearest(ids, word);
    return error_set(err, STATUS_PARSE, "unknown scenario '%.*s': %s '%s'%s",
                     error_quote(word, ID_SIZE), word,
                     nearest != NULL ? "did you mean" : "expected one of the rules, as",
                     nearest != NULL ? nearest : ids[0], nearest != NULL ? "?" : "");
}

int tpd_reset(TpdGame *game, const char *scenario, int seats, uint64_t seed, char *error)
{
    const Rules *rules = &game->rules->rules;
    Error err = {.status = STATUS_OK};
    Setup setup = {.seed = seed, .scenario = -1, .seat_count = seats};

    assert(scenario != NULL);
    setup.scenario = rules_find_scenario(rules, scenario);
    if (setup.scenario < 0) {
        unknown_scenario(rules, scenario, &err);
        return answer(&err, error);
    }
    if (seats != 2 && seats != SEATS_MAX) {
        error_set(&err, STATUS_PARSE, "%d seats: expected 2 or 4", seats);
        return answer(&err, error);
    }
    begin(game, &setup);
    return TPD_OK;
}

int tpd_terminal(const TpdGame *game)
{
    return state_is_terminal(&game->state);
}

int tpd_seat(const TpdGame *game)
{
    return state_is_terminal(&game->state) ? -1
                                           : state_current_seat(&game->state, &game->rules->rules);
}

static void list(TpdGame *game)
{
    const Rules *rules = &game->rules->rules;

    if (game->listed) {
        return;
    }
    game->listed = true;
    game->count = 0;
    if (state_is_terminal(&game->state)) {
        return;
    }
    state_legal_set(&game->state, rules, &game->set);
    game->count = game->set.count;
    for (int i = 0; i < game->count; i++) {
        Action action = legal_nth(&game->set, rules, i);
        game->number[i] = (int16_t)(game->rules->first_number[action.verb] + action.argument);
    }
}

int tpd_legal(TpdGame *game, int32_t *actions, uint8_t *mask)
{
    list(game);
    for (int i = 0; actions != NULL && i < game->count; i++) {
        actions[i] = game->number[i];
    }
    if (mask != NULL) {
        memset(mask, 0, TPD_ACTION_COUNT);
    }
    for (int i = 0; mask != NULL && i < game->count; i++) {
        mask[game->number[i]] = 1;
    }
    return game->count;
}

int tpd_step(TpdGame *game, int action)
{
    int n = 0;

    list(game);
    while (n < game->count && game->number[n] != action) {
        n++;
    }
    if (n == game->count) {
        return TPD_ILLEGAL;
    }
    state_apply_nth(&game->state, &game->rules->rules, &game->set, n, NULL);
    game->listed = false;
    return TPD_OK;
}

int tpd_returns(const TpdGame *game, int32_t returns[TPD_SEAT_COUNT])
{
    int result[SEATS_MAX];

    if (!state_is_terminal(&game->state)) {
        return TPD_ILLEGAL;
    }
    state_returns(&game->state, &game->rules->rules, result);
    for (int seat = 0; seat < SEATS_MAX; seat++) {
        returns[seat] = result[seat];
    }
    return TPD_OK;
}

uint64_t tpd_hash(const TpdGame *game)
{
    return state_hash(&game->state, &game->rules->rules);
}

/* ---- actions and views as numbers ---- */

/* An argument may lie beyond the cards or nations of these rules. */
static bool has_text(const Rules *rules, Action action)
{
    char text[ACTION_TEXT_SIZE];
    Action again;

    action_print(text, action, rules);
    return action_parse(&again, text, rules, NULL) == STATUS_OK && action_equal(action, again);
}

int tpd_action_text(const TpdRules *rules, int action, char text[TPD_TEXT_SIZE])
{
    Action found;

    if (!action_from_number(&found, action) || !has_text(&rules->rules, found)) {
        return TPD_PARSE;
    }
    return action_print(text, found, &rules->rules);
}

int tpd_action_number(const TpdRules *rules, const char *text, char *error)
{
    Error err = {.status = STATUS_OK};
    Action action;

    assert(text != NULL);
    if (action_parse(&action, text, &rules->rules, &err) != STATUS_OK) {
        return answer(&err, error);
    }
    return action_number(action);
}

static bool is_seat(const State *state, int seat)
{
    return seat >= 0 && seat < SEATS_MAX && (state->seat_count == SEATS_MAX || seat % 2 == 0);
}

int tpd_view(const TpdGame *game, int seat, int16_t view[TPD_VIEW_SIZE])
{
    const Rules *rules = &game->rules->rules;
    View known;

    if (seat != SEAT_NOBODY && !is_seat(&game->state, seat)) {
        return TPD_PARSE;
    }
    view_of(&known, &game->state, rules, seat);
    vector_fill(view, &known, rules);
    return TPD_OK;
}

int tpd_view_name(int slot, char name[TPD_NAME_SIZE])
{
    if (slot < 0 || slot >= TPD_VIEW_SIZE) {
        return TPD_PARSE;
    }
    return vector_name(name, slot);
}
