/* A card as it lies on the table: points in the shape of its side, title, what its event does in icons
 * and numbers, or in full where there is room. */

#ifndef TPD_UI_CARD_FACE_H
#define TPD_UI_CARD_FACE_H

#include <stdbool.h>

#include "core/rules.h"
#include "ui/box.h"
#include "ui/theme.h"
#include "ui/ui.h"

enum { CARD_LEAST = 96, CARD_LINES = 4 }; /* the narrowest; lines of the short text at most */

void card_points(Ui *ui, const Card *card, Box box);
/* "AI Act Adopted*": a * marks what its event removes. */
void card_title(char *out, int size, const Ui *ui, const Rules *rules, int card);

/* How its text is set: in full where that fits in letters of a good size, else in icons and numbers,
 * on at most CARD_LINES lines, in the largest letters that fit. */
typedef struct CardFit {
    bool full;
    Type type; /* of the short text */
} CardFit;

CardFit card_face_fit(const Ui *ui, const Rules *rules, int card, Box box);
/* For two cards that are to look alike. */
CardFit card_face_both(const Ui *ui, CardFit a, CardFit b);
void card_face(Ui *ui, const Rules *rules, int card, Box box, const CardFit *fit);

#endif
