#include "ui/fonts.h"

#include <SDL_pixels.h>
#include <SDL_surface.h>
#include <SDL_ttf.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "ui/canvas.h"
#include "ui/font_find.h"
#include "ui/theme.h"

enum {
    SCRIPT_LATIN,
    SCRIPT_WIDE,
    SCRIPT_COUNT,
    WIDE_FIRST = 0x2E80, /* characters that are as wide as high begin here */
    ICONS_FIRST = 0xE000,
    ICONS_END = 0xE100,
    EXACT = 256,      /* the size at which widths are measured */
    SIZES_MAX = 96,   /* open fonts */
    MASKS_MAX = 4096, /* a power of 2 */
    MASK_BYTES_MAX = 24 * 1024 * 1024,
    TEXT_SIZE = 1024,
    ASCII_COUNT = 128,
};

typedef struct OpenFont {
    int face, script, size;
    TTF_Font *font;
} OpenFont;

/* A run that has been drawn. */
typedef struct KeptMask {
    uint64_t key; /* 0: none */
    Mask mask;
    int base;
    uint8_t *bytes; /* owned */
} KeptMask;

struct Fonts {
    FontFile file[FACE_COUNT][SCRIPT_COUNT];
    int open_count;
    OpenFont open[SIZES_MAX];
    TTF_Font *exact[FACE_COUNT][SCRIPT_COUNT];
    int advance[FACE_COUNT][ASCII_COUNT]; /* at EXACT */
    size_t bytes;                         /* of all masks */
    int mask_count;
    KeptMask kept[MASKS_MAX];
};

static int script_of(unsigned code)
{
    return code >= WIDE_FIRST ? SCRIPT_WIDE : SCRIPT_LATIN;
}

/* ---- opening ---- */

static Status find_files(Fonts *fonts, Error *err)
{
    static const char *const latin[] = {"Inter", "Noto Sans", "DejaVu Sans", NULL};
    static const char *const title[] = {"Inter Display", "Inter", "Noto Sans", "DejaVu Sans", NULL};
    static const char *const wide[] = {"Noto Sans CJK SC", "Source Han Sans SC",
                                       "WenQuanYi Zen Hei", NULL};

    for (int face = 0; face < FACE_COUNT; face++) {
        const FontWish letters = {face == FACE_TITLE ? title : latin, face != FACE_TEXT, 'A',
                                  "fonts-inter"};
        const FontWish characters = {wide, face != FACE_TEXT, 0x4E2D, "fonts-noto-cjk"};
        Status status = font_find(&fonts->file[face][SCRIPT_LATIN], &letters, err);
        if (status == STATUS_OK) {
            status = font_find(&fonts->file[face][SCRIPT_WIDE], &characters, err);
        }
        if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

static TTF_Font *open_file(const FontFile *file, int size)
{
    return TTF_OpenFontIndex(file->path, size, file->index);
}

static Status open_scripts(Fonts *fonts, int face, Error *err)
{
    for (int script = 0; script < SCRIPT_COUNT; script++) {
        TTF_Font *font = open_file(&fonts->file[face][script], EXACT);
        if (font == NULL) {
            return error_set(err, STATUS_IO, "%.300s: %.300s", fonts->file[face][script].path,
                             TTF_GetError());
        }
        TTF_SetFontHinting(font, TTF_HINTING_NONE);
        fonts->exact[face][script] = font;
    }
    return STATUS_OK;
}

static Status open_exact(Fonts *fonts, Error *err)
{
    for (int face = 0; face < FACE_COUNT; face++) {
        Status status = open_scripts(fonts, face, err);
        if (status != STATUS_OK) {
            return status;
        }
        for (unsigned code = ' '; code < ASCII_COUNT; code++) {
            TTF_GlyphMetrics32(fonts->exact[face][SCRIPT_LATIN], code, NULL, NULL, NULL, NULL,
                               &fonts->advance[face][code]);
        }
    }
    return STATUS_OK;
}

Status fonts_open(Fonts **fonts, Error *err)
{
    if (TTF_Init() != 0) {
        return error_set(err, STATUS_IO, "SDL_ttf: %.500s", TTF_GetError());
    }
    Fonts *opened = calloc(1, sizeof *opened);
    if (opened == NULL) {
        TTF_Quit();
        return error_set(err, STATUS_MEMORY, "out of memory for fonts");
    }
    Status status = find_files(opened, err);
    if (status == STATUS_OK) {
        status = open_exact(opened, err);
    }
    if (status != STATUS_OK) {
        fonts_close(opened);
        return status;
    }
    *fonts = opened;
    return STATUS_OK;
}

static void forget_masks(Fonts *fonts)
{
    for (int i = 0; i < MASKS_MAX; i++) {
        free(fonts->kept[i].bytes);
    }
    memset(fonts->kept, 0, sizeof fonts->kept);
    fonts->mask_count = 0;
    fonts->bytes = 0;
}

void fonts_close(Fonts *fonts)
{
    if (fonts == NULL) {
        return;
    }
    forget_masks(fonts);
    for (int i = 0; i < fonts->open_count; i++) {
        TTF_CloseFont(fonts->open[i].font);
    }
    for (int i = 0; i < FACE_COUNT * SCRIPT_COUNT; i++) {
        TTF_Font *font = fonts->exact[i / SCRIPT_COUNT][i % SCRIPT_COUNT];
        if (font != NULL) {
            TTF_CloseFont(font);
        }
    }
    free(fonts);
    TTF_Quit();
}

/* ---- measuring ---- */

/* At EXACT. */
static int advance_of(const Fonts *fonts, Face face, unsigned code)
{
    int advance = EXACT;

    if (code >= ICONS_FIRST && code < ICONS_END) {
        return EXACT * ICON_EM_PERCENT / 100;
    }
    if (code < ASCII_COUNT) {
        return fonts->advance[face][code];
    }
    TTF_GlyphMetrics32(fonts->exact[face][script_of(code)], code, NULL, NULL, NULL, NULL, &advance);
    return advance;
}

static int true_width(void *user, const Run *run)
{
    const Fonts *fonts = user;
    int64_t width = 0;

    for (int i = 0; i < run->length; i += utf8_length(run->text + i)) {
        width += advance_of(fonts, run->face, utf8_code(run->text + i));
    }
    return (int)(width * run->size * MEASURE_UNIT / EXACT);
}

Measure fonts_measure(Fonts *fonts)
{
    return (Measure){true_width, fonts};
}

bool fonts_has(Fonts *fonts, unsigned code)
{
    return TTF_GlyphIsProvided32(fonts->exact[FACE_TEXT][script_of(code)], code) != 0;
}

/* ---- drawing ---- */

static TTF_Font *font_of(Fonts *fonts, const Run *run, int script)
{
    for (int i = 0; i < fonts->open_count; i++) {
        const OpenFont *open = &fonts->open[i];
        if (open->face == (int)run->face && open->script == script && open->size == run->size) {
            return open->font;
        }
    }
    if (fonts->open_count == SIZES_MAX) { /* a window that was given very many scales */
        TTF_CloseFont(fonts->open[--fonts->open_count].font);
    }
    TTF_Font *font = open_file(&fonts->file[run->face][script], run->size);
    if (font != NULL) {
        TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
        fonts->open[fonts->open_count++] = (OpenFont){(int)run->face, script, run->size, font};
    }
    return font;
}

static uint64_t key_of(const Run *run)
{
    uint64_t hash = 14695981039346656037ULL;

    hash = (hash ^ (unsigned)run->face) * 1099511628211ULL;
    hash = (hash ^ (unsigned)run->size) * 1099511628211ULL;
    for (int i = 0; i < run->length; i++) {
        hash = (hash ^ (unsigned char)run->text[i]) * 1099511628211ULL;
    }
    return hash == 0 ? 1 : hash;
}

/* The slot of the key, or the free one for it. */
static KeptMask *slot_of(Fonts *fonts, uint64_t key)
{
    unsigned at = (unsigned)(key ^ (key >> 32)) % MASKS_MAX;

    while (fonts->kept[at].key != 0 && fonts->kept[at].key != key) {
        at = (at + 1) % MASKS_MAX;
    }
    return &fonts->kept[at];
}

static uint8_t *coverage_of(const SDL_Surface *surface)
{
    uint8_t *bytes = malloc((size_t)surface->w * (size_t)surface->h + 1);

    for (int y = 0; y < surface->h && bytes != NULL; y++) {
        const uint32_t *row = (const uint32_t *)(const void *)((const char *)surface->pixels +
                                                               (size_t)y * (size_t)surface->pitch);
        for (int x = 0; x < surface->w; x++) {
            bytes[(size_t)y * (size_t)surface->w + (size_t)x] = (uint8_t)(row[x] >> 24);
        }
    }
    return bytes;
}

static bool draw_mask(Fonts *fonts, const Run *run, KeptMask *kept)
{
    const SDL_Color white = {255, 255, 255, 255};
    char text[TEXT_SIZE];
    int length = run->length < TEXT_SIZE - 1 ? run->length : TEXT_SIZE - 1;
    TTF_Font *font = font_of(fonts, run, script_of(utf8_code(run->text)));

    memcpy(text, run->text, (size_t)length);
    text[length] = '\0';
    SDL_Surface *surface = font == NULL ? NULL : TTF_RenderUTF8_Blended(font, text, white);
    if (surface == NULL) {
        return false;
    }
    kept->bytes = coverage_of(surface);
    kept->mask = (Mask){surface->w, surface->h, kept->bytes};
    kept->base = TTF_FontAscent(font);
    SDL_FreeSurface(surface);
    return kept->bytes != NULL;
}

static bool mask_of(void *user, const Run *run, Mask *mask, int *base)
{
    Fonts *fonts = user;
    uint64_t key = key_of(run);
    KeptMask *kept = slot_of(fonts, key);

    if (kept->key == 0) {
        if (fonts->mask_count >= MASKS_MAX / 2 || fonts->bytes > MASK_BYTES_MAX) {
            forget_masks(fonts);
            kept = slot_of(fonts, key);
        }
        if (!draw_mask(fonts, run, kept)) {
            return false;
        }
        kept->key = key;
        fonts->mask_count++;
        fonts->bytes += (size_t)kept->mask.w * (size_t)kept->mask.h;
    }
    *mask = kept->mask;
    *base = kept->base;
    return true;
}

Glyphs fonts_glyphs(Fonts *fonts)
{
    return (Glyphs){mask_of, fonts};
}
