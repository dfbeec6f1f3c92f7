#include <stdint.h>
#include <stdio.h>

#include "app/play.h"
#include "app/play_draw.h"
#include "app/play_page.h"
#include "core/explain.h"
#include "core/score.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/argument.h"
#include "text/text.h"
#include "text/voice.h"
#include "text/width.h"

enum { LABEL_COLUMNS = TRACKS_COLUMNS - BLOC_COUNT * VALUE_COLUMNS };

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

void draw_tracks(Page *page, const Table *table)
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
    if (table_has(table, SYSTEM_INDUSTRY)) {
        add_bloc_track(page, table, TRACK_INDUSTRY);
    }
    if (table_has(table, SYSTEM_RISK)) {
        add_bloc_track(page, table, TRACK_TRUST);
    }
    add_hands(page, table);
}
