#include "ui/icon.h"

const char *const icon_name[ICON_COUNT] = {
#define ICON(id, name, path) name,
#include "ui/icons.def"
#undef ICON
};

const char *const icon_path[ICON_COUNT] = {
#define ICON(id, name, path) path,
#include "ui/icons.def"
#undef ICON
};

void icon_text(char text[ICON_TEXT_SIZE], Icon icon)
{
    unsigned code = ICON_FIRST + (unsigned)icon;

    text[0] = (char)(0xE0 | (code >> 12));
    text[1] = (char)(0x80 | ((code >> 6) & 0x3F));
    text[2] = (char)(0x80 | (code & 0x3F));
    text[3] = '\0';
}

Icon icon_of_tile(Tile tile)
{
    static const Icon icon[TILE_COUNT] = {ICON_CHIPS, ICON_EQUIP, ICON_ACCESS, ICON_MINERALS,
                                          ICON_DATA};

    return icon[tile];
}

Icon icon_of_need(Need need)
{
    static const Icon icon[NEED_COUNT] = {ICON_COMPUTE, ICON_PRICE, ICON_FLAG, ICON_SHIELD,
                                          ICON_INDUSTRY};

    return icon[need];
}

Icon icon_of_role(Role role)
{
    static const Icon icon[ROLE_COUNT] = {ICON_LENS, ICON_LENS, ICON_MEMORY, ICON_SILICON,
                                          ICON_FUND};

    return icon[role];
}

Icon icon_of_track(Track track)
{
    static const Icon icon[TRACK_COUNT] = {
        [TRACK_VP] = ICON_STAR,
        [TRACK_POOL] = ICON_STAR,
        [TRACK_DATACENTRES] = ICON_DATACENTRE,
        [TRACK_SILICON] = ICON_SILICON,
        [TRACK_EFFICIENCY] = ICON_EFFICIENCY,
        [TRACK_INDUSTRY] = ICON_INDUSTRY,
        [TRACK_TRUST] = ICON_TRUST,
        [TRACK_FRONTIER] = ICON_LAB,
        [TRACK_QUALITY] = ICON_RELEASE,
        [TRACK_LICENCE] = ICON_OPEN,
        [TRACK_COMPUTE] = ICON_COMPUTE,
        [TRACK_CAPITAL] = ICON_CAPITAL,
        [TRACK_PRICE] = ICON_PRICE,
        [TRACK_RISK] = ICON_RISK,
        [TRACK_BIFURCATION] = ICON_BIFURCATION,
        [TRACK_VALUATION] = ICON_VALUATION,
        [TRACK_PLATEAU] = ICON_PLATEAU,
        [TRACK_KNOWN] = ICON_PLATEAU,
        [TRACK_CONTROL] = ICON_CLOSED,
    };

    return icon[track];
}
