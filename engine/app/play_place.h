/* Where the journals of `tpd play` lie when nobody says where. */

#ifndef TPD_APP_PLAY_PLACE_H
#define TPD_APP_PLAY_PLACE_H

#include "app/data.h"
#include "core/status.h"

/* A name in $XDG_STATE_HOME/tpd, else ~/.local/state/tpd, made of date, time and scenario, that is
 * not in use; makes the folder. */
Status place_new(char path[DATA_PATH_SIZE], const char *scenario, Error *err);
/* The journal there that was played last and is not over. */
Status place_last(char path[DATA_PATH_SIZE], Error *err);

#endif
