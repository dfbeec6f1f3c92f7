#include <stdio.h>
#include <string.h>

#include "app/play.h"
#include "core/seats.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/width.h"

enum {
    EDGE = 2 * GRID_EDGE + 1,                     /* cells of a side of the map */
    CELL_MARKS = 2,                               /* nations that stand side by side in a cell */
    MARK_COLUMNS = 3,                             /* two, and the arrow */
    CELL_COLUMNS = 1 + CELL_MARKS * MARK_COLUMNS, /* with its left border */
    MAP_LEFT = 3,
    MAP_COLUMNS = MAP_LEFT + EDGE * CELL_COLUMNS + 1,
    LABEL_COLUMNS = 12,
    VALUE_COLUMNS = 6,
    TRACKS_LEFT = MAP_COLUMNS + 1,
    TRACKS_COLUMNS = LABEL_COLUMNS + BLOC_COUNT * VALUE_COLUMNS,
    NATIONS_LEFT = TRACKS_LEFT + TRACKS_COLUMNS + 1,
    NATIONS_COLUMNS = PAGE_COLUMNS - NATIONS_LEFT,
    NATION_ROWS = 18,
    WORLD_GAP = 2,
    ITEM_SIZE = 256,
};

static bool has(const Table *table, System system)
{
    return rules_scenario_has(table->rules, table->view.known.scenario, system);
}

static void page_say(Page *page, int gap, const char *format, const TextArgument *arguments)
{
    char text[ITEM_SIZE];

    text_format(text, sizeof text, format, arguments);
    page_add(page, gap, text);
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
    if (has(table, SYSTEM_RISK)) {
        add_world_track(page, table, TRACK_RISK);
    }
    if (has(table, SYSTEM_BUBBLE)) {
        add_world_track(page, table, TRACK_VALUATION);
    }
    add_world_track(page, table, TRACK_BIFURCATION);
    if (has(table, SYSTEM_PLATEAU)) {
        add_plateau(page, table);
    }
    page_say(page, WORLD_GAP, say(&table->voice, "Draw pile {cards}"), pile);
    add_controls(page, table);
    add_modifiers(page, table);
    add_triggers(page, table);
}

/* ---- map ---- */

const char *arrow_between(const int from[2], const int to[2])
{
    if (to[0] != from[0]) {
        return to[0] < from[0] ? "←" : "→";
    }
    if (to[1] != from[1]) {
        return to[1] < from[1] ? "↓" : "↑";
    }
    return "";
}

static const char *side_paint(int x)
{
    return x < 0 ? PAINT_US : x > 0 ? PAINT_CN : PAINT_BOLD;
}

/* The mark of a nation with the arrow of its next move. */
static void draw_mark(char text[ITEM_SIZE], const Table *table, int nation)
{
    const State *now = &table->view.known;
    const int from[2] = {now->nation_x[nation], now->nation_y[nation]};
    const int to[2] = {table->ahead.nation_x[nation], table->ahead.nation_y[nation]};

    snprintf(text, ITEM_SIZE, "%s%s" PAINT_END "%s", side_paint(from[0]), table->mark[nation],
             arrow_between(from, to));
}

/* The `nth` nation that stands in a cell, or -1. */
static int nation_in(const Table *table, const int at[2], int nth)
{
    const State *state = &table->view.known;

    for (int nation = 0; nation < table->rules->nation_count; nation++) {
        if (state->nation_x[nation] == at[0] && state->nation_y[nation] == at[1] && nth-- == 0) {
            return nation;
        }
    }
    return -1;
}

/* How many lines the fullest cell of a row needs. */
static int row_height(const Table *table, int y)
{
    int height = 1;

    for (int x = -GRID_EDGE; x <= GRID_EDGE; x++) {
        const int at[2] = {x, y};
        while (nation_in(table, at, height * CELL_MARKS) >= 0) {
            height++;
        }
    }
    return height;
}

static void draw_cell(Page *map, const Table *table, const int at[2], int line)
{
    int left = MAP_LEFT + (at[0] + GRID_EDGE) * CELL_COLUMNS;

    page_column(map, left);
    page_add(map, 0, at[0] == 0 || at[0] == 1 ? ":" : "|");
    for (int i = 0; i < CELL_MARKS; i++) {
        int nation = nation_in(table, at, line * CELL_MARKS + i);
        char mark[ITEM_SIZE];
        if (nation >= 0) {
            draw_mark(mark, table, nation);
            page_column(map, left + 1 + i * MARK_COLUMNS);
            page_add(map, 0, mark);
        }
    }
}

/* A number of the scale: "+3", "−3", "0". */
static void add_scale(Page *map, int column, int at)
{
    const TextArgument arguments[] = {argument_number("at", at), argument_end};

    page_column(map, at == 0 ? column + 1 : column);
    page_say(map, 0, at == 0 ? "{at}" : "{+at}", arguments);
}

static void draw_row(Page *map, const Table *table, int y)
{
    int height = row_height(table, y);

    for (int line = 0; line < height; line++) {
        page_begin(map, 0);
        if (line == 0) {
            add_scale(map, 0, y);
        }
        for (int x = -GRID_EDGE; x <= GRID_EDGE; x++) {
            const int at[2] = {x, y};
            draw_cell(map, table, at, line);
        }
        page_column(map, MAP_COLUMNS - 1);
        page_add(map, 0, "|");
    }
}

/* The two quadrants of the upper or of the lower half, by the stacks that they use. */
static void draw_quadrants(Page *map, const Table *table, int open)
{
    const char *left = text_stack(&table->voice, (Stack)(STACK_UC + open));
    const char *right = text_stack(&table->voice, (Stack)(STACK_CC + open));
    char text[ITEM_SIZE];

    page_begin(map, 0);
    page_column(map, MAP_LEFT + 1);
    snprintf(text, sizeof text, PAINT_US "%s" PAINT_END, left);
    page_add(map, 0, text);
    page_column(map, MAP_COLUMNS - 1 - text_width(right));
    snprintf(text, sizeof text, PAINT_CN "%s" PAINT_END, right);
    page_add(map, 0, text);
}

static void draw_map(Page *map, const Table *table)
{
    draw_quadrants(map, table, 1);
    for (int y = GRID_EDGE; y >= -GRID_EDGE; y--) {
        draw_row(map, table, y);
    }
    page_begin(map, 0);
    for (int x = -GRID_EDGE; x <= GRID_EDGE; x++) {
        add_scale(map, MAP_LEFT + (x + GRID_EDGE) * CELL_COLUMNS + CELL_COLUMNS / 2, x);
    }
    draw_quadrants(map, table, 0);
}

/* ---- tracks ---- */

typedef struct Row {
    const char *label;
    char value[BLOC_COUNT][ITEM_SIZE];
} Row;

static void add_row(Page *page, const Row *row)
{
    char cell[ITEM_SIZE];

    page_begin(page, 0);
    text_pad(cell, sizeof cell, row->label, LABEL_COLUMNS);
    page_add(page, 0, cell);
    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        text_pad_left(cell, sizeof cell, row->value[bloc], VALUE_COLUMNS);
        page_add(page, 0, cell);
    }
}

/* A pair of numbers, "4→5" of the present and of what is ahead, or "4/3" of two seats. */
static void set_pair(char text[ITEM_SIZE], const char *joint, int first, int second)
{
    const TextArgument arguments[] = {argument_number("first", first),
                                      argument_word("joint", joint),
                                      argument_number("second", second), argument_end};

    text_format(text, ITEM_SIZE, "{first}{joint}{second}", arguments);
}

static void set_number(char text[ITEM_SIZE], const char *format, int number)
{
    const TextArgument arguments[] = {argument_number("n", number), argument_end};

    text_format(text, ITEM_SIZE, format, arguments);
}

static void set_slot(char text[ITEM_SIZE], const Table *table, int slot)
{
    int now = table->view.known.track[slot];
    int then = table->ahead.track[slot];

    if (now == then) {
        set_number(text, "{n}", now);
    } else {
        set_pair(text, "→", now, then);
    }
}

static void add_bloc_track(Page *page, const Table *table, Track track)
{
    Row row = {.label = text_track(&table->voice, track)};

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        set_slot(row.value[bloc], table, vocab_track[track].slot + bloc);
    }
    add_row(page, &row);
}

/* Of a track that stacks or seats have: those of each bloc. */
static void add_seat_track(Page *page, const Table *table, Track track)
{
    const State *state = &table->view.known;
    int slot = vocab_track[track].slot;
    Row row = {.label = text_track(&table->voice, track)};

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        int closed = slot + (int)closed_stack((Bloc)bloc);
        int open = slot + (int)open_stack((Bloc)bloc);
        if (is_four_seats(state)) {
            set_pair(row.value[bloc], "/", state->track[closed], state->track[open]);
        } else {
            set_number(row.value[bloc], "{n}", state->track[closed]);
        }
    }
    add_row(page, &row);
}

static void add_quality(Page *page, const Table *table, int open)
{
    Row row = {.label = say(&table->voice, open ? N_("Open model") : N_("Closed model"))};

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        set_slot(row.value[bloc], table, SLOT_QUALITY + 2 * bloc + open);
    }
    add_row(page, &row);
}

static void add_licence(Page *page, const Table *table)
{
    Row row = {.label = say(&table->voice, " licence")};

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        int licence = table->view.known.track[SLOT_LICENCE + bloc];
        snprintf(row.value[bloc], ITEM_SIZE, "%s",
                 say(&table->voice, licence == LICENCE_PERMISSIVE ? C_("licence, short", "perm")
                                                                  : C_("licence, short", "cond")));
    }
    add_row(page, &row);
}

/* What a bloc would score in the position ahead. */
static int score_ahead(const Table *table, Bloc bloc)
{
    const Score *score = &table->score;
    int sum = score->adoption[closed_stack(bloc)] + score->adoption[open_stack(bloc)];

    for (int item = 0; item < SCORE_ITEM_COUNT; item++) {
        int points = score->item[item] * side_sign(bloc);
        sum += points > 0 ? points : 0;
    }
    return sum;
}

static void add_points(Page *page, const Table *table)
{
    const State *state = &table->view.known;
    Row now = {.label = text_track(&table->voice, TRACK_VP)};
    Row ahead = {.label = say(&table->voice, " next score")};

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        set_number(now.value[bloc], "{n}", state_bloc_vp(state, (Bloc)bloc));
        set_number(ahead.value[bloc], "{+n}", score_ahead(table, (Bloc)bloc));
    }
    add_row(page, &now);
    if (is_four_seats(state)) {
        Row stacks = {.label = say(&table->voice, " of stacks")};
        for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
            set_pair(stacks.value[bloc], "/", state->track[SLOT_VP + (int)closed_stack((Bloc)bloc)],
                     state->track[SLOT_VP + (int)open_stack((Bloc)bloc)]);
        }
        add_row(page, &stacks);
    }
    if (table->chooser != SEAT_NOBODY) {
        add_row(page, &ahead);
    }
}

static void add_revenue(Page *page, const Table *table)
{
    Row row = {.label = say(&table->voice, " API revenue")};

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        set_number(row.value[bloc], "{+n}", table->outlook.revenue[bloc]);
    }
    if (table->chooser != SEAT_NOBODY) {
        add_row(page, &row);
    }
}

static void add_hands(Page *page, const Table *table)
{
    Row row = {.label = say(&table->voice, "Cards held")};

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        const uint8_t *count = &table->view.hand_count[closed_stack((Bloc)bloc)];
        if (is_four_seats(&table->view.known)) {
            set_pair(row.value[bloc], "/", count[0], count[1]);
        } else {
            set_number(row.value[bloc], "{n}", count[0]);
        }
    }
    add_row(page, &row);
}

static void draw_tracks(Page *page, const Table *table)
{
    Row head = {.label = ""};

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        snprintf(head.value[bloc], ITEM_SIZE, "%s%s" PAINT_END, side_paint(2 * bloc - 1),
                 text_bloc(&table->voice, (Bloc)bloc));
    }
    add_row(page, &head);
    add_points(page, table);
    add_seat_track(page, table, TRACK_COMPUTE);
    add_seat_track(page, table, TRACK_CAPITAL);
    add_revenue(page, table);
    add_seat_track(page, table, TRACK_FRONTIER);
    add_quality(page, table, 0);
    add_quality(page, table, 1);
    add_licence(page, table);
    add_bloc_track(page, table, TRACK_DATACENTRES);
    add_bloc_track(page, table, TRACK_SILICON);
    add_bloc_track(page, table, TRACK_EFFICIENCY);
    if (has(table, SYSTEM_INDUSTRY)) {
        add_bloc_track(page, table, TRACK_INDUSTRY);
    }
    if (has(table, SYSTEM_RISK)) {
        add_bloc_track(page, table, TRACK_TRUST);
    }
    add_hands(page, table);
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
