/* Saved games: open, rename, copy to a file, delete. */

#ifndef TPD_UI_SCREEN_LOAD_H
#define TPD_UI_SCREEN_LOAD_H

#include <stdbool.h>

#include "ui/desk_host.h"

typedef enum LoadAsks {
    LOAD_ASKS_NOTHING,
    LOAD_ASKS_NAME,
    LOAD_ASKS_PATH,
    LOAD_ASKS_DELETE
} LoadAsks;

typedef struct LoadMemory {
    bool listed; /* `save` is what the folder holds */
    int count, first, selected;
    LoadAsks asks;
    char text[HOST_PATH_SIZE]; /* the name or path that is being typed */
    SaveLine save[SAVES_MAX];
} LoadMemory;

struct Desk;

/* Opens the list at its newest game, and asks where it is to be copied to. */
void load_save_as(struct Desk *desk);

#endif
