/* A nation: what it wants, how the four models appeal to it, where it will go and why. */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/explain.h"
#include "core/rules.h"
#include "core/state.h"
#include "core/view.h"
#include "core/vocab.h"
#include "text/text.h"
#include "text/voice.h"
#include "text/why.h"
#include "ui/column.h"
#include "ui/scene.h"
#include "ui/subject.h"
#include "ui/theme.h"
#include "ui/words.h"

static void write_who(Column *column, const Scene *scene, int nation)
{
    const Voice *voice = scene->voice;
    const Nation *item = &scene->rules->nation[nation];
    char text[PHRASE_SIZE];
    char end[PHRASE_SIZE];
    char role[PHRASE_SIZE] = "";
    const TextArgument weight[] = {words_number("weight", item->weight), words_end};

    text_format(end, sizeof end, say(voice, "weight {weight}"), weight);
    column_head(column, column->compact ? TYPE_STRONG : TYPE_HEAD,
                text_nation(voice, scene->rules, nation), end);
    if (item->role != ROLE_NONE) {
        snprintf(role, sizeof role, " · %s", text_role(voice, (Role)item->role));
    }
    const TextArgument words[] = {words_text("need", text_need(voice, (Need)item->need)),
                                  words_number("strictness", item->strictness),
                                  words_text("role", role), words_end};
    text_format(text, sizeof text, say(voice, "needs {need} · strictness {strictness}{role}"),
                words);
    column_text(column, INK_MID, text);
    if ((scene->outlook.throttled >> nation & 1) != 0) {
        column_text(column, INK_RISK,
                    say(voice, "Throttled: at the market its supplier lacks compute to serve it."));
    }
}

static void write_appeals(Column *column, const Scene *scene, const Favourite *likes)
{
    int most = 1;

    for (int stack = 0; stack < STACK_COUNT; stack++) {
        most = likes->appeal[stack] > most ? likes->appeal[stack] : most;
    }
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        const ColumnBar bar = {text_stack(scene->voice, (Stack)stack), likes->appeal[stack], most,
                               ink_of_bloc((Bloc)(stack / 2)), likes->stack == stack};
        column_bar(column, &bar);
    }
}

/* "After the market: x −1 → −2". */
static void write_move(Column *column, const Scene *scene, int nation)
{
    const State *now = &scene->view.known;
    const State *next = &scene->ahead;
    char text[PHRASE_SIZE];
    const TextArgument words[] = {words_number("x", now->nation_x[nation]),
                                  words_number("y", now->nation_y[nation]),
                                  words_number("to_x", next->nation_x[nation]),
                                  words_number("to_y", next->nation_y[nation]), words_end};
    bool moves = now->nation_x[nation] != next->nation_x[nation] ||
                 now->nation_y[nation] != next->nation_y[nation];

    text_format(text, sizeof text,
                moves ? say(scene->voice, "At the market from ({x}, {y}) to ({to_x}, {to_y})")
                      : say(scene->voice, "At the market it stays at ({x}, {y})"),
                words);
    column_text(column, INK_HIGH, text);
}

static void write_terms(Column *column, const WhyAsker *asker, const Explanation *explanation)
{
    char text[PHRASE_SIZE];

    why_title(text, sizeof text, asker, explanation);
    column_text(column, INK_MID, text);
    for (int n = 0; n < explanation->term_count; n++) {
        if (explanation->term[n].amount != 0) {
            why_term(text, sizeof text, asker, explanation, n);
            column_term(column, explanation->term[n].amount, text);
        }
    }
    column_sum(column, explanation->value);
}

/* What the appeal of its favourite is made of; of the model it uses where it has none. */
static void write_why(Column *column, const Scene *scene, const Favourite *likes, int nation)
{
    const WhyAsker asker = {.voice = scene->voice,
                            .rules = scene->rules,
                            .state = &scene->view.known};
    int stack = likes->stack >= 0 ? likes->stack : likes->used;
    char text[2 * PHRASE_SIZE];
    Explanation explanation;

    if (stack >= 0) {
        explain_number(&explanation, asker.state, scene->rules,
                       (Question){NUMBER_APPEAL, nation, stack});
        write_terms(column, &asker, &explanation);
    }
    why_favourite(text, sizeof text, &asker, likes, nation);
    column_gap(column, 4);
    column_text(column, INK_LOW, text);
}

void subject_nation(Column *column, const Scene *scene, int nation)
{
    Favourite likes;

    explain_favourite(&likes, &scene->view.known, scene->rules, nation);
    write_who(column, scene, nation);
    column_gap(column, 6);
    write_appeals(column, scene, &likes);
    column_gap(column, 6);
    write_move(column, scene, nation);
    write_why(column, scene, &likes, nation);
}
