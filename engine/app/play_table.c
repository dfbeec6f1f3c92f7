/* What a table knows before anything is drawn. */

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "app/play.h"
#include "core/action.h"
#include "core/explain.h"
#include "core/rules.h"
#include "core/score.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "match/match.h"
#include "text/news.h"
#include "text/text.h"
#include "text/width.h"

bool decision_is_private(const State *state, const Rules *rules)
{
    DecisionKind decision = state_decision(state, rules);

    return decision == DECISION_HEADLINE || decision == DECISION_PLAY;
}

void table_look(Table *table, const Match *match, Seat viewer)
{
    table->match = match;
    table->rules = match_rules(match);
    match_view(match, viewer, &table->view);
    table->chooser = match_is_over(match) ? SEAT_NOBODY : match_current_seat(match);
    table->legal.count = 0;
    if (table->chooser != SEAT_NOBODY &&
        (viewer == table->chooser || !decision_is_private(&table->view.known, table->rules))) {
        match_legal(match, &table->legal);
    }
    table->ahead = table->view.known;
    if (table->chooser != SEAT_NOBODY) {
        explain_market(&table->ahead, &table->outlook, &table->view.known, table->rules);
        score_now(&table->ahead, table->rules, &table->score);
    }
}

Teller table_teller(const Table *table)
{
    Seat viewer = table->view.viewer;

    return (Teller){.voice = &table->voice,
                    .rules = table->rules,
                    .mark = table->mark,
                    .seat_count = table->view.known.seat_count,
                    .viewer = viewer,
                    .reader = viewer != SEAT_NOBODY ? viewer : table->chooser};
}

/* ---- marks ---- */

static bool mark_taken(const Table *table, int count, const char *mark)
{
    for (int nation = 0; nation < count; nation++) {
        if (strcmp(table->mark[nation], mark) == 0) {
            return true;
        }
    }
    return false;
}

/* The first character of a text is two columns wide. */
static bool is_wide(const char *text)
{
    return *text != '\0' && text_fit(text, 1) == 0;
}

/* Of a Chinese label: its first character that is still free. */
static bool mark_wide(Table *table, int nation, const char *label)
{
    char *mark = table->mark[nation];

    while (is_wide(label)) {
        int bytes = text_fit(label, 2);
        snprintf(mark, MARK_SIZE, "%.*s", bytes, label);
        if (!mark_taken(table, nation, mark)) {
            return true;
        }
        label += bytes;
    }
    return false;
}

/* Two letters: the first one and of the others, those first that begin a word, one that makes the
 * pair new. */
static bool mark_letters(Table *table, int nation, const char *label)
{
    static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    char others[LABEL_TEXT_SIZE + sizeof alphabet];
    char *mark = table->mark[nation];
    const char *word = strpbrk(label, " -");

    if (!isalpha((unsigned char)label[0])) {
        return false;
    }
    snprintf(others, sizeof others, "%.1s%.*s%s", word == NULL ? "" : word + 1, LABEL_TEXT_SIZE - 2,
             label + 1, alphabet);
    for (const char *other = others; *other != '\0'; other++) {
        mark[0] = (char)toupper((unsigned char)label[0]);
        mark[1] = (char)toupper((unsigned char)*other);
        mark[2] = '\0';
        if (isalpha((unsigned char)*other) && !mark_taken(table, nation, mark)) {
            return true;
        }
    }
    return false;
}

void table_mark_nations(Table *table)
{
    for (int nation = 0; nation < table->rules->nation_count; nation++) {
        const char *label = text_nation(&table->voice, table->rules, nation);
        if (!mark_wide(table, nation, label) && !mark_letters(table, nation, label)) {
            snprintf(table->mark[nation], MARK_SIZE, "%02d", nation + 1);
        }
    }
}
