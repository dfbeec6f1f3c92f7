#include "core/vocab.h"

#include <stddef.h>
#include <string.h>

const TrackInfo vocab_track[TRACK_COUNT] = {
#define TRACK(id, text, scope, least, most, meaning) \
    {text, meaning, SCOPE_##scope, SLOT_##id, SIZE_##scope, least, most},
#include "core/tracks.def"
#undef TRACK
};

const ParamInfo vocab_param[] = {
#define PARAM(id, name, count, least, most) {name, PARAM_##id, count, least, most},
#include "core/params.def"
#undef PARAM
};
const int vocab_param_count = sizeof vocab_param / sizeof vocab_param[0];

const Word vocab_op[OP_COUNT] = {
#define OP(id, name, arguments, meaning) {name, arguments, meaning},
#include "core/ops.def"
#undef OP
};

const Word vocab_condition[TEST_COUNT] = {
#define CONDITION(id, name, arguments, meaning) {name, arguments, meaning},
#include "core/conditions.def"
#undef CONDITION
};

const Word vocab_event[EVENT_KIND_COUNT] = {
#define EVENT(id, name, meaning) {name, "", meaning},
#include "core/events.def"
#undef EVENT
};

const char *const vocab_verb[] = {
#define VERB(id, text, argument, meaning) text,
#include "core/verbs.def"
#undef VERB
    NULL,
};

const char *const vocab_bloc[] = {"US", "CN", NULL};
const char *const vocab_stack[] = {"UC", "UO", "CC", "CO", NULL};
const char *const vocab_tile[] = {"CHIPS", "EQUIP", "ACCESS", "MINERALS", "DATA", NULL};
const char *const vocab_phase[] = {"headline", "action", "scoring", "start", "end", NULL};
const char *const vocab_ending[] = {"points", "hegemony", "catastrophe", NULL};
const char *const vocab_era[] = {"early", "mid", "late", NULL};
const char *const vocab_side[] = {"US", "CN", "neutral", NULL};
const char *const vocab_who[] = {"US", "CN", "you", "rival", "world", NULL};
const char *const vocab_need[] = {"Compute", "Price", "Sovereignty", "Security", "Industry", NULL};
const char *const vocab_role[] = {"none", "lithography", "memory", "foundry", "fund", NULL};
const char *const vocab_system[] = {"court",    "control", "risk", "bubble",
                                    "industry", "plateau", NULL};
const char *const vocab_move[] = {"align",         "open",    "close", "corner open",
                                  "corner closed", "neutral", NULL};
const char *const vocab_modifier[] = {"INTEGRATE", "SERVE", "REVENUE", NULL};
const char *const vocab_duration[] = {"round", "game", NULL};
const char *const vocab_trigger[] = {"release", "control", NULL};
const char *const vocab_model[] = {"api", "open", "conditional", NULL};

int vocab_find(const char *const list[], const char *word)
{
    for (int i = 0; list[i] != NULL; i++) {
        if (strcmp(list[i], word) == 0) {
            return i;
        }
    }
    return -1;
}

const char *vocab_seat(int seat_count, Seat seat)
{
    return seat_count == 2 ? vocab_bloc[seat / 2] : vocab_stack[seat];
}

enum { WORD_MAX = 24 }; /* longer words are not compared */

static int lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Levenshtein distance, blind to case, one row at a time. */
static int distance(const char *a, const char *b)
{
    int row[WORD_MAX + 1];
    int length = (int)strlen(b);

    for (int j = 0; j <= length; j++) {
        row[j] = j;
    }
    for (int i = 1; a[i - 1] != '\0'; i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= length; j++) {
            int above = row[j];
            int change = diagonal + (lower(a[i - 1]) != lower(b[j - 1]));
            row[j] = least(change, least(above, row[j - 1]) + 1);
            diagonal = above;
        }
    }
    return row[length];
}

const char *vocab_nearest(const char *const list[], const char *word)
{
    const char *nearest = NULL;
    int best = WORD_MAX;

    if (strlen(word) > WORD_MAX) {
        return NULL;
    }
    for (int i = 0; list[i] != NULL; i++) {
        if (strlen(list[i]) > WORD_MAX) {
            continue;
        }
        int d = distance(word, list[i]);
        if (d < best) {
            best = d;
            nearest = list[i];
        }
    }
    int tolerance = (int)strlen(word) / 3 + 1; /* one slip in a short word, more in a long one */
    return best <= tolerance ? nearest : NULL;
}
