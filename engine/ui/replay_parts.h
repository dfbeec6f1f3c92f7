/* Within the screen of a replay: its parts. */

#ifndef TPD_UI_REPLAY_PARTS_H
#define TPD_UI_REPLAY_PARTS_H

#include "core/vocab.h"
#include "ui/box.h"
#include "ui/desk.h"
#include "ui/ui.h"

/* Within box: a panel, and what is left inside it. */
Box replay_panel(Ui *ui, Box box);
/* The mark of a seat: its bloc's shape, with a text in it. */
void replay_mark(Ui *ui, Box square, Seat seat, const char *text);
/* "Court India: toward open", or that it is hidden. */
void replay_tell(char *out, int size, const Desk *desk, int number);
/* Tenths of a percent with a sign, from 1/10000: "+1.9". */
void replay_points(char *out, int size, int chance);

/* replay_graph.c: the public chance, the cursor in it, and what was chosen there. */
void replay_graph(Ui *ui, Desk *desk, Box box);
/* replay_list.c: the decisions of the round. */
void replay_list(Ui *ui, Desk *desk, Box box);
/* replay_skill.c: what the seats' choices gave away, and what luck brought. */
void replay_skill(Ui *ui, Desk *desk, Box box);
/* replay_buttons.c */
void replay_buttons(Ui *ui, Desk *desk, Box box);
/* replay_retry.c: what is asked, over the board; the way past it; the answer with its buttons. */
void replay_retry_banner(Ui *ui, Desk *desk, Box board);
void replay_retry_skip(Ui *ui, Desk *desk, Box box);
void replay_retry_answer(Ui *ui, Desk *desk, Box box);
void replay_retry_buttons(Ui *ui, Desk *desk, Box box);
/* replay_start.c: a game from here, and a report. */
void replay_ask_start(Ui *ui, Desk *desk);
void replay_copy(Desk *desk);

#endif
