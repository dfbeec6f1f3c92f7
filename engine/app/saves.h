/* The saved games in their folder: journals by name, and beside each what its people agreed on. */

#ifndef TPD_APP_SAVES_H
#define TPD_APP_SAVES_H

#include "app/data.h"
#include "core/rules.h"
#include "core/status.h"
#include "ui/desk_host.h"

/* The newest first, at most SAVES_MAX; returns their number.  Journals are looked at, not played. */
int saves_list(SaveLine line[SAVES_MAX], const Rules *rules);
Status saves_path(char path[DATA_PATH_SIZE], const char *save, Error *err);

/* `name` is typed by people: what cannot be a name is refused, and so is one that is in use. */
Status saves_rename(const char *save, const char *name, Error *err);
Status saves_delete(const char *save, Error *err);
/* Copies the journal to a file that is not there yet. */
Status saves_export(const char *save, const char *path, Error *err);
void saves_export_path(const char *save, char path[HOST_PATH_SIZE]);

/* The file NAME.table beside a journal: open-hands, timer, and name.SEAT, as key=value.  A game without one,
 * or with a broken one, is played as usual. */
Status saves_write_agreement(const char *journal, const Agreement *agreement, Error *err);
void saves_read_agreement(const char *journal, Agreement *agreement);

#endif
