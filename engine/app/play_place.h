/* Where the journals of `tpd play` lie when nobody says where. */

#ifndef TPD_APP_PLAY_PLACE_H
#define TPD_APP_PLAY_PLACE_H

#include <stdbool.h>

#include "app/data.h"
#include "core/status.h"

/* The folder of saved games: $XDG_DATA_HOME/tpd, else ~/.local/share/tpd.  It may not be there. */
Status place_folder(char folder[DATA_PATH_SIZE], Error *err);
/* Makes a folder and those above it. */
Status place_make(const char *folder, Error *err);
/* Whether a file is called as journals there are. */
bool place_is_journal(const char *name);

/* A name there, made of date, time and scenario, that is
 * not in use; makes the folder. */
Status place_new(char path[DATA_PATH_SIZE], const char *scenario, Error *err);
/* The journal there that was played last and is not over. */
Status place_last(char path[DATA_PATH_SIZE], Error *err);

#endif
