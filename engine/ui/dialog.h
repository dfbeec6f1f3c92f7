/* A question in front of a screen, which waits meanwhile: nothing behind it can be chosen. */

#ifndef TPD_UI_DIALOG_H
#define TPD_UI_DIALOG_H

#include "ui/box.h"
#include "ui/ui.h"

enum { DIALOG_ANSWERS_MAX = 4, DIALOG_NONE = -1 };

typedef struct Dialog {
    const char *text;           /* in the voice's language */
    const char *const *answers; /* msgids, ending in NULL; the last one is that of Esc */
} Dialog;

/* Before the screen behind a dialog is drawn: takes what people did away from it. */
void dialog_hold(Ui *ui);
/* Behind it, with the input given back: the index of the answer that was chosen, or DIALOG_NONE. */
int dialog_ask(Ui *ui, const Dialog *dialog);

/* A panel in the middle, in front of everything; nothing behind it can be pointed at any more. */
Box dialog_panel(Ui *ui, int w, int h);

#endif
