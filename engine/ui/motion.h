/* How the table comes from one position to the next: pieces slide, tracks fill, and a caption says
 * what happens.  It shows what the events of a decision tell everybody, and nothing else; it goes by
 * UiInput.passed alone.  Where nothing moves, a frame is what it is without all this. */

#ifndef TPD_UI_MOTION_H
#define TPD_UI_MOTION_H

#include <stdbool.h>
#include <stdint.h>

#include "core/state.h"
#include "core/vocab.h"
#include "ui/box.h"
#include "ui/scene.h"
#include "ui/ui.h"

struct Desk;

enum { MOTION_STEPS = 12, MOTION_TEXT = 1024, MOTION_WHOLE = 1000 };

/* What moves. */
typedef struct Places {
    int8_t x[NATIONS_MAX], y[NATIONS_MAX];
    int16_t track[TRACK_SLOTS];
} Places;

typedef struct MotionStep {
    Places to;
    int length; /* milliseconds; for the last part of them it stands still, to be read */
    char caption[MOTION_TEXT]; /* "": none */
} MotionStep;

typedef struct Motion {
    bool on;       /* people look at a window; false: every position is there at once */
    bool own;      /* who chose goes on choosing: what they do next is also done, not only a skip */
    int told;      /* decisions that have been shown */
    Places from;   /* where the step begins that is shown; at rest, what is shown */
    int count, at; /* steps; equal: nothing moves */
    int passed;    /* milliseconds of the step */
    MotionStep step[MOTION_STEPS];
} Motion;

/* Another position is on the table, with no way to it: a game begins, or is resumed. */
void motion_rest(struct Desk *desk);
/* Time passes; decisions that are new begin to be shown. */
void motion_follow(struct Desk *desk, const Ui *ui);
/* Any key or click ends it; those that could be meant for something else are used up. */
void motion_answer(struct Desk *desk, Ui *ui);

bool motion_runs(const Motion *motion);
/* How far the step has come, of MOTION_WHOLE. */
int motion_part(const Motion *motion);
/* Makes the scene one that stands where the step begins and looks ahead to where it ends. */
void motion_scene(const Motion *motion, Scene *scene);
void motion_caption(Ui *ui, const Motion *motion, Box board);

/* motion_steps.c: the steps from motion->from through the decisions from `first` on. */
void motion_make_steps(struct Desk *desk, const Ui *ui, int first);
void motion_places(Places *places, const State *state);
/* Whether a caption has room over the board. */
bool motion_has_room(const Ui *ui, const char *caption);

#endif
