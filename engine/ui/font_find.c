#include "ui/font_find.h"

#include <fontconfig/fontconfig.h>
#include <stdio.h>
#include <string.h>

/* What fontconfig thinks best for the family; false where that cannot write the sample, or is of
 * another family and `strict`. */
static bool find_family(FontFile *file, const FontWish *wish, const char *family, bool strict)
{
    FcPattern *pattern = FcPatternCreate();
    FcResult result = FcResultNoMatch;
    FcChar8 *path = NULL;
    FcChar8 *found = NULL;
    FcCharSet *characters = NULL;
    bool fits = false;

    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    FcPatternAddInteger(pattern, FC_WEIGHT, wish->bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    FcConfigSubstitute(NULL, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcPattern *match = FcFontMatch(NULL, pattern, &result);
    if (match != NULL && FcPatternGetString(match, FC_FILE, 0, &path) == FcResultMatch &&
        FcPatternGetString(match, FC_FAMILY, 0, &found) == FcResultMatch &&
        FcPatternGetCharSet(match, FC_CHARSET, 0, &characters) == FcResultMatch) {
        fits = FcCharSetHasChar(characters, wish->sample) != FcFalse &&
               (!strict || strcmp((const char *)found, family) == 0);
    }
    if (fits) {
        file->index = 0;
        FcPatternGetInteger(match, FC_INDEX, 0, &file->index);
        snprintf(file->path, sizeof file->path, "%s", (const char *)path);
    }
    if (match != NULL) {
        FcPatternDestroy(match);
    }
    FcPatternDestroy(pattern);
    return fits;
}

Status font_find(FontFile *file, const FontWish *wish, Error *err)
{
    if (FcInit() == FcFalse) {
        return error_set(err, STATUS_IO, "fontconfig does not start: is it installed?");
    }
    for (int i = 0; wish->families[i] != NULL; i++) {
        if (find_family(file, wish, wish->families[i], true)) {
            return STATUS_OK;
        }
    }
    if (find_family(file, wish, wish->families[0], false)) {
        return STATUS_OK;
    }
    return error_set(err, STATUS_IO,
                     "no font for the table was found: install %s (scripts/setup does)",
                     wish->hint);
}
