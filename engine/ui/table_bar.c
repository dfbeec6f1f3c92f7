
#include <stdbool.h>
#include <stddef.h>

#include "ui/box.h"
#include "ui/draw.h"
#include "ui/motion.h"
#include "ui/table.h"
#include "ui/theme.h"
#include "ui/ui.h"

void table_caption(Table *table, Box box, const char *text)
{
    ui_text(table->ui, box, (Style){TYPE_CAPTION, INK_LOW, ALIGN_LEFT, true}, text);
}

/* What is filled stays, what is outlined comes, what is slashed goes. */
static void draw_segment(Table *table, Box box, const Segments *segments, int n)
{
    enum { RADIUS = 2, SLASH = 2 };
    DrawList *list = table->ui->list;
    Look look = look_fill(INK_WELL, RADIUS);

    if (n < segments->now && n >= segments->next) {
        look = look_fill(segments->ink, RADIUS);
        look.alpha = 90;
        draw_round(list, box, look);
        look = look_fill(INK_HIGH, 0);
        look.width = SLASH;
        draw_line(list, (Spot){box.x + 2, box.y + box.h - 2}, (Spot){box.x + box.w - 2, box.y + 2},
                  look);
        return;
    }
    if (n < segments->now) {
        look = look_fill(segments->ink, RADIUS);
    } else if (n < segments->next) {
        look = look_edge(segments->ink, RADIUS, segments->ink, SLASH);
        look.alpha = 70;
    }
    draw_round(list, box, look);
}

/* How much of a segment is filled while the track moves, of MOTION_WHOLE: one after the other. */
static int filled(const Table *table, const Segments *segments, int n)
{
    bool grows = segments->next > segments->now;
    int steps = grows ? segments->next - segments->now : segments->now - segments->next;
    int before = grows ? n - segments->now : segments->now - 1 - n;
    int part = motion_part(table->motion) * steps - before * MOTION_WHOLE;

    part = part < 0 ? 0 : part > MOTION_WHOLE ? MOTION_WHOLE : part;
    return grows ? part : MOTION_WHOLE - part;
}

static void draw_moving_segment(Table *table, Box box, const Segments *segments, int n)
{
    enum { RADIUS = 2 };
    Box part = {box.x, box.y, box.w * filled(table, segments, n) / MOTION_WHOLE, box.h};

    draw_round(table->ui->list, box, look_edge(INK_WELL, RADIUS, segments->ink, 1));
    if (part.w > 0) {
        draw_round(table->ui->list, part, look_fill(segments->ink, RADIUS));
    }
}

void table_segments(Table *table, Box box, const Segments *segments)
{
    for (int n = 0; n < segments->most; n++) {
        Box segment = box_column(box, n, segments->most, 2);
        bool changes = (n < segments->now) != (n < segments->next);
        if (table->motion != NULL && changes) {
            draw_moving_segment(table, segment, segments, n);
        } else {
            draw_segment(table, segment, segments, n);
        }
    }
}
