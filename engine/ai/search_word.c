/* The words of bots that search. */

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "ai/search.h"
#include "ai/search_bot.h"
#include "core/status.h"
#include "core/vocab.h"

static const char search_name[] = "search";
static const char level_name[] = "level";

const char *const playout_name[PLAYOUT_KIND_COUNT + 1] = {
    [PLAYOUT_FULL] = "full", [PLAYOUT_CUT] = "cut", [PLAYOUT_QUIET] = "quiet", NULL};

/* What follows the name and a colon; NULL: the word does not begin with the name. */
static const char *after(const char *word, const char *name)
{
    size_t length = strlen(name);

    if (strncmp(word, name, length) != 0 || (word[length] != ':' && word[length] != '\0')) {
        return NULL;
    }
    return word + length + (word[length] == ':');
}

bool search_word_is(const char *word)
{
    return after(word, search_name) != NULL || after(word, level_name) != NULL;
}

/* Digits without a sign or a zero in front; -1: there is no number from 1 to `most`. */
static int read_number(const char **text, int most)
{
    int number = 0;

    if (**text == '0') {
        return -1;
    }
    while (**text >= '0' && **text <= '9' && number <= most) {
        number = 10 * number + (**text - '0');
        ++*text;
    }
    return number >= 1 && number <= most ? number : -1;
}

/* The kind of playouts behind the colon, `cut` with its decisions; false: none is named. */
static bool read_playout(SearchWord *read, const char *text)
{
    static const char cut[] = "cut";
    enum { CUT_LENGTH = sizeof cut - 1 };

    if (strncmp(text, cut, CUT_LENGTH) == 0 && text[CUT_LENGTH] != '\0') {
        text += CUT_LENGTH;
        read->playout = PLAYOUT_CUT;
        read->cut = read_number(&text, SEARCH_CUT_MAX);
        return read->cut > 0 && *text == '\0';
    }
    int playout = vocab_find(playout_name, text);
    read->playout = playout < 0 ? PLAYOUT_CUT : (Playout)playout;
    return playout >= 0;
}

static Status read_search(SearchWord *read, const char *word, const char *text, Error *err)
{
    read->level = -1;
    read->trees = 1;
    read->playout = PLAYOUT_CUT;
    read->iterations = read_number(&text, SEARCH_ITERATIONS_MAX);
    if (read->iterations > 0 && *text == 'x') {
        text++;
        read->trees = read_number(&text, SEARCH_TREES_MAX);
    }
    bool ends = *text == ':' ? read_playout(read, text + 1) : *text == '\0';
    if (read->iterations < 0 || read->trees < 0 || !ends) {
        return error_set(err, STATUS_PARSE,
                         "expected search:N or search:NxR, N iterations from 1 to %d and R trees "
                         "from 1 to %d, as in search:1000x2, and after it nothing, :full, :cut, "
                         ":cutD with D decisions from 1 to %d, or :quiet, found '%.*s'",
                         SEARCH_ITERATIONS_MAX, SEARCH_TREES_MAX, SEARCH_CUT_MAX,
                         error_quote(word, CHARACTER_SIZE), word);
    }
    return STATUS_OK;
}

static bool is_name(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-");

    return length > 0 && text[length] == '\0' && length < CHARACTER_SIZE;
}

static Status read_level(SearchWord *read, const char *word, const char *text, Error *err)
{
    int level = read_number(&text, LEVEL_COUNT);

    if (level < 0 || (*text != '\0' && (*text != ':' || !is_name(text + 1)))) {
        return error_set(err, STATUS_PARSE,
                         "expected level:1 to level:%d, or with the name of a strategy as in "
                         "level:3:hawk, found '%.*s'",
                         LEVEL_COUNT, error_quote(word, CHARACTER_SIZE), word);
    }
    read->level = level - 1;
    read->iterations = level_info[read->level].iterations;
    read->trees = level_info[read->level].trees;
    read->playout = PLAYOUT_CUT;
    snprintf(read->character, sizeof read->character, "%s", *text == ':' ? text + 1 : "");
    return STATUS_OK;
}

Status search_word_read(SearchWord *read, const char *word, Error *err)
{
    const char *text = after(word, search_name);

    *read = (SearchWord){.iterations = 0};
    return text != NULL ? read_search(read, word, text, err)
                        : read_level(read, word, after(word, level_name), err);
}
