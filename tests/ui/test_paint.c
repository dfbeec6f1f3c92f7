/* Lists, lines and pixels. */

#include <stdlib.h>
#include <string.h>

#include "test.h"
#include "ui/box.h"
#include "ui/canvas.h"
#include "ui/draw.h"
#include "ui/lines.h"
#include "ui/measure.h"
#include "ui/painter.h"

enum { EDGE = 200 };

/* NOLINTNEXTLINE(readability-non-const-parameter): it is a Glyphs' drawing function */
static bool no_letters(void *user, const Run *run, Mask *mask, int *base)
{
    (void)user;
    (void)run;
    (void)mask;
    (void)base;
    return false;
}

static Painter *painter_of(Error *err)
{
    Painter *painter = calloc(1, sizeof *painter);

    assert_non_null(painter);
    painter->scale = 1;
    painter->glyphs = (Glyphs){no_letters, NULL};
    assert_int_equal(painter_init(painter, EDGE, EDGE, err), STATUS_OK);
    return painter;
}

static void drop(Painter *painter)
{
    painter_clear(painter);
    free(painter);
}

static uint32_t pixel_at(const Painter *painter, int x, int y)
{
    return painter->canvas.pixel[y * EDGE + x];
}

TEST(a_circle_is_filled_inside_and_nowhere_else)
{
    static DrawList list;
    Error err;
    Painter *painter = painter_of(&err);

    draw_clear(&list, EDGE, EDGE);
    draw_circle(&list, (Spot){100, 100}, 80, look_fill(INK_US, 0));
    painter_paint(painter, &list);
    assert_int_equal(pixel_at(painter, 100, 100), theme_colour(THEME_DARK, INK_US));
    assert_int_equal(pixel_at(painter, 100, 62), theme_colour(THEME_DARK, INK_US));
    assert_int_equal(pixel_at(painter, 100, 58), theme_colour(THEME_DARK, INK_BACK));
    assert_int_equal(pixel_at(painter, 66, 66), theme_colour(THEME_DARK, INK_BACK));
    drop(painter);
}

static void draw_scene(DrawList *list, int x)
{
    const Spot ends[2] = {{10, 150}, {180, 160}};
    Look line = look_fill(INK_ACCENT, 0);

    line.width = 5;
    draw_clear(list, EDGE, EDGE);
    draw_shadow(list, (Box){x, 20, 60, 50}, 8, 10);
    draw_round(list, (Box){x, 20, 60, 50}, look_edge(INK_PANEL, 8, INK_CN, 2));
    draw_hexagon(list, (Box){100, 90, 50, 50}, look_ghost(INK_US, 0, INK_US));
    draw_line(list, ends[0], ends[1], line);
    draw_icon(list, (Box){20, 100, 48, 48}, ICON_SETTINGS, INK_HIGH);
    draw_clip(list, (Box){0, 0, 90, EDGE});
    draw_pattern(list, DRAW_HATCH, (Box){60, 120, 100, 70}, look_fill(INK_CN, 0));
}

/* Only what changed is painted anew, and nobody can see that. */
TEST(repainting_tiles_gives_the_pixels_of_a_whole_painting)
{
    static DrawList list;
    Error err;
    Painter *once = painter_of(&err);
    Painter *twice = painter_of(&err);

    draw_scene(&list, 30);
    painter_paint(twice, &list);
    draw_scene(&list, 75);
    painter_paint(once, &list);
    Box changed = painter_paint(twice, &list);
    assert_true(changed.w > 0 && changed.h < EDGE);
    assert_memory_equal(once->canvas.pixel, twice->canvas.pixel,
                        (size_t)EDGE * EDGE * sizeof once->canvas.pixel[0]);
    assert_int_equal(painter_paint(twice, &list).w, 0);
    drop(once);
    drop(twice);
}

TEST(a_line_never_begins_with_a_chinese_full_stop)
{
    const char *text = "甲乙丙丁。戊己";
    const LineRoom room = {.measure = &measure_fixed,
                           .language = LANGUAGE_ZH,
                           .face = FACE_TEXT,
                           .size = 10,
                           .width = 40};
    Lines lines;

    lines_break(&lines, text, &room);
    assert_int_equal(lines.count, 2);
    assert_int_equal(lines.line[0].length,
                     9); /* three characters: the fourth must not leave its stop */
}

TEST(a_word_that_is_wider_than_the_line_is_cut)
{
    const LineRoom room = {.measure = &measure_fixed,
                           .language = LANGUAGE_EN,
                           .face = FACE_TEXT,
                           .size = 10,
                           .width = 40};
    Lines lines;

    lines_break(&lines, "Incomprehensibilities", &room);
    assert_true(lines.count > 2);
    for (int i = 0; i < lines.count; i++) {
        assert_true(lines.line[i].length > 0);
    }
}

TEST(pieces_of_a_box_cover_it_but_for_the_gaps)
{
    Box box = {10, 20, 103, 50};
    Box last = box_column(box, 3, 4, 5);

    assert_int_equal(box_column(box, 0, 4, 5).x, 10);
    assert_int_equal(last.x + last.w, 113);
    for (int n = 1; n < 4; n++) {
        Box before = box_column(box, n - 1, 4, 5);
        assert_int_equal(box_column(box, n, 4, 5).x - before.x - before.w, 5);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_circle_is_filled_inside_and_nowhere_else),
        cmocka_unit_test(repainting_tiles_gives_the_pixels_of_a_whole_painting),
        cmocka_unit_test(a_line_never_begins_with_a_chinese_full_stop),
        cmocka_unit_test(a_word_that_is_wider_than_the_line_is_cut),
        cmocka_unit_test(pieces_of_a_box_cover_it_but_for_the_gaps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
