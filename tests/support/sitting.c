#include "support/sitting.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/shipped.h"
#include "test.h"
#include "ui/measure.h"
#include "ui/theme.h"

enum { WIDTH = 1280, HEIGHT = 800 };

static MatchSeat seat_of(const BotType *type)
{
    MatchSeat seat = {.player = type == NULL ? PLAYER_HUMAN : PLAYER_BOT, .type = type};

    snprintf(seat.spec, sizeof seat.spec, "%s", type == NULL ? "human" : type->name);
    return seat;
}

static void begin(Sitting *sitting, const MatchSetup *setup)
{
    Error err;

    assert_int_equal(match_new(&sitting->match, shipped_rules(), setup, &err), STATUS_OK);
    sitting->voice = (Voice){.language = LANGUAGE_EN};
    desk_init(&sitting->desk, shipped_rules(), &sitting->voice, SCREEN_TABLE);
    desk_sit_down(&sitting->desk, sitting->match);
    sitting->w = WIDTH;
    sitting->h = HEIGHT;
    sitting->ui.list = &sitting->list;
    sitting->ui.measure = measure_fixed;
    sitting->ui.voice = &sitting->voice;
    sitting->input.mouse = (Spot){-1, -1};
}

Sitting *sitting_new(const char *scenario, int seat_count, const BotType *other)
{
    Sitting *sitting = calloc(1, sizeof *sitting);
    MatchSetup setup = {.game = {.seed = 11, .seat_count = seat_count}};

    assert_non_null(sitting);
    setup.game.scenario = rules_find_scenario(shipped_rules(), scenario);
    setup.seat[0] = seat_of(NULL);
    for (Seat seat = 4 / seat_count; seat < SEATS_MAX; seat += 4 / seat_count) {
        setup.seat[seat] = seat_of(other);
    }
    begin(sitting, &setup);
    return sitting;
}

Sitting *sitting_at(const State *state)
{
    Sitting *sitting = calloc(1, sizeof *sitting);
    MatchSetup setup = {
        .game = {.seed = 11, .scenario = state->scenario, .seat_count = state->seat_count},
        .start = state};

    assert_non_null(sitting);
    for (Seat seat = 0; seat < SEATS_MAX; seat += 4 / state->seat_count) {
        setup.seat[seat] = seat_of(NULL);
    }
    begin(sitting, &setup);
    sitting->desk.bots_play = false;
    return sitting;
}
void sitting_free(Sitting *sitting)
{
    desk_clear(&sitting->desk);
    match_free(sitting->match);
    free(sitting);
}

/* Ends the test with the texts that are too wide or cut. */
static void show_faults(const Sitting *sitting)
{
    for (int i = 0; i < sitting->list.count; i++) {
        const DrawCommand *item = &sitting->list.item[i];
        const char *text = sitting->list.text + item->text;
        bool cut = item->kind == DRAW_TEXT && item->length >= 3 &&
                   memcmp(text + item->length - 3, "…", 3) == 0;
        if (item->kind == DRAW_TEXT && (item->too_wide != 0 || cut)) {
            print_error("%d,%d %dx%d: '%.*s'\n", item->x, item->y, item->w, item->h, item->length,
                        text);
        }
    }
    fail_msg("%dx%d %s %s: %d texts do not fit, %d are cut", sitting->w, sitting->h,
             language_code[sitting->voice.language], theme_name[sitting->ui.theme],
             sitting->list.overflows, sitting->list.elided);
}

void sitting_frame(Sitting *sitting)
{
    draw_clear(&sitting->list, sitting->w, sitting->h);
    ui_begin(&sitting->ui, &sitting->input);
    desk_frame(&sitting->desk, &sitting->ui);
    ui_end(&sitting->ui);
    assert_int_equal(sitting->list.dropped, 0);
    if (sitting->list.overflows != 0 || sitting->list.elided != 0) {
        show_faults(sitting);
    }
    assert_false(sitting->desk.failed);
    sitting->input.pressed = false;
    sitting->input.key = UI_KEY_NONE;
}

void sitting_key(Sitting *sitting, UiKey key)
{
    sitting->input.key = key;
    sitting_frame(sitting);
    sitting_frame(sitting);
}

void sitting_letter(Sitting *sitting, char letter)
{
    sitting->input.letter = letter;
    sitting_key(sitting, UI_KEY_LETTER);
}

void sitting_point(Sitting *sitting, Spot at)
{
    sitting->input.mouse = at;
    for (int n = 0; n < 3; n++) {
        sitting_frame(sitting);
    }
}

Box sitting_box(const Sitting *sitting, uint32_t id)
{
    for (int i = 0; i < sitting->ui.zone_count; i++) {
        if (sitting->ui.zone[i].id == id) {
            return sitting->ui.zone[i].box;
        }
    }
    fail_msg("no such zone in this frame");
    return (Box){0, 0, 0, 0};
}

void sitting_point_at(Sitting *sitting, uint32_t id)
{
    sitting_point(sitting, box_centre(sitting_box(sitting, id)));
}

void sitting_click(Sitting *sitting, uint32_t id)
{
    sitting_point_at(sitting, id);
    sitting->input.pressed = true;
    sitting_frame(sitting);
    sitting_frame(sitting);
}

static bool has(const char *line, int length, const char *text)
{
    int size = (int)strlen(text);

    for (int at = 0; at + size <= length; at++) {
        if (memcmp(line + at, text, (size_t)size) == 0) {
            return true;
        }
    }
    return false;
}

bool sitting_shows_part(const Sitting *sitting, const char *text)
{
    for (int i = 0; i < sitting->list.count; i++) {
        const DrawCommand *command = &sitting->list.item[i];
        if (command->kind == DRAW_TEXT &&
            has(sitting->list.text + command->text, command->length, text)) {
            return true;
        }
    }
    return false;
}

bool sitting_shows(const Sitting *sitting, const char *text)
{
    int length = (int)strlen(text);

    for (int i = 0; i < sitting->list.count; i++) {
        const DrawCommand *command = &sitting->list.item[i];
        if (command->kind == DRAW_TEXT && command->length == length &&
            has(sitting->list.text + command->text, length, text)) {
            return true;
        }
    }
    return false;
}
