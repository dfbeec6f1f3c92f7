#include <stdio.h>

#include "app/command.h"
#include "app/data.h"
#include "app/game.h"
#include "app/handbook_file.h"
#include "app/options.h"
#include "app/rules_commands.h"
#include "app/voice.h"
#include "core/rules.h"
#include "core/status.h"
#include "text/handbook.h"
#include "text/voice.h"

static const Manual manual = {
    .name = "rules handbook",
    .arguments = "",
    .text =
        "Prints the handbook in Markdown: how to play, the reference by section, nations,\n"
        "scenarios, parameters and all cards, with every number filled in from the rules.  The\n"
        "page is made from handbook/en.md or zh.md of the rules, or of those that came with the\n"
        "program where a rule set has none.\n",
    .examples = "  tpd rules handbook | less\n"
                "  tpd rules handbook --section 1\n"
                "  tpd rules handbook --lang zh --names neutral\n"
                "  tpd rules handbook --rules my-rules --section 9.1\n",
};

static void print_piece(void *user, const char *text)
{
    (void)user;
    fputs(text, stdout);
}

static Outcome print_page(Handbook *book, const char *rules)
{
    HandbookFile file;
    Error err;

    if (handbook_file_open(&file, rules, book->voice->language, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    book->name = file.path;
    book->template = file.text;
    Status status = handbook_print(book, print_piece, NULL, &err);
    handbook_file_close(&file);
    return status == STATUS_OK ? OUTCOME_OK : complain_error(&err);
}

static Outcome print_in(const VoiceOptions *options, const Handbook *page, const char *rules)
{
    Voice voice;
    Outcome outcome = voice_open(&voice, options);

    if (outcome == OUTCOME_RUN) {
        Handbook book = *page;
        book.voice = &voice;
        outcome = print_page(&book, rules);
        voice_close(&voice);
    }
    return outcome;
}

Outcome rules_handbook(Arguments arguments)
{
    GameOptions options = game_options();
    VoiceOptions voice = voice_options();
    const char *section = NULL;
    const Option table[] = {
        voice_option_lang(&voice),
        voice_option_names(&voice),
        option_text("section", "N", &section, "only this section: 9, or 9.1"),
        game_option_rules(&options),
    };
    const OptionTable all = {&manual, table, sizeof table / sizeof table[0]};
    Rules *rules;
    Error err;

    Outcome outcome = options_read(&all, &arguments);
    if (outcome != OUTCOME_RUN) {
        return outcome;
    }
    if (data_load_rules(&rules, options.rules, &err) != STATUS_OK) {
        return complain_error(&err);
    }
    const Handbook book = {.rules = rules, .section = section};
    outcome = print_in(&voice, &book, options.rules);
    data_free_rules(rules);
    return outcome;
}
