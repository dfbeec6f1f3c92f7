/* A draw list as text: numbers and names, so that it is the same on every machine. */

#include <stdint.h>

#include "text/prose.h"
#include "ui/draw.h"
#include "ui/icon.h"
#include "ui/theme.h"

enum { LINE_SIZE = 2048 };

static const char *const type_name[TYPE_COUNT] = {
#define TYPE(id, name, face, dark, projector) name,
#include "ui/sizes.def"
#undef TYPE
};

static const char *const align_name[] = {"left", "centre", "right"};

static void print_look(Prose *out, const DrawCommand *command)
{
    const Look *look = &command->look;

    if (look->fill != INK_NONE) {
        prose_add_format(out, " %s", ink_name[look->fill]);
    }
    if (look->alpha != OPAQUE && look->fill != INK_NONE) {
        prose_add_format(out, "/%d", look->alpha);
    }
    if (look->radius > 0) {
        prose_add_format(out, " r%d", look->radius);
    }
    if (look->edge != INK_NONE || command->kind == DRAW_LINE || command->kind == DRAW_SHADOW) {
        prose_add_format(out, " edge %s %d%s", ink_name[look->edge], look->width,
                         look->dashed ? " dashed" : "");
    }
}

/* Icons inside a text by their names. */
static void print_words(Prose *out, const char *text, int length)
{
    for (int i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (byte == 0xEE && i + 2 < length) {
            int icon = ((text[i + 1] & 0x3F) << 6) + (text[i + 2] & 0x3F);
            prose_add_format(out, "{%s}", icon < ICON_COUNT ? icon_name[icon] : "?");
            i += 2;
        } else {
            prose_add_bytes(out, &text[i], 1);
        }
    }
}

static void print_command(Prose *out, const DrawList *list, const DrawCommand *command)
{
    prose_add_format(out, "%s %d,%d %dx%d", draw_name[command->kind], command->x, command->y,
                     command->w, command->h);
    print_look(out, command);
    for (int i = 0; i < command->corner_count; i++) {
        prose_add_format(out, " %d,%d", command->corner[i][0], command->corner[i][1]);
    }
    if (command->kind == DRAW_ICON) {
        prose_add_format(out, " %s", icon_name[command->icon]);
    }
    if (command->kind == DRAW_TEXT) {
        prose_add_format(out, " %s %s: ", type_name[command->type], align_name[command->align]);
        print_words(out, list->text + command->text, command->length);
        prose_add(out, command->too_wide != 0 ? "  << does not fit" : "");
    }
}

void draw_print(const DrawList *list, DrawSink *sink, void *user)
{
    char line[LINE_SIZE];

    for (int i = 0; i < list->count; i++) {
        Prose out = prose_start(line, sizeof line);
        print_command(&out, list, &list->item[i]);
        sink(user, line);
    }
}
