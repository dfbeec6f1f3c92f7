#include "ui/measure.h"

#include "ui/icon.h"

/* Advances of the letters from blank to tilde, in hundredths of their size. */
static const unsigned char advance[] = {
    28, 30, 43, 65, 65, 83, 66, 25, 37, 37, 51, 67, 29, 47, 29, 37, 65, 47, 62, 64, 66, 61, 64, 57,
    64, 64, 29, 30, 67, 67, 67, 52, 97, 70, 66, 74, 73, 61, 60, 76, 75, 28, 58, 67, 57, 91, 77, 77,
    64, 77, 65, 65, 65, 75, 70, 99, 69, 69, 64, 37, 37, 37, 48, 46, 34, 57, 62, 58, 62, 60, 38, 62,
    60, 25, 25, 56, 25, 89, 60, 61, 62, 62, 39, 54, 37, 60, 57, 83, 55, 57, 57, 44, 34, 44, 67,
};

enum {
    FIRST_LETTER = ' ',
    LAST_LETTER = '~',
    OTHER_EM = 65,  /* a letter outside ASCII */
    WIDE_EM = 100,  /* a Chinese character */
    BOLD_EXTRA = 5, /* percent */
    WIDE_FIRST = 0x2E80,
};

int utf8_length(const char *text)
{
    unsigned char byte = (unsigned char)text[0];
    int length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;

    for (int i = 1; i < length; i++) {
        if (((unsigned char)text[i] & 0xC0) != 0x80) {
            return 1;
        }
    }
    return length;
}

unsigned utf8_code(const char *text)
{
    static const unsigned char lead[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    int length = utf8_length(text);
    unsigned code = (unsigned char)text[0] & lead[length];

    for (int i = 1; i < length; i++) {
        code = (code << 6) | ((unsigned char)text[i] & 0x3F);
    }
    return code;
}

static int em_of(unsigned code)
{
    if (code >= FIRST_LETTER && code <= LAST_LETTER) {
        return advance[code - FIRST_LETTER];
    }
    if (code >= ICON_FIRST && code < ICON_FIRST + ICON_COUNT) {
        return ICON_EM_PERCENT;
    }
    return code >= WIDE_FIRST ? WIDE_EM : OTHER_EM;
}

static int fixed_width(void *user, const Run *run)
{
    int em = 0;

    (void)user;
    for (int i = 0; i < run->length; i += utf8_length(run->text + i)) {
        em += em_of(utf8_code(run->text + i));
    }
    if (run->face != FACE_TEXT) {
        em += em * BOLD_EXTRA / 100;
    }
    return em * run->size * MEASURE_UNIT / 100;
}

const Measure measure_fixed = {fixed_width, 0};

int measure_width(const Measure *measure, const Run *run)
{
    return (measure->width(measure->user, run) + MEASURE_UNIT - 1) / MEASURE_UNIT;
}
