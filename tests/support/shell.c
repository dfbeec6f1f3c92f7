#include "support/shell.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ai/bot.h"
#include "support/shipped.h"
#include "test.h"
#include "ui/box.h"
#include "ui/measure.h"

enum { WIDTH = 1280, HEIGHT = 800 };

/* ---- a host ---- */

static Status fault(const Shell *shell, Error *err)
{
    return shell->broken ? error_set(err, STATUS_IO, "/there: no space left on it") : STATUS_OK;
}

static Status write_settings(void *user, const Settings *settings, Error *err)
{
    Shell *shell = user;

    (void)settings;
    shell->written++;
    return fault(shell, err);
}

static Status change_language(void *user, Voice *voice, Language language, Error *err)
{
    (void)user;
    (void)err;
    voice->language = language; /* whose catalogue is not needed */
    return STATUS_OK;
}

static int list_bots(void *user, BotLine line[BOT_LINES_MAX])
{
    (void)user;
    line[0] = (BotLine){"greedy", "greedy: as its file says"};
    line[1] = (BotLine){"random", "random: as its file says"};
    line[2] = (BotLine){"mine", "A bot that nobody translated"};
    return 3;
}

static uint64_t new_seed(void *user)
{
    (void)user;
    return 4711;
}

static MatchSeat seat_of(const char *word)
{
    bool person = strcmp(word, "human") == 0;
    MatchSeat seat = {.player = word[0] == '\0' ? PLAYER_NONE
                                : person        ? PLAYER_HUMAN
                                                : PLAYER_BOT,
                      .type = person || word[0] == '\0' ? NULL : &bot_random};

    snprintf(seat.spec, sizeof seat.spec, "%s", word);
    return seat;
}

static void end_match(void *user)
{
    Shell *shell = user;

    match_free(shell->match);
    shell->match = NULL;
}

static Status begin_match(void *user, const GameWish *wish, Match **match, Error *err)
{
    Shell *shell = user;
    MatchSetup setup = {.game = wish->game};

    for (Seat seat = 0; seat < SEATS_MAX; seat++) {
        setup.seat[seat] = seat_of(wish->player[seat]);
    }
    end_match(shell);
    shell->wish = *wish;
    shell->begun++;
    if (shell->broken) {
        return fault(shell, err);
    }
    assert_int_equal(match_new(&shell->match, shipped_rules(), &setup, err), STATUS_OK);
    *match = shell->match;
    return STATUS_OK;
}

static Status resume_match(void *user, const char *save, Match **match, Agreement *agreement,
                           Error *err)
{
    Shell *shell = user;
    const GameWish wish = {.game = {.seed = 3, .scenario = 4, .seat_count = 2},
                           .player = {[0] = "human", [2] = "random"}};

    *agreement = (Agreement){.timer = 2};
    snprintf(shell->asked, sizeof shell->asked, "%s", save);
    return begin_match(user, &wish, match, err);
}

static int list_saves(void *user, SaveLine line[SAVES_MAX])
{
    const Shell *shell = user;

    memcpy(line, shell->save, (size_t)shell->save_count * sizeof line[0]);
    return shell->save_count;
}

static Status rename_save(void *user, const char *save, const char *name, Error *err)
{
    Shell *shell = user;

    for (int i = 0; i < shell->save_count; i++) {
        if (strcmp(shell->save[i].name, save) == 0 && !shell->broken) {
            snprintf(shell->save[i].name, SAVE_NAME_SIZE, "%s", name);
        }
    }
    return fault(shell, err);
}

static Status delete_save(void *user, const char *save, Error *err)
{
    Shell *shell = user;

    snprintf(shell->asked, sizeof shell->asked, "%s", save);
    for (int i = 0; i < shell->save_count; i++) {
        if (strcmp(shell->save[i].name, save) == 0 && !shell->broken) {
            shell->save_count--;
            memmove(&shell->save[i], &shell->save[i + 1],
                    (size_t)(shell->save_count - i) * sizeof shell->save[0]);
        }
    }
    return fault(shell, err);
}

static void export_path(void *user, const char *save, char path[HOST_PATH_SIZE])
{
    (void)user;
    snprintf(path, HOST_PATH_SIZE, "saves/%s.journal", save);
}

static Status export_save(void *user, const char *save, const char *path, Error *err)
{
    Shell *shell = user;

    (void)save;
    snprintf(shell->asked, sizeof shell->asked, "%s", path);
    return fault(shell, err);
}

/* ---- the desk ---- */

Shell *shell_new(Screen screen)
{
    Shell *shell = calloc(1, sizeof *shell);

    assert_non_null(shell);
    shell->w = WIDTH;
    shell->h = HEIGHT;
    shell->voice = (Voice){.language = LANGUAGE_EN};
    desk_init(&shell->desk, shipped_rules(), &shell->voice, screen);
    shell->desk.host = (DeskHost){.user = shell,
                                  .change_language = change_language,
                                  .write_settings = write_settings,
                                  .list_bots = list_bots,
                                  .new_seed = new_seed,
                                  .begin_match = begin_match,
                                  .resume_match = resume_match,
                                  .end_match = end_match,
                                  .list_saves = list_saves,
                                  .rename_save = rename_save,
                                  .delete_save = delete_save,
                                  .export_path = export_path,
                                  .export_save = export_save};
    shell->ui.list = &shell->list;
    shell->ui.measure = measure_fixed;
    shell->ui.voice = &shell->voice;
    shell->input.mouse = (Spot){-1, -1};
    return shell;
}

void shell_free(Shell *shell)
{
    match_free(shell->match);
    free(shell);
}

void shell_frame(Shell *shell)
{
    draw_clear(&shell->list, shell->w, shell->h);
    ui_begin(&shell->ui, &shell->input);
    desk_frame(&shell->desk, &shell->ui);
    ui_end(&shell->ui);
    assert_int_equal(shell->list.dropped, 0);
    assert_int_equal(shell->list.overflows, 0);
    assert_false(shell->desk.failed);
    shell->input.pressed = false;
    shell->input.key = UI_KEY_NONE;
    shell->input.typed[0] = '\0';
    shell->input.wheel = 0;
}

void shell_key(Shell *shell, UiKey key)
{
    shell->input.key = key;
    shell_frame(shell);
    shell_frame(shell);
}

void shell_letter(Shell *shell, char letter)
{
    shell->input.letter = letter;
    shell_key(shell, UI_KEY_LETTER);
}

void shell_type(Shell *shell, const char *text)
{
    snprintf(shell->input.typed, sizeof shell->input.typed, "%s", text);
    shell_frame(shell);
}

static int find(const Shell *shell, uint32_t id)
{
    for (int i = 0; i < shell->ui.zone_count; i++) {
        if (shell->ui.zone[i].id == id) {
            return i;
        }
    }
    return -1;
}

bool shell_has(const Shell *shell, const char *kind, int index)
{
    return find(shell, ui_id(kind, index)) >= 0;
}

void shell_click(Shell *shell, const char *kind, int index)
{
    int at = find(shell, ui_id(kind, index));

    assert_true(at >= 0);
    shell->input.mouse = box_centre(shell->ui.zone[at].box);
    shell->input.pressed = true;
    shell_frame(shell);
    shell->input.mouse = (Spot){-1, -1};
    shell_frame(shell);
}

bool shell_shows(const Shell *shell, const char *text)
{
    int length = (int)strlen(text);

    for (int i = 0; i < shell->list.count; i++) {
        const DrawCommand *command = &shell->list.item[i];
        if (command->kind == DRAW_TEXT && command->length >= length &&
            memcmp(shell->list.text + command->text, text, (size_t)length) == 0) {
            return true;
        }
    }
    return false;
}

void shell_walk(Shell *shell)
{
    bool reached[ZONES_MAX] = {false};
    int count = shell->ui.zone_count;

    for (int n = 0; n < count; n++) {
        shell->input.key = UI_KEY_NEXT;
        shell_frame(shell);
        assert_int_equal(shell->ui.zone_count, count);
        int at = find(shell, shell->ui.focus);
        assert_true(at >= 0 && !reached[at]);
        reached[at] = true;
    }
}
