/* Bytes as a journal.  What begins with "journal" is the whole file; otherwise the first byte chooses
 * a game, whose good head stands before the rest.  Whatever is there, reading it ends with a verdict,
 * and a bad file with one clear line about it; what verifies can be resumed wherever it is cut. */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "match/journal.h"
#include "support/checked.h"
#include "support/shipped.h"

enum { SEED = 7 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The head of the game that a byte chooses, with its first round line; returns its length. */
static int print_head(char *text, uint8_t byte)
{
    const Rules *rules = shipped_rules();
    const Setup setup = variant_setup(byte % variant_count(rules), SEED);
    MatchSeat seat[SEATS_MAX];
    History history;

    for (int i = 0; i < SEATS_MAX; i++) {
        seat[i] = (MatchSeat){.player = PLAYER_HUMAN, .spec = "human"};
    }
    if (history_init(&history, rules, &setup, NULL, NULL) != STATUS_OK) {
        abort();
    }
    int length = journal_print_head(text, &history, seat, false);
    length += journal_print_owed(text + length, &history);
    text[length++] = '\n';
    history_clear(&history);
    return length;
}

/* The decisions of the journal, or -1 if it is refused. */
static int read_bytes(char *bytes, size_t size, bool may_be_cut)
{
    FILE *file = fmemopen(bytes, size, "rb");
    LineReader *lines = malloc(sizeof *lines);
    Journal journal;
    Error err = {.text = ""};
    int decisions = -1;

    if (file == NULL || lines == NULL) {
        abort();
    }
    Status status = lines_of(lines, "input", file, &err);
    lines->may_be_cut = may_be_cut;
    if (status == STATUS_OK) {
        status = journal_read(&journal, lines, shipped_rules(), &err);
    }
    if (status == STATUS_OK) {
        decisions = journal.history.count;
        checked_position(history_state(&journal.history), shipped_rules());
        if (journal.size > (long long)size || (!may_be_cut && journal.size != (long long)size)) {
            checked_fault("the size of the whole lines is not that of the file");
        }
        journal_clear(&journal);
    } else if (err.text[0] == '\0' || strchr(err.text, '\n') != NULL) {
        checked_fault("a journal was refused without one clear line");
    }
    (void)fclose(file);
    free(lines);
    return decisions;
}

/* Where the body of the journal begins. */
static size_t body_of(const char *bytes, size_t size)
{
    static const char first[] = "\nround ";

    for (size_t i = 0; i + sizeof first < size; i++) {
        if (memcmp(bytes + i, first, sizeof first - 1) == 0) {
            return i + 1;
        }
    }
    return size;
}

static void read_journal(char *bytes, size_t size)
{
    int decisions = read_bytes(bytes, size, false);

    if (read_bytes(bytes, size, true) != decisions && decisions >= 0) {
        checked_fault("a whole journal is another one when it may be cut");
    }
    if (decisions < 0) {
        return;
    }
    size_t body = body_of(bytes, size);
    size_t cut = body + (size - body) * 2 / 3;
    if (cut > 0 && read_bytes(bytes, cut, true) < 0) {
        checked_fault("a journal that was cut cannot be resumed");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char word[] = "journal";
    char *bytes = malloc(JOURNAL_HEAD_SIZE + JOURNAL_LINE_SIZE + size);
    size_t length = 0;

    if (bytes == NULL) {
        abort();
    }
    if (size >= sizeof word && memcmp(data, word, sizeof word - 1) != 0) {
        length = (size_t)print_head(bytes, data[0]);
        data++;
        size--;
    }
    memcpy(bytes + length, data, size);
    if (length + size > 0) {
        read_journal(bytes, length + size);
    }
    free(bytes);
    return 0;
}
