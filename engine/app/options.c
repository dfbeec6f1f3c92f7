#include "app/options.h"

#include <stdio.h>
#include <string.h>

#include "core/vocab.h"

enum { OPTIONS_MAX = 20, ECHO_SIZE = 128, WORDS_SIZE = 256 };

const uint64_t range_seed[2] = {0, UINT64_MAX};

Option option_flag(const char *name, bool *flag, const char *help)
{
    return (Option){.name = name, .help = help, .kind = OPTION_FLAG, .flag = flag};
}

Option option_text(const char *name, const char *value, const char **text, const char *help)
{
    return (Option){.name = name, .value = value, .help = help, .kind = OPTION_TEXT, .text = text};
}

Option option_number(const char *name, uint64_t *number, const uint64_t range[2], const char *help)
{
    return (Option){.name = name,
                    .value = "N",
                    .help = help,
                    .kind = OPTION_NUMBER,
                    .number = number,
                    .least = range[0],
                    .most = range[1]};
}

Option option_word(const char *name, const char *const words[], int *word, const char *help)
{
    return (Option){.name = name,
                    .value = "WORD",
                    .help = help,
                    .kind = OPTION_WORD,
                    .words = words,
                    .word = word};
}

Option option_given(Option option, bool *given)
{
    option.given = given;
    return option;
}

bool number_parse(uint64_t *number, const char *text, const uint64_t range[2])
{
    uint64_t n = 0;

    if (text[0] == '\0') {
        return false;
    }
    for (; *text != '\0'; text++) {
        if (*text < '0' || *text > '9') {
            return false;
        }
        uint64_t digit = (uint64_t)(*text - '0');
        if (n > (UINT64_MAX - digit) / 10) {
            return false;
        }
        n = n * 10 + digit;
    }
    *number = n;
    return n >= range[0] && n <= range[1];
}

static void print_value(const Option *option)
{
    if (option->kind != OPTION_WORD) {
        fputs(option->value, stdout);
        return;
    }
    for (int i = 0; option->words[i] != NULL; i++) {
        printf("%s%s", i == 0 ? "" : "|", option->words[i]);
    }
}

/* Before the name: one of a single letter has one dash, as in -o FILE. */
static const char *dashes(const Option *option)
{
    return option->name[1] == '\0' ? "-" : "--";
}

static void print_help(const OptionTable *table)
{
    const Manual *manual = table->manual;

    printf("usage: tpd %s [options]%s%s\n\n%s\noptions:\n", manual->name,
           manual->arguments[0] == '\0' ? "" : " ", manual->arguments, manual->text);
    for (int i = 0; i < table->count; i++) {
        const Option *option = &table->option[i];
        printf("  %s%s", dashes(option), option->name);
        if (option->kind != OPTION_FLAG) {
            putchar(' ');
            print_value(option);
        }
        printf("\n      %s\n", option->help);
    }
    printf("  --help\n      print this\n\nexamples:\n%s", manual->examples);
}

static Outcome unknown_option(const OptionTable *table, const char *name)
{
    const char *names[OPTIONS_MAX + 2];
    char hint[HINT_SIZE];
    char echo[ECHO_SIZE];

    for (int i = 0; i < table->count; i++) {
        names[i] = table->option[i].name;
    }
    names[table->count] = "help";
    names[table->count + 1] = NULL;

    const char *nearest = vocab_nearest(names, name);
    hint[0] = '\0';
    if (nearest != NULL) {
        snprintf(hint, sizeof hint, ", did you mean '--%s'?", nearest);
    }
    return complain_usage(table->manual->name, "unknown option '--%s'%s",
                          printable(echo, sizeof echo, name), hint);
}

static Outcome wrong_number(const OptionTable *table, const Option *option, const char *value)
{
    char echo[ECHO_SIZE];

    return complain_usage(table->manual->name,
                          "--%s: expected a whole number from %llu to %llu, found '%s'",
                          option->name, (unsigned long long)option->least,
                          (unsigned long long)option->most, printable(echo, sizeof echo, value));
}

static Outcome wrong_word(const OptionTable *table, const Option *option, const char *value)
{
    char words[WORDS_SIZE];
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];

    return complain_usage(table->manual->name, "--%s: expected %s, found '%s'%s", option->name,
                          words_join(words, sizeof words, option->words),
                          printable(echo, sizeof echo, value),
                          hint_nearest(hint, option->words, value));
}

static Outcome store(const OptionTable *table, const Option *option, const char *value)
{
    const uint64_t range[2] = {option->least, option->most};

    if (option->given != NULL) {
        *option->given = true;
    }
    switch (option->kind) {
    case OPTION_FLAG:
        *option->flag = true;
        return OUTCOME_RUN;
    case OPTION_TEXT:
        *option->text = value;
        return OUTCOME_RUN;
    case OPTION_NUMBER:
        return number_parse(option->number, value, range) ? OUTCOME_RUN
                                                          : wrong_number(table, option, value);
    case OPTION_WORD:
        *option->word = vocab_find(option->words, value);
        return *option->word >= 0 ? OUTCOME_RUN : wrong_word(table, option, value);
    }
    return OUTCOME_USAGE;
}

/* The option called `name`, which is `length` bytes of "name" or "name=value". */
static const Option *find_option(const OptionTable *table, const char *name, size_t length)
{
    for (int i = 0; i < table->count; i++) {
        const char *candidate = table->option[i].name;
        if (strlen(candidate) == length && strncmp(candidate, name, length) == 0) {
            return &table->option[i];
        }
    }
    return NULL;
}

/* Reads the option at `*at` and, where it has one of its own argument, its value. */
static Outcome read_option(const OptionTable *table, const Arguments *arguments, int *at)
{
    const char *name = arguments->item[*at] + (arguments->item[*at][1] == '-' ? 2 : 1);
    const char *equals = strchr(name, '=');
    size_t length = equals == NULL ? strlen(name) : (size_t)(equals - name);
    const Option *option = find_option(table, name, length);

    if (option == NULL) {
        char bare[ECHO_SIZE];
        snprintf(bare, sizeof bare, "%.*s", length < sizeof bare ? (int)length : ECHO_SIZE, name);
        return unknown_option(table, bare);
    }
    if (option->kind == OPTION_FLAG && equals != NULL) {
        return complain_usage(table->manual->name, "--%s takes no value", option->name);
    }
    if (option->kind == OPTION_FLAG || equals != NULL) {
        return store(table, option, equals == NULL ? "" : equals + 1);
    }
    if (*at + 1 == arguments->count) {
        return complain_usage(table->manual->name, "%s%s: expected a value after it",
                              dashes(option), option->name);
    }
    ++*at;
    return store(table, option, arguments->item[*at]);
}

/* "-" alone is an argument: standard input. */
static bool is_option(const char *argument)
{
    return argument[0] == '-' && argument[1] != '\0';
}

static Outcome read_argument(const OptionTable *table, const Arguments *arguments, int *at)
{
    const char *argument = arguments->item[*at];
    char echo[ECHO_SIZE];

    if (strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0) {
        print_help(table);
        return OUTCOME_OK;
    }
    if (argument[1] != '-' && find_option(table, argument + 1, 1) == NULL) {
        return complain_usage(table->manual->name,
                              "unknown option '%s': options begin with two dashes, see --help",
                              printable(echo, sizeof echo, argument));
    }
    return read_option(table, arguments, at);
}

static Outcome refuse_positional(const OptionTable *table, const char *argument)
{
    char echo[ECHO_SIZE];

    return complain_usage(table->manual->name, "unexpected argument '%s': expected only options",
                          printable(echo, sizeof echo, argument));
}

Outcome options_read(const OptionTable *table, Arguments *arguments)
{
    bool options_over = false;
    int kept = 0;

    for (int at = 0; at < arguments->count; at++) {
        char *argument = arguments->item[at];
        if (!options_over && strcmp(argument, "--") == 0) {
            options_over = true;
            continue;
        }
        if (options_over || !is_option(argument)) {
            arguments->item[kept++] = argument;
            continue;
        }
        Outcome outcome = read_argument(table, arguments, &at);
        if (outcome != OUTCOME_RUN) {
            return outcome;
        }
    }
    arguments->count = kept;
    if (kept > 0 && table->manual->arguments[0] == '\0') {
        return refuse_positional(table, arguments->item[0]);
    }
    return OUTCOME_RUN;
}
