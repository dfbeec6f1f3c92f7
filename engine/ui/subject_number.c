/* The terms of a number, adding up. */

#include <stdbool.h>

#include "core/explain.h"
#include "core/view.h"
#include "text/prose.h"
#include "text/voice.h"
#include "text/why.h"
#include "ui/column.h"
#include "ui/scene.h"
#include "ui/subject.h"
#include "ui/theme.h"
#include "ui/words.h"

/* Where room is short, what adds nothing is left out, and from a number of terms on the rest is one
 * line, so that it still adds up. */
enum { TERMS_COMPACT = 9 };

static void write_terms(Column *column, const WhyAsker *asker, const Explanation *explanation)
{
    char line[PHRASE_SIZE];
    int shown = 0;
    int rest = 0;
    int rest_count = 0;

    for (int n = 0; n < explanation->term_count; n++) {
        int amount = explanation->term[n].amount;
        if (column->compact && amount == 0 && explanation->term_count > 1) {
            continue;
        }
        if (column->compact && shown == TERMS_COMPACT) {
            rest += amount;
            rest_count++;
            continue;
        }
        why_term(line, sizeof line, asker, explanation, n);
        column_term(column, amount, line);
        shown++;
    }
    if (rest_count > 0) {
        const TextArgument words[] = {words_number("n", rest_count), words_end};
        text_format(line, sizeof line,
                    say_count(asker->voice, "{n} more term", "{n} more terms", rest_count), words);
        column_term(column, rest, line);
    }
}

void subject_number(Column *column, const Scene *scene, Question question)
{
    const WhyAsker asker = {.voice = scene->voice, .rules = scene->rules};
    Explanation explanation;
    char text[PHRASE_SIZE];
    char value[24];
    Prose prose = prose_start(value, sizeof value);

    explain_number(&explanation, &scene->view.known, scene->rules, question);
    why_title(text, sizeof text, &asker, &explanation);
    prose_add_number(&prose, explanation.value, false);
    bool first = column->used == 0;
    column_head(column, first && !column->compact ? TYPE_HEAD : TYPE_STRONG, text, value);
    column_gap(column, 4);
    write_terms(column, &asker, &explanation);
    column_sum(column, explanation.value);
    why_source(text, sizeof text, scene->voice, question.number);
    column_gap(column, 4);
    column_text(column, INK_LOW, text);
}
