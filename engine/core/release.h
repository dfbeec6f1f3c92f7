/* Releases (RULES.md section 6), by operation or by event. */

#ifndef TPD_CORE_RELEASE_H
#define TPD_CORE_RELEASE_H

#include "core/event.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"

typedef struct Release {
    Model model;
    Bloc bloc;    /* whose stack */
    Seat lab;     /* whose frontier; better than the stack's quality */
    Seat chooser; /* decides contract or hearts */
    Bloc culprit; /* loses if Risk reaches its end */
} Release;

/* Steps 1 to 4 at once; the rival's trigger, contract and hearts as frames, the first to resolve on
 * top. */
void release_model(State *state, const Rules *rules, const Release *release, EventLog *log);

/* The stack that a model of a bloc is published on. */
Stack release_stack(Bloc bloc, Model model);

#endif
