/* Rule sets in a scratch folder, for tests that add, change or break files. */

#ifndef TPD_TESTS_SUPPORT_RULE_FOLDER_H
#define TPD_TESTS_SUPPORT_RULE_FOLDER_H

#include <stdbool.h>

enum { FOLDER_SIZE = 256 };

/* A fresh folder `…/rules` with an empty `cards` in it.  All of these abort when the disk fails. */
void folder_make(char folder[FOLDER_SIZE]);

/* Writes `folder/name`; `text` may be a whole file. */
void folder_write(const char *folder, const char *name, const char *text);

/* Puts the file `from` into the folder as `name`; behind what is in that file already. */
void folder_add_file(const char *folder, const char *name, const char *from);

/* The same for all rule files under `from`. */
void folder_add(const char *folder, const char *from);

bool folder_lacks(const char *folder, const char *name);
void folder_delete(const char *folder, const char *name);

/* Deletes the folder, every file of its two levels, and what folder_make() put around it. */
void folder_remove(const char *folder);

#endif
