/* The points of a round: each item with both sides beside each other, and what it was counted from. */

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "core/event.h"
#include "core/explain.h"
#include "core/rules.h"
#include "core/score.h"
#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/voice.h"
#include "text/why.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/panel.h"
#include "ui/scene.h"
#include "ui/theme.h"
#include "ui/turns.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { WIDE = 1000, HIGH = 720, GAP = 8, PAD = 10, POINTS = 52, BUTTON = 36, TERMS_SIZE = 4096 };

/* The position right behind the scoring, without what is hidden in it. */
typedef struct Scored {
    const Rules *rules;
    bool found;
    View view;
} Scored;

static void keep_scored(void *user, Moment moment, const State *state)
{
    Scored *scored = user;

    if (moment == MOMENT_SCORED) {
        view_of(&scored->view, state, scored->rules, SEAT_NOBODY);
        scored->found = true;
    }
}

static void find_scored(Scored *scored, const Desk *desk, int round)
{
    EventLog log;
    int decision = turns_scoring(desk, round);

    scored->rules = desk->rules;
    scored->found = false;
    event_log_init(&log, keep_scored, scored);
    if (decision >= 0) {
        match_events(desk->match, decision, SEAT_NOBODY, &log);
    }
}

/* ---- an item ---- */

static const Number number_of_item[SCORE_ITEM_COUNT] = {
    [SCORE_ADOPTION] = NUMBER_ADOPTION,    [SCORE_STANDARDS] = NUMBER_STANDARDS,
    [SCORE_STOCK] = NUMBER_STOCK,          [SCORE_TRUST] = NUMBER_SAFE_SUPPLIER,
    [SCORE_INDUSTRY] = NUMBER_PHYSICAL_AI,
};

/* Adds one number to the item: its terms as a sentence, headed where there are several. */
static int add_number(Prose *out, const Desk *desk, const State *state, Question question)
{
    Explanation explanation;
    char terms[TERMS_SIZE];

    explain_number(&explanation, state, desk->rules, question);
    why_print_terms(terms, sizeof terms, desk->voice, desk->rules, &explanation);
    if (explanation.term_count > 0) {
        prose_add(out, out->length == 0 ? "" : "\n");
        if (question.number == NUMBER_ADOPTION) {
            prose_add(out, text_stack(desk->voice, (Stack)question.subject));
            prose_add(out, say(desk->voice, C_("before effects", ": ")));
        }
        prose_add(out, terms);
    }
    return explanation.value;
}

/* What the side gets for the item, and from what. */
static int explain_item(char out[TERMS_SIZE], const Desk *desk, const State *state, ScoreItem item,
                        Bloc bloc)
{
    Prose prose = prose_start(out, TERMS_SIZE);
    Number number = number_of_item[item];

    if (item != SCORE_ADOPTION) {
        return add_number(&prose, desk, state, (Question){number, (int)bloc, 0});
    }
    return add_number(&prose, desk, state, (Question){number, (int)closed_stack(bloc), 0}) +
           add_number(&prose, desk, state, (Question){number, (int)open_stack(bloc), 0});
}

static int points_of_bloc(const Desk *desk, const State *state, Bloc bloc)
{
    char terms[TERMS_SIZE];
    int sum = 0;

    for (int item = 0; item < SCORE_ITEM_COUNT; item++) {
        sum += explain_item(terms, desk, state, (ScoreItem)item, bloc);
    }
    return sum;
}

static void draw_points(Ui *ui, Box box, int points, Ink ink)
{
    char text[16];
    Prose prose = prose_start(text, sizeof text);

    prose_add_number(&prose, points, points > 0);
    ui_text(ui, box, (Style){TYPE_TITLE, points > 0 ? ink : INK_LOW, ALIGN_CENTRE, true}, text);
}

typedef struct Row {
    const State *state;
    ScoreItem item;
} Row;

static void draw_half(Ui *ui, const Desk *desk, Box box, const Row *row, Bloc bloc)
{
    char terms[TERMS_SIZE];
    int points = explain_item(terms, desk, row->state, row->item, bloc);
    Box side = bloc == BLOC_US ? box_cut_right(&box, POINTS, PAD) : box_cut_left(&box, POINTS, PAD);

    draw_points(ui, side, points, ink_of_bloc(bloc));
    ui_paragraph(ui, box, (Style){TYPE_SMALL, INK_MID, ALIGN_LEFT, true}, terms);
}

static int half_height(const Ui *ui, const Desk *desk, int width, const Row *row)
{
    int height = ui_line(ui, TYPE_TITLE);
    char terms[TERMS_SIZE];

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        explain_item(terms, desk, row->state, row->item, (Bloc)bloc);
        int own = ui_paragraph_height(ui, width - POINTS - PAD, TYPE_SMALL, terms);
        height = own > height ? own : height;
    }
    return height;
}

static int half_width(Box box)
{
    return (box.w - 3 * PAD) / 2;
}

static int row_height(const Ui *ui, const Desk *desk, Box box, const Row *row)
{
    return ui_line(ui, TYPE_STRONG) + half_height(ui, desk, half_width(box), row) + PAD + 4;
}

static void draw_row(Ui *ui, const Desk *desk, Box box, const Row *row)
{
    Box inside = {box.x + PAD, box.y + 4, box.w - 2 * PAD, box.h - 8};

    draw_round(ui->list, box, look_fill(INK_RAISED, 8));
    ui_text(ui, box_cut_top(&inside, ui_line(ui, TYPE_STRONG), 0),
            (Style){TYPE_STRONG, INK_HIGH, ALIGN_CENTRE, true},
            text_score_item(desk->voice, row->item));
    draw_half(ui, desk, box_column(inside, BLOC_US, BLOC_COUNT, PAD), row, BLOC_US);
    draw_half(ui, desk, box_column(inside, BLOC_CN, BLOC_COUNT, PAD), row, BLOC_CN);
}

/* ---- both sides ---- */

static void draw_heads(Ui *ui, const Desk *desk, Box box, const State *state)
{
    char text[PHRASE_SIZE];

    for (int bloc = 0; bloc < BLOC_COUNT; bloc++) {
        int points = points_of_bloc(desk, state, (Bloc)bloc);
        int after = state_bloc_vp(state, (Bloc)bloc);
        const TextArgument words[] = {
            words_text("bloc", text_bloc(desk->voice, (Bloc)bloc)), words_number("sum", points),
            words_number("before", after - points), words_number("after", after), words_end};
        Box at = box_column(box, bloc, BLOC_COUNT, PAD);
        draw_round(ui->list, at, look_fill(ink_tint_of_bloc((Bloc)bloc), 8));
        text_format(text, sizeof text, say(desk->voice, "{bloc} {+sum} · VP {before} → {after}"),
                    words);
        ui_text(ui, at, (Style){TYPE_HEAD, ink_of_bloc((Bloc)bloc), ALIGN_CENTRE, true}, text);
    }
}

/* Who leads, how far hegemony is, and who will hedge. */
static void tell_lead(char *out, int size, const Desk *desk, const State *state)
{
    int lead = state_bloc_vp(state, BLOC_US) - state_bloc_vp(state, BLOC_CN);
    Bloc ahead = lead >= 0 ? BLOC_US : BLOC_CN;
    Bloc behind = rival_of(ahead);
    const Question missing = {NUMBER_HEGEMONY, (int)ahead, 0};
    const Question hedging = {NUMBER_HEDGING, (int)behind, 0};
    const TextArgument words[] = {
        words_text("bloc", text_bloc(desk->voice, ahead)),
        words_text("rival", text_bloc(desk->voice, behind)),
        words_number("lead", lead >= 0 ? lead : -lead),
        words_number("missing", explain_value(state, desk->rules, missing)),
        words_number("hedging", explain_value(state, desk->rules, hedging)),
        words_end};

    if (lead == 0) {
        snprintf(out, (size_t)size, "%s", say(desk->voice, "Both sides have the same points."));
        return;
    }
    text_format(out, size,
                say(desk->voice,
                    "{bloc} leads by {lead}; {missing} more would be hegemony. Nations "
                    "that now hedge toward {rival}: {hedging}."),
                words);
}

static int sheet_height(const Ui *ui, const Desk *desk, Box box, const State *state)
{
    int height = ui_line(ui, TYPE_HEAD) + PAD + GAP + 2 * ui_line(ui, TYPE_BODY) + GAP;

    for (int item = 0; item < SCORE_ITEM_COUNT; item++) {
        const Row row = {state, (ScoreItem)item};
        height += row_height(ui, desk, box, &row) + GAP;
    }
    return height;
}

static void draw_sheet(Ui *ui, const Desk *desk, Box box, const State *state)
{
    char text[PHRASE_SIZE];
    int line = ui_line(ui, TYPE_BODY);

    draw_heads(ui, desk, box_cut_top(&box, ui_line(ui, TYPE_HEAD) + PAD, GAP), state);
    Box lead = box_cut_bottom(&box, 2 * line, GAP);
    tell_lead(text, sizeof text, desk, state);
    ui_paragraph(ui, lead, (Style){TYPE_BODY, INK_HIGH, ALIGN_LEFT, true}, text);
    for (int item = 0; item < SCORE_ITEM_COUNT; item++) {
        const Row row = {state, (ScoreItem)item};
        int height = row_height(ui, desk, box, &row);
        draw_row(ui, desk, box_cut_top(&box, height < box.h ? height : box.h, GAP), &row);
    }
}

/* ---- the foot ---- */

static void draw_rounds(Ui *ui, Desk *desk, Box box, int shown)
{
    char label[8];

    for (int round = 1; round <= desk->scene.view.known.round; round++) {
        snprintf(label, sizeof label, "%d", round);
        const Button button = {.id = ui_id("scored", round),
                               .label = label,
                               .icon = -1,
                               .selected = round == shown};
        if (turns_scoring(desk, round) >= 0 && box.w >= BUTTON &&
            ui_button(ui, box_cut_left(&box, BUTTON, GAP), &button)) {
            desk->turns.sheet_round = round;
        }
    }
}

static void draw_foot(Ui *ui, Desk *desk, Box box, int shown)
{
    const Button go = {.id = ui_id("go", 0),
                       .label = say(ui->voice, C_("button", "Go on")),
                       .icon = ICON_CHECK,
                       .key = '\n',
                       .primary = true};
    const Button skip = {.id = ui_id("skip sheets", 0),
                         .label = desk->turns.skips_sheet
                                      ? say(ui->voice, "Opens from the log only")
                                      : say(ui->voice, "Opens after each round"),
                         .icon = -1,
                         .key = 'o'};
    int width = box.w / 3;

    if (ui_button(ui, box_cut_right(&box, width * 2 / 3, GAP), &go)) {
        desk_back(desk);
        return;
    }
    if (ui_button(ui, box_cut_right(&box, width, GAP), &skip)) {
        desk->turns.skips_sheet = !desk->turns.skips_sheet;
    }
    draw_rounds(ui, desk, box, shown);
}

static int latest(const Desk *desk)
{
    int round = desk->scene.view.known.round;

    while (round > 1 && turns_scoring(desk, round) < 0) {
        round--;
    }
    return round;
}

void screen_scoring(Ui *ui, Desk *desk)
{
    Scored scored;
    char title[PHRASE_SIZE];
    int round = desk->turns.sheet_round;

    round = round > 0 && turns_scoring(desk, round) >= 0 ? round : latest(desk);
    find_scored(&scored, desk, round);
    const TextArgument words[] = {words_number("round", round), words_end};
    text_format(title, sizeof title, say(ui->voice, "Scoring of round {round}"), words);
    Panel panel = {WIDE, HIGH, title, NULL};
    Box room = panel_room(ui, &panel);
    box_cut_bottom(&room, BUTTON, PAD);
    int height = scored.found ? sheet_height(ui, desk, room, &scored.view.known) : BUTTON;
    panel.h = height < room.h ? HIGH - room.h + height : HIGH;
    Box box = panel_draw(ui, desk, &panel);
    draw_foot(ui, desk, box_cut_bottom(&box, BUTTON, PAD), round);
    if (scored.found) {
        draw_sheet(ui, desk, box, &scored.view.known);
    } else {
        ui_text(ui, box_cut_top(&box, BUTTON, 0), (Style){TYPE_BODY, INK_LOW, ALIGN_LEFT, true},
                say(ui->voice, "Nothing has been scored yet."));
    }
}
