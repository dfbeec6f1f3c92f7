#include "text/hint_text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "core/score.h"
#include "text/prose.h"
#include "text/text.h"

enum { PART_SIZE = 256, PERCENT_SIZE = 32, TENTHS = 10 };

/* ---- terms ---- */

static const char *term_label(const Voice *voice, ProspectTerm term)
{
    switch (term) {
    case PROSPECT_STANDING:
        return say(voice, N_("Victory points so far"));
    case PROSPECT_CRASH:
        return say(voice, N_("Crash of the valuation"));
    case PROSPECT_ADOPTION:
        return text_score_item(voice, SCORE_ADOPTION);
    case PROSPECT_STANDARDS:
        return text_score_item(voice, SCORE_STANDARDS);
    case PROSPECT_STOCK:
        return text_score_item(voice, SCORE_STOCK);
    case PROSPECT_SUPPLIER:
        return text_score_item(voice, SCORE_TRUST);
    case PROSPECT_PHYSICAL:
        return text_score_item(voice, SCORE_INDUSTRY);
    case PROSPECT_INCOME:
        return say(voice, N_("Compute income"));
    case PROSPECT_CAPITAL:
        return text_track(voice, TRACK_CAPITAL);
    case PROSPECT_FRONTIER:
        return text_track(voice, TRACK_FRONTIER);
    case PROSPECT_CLOSED:
        return say(voice, N_("Closed model"));
    case PROSPECT_OPEN:
        return say(voice, N_("Open model"));
    case PROSPECT_DATACENTRES:
        return text_track(voice, TRACK_DATACENTRES);
    case PROSPECT_SILICON:
        return text_track(voice, TRACK_SILICON);
    case PROSPECT_EFFICIENCY:
        return text_track(voice, TRACK_EFFICIENCY);
    case PROSPECT_INDUSTRY:
        return text_track(voice, TRACK_INDUSTRY);
    case PROSPECT_TRUST:
        return text_track(voice, TRACK_TRUST);
    case PROSPECT_TERM_COUNT:
        break;
    }
    return "";
}

static void print_favour(char part[PART_SIZE], const Voice *voice, const Favour *favour)
{
    const TextArgument arguments[] = {{.name = "term", .text = term_label(voice, favour->term)},
                                      {.name = "bloc", .text = text_bloc(voice, favour->bloc)},
                                      {.name = "n", .number = favour->amount},
                                      {.name = NULL}};

    text_format(part, PART_SIZE,
                say(voice, favour->term < PROSPECT_INCOME ? N_("{term} {+n} VP")
                                                          : N_("{bloc}: {term} {+n}")),
                arguments);
}

static void print_favours(char list[HINT_TEXT_SIZE], const Voice *voice,
                          const Comparison *comparison)
{
    Prose out = prose_start(list, HINT_TEXT_SIZE);

    for (int i = 0; i < comparison->count; i++) {
        char part[PART_SIZE];
        print_favour(part, voice, &comparison->item[i]);
        prose_add(&out, i == 0 ? "" : say(voice, C_("part", "; ")));
        prose_add(&out, part);
    }
}

/* ---- an action ---- */

static void print_percent(char text[PERCENT_SIZE], const Voice *voice, int thousandths)
{
    char number[PERCENT_SIZE];
    const TextArgument arguments[] = {{.name = "number", .text = number}, {.name = NULL}};

    snprintf(number, sizeof number, "%d.%d", thousandths / TENTHS, thousandths % TENTHS);
    text_format(text, PERCENT_SIZE, say(voice, N_("{number} %")), arguments);
}

int hint_print_action(char out[HINT_TEXT_SIZE], const Voice *voice, const Rules *rules,
                      const HintSaid *said)
{
    char label[ACTION_LABEL_SIZE];
    char win[PERCENT_SIZE];
    char share[PERCENT_SIZE];
    const TextArgument arguments[] = {{.name = "action", .text = label},
                                      {.name = "bloc", .text = text_bloc(voice, said->bloc)},
                                      {.name = "win", .text = win},
                                      {.name = "share", .text = share},
                                      {.name = NULL}};

    text_action(label, sizeof label, voice, rules, said->action);
    print_percent(win, voice, said->win);
    print_percent(share, voice, said->share);
    return text_format(out, HINT_TEXT_SIZE,
                       said->playouts == 0
                           ? "{action}"
                           : say(voice, N_("{action} – {bloc} wins {win}, {share} of the search")),
                       arguments);
}

/* ---- why ---- */

/* What is said of the search and of the two forecasts as a whole; NULL: the terms say it all. */
static const char *verdict(const HintSaid *said)
{
    if (!said->has_other) {
        return N_("There is no other action.");
    }
    if (said->after == FORESIGHT_HANGS || said->other_after == FORESIGHT_HANGS) {
        return N_("What it comes to against “{other}” if the actions ended now hangs on chance or "
                  "on what is hidden; the search gave it {visits} of {playouts} playouts.");
    }
    if (said->after == FORESIGHT_ENDS) {
        return N_("It ends the game at once; the search gave it {visits} of {playouts} playouts.");
    }
    if (said->other_after == FORESIGHT_ENDS) {
        return N_("“{other}” ends the game at once; the search gave this one {visits} of "
                  "{playouts} playouts.");
    }
    if (said->forecast->lead < 0) {
        return said->preferred
                   ? N_("Search prefers it in {visits} of {playouts} playouts although the "
                        "forecast is worse by {behind} VP than after “{other}” if the actions "
                        "ended now.")
                   : N_("If the actions ended now, the forecast would be worse by {behind} VP than "
                        "after “{other}”; the search gave it {visits} of {playouts} playouts.");
    }
    if (said->forecast->count == 0) {
        return N_("If the actions ended now, nothing in the forecast would speak for it against "
                  "“{other}”; the search gave it {visits} of {playouts} playouts.");
    }
    return NULL;
}

static bool has_terms(const HintSaid *said)
{
    return said->has_other && said->after == FORESIGHT_CLEAR &&
           said->other_after == FORESIGHT_CLEAR && said->forecast->count > 0;
}

int hint_print_reason(char out[HINT_TEXT_SIZE], const Voice *voice, const Rules *rules,
                      const HintSaid *said)
{
    char other[ACTION_LABEL_SIZE] = "";
    char terms[HINT_TEXT_SIZE] = "";
    char sentence[HINT_TEXT_SIZE];
    Prose prose = prose_start(out, HINT_TEXT_SIZE);
    const TextArgument arguments[] = {
        {.name = "other", .text = other},
        {.name = "terms", .text = terms},
        {.name = "visits", .number = said->visits},
        {.name = "playouts", .number = said->playouts},
        {.name = "behind", .number = said->has_other ? -said->forecast->lead : 0},
        {.name = NULL}};
    const char *whole = verdict(said);

    if (said->has_other) {
        text_action(other, sizeof other, voice, rules, said->other);
    }
    if (whole != NULL) {
        text_format(sentence, sizeof sentence, say(voice, whole), arguments);
        prose_add(&prose, sentence);
    }
    if (has_terms(said)) {
        print_favours(terms, voice, said->forecast);
        text_format(sentence, sizeof sentence,
                    say(voice, N_("If the actions ended now, this would speak for it against "
                                  "“{other}”: {terms}.")),
                    arguments);
        prose_add(&prose, whole == NULL ? "" : say(voice, C_("between sentences", " ")));
        prose_add(&prose, sentence);
    }
    return prose.length;
}
