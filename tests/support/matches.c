#include "support/matches.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/shipped.h"

static _Noreturn void fail_with(const char *what, const char *why)
{
    (void)fprintf(stderr, "%s: %s\n", what, why);
    abort();
}

MatchSeat seat_human(void)
{
    return (MatchSeat){.player = PLAYER_HUMAN, .spec = "human"};
}

MatchSeat seat_bot(const BotType *type)
{
    MatchSeat seat = {.player = PLAYER_BOT, .type = type};

    (void)snprintf(seat.spec, sizeof seat.spec, "%s", type->name);
    return seat;
}

Setup matches_game(const char *scenario, int seats, uint64_t seed)
{
    return (Setup){.seed = seed,
                   .scenario = rules_find_scenario(shipped_rules(), scenario),
                   .seat_count = seats};
}

MatchSetup matches_setup(Setup game, MatchSeat seat)
{
    MatchSetup setup = {.game = game};

    for (Seat s = 0; s < SEATS_MAX; s += SEATS_MAX / game.seat_count) {
        setup.seat[s] = seat;
    }
    return setup;
}

Match *matches_begin(const MatchSetup *setup)
{
    Match *match = NULL;
    Error err = {.text = ""};

    if (match_new(&match, shipped_rules(), setup, &err) != STATUS_OK) {
        fail_with("a new match", err.text);
    }
    return match;
}

Match *matches_resume(const MatchSetup *setup)
{
    Match *match = NULL;
    Error err = {.text = ""};

    if (match_resume(&match, shipped_rules(), setup, &err) != STATUS_OK) {
        fail_with("a resumed match", err.text);
    }
    return match;
}

void matches_let_bots_play(Match *match)
{
    Error err = {.text = ""};

    while (!match_is_over(match) && match_player(match, match_current_seat(match)) == PLAYER_BOT) {
        if (match_step_bot(match, &err) != STATUS_OK) {
            fail_with("a bot's choice", err.text);
        }
    }
}

void matches_choose(Match *match, const char *text)
{
    Action action;
    Error err = {.text = ""};

    if (action_parse(&action, text, match_rules(match), &err) != STATUS_OK ||
        match_submit(match, action, BY_HAND, &err) != STATUS_OK) {
        fail_with(text, err.text);
    }
}

char *matches_read(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    long end = -1;

    if (file != NULL && fseek(file, 0, SEEK_END) == 0) {
        end = ftell(file);
        text = end < 0 ? NULL : malloc((size_t)end + 1);
    }
    if (text == NULL || fseek(file, 0, SEEK_SET) != 0 ||
        fread(text, 1, (size_t)end, file) != (size_t)end) {
        fail_with(path, "cannot be read");
    }
    (void)fclose(file);
    text[end] = '\0';
    *size = (size_t)end;
    return text;
}

void matches_write(const char *path, const char *bytes, size_t size)
{
    FILE *file = fopen(path, "wb");

    if (file == NULL || fwrite(bytes, 1, size, file) != size || fclose(file) != 0) {
        fail_with(path, "cannot be written");
    }
}

Place place_new(void)
{
    const char *top = getenv("TMPDIR"); /* NOLINT(concurrency-mt-unsafe): nobody sets it here */
    Place place;

    int length = snprintf(place.folder, sizeof place.folder, "%s/tpd-test-XXXXXX",
                          top == NULL ? "/tmp" : top);
    if (length + (int)sizeof "/game.journal" > PATH_SIZE || mkdtemp(place.folder) == NULL) {
        fail_with(place.folder, "cannot be made");
    }
    memcpy(place.path, place.folder, (size_t)length);
    memcpy(place.path + length, "/game.journal", sizeof "/game.journal");
    return place;
}

void place_free(const Place *place)
{
    (void)unlink(place->path);
    if (rmdir(place->folder) != 0) {
        fail_with(place->folder, "something is left there");
    }
}

char *place_record(const Place *place, Setup game, size_t *size)
{
    MatchSetup setup = matches_setup(game, seat_bot(&bot_random));

    setup.journal_path = place->path;
    Match *match = matches_begin(&setup);
    matches_let_bots_play(match);
    match_free(match);
    return matches_read(place->path, size);
}

void place_play_on(const Place *place)
{
    const MatchSetup setup = {.journal_path = place->path};
    Match *match = matches_resume(&setup);

    matches_let_bots_play(match);
    match_free(match);
}

void place_expect(const Place *place, const char *text, size_t size, size_t cut)
{
    size_t now_size;
    char *now = matches_read(place->path, &now_size);

    if (now_size != size || memcmp(now, text, size) != 0) {
        (void)fprintf(stderr, "the journal that was cut after %zu bytes is another one:\n%s", cut,
                      now);
        abort();
    }
    free(now);
}
