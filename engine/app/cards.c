#include "app/cards.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "core/status.h"
#include "core/vocab.h"

/* The lists in brackets that begin and end around the instructions of one program. */
typedef struct Brackets {
    int opened[PROGRAM_MAX + 1], closed[PROGRAM_MAX + 1]; /* before an instruction */
    const char *joint[PROGRAM_MAX + 1]; /* " else ", " or " where a second list begins, or NULL */
} Brackets;

static int place(const Program *program, int number)
{
    return number == PROGRAM_END ? program->length : number;
}

/* A `when` or `option` has a list behind it, up to `other`; its last instruction tells what follows
 * both lists, so that between the two lies the second list, if there is one. */
static void add_brackets(Brackets *brackets, const Rules *rules, const Program *program, int at)
{
    const Instruction *instruction = &rules->instruction[program->start + at];
    int second = place(program, instruction->other);
    int after = place(program, rules->instruction[program->start + second - 1].next);

    brackets->opened[at + 1]++;
    brackets->closed[second]++;
    if (second > at + 1 && after > second) {
        brackets->joint[second] = instruction->op == OP_WHEN ? " else " : " or ";
        brackets->opened[second]++;
        brackets->closed[after]++;
    }
}

static void find_brackets(Brackets *brackets, const Rules *rules, const Program *program)
{
    memset(brackets, 0, sizeof *brackets);
    for (int i = 0; i < program->length; i++) {
        uint8_t op = rules->instruction[program->start + i].op;
        if (op == OP_WHEN || op == OP_OPTION) {
            add_brackets(brackets, rules, program, i);
        }
    }
}

/* A text that grows at its end as far as it has room. */
typedef struct Tail {
    char *text;
    int size, length;
} Tail;

static void append(Tail *tail, const char *format, ...) TPD_PRINTF(2, 3);

static void append(Tail *tail, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    int length = vsnprintf(tail->text + tail->length, (size_t)(tail->size - tail->length), format,
                           arguments);
    va_end(arguments);
    tail->length += length < tail->size - tail->length ? length : tail->size - tail->length - 1;
}

static void append_closing(Tail *tail, const Brackets *brackets, int at)
{
    for (int i = 0; i < brackets->closed[at]; i++) {
        append(tail, "]");
    }
}

/* Appends a program, without the numbers and targets of its listing, which `lines` is. */
static void append_program(Tail *tail, const Rules *rules, const Program *program,
                           const char *lines)
{
    Brackets brackets;

    find_brackets(&brackets, rules, program);
    for (int i = 0; i < program->length; i++) {
        const char *from = lines + strcspn(lines, " ") + 1;
        const char *to = strstr(from, " > ");
        append_closing(tail, &brackets, i);
        if (brackets.joint[i] != NULL) {
            append(tail, "%s[", brackets.joint[i]);
        } else if (brackets.opened[i] > 0) {
            append(tail, ": [");
        } else if (i > 0) {
            append(tail, "; ");
        }
        append(tail, "%.*s", (int)(to - from), from);
        lines = strchr(to, '\n') + 1;
    }
    append_closing(tail, &brackets, program->length);
}

const char *card_program(char text[PROGRAM_TEXT_SIZE], const Rules *rules, int card)
{
    char lines[PROGRAM_TEXT_SIZE];
    Tail tail = {.text = text, .size = PROGRAM_TEXT_SIZE};
    const Program *trigger = &rules->program[FRAME_TRIGGER][card];

    text[0] = '\0';
    rules_print_program(lines, sizeof lines, rules, FRAME_EVENT, card);
    append_program(&tail, rules, &rules->program[FRAME_EVENT][card], lines);
    if (trigger->length > 0) {
        rules_print_program(lines, sizeof lines, rules, FRAME_TRIGGER, card);
        append(&tail, "; trigger: [");
        append_program(&tail, rules, trigger, lines);
        append(&tail, "]");
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

static void print_program(const Rules *rules, FrameKind kind, int card)
{
    char program[PROGRAM_TEXT_SIZE];

    rules_print_program(program, sizeof program, rules, kind, card);
    for (const char *line = program; *line != '\0';) {
        int length = (int)strcspn(line, "\n");
        printf("    %.*s\n", length, line);
        line += length + (line[length] == '\n');
    }
}

void card_print(const Rules *rules, int index)
{
    const Card *card = &rules->card[index];

    print_first_line(rules, card);
    print_program(rules, FRAME_EVENT, index);
    if (rules->program[FRAME_TRIGGER][index].length > 0) {
        printf("  trigger:\n");
        print_program(rules, FRAME_TRIGGER, index);
    }
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        const char *concept = rules_text(rules, card->concept[language]);
        if (concept[0] != '\0') {
            printf("  %s\n", concept);
        }
    }
}
