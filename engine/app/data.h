/* Where rules and translations lie, so that `tpd` works from any directory. */

#ifndef TPD_APP_DATA_H
#define TPD_APP_DATA_H

#include "core/rules.h"
#include "core/status.h"

enum { DATA_PATH_SIZE = 4096 };

/* `option` (of --rules) if it is not NULL; else $TPD_DATA/rules; else the rules of the source tree
 * that this program was built from; else ../share/tpd/rules beside the executable. */
Status data_find_rules(char path[DATA_PATH_SIZE], const char *option, Error *err);

/* A file that comes with the program, such as scripts/bots/greedy.lua: as named, else in the directory
 * that holds the rules which are used without --rules. */
Status data_find_file(char path[DATA_PATH_SIZE], const char *name, Error *err);

/* Finds and loads; the caller frees with data_free_rules(). */
Status data_load_rules(Rules **rules, const char *option, Error *err);
void data_free_rules(Rules *rules);

/* Where the catalogues of translations lie: $TPD_DATA/locale where there is one; else beside this
 * build; else ../share/tpd/locale beside the executable. */
Status data_find_locale(char path[DATA_PATH_SIZE], Error *err);

#endif
