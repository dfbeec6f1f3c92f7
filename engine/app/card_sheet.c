#include "app/card_sheet.h"

#include <stdio.h>
#include <string.h>

#include "text/text.h"
#include "text/width.h"

enum { SHEET_WIDTH = 98, INDENT = 4, CONCEPT_SIZE = 2048, PROGRAM_TEXT_SIZE = 64 * 1024 };

/* Prints the lines of a paragraph. */
static void print_paragraph(const char *text)
{
    while (*text != '\0') {
        const char *rest;
        int length = text_line(text, SHEET_WIDTH - INDENT, &rest);
        printf("%*s%.*s\n", INDENT, "", length, text);
        text = rest;
    }
}

static void print_head(const Voice *voice, const Rules *rules, int card)
{
    char head[EVENT_TEXT_SIZE];

    text_card_head(head, sizeof head, voice, rules, card);
    puts(head);
}

void card_sheet_print(const Voice *voice, const Rules *rules, int card)
{
    char event[CARD_TEXT_SIZE];
    char concept[CONCEPT_SIZE];

    print_head(voice, rules, card);
    text_card_event(event, sizeof event, voice, rules, card);
    print_paragraph(event);
    text_card_concept(concept, sizeof concept, voice, rules, card);
    print_paragraph(concept);
}

static void print_program(const Rules *rules, FrameKind kind, int card)
{
    char program[PROGRAM_TEXT_SIZE];

    rules_print_program(program, sizeof program, rules, kind, card);
    for (const char *line = program; *line != '\0';) {
        int length = (int)strcspn(line, "\n");
        printf("      %.*s\n", length, line);
        line += length + (line[length] == '\n');
    }
}

static void print_language(const Voice *voice, const Rules *rules, int card)
{
    char event[CARD_TEXT_SIZE];
    char concept[CONCEPT_SIZE];
    char title[LABEL_TEXT_SIZE];

    text_card_title(title, sizeof title, voice, rules, card);
    text_card_event(event, sizeof event, voice, rules, card);
    text_card_concept(concept, sizeof concept, voice, rules, card);
    printf("  %s  %s\n      %s\n      %s\n", language_code[voice->language], title, event, concept);
}

void card_sheet_print_all(const Voice voice[LANGUAGE_COUNT], const Rules *rules, int card)
{
    print_head(&voice[LANGUAGE_EN], rules, card);
    print_program(rules, FRAME_EVENT, card);
    if (rules->program[FRAME_TRIGGER][card].length > 0) {
        printf("      trigger:\n");
        print_program(rules, FRAME_TRIGGER, card);
    }
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        print_language(&voice[language], rules, card);
    }
}
