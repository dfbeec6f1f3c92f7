#include "support/shipped.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/rng.h"
#include "script/script.h"

const Rules *shipped_rules(void)
{
    static const Rules *loaded; /* filled at the first call, then read-only */

    if (loaded == NULL) {
        Error err = {.text = "out of memory"};
        Rules *rules = malloc(sizeof *rules);
        if (rules == NULL || script_load_rules(rules, TPD_SOURCE_DIR "/rules", &err) != STATUS_OK) {
            fprintf(stderr, "%s\n", err.text);
            abort();
        }
        loaded = rules;
    }
    return loaded;
}

enum { SEAT_MODES = 2 }; /* every scenario is played with 2 and with 4 seats */

int variant_count(const Rules *rules)
{
    return rules->scenario_count * SEAT_MODES;
}

Setup variant_setup(int variant, uint64_t seed)
{
    return (Setup){.seed = seed,
                   .scenario = variant / SEAT_MODES,
                   .seat_count = variant % SEAT_MODES == 0 ? 2 : SEATS_MAX};
}

const char *variant_name(const Rules *rules, int variant)
{
    return rules->scenario[variant / SEAT_MODES].id;
}

int scaled(int full)
{
    int count = (int)((long)full * TPD_SCALE / 100);
    return count > 0 ? count : 1;
}

Action policy_choose(uint64_t key, int decision, const ActionList *legal)
{
    unsigned high = (unsigned)decision >> 16;
    unsigned low = (unsigned)decision & 0xffff;

    return legal->item[rng_below(rng_hash(key, STREAM_POLICY, high, low, 0), legal->count)];
}
