#include "app/cards.h"

#include <stdio.h>
#include <string.h>

const char *card_program(char text[PROGRAM_TEXT_SIZE], const Rules *rules, int card)
{
    int length = rules_print_program(text, PROGRAM_TEXT_SIZE, rules, FRAME_EVENT, card);

    for (char *end = strchr(text, '\n'); end != NULL; end = strchr(end, '\n')) {
        *end = ';';
    }
    if (length > 0 && text[length - 1] == ';') {
        text[length - 1] = '\0';
    }
    return text[0] == '\0' ? "nothing" : text;
}

static void print_first_line(const Rules *rules, const Card *card)
{
    printf("%s %s%s | %s | %s | %s | %d ops", card->id,
           rules_text_in(rules, card->title, LANGUAGE_EN), card->once ? "*" : "",
           rules_text(rules, card->title[LANGUAGE_ZH]), vocab_side[card->side],
           vocab_era[card->era], card->ops);
    if (card->needs != SYSTEM_NONE) {
        printf(" | needs %s", vocab_system[card->needs]);
    }
    putchar('\n');
}

void card_print(const Rules *rules, int index)
{
    const Card *card = &rules->card[index];
    char program[PROGRAM_TEXT_SIZE];

    print_first_line(rules, card);
    rules_print_program(program, PROGRAM_TEXT_SIZE, rules, FRAME_EVENT, index);
    for (const char *line = program; *line != '\0';) {
        int length = (int)strcspn(line, "\n");
        printf("    %.*s\n", length, line);
        line += length + (line[length] == '\n');
    }
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        const char *concept = rules_text(rules, card->concept[language]);
        if (concept[0] != '\0') {
            printf("  %s\n", concept);
        }
    }
}
