#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "capi/tpd.h"
#include "capi/vector.h"
#include "core/vocab.h"

static int name_one(char *name, const char *run, int n)
{
    (void)n;
    return snprintf(name, TPD_NAME_SIZE, "%s", run);
}

static int name_number(char *name, const char *run, int n)
{
    return snprintf(name, TPD_NAME_SIZE, "%s.%d", run, n);
}

static int name_seat(char *name, const char *run, int n)
{
    return snprintf(name, TPD_NAME_SIZE, "%s.%s", run, vocab_stack[n]);
}

static int name_bloc(char *name, const char *run, int n)
{
    return snprintf(name, TPD_NAME_SIZE, "%s.%s", run, vocab_bloc[n]);
}

static int name_trigger(char *name, const char *run, int n)
{
    return snprintf(name, TPD_NAME_SIZE, "%s.%s.%s", run, vocab_trigger[n / BLOC_COUNT],
                    vocab_bloc[n % BLOC_COUNT]);
}

static int name_modifier(char *name, const char *run, int n)
{
    return snprintf(name, TPD_NAME_SIZE, "%s.%s.%s.%s", run, vocab_modifier[n / (2 * BLOC_COUNT)],
                    vocab_bloc[n / 2 % BLOC_COUNT], vocab_duration[n % 2]);
}

static int name_chosen(char *name, const char *run, int n)
{
    return snprintf(name, TPD_NAME_SIZE, "%s.%d.%d", run, n / NATIONS_MAX, n % NATIONS_MAX);
}

static const char *subject(Scope scope, int n)
{
    switch (scope) {
    case SCOPE_STACK:
    case SCOPE_SEAT:
        return vocab_stack[n];
    case SCOPE_BLOC:
        return vocab_bloc[n];
    case SCOPE_TILE:
        return vocab_tile[n];
    case SCOPE_WORLD:
        break;
    }
    return "";
}

static int name_track(char *name, const char *run, int n)
{
    for (int track = 0; track < TRACK_COUNT; track++) {
        const TrackInfo *info = &vocab_track[track];
        if (n < info->slot + info->size) {
            const char *who = subject(info->scope, n - info->slot);
            return snprintf(name, TPD_NAME_SIZE, "%s.%s%s%s", run, info->text,
                            who[0] == '\0' ? "" : ".", who);
        }
    }
    return snprintf(name, TPD_NAME_SIZE, "%s.reserved.%d", run, n);
}

/* By the index of view_slots.def. */
static const struct {
    const char *index;
    int (*print)(char *name, const char *run, int n);
} printers[] = {
    {"ONE", name_one},         {"SEAT", name_seat},   {"BLOC", name_bloc},
    {"TRIGGER", name_trigger}, {"TRACK", name_track}, {"MODIFIER", name_modifier},
    {"NATION", name_number},   {"CARD", name_number}, {"FRAME", name_number},
    {"CHOSEN", name_chosen},
};

static int name_in_run(char *name, const VectorRun *run, int n)
{
    int printer = 0;

    while (strcmp(printers[printer].index, run->index) != 0) {
        printer++;
        assert(printer < (int)(sizeof printers / sizeof printers[0]));
    }
    return printers[printer].print(name, run->name, n);
}

int vector_name(char name[TPD_NAME_SIZE], int slot)
{
    int i = 0;
    VectorRun run = vector_run(0);

    while (slot >= run.first + run.count) {
        run = vector_run(++i);
    }
    return name_in_run(name, &run, slot - run.first);
}
