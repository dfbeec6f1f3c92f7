/* Bytes are read as a .mo file.  One that is accepted answers any question with a text that ends, is
 * UTF-8 and sends no control character to a terminal. */

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "core/rules.h"
#include "core/status.h"
#include "support/checked.h"
#include "text/voice.h"

enum { QUESTION_MOST = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_text(const char *text)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;

    while (*at != '\0') {
        utf8proc_int32_t code;
        utf8proc_ssize_t taken = utf8proc_iterate(at, -1, &code);
        if (taken <= 0) {
            checked_fault("a translation is not UTF-8");
        }
        if (utf8proc_category(code) == UTF8PROC_CATEGORY_CC && code != '\n' && code != '\t') {
            checked_fault("a translation holds a control character");
        }
        at += taken;
    }
}

/* Asks for the word, and for what begins at each of the file's own bytes. */
static void ask(Catalogue *catalogue, const uint8_t *data, size_t size)
{
    const Voice voice = {.language = LANGUAGE_ZH, .catalogue = catalogue};

    check_text(say(&voice, "Trust"));
    for (size_t i = 0; i < size; i++) {
        char question[QUESTION_MOST + 1] = "";
        size_t length = size - i < QUESTION_MOST ? size - i : QUESTION_MOST;
        memcpy(question, data + i, length);
        const char *answer = say(&voice, question);
        if (answer < question || answer > question + QUESTION_MOST) { /* it was not found */
            check_text(answer);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Catalogue *catalogue = NULL;
    Error err;

    if (catalogue_read(&catalogue, "fuzz.mo", data, size, &err) == STATUS_OK) {
        ask(catalogue, data, size);
        catalogue_close(catalogue);
    } else if (err.text[0] == '\0' || strchr(err.text, '\n') != NULL) {
        checked_fault("a fault is one line");
    }
    return 0;
}
