#include "support/random_cards.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rng.h"
#include "script/script.h"
#include "support/rule_folder.h"
#include "support/shipped.h"
#include "test.h"

enum { TEXT_SIZE = 512 * 1024, LIST_MOST = 3, DEPTH_MOST = 3 };

typedef struct Author {
    char *text;
    size_t length;
    uint64_t key;
    unsigned drawn;
    bool in_trigger, has_trigger;
} Author;

static int draw(Author *author, int count)
{
    return (int)(rng_mix(author->key ^ rng_mix(author->drawn++)) % (unsigned)count);
}

static void print(Author *author, const char *format, ...) TPD_PRINTF(2, 3);

static void print(Author *author, const char *format, ...)
{
    va_list arguments;
    size_t room = TEXT_SIZE - author->length;

    va_start(arguments, format);
    int length = vsnprintf(author->text + author->length, room, format, arguments);
    va_end(arguments);
    assert_true(length >= 0 && (size_t)length < room);
    author->length += (size_t)length;
}

static const char *word(Author *author, const char *const words[], int count)
{
    return words[draw(author, count)];
}

static const char *who(Author *author)
{
    static const char *const words[] = {"US", "CN", "you", "rival"};

    return word(author, words, 4);
}

static int change(Author *author, int most)
{
    int n = 1 + draw(author, most);

    return draw(author, 2) == 0 ? n : -n;
}

static const char *tile(Author *author)
{
    return vocab_tile[draw(author, TILE_COUNT)];
}

/* ---- filters ---- */

/* Some of the words, in braces. */
static void print_set(Author *author, const char *name, const char *const words[], int count)
{
    int set = 1 + draw(author, (1 << count) - 1);

    print(author, "%s = {", name);
    for (int i = 0; i < count; i++) {
        if ((set >> i & 1) != 0) {
            print(author, " \"%s\",", words[i]);
        }
    }
    print(author, " }, ");
}

static void print_filter(Author *author)
{
    static const char *const sides[] = {"own", "zero", "rival"};
    static const char *const rows[] = {"closed", "zero", "open"};
    static const char *const nations[] = {"India", "Japan", "Gulf-States", "Viet-Nam"};
    int parts = draw(author, 256);

    parts &= draw(author, 256); /* a part is there one time in four */
    print(author, "{ ");
    if ((parts & 1) != 0) {
        print_set(author, "side", sides, 3);
    }
    if ((parts & 2) != 0) {
        print_set(author, "y", rows, 3);
    }
    if ((parts & 4) != 0) {
        print_set(author, "need", vocab_need, NEED_COUNT);
    }
    if ((parts & 8) != 0) {
        print_set(author, "nations", nations, 4);
    }
    print(author, "%s", (parts & 16) != 0 ? "role = true, " : "");
    print(author, "%s", (parts & 32) != 0 ? "near_zero = true, " : "");
    print(author, "%s", (parts & 64) != 0 ? "outside_rival_quadrant = true, " : "");
    if ((parts & 128) != 0) {
        print(author, "strictness = %d, ", 1 + draw(author, 3));
    }
    print(author, "}");
}

/* ---- conditions ---- */

static void print_comparison(Author *author)
{
    static const char *const tracks[] = {"D",  "S",       "E",       "I",      "Trust",   "F",
                                         "VP", "capital", "compute", "Q open", "Q closed"};
    static const char *const world[] = {"P", "R", "B", "V"};
    const char *bound = draw(author, 2) == 0 ? "at_least" : "at_most";

    switch (draw(author, 3)) {
    case 0:
        print(author, "%s(\"%s\", %d)", bound, word(author, world, 4), draw(author, 7));
        return;
    case 1:
        print(author, "%s(\"%s\", \"%s\", %d)", bound, who(author), word(author, tracks, 11),
              draw(author, 9));
        return;
    default:
        print(author, "more(\"%s\", \"%s\")", who(author), word(author, tracks, 11));
        return;
    }
}

/* Groups and lists stand in each other, DEPTH_MOST deep. */
/* NOLINTBEGIN(misc-no-recursion) */

static void print_condition(Author *author, int depth)
{
    static const char *const groups[] = {"all", "any", "none"};

    if (depth < DEPTH_MOST && draw(author, 3) == 0) {
        int members = 1 + draw(author, 3);
        print(author, "%s { ", word(author, groups, 3));
        for (int i = 0; i < members; i++) {
            print_condition(author, depth + 1);
            print(author, ", ");
        }
        print(author, "}");
    } else if (draw(author, 4) == 0) {
        print(author, "%s(\"%s\")", draw(author, 2) == 0 ? "in_force" : "not_in_force",
              tile(author));
    } else {
        print_comparison(author);
    }
}

/* ---- instructions ---- */

static void print_list(Author *author, int depth);

static void print_gain(Author *author)
{
    static const char *const tracks[] = {"D", "S",       "E",       "I", "Trust",
                                         "F", "capital", "compute", "VP"};
    static const char *const world[] = {"P", "R", "B", "V", "T"};

    if (draw(author, 4) == 0) {
        const char *track = word(author, world, 5);
        print(author, "gain(\"%s\", %d)", track, change(author, track[0] == 'R' ? 1 : 3));
        return;
    }
    print(author, "gain(\"%s\", \"%s\", %d)", who(author), word(author, tracks, 9),
          change(author, 3));
}

static void print_movement(Author *author)
{
    bool each = draw(author, 3) == 0;

    if (each) {
        print(author, "each(");
    } else {
        print(author, "choose(%d, ", 1 + draw(author, 3));
    }
    print_filter(author);
    print(author, ", \"%s\")", vocab_move[draw(author, MOVE_COUNT)]);
}

static void print_branch(Author *author, int depth)
{
    if (draw(author, 4) == 0) {
        print(author, "option(");
        print_list(author, depth + 1);
        print(author, ", ");
        print_list(author, depth + 1);
        print(author, ")");
        return;
    }
    print(author, "when(");
    if (draw(author, 4) == 0) {
        print(author, "die(%d)", 1 + draw(author, 6));
    } else {
        print_condition(author, 1);
    }
    print(author, ", ");
    print_list(author, depth + 1);
    if (draw(author, 2) == 0) {
        print(author, ", ");
        print_list(author, depth + 1);
    }
    print(author, ")");
}

static void print_modify(Author *author)
{
    print(author, "modify(\"%s\", \"%s\", %d, \"%s\")",
          vocab_modifier[draw(author, MODIFIER_COUNT)], who(author), change(author, 3),
          vocab_duration[draw(author, 2)]);
}

static void print_trigger(Author *author, int depth)
{
    author->has_trigger = true;
    author->in_trigger = true;
    print(author, "trigger(\"%s\", ", vocab_trigger[draw(author, TRIGGER_COUNT)]);
    print_list(author, depth + 1);
    print(author, ")");
    author->in_trigger = false;
}

static void print_small(Author *author)
{
    switch (draw(author, 6)) {
    case 0:
        print(author, "draw(\"%s\", %d)", who(author), 1 + draw(author, 2));
        return;
    case 1:
        print(author, "discard(\"%s\", %d)", who(author), 1 + draw(author, 2));
        return;
    case 2:
        print(author, "lift(\"%s\")", tile(author));
        return;
    case 3:
        print(author, "lift_choice()");
        return;
    case 4:
        print(author, "reveal()");
        return;
    default:
        print(author, "vp_count(");
        print_filter(author);
        print(author, ", %d, %d)", 1 + draw(author, 3), 1 + draw(author, 5));
        return;
    }
}

static void print_starting(Author *author)
{
    if (draw(author, 2) == 0) {
        print(author, "impose(\"%s\")", tile(author));
    } else {
        print(author, "release(\"%s\")", vocab_model[draw(author, MODEL_COUNT)]);
    }
}

static void print_instruction(Author *author, int depth)
{
    int kind = draw(author, 10);

    if (kind < 3) {
        print_gain(author);
    } else if (kind < 5) {
        print_movement(author);
    } else if (kind == 5 && depth < DEPTH_MOST) {
        print_branch(author, depth);
    } else if (kind == 6) {
        print_modify(author);
    } else if (kind == 7 && !author->in_trigger) {
        print_starting(author);
    } else if (kind == 8 && !author->has_trigger && !author->in_trigger && depth < DEPTH_MOST) {
        print_trigger(author, depth);
    } else {
        print_small(author);
    }
}

static void print_list(Author *author, int depth)
{
    int count = 1 + draw(author, LIST_MOST);

    print(author, "{ ");
    for (int i = 0; i < count; i++) {
        print_instruction(author, depth);
        print(author, ", ");
    }
    print(author, "}");
}

/* NOLINTEND(misc-no-recursion) */

static void print_card(Author *author, int number)
{
    static const char *const sides[] = {"US", "CN", "neutral"};

    author->has_trigger = false;
    print(author,
          "card {\n  id = \"X%02d\", side = \"%s\", era = \"early\", ops = 3,\n"
          "  title = { en = \"Card %d\", zh = \"牌 %d\" }, concept = { en = \"-\", zh = \"-\" },\n"
          "  event = ",
          number, word(author, sides, 3), number, number);
    print_list(author, 1);
    print(author, "\n}\n");
}

int random_cards_load(Rules *rules, uint64_t key)
{
    int shipped = shipped_rules()->card_count;
    Author author = {.text = malloc(TEXT_SIZE), .key = rng_mix(key)};
    char folder[FOLDER_SIZE];
    Error err;

    assert_non_null(author.text);
    for (int i = 0; i < CARDS_MAX - shipped; i++) {
        print_card(&author, i);
    }
    folder_make(folder);
    folder_add(folder, TPD_SOURCE_DIR "/rules");
    folder_write(folder, "cards/9-random.lua", author.text);
    Status status = script_load_rules(rules, folder, &err);
    folder_remove(folder);
    free(author.text);
    if (status != STATUS_OK) {
        fail_msg("%s", err.text);
    }
    return shipped;
}
