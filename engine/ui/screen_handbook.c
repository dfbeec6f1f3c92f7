/* The handbook: contents at the left, a page of it or what a search finds at the right. */

#include "ui/screen_handbook.h"

#include <stdio.h>
#include <string.h>

#include "ui/box.h"
#include "ui/desk.h"
#include "ui/desk_host.h"
#include "ui/draw.h"
#include "ui/sheet.h"
#include "ui/theme.h"
#include "ui/ui.h"

enum { WIDEST = 1200, GAP = 12, FOUND_MAX = 200, LINKS_MAX = 5, LINE_SIZE = 4096 };

/* A table's columns begin where the widest cells before them end. */
typedef struct Columns {
    int count;
    int x[CELLS_MAX], w[CELLS_MAX];
} Columns;

static bool is_read(const Desk *desk)
{
    const HandbookMemory *memory = &desk->handbook;

    return memory->read && memory->voice.language == desk->voice->language &&
           memory->voice.names == desk->voice->names;
}

static void read_pages(Desk *desk)
{
    HandbookMemory *memory = &desk->handbook;

    if (is_read(desk) || desk->host.print_handbook == NULL) {
        return;
    }
    pages_clear(&memory->pages);
    memory->read = true;
    memory->voice = *desk->voice;
    memory->page.first = 0;
    if (desk_went_well(desk, desk->host.print_handbook(desk->host.user, desk->voice, pages_add,
                                                       &memory->pages, &desk->err))) {
        pages_cut(&memory->pages);
    }
}

/* Where whoever opened it wanted to read. */
static void turn_to_section(HandbookMemory *memory)
{
    int chapter =
        memory->section == NULL ? -1 : pages_chapter(&memory->pages, pages_number(memory->section));

    memory->section = NULL;
    if (chapter >= 0) {
        memory->search[0] = '\0';
        memory->chapter = chapter;
        memory->page.first = 0;
    }
}

static const char *text_of(const Pages *pages, int passage)
{
    return pages->text + pages->passage[passage].start;
}

static int chapter_end(const Pages *pages, int chapter)
{
    return chapter + 1 < pages->chapter_count ? pages->chapter[chapter + 1] : pages->passage_count;
}

/* ---- passages ---- */

static int cell_width(const Ui *ui, Cell cell)
{
    char text[LINE_SIZE];

    snprintf(text, sizeof text, "%.*s", cell.length, cell.text);
    return ui_width(ui, TYPE_SMALL, text) + GAP;
}

/* Of the table around the passage: as wide as their cells, or in proportion where that is too much. */
static Columns columns_of(const Ui *ui, const Pages *pages, int passage, int width)
{
    Columns columns = {0};
    int first = passage;
    int sum = 0;

    while (first > 0 && pages->passage[first - 1].kind == PASSAGE_ROW) {
        first--;
    }
    for (int n = first; n < pages->passage_count && pages->passage[n].kind == PASSAGE_ROW; n++) {
        Cell cell[CELLS_MAX];
        int count = pages_cells(text_of(pages, n), cell);
        columns.count = count > columns.count ? count : columns.count;
        for (int i = 0; i < count; i++) {
            int w = cell_width(ui, cell[i]);
            w = w < width / 2 ? w : width / 2;
            columns.w[i] = w > columns.w[i] ? w : columns.w[i];
        }
    }
    for (int i = 0; i < columns.count; i++) {
        sum += columns.w[i];
    }
    for (int i = 0, x = 0; i < columns.count; i++) {
        columns.w[i] = sum > width && sum > 0 ? columns.w[i] * width / sum : columns.w[i];
        columns.x[i] = x;
        x += columns.w[i];
    }
    return columns;
}

/* Its height; drawn only if `draws`. */
static int set_row(Ui *ui, const Pages *pages, int passage, Box box, bool draws)
{
    Columns columns = columns_of(ui, pages, passage, box.w);
    Cell cell[CELLS_MAX];
    char text[LINE_SIZE];
    int count = pages_cells(text_of(pages, passage), cell);
    int most = ui_line(ui, TYPE_SMALL);

    for (int i = 0; i < count; i++) {
        snprintf(text, sizeof text, "%.*s", cell[i].length, cell[i].text);
        int w = columns.w[i] - GAP > 8 ? columns.w[i] - GAP : 8;
        int height = ui_paragraph_height(ui, w, TYPE_SMALL, text);
        most = height > most ? height : most;
        if (draws) {
            ui_paragraph_around(ui, (Box){box.x + columns.x[i], box.y, w, height},
                                (Style){TYPE_SMALL, INK_HIGH, ALIGN_LEFT, true}, text,
                                (Indent){0, 0});
        }
    }
    if (draws) {
        draw_round(ui->list, (Box){box.x, box.y + most + 2, box.w, 1}, look_fill(INK_LINE, 0));
    }
    return most + 6;
}

static int set_text(Ui *ui, Box box, const Passage *passage, const char *text, bool draws)
{
    static const Type type[] = {TYPE_TITLE, TYPE_HEAD, TYPE_BODY, TYPE_BODY, TYPE_SMALL};
    static const Ink ink[] = {INK_HIGH, INK_HIGH, INK_MID, INK_MID, INK_MID};
    int in = passage->kind == PASSAGE_ITEM ? 18 : 0;
    Box at = {box.x + in, box.y, box.w - in, 0};

    at.h = ui_paragraph_height(ui, at.w, type[passage->kind], text);
    if (draws) {
        ui_paragraph_around(ui, at,
                            (Style){type[passage->kind], ink[passage->kind], ALIGN_LEFT, true},
                            text, (Indent){0, 0});
    }
    return at.h + (passage->kind == PASSAGE_ITEM ? 4 : 8);
}

static int set_passage(Ui *ui, const Pages *pages, int n, Box box, bool draws)
{
    const Passage *passage = &pages->passage[n];

    return passage->kind == PASSAGE_ROW ? set_row(ui, pages, n, box, draws)
                                        : set_text(ui, box, passage, text_of(pages, n), draws);
}

/* How many of the last passages up to `end` fill a page. */
static int last_page(Ui *ui, const Pages *pages, int from, int end, Box box)
{
    int height = 0;
    int count = 0;

    while (end - count > from && count < FOUND_MAX) {
        height += set_passage(ui, pages, end - count - 1, box, false);
        if (height > box.h) {
            break;
        }
        count++;
    }
    return count < 1 ? 1 : count;
}

/* ---- links ---- */

typedef struct Links {
    int count;
    int chapter[LINKS_MAX];
} Links;

static void add_link(Links *links, int chapter, int open)
{
    bool known = chapter < 0 || chapter == open || links->count == LINKS_MAX;

    for (int i = 0; i < links->count; i++) {
        known = known || links->chapter[i] == chapter;
    }
    if (!known) {
        links->chapter[links->count++] = chapter;
    }
}

/* Buttons for the chapters that the passages name. */
static void draw_links(Ui *ui, HandbookMemory *memory, Box row, int from, int to)
{
    const Pages *pages = &memory->pages;
    Links links = {.count = 0};

    for (int n = from; n < to; n++) {
        const char *text = text_of(pages, n);
        for (int at = 0; text[at] != '\0';) {
            add_link(&links, pages_link(pages, text, &at), memory->chapter);
        }
    }
    for (int i = 0; i < links.count; i++) {
        const char *title = text_of(pages, pages->chapter[links.chapter[i]]);
        const Button button = {.id = ui_id("link", links.chapter[i]), .label = title, .icon = -1};
        int width = ui_width(ui, TYPE_STRONG, title) + 24;
        if (width > row.w) {
            return;
        }
        if (ui_button(ui, box_cut_left(&row, width, 8), &button)) {
            memory->chapter = links.chapter[i];
            memory->page.first = 0;
        }
    }
}

/* ---- the page ---- */

static void draw_page(Ui *ui, HandbookMemory *memory, Box box)
{
    const Pages *pages = &memory->pages;
    int chapter = memory->chapter < pages->chapter_count ? memory->chapter : 0;
    int from = pages->chapter[chapter];
    int end = chapter_end(pages, chapter);
    Box links = box_cut_bottom(&box, ui_line(ui, TYPE_STRONG) + 10, 8);

    scroll_move(ui, &box, &memory->page, end - from, last_page(ui, pages, from, end, box));
    int n = from + memory->page.first;
    int first = n;
    while (n < end) {
        int height = set_passage(ui, pages, n, box, false);
        if (height > box.h && n > first) {
            break;
        }
        set_passage(ui, pages, n, box, true);
        box_cut_top(&box, height, 0);
        n++;
    }
    draw_links(ui, memory, links, first, n);
}

static bool contains(const char *text, const char *word)
{
    size_t length = strlen(word);

    for (; *text != '\0'; text++) {
        size_t i = 0;
        while (i < length && ((text[i] | ((text[i] >= 'A' && text[i] <= 'Z') ? 0x20 : 0)) ==
                              (word[i] | ((word[i] >= 'A' && word[i] <= 'Z') ? 0x20 : 0)))) {
            i++;
        }
        if (i == length) {
            return true;
        }
    }
    return false;
}

static void draw_found(Ui *ui, HandbookMemory *memory, Box box)
{
    const Pages *pages = &memory->pages;
    int found[FOUND_MAX];
    int count = 0;

    for (int n = 0; n < pages->passage_count && count < FOUND_MAX; n++) {
        if (contains(text_of(pages, n), memory->search)) {
            found[count++] = n;
        }
    }
    if (count == 0) {
        ui_text(ui, box_cut_top(&box, ui_line(ui, TYPE_BODY), 0),
                (Style){TYPE_BODY, INK_MID, ALIGN_LEFT, true},
                say(ui->voice, "Nothing in the handbook says so."));
        return;
    }
    scroll_move(ui, &box, &memory->found, count, 1);
    for (int i = memory->found.first; i < count; i++) {
        int n = found[i];
        int height = set_passage(ui, pages, n, box, false);
        if (height > box.h) {
            return;
        }
        Box at = box_cut_top(&box, height, 0);
        UiTouch touch = ui_zone(ui, ui_id("found", n), at);
        if (touch.hot) {
            draw_round(ui->list, box_inset(at, -3), look_fill(INK_RAISED, 6));
        }
        set_passage(ui, pages, n, at, true);
        if (touch.clicked) {
            memory->search[0] = '\0';
            memory->chapter = pages->passage[n].chapter;
            memory->page.first = n - pages->chapter[memory->chapter];
        }
    }
}

/* ---- contents ---- */

static void draw_contents(Ui *ui, HandbookMemory *memory, Box box)
{
    enum { HIGHEST = 36 };
    const Pages *pages = &memory->pages;
    int rows = pages->chapter_count < 1 ? 1 : pages->chapter_count;
    int most = rows * HIGHEST;

    box.h = box.h < most ? box.h : most;
    for (int n = 0; n < pages->chapter_count; n++) {
        Box row = box_row(box, n, rows, 2);
        UiTouch touch = ui_zone(ui, ui_id("chapter", n), row);
        bool open = n == memory->chapter && memory->search[0] == '\0';
        if (open || touch.hot) {
            draw_round(ui->list, row, look_fill(open ? INK_WELL : INK_RAISED, 6));
        }
        if (touch.focused) {
            ui_ring(ui, row, 6, INK_ACCENT);
        }
        Box text = {row.x + 8, row.y, row.w - 12, row.h};
        ui_text(ui, text, (Style){TYPE_BODY, open ? INK_HIGH : INK_MID, ALIGN_LEFT, true},
                text_of(pages, pages->chapter[n]));
        if (touch.clicked) {
            memory->chapter = n;
            memory->page.first = 0;
            memory->search[0] = '\0';
        }
    }
}

void screen_handbook(Ui *ui, Desk *desk)
{
    HandbookMemory *memory = &desk->handbook;
    Box box = sheet_begin(ui, desk, say(ui->voice, C_("title", "Handbook")), WIDEST);

    read_pages(desk);
    turn_to_section(memory);
    Box left = box_cut_left(&box, box.w * 30 / 100, GAP);
    left = sheet_panel(ui, left, NULL);
    const Field field = {.id = ui_id("search", 0),
                         .text = memory->search,
                         .size = sizeof memory->search,
                         .empty = say(ui->voice, "Search")};
    ui_field(ui, box_cut_top(&left, 30, 8), &field);
    draw_contents(ui, memory, left);
    Box page = sheet_panel(ui, box, NULL);
    if (memory->search[0] != '\0') {
        draw_found(ui, memory, page);
    } else if (memory->pages.chapter_count > 0) {
        draw_page(ui, memory, page);
    }
    if (ui_key(ui, UI_KEY_BACK)) {
        if (memory->search[0] != '\0') {
            memory->search[0] = '\0';
        } else {
            desk_back(desk);
        }
    }
}
