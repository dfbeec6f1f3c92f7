/* What a player's words ask about: what they leave open comes from who asks, or is asked back for. */

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "core/explain.h"
#include "core/state.h"
#include "core/track.h"
#include "core/vocab.h"
#include "text/paragraph.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/voice.h"
#include "text/why.h"
#include "text/why_hear.h"
#include "text/why_lexicon.h"

enum { LIST_SIZE = 512 };

/* ---- what the words leave open ---- */

static bool is_four_seats(const Heard *heard)
{
    return heard->asker->state->seat_count == SEATS_MAX;
}

static Seat asking_seat(const Heard *heard)
{
    return heard->asker->seat >= 0 ? heard->asker->seat : 0;
}

/* The bloc that is named by itself, by a stack, or as the own or the rival's; else the asker's. */
static int find_bloc(const Heard *heard)
{
    int own = asking_seat(heard) / 2;

    if (heard->named[MEANS_BLOC] != MISSING) {
        return heard->named[MEANS_BLOC];
    }
    if (heard->named[MEANS_STACK] != MISSING) {
        return heard->named[MEANS_STACK] / 2;
    }
    return heard->named[MEANS_WHOSE] == 1 ? BLOC_COUNT - 1 - own : own;
}

/* A stack by its name, or by its bloc and kind; in a game of four an asker's own is meant. */
static int find_stack(const Heard *heard)
{
    bool bloc_named = heard->named[MEANS_BLOC] != MISSING || heard->named[MEANS_WHOSE] == 1;

    if (heard->named[MEANS_STACK] != MISSING) {
        return heard->named[MEANS_STACK];
    }
    if (heard->named[MEANS_OPENNESS] != MISSING) {
        return 2 * find_bloc(heard) + heard->named[MEANS_OPENNESS];
    }
    return is_four_seats(heard) && !bloc_named ? asking_seat(heard) : MISSING;
}

static int find_seat(const Heard *heard)
{
    int bloc = find_bloc(heard);

    if (!is_four_seats(heard)) {
        return 2 * bloc;
    }
    int stack = find_stack(heard);
    if (stack != MISSING) {
        return stack;
    }
    return asking_seat(heard) / 2 == bloc ? asking_seat(heard) : 2 * bloc;
}

/* Who feels a release or a control of a bloc: its rival, of whose seats the asker's if it is one. */
static int find_target(const Heard *heard, int maker)
{
    int bloc = BLOC_COUNT - 1 - maker;
    int stack = heard->named[MEANS_STACK];

    if (!is_four_seats(heard)) {
        return 2 * bloc;
    }
    if (stack != MISSING && stack / 2 == bloc) {
        return stack;
    }
    return asking_seat(heard) / 2 == bloc ? asking_seat(heard) : 2 * bloc;
}

static int find_index(const Heard *heard, ExplainKind kind)
{
    switch (kind) {
    case EXPLAIN_NOTHING:
        return 0;
    case EXPLAIN_BLOC:
        return find_bloc(heard);
    case EXPLAIN_STACK:
        return find_stack(heard);
    case EXPLAIN_SEAT:
        return find_seat(heard);
    case EXPLAIN_NATION:
        return heard->named[MEANS_NATION];
    case EXPLAIN_TILE:
        return heard->named[MEANS_TILE];
    case EXPLAIN_LICENCE:
        return heard->named[MEANS_LICENCE] == MISSING ? LICENCE_PERMISSIVE
                                                      : heard->named[MEANS_LICENCE];
    }
    return MISSING;
}

/* ---- questions ---- */

static const char *example_nation(const Heard *heard)
{
    return text_nation(heard->asker->voice, heard->asker->rules, 0);
}

static bool ask_back(Heard *heard, ExplainKind missing)
{
    const Voice *voice = heard->asker->voice;
    char list[LIST_SIZE];
    Prose prose = prose_start(list, sizeof list);

    if (missing == EXPLAIN_STACK) {
        for (int stack = 0; stack < STACK_COUNT; stack++) {
            heard_list(heard, &prose, text_stack(voice, (Stack)stack));
        }
    } else if (missing == EXPLAIN_TILE) {
        for (int tile = 0; tile < TILE_COUNT; tile++) {
            heard_list(heard, &prose, text_tile(voice, (Tile)tile));
        }
    } else {
        heard_list(heard, &prose, example_nation(heard));
    }
    const TextArgument arguments[] = {{.name = "list", .text = list}, {.name = NULL}};
    return heard_hint(heard,
                      missing == EXPLAIN_STACK  ? N_("Which model? Add one of {list}.")
                      : missing == EXPLAIN_TILE ? N_("Which control? Add one of {list}.")
                                                : N_("Which nation? Add its name, such as {list}."),
                      arguments);
}

/* A nation alone, or its appeal without a model, asks whom it likes best. */
static bool asks_favourite(const Heard *heard)
{
    int number = heard->named[MEANS_NUMBER];
    bool no_model = heard->named[MEANS_STACK] == MISSING && heard->named[MEANS_OPENNESS] == MISSING;

    if (heard->named[MEANS_FAVOURITE] != MISSING) {
        return true;
    }
    if (heard->named[MEANS_NATION] == MISSING) {
        return false;
    }
    return number == MISSING ? no_model : number == NUMBER_APPEAL && no_model;
}

/* What is meant where only a thing is named. */
static int number_of_things(const Heard *heard)
{
    if (heard->named[MEANS_NATION] != MISSING) {
        return NUMBER_APPEAL;
    }
    if (heard->named[MEANS_TILE] != MISSING) {
        return NUMBER_BITE;
    }
    if (heard->named[MEANS_STACK] != MISSING || heard->named[MEANS_OPENNESS] != MISSING) {
        return NUMBER_ADOPTION;
    }
    return NUMBER_BLOC_VP;
}

static bool fill_question(WhyAsked *asked, Heard *heard)
{
    Question *question = &asked->question;
    const NumberInfo *info = &explain_numbers[question->number];

    question->subject = find_index(heard, info->subject);
    if (question->subject == MISSING) {
        return ask_back(heard, info->subject);
    }
    if (question->number == NUMBER_BITE) {
        question->object = find_target(heard, (int)tile_owner((Tile)question->subject));
    } else if (question->number == NUMBER_RELEASE_LAB) {
        question->object = find_target(heard, question->subject / 2);
    } else {
        question->object = find_index(heard, info->object);
    }
    return question->object != MISSING || ask_back(heard, info->object);
}

static bool understand(WhyAsked *asked, Heard *heard)
{
    int number = heard->named[MEANS_NUMBER];

    asked->favourite = asks_favourite(heard);
    if (asked->favourite) {
        asked->question = (Question){NUMBER_APPEAL, heard->named[MEANS_NATION], 0};
        return asked->question.subject != MISSING || ask_back(heard, EXPLAIN_NATION);
    }
    asked->question.number = (Number)(number != MISSING ? number : number_of_things(heard));
    return fill_question(asked, heard);
}

bool why_find(WhyAsked *asked, char *hint, int size, const WhyAsker *asker, const char *words)
{
    Heard heard = {.asker = asker, .hint = hint, .size = size};

    hint[0] = '\0';
    return heard_fill(&heard, words) && understand(asked, &heard);
}

/* ---- answers ---- */

static void write_askable(Prose *out, const WhyAsker *asker, int number)
{
    char name[PHRASE_SIZE];
    char line[PHRASE_SIZE + LABEL_TEXT_SIZE];
    const NumberInfo *info = &explain_numbers[number];
    bool of_nation = info->subject == EXPLAIN_NATION || info->object == EXPLAIN_NATION;
    bool of_model = info->subject == EXPLAIN_STACK || info->object == EXPLAIN_STACK;
    const TextArgument arguments[] = {
        {.name = "what", .text = lexicon_name(name, number, asker->voice->language)},
        {.name = NULL}};
    const char *msgid = of_nation && of_model           ? N_("{what} (nation, model)")
                        : of_nation                     ? N_("{what} (nation)")
                        : of_model                      ? N_("{what} (model)")
                        : info->subject == EXPLAIN_TILE ? N_("{what} (control)")
                                                        : N_("{what}");

    text_format(line, sizeof line, say(asker->voice, msgid), arguments);
    if (out->length > 0) {
        prose_add(out, say(asker->voice, C_("list", ", ")));
    }
    prose_add(out, line);
}

/* What can be asked. */
static int list_askable(char *out, int size, const WhyAsker *asker)
{
    char list[WHY_TEXT_SIZE];
    Prose names = prose_start(list, sizeof list);
    Prose text = prose_start(out, size);
    const Layout plain = {.first = "", .indent = "", .columns = WHY_COLUMNS};
    const Layout inner = {.first = "  ", .indent = "  ", .columns = WHY_COLUMNS};

    for (int number = 0; number < NUMBER_COUNT; number++) {
        write_askable(&names, asker, number);
    }
    prose_add_paragraph(&text, say(asker->voice, "Ask why a number is what it is:"), &plain);
    prose_add_paragraph(&text, list, &inner);
    prose_add_paragraph(
        &text,
        say(asker->voice,
            "Add US or China where it is not yours, as in: why compute income China. A "
            "nation alone tells whom it likes best."),
        &plain);
    return text.length;
}

int why_answer(char *out, int size, const WhyAsker *asker, const char *words)
{
    WhyAsked asked = {0};

    if (words[strspn(words, " \t\r\n")] == '\0') {
        return list_askable(out, size, asker);
    }
    if (!why_find(&asked, out, size, asker, words)) {
        Prose hint = {.text = out, .size = size, .length = (int)strlen(out)};
        prose_add(&hint, "\n");
        return hint.length;
    }
    if (asked.favourite) {
        return why_print_favourite(out, size, asker, asked.question.subject);
    }
    Explanation explanation;
    explain_number(&explanation, asker->state, asker->rules, asked.question);
    return why_print(out, size, asker->voice, asker->rules, &explanation);
}
