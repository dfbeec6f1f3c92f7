#include <stdio.h>

#include "app/play.h"
#include "app/play_page.h"
#include "text/voice.h"

enum { NAME_COLUMNS = 24 };

static void draw_row(Page *page, const char *name, const char *meaning)
{
    page_begin(page, NAME_COLUMNS);
    page_add(page, 2, name);
    page_column(page, NAME_COLUMNS);
    page_words(page, 0, meaning);
}

static void draw_commands(Page *page, const Voice *voice)
{
    static const struct {
        const char *name, *meaning;
    } rows[] = {
        {N_("3, train, pick ind…"),
         N_("an action: its number, its words, or as many of their first "
            "letters as tell it from the others; Enter alone where there is one")},
        {N_("why court India"), N_("where a number comes from, term by term; why alone lists what "
                                   "can be asked")},
        {N_("forecast"), N_("what the market would do if the actions ended now")},
        {N_("hint, hint train"), N_("the three best actions, and why; why not this one")},
        {N_("bot, take"), N_("lets a bot play your seat, Enter by Enter; you play it again")},
        {N_("card E05"), N_("what a card does and why it is in the game; words of its title do as "
                            "well")},
        {N_("rules, rules 9"), N_("the sections of the handbook; one of them")},
        {N_("hand, board"), N_("your hand; the whole screen again")},
        {N_("log, log 2, log all"), N_("what happened in this round, in round 2, in the game")},
        {N_("undo, redo"), N_("takes your last choice back; makes it again")},
        {N_("save"), N_("where the game is saved, which it always is")},
        {N_("lang zh, lang en"), N_("the language")},
        {N_("names neutral"), N_("calls nations by what they stand for; names geographic by name")},
        {N_("quit"), N_("leaves the game, which can be gone on with")},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        draw_row(page, say(voice, rows[i].name), say(voice, rows[i].meaning));
    }
}

static void draw_paragraph(Page *page, const char *text)
{
    page_begin(page, 0);
    page_words(page, 0, text);
}

void draw_help(Page *page, const Table *table)
{
    const Voice *voice = &table->voice;

    draw_commands(page, voice);
    draw_paragraph(
        page,
        say(voice, "The map: nations stand between the US (left) and China (right), and between "
                   "closed models (down) and open ones (up); a nation in a corner uses the model "
                   "of that corner and scores for it, the more the heavier it is. Arrows show "
                   "where the market will move it. Beside it: every nation's weight and need."));
    draw_paragraph(
        page,
        say(voice, "A track that reads 6→5 stands at 6 and will stand at 5 after the market. CHIPS "
                   "2/3 is a control in force; at 3/3 the next market brings its backlash. A card "
                   "with * leaves the game after its event."));
}
