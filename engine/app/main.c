/* tpd: finds the command and sees to it that its output ends well. */

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/command.h"
#include "app/counts.h"
#include "core/vocab.h"

_Thread_local Counts counts;

typedef struct Command {
    const char *name, *summary;
    CommandRun *run;
} Command;

static const Command commands[] = {
#define COMMAND(name, run, summary) {name, summary, run},
#include "app/commands.def"
#undef COMMAND
};

static const char *const command_names[] = {
#define COMMAND(name, run, summary) name,
#include "app/commands.def"
#undef COMMAND
    NULL,
};

static void print_help(void)
{
    printf("usage: tpd COMMAND [options]\n"
           "\n"
           "Trillion-Parameter Diplomacy: a board game of AI strategy between two blocs.\n"
           "\n"
           "commands:\n");
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        printf("  %-10s %s\n", commands[i].name, commands[i].summary);
    }
    printf("\n"
           "options:\n"
           "  --help     print this; tpd COMMAND --help tells more, with examples\n"
           "  --version  print the version\n"
           "\n"
           "examples:\n"
           "  tpd play --text --scenario lesson-1\n"
           "  tpd match --scenario short --games 100\n"
           "  tpd trace --scenario full --seats 2 --seed 7 | tpd verify -\n"
           "\n"
           "exit status: 0 done, 1 failed or found a fault, 2 wrong usage\n");
}

static Outcome run_command(const char *name, Arguments arguments)
{
    enum { ECHO_SIZE = 64 };
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];
    int index = vocab_find(command_names, name);

    if (index < 0) {
        return complain_usage("", "unknown command '%s': expected one that tpd --help lists%s",
                              printable(echo, sizeof echo, name),
                              hint_nearest(hint, command_names, name));
    }
    return commands[index].run(arguments);
}

static Outcome unknown_option(const char *option)
{
    static const char *const options[] = {"--help", "--version", NULL};
    enum { ECHO_SIZE = 64 };
    char echo[ECHO_SIZE];
    char hint[HINT_SIZE];

    return complain_usage("", "unknown option '%s': expected a command, --help or --version%s",
                          printable(echo, sizeof echo, option),
                          hint_nearest(hint, options, option));
}

static Outcome run(int argc, char **argv)
{
    static const char *const help[] = {"--help", "-h", "help", NULL};

    if (argc < 2) {
        return complain_usage("", "expected a command: tpd --help lists them");
    }
    if (vocab_find(help, argv[1]) >= 0) {
        print_help();
        return OUTCOME_OK;
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("tpd %s\n", TPD_VERSION);
        return OUTCOME_OK;
    }
    if (argv[1][0] == '-') {
        return unknown_option(argv[1]);
    }
    return run_command(argv[1], (Arguments){.count = argc - 2, .item = argv + 2});
}

/* The reader of our output has seen enough, as in `tpd trace | head`: that is no failure. */
static void end_quietly(int signal_number)
{
    (void)signal_number;
    _exit(OUTCOME_OK);
}

/* What is still in the buffer may not find room on the disk: then the whole run has failed. */
static Outcome finish_output(Outcome outcome)
{
    char why[SYSTEM_TEXT_SIZE];

    errno = 0;
    int flushed = fflush(stdout);
    if (flushed == 0 && !ferror(stdout)) {
        return outcome;
    }
    return complain_failed("", "standard output: %s",
                           errno == 0 ? "not all of it could be written" : system_text(why, errno));
}

int main(int argc, char **argv)
{
    struct sigaction action = {.sa_handler = end_quietly};

    sigaction(SIGPIPE, &action, NULL);
    return finish_output(run(argc, argv));
}
