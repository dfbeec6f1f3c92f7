/* "Find better": before each mistake of a seat the replay stops, and a person chooses again.  The
 * answer, what was chosen then and what the search preferred are played out in the same worlds. */

#ifndef TPD_UI_RETRY_H
#define TPD_UI_RETRY_H

#include "core/action.h"
#include "match/trial.h"

struct Replay;

typedef enum RetryPhase {
    RETRY_OFF,
    RETRY_WAITS,  /* for the analysis */
    RETRY_ASKS,   /* for a choice on the table */
    RETRY_WEIGHS, /* plays the answer out */
    RETRY_TELLS,
    RETRY_DONE, /* there are no more mistakes */
} RetryPhase;

/* The actions of the trial, in its order. */
enum { TRIED_ANSWER, TRIED_CHOSEN, TRIED_BEST };

typedef struct Retry {
    RetryPhase phase;
    Action answer;
    int met, found; /* mistakes so far, and those with a better answer */
    Trial trial;
} Retry;

/* Of the answer: as good as what the search preferred, better than what was chosen, or neither. */
typedef enum RetryVerdict {
    VERDICT_BEST,
    VERDICT_BETTER,
    VERDICT_ALIKE,
    VERDICT_WORSE
} RetryVerdict;

/* From the mistake behind the position on. */
void retry_begin(struct Replay *replay);
void retry_end(struct Replay *replay);
/* To the next mistake, or to the end of them. */
void retry_next(struct Replay *replay);
/* The same question once more. */
void retry_again(struct Replay *replay);
void retry_answer(struct Replay *replay, Action action);
/* Goes on with what takes time. */
void retry_step(struct Replay *replay);
RetryVerdict retry_verdict(const struct Replay *replay);

#endif
