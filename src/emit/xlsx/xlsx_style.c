/* The styles of a workbook, one a line; their purpose is visible where they are used. */
#include "emit/xlsx/xlsx_style.h"

static const struct frame line_frame = {.bottom = LINE_THIN, .bottom_color = CS_COLOR_RULE};
static const struct frame cell_frame = {LINE_NONE, LINE_THIN, LINE_DOTTED, 0, CS_COLOR_RULE, CS_COLOR_HAIR};
static const struct frame band_frame = {LINE_THIN, LINE_THIN, LINE_NONE, CS_COLOR_NAVY, CS_COLOR_RULE, 0};
static const struct frame lower_frame = {LINE_THIN, LINE_THIN, LINE_NONE, CS_COLOR_RULE, CS_COLOR_RULE, 0};
static const struct frame head_frame = {LINE_THIN, LINE_THIN, LINE_THIN, CS_COLOR_NAVY, CS_COLOR_NAVY, CS_COLOR_NAVY};
static const struct frame total_frame = {LINE_THIN, LINE_THIN, LINE_NONE, CS_COLOR_NAVY, CS_COLOR_NAVY, 0};

static const struct look styles[STYLES] = {
#define INK    CS_COLOR_INK
#define MUTED  CS_COLOR_MUTED
#define NAVY   CS_COLOR_NAVY
#define CENTER ALIGN_CENTER
    [STYLE_BODY] = {10, INK, .wrap = true},
    [STYLE_TITLE] = {15, NAVY, .indent = 1, .bold = true},
    [STYLE_TITLE_INFO] = {9, MUTED, .align = ALIGN_RIGHT},
    [STYLE_HEAD] = {10, CS_COLOR_WHITE, NAVY, .indent = 1, .frame = &head_frame, .bold = true, .wrap = true},
    [STYLE_HEAD_CENTER] = {10, CS_COLOR_WHITE, NAVY, CENTER, .frame = &head_frame, .bold = true, .wrap = true},
    [STYLE_BAND] = {11, NAVY, CS_COLOR_BAND, .indent = 1, .frame = &band_frame, .bold = true},
    [STYLE_BAND_LOWER] = {10, NAVY, CS_COLOR_BAND_LOWER, .indent = 2, .frame = &lower_frame, .bold = true},
    [STYLE_NUMBER] = {10, MUTED, .align = CENTER, .frame = &cell_frame, .wrap = true, .number = "@"},
    [STYLE_FIXED] = {10, INK, .indent = 1, .frame = &cell_frame, .wrap = true},
    [STYLE_FLAG] = {9, MUTED, .align = CENTER, .frame = &cell_frame, .wrap = true},
    [STYLE_SIGN] = {13, INK, .align = CENTER, .frame = &cell_frame, .bold = true, .wrap = true, .open = true},
    [STYLE_SIGN_WORD] = {10, INK, .align = CENTER, .frame = &cell_frame, .bold = true, .wrap = true, .open = true},
    [STYLE_OPEN] = {10, INK, .indent = 1, .frame = &cell_frame, .wrap = true, .open = true},
    [STYLE_EVIDENCE] = {9, MUTED, .indent = 1, .frame = &cell_frame, .wrap = true, .open = true},
    [STYLE_DATE] = {.size = 9,
                    .ink = MUTED,
                    .align = CENTER,
                    .frame = &cell_frame,
                    .wrap = true,
                    .open = true,
                    .number = "yyyy-mm-dd"},
    [STYLE_REF] = {9, MUTED, .indent = 1, .frame = &cell_frame, .wrap = true},
    [STYLE_LINK] = {9, CS_COLOR_LINK, .indent = 1, .frame = &cell_frame, .wrap = true, .underline = true, .open = true},
    [STYLE_COVER_TITLE] = {20, NAVY, .bold = true},
    [STYLE_COVER_SERVICE] = {.size = 13, .ink = INK},
    [STYLE_HEADING] = {13, NAVY, .bold = true},
    [STYLE_LABEL] = {.size = 10, .ink = MUTED},
    [STYLE_LABEL_RULED] = {10, MUTED, .frame = &line_frame},
    [STYLE_VALUE] = {.size = 10, .ink = INK},
    [STYLE_VALUE_RULED] = {10, INK, .frame = &line_frame},
    [STYLE_VALUE_LINK] = {10, CS_COLOR_LINK, .underline = true},
    [STYLE_VALUE_LINK_RULED] = {10, CS_COLOR_LINK, .frame = &line_frame, .underline = true},
    [STYLE_PREFACE] = {.size = 9, .ink = INK},
    [STYLE_SECTION] = {10, CS_COLOR_LINK, .indent = 1, .frame = &line_frame, .underline = true},
    [STYLE_SECTION_WRAPPED] = {10, CS_COLOR_LINK, .indent = 1, .frame = &line_frame, .wrap = true, .underline = true},
    [STYLE_COUNT] = {10, INK, .align = CENTER, .frame = &line_frame, .number = "0;-0;\"・\""},
    [STYLE_RATE] = {10, INK, .align = CENTER, .frame = &line_frame, .number = "0%"},
    [STYLE_TOTAL] = {10, INK, .indent = 1, .frame = &total_frame, .bold = true},
    [STYLE_TOTAL_COUNT] = {10, INK, .align = CENTER, .frame = &total_frame, .bold = true, .number = "0"},
    [STYLE_TOTAL_RATE] = {10, INK, .align = CENTER, .frame = &total_frame, .bold = true, .number = "0%"},
    [STYLE_SMALL] = {.size = 8, .ink = MUTED},
    [STYLE_TEXT] = {10, INK, .indent = 1, .frame = &line_frame, .wrap = true},
    [STYLE_MORE] = {10, INK, .indent = 1, .frame = &line_frame, .wrap = true, .top = true},
    [STYLE_CHANGE] = {13, INK, .align = CENTER, .frame = &cell_frame, .bold = true, .wrap = true},
    [STYLE_CHANGE_WORD] = {9, INK, .align = CENTER, .frame = &cell_frame, .wrap = true},
    [STYLE_TONE] = {.size = 12, .align = CENTER, .frame = &line_frame, .bold = true, .wrap = true},
    [STYLE_TONE_WORD] = {.size = 9, .align = CENTER, .frame = &line_frame, .bold = true, .wrap = true},
    [STYLE_TONE_HEAD] = {.size = 12, .align = CENTER, .frame = &total_frame, .bold = true, .wrap = true},
    [STYLE_TONE_HEAD_WORD] = {.size = 9, .align = CENTER, .frame = &total_frame, .bold = true, .wrap = true},
#undef INK
#undef MUTED
#undef NAVY
#undef CENTER
};

unsigned cs_style_smaller(unsigned style, unsigned steps)
{
    return style + steps * STYLES;
}

struct look cs_style_look(unsigned style)
{
    struct look look = styles[style % STYLES];
    look.size -= style / STYLES;
    return look;
}

unsigned cs_style_size(unsigned style)
{
    return styles[style % STYLES].size - style / STYLES;
}

bool cs_style_is_centered(unsigned style)
{
    return styles[style % STYLES].align == ALIGN_CENTER;
}
