#include "ui/theme.h"

#include <stddef.h>

const char *const theme_name[THEME_COUNT + 1] = {"dark", "projector", NULL};

const char *const ink_name[INK_COUNT] = {
#define INK(id, name, dark, projector) name,
#include "ui/inks.def"
#undef INK
};

static const uint32_t colours[THEME_COUNT][INK_COUNT] = {
    {
#define INK(id, name, dark, projector) dark,
#include "ui/inks.def"
#undef INK
    },
    {
#define INK(id, name, dark, projector) projector,
#include "ui/inks.def"
#undef INK
    },
};

static const struct {
    Face face;
    int size[THEME_COUNT];
} types[TYPE_COUNT] = {
#define TYPE(id, name, face, dark, projector) {FACE_##face, {dark, projector}},
#include "ui/sizes.def"
#undef TYPE
};

uint32_t theme_colour(Theme theme, Ink ink)
{
    return colours[theme][ink];
}

Face type_face(Type type)
{
    return types[type].face;
}

Type type_smaller(Type type)
{
    static const Type smaller[TYPE_COUNT] = {
        [TYPE_TINY] = TYPE_TINY,
        [TYPE_SMALL] = TYPE_CARD_LEAST,
        [TYPE_BODY] = TYPE_SMALL,
        [TYPE_STRONG] = TYPE_CAPTION,
        [TYPE_NUMBER] = TYPE_CAPTION,
        [TYPE_CAPTION] = TYPE_LABEL,
        [TYPE_LABEL] = TYPE_LABEL,
        [TYPE_CARD] = TYPE_CARD_LESS,
        [TYPE_CARD_LESS] = TYPE_CARD_SMALL,
        [TYPE_CARD_SMALL] = TYPE_CARD_LEAST,
        [TYPE_CARD_LEAST] = TYPE_CARD_LEAST,
        [TYPE_HEAD] = TYPE_STRONG,
        [TYPE_TITLE] = TYPE_HEAD,
        [TYPE_HUGE] = TYPE_TITLE,
        [TYPE_CARD_TITLE] = TYPE_CARD_TITLE,
        [TYPE_SPOT] = TYPE_SPOT,
        [TYPE_SPOT_TITLE] = TYPE_SPOT_TITLE,
    };

    return smaller[type];
}

int theme_type_size(Theme theme, Type type)
{
    return types[type].size[theme];
}

int theme_line(Theme theme, Type type)
{
    enum { LINE_OF_SIX = 8 }; /* a line is 8/6 of its letters */

    return (types[type].size[theme] * LINE_OF_SIX + 3) / 6;
}

Ink ink_of_side(int x)
{
    return x < 0 ? INK_US : x > 0 ? INK_CN : INK_NEUTRAL;
}

Ink ink_deep_of_side(int x)
{
    return x < 0 ? INK_US_DEEP : x > 0 ? INK_CN_DEEP : INK_NEUTRAL_DEEP;
}

Ink ink_of_bloc(Bloc bloc)
{
    return bloc == BLOC_US ? INK_US : INK_CN;
}

Ink ink_deep_of_bloc(Bloc bloc)
{
    return bloc == BLOC_US ? INK_US_DEEP : INK_CN_DEEP;
}

Ink ink_tint_of_bloc(Bloc bloc)
{
    return bloc == BLOC_US ? INK_US_TINT : INK_CN_TINT;
}
