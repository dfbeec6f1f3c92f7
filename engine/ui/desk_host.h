/* What the desk cannot do by itself, because it takes files, bots or the desktop: the program that
 * shows it does, and any of it may be missing (NULL) where only pictures are made. */

#ifndef TPD_UI_DESK_HOST_H
#define TPD_UI_DESK_HOST_H

#include <stdbool.h>
#include <stdint.h>

#include "core/rules.h"
#include "core/state.h"
#include "core/status.h"
#include "core/vocab.h"
#include "match/journal.h"
#include "match/match.h"
#include "match/seat.h"
#include "text/handbook.h"
#include "text/voice.h"
#include "ui/settings.h"

enum {
    SEAT_NAME_SIZE = 48,
    SAVE_NAME_SIZE = 128,
    SAVE_DATE_SIZE = 32,
    SAVES_MAX = 100, /* that are listed, the newest first */
    BOT_LINES_MAX = 40,
    BOT_LINE_SIZE = 160,
    HOST_PATH_SIZE = 4096,
};

/* What the people of a game agree on beside its rules. */
typedef struct Agreement {
    bool open_hands;                      /* everybody sees every hand: no privacy screen */
    int timer;                            /* minutes for a choice; 0: none */
    char name[SEATS_MAX][SEAT_NAME_SIZE]; /* what a seat's player is called; "": nothing */
} Agreement;

/* A game to be begun. */
typedef struct GameWish {
    Setup game;
    const State *start;                     /* where it begins; NULL: with its set-up */
    char player[SEATS_MAX][SEAT_SPEC_SIZE]; /* the words of --seats; "" where there is no seat */
    Agreement agreement;
    bool is_lesson; /* nothing of it is kept: it has no journal */
} GameWish;

/* A saved game, as its file tells without being played. */
typedef struct SaveLine {
    char name[SAVE_NAME_SIZE]; /* of the file, without folder and ending */
    char date[SAVE_DATE_SIZE]; /* of the last choice, "2026-02-03 14:05" */
    int scenario;              /* -1: of other rules */
    int seat_count, round, decisions;
    bool over;
    bool broken; /* no journal of this program */
} SaveLine;

/* A bot that can be given a seat. */
typedef struct BotLine {
    char word[SEAT_SPEC_SIZE]; /* of --seats */
    char text[BOT_LINE_SIZE];  /* what it is, in English; "" */
} BotLine;

typedef struct DeskHost {
    void *user;
    Status (*change_language)(void *user, Voice *voice, Language language, Error *err);
    /* Hands the handbook out piece by piece. */
    Status (*print_handbook)(void *user, const Voice *voice, HandbookSink *sink, void *to,
                             Error *err);
    Status (*write_settings)(void *user, const Settings *settings, Error *err);
    int (*list_bots)(void *user, BotLine line[BOT_LINES_MAX]);
    /* Who plays by this word of --seats; the bot lives as long as the match. */
    Status (*find_player)(void *user, const char *word, MatchSeat *player, Error *err);
    uint64_t (*new_seed)(void *user);

    /* The match is the host's, and lives until the next one or end_match(). */
    Status (*begin_match)(void *user, const GameWish *wish, Match **match, Error *err);
    Status (*resume_match)(void *user, const char *save, Match **match, Agreement *agreement,
                           Error *err);
    void (*end_match)(void *user); /* its journal stays */

    /* A saved game that is only looked at; the caller's to clear. */
    Status (*read_game)(void *user, const char *save, Journal *journal, Agreement *agreement,
                        Error *err);
    /* The journal of a save, or with NULL that of the match; false: it has none. */
    bool (*journal_path)(void *user, const char *save, char path[HOST_PATH_SIZE]);
    /* For other programs to paste. */
    Status (*copy_text)(void *user, const char *text, Error *err);

    int (*list_saves)(void *user, SaveLine line[SAVES_MAX]);
    Status (*rename_save)(void *user, const char *save, const char *name, Error *err);
    Status (*delete_save)(void *user, const char *save, Error *err);
    /* Where it would be copied to, and doing it: to a file that is not there yet. */
    void (*export_path)(void *user, const char *save, char path[HOST_PATH_SIZE]);
    Status (*export_save)(void *user, const char *save, const char *path, Error *err);
} DeskHost;

#endif
