#include "support/bot_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/view.h"
#include "script/script_bot.h"
#include "support/position.h"
#include "support/shipped.h"
#include "test.h"

BotType *bot_type_from(const char *text)
{
    char path[] = "/tmp/tpd-bot-XXXXXX";
    Error err = {.text = ""};
    BotType *type = NULL;
    int file = mkstemp(path);

    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), strlen(text));
    assert_int_equal(close(file), 0);
    Status status = script_bot_new(&type, path, &err);
    assert_int_equal(unlink(path), 0);
    if (status != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    return type;
}

Bot *bot_open(const BotType *type, const Rules *rules, Seat seat, uint64_t key)
{
    BotConfig config = {.key = key, .seat = seat};
    Error err = {.text = ""};
    Bot *bot = NULL;

    if (type->open(&bot, type, rules, &config, &err) != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    return bot;
}

Status bot_decide(Bot *bot, const State *state, int decision, int *choice, Error *err)
{
    const Rules *rules = shipped_rules();
    ActionList legal;
    View view;

    state_legal_actions(state, rules, &legal);
    view_of(&view, state, rules, state_current_seat(state, rules));
    bot->decision = decision;
    return bot->type->decide(bot, &view, &legal, choice, err);
}

const char *bot_once(const char *text, const State *state, Error *err)
{
    const Rules *rules = shipped_rules();
    BotType *type = bot_type_from(text);
    BotConfig config = {.key = 1, .seat = state_current_seat(state, rules)};
    Bot *bot = NULL;
    int choice;

    *err = (Error){.text = ""};
    Status status = type->open(&bot, type, rules, &config, err);
    if (status == STATUS_OK) {
        status = bot_decide(bot, state, 0, &choice, err);
        type->close(bot);
    }
    script_bot_free(type);
    const char *colon = strchr(err->text, ':');
    return status == STATUS_OK || colon == NULL ? err->text : colon + 1;
}

/* ---- one decision ---- */

const char *bot_body(char text[BOT_TEXT_SIZE], const char *body)
{
    enum { FRAME_SIZE = 80 }; /* of what stands around it */

    snprintf(text, BOT_TEXT_SIZE,
             "return { name = 'test', choose = function(view, actions)\n%.*s\nend }",
             BOT_TEXT_SIZE - FRAME_SIZE, body);
    return text;
}

void bot_expect_fault(const char *text, const State *state, const char *what)
{
    Error err;
    const char *fault = bot_once(text, state, &err);

    if (strstr(fault, what) != fault) {
        fail_msg("%s\nexpected '%s', got '%s'", text, what, fault);
    }
    assert_null(strchr(err.text, '\n'));
}

void bot_body_fails(const char *body, const char *what)
{
    char text[BOT_TEXT_SIZE];
    State state;

    bot_position(&state, "hand=E08+E09,E11+E12");
    bot_expect_fault(bot_body(text, body), &state, what);
}

void bot_expect_holds(const State *state, const char *body)
{
    char text[BOT_TEXT_SIZE];
    char whole[BOT_TEXT_SIZE];
    Error err;

    snprintf(whole, sizeof whole, "%s\nreturn actions[1]", body);
    const char *fault = bot_once(bot_body(text, whole), state, &err);
    if (fault[0] != '\0') {
        fail_msg("%s\n%s", body, fault);
    }
}

void bot_position(State *state, const char *fields)
{
    Setup setup = {.seed = 7,
                   .scenario = rules_find_scenario(shipped_rules(), "full"),
                   .seat_count = 2};

    position_make(state, &setup, shipped_rules(), fields);
}
