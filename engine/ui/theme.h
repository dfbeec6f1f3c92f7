/* How things look: colours and letters by their role, so that a screen never names either. */

#ifndef TPD_UI_THEME_H
#define TPD_UI_THEME_H

#include <stdint.h>

#include "core/vocab.h"

typedef enum Theme { THEME_DARK, THEME_PROJECTOR, THEME_COUNT } Theme;
extern const char *const theme_name[THEME_COUNT + 1]; /* "dark", "projector", NULL */

typedef enum Ink {
#define INK(id, name, dark, projector) INK_##id,
#include "ui/inks.def"
#undef INK
    INK_COUNT
} Ink;
extern const char *const ink_name[INK_COUNT];

uint32_t theme_colour(Theme theme, Ink ink); /* 0xRRGGBB */

typedef enum Face { FACE_TEXT, FACE_BOLD, FACE_TITLE, FACE_COUNT } Face;

typedef enum Type {
#define TYPE(id, name, face, dark, projector) TYPE_##id,
#include "ui/sizes.def"
#undef TYPE
    TYPE_COUNT
} Type;

Face type_face(Type type);
/* The next smaller type of the same kind; itself where there is none. */
Type type_smaller(Type type);
int theme_type_size(Theme theme, Type type); /* of its letters */
int theme_line(Theme theme, Type type);      /* from one line of text to the next */

/* The inks of a side: of the US, of China, and of nobody for x = 0. */
Ink ink_of_side(int x);
Ink ink_deep_of_side(int x);
Ink ink_of_bloc(Bloc bloc);
Ink ink_deep_of_bloc(Bloc bloc);
Ink ink_tint_of_bloc(Bloc bloc);

#endif
