#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "app/play.h"
#include "app/play_draw.h"
#include "app/play_page.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/argument.h"
#include "text/text.h"
#include "text/voice.h"
#include "text/width.h"

enum {
    TRACKS_LEFT = MAP_COLUMNS + 1,
    NATIONS_LEFT = TRACKS_LEFT + TRACKS_COLUMNS + 1,
    NATIONS_COLUMNS = PAGE_COLUMNS - NATIONS_LEFT,
    NATION_ROWS = 18,
    WORLD_GAP = 2,
};

bool table_has(const Table *table, System system)
{
    return rules_scenario_has(table->rules, table->view.known.scenario, system);
}

void page_say(Page *page, int gap, const char *format, const TextArgument *arguments)
{
    char text[ITEM_SIZE];

    text_format(text, sizeof text, format, arguments);
    page_add(page, gap, text);
}

const char *side_paint(int x)
{
    return x < 0 ? PAINT_US : x > 0 ? PAINT_CN : PAINT_BOLD;
}

/* ---- title and world ---- */

/* "Actions, play 3 of 8" */
static void tell_phase(char text[ITEM_SIZE], const Table *table)
{
    const State *state = &table->view.known;
    int acts = table->rules->scenario[state->scenario].acts * BLOC_COUNT;
    const char *phase = text_phase(&table->voice, (Phase)state->phase);

    snprintf(text, ITEM_SIZE, "%s", phase);
    if (state->phase == PHASE_ACTION && table->chooser != SEAT_NOBODY) {
        int begun = state_decision(state, table->rules) == DECISION_PLAY ? 1 : 0;
        const TextArgument arguments[] = {argument_word("phase", phase),
                                          argument_number("play", state->turn + begun),
                                          argument_number("plays", acts), argument_end};
        text_format(text, ITEM_SIZE, say(&table->voice, "{phase}, play {play} of {plays}"),
                    arguments);
    }
}

static void draw_title(Page *page, const Table *table)
{
    const State *state = &table->view.known;
    const Voice *voice = &table->voice;
    char phase[ITEM_SIZE];
    const char *who = table->chooser == SEAT_NOBODY
                          ? text_scenario(voice, table->rules, state->scenario)
                          : text_seat(voice, state->seat_count, table->chooser);

    tell_phase(phase, table);
    const TextArgument arguments[] = {
        argument_word("seat", who),
        argument_number("round", state->round),
        argument_number("rounds", table->rules->scenario[state->scenario].rounds),
        argument_word("phase", phase),
        argument_word("bloc", text_bloc(voice, (Bloc)state->first_bloc)),
        argument_end};
    page_begin(page, 0);
    page_add(page, 0, PAINT_BOLD "=== ");
    page_say(page, 0,
             say(voice, "{seat} · Round {round} of {rounds} · {phase} · {bloc} acts first"),
             arguments);
    page_add(page, 0, " ===" PAINT_END);
}

static void add_world_track(Page *page, const Table *table, Track track)
{
    int slot = vocab_track[track].slot;
    int now = table->view.known.track[slot];
    int then = table->ahead.track[slot];
    const TextArgument arguments[] = {argument_word("track", text_track(&table->voice, track)),
                                      argument_number("now", now), argument_number("then", then),
                                      argument_end};
    int gap = page->column == 0 ? 0 : WORLD_GAP;

    page_say(page, gap, now == then ? "{track} {now}" : "{track} {now}→{then}", arguments);
}

static void add_plateau(Page *page, const Table *table)
{
    const State *state = &table->view.known;
    const TextArgument arguments[] = {
        argument_word("track", text_track(&table->voice, TRACK_PLATEAU)),
        argument_number("now", state->track[SLOT_PLATEAU]), argument_end};

    page_say(page, WORLD_GAP, state->track[SLOT_KNOWN] != 0 ? "{track} {now}" : "{track} ?",
             arguments);
}

static void add_controls(Page *page, const Table *table)
{
    int last = table->rules->param[PARAM_RIPE_STAGE];

    for (int tile = 0; tile < TILE_COUNT; tile++) {
        int stage = table->view.known.track[SLOT_CONTROL + tile];
        const TextArgument arguments[] = {
            argument_word("control", text_tile(&table->voice, (Tile)tile)),
            argument_number("stage", stage), argument_number("last", last), argument_end};
        if (stage > 0) {
            page_say(page, WORLD_GAP, "{control} {stage}/{last}", arguments);
        }
    }
}

static void add_modifiers(Page *page, const Table *table)
{
    const State *state = &table->view.known;

    for (int i = 0; i < MODIFIER_COUNT * BLOC_COUNT; i++) {
        Modifier modifier = (Modifier)(i / BLOC_COUNT);
        int bloc = i % BLOC_COUNT;
        int sum = state->modifier[modifier][bloc][DURATION_ROUND] +
                  state->modifier[modifier][bloc][DURATION_GAME];
        const TextArgument arguments[] = {
            argument_word("bloc", text_bloc(&table->voice, (Bloc)bloc)),
            argument_word("what", text_modifier(&table->voice, modifier)),
            argument_number("change", sum), argument_end};
        if (sum != 0) {
            page_say(page, WORLD_GAP, say(&table->voice, "{bloc}: {what} {+change}"), arguments);
        }
    }
}

static void add_triggers(Page *page, const Table *table)
{
    for (int i = 0; i < TRIGGER_COUNT * BLOC_COUNT; i++) {
        int card = table->view.known.trigger[i / BLOC_COUNT][i % BLOC_COUNT] - 1;
        const TextArgument arguments[] = {
            argument_word("bloc", text_bloc(&table->voice, (Bloc)(i % BLOC_COUNT))),
            argument_word("card", card < 0 ? "" : table->rules->card[card].id), argument_end};
        if (card >= 0) {
            page_say(page, WORLD_GAP, say(&table->voice, "{bloc} has {card} lasting"), arguments);
        }
    }
}

static void draw_world(Page *page, const Table *table)
{
    const TextArgument pile[] = {argument_number("cards", table->view.deck_count), argument_end};

    page_begin(page, 0);
    add_world_track(page, table, TRACK_PRICE);
    if (table_has(table, SYSTEM_RISK)) {
        add_world_track(page, table, TRACK_RISK);
    }
    if (table_has(table, SYSTEM_BUBBLE)) {
        add_world_track(page, table, TRACK_VALUATION);
    }
    add_world_track(page, table, TRACK_BIFURCATION);
    if (table_has(table, SYSTEM_PLATEAU)) {
        add_plateau(page, table);
    }
    page_say(page, WORLD_GAP, say(&table->voice, "Draw pile {cards}"), pile);
    add_controls(page, table);
    add_modifiers(page, table);
    add_triggers(page, table);
}

/* ---- nations ---- */

static const char *need_short(const Voice *voice, Need need)
{
    static const char *const label[NEED_COUNT] = {
        [NEED_COMPUTE] = C_("need, short", "Com"),     [NEED_PRICE] = C_("need, short", "Pri"),
        [NEED_SOVEREIGNTY] = C_("need, short", "Sov"), [NEED_SECURITY] = C_("need, short", "Sec"),
        [NEED_INDUSTRY] = C_("need, short", "Ind"),
    };

    return say(voice, label[need]);
}

/* "IN India        3 Sov": mark, name, weight, need. */
static void draw_nation(Page *page, const Table *table, int index)
{
    const Nation *nation = &table->rules->nation[index];
    const char *need = need_short(&table->voice, (Need)nation->need);
    const TextArgument weight[] = {argument_number("weight", nation->weight), argument_end};
    char text[ITEM_SIZE];
    int weight_left = NATIONS_COLUMNS - text_width(need) - 3;

    page_begin(page, 0);
    snprintf(text, sizeof text, "%s%s" PAINT_END, side_paint(table->view.known.nation_x[index]),
             table->mark[index]);
    page_add(page, 0, text);
    text_pad(text, sizeof text, text_nation(&table->voice, table->rules, index),
             weight_left - MARK_COLUMNS);
    page_add(page, 1, text);
    text_format(text, sizeof text, "{weight}", weight);
    page_column(page, weight_left + 1);
    page_add(page, 0, text);
    page_add(page, 1, need);
}

static void draw_nations(Page *page, const Table *table)
{
    for (int nation = 0; nation < table->rules->nation_count; nation++) {
        draw_nation(page, table, nation);
    }
    page_cut(page, NATION_ROWS);
}

void draw_board(Page *page, const Table *table)
{
    Page map;
    Page tracks;
    Page nations;
    Page both;

    page_clear(&map, MAP_COLUMNS);
    page_clear(&tracks, TRACKS_COLUMNS);
    page_clear(&nations, NATIONS_COLUMNS);
    page_clear(&both, PAGE_COLUMNS);
    draw_map(&map, table);
    draw_tracks(&tracks, table);
    draw_nations(&nations, table);
    page_append_beside(&both, &map, &tracks, TRACKS_LEFT);
    draw_title(page, table);
    draw_world(page, table);
    page_append_beside(page, &both, &nations, NATIONS_LEFT);
}
