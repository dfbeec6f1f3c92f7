/* The desk without a match, at any size, with a host that plays without files. */

#ifndef TPD_TESTS_SUPPORT_SHELL_H
#define TPD_TESTS_SUPPORT_SHELL_H

#include <stdbool.h>

#include "match/match.h"
#include "text/voice.h"
#include "ui/desk.h"
#include "ui/draw.h"
#include "ui/ui.h"

typedef struct Shell {
    Match *match; /* that the host has */
    Voice voice;
    Desk desk;
    Ui ui;
    DrawList list;
    UiInput input;
    int w, h;
    GameWish wish;  /* of the last match that was begun */
    int begun;      /* how many were */
    int written;    /* how often settings were */
    bool broken;    /* no service of the host succeeds */
    int save_count; /* saved games that it lists */
    SaveLine save[SAVES_MAX];
    char asked[HOST_PATH_SIZE]; /* what was renamed to, exported to, deleted */
} Shell;

Shell *shell_new(Screen screen);
void shell_free(Shell *shell);

/* As those of support/sitting.h. */
void shell_frame(Shell *shell);
void shell_key(Shell *shell, UiKey key);
void shell_letter(Shell *shell, char letter);
void shell_type(Shell *shell, const char *text);
/* A click in the middle of a zone of the last frame, which is there. */
void shell_click(Shell *shell, const char *kind, int index);
bool shell_has(const Shell *shell, const char *kind, int index);
bool shell_shows(const Shell *shell, const char *text);

/* Tab alone leads to every zone of the screen, or the test ends. */
void shell_walk(Shell *shell);

#endif
