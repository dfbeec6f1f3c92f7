/* broken_rules CASE: prints every fault of a rule set as `tpd rules check` would, if its folder were
 * called `rules`; ends with 1 if there is one.  The set is CASE laid over base/: its params.lua takes
 * the place of the sound one, what other files it has stands in front of the sound ones. */

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "script/script.h"
#include "support/rule_folder.h"

#define BASE TPD_SOURCE_DIR "/tests/script/base"

static void print_fault(void *user, const char *text)
{
    (void)user;
    puts(text);
}

int main(int argc, char **argv)
{
    char folder[FOLDER_SIZE];
    char above[FOLDER_SIZE + 3];
    const ScriptReport report = {.fault = print_fault, .warning = print_fault};
    Rules *rules = malloc(sizeof *rules);

    if (argc != 2 || rules == NULL) {
        fputs("usage: broken_rules CASE\n", stderr);
        free(rules);
        return 2;
    }
    folder_make(folder);
    folder_add(folder, argv[1]);
    folder_add(folder, BASE);
    if (folder_lacks(folder, "params.lua")) {
        folder_add_file(folder, "params.lua", BASE "/params/params.lua");
    }
    snprintf(above, sizeof above, "%s/..", folder);
    Status status = chdir(above) == 0 ? script_check_rules(rules, "rules", &report) : STATUS_IO;
    folder_remove(folder);
    free(rules);
    return status == STATUS_OK ? 0 : 1;
}
