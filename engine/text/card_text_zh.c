/* 中文卡牌文字：逐条指令、条件与筛选，各有一句说法。
 * Cards in Chinese, as they would be printed: 「中国数据中心 −1」, 「选择 2 个不结盟国家，使其各向你方移动
 * 1 步」.  Words of tracks, needs and controls are the labels that stand on the board. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/rules.h"
#include "core/track.h"
#include "core/vocab.h"
#include "text/card_text.h"
#include "text/prose.h"
#include "text/text.h"

/* ---- 词 ---- */

static const char *subject_of(int who)
{
    static const char *const word[] = {"美国", "中国", "你", "对手"};

    return word[who];
}

static const char *whose(int who)
{
    static const char *const word[] = {"美国", "中国", "你的", "对手", ""};

    return word[who];
}

static const char *other(int who)
{
    static const char *const word[] = {"中国", "美国", "对手", "你"};

    return word[who];
}

/* A command to you has no subject. */
static const char *actor(int who)
{
    return who == WHO_YOU ? "" : subject_of(who);
}

static const char *track_of(const CardText *text, int track)
{
    return text_track(text->voice, track == TRACK_POOL ? TRACK_VP : (Track)track);
}

/* 「算力、低价或产业」 */
static void write_listed(CardText *text, int index, int count, const char *last)
{
    if (index > 0) {
        prose_add(&text->out, index == count - 1 ? last : "、");
    }
}

static int count_bits(uint32_t set)
{
    int count = 0;

    for (; set != 0; set &= set - 1) {
        count++;
    }
    return count;
}

static void write_needs(CardText *text, uint32_t needs)
{
    int count = count_bits(needs);
    int index = 0;

    for (int need = 0; need < NEED_COUNT; need++) {
        if ((needs >> need & 1) != 0) {
            write_listed(text, index++, count, "或");
            prose_add(&text->out, text_need(text->voice, (Need)need));
        }
    }
}

static void write_nations(CardText *text, uint32_t nations)
{
    int count = count_bits(nations);
    int index = 0;

    for (int nation = 0; nation < text->rules->nation_count; nation++) {
        if ((nations >> nation & 1) != 0) {
            write_listed(text, index++, count, "、");
            prose_add(&text->out, text_nation(text->voice, text->rules, nation));
        }
    }
}

/* ---- 筛选 ---- */

/* A nation on a side and off the line between open and closed uses a model of that side. */
static const char *model_used(const Filter *filter)
{
    bool rival = filter->side == SIDE_SET_RIVAL;

    if (filter->side != SIDE_SET_OWN && !rival) {
        return NULL;
    }
    if (filter->y == Y_SET_CLOSED) {
        return rival ? "使用对手闭源模型" : "使用你的闭源模型";
    }
    if (filter->y == Y_SET_OPEN) {
        return rival ? "使用对手开放模型" : "使用你的开放模型";
    }
    if (filter->y == (Y_SET_CLOSED | Y_SET_OPEN)) {
        return rival ? "使用对手模型" : "使用你的模型";
    }
    return NULL;
}

/* The parts of a filter before the noun.  Behind one that has an 「或」 in it a comma must stand. */
typedef struct Parts {
    CardText *text;
    int count;
    bool has_or;
} Parts;

static void begin_part(Parts *parts, const char *words, bool has_or)
{
    if (parts->count > 0) {
        prose_add(&parts->text->out, parts->has_or ? "，且" : "且");
    }
    prose_add(&parts->text->out, words);
    parts->count++;
    parts->has_or = has_or;
}

static void write_part(Parts *parts, const char *words)
{
    if (words != NULL) {
        begin_part(parts, words, false);
    }
}

static void write_side(Parts *parts, uint8_t side)
{
    static const char *const words[SIDE_SET_ANY + 1] = {
        [SIDE_SET_OWN] = "在你方一侧",
        [SIDE_SET_ZERO] = "不结盟",
        [SIDE_SET_RIVAL] = "在对手一侧",
        [SIDE_SET_OWN | SIDE_SET_ZERO] = "不结盟或在你方一侧",
        [SIDE_SET_ZERO | SIDE_SET_RIVAL] = "不结盟或在对手一侧",
        [SIDE_SET_OWN | SIDE_SET_RIVAL] = "已选边",
    };

    if (words[side] != NULL) {
        begin_part(parts, words[side], (side & SIDE_SET_ZERO) != 0 && side != SIDE_SET_ZERO);
    }
}

static void write_place(Parts *parts, const Filter *filter)
{
    static const char *const row[Y_SET_ANY + 1] = {
        [Y_SET_CLOSED] = "在闭源半区",
        [Y_SET_ZERO] = "在开放与闭源的分界线上",
        [Y_SET_OPEN] = "在开放半区",
        [Y_SET_CLOSED | Y_SET_ZERO] = "不在开放半区",
        [Y_SET_ZERO | Y_SET_OPEN] = "不在闭源半区",
        [Y_SET_CLOSED | Y_SET_OPEN] = "不在开放与闭源的分界线上",
    };
    const char *used = model_used(filter);

    if (used != NULL) {
        write_part(parts, used);
    } else {
        write_side(parts, filter->side);
        write_part(parts, row[filter->y]);
    }
    write_part(parts, filter->near_zero ? "紧邻中线" : NULL);
    write_part(parts, filter->outside_rival_quadrant ? "不在对手象限" : NULL);
}

static void write_parts(CardText *text, const Filter *filter)
{
    Parts parts = {.text = text};

    write_place(&parts, filter);
    write_part(&parts, filter->has_role ? "有特殊角色" : NULL);
    if (filter->strict > 0) {
        write_part(&parts, "严格度不低于 ");
        prose_add_number(&text->out, filter->strict, false);
        prose_add(&text->out, " ");
    }
    if (filter->needs != 0) {
        write_part(&parts, "需要");
        write_needs(text, filter->needs);
    }
}

/* Whether the filter restricts anything but the names. */
static bool has_parts(const Filter *filter)
{
    return filter->side != SIDE_SET_ANY || filter->y != Y_SET_ANY || filter->needs != 0 ||
           filter->has_role != 0 || filter->strict != 0 || filter->near_zero != 0 ||
           filter->outside_rival_quadrant != 0;
}

/* 「荷兰、日本、韩国、台湾之中」 before everything else. */
static void write_among(CardText *text, const Filter *filter)
{
    if (filter->named != 0) {
        prose_add(&text->out, "从");
        write_nations(text, filter->named);
        prose_add(&text->out, "中");
    }
}

/* 「需要算力且不在对手象限的国家」 */
static void write_noun(CardText *text, const Filter *filter)
{
    if (filter->side == SIDE_SET_ZERO && filter->named == 0) { /* an adjective of its own */
        Filter rest = *filter;
        rest.side = SIDE_SET_ANY;
        if (has_parts(&rest)) {
            write_parts(text, &rest);
            prose_add(&text->out, "的");
        }
        prose_add(&text->out, "不结盟国家");
        return;
    }
    if (has_parts(filter)) {
        write_parts(text, filter);
        prose_add(&text->out, "的");
    }
    prose_add(&text->out, "国家");
}

/* ---- 指令 ---- */

static const Filter *filter_of(const CardText *text, const Instruction *instruction)
{
    return &text->rules->filter[instruction->index];
}

static const char *way_of(int move)
{
    static const char *const way[MOVE_COUNT] = {
        [MOVE_ALIGN] = "向你方移动 1 步",
        [MOVE_OPEN] = "向开放方向移动 1 步",
        [MOVE_CLOSE] = "向闭源方向移动 1 步",
        [MOVE_CORNER_OPEN] = "向你的开放角移动 1 步",
        [MOVE_CORNER_CLOSED] = "向你的闭源角移动 1 步",
        [MOVE_NEUTRAL] = "向中线移动 1 步",
    };

    return way[move];
}

static void choose(CardText *text, const Instruction *instruction)
{
    const Filter *filter = filter_of(text, instruction);
    bool one = count_bits(filter->named) == 1 && !has_parts(filter);
    bool many = instruction->n > 1 && !one; /* no nation is chosen twice */

    if (one) {
        prose_add(&text->out, "选择");
        write_nations(text, filter->named);
    } else {
        write_among(text, filter);
        prose_add_format(&text->out, "选择 %d 个", instruction->n);
        write_noun(text, filter);
    }
    prose_add_format(&text->out, "，使其%s%s", many ? "各" : "", way_of(instruction->a));
}

static void each(CardText *text, const Instruction *instruction)
{
    const Filter *filter = filter_of(text, instruction);
    const char *way = way_of(instruction->a);

    if (filter->named != 0 && !has_parts(filter)) {
        write_nations(text, filter->named);
        prose_add_format(&text->out, "%s%s", count_bits(filter->named) > 1 ? "各" : "", way);
        return;
    }
    if (filter->named != 0) {
        write_nations(text, filter->named);
        prose_add(&text->out, "中，");
    }
    prose_add(&text->out, "所有");
    write_noun(text, filter);
    prose_add_format(&text->out, "各%s", way);
}

/* 「中国芯片 +1、资本 +1」 */
static void gains(CardText *text, const Clause *clause)
{
    const Instruction *gain = clause->item;

    if (gain->a == TRACK_PLATEAU) {
        prose_add_format(&text->out, "翻开平台期板块，并将其%s ", gain->n < 0 ? "下调" : "上调");
        prose_add_number(&text->out, gain->n < 0 ? -gain->n : gain->n, false);
        return;
    }
    prose_add(&text->out, whose(gain->b));
    for (int i = 0; i < clause->count; i++, gain++) {
        prose_add_format(&text->out, "%s%s%s ", i > 0 ? "、" : "", track_of(text, gain->a),
                         card_text_is_more(text, gain) ? "再" : "");
        prose_add_number(&text->out, gain->n, true);
    }
}

static void modify(CardText *text, const Instruction *modify)
{
    static const char *const what[MODIFIER_COUNT] = {
        [MODIFIER_INTEGRATE] = "产业融合所需算力",
        [MODIFIER_SERVE] = "推理服务能力",
        [MODIFIER_REVENUE] = " API 收入",
    };

    prose_add_format(&text->out, "%s%s%s ",
                     modify->index == DURATION_ROUND ? "本回合" : "本局余下时间，",
                     whose(modify->b), what[modify->a]);
    prose_add_number(&text->out, modify->n, true);
}

static void cards(CardText *text, const Instruction *instruction)
{
    prose_add_format(&text->out, "%s%s %d 张牌", actor(instruction->b),
                     instruction->op == OP_DRAW ? "抽" : "随机弃", instruction->n);
}

static void control(CardText *text, const Instruction *instruction)
{
    Tile tile = (Tile)instruction->a;
    int who = card_text_is_own(text, tile)  ? WHO_YOU
              : tile_owner(tile) == BLOC_US ? WHO_US
                                            : WHO_CN;

    prose_add_format(&text->out, "%s%s%s", actor(who),
                     instruction->op == OP_IMPOSE ? "免费实施" : "解除",
                     text_tile(text->voice, tile));
}

static const char *model_words(int model)
{
    static const char *const words[MODEL_COUNT] = {
        [MODEL_API] = "发布 API",
        [MODEL_OPEN] = "以宽松许可发布开放权重",
        [MODEL_CONDITIONAL] = "以附条件许可发布开放权重",
    };

    return words[model];
}

static void vp_count(CardText *text, const Instruction *instruction)
{
    const Filter *filter = filter_of(text, instruction);

    if (filter->named != 0) {
        write_nations(text, filter->named);
        prose_add(&text->out, "中，");
    }
    if (instruction->a == 1) {
        prose_add(&text->out, "每有一个");
    } else {
        prose_add_format(&text->out, "每有 %d 个", instruction->a);
    }
    write_noun(text, filter);
    prose_add_format(&text->out, "，你的%s +1，最多 +%d", track_of(text, TRACK_VP), instruction->n);
}

static void clause_zh(CardText *text, const Clause *clause)
{
    const Instruction *item = clause->item;

    switch ((Op)item->op) {
    case OP_GAIN:
        gains(text, clause);
        return;
    case OP_CHOOSE:
        choose(text, item);
        return;
    case OP_EACH:
        each(text, item);
        return;
    case OP_MODIFY:
        modify(text, item);
        return;
    case OP_DRAW:
    case OP_DISCARD:
        cards(text, item);
        return;
    case OP_IMPOSE:
    case OP_LIFT:
        control(text, item);
        return;
    case OP_LIFT_CHOICE:
        prose_add(&text->out, "解除你的 1 项已生效的管制");
        return;
    case OP_RELEASE:
        prose_add(&text->out, model_words(item->a));
        return;
    case OP_VP_COUNT:
        vp_count(text, item);
        return;
    case OP_REVEAL:
        prose_add(&text->out, "翻开平台期板块");
        return;
    case OP_NATIVE:
        prose_add(&text->out, "执行内置事件");
        return;
    case OP_WHEN:
    case OP_OPTION:
    case OP_TRIGGER:
    case OP_COUNT:
        break;
    }
}

/* A phrase without a subject reads well beside any other. */
static bool is_command_zh(const Clause *clause)
{
    (void)clause;
    return false;
}

static bool is_heavy_zh(const CardText *text, const Clause *clause)
{
    (void)text;
    return clause->item->op == OP_CHOOSE || clause->item->op == OP_EACH ||
           clause->item->op == OP_VP_COUNT ||
           (clause->item->op == OP_MODIFY && clause->item->index == DURATION_GAME) ||
           (clause->item->op == OP_GAIN && clause->item->a == TRACK_PLATEAU);
}

/* ---- 条件 ---- */

static const char *model_of(const Condition *node)
{
    return node->open ? "开放模型" : "闭源模型";
}

static const char *bound_words(const Condition *node, bool holds)
{
    if (node->test == TEST_AT_LEAST) {
        return holds ? "不低于" : "低于";
    }
    return holds ? "不高于" : "高于";
}

static void compare(CardText *text, const Condition *node, bool holds)
{
    if (node->a == TRACK_QUALITY) {
        prose_add_format(&text->out, "%s%s的%s", whose(node->who), model_of(node),
                         track_of(text, TRACK_QUALITY));
    } else {
        prose_add_format(&text->out, "%s%s", whose(node->who), track_of(text, node->a));
    }
    prose_add_format(&text->out, "%s ", bound_words(node, holds));
    prose_add_number(&text->out, node->n, false);
}

static void more(CardText *text, const Condition *node, bool holds)
{
    const char *denied = holds ? "" : "不";

    if (node->a == TRACK_QUALITY) {
        prose_add_format(&text->out, "%s%s%s优于%s", whose(node->who), model_of(node), denied,
                         other(node->who));
    } else {
        prose_add_format(&text->out, "%s%s%s高于%s", whose(node->who), track_of(text, node->a),
                         denied, other(node->who));
    }
}

static void test_zh(CardText *text, const Condition *node, bool holds)
{
    switch ((Test)node->test) {
    case TEST_AT_LEAST:
    case TEST_AT_MOST:
        compare(text, node, holds);
        return;
    case TEST_MORE:
        more(text, node, holds);
        return;
    case TEST_IN_FORCE:
    case TEST_NOT_IN_FORCE:
        prose_add_format(&text->out, "%s%s生效", text_tile(text->voice, (Tile)node->a),
                         holds == (node->test == TEST_IN_FORCE) ? "已" : "未");
        return;
    case TEST_DIE: /* the walker rolls it */
    case TEST_ALL:
    case TEST_ANY:
    case TEST_NONE:
    case TEST_COUNT:
        break;
    }
}

const Grammar grammar_zh = {
    .clause = clause_zh,
    .is_command = is_command_zh,
    .is_heavy = is_heavy_zh,
    .test = test_zh,
    .stop = "。",
    .gap = "",
    .regardless = "无论如何，",
    .when = "若",
    .roll = "掷骰，若不低于 {n} 点",
    .roll_most = "掷骰，若为 {n} 点",
    .comma = "，",
    .stop_else = "；",
    .otherwise = "否则，",
    .block_else = "否则",
    .option = "二选一：",
    .or_list = "；或者",
    .option_block = "二选一",
    .or_block = "或者",
    .trigger = {[TRIGGER_RELEASE] = "本局余下时间，每当对手发布开放权重",
                [TRIGGER_CONTROL] = "本局余下时间，每当对手实施管制"},
    .block = "：【",
    .block_end = "】",
    .list = {.last = "，", .next = "，"},
    .heavy_list = {.last = "；", .next = "；"},
    .all_of = {.last = "且", .next = "、", .spaced = true},
    .any_of = {.last = "或", .next = "、", .spaced = true},
    .group = "（",
    .group_end = "）",
};
