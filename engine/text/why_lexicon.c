#include "text/why_lexicon.h"

#include <stdbool.h>
#include <string.h>

#include "core/explain.h" /* IWYU pragma: keep */
#include "core/vocab.h"
#include "text/prose.h"

/* Phrases with one meaning, parted by bars. */
typedef struct Row {
    Meaning meaning;
    const char *phrases;
} Row;

static const Row number_words[][LANGUAGE_COUNT] = {
#define ASKED(number, english, chinese) \
    {{{MEANS_NUMBER, NUMBER_##number}, english}, {{MEANS_NUMBER, NUMBER_##number}, chinese}},
#include "text/why_words.def"
#undef ASKED
};

static const Row common_words[] = {
    {{MEANS_FAVOURITE, 0}, "favourite|favorite|likes|wants|偏好|最喜欢|首选"},
    {{MEANS_BLOC, BLOC_US}, "us|usa|united states|america|美国|美方"},
    {{MEANS_BLOC, BLOC_CN}, "cn|china|中国|中方"},
    {{MEANS_OPENNESS, 0}, "closed|api|闭源|封闭"},
    {{MEANS_OPENNESS, 1}, "open|weights|open weights|开放|开放权重|开源"},
    {{MEANS_STACK, STACK_UC}, "uc"},
    {{MEANS_STACK, STACK_UO}, "uo"},
    {{MEANS_STACK, STACK_CC}, "cc"},
    {{MEANS_STACK, STACK_CO}, "co"},
    {{MEANS_TILE, TILE_CHIPS}, "chips|芯片管制"},
    {{MEANS_TILE, TILE_EQUIP}, "equip|equipment|设备|设备管制"},
    {{MEANS_TILE, TILE_ACCESS}, "access|准入|接入|准入管制"},
    {{MEANS_TILE, TILE_MINERALS}, "minerals|rare earths|稀土|矿产|稀土管制"},
    {{MEANS_TILE, TILE_DATA}, "data|数据|数据管制"},
    {{MEANS_LICENCE, LICENCE_PERMISSIVE}, "permissive|宽松|宽松许可"},
    {{MEANS_LICENCE, LICENCE_CONDITIONAL}, "conditional|附条件|附条件许可"},
    {{MEANS_WHOSE, 0}, "my|me|mine|our|own|我|我的|我方|己方|本方"},
    {{MEANS_WHOSE, 1}, "rival|rivals|their|opponent|对手|对方"},
    {{MEANS_NOTHING, 0},
     "why|what|is|does|do|the|a|an|of|for|to|in|by|and|at|cost|costs|number|"
     "为什么|为何|是|的|对|在|多少|成本|模型|model"},
};

/* ---- folding ---- */

static bool is_mark(const char *at, int *bytes)
{
    static const char *const wide[] = {"，", "。", "、", "：", "；", "？", "！",
                                       "（", "）", "「", "」", "　", NULL};

    for (int i = 0; wide[i] != NULL; i++) {
        int length = (int)strlen(wide[i]);
        if (strncmp(at, wide[i], (size_t)length) == 0) {
            *bytes = length;
            return true;
        }
    }
    *bytes = 1;
    return (unsigned char)*at < 0x80 && strchr(" \t\r\n-_.,:;?!'\"()/", *at) != NULL;
}

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static int character_bytes(const char *at)
{
    int bytes = 1;

    while (((unsigned char)at[bytes] & 0xc0) == 0x80) {
        bytes++;
    }
    return bytes;
}

void lexicon_fold(char *out, int size, const char *words)
{
    Prose prose = prose_start(out, size);
    bool blank = false;
    int bytes;

    for (const char *at = words; *at != '\0'; at += bytes) {
        if (is_mark(at, &bytes)) {
            blank = prose.length > 0;
            continue;
        }
        if (blank) {
            prose_add(&prose, " ");
            blank = false;
        }
        bytes = character_bytes(at);
        char c = lower(*at);
        prose_add_bytes(&prose, bytes == 1 ? &c : at, bytes);
    }
}

/* ---- filling ---- */

static void add_phrase(Lexicon *lexicon, const char *words, Meaning meaning)
{
    char folded[PHRASE_SIZE];

    lexicon_fold(folded, sizeof folded, words);
    int length = (int)strlen(folded);
    if (length == 0 || lexicon->count == LEXICON_MAX ||
        lexicon->used + length >= LEXICON_TEXT_SIZE) {
        return;
    }
    lexicon->phrase[lexicon->count++] =
        (Phrase){.start = lexicon->used, .length = length, .meaning = meaning};
    memcpy(lexicon->text + lexicon->used, folded, (size_t)length + 1);
    lexicon->used += length + 1;
}

/* The phrase that begins at `at`; what follows its bar, or NULL behind the last. */
static const char *take_phrase(char out[PHRASE_SIZE], const char *at)
{
    const char *bar = strchr(at, '|');
    int length = bar == NULL ? (int)strlen(at) : (int)(bar - at);
    Prose prose = prose_start(out, PHRASE_SIZE);

    prose_add_bytes(&prose, at, length);
    return bar == NULL ? NULL : bar + 1;
}

static void add_row(Lexicon *lexicon, const Row *row)
{
    char phrase[PHRASE_SIZE];

    for (const char *at = row->phrases; at != NULL;) {
        at = take_phrase(phrase, at);
        add_phrase(lexicon, phrase, row->meaning);
    }
}

static void add_nation(Lexicon *lexicon, const Rules *rules, int index)
{
    const Nation *nation = &rules->nation[index];
    const Meaning meaning = {MEANS_NATION, index};

    add_phrase(lexicon, nation->id, meaning);
    for (int language = 0; language < LANGUAGE_COUNT; language++) {
        add_phrase(lexicon, rules_text(rules, nation->name[language]), meaning);
        add_phrase(lexicon, rules_text(rules, nation->neutral[language]), meaning);
    }
}

void lexicon_fill(Lexicon *lexicon, const Rules *rules)
{
    lexicon->count = 0;
    lexicon->used = 0;
    for (size_t i = 0; i < sizeof number_words / sizeof number_words[0]; i++) {
        add_row(lexicon, &number_words[i][LANGUAGE_EN]);
        add_row(lexicon, &number_words[i][LANGUAGE_ZH]);
    }
    for (size_t i = 0; i < sizeof common_words / sizeof common_words[0]; i++) {
        add_row(lexicon, &common_words[i]);
    }
    for (int nation = 0; nation < rules->nation_count; nation++) {
        add_nation(lexicon, rules, nation);
    }
}

const char *lexicon_name(char out[PHRASE_SIZE], int number, Language language)
{
    out[0] = '\0';
    for (size_t i = 0; i < sizeof number_words / sizeof number_words[0]; i++) {
        const Row *row = &number_words[i][language];
        if (row->meaning.index == number) {
            take_phrase(out, row->phrases);
        }
    }
    return out;
}
