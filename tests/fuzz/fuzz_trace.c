/* Lines as a trace holds them: the first byte chooses scenario and seats, each further line is tried
 * as a state text and as an action text.  What is accepted prints as it was read; a position that is
 * accepted can be played on, and takes the actions that follow it where they are legal. */

#include <stddef.h>
#include <string.h>

#include "support/checked.h"
#include "support/shipped.h"

enum { DECISIONS = 300, LINE_SIZE = STATE_TEXT_SIZE + 100 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool read_state(State *state, const Setup *setup, const char *line, const Rules *rules)
{
    char text[STATE_TEXT_SIZE];
    State read;
    Error err = {0};

    if (state_parse(&read, setup, line, rules, &err) != STATUS_OK) {
        if (err.text[0] == '\0' || strchr(err.text, '\n') != NULL) {
            checked_fault("a state text was refused without one clear line");
        }
        return false;
    }
    state_print(text, &read, rules);
    if (strcmp(text, line) != 0) {
        checked_fault("a state text is printed in another way than it was read");
    }
    checked_position(&read, rules);
    *state = read;
    checked_play(&read, rules, read.seed, DECISIONS);
    return true;
}

static void read_action(State *state, const char *line, const Rules *rules)
{
    char text[ACTION_TEXT_SIZE];
    Action action;
    Error err = {0};

    if (action_parse(&action, line, rules, &err) != STATUS_OK) {
        if (err.text[0] == '\0' || strchr(err.text, '\n') != NULL) {
            checked_fault("an action text was refused without one clear line");
        }
        return;
    }
    action_print(text, action, rules);
    if (strcmp(text, line) != 0) {
        checked_fault("an action text is printed in another way than it was read");
    }
    if (!state_is_terminal(state) && state_is_legal(state, rules, action)) {
        checked_apply(state, rules, action);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Rules *rules = shipped_rules();
    State state;

    if (size == 0) {
        return 0;
    }
    Setup setup = variant_setup(data[0] % variant_count(rules), data[0]);
    state_init(&state, rules, &setup);
    const char *text = (const char *)data + 1;
    size_t left = size - 1;
    while (left > 0) {
        char line[LINE_SIZE];
        const char *end = memchr(text, '\n', left);
        size_t length = end == NULL ? left : (size_t)(end - text);
        size_t copied = length < LINE_SIZE - 1 ? length : LINE_SIZE - 1;
        memcpy(line, text, copied);
        line[copied] = '\0';
        if (!read_state(&state, &setup, line, rules)) {
            read_action(&state, line, rules);
        }
        size_t used = end == NULL ? left : length + 1;
        text += used;
        left -= used;
    }
    return 0;
}
