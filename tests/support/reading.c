#include "support/reading.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "core/vocab.h"
#include "support/reading_parts.h"

/* ---- words ---- */

/* Takes the words if they come next; a sentence may begin them with a capital. */
bool reading_take(Reading *reading, const char *words)
{
    const char *at = reading->at;

    if (words[0] != '\0' && tolower((unsigned char)at[0]) != tolower((unsigned char)words[0])) {
        return false;
    }
    size_t length = strlen(words);
    if (length > 0 && strncmp(at + 1, words + 1, length - 1) != 0) {
        return false;
    }
    reading->at += length;
    return true;
}

/* The index of the first of the words that comes next, which is taken; READ_NONE if none does. */
int reading_take_one(Reading *reading, const char *const words[], int count)
{
    for (int i = 0; i < count; i++) {
        if (words[i] != NULL && reading_take(reading, words[i])) {
            return i;
        }
    }
    return READ_NONE;
}

bool reading_take_number(Reading *reading, int *n)
{
    static const char minus[] = "−";
    const char *digits = reading->at;
    bool negative = strncmp(digits, minus, sizeof minus - 1) == 0;

    digits += negative ? sizeof minus - 1 : 0;
    if (!isdigit((unsigned char)*digits)) {
        return false;
    }
    *n = (int)strtol(digits, NULL, 10);
    *n = negative ? -*n : *n;
    reading->at = digits + strspn(digits, "0123456789");
    return true;
}

int reading_new_node(Reading *reading, ReadKind kind)
{
    if (reading->count == READ_NODES) {
        abort();
    }
    reading->node[reading->count] = (ReadNode){.kind = kind,
                                               .next = READ_NONE,
                                               .first = READ_NONE,
                                               .second = READ_NONE,
                                               .condition = READ_NONE,
                                               .who = WHO_WORLD};
    return reading->count++;
}

typedef struct TrackWord {
    const char *word;
    int track;
} TrackWord;

static int take_track(Reading *reading, const TrackWord words[], int count)
{
    for (int i = 0; i < count; i++) {
        if (reading_take(reading, words[i].word)) {
            return words[i].track;
        }
    }
    return READ_NONE;
}

/* What a bloc gains and has. */
static int take_thing(Reading *reading)
{
    static const TrackWord words[] = {
        {"Datacentres", TRACK_DATACENTRES}, {"Datacentre", TRACK_DATACENTRES},
        {"Silicon", TRACK_SILICON},         {"Efficiency", TRACK_EFFICIENCY},
        {"Industry", TRACK_INDUSTRY},       {"Trust", TRACK_TRUST},
        {"Frontier", TRACK_FRONTIER},       {"compute", TRACK_COMPUTE},
        {"capital", TRACK_CAPITAL},         {"VP", TRACK_VP},
    };

    return take_track(reading, words, sizeof words / sizeof words[0]);
}

static int take_world(Reading *reading)
{
    static const TrackWord words[] = {{"Price", TRACK_PRICE},
                                      {"Risk", TRACK_RISK},
                                      {"Bifurcation", TRACK_BIFURCATION},
                                      {"Valuation", TRACK_VALUATION}};

    return take_track(reading, words, sizeof words / sizeof words[0]);
}

/* A bloc as the subject of a sentence; in WHO's order. */
static int take_subject(Reading *reading)
{
    static const char *const words[] = {"the US ", "China ", "you ", "your rival "};

    return reading_take_one(reading, words, 4);
}

static int take_owner(Reading *reading)
{
    static const char *const words[] = {"US ", "China's ", NULL, "your rival's ", "your "};
    int owner = reading_take_one(reading, words, 5);

    return owner == 4 ? WHO_YOU : owner;
}

static bool take_tile(Reading *reading, int *tile)
{
    *tile = reading_take_one(reading, vocab_tile, TILE_COUNT);
    return *tile != READ_NONE;
}

/* "India, Brazil and Japan": labels of nations, the longest first where one begins another. */
static int take_nation(Reading *reading)
{
    const Rules *rules = reading->rules;
    int found = READ_NONE;
    size_t longest = 0;

    for (int i = 0; i < rules->nation_count; i++) {
        const char *name = rules_text(rules, rules->nation[i].name[LANGUAGE_EN]);
        if (strncmp(reading->at, name, strlen(name)) == 0 && strlen(name) > longest) {
            longest = strlen(name);
            found = i;
        }
    }
    reading->at += longest;
    return found;
}

static bool take_nations(Reading *reading, uint32_t *named)
{
    bool last = false;

    *named = 0;
    for (;;) {
        int nation = take_nation(reading);
        if (nation == READ_NONE) {
            return false;
        }
        *named |= UINT32_C(1) << nation;
        if (last) {
            return true;
        }
        last = reading_take(reading, " and ");
        if (!last && !reading_take(reading, ", ")) {
            return true;
        }
    }
}

/* ---- filters ---- */

typedef struct PlaceWord {
    const char *words;
    bool own, zero, rival, closed, middle, open, near_line, outside_rival;
} PlaceWord;

static const PlaceWord places[] = {
    {"on your side", .own = true, .closed = true, .middle = true, .open = true},
    {"on your rival's side", .rival = true, .closed = true, .middle = true, .open = true},
    {"on either side", .own = true, .rival = true, .closed = true, .middle = true, .open = true},
    {"non-aligned or on your side", .own = true, .zero = true, .closed = true, .middle = true,
     .open = true},
    {"non-aligned or on your rival's side", .zero = true, .rival = true, .closed = true,
     .middle = true, .open = true},
    {"non-aligned", .zero = true, .closed = true, .middle = true, .open = true},
    {"next to the neutral line", .own = true, .zero = true, .rival = true, .closed = true,
     .middle = true, .open = true, .near_line = true},
    {"outside your rival's quadrants", .own = true, .zero = true, .rival = true, .closed = true,
     .middle = true, .open = true, .outside_rival = true},
    {"in the closed half", .own = true, .zero = true, .rival = true, .closed = true},
    {"in the open half", .own = true, .zero = true, .rival = true, .open = true},
    {"on the line between open and closed", .own = true, .zero = true, .rival = true,
     .middle = true},
    {"off the line between open and closed", .own = true, .zero = true, .rival = true,
     .closed = true, .open = true},
    {"outside the open half", .own = true, .zero = true, .rival = true, .closed = true,
     .middle = true},
    {"outside the closed half", .own = true, .zero = true, .rival = true, .middle = true,
     .open = true},
};

static const PlaceWord uses[] = {
    {"your closed stack", .own = true, .closed = true},
    {"your open stack", .own = true, .open = true},
    {"one of your stacks", .own = true, .closed = true, .open = true},
    {"your rival's closed stack", .rival = true, .closed = true},
    {"your rival's open stack", .rival = true, .open = true},
    {"a stack of your rival", .rival = true, .closed = true, .open = true},
};

/* The longest place that comes next. */
static const PlaceWord *take_place(Reading *reading, const PlaceWord words[], int count)
{
    const PlaceWord *found = NULL;

    for (int i = 0; i < count; i++) {
        size_t length = strlen(words[i].words);
        if (strncmp(reading->at, words[i].words, length) == 0 &&
            (found == NULL || length > strlen(found->words))) {
            found = &words[i];
        }
    }
    reading->at += found == NULL ? 0 : strlen(found->words);
    return found;
}

static void narrow(ReadFilter *filter, const PlaceWord *place)
{
    filter->own = filter->own && place->own;
    filter->zero = filter->zero && place->zero;
    filter->rival = filter->rival && place->rival;
    filter->closed = filter->closed && place->closed;
    filter->middle = filter->middle && place->middle;
    filter->open = filter->open && place->open;
    filter->near_line = filter->near_line || place->near_line;
    filter->outside_rival = filter->outside_rival || place->outside_rival;
}

/* Places with commas and an "and" between them: at least one. */
static bool take_places(Reading *reading, ReadFilter *filter)
{
    const char *before = reading->at;
    int count = 0;

    for (;;) {
        const PlaceWord *place = take_place(reading, places, sizeof places / sizeof places[0]);
        if (place == NULL) {
            reading->at = before; /* the comma belongs to something else */
            return count > 0;
        }
        narrow(filter, place);
        count++;
        before = reading->at;
        if (!reading_take(reading, ", ") && !reading_take(reading, " and ")) {
            return true;
        }
    }
}

static bool take_marks(Reading *reading, ReadFilter *filter)
{
    bool role = reading_take(reading, "a role");

    filter->has_role = filter->has_role || role;
    if (role && !reading_take(reading, " and strictness ")) {
        return true;
    }
    if (!role && !reading_take(reading, "strictness ")) {
        return false;
    }
    return reading_take_number(reading, &filter->strictness) && reading_take(reading, " or more");
}

static bool take_needs(Reading *reading, ReadFilter *filter)
{
    static const char *const words[] = {"Compute", "Price", "Sovereignty", "Security", "Industry"};
    bool last = false;

    for (;;) {
        int need = reading_take_one(reading, words, NEED_COUNT);
        if (need == READ_NONE) {
            return false;
        }
        filter->needs |= UINT32_C(1) << need;
        if (last) {
            return true;
        }
        last = reading_take(reading, " or ");
        if (!last &&
            !(strncmp(reading->at, ", ", 2) == 0 && isupper((unsigned char)reading->at[2]))) {
            return true;
        }
        reading->at += last ? 0 : 2;
    }
}

/* One part of "that needs …, has … and is …". */
static bool take_part(Reading *reading, ReadFilter *filter)
{
    if (reading_take(reading, "needs ") || reading_take(reading, "need ")) {
        return take_needs(reading, filter);
    }
    if (reading_take(reading, "has ") || reading_take(reading, "have ")) {
        return take_marks(reading, filter);
    }
    if (reading_take(reading, "is ") || reading_take(reading, "are ")) {
        return take_places(reading, filter);
    }
    if (reading_take(reading, "uses ") || reading_take(reading, "use ")) {
        const PlaceWord *stack = take_place(reading, uses, sizeof uses / sizeof uses[0]);
        if (stack != NULL) {
            narrow(filter, stack);
        }
        return stack != NULL;
    }
    return false;
}

static bool take_that(Reading *reading, ReadFilter *filter)
{
    bool good = take_part(reading, filter);

    while (good) {
        const char *before = reading->at;
        bool last = reading_take(reading, " and ");
        if (!last && !reading_take(reading, ", ")) {
            return true;
        }
        if (!take_part(reading, filter)) {
            reading->at = before;
            return true;
        }
        if (last) {
            return true;
        }
    }
    return false;
}

ReadFilter reading_any_nation(void)
{
    return (ReadFilter){.own = true,
                        .zero = true,
                        .rival = true,
                        .closed = true,
                        .middle = true,
                        .open = true};
}

/* Behind "choose 2 ", "each ", "for every 3 ". */
static bool take_filter(Reading *reading, ReadFilter *filter)
{
    *filter = reading_any_nation();
    if (reading_take(reading, "of ")) {
        return take_nations(reading, &filter->named) &&
               (!reading_take(reading, " that ") || take_that(reading, filter));
    }
    if (reading_take(reading, "non-aligned ")) {
        narrow(filter,
               &(PlaceWord){"", .zero = true, .closed = true, .middle = true, .open = true});
    }
    if (!reading_take(reading, "nations") && !reading_take(reading, "nation")) {
        return false;
    }
    const char *before = reading->at;
    if (!reading_take(reading, " ") || !take_places(reading, filter)) {
        reading->at = before;
    }
    if (reading_take(reading, " with ") && !take_marks(reading, filter)) {
        return false;
    }
    return !reading_take(reading, " that ") || take_that(reading, filter);
}

/* ---- instructions ---- */

static bool take_way(Reading *reading, ReadNode *node)
{
    static const char *const ways[MOVE_COUNT] = {
        "1 step toward your side",
        "1 step toward open models",
        "1 step toward closed models",
        "1 corner step toward your open stack",
        "1 corner step toward your closed stack",
        "1 step toward the neutral line",
    };

    node->what = reading_take_one(reading, ways, MOVE_COUNT);
    return node->what != READ_NONE;
}

static int read_choose(Reading *reading)
{
    int index = reading_new_node(reading, READ_CHOOSE);
    ReadNode *node = &reading->node[index];
    bool named = !reading_take_number(reading, &node->n);

    if (named) {
        node->n = 1;
        node->filter = reading_any_nation();
        if (!take_nations(reading, &node->filter.named)) {
            return READ_NONE;
        }
    } else if (!reading_take(reading, " ") || !take_filter(reading, &node->filter)) {
        return READ_NONE;
    }
    const char *moves = node->n > 1 ? ": each moves " : ": it moves ";
    return reading_take(reading, moves) && take_way(reading, node) ? index : READ_NONE;
}

/* Links a node behind another; `first` is the list's. */
void reading_link(Reading *reading, int *first, int *last, int node)
{
    if (*last == READ_NONE) {
        *first = node;
    } else {
        reading->node[*last].next = node;
    }
    *last = node;
}

static int read_vp_count(Reading *reading)
{
    int index = reading_new_node(reading, READ_VP_COUNT);
    ReadNode *node = &reading->node[index];

    node->divisor = 1;
    bool good = reading_take(reading, "each ") ||
                (reading_take(reading, "every ") && reading_take_number(reading, &node->divisor) &&
                 reading_take(reading, " "));
    good = good && take_filter(reading, &node->filter) && reading_take(reading, ", at most ") &&
           reading_take_number(reading, &node->n) && reading_take(reading, " VP");
    return good ? index : READ_NONE;
}

/* "1 Silicon, 2 capital and loses 3 compute": a list of gains of one bloc, its verb taken already. */
static int read_gains(Reading *reading, int who, int sign)
{
    int first = READ_NONE;
    int last = READ_NONE;

    for (;;) {
        int index = reading_new_node(reading, READ_GAIN);
        ReadNode *node = &reading->node[index];
        if (!reading_take_number(reading, &node->n) || !reading_take(reading, " ")) {
            return READ_NONE;
        }
        (void)reading_take(reading, "more ");
        node->n *= sign;
        node->who = who;
        node->track = take_thing(reading);
        if (node->track == READ_NONE) {
            return READ_NONE;
        }
        reading_link(reading, &first, &last, index);
        const char *before = reading->at;
        bool joined = reading_take(reading, ", ") || reading_take(reading, " and ");
        int verb = READ_NONE;
        static const char *const verbs[] = {"gains ", "loses ", "gain ", "lose "};
        verb = joined ? reading_take_one(reading, verbs, 4) : READ_NONE;
        if (!joined || !isdigit((unsigned char)*reading->at)) {
            reading->at = before;
            return first;
        }
        sign = verb == READ_NONE ? sign : verb % 2 == 0 ? 1 : -1;
    }
}

static int read_modify(Reading *reading, int modifier, int who, int amount)
{
    static const char *const times[] = {" this round", " for the rest of the game"};
    int index = reading_new_node(reading, READ_MODIFY);
    ReadNode *node = &reading->node[index];

    node->what = modifier;
    node->who = who;
    node->n = amount;
    int time = reading_take_one(reading, times, 2);
    node->for_the_game = time == 1;
    return time == READ_NONE ? READ_NONE : index;
}

static int read_integrate(Reading *reading)
{
    static const char *const whom[] = {"the US ", "China ", "you ", "your rival "};
    int who = reading_take_one(reading, whom, 4);
    int amount;

    if (who == READ_NONE || !reading_take_number(reading, &amount)) {
        return READ_NONE;
    }
    bool less = reading_take(reading, " compute less");
    if (!less && !reading_take(reading, " compute more")) {
        return READ_NONE;
    }
    return read_modify(reading, MODIFIER_INTEGRATE, who, less ? -amount : amount);
}

/* "serving capacity is 2 lower this round", behind whose it is. */
static int read_capacity(Reading *reading, int who)
{
    static const char *const what[] = {NULL, "serving capacity is ", "API revenue is "};
    int modifier = reading_take_one(reading, what, MODIFIER_COUNT);
    int amount;

    if (modifier == READ_NONE || !reading_take_number(reading, &amount)) {
        return READ_NONE;
    }
    bool lower = reading_take(reading, " lower");
    if (!lower && !reading_take(reading, " higher")) {
        return READ_NONE;
    }
    return read_modify(reading, modifier, who, lower ? -amount : amount);
}

static int read_cards(Reading *reading, ReadKind kind, int who)
{
    int index = reading_new_node(reading, kind);
    ReadNode *node = &reading->node[index];

    node->who = who;
    bool good = reading_take_number(reading, &node->n) && reading_take(reading, " card");
    good = good && (node->n == 1 || reading_take(reading, "s"));
    good = good && (kind == READ_DRAW || reading_take(reading, " at random"));
    return good ? index : READ_NONE;
}

static int read_control(Reading *reading, ReadKind kind, int who)
{
    int index = reading_new_node(reading, kind);
    ReadNode *node = &reading->node[index];

    node->who = who;
    bool good = take_tile(reading, &node->what);
    good = good && (kind == READ_LIFT || reading_take(reading, " for free"));
    return good ? index : READ_NONE;
}

static int read_release(Reading *reading)
{
    static const char *const models[] = {"an API", "open weights under a permissive licence",
                                         "open weights under a conditional licence"};
    int index = reading_new_node(reading, READ_RELEASE);

    reading->node[index].what = reading_take_one(reading, models, MODEL_COUNT);
    return reading->node[index].what == READ_NONE ? READ_NONE : index;
}

/* Behind "reveal the plateau tile". */
static int read_reveal(Reading *reading)
{
    int index = reading_new_node(reading, READ_REVEAL);

    if (reading_take(reading, " and lower it by ") || reading_take(reading, " and raise it by ")) {
        bool lower = strncmp(reading->at - (int)strlen("lower it by "), "lower", 5) == 0;
        int gain = reading_new_node(reading, READ_GAIN);
        int n;
        if (!reading_take_number(reading, &n)) {
            return READ_NONE;
        }
        reading->node[gain].track = TRACK_PLATEAU;
        reading->node[gain].n = lower ? -n : n;
        reading->node[index].next = gain;
    }
    return index;
}

static int read_lift(Reading *reading)
{
    return reading_take(reading, "1 of your controls in force")
               ? reading_new_node(reading, READ_LIFT_CHOICE)
               : read_control(reading, READ_LIFT, READ_NONE);
}

/* What you do, behind the "you" that may stand before it. */
static int read_command(Reading *reading)
{
    if (reading_take(reading, "choose ")) {
        return read_choose(reading);
    }
    if (reading_take(reading, "gain 1 VP for ")) {
        return read_vp_count(reading);
    }
    if (reading_take(reading, "gain ")) {
        return read_gains(reading, WHO_YOU, 1);
    }
    if (reading_take(reading, "lose ")) {
        return read_gains(reading, WHO_YOU, -1);
    }
    if (reading_take(reading, "draw ")) {
        return read_cards(reading, READ_DRAW, WHO_YOU);
    }
    if (reading_take(reading, "discard ")) {
        return read_cards(reading, READ_DISCARD, WHO_YOU);
    }
    if (reading_take(reading, "impose ")) {
        return read_control(reading, READ_IMPOSE, READ_NONE);
    }
    if (reading_take(reading, "lift ")) {
        return read_lift(reading);
    }
    if (reading_take(reading, "release ")) {
        return read_release(reading);
    }
    return reading_take(reading, "reveal the plateau tile") ? read_reveal(reading) : READ_NONE;
}

static int read_deed(Reading *reading, int who)
{
    if (reading_take(reading, "gains ")) {
        return read_gains(reading, who, 1);
    }
    if (reading_take(reading, "loses ")) {
        return read_gains(reading, who, -1);
    }
    if (reading_take(reading, "draws ")) {
        return read_cards(reading, READ_DRAW, who);
    }
    if (reading_take(reading, "discards ")) {
        return read_cards(reading, READ_DISCARD, who);
    }
    if (reading_take(reading, "imposes ")) {
        return read_control(reading, READ_IMPOSE, who);
    }
    return reading_take(reading, "lifts ") ? read_control(reading, READ_LIFT, who) : READ_NONE;
}

static int read_world(Reading *reading)
{
    int index = reading_new_node(reading, READ_GAIN);
    ReadNode *node = &reading->node[index];

    node->track = take_world(reading);
    if (node->track == READ_NONE) {
        return READ_NONE;
    }
    bool rises = reading_take(reading, " rises by ");
    if ((!rises && !reading_take(reading, " falls by ")) ||
        !reading_take_number(reading, &node->n)) {
        return READ_NONE;
    }
    (void)reading_take(reading, " more");
    node->n = rises ? node->n : -node->n;
    return index;
}

/* "each nation … moves …", "move India …", "India and Japan each move …" */
static int read_each(Reading *reading)
{
    int index = reading_new_node(reading, READ_EACH);
    ReadNode *node = &reading->node[index];

    if (reading_take(reading, "each ")) {
        return take_filter(reading, &node->filter) && reading_take(reading, " moves ") &&
                       take_way(reading, node)
                   ? index
                   : READ_NONE;
    }
    node->filter = reading_any_nation();
    bool one = reading_take(reading, "move ");
    bool good = take_nations(reading, &node->filter.named) &&
                reading_take(reading, one ? " " : " each move ") && take_way(reading, node);
    return good ? index : READ_NONE;
}

typedef int ReadClause(Reading *reading);

static int read_subject_clause(Reading *reading)
{
    int who = take_subject(reading);

    if (who == WHO_YOU) {
        return read_command(reading);
    }
    return who == READ_NONE ? READ_NONE : read_deed(reading, who);
}

static int read_owner_clause(Reading *reading)
{
    int who = take_owner(reading);

    return who == READ_NONE ? READ_NONE : read_capacity(reading, who);
}

static int read_integrate_clause(Reading *reading)
{
    return reading_take(reading, "Integrate costs ") ? read_integrate(reading) : READ_NONE;
}

/* A phrase is one of these; those that do not fit leave no trace. */
static int read_clause(Reading *reading)
{
    static ReadClause *const clauses[] = {read_command, read_subject_clause,   read_owner_clause,
                                          read_world,   read_integrate_clause, read_each};
    const char *before = reading->at;
    const char *furthest = before;
    int count = reading->count;

    for (size_t i = 0; i < sizeof clauses / sizeof clauses[0]; i++) {
        int index = clauses[i](reading);
        if (index != READ_NONE) {
            return index;
        }
        furthest = reading->at > furthest ? reading->at : furthest;
        reading->at = before;
        reading->count = count;
    }
    reading->at = furthest;
    return READ_NONE;
}

int reading_last(const Reading *reading, int node)
{
    while (reading->node[node].next != READ_NONE) {
        node = reading->node[node].next;
    }
    return node;
}

/* Phrases in one sentence. */
static int read_phrases(Reading *reading)
{
    static const char *const joints[] = {"; and ", "; ", ", ", " and "};
    int first = READ_NONE;
    int last = READ_NONE;

    do {
        if (strncmp(reading->at, "; or ", 5) == 0) {
            return first;
        }
        int index = read_clause(reading);
        if (index == READ_NONE) {
            return READ_NONE;
        }
        reading_link(reading, &first, &last, index);
        last = reading_last(reading, index);
    } while (strncmp(reading->at, "; or ", 5) != 0 &&
             reading_take_one(reading, joints, 4) != READ_NONE);
    return first;
}

/* ---- conditions ---- */

static bool take_bound(Reading *reading, ReadNode *node)
{
    static const char *const bounds[] = {"at least ",   "at most ",   "below ",    "above ",
                                         "fewer than ", "less than ", "more than "};
    int bound = reading_take_one(reading, bounds, 7);

    if (bound == READ_NONE || !reading_take_number(reading, &node->n)) {
        return false;
    }
    node->at_least = bound == 0 || bound == 2 || bound == 4 || bound == 5;
    node->holds = bound < 2;
    return true;
}

static bool take_other(Reading *reading, int who)
{
    static const char *const others[] = {"China's", "that of the US", "your rival's", "yours"};

    return reading_take(reading, others[who]);
}

/* "Trust is higher than your rival's", "open model is at least …", behind whose it is. */
static bool take_level(Reading *reading, ReadNode *node)
{
    bool open = reading_take(reading, "open model is ");
    bool model = open || reading_take(reading, "closed model is ");

    node->open = open;
    node->track = model ? TRACK_QUALITY : take_thing(reading);
    if (node->track == READ_NONE || (!model && !reading_take(reading, " is "))) {
        return false;
    }
    node->holds = !reading_take(reading, "not ");
    if (reading_take(reading, model ? "better than " : "higher than ")) {
        node->kind = READ_MORE;
        return take_other(reading, node->who);
    }
    return !model && node->holds && take_bound(reading, node);
}

static bool take_having(Reading *reading, ReadNode *node)
{
    static const char *const other[] = {"China", "the US", "your rival", "you"};

    node->holds =
        !(reading_take(reading, "does not have ") || reading_take(reading, "do not have "));
    if (node->holds && !reading_take(reading, "has ") && !reading_take(reading, "have ")) {
        return false;
    }
    if (strncmp(reading->at, "more than ", 10) != 0 && reading_take(reading, "more ")) {
        node->kind = READ_MORE;
        node->track = take_thing(reading);
        return node->track != READ_NONE && reading_take(reading, " than ") &&
               reading_take(reading, other[node->who]);
    }
    if (!take_bound(reading, node) || !reading_take(reading, " ")) {
        return false;
    }
    node->track = take_thing(reading);
    return node->track != READ_NONE;
}

static bool take_quality(Reading *reading, ReadNode *node)
{
    (void)reading_take(reading, "the "); /* "the US closed model" */
    node->who = take_owner(reading);
    node->track = TRACK_QUALITY;
    node->open = reading_take(reading, "open model is ");
    return node->who != READ_NONE && (node->open || reading_take(reading, "closed model is ")) &&
           take_bound(reading, node);
}

static bool take_test(Reading *reading, ReadNode *node)
{
    const char *before = reading->at;

    node->kind = READ_COMPARE;
    if (take_tile(reading, &node->what)) {
        node->kind = READ_FORCE;
        node->holds = reading_take(reading, " is in force");
        return node->holds || reading_take(reading, " is not in force");
    }
    if (reading_take(reading, "the quality of ")) {
        return take_quality(reading, node);
    }
    node->track = take_world(reading);
    if (node->track != READ_NONE) {
        return reading_take(reading, " is ") && take_bound(reading, node);
    }
    node->who = take_owner(reading);
    if (node->who != READ_NONE && take_level(reading, node)) {
        return true;
    }
    reading->at = before;
    node->who = take_subject(reading);
    return node->who != READ_NONE && take_having(reading, node);
}

/* Groups stand in groups and lists in lists, as deep as the text has them. */
/* NOLINTBEGIN(misc-no-recursion) */

static int read_condition(Reading *reading);

static int read_member(Reading *reading)
{
    if (reading_take(reading, "(")) {
        int group = read_condition(reading);
        return reading_take(reading, ")") ? group : READ_NONE;
    }
    int index = reading_new_node(reading, READ_COMPARE);
    return take_test(reading, &reading->node[index]) ? index : READ_NONE;
}

/* Members with " and " or " or " before the last. */
static int read_condition(Reading *reading)
{
    int group = reading_new_node(reading, READ_ALL);
    int last = READ_NONE;
    int member = read_member(reading);

    reading_link(reading, &reading->node[group].first, &last, member);
    while (member != READ_NONE) {
        const char *before = reading->at;
        bool and_last = reading_take(reading, " and ");
        bool or_last = !and_last && reading_take(reading, " or ");
        if (!and_last && !or_last && !reading_take(reading, ", ")) {
            return group;
        }
        member = read_member(reading);
        if (member == READ_NONE) {
            reading->at = before; /* what follows the condition */
            return group;
        }
        reading_link(reading, &reading->node[group].first, &last, member);
        if (or_last) {
            reading->node[group].kind = READ_ANY;
        }
        if (and_last || or_last) {
            return group;
        }
    }
    return READ_NONE;
}

/* ---- sentences ---- */

static int read_sentences(Reading *reading);

static int read_block(Reading *reading)
{
    int list = reading_take(reading, ": [") ? read_sentences(reading) : READ_NONE;

    return list != READ_NONE && reading_take(reading, "]") ? list : READ_NONE;
}

/* What a condition, die or trigger leads to. */
static int read_outcome(Reading *reading)
{
    if (strncmp(reading->at, ": [", 3) == 0) {
        return read_block(reading);
    }
    int list = reading_take(reading, ", ") ? read_phrases(reading) : READ_NONE;
    return list != READ_NONE && reading_take(reading, ".") ? list : READ_NONE;
}

static int read_branches(Reading *reading, int index)
{
    int first = read_outcome(reading);
    const char *before = reading->at;

    if (first == READ_NONE) {
        return READ_NONE;
    }
    reading->node[index].first = first;
    if (!reading_take(reading, " Otherwise")) {
        reading->at = before;
        return index;
    }
    int second = read_outcome(reading);
    reading->node[index].second = second;
    return second == READ_NONE ? READ_NONE : index;
}

static int read_when(Reading *reading)
{
    int index = reading_new_node(reading, READ_WHEN);
    int condition = read_condition(reading);

    reading->node[index].condition = condition;
    return condition == READ_NONE ? READ_NONE : read_branches(reading, index);
}

static int read_roll(Reading *reading)
{
    int index = reading_new_node(reading, READ_ROLL);
    bool highest = reading_take(reading, "a ");

    if (!reading_take_number(reading, &reading->node[index].n) ||
        (!highest && !reading_take(reading, " or more"))) {
        return READ_NONE;
    }
    return read_branches(reading, index);
}

static int read_option(Reading *reading)
{
    int index = reading_new_node(reading, READ_OPTION);
    bool block = strncmp(reading->at, ": [", 3) == 0;
    int first = block                         ? read_block(reading)
                : reading_take(reading, ": ") ? read_phrases(reading)
                                              : READ_NONE;

    if (first == READ_NONE || !reading_take(reading, block ? " or" : "; or ")) {
        return READ_NONE;
    }
    int second = block ? read_block(reading) : read_phrases(reading);
    if (second == READ_NONE || (!block && !reading_take(reading, "."))) {
        return READ_NONE;
    }
    reading->node[index].first = first;
    reading->node[index].second = second;
    return index;
}

static int read_trigger(Reading *reading)
{
    static const char *const kinds[] = {"makes an open release", "imposes a control"};
    int index = reading_new_node(reading, READ_TRIGGER);
    int kind = reading_take_one(reading, kinds, TRIGGER_COUNT);
    int list = kind == READ_NONE ? READ_NONE : read_outcome(reading);

    reading->node[index].what = kind;
    reading->node[index].first = list;
    return list == READ_NONE ? READ_NONE : index;
}

static int read_sentence(Reading *reading)
{
    if (reading_take(reading, "if ")) {
        return read_when(reading);
    }
    if (reading_take(reading, "roll a die: on ")) {
        return read_roll(reading);
    }
    if (reading_take(reading, "choose one")) {
        return read_option(reading);
    }
    if (reading_take(reading, "for the rest of the game, whenever your rival ")) {
        return read_trigger(reading);
    }
    (void)reading_take(reading, "in any case, ");
    int index = read_clause(reading);
    return index != READ_NONE && reading_take(reading, ".") ? index : READ_NONE;
}

static int read_sentences(Reading *reading)
{
    int first = READ_NONE;
    int last = READ_NONE;

    do {
        if (!isupper((unsigned char)*reading->at)) {
            return READ_NONE; /* a sentence begins with a capital */
        }
        int index = read_sentence(reading);
        if (index == READ_NONE) {
            return READ_NONE;
        }
        reading_link(reading, &first, &last, index);
        last = reading_last(reading, index);
    } while (reading_take(reading, " "));
    return first;
}

/* NOLINTEND(misc-no-recursion) */

int reading_read(Reading *reading, const Rules *rules, const char *text)
{
    reading->rules = rules;
    reading->at = text;
    reading->count = 0;
    int first = read_sentences(reading);
    return *reading->at == '\0' ? first : READ_NONE;
}
