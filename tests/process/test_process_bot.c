/* Programs that answer, and programs that do not: each ends as scripts/bots/PROTOCOL.md says, and
 * none is left behind. */

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "core/state.h"
#include "core/view.h"
#include "process/child.h"
#include "process/process_bot.h"
#include "support/shipped.h"
#include "test.h"

/* A shell's loop over the questions: it says hello, and runs BODY for each `choose N`. */
#define LOOP(body)                                                                            \
    "echo 'hello 1 test'; while read -r word n; do [ \"$word\" = choose ] || continue; " body \
    "; done"

/* Long enough for a shell on a busy machine, short enough for a test. */
static const ProcessLimits patient = {.hello = 10000, .choice = 10000, .bye = 10000};
static const ProcessLimits hasty = {.hello = 300, .choice = 300, .bye = 100};

typedef struct Asked {
    BotType *type;
    Bot *bot;
    State state;
    Error err;
    int choice;
} Asked;

/* Status of opening it. */
static Status start(Asked *asked, const char *command, const ProcessLimits *limits)
{
    const BotConfig config = {.key = 1, .seat = 0};
    Setup setup = variant_setup(0, 1);

    *asked = (Asked){.err = {.text = ""}};
    state_init(&asked->state, shipped_rules(), &setup);
    assert_int_equal(process_bot_new(&asked->type, command, limits, NULL), STATUS_OK);
    assert_true(process_bot_is(asked->type));
    return asked->type->open(&asked->bot, asked->type, shipped_rules(), &config, &asked->err);
}

static void open_bot(Asked *asked, const char *command, const ProcessLimits *limits)
{
    if (start(asked, command, limits) != STATUS_OK) {
        fail_msg("%s", asked->err.text);
    }
}

static Status ask(Asked *asked, int decision)
{
    ActionList legal;
    View view;

    view_of(&view, &asked->state, shipped_rules(),
            state_current_seat(&asked->state, shipped_rules()));
    state_legal_actions(&asked->state, shipped_rules(), &legal);
    asked->choice = -1;
    asked->bot->decision = decision;
    return asked->type->decide(asked->bot, &view, &legal, &asked->choice, &asked->err);
}

static void expect_choice(Asked *asked, int decision, int choice)
{
    if (ask(asked, decision) != STATUS_OK) {
        fail_msg("%s", asked->err.text);
    }
    assert_int_equal(asked->choice, choice);
}

static void expect_fault(Asked *asked, int decision, const char *what)
{
    assert_int_equal(ask(asked, decision), STATUS_PARSE);
    if (strstr(asked->err.text, what) == NULL) {
        fail_msg("expected a fault '%s', found '%s'", what, asked->err.text);
    }
}

/* Closes it: no child is left, running or waiting to be waited for. */
static void finish(Asked *asked)
{
    asked->type->close(asked->bot);
    process_bot_free(asked->type);
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

static void expect_no_start(const char *command, const char *what)
{
    Asked asked;

    assert_int_equal(start(&asked, command, &hasty), STATUS_PARSE);
    assert_null(asked.bot);
    if (strstr(asked.err.text, what) == NULL) {
        fail_msg("expected a fault '%s', found '%s'", what, asked.err.text);
    }
    finish(&asked);
}

/* Asked in slices by somebody who never waits. */
static Status ask_on(Asked *asked, int decision)
{
    ActionList legal;
    View view;

    view_of(&view, &asked->state, shipped_rules(),
            state_current_seat(&asked->state, shipped_rules()));
    state_legal_actions(&asked->state, shipped_rules(), &legal);
    asked->choice = -1;
    asked->bot->decision = decision;
    return asked->type->think(asked->bot, &view, &legal, &asked->choice, &asked->err);
}

static void open_sliced(Asked *asked, const char *command, const ProcessLimits *limits)
{
    const BotConfig config = {.key = 1, .seat = 0, .sliced = true};
    Setup setup = variant_setup(0, 1);

    *asked = (Asked){.err = {.text = ""}};
    state_init(&asked->state, shipped_rules(), &setup);
    assert_int_equal(process_bot_new(&asked->type, command, limits, NULL), STATUS_OK);
    assert_int_equal(
        asked->type->open(&asked->bot, asked->type, shipped_rules(), &config, &asked->err),
        STATUS_OK);
}

/* Until it has chosen or failed, for ten seconds at most. */
static Status await_choice(Asked *asked, int decision)
{
    const struct timespec nap = {0, 5000000};
    Status status = ask_on(asked, decision);

    for (int n = 0; n < 2000 && status == STATUS_OK && asked->choice == BOT_WAITS; n++) {
        nanosleep(&nap, NULL);
        status = ask_on(asked, decision);
    }
    return status;
}

static void make_file(const char *name)
{
    FILE *file = fopen(name, "w");

    assert_non_null(file);
    fclose(file);
}

/* It says hello when a file is there, and chooses when another is: who waited would wait in vain. */
TEST(a_program_that_takes_long_is_never_waited_for)
{
    Asked asked;

    unlink("/tmp/tpd-may-say-hello");
    unlink("/tmp/tpd-may-choose");
    open_sliced(&asked,
                "while [ ! -e /tmp/tpd-may-say-hello ]; do sleep 0.01; done; " LOOP(
                    "while [ ! -e /tmp/tpd-may-choose ]; do sleep 0.01; done; echo choose $n 0"),
                &patient);
    for (int n = 0; n < 200; n++) {
        assert_int_equal(ask_on(&asked, 0), STATUS_OK);
        assert_int_equal(asked.choice, BOT_WAITS);
        if (n == 100) {
            make_file("/tmp/tpd-may-say-hello");
        }
    }
    make_file("/tmp/tpd-may-choose");
    assert_int_equal(await_choice(&asked, 0), STATUS_OK);
    assert_int_equal(asked.choice, 0);
    finish(&asked);
    unlink("/tmp/tpd-may-say-hello");
    unlink("/tmp/tpd-may-choose");
}

TEST(in_slices_silence_is_a_fault_in_the_end)
{
    Asked asked;

    open_sliced(&asked, LOOP("sleep 60"), &hasty);
    assert_int_equal(await_choice(&asked, 0), STATUS_PARSE);
    assert_non_null(strstr(asked.err.text, "no answer within 0.3 s"));
    finish(&asked);
}

TEST(a_program_chooses_and_explains)
{
    Asked asked;

    open_bot(&asked, LOOP("echo explain because $n; echo choose $n 1"), &patient);
    assert_string_equal(process_bot_name(asked.bot), "test");
    expect_choice(&asked, 0, 1);
    assert_string_equal(process_bot_reason(asked.bot), "because 0");
    expect_choice(&asked, 3, 1);
    assert_string_equal(process_bot_reason(asked.bot), "because 3");

    Reasons reasons = {.count = 7};
    asked.bot->reasons = &reasons;
    expect_choice(&asked, 4, 1);
    assert_int_equal(reasons.count, 1);
    assert_string_equal(reasons.item[0].text, "because 4");
    asked.bot->reasons = NULL;
    finish(&asked);
}

TEST(a_wrong_answer_is_one_fault_and_no_more)
{
    Asked asked;

    open_bot(&asked,
             LOOP("case $n in 1) echo what;; 2) echo choose 2 stop;; *) echo choose $n 0;; esac"),
             &patient);
    expect_choice(&asked, 0, 0);
    expect_fault(&asked, 1, "expected choose 1 ACTION, found 'what'");
    expect_fault(&asked, 2, "'stop' is not one of its legal actions now");
    expect_choice(&asked, 3, 0);
    finish(&asked);
}

TEST(a_program_that_ends_is_asked_no_more)
{
    Asked asked;

    open_bot(&asked, LOOP("[ $n = 1 ] && exit 3; echo choose $n 0"), &patient);
    expect_choice(&asked, 0, 0);
    expect_fault(&asked, 1, "the program ended with exit status 3, and is asked no more");
    long long before = child_now();
    for (int decision = 2; decision < 100; decision++) {
        expect_fault(&asked, decision, "ended with exit status 3");
    }
    assert_true(child_now() - before < patient.choice / 2);
    finish(&asked);
}

TEST(a_killed_program_is_asked_no_more)
{
    Asked asked;

    open_bot(&asked, LOOP("[ $n = 1 ] && kill -9 $$; echo choose $n 0"), &patient);
    expect_choice(&asked, 0, 0);
    expect_fault(&asked, 1, "the program was ended by signal 9, and is asked no more");
    expect_fault(&asked, 2, "ended by signal 9");
    finish(&asked);
}

/* It writes to nobody: the signal of that would end this program, if it came through. */
TEST(a_program_that_closes_its_pipes_is_ended)
{
    Asked asked;

    signal(SIGPIPE, SIG_DFL);
    open_bot(&asked, "echo hello 1 deaf; exec <&-; sleep 0.2; exec >&-; sleep 1000", &patient);
    nanosleep(&(struct timespec){.tv_nsec = 100000000}, NULL);
    expect_fault(&asked, 0, "the program wrote no more, and is asked no more");
    expect_fault(&asked, 1, "wrote no more");
    finish(&asked);
}

TEST(three_silences_end_a_program)
{
    Asked asked;

    open_bot(&asked, "echo hello 1 silent; sleep 1000", &hasty);
    expect_fault(&asked, 0, "no answer within 0.3 s");
    expect_fault(&asked, 1, "no answer within 0.3 s");
    assert_null(strstr(asked.err.text, "no more"));
    expect_fault(&asked, 2, "no answer within 0.3 s: it is ended, and asked no more");
    long long before = child_now();
    expect_fault(&asked, 3, "asked no more");
    assert_true(child_now() - before < hasty.choice);
    finish(&asked);
}

/* It waits for the file, so that the answer is late and nothing hangs on how fast the machine is. */
TEST(a_late_answer_is_skipped)
{
    char path[] = "/tmp/tpd-late-XXXXXX";
    char command[512];
    Asked asked;

    assert_non_null(mkdtemp(path));
    snprintf(command, sizeof command,
             LOOP("while [ $n = 0 ] && [ ! -e %s/go ]; do sleep 0.01; done; echo choose $n 1"),
             path);
    open_bot(&asked, command, &(ProcessLimits){.hello = 10000, .choice = 600, .bye = 10000});
    expect_fault(&asked, 0, "no answer within 0.6 s");
    snprintf(command, sizeof command, "touch %s/go", path);
    assert_int_equal(system(command), 0); /* NOLINT(cert-env33-c, concurrency-mt-unsafe) */
    expect_choice(&asked, 1, 1);
    finish(&asked);
    snprintf(command, sizeof command, "rm -r %s", path);
    assert_int_equal(system(command), 0); /* NOLINT(cert-env33-c, concurrency-mt-unsafe) */
}

TEST(a_flood_ends_a_program)
{
    static const char what[] = "writes more than 65536 bytes for one choice or 4096 in a line";
    Asked asked;

    open_bot(&asked, "echo hello 1 flood; exec yes explain again", &patient);
    expect_fault(&asked, 0, what);
    expect_fault(&asked, 1, what);
    finish(&asked);
    open_bot(&asked, "echo hello 1 line; exec tr '\\0' x </dev/zero", &patient);
    expect_fault(&asked, 0, what);
    finish(&asked);
    open_bot(&asked, LOOP("yes choose 0 0 | head -n 100; echo choose $n 0"), &patient);
    expect_choice(&asked, 0, 0);
    expect_choice(&asked, 1, 0); /* behind 99 late lines */
    finish(&asked);
}

TEST(who_does_not_say_hello_does_not_play)
{
    expect_no_start("exit 0", "the program ended with exit status 0");
    expect_no_start("exec /no/such/program 2>/dev/null",
                    "exit status 127: there is no such program");
    expect_no_start("sleep 1000", "no answer within 0.3 s");
    expect_no_start("echo hi; sleep 1000", "expected hello 1 NAME");
    expect_no_start("echo hello 2 next; sleep 1000", "speaks version 2 of the protocol, expected");
    expect_no_start("exec yes ''", "expected hello 1 NAME");
}

/* Also what it has started itself is gone with it. */
TEST(what_a_program_has_started_ends_with_it)
{
    char path[] = "/tmp/tpd-group-XXXXXX";
    char command[256];
    int pid = 0;
    Asked asked;

    assert_true(close(mkstemp(path)) == 0);
    snprintf(command, sizeof command, "sleep 1000 & echo $! >%s; echo hello 1 parent; wait", path);
    open_bot(&asked, command, &hasty);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_int_equal(fscanf(file, "%d", &pid), 1); /* NOLINT(cert-err34-c) */
    fclose(file);
    unlink(path);
    assert_int_equal(kill(pid, 0), 0);
    finish(&asked);
    for (int i = 0; i < 500 && kill(pid, 0) == 0; i++) { /* until init has waited for it */
        nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
    }
    assert_int_equal(kill(pid, 0), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_program_that_takes_long_is_never_waited_for),
        cmocka_unit_test(in_slices_silence_is_a_fault_in_the_end),
        cmocka_unit_test(a_program_chooses_and_explains),
        cmocka_unit_test(a_wrong_answer_is_one_fault_and_no_more),
        cmocka_unit_test(a_program_that_ends_is_asked_no_more),
        cmocka_unit_test(a_killed_program_is_asked_no_more),
        cmocka_unit_test(a_program_that_closes_its_pipes_is_ended),
        cmocka_unit_test(three_silences_end_a_program),
        cmocka_unit_test(a_late_answer_is_skipped),
        cmocka_unit_test(a_flood_ends_a_program),
        cmocka_unit_test(who_does_not_say_hello_does_not_play),
        cmocka_unit_test(what_a_program_has_started_ends_with_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
