/* The panel of a bloc: who, points, purses, tracks, models, controls.  What does not fit goes into
 * tabs. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/explain.h"
#include "core/income.h"
#include "core/score.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "match/seat.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/scene.h"
#include "ui/subject.h"
#include "ui/table.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { CAP = 5, PAD = 12, GAP = 8 };

static int step_of_seats(const Table *table)
{
    return is_four_seats(&table->scene->view.known) ? 1 : 2;
}

/* ---- who, and points ---- */

/* Of a game that is only looked at, nobody knows what people were called. */
static const char *player_name(const Table *table, Seat seat)
{
    const MatchSeat *player = &table->seat[seat];

    if (table->desk->match != NULL && table->seat == match_seat(table->desk->match, 0)) {
        return desk_player_name(table->desk, seat);
    }
    return player->player == PLAYER_HUMAN ? say(table->scene->voice, C_("player", "a person"))
                                          : player->spec;
}

/* A bot is called as it was typed; whose turn it is also tells the ring around the emblem. */
static void draw_player(Table *table, Bloc bloc, Box box)
{
    Ui *ui = table->ui;
    const Voice *voice = table->scene->voice;
    Seat seat = closed_seat(bloc);
    bool mine = table->scene->chooser != SEAT_NOBODY && seat_bloc(table->scene->chooser) == bloc;

    const char *name = player_name(table, seat);
    const char *turn = mine ? say(voice, C_("player", " · to choose")) : "";
    char text[PHRASE_SIZE];

    snprintf(text, sizeof text, "%s%s", name, turn);
    if (ui_width(ui, TYPE_SMALL, text) > box.w) {
        snprintf(text, sizeof text, "%s", name);
    }
    ui_name(ui, box, (Style){TYPE_SMALL, INK_MID, ALIGN_LEFT, true}, text);
}

static void draw_header(Table *table, Bloc bloc, Box box)
{
    Ui *ui = table->ui;
    const Scene *scene = table->scene;
    char text[PHRASE_SIZE];
    int ahead = state_bloc_vp(&scene->ahead, bloc);

    for (int stack = 0; stack < STACK_COUNT; stack++) {
        ahead += stack / 2 == (int)bloc ? scene->score.adoption[stack] : 0;
    }
    for (int item = 0; item < SCORE_ITEM_COUNT; item++) {
        int signed_vp = scene->score.item[item] * (bloc == BLOC_US ? -1 : 1);
        ahead += signed_vp > 0 ? signed_vp : 0;
    }
    Box emblem = box_cut_left(&box, box.h - 4 < 40 ? box.h - 4 : 40, 10);
    emblem = box_around(box_centre(emblem), emblem.w, emblem.w);
    table_emblem(table, bloc, emblem, bloc == BLOC_US ? "US" : "CN");
    if (scene->chooser != SEAT_NOBODY && seat_bloc(scene->chooser) == bloc) {
        ui_ring(ui, emblem, bloc == BLOC_US ? emblem.w / 2 : emblem.w / 5, INK_ACCENT);
    }
    snprintf(text, sizeof text, "%d", state_bloc_vp(&scene->view.known, bloc));
    Box points = box_cut_right(&box, 92, 4);
    Question question = {NUMBER_BLOC_VP, (int)bloc, 0};
    table_why(table, points, question);
    Box big = points;
    big.h = big.h * 64 / 100;
    ui_text(ui, big, (Style){TYPE_HUGE, INK_HIGH, ALIGN_RIGHT, true}, text);
    const TextArgument words[] = {words_number("n", ahead), words_end};
    text_format(text, sizeof text, say(scene->voice, "VP → {n}"), words);
    Box small = {points.x, points.y + big.h, points.w, points.h - big.h};
    ui_text(ui, small, (Style){TYPE_SMALL, INK_MID, ALIGN_RIGHT, true}, text);
    Box name = box_cut_top(&box, box.h * 55 / 100, 0);
    ui_text(ui, name, (Style){TYPE_HEAD, INK_HIGH, ALIGN_LEFT, true},
            text_bloc(scene->voice, bloc));
    draw_player(table, bloc, box);
}

/* ---- purses ---- */

typedef struct Coin {
    Icon icon;
    Ink ink;
    int held, income;
    const char *label;
    Question question;
} Coin;

static void draw_coin(Table *table, Box box, const Coin *coin)
{
    Ui *ui = table->ui;
    int size = ui_line(ui, TYPE_BODY) + 2;
    char text[PHRASE_SIZE];
    const TextArgument words[] = {words_number("n", coin->income), words_end};

    draw_round(ui->list, box, look_fill(INK_RAISED, 8));
    table_why(table, box, coin->question);
    bool narrow = box.w < 100;
    size = narrow ? ui_line(ui, TYPE_SMALL) : size;
    Type type = narrow ? TYPE_HEAD : TYPE_TITLE;
    Box inside = box_inset(box, narrow ? 4 : 6);
    Box icon = box_cut_left(&inside, size, narrow ? 2 : 5);
    draw_icon(ui->list, box_around(box_centre(icon), size, size), coin->icon, coin->ink);
    snprintf(text, sizeof text, "%d", coin->held);
    Box held = box_cut_left(&inside, ui_width(ui, type, "00") + 1, 2);
    ui_text(ui, held, (Style){type, INK_HIGH, ALIGN_LEFT, true}, text);
    text_format(text, sizeof text, "{+n}", words);
    Box next = box_cut_right(&inside, ui_width(ui, TYPE_SMALL, text) + 2, 2);
    ui_text(ui, next, (Style){TYPE_SMALL, INK_OK, ALIGN_RIGHT, true}, text);
    if (ui_width(ui, TYPE_SMALL, coin->label) <= inside.w) {
        ui_text(ui, inside, (Style){TYPE_SMALL, INK_MID, ALIGN_LEFT, true}, coin->label);
    }
}

static void draw_purse(Table *table, Seat seat, Box box)
{
    const Scene *scene = table->scene;
    const int16_t *track = scene->view.known.track;
    Question compute = {NUMBER_SEAT_COMPUTE, seat, 0};
    Question capital = {NUMBER_SEAT_CAPITAL, seat, 0};
    const Coin coins[] = {
        {ICON_COMPUTE, INK_ACCENT, track[SLOT_COMPUTE + seat],
         explain_value(&scene->ahead, scene->rules, compute),
         text_track(scene->voice, TRACK_COMPUTE), compute},
        {ICON_CAPITAL, INK_OK, track[SLOT_CAPITAL + seat],
         explain_value(&scene->ahead, scene->rules, capital) +
             scene->ahead.track[SLOT_CAPITAL + seat] - track[SLOT_CAPITAL + seat],
         text_track(scene->voice, TRACK_CAPITAL), capital},
    };
    char text[PHRASE_SIZE];
    char icon[ICON_TEXT_SIZE];
    const TextArgument words[] = {words_icon("icon", icon, ICON_CARD),
                                  words_number("n", scene->view.hand_count[seat]), words_end};

    Box hand = box_cut_right(&box, ui_width(table->ui, TYPE_NUMBER, "00") + 24, GAP);
    draw_round(table->ui->list, hand, look_fill(INK_RAISED, 8));
    text_format(text, sizeof text, "{icon} {n}", words);
    ui_text(table->ui, hand, (Style){TYPE_NUMBER, INK_MID, ALIGN_CENTRE, true}, text);
    const Subject meaning = {.kind = SUBJECT_WORDS, .words = N_("Cards in the hand")};
    UiTouch touch = ui_zone(table->ui, ui_id("hand", seat), hand);
    table_inspect(table, touch, hand, &meaning);
    for (int n = 0; n < 2; n++) {
        draw_coin(table, box_column(box, n, 2, GAP), &coins[n]);
    }
}

static int purse_height(const Table *table)
{
    return ui_line(table->ui, TYPE_TITLE) + 6;
}

static int purses_height(const Table *table)
{
    int rows = step_of_seats(table) == 1 ? 2 : 1;

    return rows * (purse_height(table) + 6) - 6;
}

static void draw_purses(Table *table, Bloc bloc, Box box)
{
    int step = step_of_seats(table);

    for (Seat seat = 2 * (Seat)bloc; seat < 2 * (Seat)bloc + 2; seat += step) {
        draw_purse(table, seat, box_cut_top(&box, purse_height(table), 6));
    }
}

/* ---- tracks ---- */

static const Track bloc_tracks[] = {TRACK_DATACENTRES, TRACK_SILICON, TRACK_EFFICIENCY,
                                    TRACK_INDUSTRY, TRACK_TRUST};
enum { BLOC_TRACKS = sizeof bloc_tracks / sizeof bloc_tracks[0] };

static int row_height(const Table *table)
{
    return ui_line(table->ui, TYPE_BODY) + (table->small ? 1 : 5);
}

static int tracks_height(const Table *table)
{
    return (BLOC_TRACKS + 1) * row_height(table);
}

/* Of the widest, so that the bars begin below each other. */
static int label_width(const Table *table)
{
    enum { ROOM = 6, COMFORT = 104 };
    int width = 0;

    for (int n = 0; n < BLOC_TRACKS; n++) {
        int w =
            ui_width(table->ui, TYPE_BODY, text_track(table->scene->voice, bloc_tracks[n])) + ROOM;
        width = w > width ? w : width;
    }
    return width < COMFORT && !table->small ? COMFORT : width;
}

static void draw_track(Table *table, Bloc bloc, Track track, Box row)
{
    Ui *ui = table->ui;
    int slot = vocab_track[track].slot + (int)bloc;
    Segments segments = {table->scene->view.known.track[slot], table->scene->ahead.track[slot],
                         vocab_track[track].most, ink_of_bloc(bloc)};
    char text[PHRASE_SIZE];
    const TextArgument change[] = {words_number("n", segments.next - segments.now), words_end};

    const Subject subject = {.kind = SUBJECT_TRACK, .index = slot};

    table_inspect(table, ui_zone(ui, ui_id("track", slot), row), row, &subject);
    Box delta = box_cut_right(&row, ui_width(ui, TYPE_SMALL, "+0") + 2, 2);
    Box value = box_cut_right(&row, ui_width(ui, TYPE_NUMBER, "00") + 2, 4);
    Box label = box_cut_left(&row, label_width(table), 6);
    ui_text(ui, label, (Style){TYPE_BODY, INK_HIGH, ALIGN_LEFT, true},
            text_track(table->scene->voice, track));
    snprintf(text, sizeof text, "%d", segments.now);
    ui_text(ui, value, (Style){TYPE_NUMBER, INK_HIGH, ALIGN_RIGHT, true}, text);
    if (segments.next != segments.now) {
        text_format(text, sizeof text, "{+n}", change);
        ui_text(
            ui, delta,
            (Style){TYPE_SMALL, segments.next > segments.now ? INK_OK : INK_RISK, ALIGN_LEFT, true},
            text);
    }
    table_segments(table, (Box){row.x, row.y + row.h / 2 - 6, row.w, 12}, &segments);
}

/* Chip tier and the chain behind it. */
static void draw_tier(Table *table, Bloc bloc, Box row)
{
    const Scene *scene = table->scene;
    char text[PHRASE_SIZE];
    const TextArgument words[] = {
        words_number("tier", chip_tier(&scene->view.known, scene->rules, bloc)),
        words_number("chain", chain_length(&scene->view.known, scene->rules)), words_end};
    Question question = {NUMBER_CHIP_TIER, (int)bloc, 0};

    table_why(table, row, question);
    text_format(text, sizeof text, say(scene->voice, "Chip tier {tier} · chain {chain}"), words);
    ui_text(table->ui, row, (Style){TYPE_SMALL, INK_MID, ALIGN_LEFT, true}, text);
}

static void draw_tracks(Table *table, Bloc bloc, Box box)
{
    for (int n = 0; n < BLOC_TRACKS; n++) {
        draw_track(table, bloc, bloc_tracks[n], box_cut_top(&box, row_height(table), 0));
    }
    draw_tier(table, bloc, box_cut_top(&box, row_height(table), 0));
}

/* ---- the whole ---- */

/* The controls show in both tabs, or where there is no room for that in one of their own. */
static void draw_tabs(Table *table, Bloc bloc, Box box)
{
    const Voice *voice = table->scene->voice;
    const char *const label[] = {say(voice, C_("tab", "Tracks")), say(voice, C_("tab", "Models")),
                                 say(voice, C_("tab", "Controls"))};
    int *tab = &table->desk->table.tab[bloc];
    Box bar = box_cut_top(&box, ui_line(table->ui, TYPE_BODY) + 8, GAP);

    bool apart = tracks_height(table) + GAP + table_controls_height(table) > box.h;
    int tabs = apart ? 3 : 2;

    for (int n = 0; n < tabs; n++) {
        const Button button = {.id = ui_id("tab", 10 * (int)bloc + n),
                               .label = label[n],
                               .icon = -1,
                               .selected = *tab == n};
        if (ui_button(table->ui, box_column(bar, n, tabs, 10), &button)) {
            *tab = n;
        }
    }
    if (*tab == 0) {
        draw_tracks(table, bloc, box_cut_top(&box, tracks_height(table), GAP));
    } else if (*tab == 1) {
        table_models(table, bloc, box_cut_top(&box, table_models_height(table), GAP));
    }
    if (!apart || *tab == 2) {
        table_controls(table, bloc, box);
    }
}

static int sections_height(const Table *table)
{
    return tracks_height(table) + table_models_height(table) + table_controls_height(table) +
           2 * GAP;
}

/* Rows stand closer where that is enough to show everything. */
static void draw_panel(Table *table, Bloc bloc, Box box)
{
    DrawList *list = table->ui->list;
    int header = table->small ? 48 : 54;
    int gap = table->small ? 5 : GAP;
    Box cap = {box.x, box.y, box.w, 2 * CAP};

    draw_round(list, cap, look_fill(ink_of_bloc(bloc), 8));
    Box body = {box.x, box.y + CAP, box.w, box.h - CAP};
    draw_round(list, body, look_edge(INK_PANEL, 10, INK_LINE, 1));
    Box inside = {body.x + PAD, body.y + 6, body.w - 2 * PAD, body.h - 12};
    draw_header(table, bloc, box_cut_top(&inside, header, gap));
    draw_purses(table, bloc, box_cut_top(&inside, purses_height(table), gap));
    if (sections_height(table) > inside.h) {
        table->small = true;
    }
    if (sections_height(table) > inside.h) {
        draw_tabs(table, bloc, inside);
        return;
    }
    int spare = (inside.h - sections_height(table)) / 3;
    spare = spare < 14 ? spare : 14;
    draw_tracks(table, bloc, box_cut_top(&inside, tracks_height(table), GAP + spare));
    table_models(table, bloc, box_cut_top(&inside, table_models_height(table), GAP + spare));
    table_controls(table, bloc, inside);
}

void table_panel(Table *table, Bloc bloc, Box box)
{
    bool small = table->small;

    draw_panel(table, bloc, box);
    table->small = small;
}
