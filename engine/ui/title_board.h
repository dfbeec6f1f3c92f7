/* The picture of the title: the board with nobody's game on it. */

#ifndef TPD_UI_TITLE_BOARD_H
#define TPD_UI_TITLE_BOARD_H

#include "ui/box.h"
#include "ui/ui.h"

void title_board(Ui *ui, Box square);

#endif
