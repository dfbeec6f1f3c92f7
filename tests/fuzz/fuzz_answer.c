/* Bytes are what a bot's program writes: the first chooses the question, the rest are its answers.
 * Each reading takes a whole line or nothing, a choice is one of the legal list, and whatever is said
 * is one line of printable text. */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/state.h"
#include "process/answer.h"
#include "support/checked.h"
#include "support/shipped.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_text(const char *text)
{
    if (memchr(text, '\0', ANSWER_TEXT_SIZE) == NULL) {
        checked_fault("a text of an answer ends");
    }
    if (error_quote(text, ANSWER_TEXT_SIZE) != (int)strlen(text)) {
        checked_fault("a text of an answer holds no control character");
    }
}

static void check_answer(const Answer *answer, const Question *question)
{
    check_text(answer->text);
    switch (answer->kind) {
    case ANSWER_MORE:
        checked_fault("where a line is taken, there was one");
    case ANSWER_HELLO:
        if (question->legal != NULL || answer->text[0] == '\0') {
            checked_fault("a hello answers another question, or has no name");
        }
        break;
    case ANSWER_CHOICE:
        if (question->legal == NULL || answer->choice < 0 ||
            answer->choice >= question->legal->count) {
            checked_fault("a choice is none of the legal actions");
        }
        break;
    case ANSWER_REASON:
    case ANSWER_LATE:
        if (question->legal == NULL) {
            checked_fault("there is nothing to explain yet");
        }
        break;
    case ANSWER_FAULT:
        if (answer->text[0] == '\0') {
            checked_fault("a fault says why");
        }
        break;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Rules *rules = shipped_rules();
    const char *bytes = (const char *)data;
    Setup setup = variant_setup(0, 1);
    ActionList legal;
    Answer answer;
    State state;

    if (size == 0) {
        return 0;
    }
    state_init(&state, rules, &setup);
    state_legal_actions(&state, rules, &legal);
    const Question question = {.rules = rules,
                               .legal = data[0] % 2 == 0 ? NULL : &legal,
                               .decision = data[0] / 2};
    size_t at = 1;
    size_t taken = 0;
    do {
        taken = answer_read(&answer, &question, bytes + at, size - at);
        if (taken > size - at || (taken > 0 && bytes[at + taken - 1] != '\n')) {
            checked_fault("a reading takes whole lines of what there is");
        }
        if (taken > 0) {
            check_answer(&answer, &question);
        }
        at += taken;
    } while (taken > 0);
    if (answer.kind != ANSWER_MORE || memchr(bytes + at, '\n', size - at) != NULL) {
        checked_fault("a line is left");
    }
    return 0;
}
