/* How far a rule set may go.  rules_verify() refuses what lies outside, the rules compiler names the
 * file and line of it; inside, the kernel's byte lanes and counters cannot overflow. */

#ifndef TPD_CORE_RULES_LIMITS_H
#define TPD_CORE_RULES_LIMITS_H

enum {
    CARD_OPS_MAX = 9,
    GAIN_MAX = 30,     /* of one instruction, up or down */
    MODIFY_MAX = 9,    /* of one instruction, up or down */
    DRAW_MAX = 10,     /* cards of one draw or discard */
    VP_COUNT_MAX = 30, /* points of one vp_count */
    COMPARE_MAX = 9999,
    DIE_SIDES = 6,
    WEIGHT_MAX = 9,
    STRICTNESS_MAX = 9,
    ROUNDS_MAX = 20,
    ACTS_MAX = 10,
    HAND_SIZE_MAX = 10, /* cards to which a Start deals */
    EXTRA_CAPITAL_MAX = 30,
    TEXT_LENGTH_MAX = 1000, /* bytes of one title, concept line or label */
};

#endif
