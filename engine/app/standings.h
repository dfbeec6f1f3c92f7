/* What a tournament has shown, printed in one of three formats that say the same. */

#ifndef TPD_APP_STANDINGS_H
#define TPD_APP_STANDINGS_H

#include <stdint.h>

#include "lab/schedule.h"
#include "lab/store.h"
#include "lab/tally.h"

typedef struct Standings {
    const Run *run;
    const Schedule *schedule;
    const Tally *tally;
    int64_t games;        /* that the run, or the shard, is to have */
    const char *run_hash; /* "" until all are there */
} Standings;

/* The bots by falling score, equal ones as they were named. */
void standings_rank(const Standings *standings, int bot[BOTS_MAX]);
/* The name of a bot; the second of two that are called alike is "name#2". */
void standings_label(const Run *run, int bot, char label[RUN_NAME_SIZE]);

/* "not reproducible: …", a line where others have a run hash; nothing if all of it can be played
 * again. */
void standings_print_command(const Run *run);

typedef void StandingsPrint(const Standings *standings);

/* text, json, csv; the list of names ends in NULL. */
extern StandingsPrint *const standings_print[];
extern const char *const standings_format_name[];

#endif
