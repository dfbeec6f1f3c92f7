/* Pictures: in a command of their own, or as a character in the middle of a text. */

#ifndef TPD_UI_ICON_H
#define TPD_UI_ICON_H

#include "core/vocab.h"

typedef enum Icon {
#define ICON(id, name, path) ICON_##id,
#include "ui/icons.def"
#undef ICON
    ICON_COUNT
} Icon;

extern const char *const icon_name[ICON_COUNT], *const icon_path[ICON_COUNT];

/* An icon as a character of a text: UTF-8 of U+E000 + icon, with its zero. */
enum { ICON_TEXT_SIZE = 4, ICON_FIRST = 0xE000 };
void icon_text(char text[ICON_TEXT_SIZE], Icon icon);

Icon icon_of_tile(Tile tile);
Icon icon_of_need(Need need);
Icon icon_of_role(Role role); /* not of none */
Icon icon_of_track(Track track);

#endif
