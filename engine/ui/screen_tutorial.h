/* The tutorial: the first round of a real game on the real table, with a caption beside what it
 * speaks of.  What is legal may be done, wanted or not. */

#ifndef TPD_UI_SCREEN_TUTORIAL_H
#define TPD_UI_SCREEN_TUTORIAL_H

#include <stdbool.h>

typedef enum TutorialStep {
    TUTORIAL_BOARD,
    TUTORIAL_PLAY,
    TUTORIAL_SPEND,
    TUTORIAL_FORECAST,
    TUTORIAL_RELEASE,
    TUTORIAL_COURT,
    TUTORIAL_CONTROL,
    TUTORIAL_MARKET,
    TUTORIAL_STEP_COUNT
} TutorialStep;

typedef struct TutorialMemory {
    unsigned done;  /* bit per step */
    int looked;     /* decisions of the match that were looked at */
    int round;      /* in which it began */
    bool otherwise; /* the last choice was another than the one that is waited for */
    bool asks;      /* whether to leave */
} TutorialMemory;

struct Desk;

/* Begins its game; nothing of it is kept. */
void tutorial_begin(struct Desk *desk);
/* The first step that is not done; TUTORIAL_STEP_COUNT: all are. */
TutorialStep tutorial_step(const struct Desk *desk);

#endif
