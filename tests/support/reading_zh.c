/* The grammar of Chinese card text; see reading.h. */

#include <stdlib.h>
#include <string.h>

#include "core/vocab.h"
#include "support/reading_parts.h"

typedef struct TrackWord {
    const char *word;
    int track;
    bool of_world;
} TrackWord;

static const TrackWord tracks[] = {
    {"数据中心", TRACK_DATACENTRES, false},
    {"芯片", TRACK_SILICON, false},
    {"效率", TRACK_EFFICIENCY, false},
    {"产业", TRACK_INDUSTRY, false},
    {"信任", TRACK_TRUST, false},
    {"前沿", TRACK_FRONTIER, false},
    {"算力", TRACK_COMPUTE, false},
    {"资本", TRACK_CAPITAL, false},
    {"胜利点", TRACK_VP, false},
    {"价格", TRACK_PRICE, true},
    {"风险", TRACK_RISK, true},
    {"分裂", TRACK_BIFURCATION, true},
    {"估值", TRACK_VALUATION, true},
};

static int take_track(Reading *reading, bool of_world)
{
    for (size_t i = 0; i < sizeof tracks / sizeof tracks[0]; i++) {
        if (tracks[i].of_world == of_world && reading_take(reading, tracks[i].word)) {
            return tracks[i].track;
        }
    }
    return READ_NONE;
}

/* In WHO's order; as an owner, and as somebody who acts. */
static int take_owner(Reading *reading)
{
    static const char *const words[] = {"美国", "中国", "你的", "对手"};

    return reading_take_one(reading, words, 4);
}

static int take_actor(Reading *reading)
{
    static const char *const words[] = {"美国", "中国", "", "对手"};
    int who = reading_take_one(reading, words, 2);

    if (who == READ_NONE) {
        who = reading_take(reading, words[WHO_RIVAL]) ? WHO_RIVAL : WHO_YOU;
    }
    return who;
}

static bool take_tile(Reading *reading, int *tile)
{
    static const char *const words[] = {"芯片管制", "设备管制", "访问管制", "矿产管制", "数据管制"};

    *tile = reading_take_one(reading, words, TILE_COUNT);
    return *tile != READ_NONE;
}

/* " +2" or " −2" */
static bool take_change(Reading *reading, int *n)
{
    return reading_take(reading, " ") && (reading_take(reading, "+") || *reading->at != '\0') &&
           reading_take_number(reading, n);
}

static bool take_nations(Reading *reading, uint32_t *named)
{
    const Rules *rules = reading->rules;

    *named = 0;
    do {
        int found = READ_NONE;
        for (int i = 0; i < rules->nation_count && found == READ_NONE; i++) {
            const char *name = rules_text(rules, rules->nation[i].name[LANGUAGE_ZH]);
            found = reading_take(reading, name) ? i : READ_NONE;
        }
        if (found == READ_NONE) {
            return false;
        }
        *named |= UINT32_C(1) << found;
    } while (reading_take(reading, "、"));
    return true;
}

/* ---- filters ---- */

/* What a part of a filter leaves: sides own, zero, rival; rows closed, middle, open. */
typedef struct Place {
    const char *words;
    const char *sides, *rows;
    bool near_line, outside_rival;
} Place;

static const Place places[] = {
    {"不结盟或在你方一侧", "oz", "cmp", false, false},
    {"不结盟或在对手一侧", "zr", "cmp", false, false},
    {"不结盟", "z", "cmp", false, false},
    {"在你方一侧", "o", "cmp", false, false},
    {"在对手一侧", "r", "cmp", false, false},
    {"已选边", "or", "cmp", false, false},
    {"使用你的闭源模型", "o", "c", false, false},
    {"使用你的开放模型", "o", "p", false, false},
    {"使用你的模型", "o", "cp", false, false},
    {"使用对手闭源模型", "r", "c", false, false},
    {"使用对手开放模型", "r", "p", false, false},
    {"使用对手模型", "r", "cp", false, false},
    {"在闭源半区", "ozr", "c", false, false},
    {"在开放半区", "ozr", "p", false, false},
    {"在开放与闭源的分界线上", "ozr", "m", false, false},
    {"不在开放半区", "ozr", "cm", false, false},
    {"不在闭源半区", "ozr", "mp", false, false},
    {"不在开放与闭源的分界线上", "ozr", "cp", false, false},
    {"紧邻中线", "ozr", "cmp", true, false},
    {"不在对手象限", "ozr", "cmp", false, true},
};

static void narrow(ReadFilter *filter, const Place *place)
{
    filter->own = filter->own && strchr(place->sides, 'o') != NULL;
    filter->zero = filter->zero && strchr(place->sides, 'z') != NULL;
    filter->rival = filter->rival && strchr(place->sides, 'r') != NULL;
    filter->closed = filter->closed && strchr(place->rows, 'c') != NULL;
    filter->middle = filter->middle && strchr(place->rows, 'm') != NULL;
    filter->open = filter->open && strchr(place->rows, 'p') != NULL;
    filter->near_line = filter->near_line || place->near_line;
    filter->outside_rival = filter->outside_rival || place->outside_rival;
}

static bool take_needs(Reading *reading, ReadFilter *filter)
{
    static const char *const words[] = {"算力", "低价", "主权", "安全", "产业"};

    do {
        int need = reading_take_one(reading, words, NEED_COUNT);
        if (need == READ_NONE) {
            return false;
        }
        filter->needs |= UINT32_C(1) << need;
    } while (reading_take(reading, "、") || reading_take(reading, "或"));
    return true;
}

static bool take_part(Reading *reading, ReadFilter *filter)
{
    if (reading_take(reading, "需要")) {
        return take_needs(reading, filter);
    }
    if (reading_take(reading, "有特殊角色")) {
        filter->has_role = true;
        return true;
    }
    if (reading_take(reading, "严格度不低于 ")) {
        return reading_take_number(reading, &filter->strictness) && reading_take(reading, " ");
    }
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        if (reading_take(reading, places[i].words)) {
            narrow(filter, &places[i]);
            return true;
        }
    }
    return false;
}

/* 「不在对手象限且需要算力的国家」; what names nations has been read already. */
static bool take_noun(Reading *reading, ReadFilter *filter)
{
    static const Place non_aligned = {"", "z", "cmp", false, false};

    if (reading_take(reading, "国家")) {
        return true;
    }
    if (reading_take(reading, "不结盟国家")) {
        narrow(filter, &non_aligned);
        return true;
    }
    do {
        if (!take_part(reading, filter)) {
            return false;
        }
    } while (reading_take(reading, "，且") || reading_take(reading, "且"));
    if (!reading_take(reading, "的")) {
        return false;
    }
    if (reading_take(reading, "不结盟国家")) {
        narrow(filter, &non_aligned);
        return true;
    }
    return reading_take(reading, "国家");
}

/* ---- instructions ---- */

static bool take_way(Reading *reading, ReadNode *node)
{
    static const char *const ways[MOVE_COUNT] = {
        "向你方移动 1 步",       "向开放方向移动 1 步",   "向闭源方向移动 1 步",
        "向你的开放角移动 1 步", "向你的闭源角移动 1 步", "向中线移动 1 步",
    };

    node->what = reading_take_one(reading, ways, MOVE_COUNT);
    return node->what != READ_NONE;
}

/* Behind 「选择」; `named` may name nations already. */
static int read_choose(Reading *reading, uint32_t named)
{
    int index = reading_new_node(reading, READ_CHOOSE);
    ReadNode *node = &reading->node[index];

    node->filter = reading_any_nation();
    node->filter.named = named;
    bool good;
    if (reading_take(reading, " ")) {
        good = reading_take_number(reading, &node->n) && reading_take(reading, " 个") &&
               take_noun(reading, &node->filter);
    } else {
        node->n = 1;
        good = take_nations(reading, &node->filter.named);
    }
    good = good && reading_take(reading, "，使其") && (node->n == 1 || reading_take(reading, "各"));
    return good && take_way(reading, node) ? index : READ_NONE;
}

static int read_vp_count(Reading *reading, uint32_t named)
{
    int index = reading_new_node(reading, READ_VP_COUNT);
    ReadNode *node = &reading->node[index];

    node->filter = reading_any_nation();
    node->filter.named = named;
    node->divisor = 1;
    bool good = reading_take(reading, "一个") ||
                (reading_take(reading, " ") && reading_take_number(reading, &node->divisor) &&
                 reading_take(reading, " 个"));
    good = good && take_noun(reading, &node->filter) &&
           reading_take(reading, "，你的胜利点 +1，最多 +") &&
           reading_take_number(reading, &node->n);
    return good ? index : READ_NONE;
}

/* Behind 「所有」. */
static int read_all(Reading *reading, uint32_t named)
{
    int index = reading_new_node(reading, READ_EACH);
    ReadNode *node = &reading->node[index];

    node->filter = reading_any_nation();
    node->filter.named = named;
    bool good = take_noun(reading, &node->filter) && reading_take(reading, "各");
    return good && take_way(reading, node) ? index : READ_NONE;
}

/* A clause that begins with names of nations. */
static int read_named(Reading *reading)
{
    uint32_t named;

    if (!take_nations(reading, &named)) {
        return READ_NONE;
    }
    if (reading_take(reading, "中，所有")) {
        return read_all(reading, named);
    }
    if (reading_take(reading, "中，每有")) {
        return read_vp_count(reading, named);
    }
    int index = reading_new_node(reading, READ_EACH);
    ReadNode *node = &reading->node[index];
    node->filter = reading_any_nation();
    node->filter.named = named;
    bool several = (named & (named - 1)) != 0;
    bool good = !several || reading_take(reading, "各");
    return good && take_way(reading, node) ? index : READ_NONE;
}

static int read_nations(Reading *reading)
{
    uint32_t named;

    if (reading_take(reading, "从")) {
        bool good = take_nations(reading, &named) && reading_take(reading, "中选择");
        return good ? read_choose(reading, named) : READ_NONE;
    }
    if (reading_take(reading, "选择")) {
        return read_choose(reading, 0);
    }
    if (reading_take(reading, "所有")) {
        return read_all(reading, 0);
    }
    return reading_take(reading, "每有") ? read_vp_count(reading, 0) : READ_NONE;
}

static int read_gains(Reading *reading)
{
    int first = READ_NONE;
    int last = READ_NONE;
    int who = take_owner(reading);

    do {
        int index = reading_new_node(reading, READ_GAIN);
        ReadNode *node = &reading->node[index];
        node->who = who == READ_NONE ? WHO_WORLD : who;
        node->track = take_track(reading, who == READ_NONE);
        (void)reading_take(reading, "再");
        if (node->track == READ_NONE || !take_change(reading, &node->n)) {
            return READ_NONE;
        }
        reading_link(reading, &first, &last, index);
    } while (who != READ_NONE && reading_take(reading, "、"));
    return first;
}

static int read_modify(Reading *reading)
{
    static const char *const what[] = {"产业融合所需算力", "推理服务能力", " API 收入"};
    int index = reading_new_node(reading, READ_MODIFY);
    ReadNode *node = &reading->node[index];

    node->for_the_game = reading_take(reading, "本局余下时间，");
    if (!node->for_the_game && !reading_take(reading, "本回合")) {
        return READ_NONE;
    }
    node->who = take_owner(reading);
    node->what = reading_take_one(reading, what, MODIFIER_COUNT);
    bool good = node->who != READ_NONE && node->what != READ_NONE;
    return good && take_change(reading, &node->n) ? index : READ_NONE;
}

static int read_deed(Reading *reading)
{
    static const char *const deeds[] = {"抽 ", "随机弃 ", "免费实施", "解除"};
    static const ReadKind kinds[] = {READ_DRAW, READ_DISCARD, READ_IMPOSE, READ_LIFT};
    int who = take_actor(reading);
    int deed = reading_take_one(reading, deeds, 4);

    if (deed == READ_NONE) {
        return READ_NONE;
    }
    if (who == WHO_YOU && deed == 3 && reading_take(reading, "你的 1 项已生效的管制")) {
        return reading_new_node(reading, READ_LIFT_CHOICE);
    }
    int index = reading_new_node(reading, kinds[deed]);
    ReadNode *node = &reading->node[index];
    if (deed < 2) {
        node->who = who;
        bool good = reading_take_number(reading, &node->n) && reading_take(reading, " 张牌");
        return good ? index : READ_NONE;
    }
    node->who = who == WHO_YOU ? READ_NONE : who;
    return take_tile(reading, &node->what) ? index : READ_NONE;
}

static int read_release(Reading *reading)
{
    static const char *const models[] = {"发布 API", "以宽松许可发布开放权重",
                                         "以附条件许可发布开放权重"};
    int index = reading_new_node(reading, READ_RELEASE);

    reading->node[index].what = reading_take_one(reading, models, MODEL_COUNT);
    return reading->node[index].what == READ_NONE ? READ_NONE : index;
}

static int read_reveal(Reading *reading)
{
    static const char *const ways[] = {"，并将其下调 ", "，并将其上调 "};

    if (!reading_take(reading, "翻开平台期板块")) {
        return READ_NONE;
    }
    int index = reading_new_node(reading, READ_REVEAL);
    int way = reading_take_one(reading, ways, 2);
    if (way != READ_NONE) {
        int gain = reading_new_node(reading, READ_GAIN);
        int n;
        if (!reading_take_number(reading, &n)) {
            return READ_NONE;
        }
        reading->node[gain].track = TRACK_PLATEAU;
        reading->node[gain].n = way == 0 ? -n : n;
        reading->node[index].next = gain;
    }
    return index;
}

typedef int ReadClause(Reading *reading);

static int read_clause(Reading *reading)
{
    static ReadClause *const clauses[] = {read_nations, read_modify, read_release, read_reveal,
                                          read_deed,    read_gains,  read_named};
    const char *before = reading->at;
    const char *furthest = before;
    int count = reading->count;

    for (size_t i = 0; i < sizeof clauses / sizeof clauses[0]; i++) {
        int index = clauses[i](reading);
        if (index != READ_NONE) {
            return index;
        }
        furthest = reading->at > furthest ? reading->at : furthest;
        reading->at = before;
        reading->count = count;
    }
    reading->at = furthest;
    return READ_NONE;
}

static bool ends_list(const Reading *reading)
{
    static const char *const ends[] = {"；或者", "；否则，"};

    return strncmp(reading->at, ends[0], strlen(ends[0])) == 0 ||
           strncmp(reading->at, ends[1], strlen(ends[1])) == 0;
}

static int read_phrases(Reading *reading)
{
    int first = READ_NONE;
    int last = READ_NONE;

    do {
        int index = read_clause(reading);
        if (index == READ_NONE) {
            return READ_NONE;
        }
        reading_link(reading, &first, &last, index);
        last = reading_last(reading, index);
    } while (!ends_list(reading) && (reading_take(reading, "；") || reading_take(reading, "，")));
    return first;
}

/* ---- conditions ---- */

static bool take_bound(Reading *reading, ReadNode *node)
{
    static const char *const bounds[] = {"不低于 ", "不高于 ", "低于 ", "高于 "};
    int bound = reading_take_one(reading, bounds, 4);

    node->at_least = bound % 2 == 0;
    node->holds = bound < 2;
    return bound != READ_NONE && reading_take_number(reading, &node->n);
}

/* 「高于对手」, 「不优于美国」 */
static bool take_comparison(Reading *reading, ReadNode *node)
{
    static const char *const others[] = {"中国", "美国", "对手", "你"};
    const char *word = node->track == TRACK_QUALITY ? "优于" : "高于";

    node->kind = READ_MORE;
    node->holds = !reading_take(reading, "不");
    return reading_take(reading, word) && reading_take(reading, others[node->who]);
}

static bool take_model(Reading *reading, ReadNode *node)
{
    node->open = reading_take(reading, "开放模型");
    if (!node->open && !reading_take(reading, "闭源模型")) {
        return false;
    }
    node->track = TRACK_QUALITY;
    return true;
}

static bool take_test(Reading *reading, ReadNode *node)
{
    node->kind = READ_COMPARE;
    if (take_tile(reading, &node->what)) {
        node->kind = READ_FORCE;
        node->holds = reading_take(reading, "已生效");
        return node->holds || reading_take(reading, "未生效");
    }
    int who = take_owner(reading);
    node->who = who == READ_NONE ? WHO_WORLD : who;
    if (who != READ_NONE && take_model(reading, node)) {
        return reading_take(reading, "的质量") ? take_bound(reading, node)
                                               : take_comparison(reading, node);
    }
    node->track = take_track(reading, who == READ_NONE);
    const char *before = reading->at;
    if (node->track == READ_NONE || take_bound(reading, node)) {
        return node->track != READ_NONE;
    }
    reading->at = before;
    return who != READ_NONE && take_comparison(reading, node);
}

/* Groups stand in groups and lists in lists, as deep as the text has them. */
/* NOLINTBEGIN(misc-no-recursion) */

static int read_condition(Reading *reading);

static int read_member(Reading *reading)
{
    if (reading_take(reading, "（")) {
        int group = read_condition(reading);
        return reading_take(reading, "）") ? group : READ_NONE;
    }
    int index = reading_new_node(reading, READ_COMPARE);
    return take_test(reading, &reading->node[index]) ? index : READ_NONE;
}

/* Members with 「且」 or 「或」 before the last. */
static int read_condition(Reading *reading)
{
    static const char *const joints[] = {"且", " 且", "或", " 或", "、"};
    int group = reading_new_node(reading, READ_ALL);
    int last = READ_NONE;

    for (;;) {
        int member = read_member(reading);
        if (member == READ_NONE) {
            return READ_NONE;
        }
        reading_link(reading, &reading->node[group].first, &last, member);
        int joint = reading_take_one(reading, joints, 5);
        if (joint == READ_NONE) {
            return group;
        }
        if (joint == 2 || joint == 3) {
            reading->node[group].kind = READ_ANY;
        }
    }
}

/* ---- sentences ---- */

static int read_sentences(Reading *reading);

static int read_block(Reading *reading)
{
    int list = reading_take(reading, "：【") ? read_sentences(reading) : READ_NONE;

    return list != READ_NONE && reading_take(reading, "】") ? list : READ_NONE;
}

/* Behind a condition or 「否则」; a short list may end before 「；否则」. */
static int read_outcome(Reading *reading)
{
    if (strncmp(reading->at, "：【", strlen("：【")) == 0) {
        return read_block(reading);
    }
    int list = reading_take(reading, "，") ? read_phrases(reading) : READ_NONE;
    bool ends = reading_take(reading, "。") || ends_list(reading);
    return ends ? list : READ_NONE;
}

static int read_branches(Reading *reading, int index)
{
    int first = read_outcome(reading);

    reading->node[index].first = first;
    if (first == READ_NONE) {
        return READ_NONE;
    }
    if (!reading_take(reading, "；否则") && !reading_take(reading, "否则")) {
        return index;
    }
    int second = read_outcome(reading);
    reading->node[index].second = second;
    return second == READ_NONE ? READ_NONE : index;
}

static int read_when(Reading *reading)
{
    int index = reading_new_node(reading, READ_WHEN);
    int condition = read_condition(reading);

    reading->node[index].condition = condition;
    return condition == READ_NONE ? READ_NONE : read_branches(reading, index);
}

static int read_roll(Reading *reading)
{
    int index = reading_new_node(reading, READ_ROLL);
    bool good = reading_take(reading, "为 ") || reading_take(reading, "不低于 ");

    good = good && reading_take_number(reading, &reading->node[index].n);
    return good && reading_take(reading, " 点") ? read_branches(reading, index) : READ_NONE;
}

static int read_option(Reading *reading)
{
    int index = reading_new_node(reading, READ_OPTION);
    bool block = strncmp(reading->at, "：【", strlen("：【")) == 0;
    int first = block                         ? read_block(reading)
                : reading_take(reading, "：") ? read_phrases(reading)
                                              : READ_NONE;

    if (first == READ_NONE || !reading_take(reading, block ? "或者" : "；或者")) {
        return READ_NONE;
    }
    int second = block ? read_block(reading) : read_phrases(reading);
    if (second == READ_NONE || (!block && !reading_take(reading, "。"))) {
        return READ_NONE;
    }
    reading->node[index].first = first;
    reading->node[index].second = second;
    return index;
}

static int read_trigger(Reading *reading)
{
    static const char *const kinds[] = {"发布开放权重", "实施管制"};
    int index = reading_new_node(reading, READ_TRIGGER);
    int kind = reading_take_one(reading, kinds, TRIGGER_COUNT);
    int list = kind == READ_NONE ? READ_NONE : read_outcome(reading);

    reading->node[index].what = kind;
    reading->node[index].first = list;
    return list == READ_NONE ? READ_NONE : index;
}

static int read_sentence(Reading *reading)
{
    if (reading_take(reading, "若")) {
        return read_when(reading);
    }
    if (reading_take(reading, "掷骰，若")) {
        return read_roll(reading);
    }
    if (reading_take(reading, "二选一")) {
        return read_option(reading);
    }
    if (reading_take(reading, "本局余下时间，每当对手")) {
        return read_trigger(reading);
    }
    (void)reading_take(reading, "无论如何，");
    int index = read_clause(reading);
    return index != READ_NONE && reading_take(reading, "。") ? index : READ_NONE;
}

static int read_sentences(Reading *reading)
{
    int first = READ_NONE;
    int last = READ_NONE;

    do {
        int index = read_sentence(reading);
        if (index == READ_NONE) {
            return READ_NONE;
        }
        reading_link(reading, &first, &last, index);
        last = reading_last(reading, index);
    } while (*reading->at != '\0' && strncmp(reading->at, "】", strlen("】")) != 0);
    return first;
}

/* ---- comparing ---- */

static bool same_filter(const ReadFilter *a, const ReadFilter *b)
{
    return a->named == b->named && a->own == b->own && a->zero == b->zero && a->rival == b->rival &&
           a->closed == b->closed && a->middle == b->middle && a->open == b->open &&
           a->near_line == b->near_line && a->outside_rival == b->outside_rival &&
           a->has_role == b->has_role && a->strictness == b->strictness && a->needs == b->needs;
}

static bool same_node(const ReadNode *a, const ReadNode *b)
{
    return a->kind == b->kind && a->who == b->who && a->track == b->track && a->n == b->n &&
           a->divisor == b->divisor && a->what == b->what && a->open == b->open &&
           a->holds == b->holds && a->at_least == b->at_least &&
           a->for_the_game == b->for_the_game && same_filter(&a->filter, &b->filter);
}

bool reading_same(const Reading *a, int first_a, const Reading *b, int first_b)
{
    while (first_a != READ_NONE && first_b != READ_NONE) {
        const ReadNode *one = &a->node[first_a];
        const ReadNode *other = &b->node[first_b];
        if (!same_node(one, other) || !reading_same(a, one->condition, b, other->condition) ||
            !reading_same(a, one->first, b, other->first) ||
            !reading_same(a, one->second, b, other->second)) {
            return false;
        }
        first_a = one->next;
        first_b = other->next;
    }
    return first_a == first_b;
}

/* NOLINTEND(misc-no-recursion) */

int reading_read_zh(Reading *reading, const Rules *rules, const char *text)
{
    reading->rules = rules;
    reading->at = text;
    reading->count = 0;
    int first = read_sentences(reading);
    return *reading->at == '\0' ? first : READ_NONE;
}
