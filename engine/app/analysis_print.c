#include "app/analysis_print.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/seating.h"
#include "core/action.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/vocab.h"
#include "text/text.h"

enum { WORST = 3, LINE_SIZE = 1024, POINTS_SIZE = 32, POINT = 100 };

/* ---- text ---- */

/* "−1.25": hundredths of a point of 100. */
static void print_points(char text[POINTS_SIZE], int64_t hundredths, bool with_sign)
{
    const char *sign = with_sign ? "+" : "";
    int64_t size = llabs(hundredths);

    snprintf(text, POINTS_SIZE, "%s%" PRId64 ".%02d", hundredths < 0 ? "−" : sign, size / POINT,
             (int)(size % POINT));
}

static void put(const AnalysisPage *page, const char *msgid, const TextArgument *arguments)
{
    char line[LINE_SIZE];

    text_format(line, sizeof line, say(page->voice, msgid), arguments);
    puts(line);
}

static void put_loss(const AnalysisPage *page, const Analysis *analysis, int number)
{
    const Rules *rules = page->history->rules;
    const DecisionAnalysis *decision = analysis_decision(analysis, number);
    char chosen[ACTION_LABEL_SIZE];
    char best[ACTION_LABEL_SIZE];
    char loss[POINTS_SIZE];
    char half[POINTS_SIZE];
    const TextArgument arguments[] = {
        {.name = "number", .number = number},
        {.name = "seat",
         .text = text_seat(page->voice, page->history->setup.seat_count, decision->seat)},
        {.name = "chosen", .text = chosen},
        {.name = "best", .text = best},
        {.name = "loss", .text = loss},
        {.name = "half", .text = half},
        {.name = NULL}};

    text_action(chosen, sizeof chosen, page->voice, rules, decision->chosen);
    text_action(best, sizeof best, page->voice, rules, decision->best);
    print_points(loss, decision->loss, false);
    print_points(half, decision->half_width, false);
    put(page,
        decision->mistake
            ? N_("  {number} {seat}: “{chosen}” loses {loss} ± {half} against “{best}”: a mistake")
            : N_("  {number} {seat}: “{chosen}” loses {loss} ± {half} against “{best}”"),
        arguments);
}

static void put_seat(const AnalysisPage *page, const Analysis *analysis, Seat seat)
{
    SeatAnalysis sum;
    char loss[POINTS_SIZE];
    char luck[POINTS_SIZE];

    analysis_seat(analysis, seat, &sum);
    print_points(loss, sum.loss, false);
    print_points(luck, sum.luck, true);
    const TextArgument arguments[] = {
        {.name = "seat", .text = text_seat(page->voice, page->history->setup.seat_count, seat)},
        {.name = "loss", .text = loss},
        {.name = "luck", .text = luck},
        {.name = "choices", .number = sum.choices},
        {.name = "mistakes", .number = sum.mistakes},
        {.name = NULL}};
    put(page, N_("{seat}: loses {loss} in {choices} choices, mistakes: {mistakes}; luck {luck}"),
        arguments);
}

void analysis_print_text(const AnalysisPage *page, const Analysis *analysis)
{
    const TextArgument none[] = {{.name = NULL}};
    int worst[WORST];
    int count = analysis_worst(analysis, worst, WORST);

    put(page, N_("Skill and luck, in points of 100:"), none);
    for (Seat seat = 0; seat < SEATS_MAX; seat += seating_step(page->history->setup.seat_count)) {
        put_seat(page, analysis, seat);
    }
    if (count > 0) {
        put(page, N_("The greatest losses:"), none);
    }
    for (int i = 0; i < count; i++) {
        put_loss(page, analysis, worst[i]);
    }
}

/* ---- json ---- */

static const char *truth(bool value)
{
    return value ? "true" : "false";
}

static void print_decision(const AnalysisPage *page, const Analysis *analysis, int number)
{
    const Rules *rules = page->history->rules;
    const DecisionAnalysis *decision = analysis_decision(analysis, number);
    char chosen[ACTION_TEXT_SIZE];
    char best[ACTION_TEXT_SIZE];

    action_print(chosen, decision->chosen, rules);
    action_print(best, decision->best, rules);
    printf("%s\n    {\"number\": %d, \"seat\": \"%s\", \"chosen\": \"%s\", \"best\": \"%s\", "
           "\"choice\": %s,",
           number == 0 ? "" : ",", number,
           vocab_seat(page->history->setup.seat_count, decision->seat), chosen, best,
           truth(decision->has_choice));
    printf(" \"win_chosen\": %d, \"win_best\": %d, \"loss\": %d, \"half_width\": %d, "
           "\"mistake\": %s,",
           decision->win_chosen, decision->win_best, decision->loss, decision->half_width,
           truth(decision->mistake));
    printf(" \"public_before\": %d, \"public_after\": %d, \"luck\": ", decision->public_before,
           decision->us_public);
    if (decision->has_luck) {
        printf("%d}", decision->us_luck);
    } else {
        printf("null}");
    }
}

static void print_player(const AnalysisPage *page, const Analysis *analysis, Seat seat)
{
    SeatAnalysis sum;

    analysis_seat(analysis, seat, &sum);
    printf("%s\n    {\"seat\": \"%s\", \"choices\": %d, \"mistakes\": %d, \"loss\": %" PRId64
           ", \"luck\": %" PRId64 "}",
           seat == 0 ? "" : ",", vocab_seat(page->history->setup.seat_count, seat), sum.choices,
           sum.mistakes, sum.loss, sum.luck);
}

void analysis_print_json(const AnalysisPage *page, const Analysis *analysis)
{
    const Setup *setup = &page->history->setup;
    int worst[WORST];
    int count = analysis_worst(analysis, worst, WORST);

    printf("{\n  \"analysis\": 1,\n  \"scenario\": \"%s\",\n  \"seats\": %d,\n  \"key\": %" PRIu64
           ",\n  \"playouts\": %d,\n  \"iterations\": %d,\n",
           page->history->rules->scenario[setup->scenario].id, setup->seat_count, page->config->key,
           page->config->playouts, page->config->iterations);
    printf("  \"decisions\": [");
    for (int i = 0; i < page->history->count; i++) {
        print_decision(page, analysis, i);
    }
    printf("\n  ],\n  \"players\": [");
    for (Seat seat = 0; seat < SEATS_MAX; seat += seating_step(setup->seat_count)) {
        print_player(page, analysis, seat);
    }
    printf("\n  ],\n  \"worst\": [");
    for (int i = 0; i < count; i++) {
        printf("%s%d", i == 0 ? "" : ", ", worst[i]);
    }
    printf("]\n}\n");
}
