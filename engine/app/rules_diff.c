#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "app/data.h"
#include "app/game.h"
#include "app/options.h"
#include "app/rules_commands.h"
#include "core/rules.h"
#include "core/status.h"
#include "core/vocab.h"

static const Manual manual = {
    .name = "rules diff",
    .arguments = "DIR [DIR]",
    .text =
        "Lists the items of play in which two rule sets differ, a line each: what the second set\n"
        "has added, removed or changed, and kinds of items that stand in another order.  With\n"
        "one DIR the first set is the one that would be played.  Titles and other texts do not\n"
        "count.  Exit status: 0 no difference, 1 some, 2 trouble.\n",
    .examples = "  tpd rules diff my-rules\n"
                "  tpd rules diff my-rules their-rules\n",
};

static const char *const item_name[ITEM_PARAMETERS] = {"card", "nation", "scenario"};

/* The rule sets that are compared. */
typedef struct Pair {
    const Rules *before, *after;
} Pair;

static int find_item(const Rules *rules, Item kind, const char *id)
{
    for (int i = 0; i < rules_item_count(rules, kind); i++) {
        if (strcmp(rules_item_id(rules, kind, i), id) == 0) {
            return i;
        }
    }
    return -1;
}

static bool parameter_differs(const Pair *pair, const ParamInfo *info)
{
    size_t size = (size_t)info->count * sizeof pair->before->param[0];

    return memcmp(pair->before->param + info->slot, pair->after->param + info->slot, size) != 0;
}

/* The parameters are one item; the line names those that differ. */
static int compare_parameters(const Pair *pair)
{
    int differences = 0;

    for (int i = 0; i < vocab_param_count; i++) {
        const ParamInfo *info = &vocab_param[i];
        if (parameter_differs(pair, info)) {
            printf("%s%s", differences == 0 ? "parameters changed: " : ", ", info->name);
            differences++;
        }
    }
    fputs(differences == 0 ? "" : "\n", stdout);
    return differences;
}

static void print_item(Item kind, const char *id, const char *what)
{
    printf("%s:%s %s\n", item_name[kind], id, what);
}

/* Prints the items of one kind that only one set has or that differ; returns their number. */
static int compare_items(const Pair *pair, Item kind)
{
    int differences = 0;

    for (int i = 0; i < rules_item_count(pair->before, kind); i++) {
        const char *id = rules_item_id(pair->before, kind, i);
        int other = find_item(pair->after, kind, id);
        if (other < 0) {
            print_item(kind, id, "removed");
            differences++;
        } else if (rules_item_hash(pair->before, kind, i) !=
                   rules_item_hash(pair->after, kind, other)) {
            print_item(kind, id, "changed");
            differences++;
        }
    }
    for (int i = 0; i < rules_item_count(pair->after, kind); i++) {
        const char *id = rules_item_id(pair->after, kind, i);
        if (find_item(pair->before, kind, id) < 0) {
            print_item(kind, id, "added");
            differences++;
        }
    }
    return differences;
}

/* The place in which the items that both have follow each other; it counts in play. */
static int compare_order(const Pair *pair, Item kind)
{
    int last = -1;

    for (int i = 0; i < rules_item_count(pair->before, kind); i++) {
        int other = find_item(pair->after, kind, rules_item_id(pair->before, kind, i));
        if (other < 0) {
            continue;
        }
        if (other < last) {
            printf("%s order changed\n", item_name[kind]);
            return 1;
        }
        last = other;
    }
    return 0;
}

static int compare(const Pair *pair)
{
    int differences = 0;

    for (int kind = 0; kind < ITEM_PARAMETERS; kind++) {
        differences += compare_items(pair, (Item)kind);
        differences += compare_order(pair, (Item)kind);
    }
    return differences + compare_parameters(pair);
}

/* Loads both; a set that does not load is trouble, not a difference. */
static Outcome diff_directories(const char *first, const char *second)
{
    Rules *before;
    Rules *after;
    Error err;

    if (data_load_rules(&before, first, &err) != STATUS_OK) {
        complain_error(&err);
        return OUTCOME_USAGE;
    }
    if (data_load_rules(&after, second, &err) != STATUS_OK) {
        data_free_rules(before);
        complain_error(&err);
        return OUTCOME_USAGE;
    }
    const Pair pair = {before, after};
    int differences = compare(&pair);
    data_free_rules(before);
    data_free_rules(after);
    return differences == 0 ? OUTCOME_OK : OUTCOME_FAILED;
}

Outcome rules_diff(Arguments arguments)
{
    GameOptions options = game_options();
    const Option table[] = {game_option_rules(&options)};
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};

    Outcome outcome = options_read(&all, &arguments);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    if (arguments.count < 1 || arguments.count > 2) {
        return complain_usage(manual.name, "expected one or two directories of rules, found %d",
                              arguments.count);
    }
    if (arguments.count == 2 && options.rules != NULL) {
        return complain_usage(manual.name, "expected one directory beside --rules, found two");
    }
    if (arguments.count == 2) {
        return diff_directories(arguments.item[0], arguments.item[1]);
    }
    return diff_directories(options.rules, arguments.item[0]);
}
