/* The bar on top: round and turn, what the world has in common, the piles, and where else to go. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/explain.h"
#include "core/rules.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/scene.h"
#include "ui/sheet.h"
#include "ui/table.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { PAD = 12, GAP = 14 };

/* ---- round and turn ---- */

static void draw_round_and_turn(Table *table, Box box)
{
    const Scene *scene = table->scene;
    const State *state = &scene->view.known;
    const Voice *voice = scene->voice;
    char text[PHRASE_SIZE];
    const TextArgument words[] = {
        words_number("round", state->round),
        words_number("rounds", scene->rules->scenario[state->scenario].rounds),
        words_number("turn", state->turn / 2 + 1),
        words_number("acts", scene->rules->scenario[state->scenario].acts),
        words_text("phase", text_phase(voice, (Phase)state->phase)),
        words_text("seat", scene->chooser == SEAT_NOBODY
                               ? "–"
                               : text_seat(voice, state->seat_count, scene->chooser)),
        words_end};
    Box top = box_cut_top(&box, box.h / 2, 0);

    text_format(text, sizeof text, say(voice, "Round {round} of {rounds} · {phase}"), words);
    ui_text(table->ui, top, (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true}, text);
    text_format(text, sizeof text,
                state->phase == PHASE_ACTION ? say(voice, "{seat} chooses · play {turn} of {acts}")
                                             : say(voice, "{seat} chooses"),
                words);
    Ink ink = scene->chooser == SEAT_NOBODY ? INK_MID : ink_of_bloc(seat_bloc(scene->chooser));
    ui_text(table->ui, box, (Style){TYPE_BODY, ink, ALIGN_LEFT, true}, text);
}

/* ---- gauges ---- */

typedef struct Gauge {
    Track track;
    Ink ink;
    Number next; /* why it will be what it will be; NUMBER_COUNT: nothing changes it */
} Gauge;

static void gauge_value(char *out, int size, const Table *table, const Gauge *gauge)
{
    int slot = vocab_track[gauge->track].slot;
    const TextArgument words[] = {words_number("now", table->scene->view.known.track[slot]),
                                  words_number("next", table->scene->ahead.track[slot]),
                                  words_number("odds", table->scene->outlook.incident_odds),
                                  words_end};
    bool changes = words[0].number != words[1].number;

    if (gauge->track == TRACK_RISK && words[2].number > 0) {
        text_format(out, size, changes ? "{now}→{next} ⚠{odds}/6" : "{now} ⚠{odds}/6", words);
    } else {
        text_format(out, size, changes ? "{now}→{next}" : "{now}", words);
    }
}

static void draw_gauge(Table *table, Box box, const Gauge *gauge)
{
    Ui *ui = table->ui;
    const Scene *scene = table->scene;
    int slot = vocab_track[gauge->track].slot;
    Segments segments = {scene->view.known.track[slot], scene->ahead.track[slot],
                         vocab_track[gauge->track].most, gauge->ink};
    char text[PHRASE_SIZE];

    if (gauge->next != NUMBER_COUNT) {
        table_why(table, box, (Question){gauge->next, 0, 0});
    } else {
        UiTouch touch = ui_zone(ui, ui_id("gauge", (int)gauge->track), box);
        ui_tip(ui, touch, box, text_track_meaning(scene->voice, gauge->track));
    }
    Box top = box_cut_top(&box, box.h * 3 / 5, 0);
    gauge_value(text, sizeof text, table, gauge);
    Box value = box_cut_right(&top, ui_width(ui, TYPE_STRONG, text) + 1, 4);
    ui_text(ui, value, (Style){TYPE_STRONG, INK_HIGH, ALIGN_RIGHT, true}, text);
    ui_text(ui, top, (Style){TYPE_BODY, INK_MID, ALIGN_LEFT, true},
            text_track(scene->voice, gauge->track));
    table_segments(table, (Box){box.x, box.y + 1, box.w, 11}, &segments);
}

static void draw_gauges(Table *table, Box box)
{
    static const Gauge gauges[] = {
        {TRACK_PRICE, INK_OK, NUMBER_PRICE_NEXT},
        {TRACK_RISK, INK_RISK, NUMBER_RISK_NEXT},
        {TRACK_BIFURCATION, INK_ACCENT, NUMBER_COUNT},
        {TRACK_VALUATION, INK_US, NUMBER_VALUATION_NEXT},
    };
    enum { COUNT = sizeof gauges / sizeof gauges[0] };

    for (int n = 0; n < COUNT; n++) {
        draw_gauge(table, box_column(box, n, COUNT, GAP), &gauges[n]);
    }
}

/* ---- plateau, piles ---- */

typedef struct Fact {
    Icon icon;
    const char *text, *tip;
} Fact;

static void draw_fact(Table *table, Box box, const Fact *fact, int index)
{
    Ui *ui = table->ui;
    UiTouch touch = ui_zone(ui, ui_id("fact", index), box);
    Box icon = box_cut_top(&box, box.h / 2, 0);
    int size = icon.h - 4 < 18 ? icon.h - 4 : 18;

    ui_tip(ui, touch, box, fact->tip);
    if (touch.focused) {
        ui_ring(ui, box, 4, INK_HIGH);
    }
    draw_icon(ui->list, box_around(box_centre(icon), size, size), fact->icon, INK_MID);
    ui_text(ui, box, (Style){TYPE_STRONG, INK_HIGH, ALIGN_CENTRE, true}, fact->text);
}

/* The tile, or the tiles that it may be. */
static void plateau_text(char *out, int size, const Table *table)
{
    const State *state = &table->scene->view.known;
    int lowest = table->scene->rules->param[PARAM_PLATEAU_LEAST];
    enum { TILES = 3 };

    if (state->track[SLOT_KNOWN] != 0) {
        snprintf(out, (size_t)size, "%d", state->track[SLOT_PLATEAU]);
    } else {
        snprintf(out, (size_t)size, "? %d–%d", lowest, lowest + TILES - 1);
    }
}

static void committed_text(char *out, int size, const Table *table)
{
    const View *view = &table->scene->view;

    snprintf(out, (size_t)size, "%d", view->committed[BLOC_US] + view->committed[BLOC_CN]);
}

static void draw_facts(Table *table, Box box)
{
    const View *view = &table->scene->view;
    const Voice *voice = table->scene->voice;
    char plateau[16];
    char deck[16];
    char discard[16];
    char removed[16];
    char committed[16];
    const Fact facts[] = {
        {ICON_PLATEAU, plateau, say(voice, "Plateau: users notice no quality beyond it")},
        {ICON_EYE, committed, say(voice, "Committed headlines")},
        {ICON_PILE, deck, say(voice, "Cards in the draw pile")},
        {ICON_DISCARD, discard, say(voice, "Discarded cards")},
        {ICON_REMOVED, removed, say(voice, "Cards removed from the game")},
    };
    enum { COUNT = sizeof facts / sizeof facts[0] };

    plateau_text(plateau, sizeof plateau, table);
    committed_text(committed, sizeof committed, table);
    snprintf(deck, sizeof deck, "%d", view->deck_count);
    snprintf(discard, sizeof discard, "%d", set_count(view->known.cards[SET_DISCARD]));
    snprintf(removed, sizeof removed, "%d", set_count(view->known.cards[SET_REMOVED]));
    for (int n = 0; n < COUNT; n++) {
        Box first =
            box_cut_left(&box, n == 0 ? ui_width(table->ui, TYPE_STRONG, "? 6–8") + 4 : 30, 4);
        draw_fact(table, first, &facts[n], n);
    }
}

void table_world(Table *table, Box box)
{
    DrawList *list = table->ui->list;
    int wide = box.w >= 1200;

    draw_round(list, box, look_fill(INK_PANEL, 0));
    draw_round(list, (Box){box.x, box.y + box.h - 1, box.w, 1}, look_fill(INK_LINE, 0));
    Box inside = {box.x + PAD, box.y + 5, box.w - 2 * PAD, box.h - 10};
    draw_round_and_turn(table, box_cut_left(&inside, wide ? 250 : 204, GAP));
    Box buttons = box_cut_right(&inside, SHEET_BUTTONS_W, GAP);
    sheet_buttons(table->ui, table->desk,
                  box_around(box_centre(buttons), SHEET_BUTTONS_W, inside.h < 34 ? inside.h : 34));
    int facts = ui_width(table->ui, TYPE_STRONG, "? 6–8") + 4 + 4 * 34;
    draw_facts(table, box_cut_right(&inside, facts, GAP));
    draw_gauges(table, inside);
}
