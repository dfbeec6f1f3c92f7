#include "core/vocab.h"
#include "ui/box.h"
#include "ui/table.h"
#include "ui/theme.h"

TablePlan table_plan(int w, int h, Theme theme)
{
    enum { LOW = 640, MIDDLE = 760, PANEL_LEAST = 216, PANEL_MOST = 420 };
    TablePlan plan = {.gap = h < LOW ? 8 : h < MIDDLE ? 10 : 14};
    int extra = theme == THEME_PROJECTOR ? 16 : 0;
    Box all = {0, 0, w, h};

    plan.bar = box_cut_top(&all, h < LOW ? 46 : 58, 0);
    all = box_inset(all, plan.gap);
    plan.strip = box_cut_bottom(&all,
                                (h < LOW      ? 130
                                 : h < MIDDLE ? 148
                                              : 158 + h / 80) +
                                    extra,
                                plan.gap);
    plan.action = box_cut_right(&plan.strip, w < 1000 ? 222 : w < 1200 ? 244 : 276, plan.gap);

    int edge = all.h;
    int most = all.w - 2 * (PANEL_LEAST + plan.gap);
    edge = edge < most ? edge : most;
    int panel = (all.w - edge - 2 * plan.gap) / 2;
    panel = panel < PANEL_MOST ? panel : PANEL_MOST;
    plan.panel[BLOC_US] = box_cut_left(&all, panel, plan.gap);
    plan.panel[BLOC_CN] = box_cut_right(&all, panel, plan.gap);
    plan.board = (Box){all.x + (all.w - edge) / 2, all.y, edge, all.h};
    return plan;
}
