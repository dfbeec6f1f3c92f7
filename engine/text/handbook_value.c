#include "text/handbook_value.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "core/rules.h"
#include "core/vocab.h"
#include "text/handbook_section.h"
#include "text/text.h"
#include "text/voice.h"

enum { FIELDS_MAX = 4, FIELD_SIZE = 64, WORDS_SIZE = 160, PARAMS_MAX = 64 };

/* A placeholder {kind:field:…+n}, taken apart. */
typedef struct Placeholder {
    const Handbook *book;
    int line;
    int count;
    char field[FIELDS_MAX][FIELD_SIZE];
    int offset; /* what is added to a number */
    Prose *out;
    Error *err;
} Placeholder;

/* ---- faults ---- */

static Status fault(const Placeholder *at, const char *what, const char *word)
{
    return error_set(at->err, STATUS_PARSE, "%s:%d: %s '%.*s'", at->book->name, at->line, what,
                     error_quote(word, FIELD_SIZE), word);
}

/* A word that is none of a list. */
static Status unknown(const Placeholder *at, const char *what, const char *word,
                      const char *const list[])
{
    const char *nearest = vocab_nearest(list, word);

    if (nearest == NULL) {
        return fault(at, what, word);
    }
    return error_set(at->err, STATUS_PARSE, "%s:%d: %s '%.*s', did you mean '%s'?", at->book->name,
                     at->line, what, error_quote(word, FIELD_SIZE), word, nearest);
}

static Status expect_fields(const Placeholder *at, int least, int most)
{
    if (at->count >= least && at->count <= most) {
        return STATUS_OK;
    }
    return error_set(at->err, STATUS_PARSE, "%s:%d: {%s: …}: expected %d words in all, found %d",
                     at->book->name, at->line, at->field[0], most, at->count);
}

static Status put_number(const Placeholder *at, int number)
{
    prose_add_number(at->out, number + at->offset, false);
    return STATUS_OK;
}

static Status put_text(const Placeholder *at, const char *text)
{
    prose_add(at->out, text);
    return STATUS_OK;
}

/* A number from 1 to `most`, or 0. */
static int read_index(const char *field, int most)
{
    int index = field[0] >= '1' && field[0] <= '9' && field[1] == '\0' ? field[0] - '0' : 0;

    return index <= most ? index : 0;
}

/* ---- parameters ---- */

/* {param:vpHeg}, {param:stockVP:2} */
static Status put_param(const Placeholder *at)
{
    const char *names[PARAMS_MAX + 1] = {NULL};
    int index = -1;

    for (int i = 0; i < vocab_param_count && i < PARAMS_MAX; i++) {
        names[i] = vocab_param[i].name;
    }
    index = vocab_find(names, at->field[1]);
    if (index < 0) {
        return unknown(at, "unknown parameter", at->field[1], names);
    }
    const ParamInfo *info = &vocab_param[index];
    int which = at->count == 2 && info->count == 1 ? 1 : read_index(at->field[2], info->count);
    if (which == 0) {
        return error_set(at->err, STATUS_PARSE,
                         "%s:%d: %s has %d values: expected {param:%s:1} to {param:%s:%d}",
                         at->book->name, at->line, info->name, info->count, info->name, info->name,
                         info->count);
    }
    return put_number(at, at->book->rules->param[info->slot + which - 1]);
}

/* ---- tracks and scenarios ---- */

static const TrackInfo *find_track(const Placeholder *at, const char *name, Status *status)
{
    const char *names[TRACK_COUNT + 1];

    for (int i = 0; i < TRACK_COUNT; i++) {
        names[i] = vocab_track[i].text;
    }
    names[TRACK_COUNT] = NULL;
    int index = vocab_find(names, name);
    *status = index < 0 ? unknown(at, "unknown track", name, names) : STATUS_OK;
    return index < 0 ? NULL : &vocab_track[index];
}

/* {track:R:most} */
static Status put_track(const Placeholder *at)
{
    static const char *const bounds[] = {"least", "most", NULL};
    Status status;
    const TrackInfo *info = find_track(at, at->field[1], &status);

    if (info == NULL) {
        return status;
    }
    int bound = vocab_find(bounds, at->field[2]);
    if (bound < 0) {
        return unknown(at, "expected least or most, found", at->field[2], bounds);
    }
    return put_number(at, bound == 0 ? info->least : info->most);
}

/* {scenario:full:rounds} */
static Status put_scenario(const Placeholder *at)
{
    static const char *const fields[] = {"title", "rounds", "acts", "hand2", "hand4", NULL};
    const Rules *rules = at->book->rules;
    const char *ids[SCENARIOS_MAX + 1] = {NULL};

    for (int i = 0; i < rules->scenario_count; i++) {
        ids[i] = rules->scenario[i].id;
    }
    int index = vocab_find(ids, at->field[1]);
    int field = vocab_find(fields, at->field[2]);
    if (index < 0) {
        return unknown(at, "unknown scenario", at->field[1], ids);
    }
    if (field < 0) {
        return unknown(at, "unknown field of a scenario", at->field[2], fields);
    }
    const Scenario *row = &rules->scenario[index];
    const int values[] = {0, row->rounds, row->acts, row->hand[0], row->hand[1]};
    return field == 0 ? put_text(at, text_scenario(at->book->voice, rules, index))
                      : put_number(at, values[field]);
}

/* ---- nations ---- */

/* {nation:India} */
static Status put_nation(const Placeholder *at)
{
    const Rules *rules = at->book->rules;
    const char *ids[NATIONS_MAX + 1] = {NULL};

    for (int i = 0; i < rules->nation_count; i++) {
        ids[i] = rules->nation[i].id;
    }
    int index = vocab_find(ids, at->field[1]);
    if (index < 0) {
        return unknown(at, "unknown nation", at->field[1], ids);
    }
    return put_text(at, text_nation(at->book->voice, rules, index));
}

/* "Netherlands, Japan and Korea" */
static void put_set(Prose *out, const Handbook *book, uint32_t nations)
{
    int left = 0;

    for (uint32_t set = nations; set != 0; set &= set - 1) {
        left++;
    }
    if (left == 0) {
        prose_add(out, say(book->voice, C_("nations", "none")));
    }
    for (int nation = 0; nation < book->rules->nation_count; nation++) {
        if ((nations >> nation & 1) == 0) {
            continue;
        }
        prose_add(out, text_nation(book->voice, book->rules, nation));
        left--;
        if (left > 0) {
            prose_add(out, say(book->voice,
                               left == 1 ? C_("last of a list", " and ") : C_("list", ", ")));
        }
    }
}

/* {nations:chain}, {nations:memory} */
static Status put_nations(const Placeholder *at)
{
    static const char chain[] = "chain";
    const char *words[ROLE_COUNT + 2] = {chain};
    const Rules *rules = at->book->rules;

    memcpy(words + 1, vocab_role, (ROLE_COUNT + 1) * sizeof words[0]); /* its NULL included */
    int index = vocab_find(words, at->field[1]);
    if (index < 0) {
        return unknown(at, "expected chain or a role, found", at->field[1], words);
    }
    put_set(at->out, at->book, index == 0 ? rules->chain : rules->role[index - 1]);
    return STATUS_OK;
}

/* ---- the rest ---- */

/* {count:nations} */
static Status put_count(const Placeholder *at)
{
    static const char *const things[] = {"cards", "nations", "scenarios", NULL};
    const Rules *rules = at->book->rules;
    const int counts[] = {rules->card_count, rules->nation_count, rules->scenario_count};
    int index = vocab_find(things, at->field[1]);

    return index < 0 ? unknown(at, "unknown thing to count", at->field[1], things)
                     : put_number(at, counts[index]);
}

/* {section:9.1}: its number, if there is such a section. */
static Status put_section(const Placeholder *at)
{
    return section_exists(at->book->template, at->field[1]) ? put_text(at, at->field[1])
                                                            : fault(at, "no section", at->field[1]);
}

/* {=4}: a number that the rules leave unnamed. */
static Status put_constant(const Placeholder *at)
{
    const char *digits = at->field[0] + 1;

    return digits[0] != '\0' && digits[strspn(digits, "0123456789")] == '\0'
               ? put_text(at, digits)
               : fault(at, "expected a number behind =, found", digits);
}

typedef Status Put(const Placeholder *at);

typedef struct Kind {
    Put *put;
    int least, most; /* fields, its own name included */
} Kind;

static const char *const kind_names[] = {"param",   "track", "scenario", "nation",
                                         "nations", "count", "section",  NULL};
static const Kind kinds[] = {
    {put_param, 2, 3},   {put_track, 3, 3}, {put_scenario, 3, 3}, {put_nation, 2, 2},
    {put_nations, 2, 2}, {put_count, 2, 2}, {put_section, 2, 2},
};

/* ---- lines ---- */

/* Splits `words` at colons; false if there are too many, or too long ones. */
static bool split(Placeholder *at, const char *words, size_t length)
{
    const char *end = words + length;

    at->count = 0;
    while (at->count < FIELDS_MAX) {
        size_t bytes = strcspn(words, ":}");
        if (bytes >= FIELD_SIZE) {
            return false;
        }
        memcpy(at->field[at->count], words, bytes);
        at->field[at->count++][bytes] = '\0';
        words += bytes + 1;
        if (words > end) {
            return true;
        }
    }
    return false;
}

/* Takes "+2" off the end of the last field. */
static void take_offset(Placeholder *at)
{
    char *plus = strchr(at->field[at->count - 1], '+');

    at->offset = 0;
    if (plus != NULL && plus[1] >= '0' && plus[1] <= '9' && plus[2] == '\0') {
        at->offset = plus[1] - '0';
        *plus = '\0';
    }
}

static Status put_placeholder(Placeholder *at, const char *words, size_t length)
{
    char whole[WORDS_SIZE];

    Prose copy = prose_start(whole, sizeof whole);
    prose_add_bytes(&copy, words, (int)length);
    memset(at->field, 0, sizeof at->field);
    if (!split(at, words, length)) {
        return fault(at, "unknown placeholder", whole);
    }
    if (at->field[0][0] == '=') {
        return put_constant(at);
    }
    int kind = vocab_find(kind_names, at->field[0]);
    if (kind < 0) {
        return unknown(at, "unknown placeholder", at->field[0], kind_names);
    }
    take_offset(at);
    Status status = expect_fields(at, kinds[kind].least, kinds[kind].most);
    return status != STATUS_OK ? status : kinds[kind].put(at);
}

Status handbook_fill(Prose *out, const Handbook *book, const char *line, int number, Error *err)
{
    Placeholder at = {.book = book, .line = number, .out = out, .err = err};

    while (*line != '\0') {
        size_t plain = strcspn(line, "{");
        prose_add_bytes(out, line, (int)plain);
        line += plain;
        if (*line == '\0') {
            break;
        }
        size_t length = strcspn(line + 1, "}");
        if (line[1 + length] == '\0') {
            return fault(&at, "expected } behind", line);
        }
        Status status = put_placeholder(&at, line + 1, length);
        if (status != STATUS_OK) {
            return status;
        }
        line += length + 2;
    }
    return STATUS_OK;
}
