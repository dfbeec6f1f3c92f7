/* The inspector: what the thing pointed at comes to, in a fixed place that covers neither the board
 * nor the hand: the lower part of the panel that is farther away. */

#include <stdbool.h>
#include <stdint.h>

#include "core/explain.h"
#include "core/seats.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/voice.h"
#include "ui/box.h"
#include "ui/column.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/scene.h"
#include "ui/subject.h"
#include "ui/table.h"
#include "ui/theme.h"
#include "ui/ui.h"

enum { PAD = 12, RADIUS = 10, FOOT_GAP = 6 };

/* What a card does is read beside the panel of whoever chooses; all else away from itself. */
static Bloc side_away(const Table *table, const Subject *subject, Box at)
{
    Seat chooser = table->scene->chooser;

    if (subject->kind == SUBJECT_CARD || subject->kind == SUBJECT_ACTION) {
        return chooser == SEAT_NOBODY ? BLOC_CN : (Bloc)(1 - (int)seat_bloc(chooser));
    }
    return 2 * box_centre(at).x <= table->ui->list->w ? BLOC_CN : BLOC_US;
}

void table_show(Table *table, UiTouch touch, Box box, const Subject *subject)
{
    if (touch.hot) {
        table->pointed = *subject;
        table->pointed_at = box;
    }
}

/* C shows the card that is pointed at or selected to the whole room. */
void table_spotlight(Table *table)
{
    int selected = table->desk->table.card;
    int card = table->pointed.kind == SUBJECT_CARD ? table->pointed.index : selected;

    if (card >= 0 && ui_letter(table->ui, 'c')) {
        desk_show_card(table->desk, card);
    }
}

void table_inspect(Table *table, UiTouch touch, Box box, const Subject *subject)
{
    enum { CORNER = 4 };
    TableMemory *memory = &table->desk->table;

    table_show(table, touch, box, subject);
    if (touch.focused) {
        ui_ring(table->ui, box, CORNER, INK_ACCENT);
    }
    if (touch.clicked) {
        bool again = subject_equal(&memory->pinned, subject);
        memory->pinned = again ? (Subject){.kind = SUBJECT_NONE} : *subject;
        memory->pinned_on = side_away(table, subject, box);
    }
}

void table_why(Table *table, Box box, Question question)
{
    uint32_t id =
        ui_id("why", (int)question.number * 10000 + question.subject * 100 + question.object);
    const Subject subject = {.kind = SUBJECT_NUMBER, .question = question};

    table_inspect(table, ui_zone(table->ui, id, box), box, &subject);
}

void table_tell(Table *table, Box box, const char *msgid)
{
    const Subject subject = {.kind = SUBJECT_WORDS, .words = msgid};

    table_inspect(table, ui_zone(table->ui, ui_id(msgid, 0), box), box, &subject);
}

static int height_of(Table *table, const Subject *subject, int width, bool compact)
{
    Column column = column_measured(table->ui, width, compact);

    subject_write(&column, table->scene, subject);
    return column.used;
}

/* How to keep it, or to let it go. */
static void draw_foot(Table *table, Box *box, bool pinned)
{
    Ui *ui = table->ui;
    Box foot = box_cut_bottom(box, ui_line(ui, TYPE_SMALL), FOOT_GAP);

    ui_text(ui, foot, (Style){TYPE_SMALL, INK_LOW, ALIGN_RIGHT, false},
            pinned ? say(table->scene->voice, "Esc: close")
                   : say(table->scene->voice, "click: keep open"));
}

static void draw_over(Table *table, Box panel, const Subject *subject, bool pinned)
{
    Ui *ui = table->ui;
    int width = panel.w - 2 * PAD;
    int foot = ui_line(ui, TYPE_SMALL) + FOOT_GAP;
    int height = height_of(table, subject, width, false);
    bool compact = height + foot + 2 * PAD > panel.h;

    if (compact) {
        height = height_of(table, subject, width, true);
    }
    bool keeps = subject->kind != SUBJECT_CARD && subject->kind != SUBJECT_ACTION &&
                 height + foot + 2 * PAD <= panel.h;
    height += 2 * PAD + (keeps ? foot : 0);
    Box box = {panel.x, panel.y + panel.h - height, panel.w, height};
    draw_shadow(ui->list, box, RADIUS, 14);
    draw_round(ui->list, box,
               look_edge(INK_RAISED, RADIUS, pinned ? INK_ACCENT : INK_EDGE, pinned ? 2 : 1));
    ui_zone_by_mouse(ui, ui_id("inspector", 0), box);
    Box inside = box_inset(box, PAD);
    if (keeps) {
        draw_foot(table, &inside, pinned);
    }
    Column column = column_drawn(ui, inside, compact);
    subject_write(&column, table->scene, subject);
    ui->list->overflows += column.used > inside.h;
}

void table_inspector(Table *table, const TablePlan *plan)
{
    TableMemory *memory = &table->desk->table;
    bool pinned = table->pointed.kind == SUBJECT_NONE;
    Subject subject = pinned ? memory->pinned : table->pointed;
    Bloc side = pinned ? memory->pinned_on : side_away(table, &subject, table->pointed_at);

    memory->section = subject_section(&subject);
    if (subject.kind != SUBJECT_NONE) {
        draw_over(table, plan->panel[side], &subject, pinned);
    }
}
