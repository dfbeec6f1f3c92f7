/* The public chance over the game.  Above the line is China's part, below it the US's, each with its
 * mark; and over it what was chosen at the cursor. */

#include <stdbool.h>
#include <stdio.h>

#include "core/action.h"
#include "core/state.h"
#include "match/analysis.h"
#include "match/history.h"
#include "text/text.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/replay.h"
#include "ui/replay_parts.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { WHOLE = ANALYSIS_CERTAIN, PERCENT = 100, MARK = 15, CHANCE_TEXT_SIZE = 16 };

typedef struct Plot {
    Ui *ui;
    const Desk *desk;
    const Replay *replay;
    Box box;
} Plot;

static Spot place_of(const Plot *plot, int at)
{
    int count = plot->replay->history.count;
    int across = count == 0 ? plot->box.w : plot->box.w * at / count;

    return (Spot){plot->box.x + across,
                  plot->box.y + plot->box.h - plot->box.h * plot->replay->chance[at] / WHOLE};
}

/* ---- the ground ---- */

/* The two parts between neighbouring positions. */
static void draw_piece(const Plot *plot, Spot from, Spot to)
{
    enum { TINT = 105 };
    int top = plot->box.y;
    int bottom = plot->box.y + plot->box.h;
    const Spot below[] = {from, to, {to.x, bottom}, {from.x, bottom}};
    const Spot above[] = {{from.x, top}, {to.x, top}, to, from};
    Look look = look_fill(INK_US, 0);

    look.alpha = TINT;
    draw_polygon(plot->ui->list, below, 4, look);
    look.fill = INK_CN;
    draw_polygon(plot->ui->list, above, 4, look);
}

/* What falls on the same pixel is drawn once. */
static void draw_areas(const Plot *plot)
{
    Spot last = place_of(plot, 0);

    for (int at = 1; at <= plot->replay->history.count; at++) {
        Spot next = place_of(plot, at);
        if (next.x > last.x) {
            draw_piece(plot, last, next);
            last = next;
        }
    }
}

static void draw_line_of_chance(const Plot *plot)
{
    Spot last = place_of(plot, 0);
    Look look = look_fill(INK_HIGH, 0);

    look.width = 2;
    for (int at = 1; at <= plot->replay->history.count; at++) {
        Spot next = place_of(plot, at);
        if (next.x > last.x) {
            draw_line(plot->ui->list, last, next, look);
            last = next;
        }
    }
}

static void draw_scale(const Plot *plot, Box left)
{
    Ui *ui = plot->ui;
    const char *const text[] = {"100%", "50%", "0%"};
    Look half = look_fill(INK_HIGH, 0);
    int line = ui_line(ui, TYPE_SMALL);

    half.alpha = 90;
    half.width = 1;
    int middle = plot->box.y + plot->box.h / 2;
    draw_line(ui->list, (Spot){plot->box.x, middle}, (Spot){plot->box.x + plot->box.w, middle},
              half);
    for (int n = 0; n < 3; n++) {
        int y = plot->box.y + n * (plot->box.h - line) / 2;
        if (n == 1 && plot->box.h < 3 * line) {
            continue;
        }
        ui_text(ui, (Box){left.x, y, left.w, line}, (Style){TYPE_SMALL, INK_LOW, ALIGN_LEFT, false},
                text[n]);
    }
}

/* The end of the round that begins there. */
static int end_of_round(const Plot *plot, int at)
{
    const State *state = plot->replay->history.state;
    int end = at + 1;

    while (end < plot->replay->history.count && state[end].round == state[at].round) {
        end++;
    }
    return end;
}

static int width_of_round(const Plot *plot, int at)
{
    return place_of(plot, end_of_round(plot, at)).x - place_of(plot, at).x;
}

/* "Round 3" where there is room for all of them, else "3". */
static void name_round(char *out, int size, const Plot *plot, int at)
{
    const State *state = plot->replay->history.state;
    const TextArgument words[] = {words_number("n", state[at].round), words_end};
    bool room = true;

    text_format(out, size, say(plot->desk->voice, "Round {n}"), words);
    for (int i = 0; i < plot->replay->history.count; i = end_of_round(plot, i)) {
        room = room && ui_width(plot->ui, TYPE_SMALL, out) + 2 <= width_of_round(plot, i);
    }
    if (!room) {
        snprintf(out, (size_t)size, "%d", state[at].round);
    }
}

/* Where a round begins, and its number below. */
static void draw_rounds(const Plot *plot, Box axis)
{
    Ui *ui = plot->ui;
    Look look = look_fill(INK_HIGH, 0);
    char text[PHRASE_SIZE];

    look.alpha = 60;
    look.width = 1;
    for (int at = 0; at < plot->replay->history.count; at = end_of_round(plot, at)) {
        int x = place_of(plot, at).x;
        Box label = {x, axis.y, width_of_round(plot, at), axis.h};
        if (at > 0) {
            draw_line(ui->list, (Spot){x, plot->box.y}, (Spot){x, plot->box.y + plot->box.h}, look);
        }
        name_round(text, sizeof text, plot, at);
        if (ui_width(ui, TYPE_SMALL, text) <= label.w) {
            ui_text(ui, label, (Style){TYPE_SMALL, INK_LOW, ALIGN_CENTRE, false}, text);
        }
    }
}

/* ---- what lies on it ---- */

static Box mark_at(const Plot *plot, int at)
{
    Spot spot = place_of(plot, at);
    int edge = MARK / 2 + 1;
    int low = plot->box.y + plot->box.h - edge;

    spot.y = spot.y < plot->box.y + edge ? plot->box.y + edge : spot.y > low ? low : spot.y;
    return box_around(spot, MARK, MARK);
}

static void draw_mistakes(const Plot *plot)
{
    for (int at = replay_mistake(plot->replay, 0); at >= 0;
         at = replay_mistake(plot->replay, at + 1)) {
        replay_mark(plot->ui, mark_at(plot, at), plot->replay->history.choice[at].seat, "!");
    }
}

static void draw_cursor(const Plot *plot)
{
    Ui *ui = plot->ui;
    const Replay *replay = plot->replay;
    Spot spot = place_of(plot, replay->at);
    char text[CHANCE_TEXT_SIZE];
    Look look = look_fill(INK_ACCENT, 0);

    look.width = 2;
    draw_line(ui->list, (Spot){spot.x, plot->box.y - 3},
              (Spot){spot.x, plot->box.y + plot->box.h + 3}, look);
    draw_circle(ui->list, spot, 9, look_edge(INK_PANEL, 0, INK_ACCENT, 2));
    snprintf(text, sizeof text, "US %d%%", (replay->chance[replay->at] + 50) / PERCENT);
    int width = ui_width(ui, TYPE_STRONG, text) + 12;
    int height = ui_line(ui, TYPE_STRONG) + 2;
    Box pill = {spot.x + 8, spot.y - height - 4, width, height};
    pill.x = pill.x + width > plot->box.x + plot->box.w ? spot.x - 8 - width : pill.x;
    pill.y = pill.y < plot->box.y ? spot.y + 6 : pill.y;
    draw_round(ui->list, pill, look_fill(INK_ACCENT, height / 2));
    ui_text(ui, pill, (Style){TYPE_STRONG, INK_ON_ACCENT, ALIGN_CENTRE, false}, text);
}

/* Whose part is whose, also without colours. */
static void draw_sides(const Plot *plot)
{
    enum { PAD = 4 };
    int edge = ui_width(plot->ui, TYPE_CAPTION, "CN") + PAD;
    int x = plot->box.x + PAD;

    if (plot->box.h >= 2 * edge + 2 * PAD) {
        replay_mark(plot->ui, (Box){x, plot->box.y + PAD, edge, edge}, 2, "CN");
        replay_mark(plot->ui, (Box){x, plot->box.y + plot->box.h - edge - PAD, edge, edge}, 0,
                    "US");
    }
}

/* A click goes to the nearest position. */
static void answer(const Plot *plot, Replay *replay)
{
    Ui *ui = plot->ui;
    UiTouch touch = ui_zone(ui, ui_id("timeline", 0), plot->box);
    int count = replay->history.count;

    if (touch.focused) {
        ui_ring(ui, plot->box, 2, INK_ACCENT);
    }
    if (touch.clicked && box_has(plot->box, ui->input.mouse)) {
        int across = ui->input.mouse.x - plot->box.x;
        replay->plays = false;
        replay_go(replay, (across * count + plot->box.w / 2) / plot->box.w);
    }
}

/* ---- what was chosen ---- */

static void tell_decision(char *out, int size, const Desk *desk)
{
    const Replay *replay = desk->replay;
    char action[ACTION_LABEL_SIZE];
    int number = replay->at;
    int seats = replay->history.setup.seat_count;

    if (number == replay->history.count) {
        snprintf(out, (size_t)size, "%s",
                 replay_is_over(replay) ? say(desk->voice, "The end of the game")
                                        : say(desk->voice, "The present position"));
        return;
    }
    replay_tell(action, sizeof action, desk, number);
    const TextArgument words[] = {
        words_text("seat", text_seat(desk->voice, seats, replay->history.choice[number].seat)),
        words_text("action", action), words_end};
    text_format(out, size, say(desk->voice, "{seat} chose: {action}"), words);
}

/* "47.3", from 1/10000. */
static const char *in_percent(char out[CHANCE_TEXT_SIZE], int chance)
{
    snprintf(out, CHANCE_TEXT_SIZE, "%d.%d", chance / PERCENT, chance % PERCENT / 10);
    return out;
}

/* What the analysis says about it; before that, what the figure is. */
static void tell_judgement(char *out, int size, const Desk *desk)
{
    const Replay *replay = desk->replay;
    const DecisionAnalysis *found =
        replay->at < replay->history.count ? replay_judgement(replay, replay->at) : NULL;
    char number[4][CHANCE_TEXT_SIZE];
    char best[ACTION_LABEL_SIZE];

    if (found == NULL) {
        snprintf(out, (size_t)size, "%s",
                 say(desk->voice, "Public chance that the US wins, by what everybody sees"));
        return;
    }
    text_action(best, sizeof best, desk->voice, desk->rules, found->best);
    const TextArgument words[] = {
        words_text("chosen", in_percent(number[0], found->win_chosen)),
        words_text("best", in_percent(number[1], found->win_best)),
        words_text("loss", in_percent(number[2], found->loss > 0 ? found->loss : 0)),
        words_text("half", in_percent(number[3], found->half_width)),
        words_text("action", best),
        words_end};
    const char *format =
        !found->has_choice                         ? N_("There was no choice.")
        : action_equal(found->chosen, found->best) ? N_("The search prefers the same: {chosen} %")
        : found->mistake ? N_("Mistake, {loss} ± {half} points: {chosen} %; the search prefers "
                              "{action}: {best} %")
                         : N_("{chosen} %; the search prefers {action}: {best} %");
    text_format(out, size, say(desk->voice, format), words);
}

/* In as many lines as it takes. */
static void tell(Ui *ui, Box *box, Style style, const char *text)
{
    int height = ui_paragraph_height(ui, box->w, style.type, text);

    ui_paragraph(ui, box_cut_top(box, height < box->h ? height : box->h, 0), style, text);
}

void replay_graph(Ui *ui, Desk *desk, Box box)
{
    char text[2 * ACTION_LABEL_SIZE];
    Box inside = replay_panel(ui, box);
    const DecisionAnalysis *found = desk->replay->at < desk->replay->history.count
                                        ? replay_judgement(desk->replay, desk->replay->at)
                                        : NULL;
    bool mistake = found != NULL && found->mistake;

    tell_decision(text, sizeof text, desk);
    tell(ui, &inside, (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true}, text);
    tell_judgement(text, sizeof text, desk);
    tell(ui, &inside, (Style){TYPE_SMALL, mistake ? INK_RISK : INK_MID, ALIGN_LEFT, true}, text);
    box_cut_top(&inside, 4, 0);
    Box axis = box_cut_bottom(&inside, ui_line(ui, TYPE_SMALL), 2);
    Box left = box_cut_left(&inside, ui_width(ui, TYPE_SMALL, "100%"), 6);
    const Plot plot = {ui, desk, desk->replay, inside};
    draw_areas(&plot);
    draw_scale(&plot, left);
    draw_rounds(&plot, axis);
    draw_line_of_chance(&plot);
    draw_sides(&plot);
    draw_mistakes(&plot);
    draw_cursor(&plot);
    answer(&plot, desk->replay);
}
