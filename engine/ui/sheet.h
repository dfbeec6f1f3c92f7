/* What all screens but the table have in common: a bar with the way back, the title and the look of
 * everything, and below it the ground. */

#ifndef TPD_UI_SHEET_H
#define TPD_UI_SHEET_H

#include "core/vocab.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/ui.h"

/* Draws the bar and answers its buttons; returns the box below it, `w` wide at most.  A click on Back
 * is Esc, which the screen answers itself, at its end. */
Box sheet_begin(Ui *ui, Desk *desk, const char *title, int w);

/* The two buttons that every screen has at its top right: language and theme. */
enum { SHEET_BUTTONS_W = 94 };
void sheet_buttons(Ui *ui, Desk *desk, Box box);

/* A panel with a small caption; returns what is left inside. */
Box sheet_panel(Ui *ui, Box box, const char *caption);

/* The emblem of a side. */
void sheet_side(Ui *ui, Box square, Bloc bloc);

/* The mark of the game. */
void sheet_emblem(Ui *ui, Box box);

#endif
