/* Rules from Lua: the files of a rules directory run once, caged, and what they declare is compiled
 * into Rules.  No Lua runs during a game. */

#ifndef TPD_SCRIPT_SCRIPT_H
#define TPD_SCRIPT_SCRIPT_H

#include <stddef.h>

#include "core/rules.h"
#include "core/status.h"

/* Told of every fault, in the order found: `FILE:LINE: what`, then after a line feed the source
 * line where there is one.  File names begin with the directory as the caller gave it. */
typedef void ScriptFault(void *user, const char *text);

typedef struct ScriptReport {
    ScriptFault *fault;
    ScriptFault *warning; /* `FILE:LINE: warning: …` of what can be played all the same; or NULL */
    void *user;
} ScriptReport;

/* Compiles params.lua, nations.lua, scenarios.lua and the .lua files of cards/ in byte order of their names.
 * `rules` is ready for play, or, on failure, only to be thrown away; `err` is the first fault. */
Status script_load_rules(Rules *rules, const char *directory, Error *err);

/* The same, but goes on after a fault as far as it can and reports each. */
Status script_check_rules(Rules *rules, const char *directory, const ScriptReport *report);

/* Compiles one chunk that declares everything, from memory.  `name` stands for a file's name. */
Status script_load_rules_text(Rules *rules, const char *name, const char *text, size_t size,
                              Error *err);

#endif
