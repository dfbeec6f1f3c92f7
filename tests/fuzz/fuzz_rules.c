/* Lua text into the rules compiler.  Whatever it says, the loader ends and leaves one clear line or
 * rules that can be played, with every position checked. */

#include <stddef.h>
#include <stdlib.h>

#include "script/script.h"
#include "support/checked.h"
#include "support/shipped.h"

enum { DECISIONS = 400 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void play(const Rules *rules)
{
    for (int variant = 0; variant < variant_count(rules); variant++) {
        Setup setup = variant_setup(variant, rules->hash);
        State state;
        state_init(&state, rules, &setup);
        checked_position(&state, rules);
        checked_play(&state, rules, rules->hash, DECISIONS);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Rules *rules = malloc(sizeof *rules);
    Error err = {0};

    if (rules == NULL) {
        return 0;
    }
    if (script_load_rules_text(rules, "input.lua", (const char *)data, size, &err) == STATUS_OK) {
        play(rules);
    } else if (err.text[0] == '\0') {
        checked_fault("rules were refused without a reason");
    }
    free(rules);
    return 0;
}
