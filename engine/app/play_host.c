#include "app/play_host.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "ai/bot.h"
#include "ai/evaluation_bot.h" /* IWYU pragma: keep */
#include "ai/search_bot.h"
#include "app/bot_files.h"
#include "app/bot_shipped.h"
#include "app/data.h"
#include "app/handbook_file.h"
#include "app/journal_file.h"
#include "app/play_place.h"
#include "app/play_settings.h"
#include "app/saves.h"
#include "app/voice.h"
#include "core/rng.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/journal.h"
#include "match/seat.h"
#include "text/voice.h"
#include "ui/settings.h"
#include "ui/window.h"

long play_seconds(void)
{
    return (long)time(NULL);
}

/* ---- the handbook ---- */

Status play_host_print_handbook(const Rules *rules, const Voice *voice, HandbookSink *sink,
                                void *to, Error *err)
{
    HandbookFile file;
    Status status = handbook_file_open(&file, NULL, voice->language, err);

    if (status == STATUS_OK) {
        const Handbook book = {.voice = voice,
                               .rules = rules,
                               .name = file.path,
                               .template = file.text};
        status = handbook_print(&book, sink, to, err);
        handbook_file_close(&file);
    }
    return status;
}

static Status print_handbook(void *user, const Voice *voice, HandbookSink *sink, void *to,
                             Error *err)
{
    const PlayHost *host = user;

    return play_host_print_handbook(host->rules, voice, sink, to, err);
}

/* ---- games ---- */

static void end_match(void *user)
{
    PlayHost *host = user;

    match_free(host->match);
    host->match = NULL;
    host->path[0] = '\0';
    seating_close(&host->seats);
    host->seats = (Seating){.people = true};
}

static Status seat_players(PlayHost *host, const GameWish *wish, MatchSetup *setup, Error *err)
{
    Status status = STATUS_OK;

    for (Seat seat = 0; seat < SEATS_MAX && status == STATUS_OK; seat++) {
        if (wish->player[seat][0] != '\0') {
            status = seating_put(&host->seats, seat, wish->player[seat], err);
        }
    }
    memcpy(setup->seat, host->seats.seat, sizeof setup->seat);
    return status;
}

static Status begin_match(void *user, const GameWish *wish, Match **match, Error *err)
{
    PlayHost *host = user;
    char path[DATA_PATH_SIZE];
    MatchSetup setup = {.game = wish->game,
                        .start = wish->start,
                        .journal_path = path,
                        .sync = true,
                        .seconds = play_seconds};

    end_match(host);
    Status status = seat_players(host, wish, &setup, err);
    if (status == STATUS_OK && !wish->is_lesson) {
        setup.journal_path = path;
        status = place_new(path, host->rules->scenario[wish->game.scenario].id, err);
    }
    if (status == STATUS_OK) {
        status = match_new(&host->match, host->rules, &setup, err);
    }
    if (status == STATUS_OK && !wish->is_lesson) {
        status = saves_write_agreement(path, &wish->agreement, err);
    }
    snprintf(host->path, sizeof host->path, "%s", path);
    if (status != STATUS_OK) {
        end_match(host);
    }
    *match = host->match;
    return status;
}

static Status resume_match(void *user, const char *save, Match **match, Agreement *agreement,
                           Error *err)
{
    PlayHost *host = user;
    char path[DATA_PATH_SIZE];
    MatchSetup setup = {.journal_path = path, .sync = true, .seconds = play_seconds};

    end_match(host);
    Status status = saves_path(path, save, err);
    if (status == STATUS_OK) {
        status = match_resume(&host->match, host->rules, &setup, err);
    }
    if (status == STATUS_OK) {
        status = seating_again(&host->seats, host->match, path, err);
        saves_read_agreement(path, agreement);
    }
    snprintf(host->path, sizeof host->path, "%s", path);
    if (status != STATUS_OK) {
        end_match(host);
    }
    *match = host->match;
    return status;
}

static Status read_game(void *user, const char *save, Journal *journal, Agreement *agreement,
                        Error *err)
{
    const PlayHost *host = user;
    char path[DATA_PATH_SIZE];
    Status status = saves_path(path, save, err);

    if (status == STATUS_OK) {
        status = journal_file_look(journal, path, host->rules, err);
    }
    if (status == STATUS_OK) {
        saves_read_agreement(path, agreement);
    }
    return status;
}

static bool journal_path(void *user, const char *save, char path[HOST_PATH_SIZE])
{
    const PlayHost *host = user;
    char found[DATA_PATH_SIZE];

    if (save == NULL) {
        snprintf(found, sizeof found, "%s", host->path);
    } else if (saves_path(found, save, NULL) != STATUS_OK) {
        return false;
    }
    return found[0] != '\0' && snprintf(path, HOST_PATH_SIZE, "%s", found) < HOST_PATH_SIZE;
}

static Status copy_text(void *user, const char *text, Error *err)
{
    (void)user;
    return window_copy(text, err);
}

static Status find_player(void *user, const char *word, MatchSeat *player, Error *err)
{
    PlayHost *host = user;

    *player = (MatchSeat){.player = PLAYER_BOT};
    snprintf(player->spec, sizeof player->spec, "%s", word);
    return bot_files_find(&host->seats.files, word, &player->type, err);
}

static uint64_t new_seed(void *user)
{
    enum { DIGITS = 1000000, MIX = 16 };
    struct timespec now;

    (void)user;
    clock_gettime(CLOCK_REALTIME, &now);
    /* Short enough to be told across a room. */
    return rng_key((uint64_t)now.tv_nsec << MIX ^ (uint64_t)now.tv_sec ^ (uint64_t)getpid()) %
           DIGITS;
}

/* ---- lists and files ---- */

static const BotType *const own_bots[] = {
#define BOT(name, type) &(type),
#include "ai/bots.def"
#undef BOT
};

enum { OWN_COUNT = sizeof own_bots / sizeof own_bots[0] };

/* The levels first, then the strategies: they are what people want to play against. */
int play_host_list_bots(void *user, BotLine line[BOT_LINES_MAX])
{
    ShippedBots bots;
    int count = 0;

    (void)user;
    shipped_bots_init(&bots);
    for (int i = 0; i < LEVEL_COUNT && count < BOT_LINES_MAX; i++) {
        snprintf(line[count].word, sizeof line[count].word, "level:%d", i + 1);
        snprintf(line[count].text, sizeof line[count].text, "%s", level_info[i].meaning);
        count++;
    }
    for (int i = 0; i < bots.count && count < BOT_LINES_MAX; i++) {
        snprintf(line[count].word, sizeof line[count].word, "%s", bots.name[i]);
        shipped_bot_describe(line[count].text, &bots, i);
        count++;
    }
    for (int i = 0; i < OWN_COUNT && count < BOT_LINES_MAX; i++) {
        snprintf(line[count].word, sizeof line[count].word, "%s", own_bots[i]->name);
        snprintf(line[count].text, sizeof line[count].text, "%s", own_bots[i]->summary);
        count++;
    }
    shipped_bots_clear(&bots);
    return count;
}

static Status change_language(void *user, Voice *voice, Language language, Error *err)
{
    (void)user;
    return voice_change(voice, language, err);
}

static Status write_settings(void *user, const Settings *settings, Error *err)
{
    (void)user;
    return settings_save(settings, err);
}

static int list_saves(void *user, SaveLine line[SAVES_MAX])
{
    const PlayHost *host = user;

    return saves_list(line, host->rules);
}

static Status rename_save(void *user, const char *save, const char *name, Error *err)
{
    (void)user;
    return saves_rename(save, name, err);
}

static Status delete_save(void *user, const char *save, Error *err)
{
    (void)user;
    return saves_delete(save, err);
}

static void export_path(void *user, const char *save, char path[HOST_PATH_SIZE])
{
    (void)user;
    saves_export_path(save, path);
}

static Status export_save(void *user, const char *save, const char *path, Error *err)
{
    (void)user;
    return saves_export(save, path, err);
}

/* ---- the host ---- */

void play_host_init(PlayHost *host, const Rules *rules)
{
    *host = (PlayHost){.rules = rules, .seats = {.people = true}};
}

void play_host_close(PlayHost *host)
{
    end_match(host);
}

DeskHost play_host_services(PlayHost *host)
{
    return (DeskHost){.user = host,
                      .change_language = change_language,
                      .print_handbook = print_handbook,
                      .write_settings = write_settings,
                      .list_bots = play_host_list_bots,
                      .find_player = find_player,
                      .new_seed = new_seed,
                      .begin_match = begin_match,
                      .resume_match = resume_match,
                      .end_match = end_match,
                      .read_game = read_game,
                      .journal_path = journal_path,
                      .copy_text = copy_text,
                      .list_saves = list_saves,
                      .rename_save = rename_save,
                      .delete_save = delete_save,
                      .export_path = export_path,
                      .export_save = export_save};
}
