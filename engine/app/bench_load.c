/* Reading, running and compiling all files of the rules, as every command does when it starts. */

#include <stdint.h>

#include "app/bench.h"
#include "app/counts.h"
#include "core/status.h"
#include "script/script.h"

Status bench_load(Bench *bench, Error *err)
{
    static const double milliseconds = 1e-6;
    Counts before = counts;
    int64_t start = bench_clock();
    Status status = script_load_rules(bench->loaded, bench->directory, err);

    if (status != STATUS_OK) {
        return status;
    }
    figure_add(&bench->figure[FIGURE_RULES_LOAD], (double)(bench_clock() - start) * milliseconds);
    /* Loading allocates and calls Lua: if that is not seen, nothing is. */
    bench->counts = counts.allocations > before.allocations && counts.lua_calls > before.lua_calls;
    return STATUS_OK;
}
