/* What the parts of the rules compiler share.  Private to engine/script, as are the headers that
 * include this one. */

#ifndef TPD_SCRIPT_COMPILER_H
#define TPD_SCRIPT_COMPILER_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/rules.h"
#include "script/sandbox.h"
#include "script/script.h"

enum {
    FAULTS_MAX = 100, /* reported of one rule set; then the compiler gives up */
    WARNINGS_MAX = 100,
    PENDING_MAX = 16, /* faults of constructors whose card is not known yet */
    WORD_SHOWN = 40,  /* bytes of a text of the author that a message repeats */
};

/* The file being compiled. */
typedef struct Source {
    const char *name; /* as it stands in messages */
    const char *text;
    size_t size;
} Source;

typedef struct Origin {
    const char *file;
    int line;
} Origin;

typedef struct Compiler {
    Rules *rules;
    Sandbox sandbox;
    const ScriptReport *report;
    int fault_count, warning_count;
    Source source;
    SandboxFault pending[PENDING_MAX];
    int pending_count;
    const char *constructor; /* name of the function that is being called */
    const char *item; /* id of the card or other item being read; NULL in other constructors */
    bool is_full[ITEM_COUNT]; /* has been reported */
    bool params_broken;       /* so that what is missing is missing for another reason */
    bool nations_broken;
    Origin card[CARDS_MAX], nation[NATIONS_MAX], scenario[SCENARIOS_MAX];
    Origin param[PARAM_SLOTS]; /* at the first slot; line 0: not declared yet */
} Compiler;

Compiler *compiler_of(lua_State *lua);

#endif
