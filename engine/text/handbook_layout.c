#include "text/handbook_layout.h"

#include <string.h>

#include "text/paragraph.h"
#include "text/width.h"

enum { CELLS_MAX = 12, LEAST_DASHES = 3 };

static const char fence[] = "```";

static void clear(HandbookLayout *layout)
{
    layout->gathered = prose_start(layout->text, sizeof layout->text);
    layout->in_table = false;
    layout->first[0] = '\0';
    layout->indent[0] = '\0';
}

void layout_start(HandbookLayout *layout, HandbookSink *sink, void *user)
{
    layout->sink = sink;
    layout->user = user;
    layout->in_fence = false;
    clear(layout);
}

/* ---- tables ---- */

/* A cell of a row "| a | b |", without the blanks around it. */
typedef struct Cell {
    const char *text;
    int bytes, columns;
} Cell;

static int columns_of(const char *text, int bytes)
{
    char cell[LAYOUT_TEXT_SIZE];

    memcpy(cell, text, (size_t)bytes);
    cell[bytes] = '\0';
    return text_width(cell);
}

/* Takes the row at `at` apart; what follows its line. */
static const char *split_row(Cell cell[CELLS_MAX], int *count, const char *at)
{
    const char *end = at + strcspn(at, "\n");

    *count = 0;
    for (at++; at < end && *count < CELLS_MAX;) {
        int bytes = (int)strcspn(at, "|\n");
        const char *next = at + bytes + (at[bytes] == '|');
        while (bytes > 0 && *at == ' ') {
            at++;
            bytes--;
        }
        while (bytes > 0 && at[bytes - 1] == ' ') {
            bytes--;
        }
        cell[(*count)++] = (Cell){at, bytes, columns_of(at, bytes)};
        at = next;
    }
    return end + (*end == '\n');
}

static bool is_rule(const Cell *cell)
{
    return cell->bytes >= LEAST_DASHES && (int)strspn(cell->text, "-:") >= cell->bytes;
}

static void measure_table(const char *rows, int width[CELLS_MAX])
{
    Cell cell[CELLS_MAX];
    int count;

    memset(width, 0, CELLS_MAX * sizeof width[0]);
    while (*rows != '\0') {
        rows = split_row(cell, &count, rows);
        for (int i = 0; i < count; i++) {
            int columns = is_rule(&cell[i]) ? LEAST_DASHES : cell[i].columns;
            width[i] = columns > width[i] ? columns : width[i];
        }
    }
}

static void write_cell(Prose *out, const Cell *cell, int width)
{
    bool rule = is_rule(cell);

    prose_add(out, rule ? "|-" : "| ");
    if (!rule) {
        prose_add_bytes(out, cell->text, cell->bytes);
    }
    for (int i = rule ? 0 : cell->columns; i < width; i++) {
        prose_add(out, rule ? "-" : " ");
    }
    prose_add(out, rule ? "-" : " ");
}

static void write_table(const HandbookLayout *layout, Prose *out)
{
    Cell cell[CELLS_MAX];
    int width[CELLS_MAX];
    int count;

    measure_table(layout->text, width);
    for (const char *rows = layout->text; *rows != '\0';) {
        rows = split_row(cell, &count, rows);
        for (int i = 0; i < count; i++) {
            write_cell(out, &cell[i], width[i]);
        }
        prose_add(out, "|\n");
    }
}

/* ---- paragraphs ---- */

/* Hands on what has been gathered. */
static void flush(HandbookLayout *layout)
{
    Prose out = prose_start(layout->out, sizeof layout->out);

    if (layout->gathered.length > 0 && layout->in_table) {
        write_table(layout, &out);
    } else if (layout->gathered.length > 0) {
        const Layout shape = {layout->first, layout->indent, HANDBOOK_COLUMNS};
        prose_add_paragraph(&out, layout->text, &shape);
    }
    if (out.length > 0) {
        layout->sink(layout->user, layout->out);
    }
    clear(layout);
}

static void hand_on(HandbookLayout *layout, const char *line)
{
    Prose out = prose_start(layout->out, sizeof layout->out);

    prose_add(&out, line);
    prose_add(&out, "\n");
    layout->sink(layout->user, layout->out);
}

/* Bytes of what marks a list item, blanks before and after it included: "  - ", "12. "; else 0. */
static int marker_bytes(const char *line)
{
    int at = (int)strspn(line, " ");
    int digits = (int)strspn(line + at, "0123456789");

    if (digits > 0 && strncmp(line + at + digits, ". ", 2) == 0) {
        return at + digits + 2;
    }
    return strncmp(line + at, "- ", 2) == 0 ? at + 2 : 0;
}

static void start_item(HandbookLayout *layout, const char *line, int marker)
{
    int bytes = marker < INDENT_SIZE ? marker : INDENT_SIZE - 1;

    flush(layout);
    memcpy(layout->first, line, (size_t)bytes);
    layout->first[bytes] = '\0';
    memset(layout->indent, ' ', (size_t)bytes);
    layout->indent[bytes] = '\0';
    prose_add(&layout->gathered, line + marker);
}

/* Whether the character that ends at `end` is as wide as a Chinese one. */
static bool is_wide_before(const char *text, const char *end)
{
    const char *at = end - 1;
    char character[8] = "";

    while (at > text && ((unsigned char)*at & 0xc0) == 0x80) {
        at--;
    }
    if (end - at < (long)sizeof character) {
        memcpy(character, at, (size_t)(end - at));
    }
    return text_width(character) == 2;
}

/* A line that ends with a Chinese character or mark is joined without a blank. */
void layout_continue(HandbookLayout *layout, const char *line)
{
    Prose *gathered = &layout->gathered;

    if (layout->in_table) {
        flush(layout);
    }
    line += strspn(line, " ");
    if (gathered->length > 0 &&
        !is_wide_before(gathered->text, gathered->text + gathered->length)) {
        prose_add(gathered, " ");
    }
    prose_add(gathered, line);
}

void layout_line(HandbookLayout *layout, const char *line)
{
    bool is_row = line[0] == '|';
    int marker = layout->in_fence ? 0 : marker_bytes(line);

    if (strncmp(line, fence, sizeof fence - 1) == 0) {
        flush(layout);
        layout->in_fence = !layout->in_fence;
        hand_on(layout, line);
    } else if (layout->in_fence) {
        hand_on(layout, line);
    } else if (line[0] == '\0' || line[0] == '#') {
        flush(layout);
        hand_on(layout, line);
    } else if (marker > 0) {
        start_item(layout, line, marker);
    } else if (is_row) {
        if (!layout->in_table) {
            flush(layout);
        }
        layout->in_table = true;
        prose_add(&layout->gathered, line);
        prose_add(&layout->gathered, "\n");
    } else {
        layout_continue(layout, line);
    }
}

void layout_end(HandbookLayout *layout)
{
    flush(layout);
}
