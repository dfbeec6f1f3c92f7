/* tpd bots: the names that commands know bots by. */

#include <stdbool.h>
#include <stdio.h>

#include "ai/bot.h"
#include "app/bot_shipped.h"
#include "app/command.h"
#include "app/json.h"
#include "app/options.h"

static const Manual manual = {
    .name = "bots",
    .arguments = "",
    .text = "Lists the bots that --seats, `tpd tournament` and `tpd bot check` know by name: a "
            "line for\n"
            "each, with what it is.  One of your own is named by its file or command instead, see\n"
            "scripts/bots/README.md.\n",
    .examples = "  tpd bots\n"
                "  tpd bots --format json\n"
                "  tpd match --scenario short --seats US=hawk,CN=diplomat --games 10\n",
};

enum { NAME_COLUMNS = 16 };

static const BotType *const own[] = {
#define BOT(name, type) &(type),
#include "ai/bots.def"
#undef BOT
};

enum { OWN_COUNT = sizeof own / sizeof own[0] };

static void print_text(const ShippedBots *bots)
{
    char text[SHIPPED_TEXT_SIZE];

    for (int i = 0; i < OWN_COUNT; i++) {
        printf("  %-*s  %s\n", NAME_COLUMNS, own[i]->name, own[i]->summary);
    }
    for (int i = 0; i < bots->count; i++) {
        shipped_bot_describe(text, bots, i);
        printf("  %-*s  %s\n", NAME_COLUMNS, bots->name[i], text);
    }
}

static void json_row(const char *name, const char *kind, const char *text, bool is_last)
{
    printf("{\"bot\":\"%s\",\"kind\":\"%s\",\"summary\":", name, kind);
    json_string(text);
    printf("}%s\n", is_last ? "" : ",");
}

static void print_json(const ShippedBots *bots)
{
    char text[SHIPPED_TEXT_SIZE];

    printf("[\n");
    /* Names and kinds need no escapes. */
    for (int i = 0; i < OWN_COUNT; i++) {
        json_row(own[i]->name, "program", own[i]->summary, i == OWN_COUNT - 1 && bots->count == 0);
    }
    for (int i = 0; i < bots->count; i++) {
        shipped_bot_describe(text, bots, i);
        json_row(bots->name[i], "lua", text, i == bots->count - 1);
    }
    printf("]\n");
}

Outcome cmd_bots(Arguments arguments)
{
    static const char *const format_name[] = {"text", "json", NULL};
    int format = 0;
    ShippedBots bots;
    const Option table[] = {option_word("format", format_name, &format, "default: text")};
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};
    Outcome outcome = options_read(&all, &arguments);

    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    shipped_bots_init(&bots);
    if (format == 0) {
        print_text(&bots);
    } else {
        print_json(&bots);
    }
    shipped_bots_clear(&bots);
    return OUTCOME_OK;
}
