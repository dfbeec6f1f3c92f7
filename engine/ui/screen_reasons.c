/* Why the bot that chose last did so, in its own words. */

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>

#include "ai/bot.h"
#include "core/action.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/log_entry.h"
#include "ui/panel.h"
#include "ui/theme.h"
#include "ui/turns.h"
#include "ui/ui.h"

enum { WIDE = 620, HIGH = 320, GAP = 10, THOUSAND = 1000 };

static void tell_reason(char *out, int size, const Reason *reason)
{
    int64_t number = reason->thousandths < 0 ? -reason->thousandths : reason->thousandths;

    if (reason->has_number) {
        snprintf(out, (size_t)size, "%s  %s%" PRId64 ".%03" PRId64, reason->text,
                 reason->thousandths < 0 ? "−" : "+", number / THOUSAND, number % THOUSAND);
    } else {
        snprintf(out, (size_t)size, "%s", reason->text);
    }
}

/* What a bot says about a headline could tell which card lies there. */
static bool may_be_told(const Desk *desk)
{
    Action action;
    int decision = desk->turns.said_of;

    return decision >= 0 && decision < match_decision_count(desk->match) &&
           match_decision_action(desk->match, decision, SEAT_NOBODY, &action) &&
           action.verb != VERB_HEADLINE;
}

static void draw_reasons(Ui *ui, Box box, const Reasons *reasons)
{
    char text[2 * BOT_REASON_SIZE];
    int line = ui_line(ui, TYPE_BODY);

    if (reasons->count == 0) {
        ui_text(ui, box_cut_top(&box, line, 0), (Style){TYPE_BODY, INK_LOW, ALIGN_LEFT, true},
                say(ui->voice, "It gave no reason."));
    }
    for (int i = 0; i < reasons->count; i++) {
        tell_reason(text, sizeof text, &reasons->item[i]);
        ui_text(ui, box_cut_top(&box, line, GAP / 2),
                (Style){TYPE_BODY, INK_HIGH, ALIGN_LEFT, true}, text);
    }
}

void screen_reasons(Ui *ui, Desk *desk)
{
    LogEntry entry;
    const Panel panel = {WIDE, HIGH, say(ui->voice, "Why the bot chose this"), NULL};
    Box box = panel_draw(ui, desk, &panel);

    if (!may_be_told(desk)) {
        ui_text(ui, box_cut_top(&box, ui_line(ui, TYPE_BODY), 0),
                (Style){TYPE_BODY, INK_LOW, ALIGN_LEFT, true},
                say(ui->voice, "No bot has made a choice that everybody may know."));
    } else {
        log_entry_tell(&entry, desk, desk->turns.said_of);
        ui_text(ui, box_cut_top(&box, ui_line(ui, TYPE_STRONG), GAP),
                (Style){TYPE_STRONG, INK_HIGH, ALIGN_LEFT, true}, entry.head);
        draw_reasons(ui, box, &desk->turns.said);
    }
    if (ui_key(ui, UI_KEY_ENTER)) {
        desk_back(desk);
    }
}
