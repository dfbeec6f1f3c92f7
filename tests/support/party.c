#include "support/party.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rules.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/seat.h"
#include "support/shipped.h"
#include "test.h"
#include "text/text.h"
#include "ui/box.h"
#include "ui/measure.h"

enum { WIDTH = 1280, HEIGHT = 800, PASSES_MOST = 20000 };

static MatchSeat seat_of(const PartySetup *setup, Seat seat)
{
    bool person = (setup->people >> seat & 1U) != 0;
    const BotType *bot = setup->bot == NULL ? &bot_random : setup->bot;
    MatchSeat made = {.player = person ? PLAYER_HUMAN : PLAYER_BOT, .type = person ? NULL : bot};

    snprintf(made.spec, sizeof made.spec, "%s", person ? "human" : bot->name);
    return made;
}

Party *party_new(const PartySetup *setup)
{
    Party *party = calloc(1, sizeof *party);
    MatchSetup match = {.game = {.seed = setup->seed, .seat_count = setup->seat_count},
                        .journal_path = setup->journal};
    Error err;

    assert_non_null(party);
    match.game.scenario = rules_find_scenario(shipped_rules(), setup->scenario);
    for (Seat seat = 0; seat < SEATS_MAX; seat += SEATS_MAX / setup->seat_count) {
        match.seat[seat] = seat_of(setup, seat);
    }
    assert_int_equal(match_new(&party->match, shipped_rules(), &match, &err), STATUS_OK);
    party->voice = (Voice){.language = LANGUAGE_EN};
    party->w = WIDTH;
    party->h = HEIGHT;
    desk_init(&party->desk, shipped_rules(), &party->voice, SCREEN_TABLE);
    desk_sit_down(&party->desk, party->match);
    party->ui.list = &party->list;
    party->ui.measure = measure_fixed;
    party->ui.voice = &party->voice;
    party->input.mouse = (Spot){-1, -1};
    return party;
}

void party_free(Party *party)
{
    match_free(party->match);
    free(party);
}

void party_frame(Party *party)
{
    draw_clear(&party->list, party->w, party->h);
    ui_begin(&party->ui, &party->input);
    desk_frame(&party->desk, &party->ui);
    ui_end(&party->ui);
    assert_int_equal(party->list.dropped, 0);
    assert_int_equal(party->list.overflows, 0);
    assert_false(party->desk.failed);
    party->input.pressed = false;
    party->input.key = UI_KEY_NONE;
    party->input.passed = 0;
}

void party_key(Party *party, UiKey key)
{
    party->input.key = key;
    party_frame(party);
    party_frame(party);
}

void party_letter(Party *party, char letter)
{
    party->input.letter = letter;
    party_key(party, UI_KEY_LETTER);
}

/* ---- zones ---- */

static const UiZone *find_zone(const Party *party, uint32_t id)
{
    for (int i = 0; i < party->ui.zone_count; i++) {
        if (party->ui.zone[i].id == id) {
            return &party->ui.zone[i];
        }
    }
    return NULL;
}

bool party_has_zone(const Party *party, uint32_t id)
{
    return find_zone(party, id) != NULL;
}

void party_press(Party *party, uint32_t id)
{
    assert_non_null(find_zone(party, id));
    for (int n = 0; n <= ZONES_MAX && (!party->ui.by_key || party->ui.focus != id); n++) {
        party->input.key = UI_KEY_NEXT;
        party_frame(party);
    }
    assert_int_equal(party->ui.focus, id);
    party_key(party, UI_KEY_ENTER);
}

/* Pieces may lie over each other: then the keyboard reaches what the mouse does not. */
void party_click(Party *party, uint32_t id)
{
    const UiZone *zone = find_zone(party, id);

    assert_non_null(zone);
    party->input.mouse = box_centre(zone->box);
    party_frame(party);
    if (party->ui.hot != id) {
        party->input.mouse = (Spot){-1, -1};
        party_press(party, id);
        return;
    }
    party->input.pressed = true;
    party_frame(party);
    party->input.mouse = (Spot){-1, -1};
    party_frame(party);
}

/* ---- texts ---- */

static bool has(const char *text, int length, const char *part)
{
    int size = (int)strlen(part);

    for (int i = 0; i + size <= length; i++) {
        if (memcmp(text + i, part, (size_t)size) == 0) {
            return true;
        }
    }
    return false;
}

bool party_shows(const Party *party, const char *text)
{
    for (int i = 0; i < party->list.count; i++) {
        const DrawCommand *command = &party->list.item[i];
        if (command->kind == DRAW_TEXT &&
            has(party->list.text + command->text, command->length, text)) {
            return true;
        }
    }
    return false;
}

static bool shows_card(const Party *party)
{
    char title[LABEL_TEXT_SIZE];

    for (int card = 0; card < shipped_rules()->card_count; card++) {
        text_card_title(title, sizeof title, &party->voice, shipped_rules(), card);
        if (party_shows(party, title)) {
            return true;
        }
    }
    return false;
}

/* ---- playing ---- */

static bool awaits_person(const Party *party)
{
    Screen screen = desk_screen(&party->desk);

    if (match_is_over(party->match)) {
        return screen == SCREEN_TABLE || screen == SCREEN_END;
    }
    return screen == SCREEN_TABLE &&
           (match_player(party->match, match_current_seat(party->match)) == PLAYER_HUMAN);
}

void party_pass(Party *party)
{
    int frames = 0;

    party_frame(party);
    while (!awaits_person(party)) {
        Screen screen = desk_screen(&party->desk);
        assert_true(frames++ < PASSES_MOST);
        if (screen == SCREEN_TABLE) {
            party_frame(party);
            continue;
        }
        party->shown[screen]++;
        if (screen == SCREEN_PRIVACY) {
            party->hand_seen_behind_cover = party->hand_seen_behind_cover || shows_card(party);
        }
        party_key(party, UI_KEY_ENTER);
    }
}

static void click_operation(Party *party, Action action)
{
    if (action.verb >= VERB_COURT_ALIGN && action.verb <= VERB_COURT_CLOSE &&
        party->desk.table.nation != action.argument) {
        party_click(party, ui_id("nation", action.argument));
    }
    party_click(party, ui_id("operation", action.verb * 256 + action.argument));
}

static void click_stop(Party *party)
{
    int before = match_decision_count(party->match);

    party_click(party, ui_id("stop", 0));
    if (match_decision_count(party->match) == before) {
        party_click(party, ui_id("stop", 0)); /* it asked whether the points are to go */
    }
}

static void click_card(Party *party, Action action)
{
    if (party->desk.table.card != action.argument) {
        party_click(party, ui_id("card", action.argument));
    }
    party_click(party, ui_id("mode", action.verb));
}

void party_choose(Party *party, Action action)
{
    int before = match_decision_count(party->match);

    if (action.verb <= VERB_SHELVE) {
        click_card(party, action);
    } else if (action.verb == VERB_STOP) {
        click_stop(party);
    } else if (action.verb == VERB_PICK_NATION) {
        party_click(party, ui_id("nation", action.argument));
    } else if (action.verb == VERB_PICK_TILE) {
        party_click(party, ui_id("tile", action.argument));
    } else if (action.verb == VERB_OPTION) {
        party_click(party, ui_id("option", action.argument));
    } else {
        click_operation(party, action);
    }
    assert_true(match_decision_count(party->match) > before);
}
