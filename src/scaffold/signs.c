/* The marks of a catalog made from a sheet: see signs.h. */
#include "scaffold/signs.h"
#include "base/yaml_out.h"

/* The signs used for answers, by state, if some are unknown to the loader. */
static bool find_signs(const struct cs_sheet *sheet, cs_text signs[CS_STATES])
{
    static const cs_text usual[CS_STATES] = {[CS_STATE_OK] = CS_LITERAL("○"),
                                             [CS_STATE_PART] = CS_LITERAL("△"),
                                             [CS_STATE_NG] = CS_LITERAL("×"),
                                             [CS_STATE_NA] = CS_LITERAL("－")};
    bool differs = false;
    for (int state = 0; state < CS_STATES; state++)
        signs[state] = usual[state];
    for (uint32_t i = 0; i < sheet->sign_count; i++) {
        enum cs_state state = sheet->signs[i].state;
        differs |= state != CS_STATE_NONE && !cs_text_equal(signs[state], sheet->signs[i].sign);
        signs[state] = state == CS_STATE_NONE ? signs[state] : sheet->signs[i].sign;
    }
    return differs;
}

bool cs_signs_say_more(const struct cs_sheet *sheet)
{
    bool any = false;
    for (uint32_t i = 0; i < sheet->sign_count; i++)
        any |= sheet->signs[i].state == CS_STATE_PART || sheet->signs[i].state == CS_STATE_PLAN;
    return any;
}

static void add_mark(struct cs_buf *out, cs_text sign, enum cs_state state, cs_text label)
{
    cs_yaml_add_field(out, CS_YAML_STEP, sign, (cs_text){0});
    cs_yaml_add_field(out, 2 * CS_YAML_STEP, CS_TEXT("id"), cs_state_word(state));
    cs_yaml_add_field(out, 2 * CS_YAML_STEP, CS_TEXT("label"), label);
}

/* The signs that the form explains, and no other: what it does not explain it does not take. */
static bool add_explained(struct cs_buf *out, const struct cs_sheet *sheet)
{
    if (sheet->sign_count == 0 || sheet->signs[0].label.size == 0)
        return false;
    cs_buf_add(out, CS_TEXT("marks:\n"));
    for (int state = CS_STATE_OK; state < CS_STATES; state++)
        for (uint32_t i = 0; i < sheet->sign_count; i++)
            if (sheet->signs[i].state == (enum cs_state)state) {
                add_mark(out, sheet->signs[i].sign, (enum cs_state)state, sheet->signs[i].label);
                break; /* the first says it best */
            }
    return true;
}

void cs_signs_add(struct cs_buf *out, const struct cs_sheet *sheet)
{
    cs_text signs[CS_STATES];
    if (add_explained(out, sheet) || !find_signs(sheet, signs))
        return;
    cs_buf_add(out, CS_TEXT("marks:\n"));
    for (int state = CS_STATE_OK; state < CS_STATES; state++) {
        cs_text label = cs_state_label((enum cs_state)state, sheet->language);
        if (signs[state].size)
            add_mark(out, signs[state], (enum cs_state)state, label);
    }
}
