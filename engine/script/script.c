#include "script/script.h"

#include <lua.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/vocab.h"
#include "script/compiler.h"
#include "script/constructors.h"
#include "script/faults.h"
#include "script/files.h"
#include "script/foreign.h"
#include "script/sandbox.h"

enum {
    MEMORY_CAP = 64 * 1024 * 1024,
    STRING_CAP = 16 * 1024,
    INSTRUCTION_CAP = 10 * 1000 * 1000,
};

/* Which constructors a file is given. */
typedef void PushConstructors(lua_State *lua);

static PushConstructors *const param_file[] = {params_push, NULL};
static PushConstructors *const nation_file[] = {nations_push, NULL};
static PushConstructors *const scenario_file[] = {scenarios_push, NULL};
static PushConstructors *const card_file[] = {cards_push, instructions_push, conditions_push, NULL};
static PushConstructors *const any_file[] = {params_push, nations_push,      scenarios_push,
                                             cards_push,  instructions_push, conditions_push,
                                             NULL};

static void push_constructors(lua_State *lua, const void *setup_data)
{
    PushConstructors *const *group = setup_data;

    strangers_push(lua);
    for (int i = 0; group[i] != NULL; i++) {
        group[i](lua);
    }
}

/* ---- one source ---- */

/* Whether the source ran to its end, with or without faults in what it declares. */
static bool compile_source(Compiler *compiler, PushConstructors *const group[])
{
    SandboxFault fault = {0};
    Source *source = &compiler->source;
    size_t mark = foreign_mark_size(source->text, source->size);

    source->text += mark;
    source->size -= mark;
    const char *what = foreign_fault(source->text, source->size, &fault.line);
    if (what != NULL) {
        fault_at(compiler, &fault, "%s", what);
        return false;
    }
    Status status = sandbox_run(&compiler->sandbox,
                                &(SandboxChunk){.text = source->text,
                                                .size = source->size,
                                                .setup = push_constructors,
                                                .setup_data = group},
                                &fault);
    compiler->item = NULL;
    fault_settle(compiler);
    if (status != STATUS_OK) {
        fault_at(compiler, &fault, "%s", fault.text);
    }
    return status == STATUS_OK;
}

/* `name` must outlive the compiler: origins point at it. */
static bool compile_file(Compiler *compiler, const char *name, PushConstructors *const group[])
{
    Error err;
    char *text;
    size_t size;

    compiler->source = (Source){.name = name, .text = "", .size = 0};
    if (file_read(&text, &size, name, &err) != STATUS_OK) {
        fault_at(compiler, &(SandboxFault){.line = 1}, "%s", err.text);
        return false;
    }
    compiler->source.text = text;
    compiler->source.size = size;
    bool ended = compile_source(compiler, group);
    compiler->source = (Source){.name = name, .text = "", .size = 0};
    free(text);
    return ended;
}

/* ---- a whole rule set ---- */

/* A fault that belongs to a place read earlier. */
static void fault_of(Compiler *compiler, const Origin *origin, const char *item, const char *text)
{
    compiler->source = (Source){.name = origin->file, .text = "", .size = 0};
    fault_at(compiler, &(SandboxFault){.line = origin->line}, "%s: %s", item, text);
}

static void check_params(Compiler *compiler, const Origin *file)
{
    for (int i = 0; i < vocab_param_count; i++) {
        const ParamInfo *info = &vocab_param[i];
        if (compiler->param[info->slot].line == 0) {
            fault_of(compiler, file, info->name,
                     "missing parameter: expected one param of this name");
        }
    }
}

static bool deals_at_once(const Rules *rules, int scenario)
{
    for (int i = 0; i < rules->card_count; i++) {
        const Card *card = &rules->card[i];
        bool boxed =
            card->needs != SYSTEM_NONE && !rules_scenario_has(rules, scenario, (System)card->needs);
        if (!boxed && rules->scenario[scenario].era_round[card->era] == 1) {
            return true;
        }
    }
    return false;
}

static void check_scenarios(Compiler *compiler)
{
    const Rules *rules = compiler->rules;

    for (int i = 0; i < rules->scenario_count; i++) {
        if (!deals_at_once(rules, i)) {
            fault_of(compiler, &compiler->scenario[i], rules->scenario[i].id,
                     "eras: no card is in play in round 1");
        }
        if (rules_starts_beyond_plateau(rules, i)) {
            fault_of(compiler, &compiler->scenario[i], rules->scenario[i].id,
                     "F: a lab starts beyond plat0, the lowest plateau tile; lower it, or raise "
                     "plat0");
        }
    }
}

typedef struct RuleFiles {
    const char *params, *nations, *scenarios, *cards;
} RuleFiles;

static void check_counts(Compiler *compiler, const RuleFiles *files)
{
    const Rules *rules = compiler->rules;

    if (rules->nation_count == 0) {
        fault_of(compiler, &(Origin){files->nations, 1}, "nations", "expected at least one");
    }
    if (rules->scenario_count == 0) {
        fault_of(compiler, &(Origin){files->scenarios, 1}, "scenarios", "expected at least one");
    }
    if (rules->card_count == 0) {
        fault_of(compiler, &(Origin){files->cards, 1}, "cards", "expected at least one");
    }
}

/* What can only be seen when everything has been read. */
static Status finish(Compiler *compiler, const RuleFiles *files)
{
    Error err;

    if (!compiler->params_broken) {
        check_params(compiler, &(Origin){files->params, 1});
    }
    if (compiler->fault_count == 0) {
        check_counts(compiler, files);
    }
    if (compiler->fault_count == 0) {
        check_scenarios(compiler);
    }
    if (compiler->fault_count == 0 && rules_prepare(compiler->rules, &err) != STATUS_OK) {
        compiler->source = (Source){.name = files->cards, .text = "", .size = 0};
        fault_at(compiler, &(SandboxFault){.line = 1}, "%s", err.text);
    }
    return compiler->fault_count == 0 ? STATUS_OK : STATUS_PARSE;
}

static Status compiler_init(Compiler *compiler, Rules *rules, const ScriptReport *report)
{
    static const SandboxLimits limits = {.memory = MEMORY_CAP,
                                         .string = STRING_CAP,
                                         .instructions = INSTRUCTION_CAP};
    Error err;

    memset(compiler, 0, sizeof *compiler);
    compiler->rules = rules;
    compiler->report = report;
    rules_init(rules);
    Status status = sandbox_init(&compiler->sandbox, &limits, compiler, &err);
    if (status != STATUS_OK) {
        report->fault(report->user, err.text);
    }
    return status;
}

/* Compiles everything under the directory; the names of the files live until the end. */
static Status compile_directory(Compiler *compiler, const RuleFiles *files)
{
    FileList cards = {0};
    Error err;

    compiler->params_broken = !compile_file(compiler, files->params, param_file);
    int faults = compiler->fault_count;
    compile_file(compiler, files->nations, nation_file);
    compiler->nations_broken = compiler->fault_count > faults;
    compile_file(compiler, files->scenarios, scenario_file);
    compiler->source = (Source){.name = files->cards, .text = "", .size = 0};
    if (file_list_init(&cards, files->cards, &err) != STATUS_OK) {
        fault_at(compiler, &(SandboxFault){.line = 1}, "%s", err.text);
    } else if (cards.count == 0) {
        fault_at(compiler, &(SandboxFault){.line = 1}, "expected files of cards, named *.lua");
    }
    for (int i = 0; i < cards.count; i++) {
        compile_file(compiler, cards.path[i], card_file);
    }
    Status status = finish(compiler, files);
    file_list_clear(&cards);
    return status;
}

/* Where everything stands in a rules directory; a slash at the directory's end does not count. */
typedef struct RulePaths {
    char params[RULE_PATH_MAX], nations[RULE_PATH_MAX], scenarios[RULE_PATH_MAX];
    char cards[RULE_PATH_MAX];
} RulePaths;

static void rule_paths_init(RulePaths *paths, const char *directory)
{
    int length = (int)strlen(directory);

    while (length > 1 && directory[length - 1] == '/') {
        length--;
    }
    snprintf(paths->params, RULE_PATH_MAX, "%.*s/params.lua", length, directory);
    snprintf(paths->nations, RULE_PATH_MAX, "%.*s/nations.lua", length, directory);
    snprintf(paths->scenarios, RULE_PATH_MAX, "%.*s/scenarios.lua", length, directory);
    snprintf(paths->cards, RULE_PATH_MAX, "%.*s/cards", length, directory);
}

static Status report_directory(const char *directory, const char *what, const ScriptReport *report)
{
    Error err;

    error_set(&err, STATUS_IO, "%s: expected a rules directory: %s", directory, what);
    report->fault(report->user, err.text);
    return STATUS_IO;
}

Status script_check_rules(Rules *rules, const char *directory, const ScriptReport *report)
{
    Compiler compiler;
    RulePaths paths;
    Error err;

    if (strlen(directory) >= RULE_PATH_MAX - RULE_NAME_MAX) {
        return report_directory(directory, "the name is too long", report);
    }
    Status status = directory_check(directory, &err);
    if (status != STATUS_OK) {
        return report_directory(directory, err.text, report);
    }
    rule_paths_init(&paths, directory);
    status = compiler_init(&compiler, rules, report);
    if (status == STATUS_OK) {
        RuleFiles files = {paths.params, paths.nations, paths.scenarios, paths.cards};
        status = compile_directory(&compiler, &files);
        sandbox_clear(&compiler.sandbox);
    }
    return status;
}

/* Keeps the first fault. */
static void keep_first(void *user, const char *text)
{
    Error *err = user;

    if (err->status == STATUS_OK) {
        error_set(err, STATUS_PARSE, "%s", text);
    }
}

/* What a caller of script_load_…() gets of the faults. */
static Status first_fault(Status status, Error *first, Error *err)
{
    if (status != STATUS_OK && err != NULL) {
        *err = *first;
        err->status = status;
    }
    return status;
}

Status script_load_rules(Rules *rules, const char *directory, Error *err)
{
    Error first = {.status = STATUS_OK};

    const ScriptReport report = {.fault = keep_first, .user = &first};

    return first_fault(script_check_rules(rules, directory, &report), &first, err);
}

Status script_load_rules_text(Rules *rules, const char *name, const char *text, size_t size,
                              Error *err)
{
    Compiler compiler;
    Error first = {.status = STATUS_OK};
    const ScriptReport report = {.fault = keep_first, .user = &first};
    RuleFiles files = {name, name, name, name};
    Status status = compiler_init(&compiler, rules, &report);

    if (status == STATUS_OK) {
        compiler.source = (Source){.name = name, .text = text, .size = size};
        compiler.params_broken = !compile_source(&compiler, any_file);
        status = finish(&compiler, &files);
        sandbox_clear(&compiler.sandbox);
    }
    return first_fault(status, &first, err);
}
