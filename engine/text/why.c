#include "text/why.h"

#include <stddef.h>

#include "text/paragraph.h"
#include "text/prose.h"
#include "text/text.h"
#include "text/why_ideas.h"
#include "text/width.h"

enum { LINE_SIZE = 512, AMOUNT_SIZE = 32, AMOUNT_COLUMNS = 6 };

static const char margin[] = "  ";

/* What is told to whom. */
typedef struct Telling {
    const Voice *voice;
    const Rules *rules;
    int seat_count;
    Prose out;
} Telling;

/* ---- words ---- */

/* A placeholder is called like the kind of what it names, so that a phrase tells which it takes. */
static TextArgument named(const Telling *telling, ExplainKind kind, int index)
{
    const Voice *voice = telling->voice;

    switch (kind) {
    case EXPLAIN_BLOC:
        return (TextArgument){.name = "bloc", .text = text_bloc(voice, (Bloc)index)};
    case EXPLAIN_STACK:
        return (TextArgument){.name = "stack", .text = text_stack(voice, (Stack)index)};
    case EXPLAIN_SEAT:
        return (TextArgument){.name = "seat", .text = text_seat(voice, telling->seat_count, index)};
    case EXPLAIN_NATION:
        return (TextArgument){.name = "nation", .text = text_nation(voice, telling->rules, index)};
    case EXPLAIN_TILE:
        return (TextArgument){.name = "tile", .text = text_tile(voice, (Tile)index)};
    case EXPLAIN_LICENCE:
        return (TextArgument){.name = "licence", .text = text_licence(voice, (Licence)index)};
    case EXPLAIN_NOTHING:
        break;
    }
    return (TextArgument){.name = "nothing", .text = ""};
}

static TextArgument number(const char *name, int value)
{
    return (TextArgument){.name = name, .number = value};
}

/* ---- lines ---- */

static void write_title(Telling *telling, const char *title, const TextArgument *arguments)
{
    char line[LINE_SIZE];

    text_format(line, sizeof line, say(telling->voice, title), arguments);
    prose_add(&telling->out, line);
}

static Telling telling_of(char *out, int size, const WhyAsker *asker, int seat_count)
{
    return (Telling){asker->voice, asker->rules, seat_count, prose_start(out, size)};
}

int why_title(char *out, int size, const WhyAsker *asker, const Explanation *explanation)
{
    const Question *question = &explanation->question;
    const NumberInfo *info = &explain_numbers[question->number];
    Telling telling = telling_of(out, size, asker, explanation->seat_count);
    const TextArgument arguments[] = {named(&telling, info->subject, question->subject),
                                      named(&telling, info->object, question->object),
                                      {.name = NULL}};

    write_title(&telling, info->meaning, arguments);
    return telling.out.length;
}

int why_term(char *out, int size, const WhyAsker *asker, const Explanation *explanation, int n)
{
    const Term *term = &explanation->term[n];
    const TermInfo *info = &explain_terms[term->id];
    Telling telling = telling_of(out, size, asker, explanation->seat_count);
    const TextArgument arguments[] = {named(&telling, info->subject, term->subject),
                                      number("a", term->a),
                                      number("b", term->b),
                                      number("c", term->c),
                                      {.name = NULL}};

    write_title(&telling, info->meaning, arguments);
    return telling.out.length;
}

/* "Rules, section 9. …" in one paragraph. */
static void write_section(Prose *out, const Voice *voice, const char *section, const char *idea)
{
    char line[LINE_SIZE];
    const TextArgument arguments[] = {{.name = "section", .text = section},
                                      {.name = "idea", .text = say(voice, idea)},
                                      {.name = NULL}};

    text_format(line, sizeof line, say(voice, "Rules, section {section}. {idea}"), arguments);
    prose_add(out, line);
}

int why_source(char *out, int size, const Voice *voice, Number number)
{
    Prose prose = prose_start(out, size);

    write_section(&prose, voice, explain_numbers[number].section, why_idea[number]);
    return prose.length;
}

static void write_column(Telling *telling, const char *before, int number, bool with_sign)
{
    char text[AMOUNT_SIZE];
    char padded[AMOUNT_SIZE];
    Prose prose = prose_start(text, sizeof text);

    prose_add(&prose, before);
    prose_add_number(&prose, number, with_sign);
    text_pad_left(padded, sizeof padded, text, AMOUNT_COLUMNS);
    prose_add(&telling->out, padded);
}

static void write_term(Telling *telling, const WhyAsker *asker, const Explanation *explanation,
                       int n)
{
    char line[LINE_SIZE];
    int amount = explanation->term[n].amount;

    write_column(telling, "", amount, amount != 0);
    prose_add(&telling->out, margin);
    why_term(line, sizeof line, asker, explanation, n);
    prose_add(&telling->out, line);
    prose_add(&telling->out, "\n");
}

static void write_source(Telling *telling, const char *section, const char *idea)
{
    char line[LINE_SIZE];
    const Layout layout = {.first = margin, .indent = margin, .columns = WHY_COLUMNS};
    Prose prose = prose_start(line, sizeof line);

    write_section(&prose, telling->voice, section, idea);
    prose_add_paragraph(&telling->out, line, &layout);
}

int why_print(char *out, int size, const Voice *voice, const Rules *rules,
              const Explanation *explanation)
{
    Number asked = explanation->question.number;
    const WhyAsker asker = {.voice = voice, .rules = rules};
    Telling telling = telling_of(out, size, &asker, explanation->seat_count);
    char title[LINE_SIZE];

    why_title(title, sizeof title, &asker, explanation);
    prose_add(&telling.out, title);
    prose_add(&telling.out, "\n");
    for (int i = 0; i < explanation->term_count; i++) {
        write_term(&telling, &asker, explanation, i);
    }
    write_column(&telling, "= ", explanation->value, false);
    prose_add(&telling.out, "\n");
    write_source(&telling, explain_numbers[asked].section, why_idea[asked]);
    return telling.out.length;
}

int why_print_terms(char *out, int size, const Voice *voice, const Rules *rules,
                    const Explanation *explanation)
{
    char line[LINE_SIZE];
    const WhyAsker asker = {.voice = voice, .rules = rules};
    Prose prose = prose_start(out, size);

    for (int i = 0; i < explanation->term_count; i++) {
        why_term(line, sizeof line, &asker, explanation, i);
        prose_add(&prose, i == 0 ? "" : say(voice, C_("between acts", "; ")));
        prose_add(&prose, line);
    }
    return prose.length;
}

/* ---- favourites ---- */

static void write_line(Telling *telling, const char *msgid, const TextArgument *arguments)
{
    char line[LINE_SIZE];
    const Layout layout = {.first = margin, .indent = margin, .columns = WHY_COLUMNS};

    text_format(line, sizeof line, say(telling->voice, msgid), arguments);
    prose_add_paragraph(&telling->out, line, &layout);
}

/* Why it is this stack, or none. */
static const char *verdict(const Favourite *favourite)
{
    if (favourite->used < 0) {
        return favourite->tied
                   ? N_("It uses no model, and several are best alike: it has no favourite.")
                   : N_("It uses no model: the single best one is its favourite.");
    }
    if (favourite->stays) {
        return N_("It uses {used}, and would leave it only for one better by more than {cost} "
                  "(Bifurcation ÷ 2, rounded down).");
    }
    return favourite->tied
               ? N_("Several models are better than {used}, which it uses, and alike: it has no "
                    "favourite.")
               : N_("It uses {used}; the best is better by {lead}, more than the {cost} that hold "
                    "it back (Bifurcation ÷ 2, rounded down).");
}

static void write_appeals(Telling *telling, const Favourite *favourite)
{
    for (int stack = 0; stack < STACK_COUNT; stack++) {
        write_column(telling, "", favourite->appeal[stack], false);
        prose_add(&telling->out, margin);
        prose_add(&telling->out, text_stack(telling->voice, (Stack)stack));
        prose_add(&telling->out, "\n");
    }
}

/* What its phrases name. */
enum { FAVOURITE_ARGUMENTS = 6 };
static void name_favourite(TextArgument arguments[FAVOURITE_ARGUMENTS], const Telling *telling,
                           const Favourite *favourite, int nation)
{
    int used = favourite->used < 0 ? 0 : favourite->used;

    arguments[0] = named(telling, EXPLAIN_NATION, nation);
    arguments[1] = named(telling, EXPLAIN_STACK, favourite->stack < 0 ? 0 : favourite->stack);
    arguments[2] = (TextArgument){.name = "used", .text = text_stack(telling->voice, (Stack)used)};
    arguments[3] = number("cost", favourite->switching_cost);
    arguments[4] = number("lead", favourite->best - favourite->appeal[used]);
    arguments[5] = (TextArgument){.name = NULL};
}

int why_favourite(char *out, int size, const WhyAsker *asker, const Favourite *favourite,
                  int nation)
{
    TextArgument arguments[FAVOURITE_ARGUMENTS];
    Telling telling = telling_of(out, size, asker, asker->state->seat_count);

    name_favourite(arguments, &telling, favourite, nation);
    write_title(&telling, verdict(favourite), arguments);
    prose_add(&telling.out, " ");
    write_section(&telling.out, asker->voice, "8.1", why_idea_favourite);
    return telling.out.length;
}

int why_print_favourite(char *out, int size, const WhyAsker *asker, int nation)
{
    Favourite favourite;
    TextArgument arguments[FAVOURITE_ARGUMENTS];
    Telling telling = telling_of(out, size, asker, asker->state->seat_count);

    explain_favourite(&favourite, asker->state, asker->rules, nation);
    name_favourite(arguments, &telling, &favourite, nation);
    write_title(&telling,
                favourite.stack < 0 ? N_("{nation}: no favourite")
                                    : N_("{nation}: favourite {stack}"),
                arguments);
    prose_add(&telling.out, "\n");
    write_appeals(&telling, &favourite);
    write_line(&telling, verdict(&favourite), arguments);
    write_source(&telling, "8.1", why_idea_favourite);
    return telling.out.length;
}
