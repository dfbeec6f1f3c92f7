/* Everything that happened, round by round, from the eyes that look. */

#include <stdbool.h>

#include "core/seats.h"
#include "core/state.h"
#include "core/view.h"
#include "match/match.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/log_entry.h"
#include "ui/panel.h"
#include "ui/scene.h"
#include "ui/scroll.h"
#include "ui/theme.h"
#include "ui/turns.h"
#include "ui/ui.h"
#include "ui/words.h"

enum { WIDE = 980, HIGH = 740, GAP = 8, RAIL = 132, ROW = 32, STRIPE = 4, CARD_WIDTH = 116 };

/* The decisions of a round: from `first` up to `end`. */
typedef struct Span {
    int first, end;
} Span;

static Span span_of(const Desk *desk, int round)
{
    Span span = {0, match_decision_count(desk->match)};

    while (span.first < span.end && match_decision_round(desk->match, span.first) < round) {
        span.first++;
    }
    while (span.end > span.first && match_decision_round(desk->match, span.end - 1) > round) {
        span.end--;
    }
    return span;
}

/* ---- one entry ---- */

static int head_height(const Ui *ui)
{
    return ui_line(ui, TYPE_STRONG) > ROW ? ui_line(ui, TYPE_STRONG) : ROW;
}

static int entry_height(const Ui *ui, int width, const LogEntry *entry)
{
    int height = head_height(ui) + GAP;

    for (int i = 0; i < entry->count; i++) {
        height += ui_paragraph_height(ui, width - 3 * GAP, TYPE_BODY, entry->text + entry->line[i]);
    }
    return height;
}

static void draw_card_button(Ui *ui, Desk *desk, Box box, const LogEntry *entry, int decision)
{
    const Button button = {.id = ui_id("log card", decision),
                           .label = say(ui->voice, C_("button", "Card")),
                           .icon = ICON_CARD};

    if (entry->card >= 0 && ui_button(ui, box, &button)) {
        desk_show_card(desk, entry->card);
    }
}

static void draw_entry(Ui *ui, Desk *desk, Box box, const LogEntry *entry, int decision)
{
    Ink ink = ink_of_bloc(seat_bloc(entry->seat));
    Box at = box_cut_top(&box, head_height(ui), 0);

    draw_round(ui->list, (Box){at.x, at.y + 4, STRIPE, at.h - 8}, look_fill(ink, STRIPE / 2));
    Box button = box_cut_right(&at, CARD_WIDTH, GAP);
    box_cut_left(&at, STRIPE, GAP);
    ui_text(ui, at, (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true}, entry->head);
    draw_card_button(ui, desk, (Box){button.x, button.y + 2, button.w, button.h - 4}, entry,
                     decision);
    box_cut_left(&box, 2 * GAP, GAP);
    for (int i = 0; i < entry->count && box.h >= ui_line(ui, TYPE_BODY); i++) {
        int height = ui_paragraph(ui, box, (Style){TYPE_BODY, INK_MID, ALIGN_LEFT, true},
                                  entry->text + entry->line[i]);
        box_cut_top(&box, height, 0);
    }
}

/* ---- a round ---- */

/* How many of the round's last entries have room, one at least. */
static int fitting(const Ui *ui, const Desk *desk, Box box, Span span)
{
    LogEntry entry;
    int left = box.h;
    int count = 0;

    while (span.end - count > span.first) {
        log_entry_tell(&entry, desk, span.end - count - 1);
        left -= entry_height(ui, box.w, &entry);
        if (left < 0 && count > 0) {
            break;
        }
        count++;
    }
    return count;
}

static void draw_round_log(Ui *ui, Desk *desk, Box box, Span span)
{
    LogEntry entry;

    if (span.first == span.end) {
        ui_text(ui, box_cut_top(&box, ROW, 0), (Style){TYPE_BODY, INK_LOW, ALIGN_LEFT, true},
                say(ui->voice, "Nothing yet."));
        return;
    }
    scroll_move(ui, &box, &desk->turns.log, span.end - span.first, fitting(ui, desk, box, span));
    for (int n = span.first + desk->turns.log.first; n < span.end && box.h >= head_height(ui);
         n++) {
        log_entry_tell(&entry, desk, n);
        int height = entry_height(ui, box.w, &entry);
        Box at = box_cut_top(&box, height < box.h ? height : box.h, 0);
        draw_entry(ui, desk, at, &entry, n);
    }
}

/* ---- the rounds, and what else tells of one ---- */

static void choose_round(Desk *desk, int round)
{
    desk->turns.log_round = round;
    desk->turns.log.first = 0;
}

static void draw_rail(Ui *ui, Desk *desk, Box box, int shown)
{
    static const char digits[] = "\000123456789"; /* none for a number that has two */
    char label[PHRASE_SIZE];

    for (int round = 1; round <= desk->scene.view.known.round; round++) {
        const TextArgument words[] = {words_number("round", round), words_end};
        text_format(label, sizeof label, say(ui->voice, "Round {round}"), words);
        const Button button = {.id = ui_id("round", round),
                               .label = label,
                               .icon = -1,
                               .key = digits[round <= 9 ? round : 0],
                               .selected = round == shown};
        if (ui_button(ui, box_cut_top(&box, ROW, GAP), &button)) {
            choose_round(desk, round);
        }
    }
    const Button sheet = {.id = ui_id("sheet", 0),
                          .label = say(ui->voice, C_("button", "Scoring")),
                          .icon = -1,
                          .key = 'g'};
    if (turns_scoring(desk, shown) >= 0 && ui_button(ui, box_cut_bottom(&box, ROW, 0), &sheet)) {
        desk->turns.sheet_round = shown;
        desk_open(desk, SCREEN_SCORING);
    }
}

void screen_log(Ui *ui, Desk *desk)
{
    const State *state = &desk->scene.view.known;
    int round = desk->turns.log_round;
    const Panel panel = {WIDE, HIGH, say(ui->voice, C_("title", "Log")),
                         say(ui->voice, "what everybody could see, and what you drew")};

    round = round < 1 || round > state->round ? state->round : round;
    Box box = panel_draw(ui, desk, &panel);
    draw_rail(ui, desk, box_cut_left(&box, RAIL, 2 * GAP), round);
    draw_round_log(ui, desk, box, span_of(desk, round));
}
