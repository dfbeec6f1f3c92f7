#include "app/standings.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "app/flow.h"
#include "app/json.h"
#include "core/vocab.h"

enum {
    LABEL_ROOM = RUN_NAME_SIZE,
    PERCENT = 100,
    CELL_SIZE = 40,
    CELL_COLUMNS = 20,
    RANK_COLUMNS = 6
};

void standings_label(const Run *run, int bot, char label[RUN_NAME_SIZE])
{
    int same = 1;

    for (int i = 0; i < bot; i++) {
        same += strcmp(run->bot[i].name, run->bot[bot].name) == 0;
    }
    if (same == 1) {
        snprintf(label, LABEL_ROOM, "%s", run->bot[bot].name);
    } else {
        snprintf(label, LABEL_ROOM, "%.*s#%d", LABEL_ROOM - 12, run->bot[bot].name, same);
    }
}

void standings_rank(const Standings *standings, int bot[BOTS_MAX])
{
    double score[BOTS_MAX];

    for (int i = 0; i < standings->run->schedule.bots; i++) {
        double own = tally_score(standings->tally, i).mean;
        int at = i;
        for (; at > 0 && score[at - 1] < own; at--) {
            score[at] = score[at - 1];
            bot[at] = bot[at - 1];
        }
        score[at] = own;
        bot[at] = i;
    }
}

static bool is_complete(const Standings *standings)
{
    return standings->tally->games == standings->games;
}

static bool is_reproducible(const Run *run)
{
    return run_find_command(run) < 0;
}

/* ---- text ---- */

void standings_print_command(const Run *run)
{
    if (!is_reproducible(run)) {
        printf("not reproducible: %s is a program outside the cage\n",
               run->bot[run_find_command(run)].name);
    }
}

static int label_width(const Run *run)
{
    char label[LABEL_ROOM];
    int width = 3;

    for (int i = 0; i < run->schedule.bots; i++) {
        standings_label(run, i, label);
        int columns = text_columns(label);
        width = columns > width ? columns : width;
    }
    return width;
}

static void text_label(const Run *run, int bot, int width)
{
    char label[LABEL_ROOM];

    standings_label(run, bot, label);
    printf("%s%*s", label, width - text_columns(label), "");
}

static void text_table(const Standings *standings, const int rank[], int width)
{
    printf("\nrank  %-*s   score  95 %% interval    blocks     games      wins    faults\n", width,
           "bot");
    for (int i = 0; i < standings->run->schedule.bots; i++) {
        const TallyBot *bot = &standings->tally->bot[rank[i]];
        Estimate score = tally_score(standings->tally, rank[i]);
        printf("%4d  ", i + 1);
        text_label(standings->run, rank[i], width);
        printf("  %6.2f  %6.2f %6.2f %9" PRId64 " %9" PRId64 " %9" PRId64 " %9" PRId64 "\n",
               score.mean * PERCENT, score.low * PERCENT, score.high * PERCENT, score.blocks,
               bot->games, bot->wins, bot->faults);
    }
}

static void text_cell(const Standings *standings, int bot, int rival)
{
    Estimate score = tally_against(standings->tally, bot, rival);
    char cell[CELL_SIZE] = "-";

    if (score.blocks > 0) {
        snprintf(cell, sizeof cell, "%.1f (%.1f..%.1f)", score.mean * PERCENT, score.low * PERCENT,
                 score.high * PERCENT);
    }
    printf(" %19s", cell);
}

/* Every bot against those of the ranks `first` to `end` - 1. */
static void text_part(const Standings *standings, const int rank[], int first, int end)
{
    int width = label_width(standings->run);

    printf("\nagainst rank%*s", width - RANK_COLUMNS > 0 ? width - RANK_COLUMNS : 0, "");
    for (int column = first; column < end; column++) {
        printf(" %19d", column + 1);
    }
    printf("\n");
    for (int row = 0; row < standings->run->schedule.bots; row++) {
        printf("%4d  ", row + 1);
        text_label(standings->run, rank[row], width);
        for (int column = first; column < end; column++) {
            text_cell(standings, rank[row], rank[column]);
        }
        printf("\n");
    }
}

/* Every bot against every other, in as many tables as a terminal's width asks for. */
static void text_matrix(const Standings *standings, const int rank[])
{
    int bots = standings->run->schedule.bots;
    int room = (FLOW_WIDTH - RANK_COLUMNS - label_width(standings->run)) / CELL_COLUMNS;
    int columns = room > 1 ? room : 1;

    for (int first = 0; first < bots; first += columns) {
        text_part(standings, rank, first, first + columns < bots ? first + columns : bots);
    }
}

static void print_text(const Standings *standings)
{
    const Tally *tally = standings->tally;
    const ScheduleSetup *setup = &standings->run->schedule;
    int width = label_width(standings->run);
    int rank[BOTS_MAX] = {0};

    standings_rank(standings, rank);
    printf("tournament scenario=%s seats=%d seed=%" PRIu64 " blocks=%" PRId64 " bots=%d\n",
           standings->run->scenario, setup->seats, setup->seed, setup->blocks, setup->bots);
    printf("games %" PRId64 " of %" PRId64 "\n", tally->games, standings->games);
    text_table(standings, rank, width);
    text_matrix(standings, rank);
    printf("\nendings");
    for (int ending = 0; ending <= ENDING_CATASTROPHE; ending++) {
        printf(" %s=%" PRId64, vocab_ending[ending], tally->endings[ending]);
    }
    printf("\nwins US=%" PRId64 " CN=%" PRId64 "\n", tally->us_wins, tally->games - tally->us_wins);
    if (standings->run_hash[0] != '\0') {
        printf("run hash %s\n", standings->run_hash);
    }
    standings_print_command(standings->run);
}

/* ---- json ---- */

static void json_label(const Run *run, const char *key, int bot)
{
    char label[LABEL_ROOM];

    standings_label(run, bot, label);
    printf("\"%s\":", key);
    json_string(label);
}

static void json_estimate(Estimate score)
{
    printf(",\"blocks\":%" PRId64 ",\"score\":%.6f,\"low\":%.6f,\"high\":%.6f", score.blocks,
           score.mean, score.low, score.high);
}

static void json_bots(const Standings *standings, const int rank[])
{
    printf("\"bots\":[");
    for (int i = 0; i < standings->run->schedule.bots; i++) {
        const TallyBot *bot = &standings->tally->bot[rank[i]];
        printf("%s\n{", i == 0 ? "" : ",");
        json_label(standings->run, "bot", rank[i]);
        json_estimate(tally_score(standings->tally, rank[i]));
        printf(",\"games\":%" PRId64 ",\"wins\":%" PRId64 ",\"faults\":%" PRId64
               ",\"reproducible\":%s}",
               bot->games, bot->wins, bot->faults,
               standings->run->is_command[rank[i]] ? "false" : "true");
    }
    printf("\n],\n");
}

static void json_pairs(const Standings *standings, const int rank[])
{
    int bots = standings->run->schedule.bots;
    const char *joint = "";

    printf("\"pairs\":[");
    for (int i = 0; i < bots * bots; i++) {
        int bot = rank[i / bots];
        int rival = rank[i % bots];
        Estimate score = tally_against(standings->tally, bot, rival);
        if (bot == rival || score.blocks == 0) {
            continue;
        }
        printf("%s\n{", joint);
        joint = ",";
        json_label(standings->run, "bot", bot);
        putchar(',');
        json_label(standings->run, "rival", rival);
        json_estimate(score);
        printf("}");
    }
    printf("\n],\n");
}

static void print_json(const Standings *standings)
{
    const Tally *tally = standings->tally;
    const ScheduleSetup *setup = &standings->run->schedule;
    int rank[BOTS_MAX] = {0};

    standings_rank(standings, rank);
    printf("{\"scenario\":");
    json_string(standings->run->scenario);
    printf(",\"seats\":%d,\"seed\":\"%" PRIu64 "\",\"blocks\":%" PRId64 ",\"games\":%" PRId64
           ",\"complete\":%s,\n",
           setup->seats, setup->seed, setup->blocks, tally->games,
           is_complete(standings) ? "true" : "false");
    json_bots(standings, rank);
    json_pairs(standings, rank);
    printf("\"endings\":{");
    for (int ending = 0; ending <= ENDING_CATASTROPHE; ending++) {
        printf("%s\"%s\":%" PRId64, ending == 0 ? "" : ",", vocab_ending[ending],
               tally->endings[ending]);
    }
    printf("},\"wins\":{\"US\":%" PRId64 ",\"CN\":%" PRId64
           "},\"reproducible\":%s,\"run_hash\":\"%s\"}\n",
           tally->us_wins, tally->games - tally->us_wins,
           is_reproducible(standings->run) ? "true" : "false", standings->run_hash);
}

/* ---- csv ---- */

static void csv_label(const Run *run, int bot)
{
    char label[LABEL_ROOM];

    standings_label(run, bot, label);
    if (strpbrk(label, ",\"\n\r") == NULL) {
        fputs(label, stdout);
        return;
    }
    putchar('"');
    for (const char *at = label; *at != '\0'; at++) {
        if (*at == '"') {
            putchar('"');
        }
        putchar(*at);
    }
    putchar('"');
}

static void csv_estimate(Estimate score)
{
    printf(",%" PRId64 ",%.6f,%.6f,%.6f", score.blocks, score.mean, score.low, score.high);
}

static void print_csv(const Standings *standings)
{
    int bots = standings->run->schedule.bots;
    int rank[BOTS_MAX] = {0};

    standings_rank(standings, rank);
    const char *mark = is_reproducible(standings->run) ? "" : ",no"; /* as tpd match marks a game */
    printf("bot,rival,blocks,score,low,high,games,wins,faults%s\n",
           mark[0] == '\0' ? "" : ",reproducible");
    for (int i = 0; i < bots; i++) {
        const TallyBot *bot = &standings->tally->bot[rank[i]];
        csv_label(standings->run, rank[i]);
        printf(",");
        csv_estimate(tally_score(standings->tally, rank[i]));
        printf(",%" PRId64 ",%" PRId64 ",%" PRId64 "%s\n", bot->games, bot->wins, bot->faults,
               mark);
    }
    for (int i = 0; i < bots * bots; i++) {
        Estimate score = tally_against(standings->tally, rank[i / bots], rank[i % bots]);
        if (i / bots != i % bots && score.blocks > 0) {
            csv_label(standings->run, rank[i / bots]);
            putchar(',');
            csv_label(standings->run, rank[i % bots]);
            csv_estimate(score);
            printf(",,,%s\n", mark);
        }
    }
}

StandingsPrint *const standings_print[] = {print_text, print_json, print_csv};
const char *const standings_format_name[] = {"text", "json", "csv", NULL};
