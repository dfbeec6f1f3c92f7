/* What was measured, for a person and for a program. */

#include <inttypes.h>
#include <stdio.h>

#include "app/bench.h"
#include "core/rules.h"
#include "core/state.h"

#if defined __clang__
#define COMPILER __VERSION__ /* names itself */
#else
#define COMPILER "gcc " __VERSION__
#endif

#ifdef NDEBUG
enum { ASSERTIONS = 0 };
#else
enum { ASSERTIONS = 1 };
#endif

#ifdef __OPTIMIZE__
enum { OPTIMISED = 1 };
#else
enum { OPTIMISED = 0 };
#endif

static const char *march(void)
{
    return TPD_MARCH[0] == '\0' ? "default" : TPD_MARCH;
}

static double per_decision(const Bench *bench, uint64_t count)
{
    return (double)count / (double)bench->decisions;
}

static double decisions_per_game(const Bench *bench)
{
    return (double)bench->decisions / (double)bench->games;
}

static void print_figure(const Figure *figure, const FigureInfo *info)
{
    int decimals = info->decimals;

    printf("%-30s %10.*f  %10.*f %10.*f %5d  %s\n", info->key, decimals, figure_quartile(figure, 2),
           decimals, figure_quartile(figure, 1), decimals, figure_quartile(figure, 3),
           figure->count, info->meaning);
}

static void print_count(const Bench *bench, const char *key, uint64_t count)
{
    if (bench->counts) {
        printf("%-30s %10g\n", key, per_decision(bench, count));
    } else {
        printf("%-30s %10s  this linker cannot count them\n", key, "unknown");
    }
}

/* What is counted over the random games. */
static void print_text_games(const Bench *bench)
{
    print_count(bench, "heap_allocations_per_decision", bench->allocations);
    print_count(bench, "lua_calls_per_decision", bench->lua_calls);
    printf("%-30s %10.1f  in %" PRIu64 " games\n", "decisions_per_game", decisions_per_game(bench),
           bench->games);
    printf("%-30s %016" PRIx64 "\n", "signature", bench->signature);
}

void bench_print_text(const Bench *bench)
{
    printf("tpd %s, %s, -march=%s, %s, assertions %s\n", TPD_VERSION, COMPILER, march(),
           OPTIMISED ? "optimised" : "not optimised", ASSERTIONS ? "on" : "off");
    printf("scenario %s, %d seats, %d repeats, CPU time\n\n",
           bench->rules->scenario[bench->setup.scenario].id, bench->setup.seat_count,
           bench->repeats);
    printf("%-30s %10s  %10s %10s %5s\n", "", "median", "quartile 1", "quartile 3", "n");
    for (int i = (int)bench->first; i < (int)bench->end; i++) {
        print_figure(&bench->figure[i], &bench_figures[i]);
    }
    if (bench->games > 0) {
        print_text_games(bench);
    }
    printf("%-30s %10d\n", "state_bytes", (int)sizeof(State));
}

static void print_json_count(const Bench *bench, const char *key, uint64_t count)
{
    if (bench->counts) {
        printf("  \"%s\": %g,\n", key, per_decision(bench, count));
    } else {
        printf("  \"%s\": null,\n", key);
    }
}

/* A version text may hold anything. */
static void print_json_text(const char *key, const char *text)
{
    printf("  \"%s\": \"", key);
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\') {
            putchar('\\');
        }
        if (*text >= ' ' || *text < 0) {
            putchar(*text);
        }
    }
    printf("\",\n");
}

static void print_json_games(const Bench *bench)
{
    print_json_count(bench, "heap_allocations_per_decision", bench->allocations);
    print_json_count(bench, "lua_calls_per_decision", bench->lua_calls);
    printf("  \"decisions_per_game\": %.1f,\n", decisions_per_game(bench));
    printf("  \"games\": %" PRIu64 ",\n", bench->games);
    printf("  \"signature\": \"%016" PRIx64 "\",\n", bench->signature);
}

void bench_print_json(const Bench *bench)
{
    printf("{\n");
    for (int i = (int)bench->first; i < (int)bench->end; i++) {
        printf("  \"%s\": %.*f,\n", bench_figures[i].key, bench_figures[i].decimals,
               figure_quartile(&bench->figure[i], 2));
    }
    if (bench->games > 0) {
        print_json_games(bench);
    }
    printf("  \"state_bytes\": %d,\n", (int)sizeof(State));
    printf("  \"repeats\": %d,\n", bench->repeats);
    print_json_text("version", TPD_VERSION);
    print_json_text("compiler", COMPILER);
    print_json_text("march", march());
    printf("  \"optimised\": %s,\n", OPTIMISED ? "true" : "false");
    printf("  \"assertions\": %s\n", ASSERTIONS ? "true" : "false");
    printf("}\n");
}
