#include "ui/box.h"

Spot box_centre(Box box)
{
    return (Spot){box.x + box.w / 2, box.y + box.h / 2};
}

bool box_has(Box box, Spot spot)
{
    return spot.x >= box.x && spot.y >= box.y && spot.x < box.x + box.w && spot.y < box.y + box.h;
}

bool box_holds(Box box, Box inner)
{
    return inner.x >= box.x && inner.y >= box.y && inner.x + inner.w <= box.x + box.w &&
           inner.y + inner.h <= box.y + box.h;
}

Box box_meet(Box a, Box b)
{
    int left = a.x > b.x ? a.x : b.x;
    int top = a.y > b.y ? a.y : b.y;
    int right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    int bottom = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;

    return (Box){left, top, right > left ? right - left : 0, bottom > top ? bottom - top : 0};
}

Box box_inset(Box box, int by)
{
    return (Box){box.x + by, box.y + by, box.w - 2 * by, box.h - 2 * by};
}

Box box_around(Spot centre, int w, int h)
{
    return (Box){centre.x - w / 2, centre.y - h / 2, w, h};
}

Box box_cut_left(Box *box, int w, int gap)
{
    Box piece = {box->x, box->y, w, box->h};

    box->x += w + gap;
    box->w -= w + gap;
    return piece;
}

Box box_cut_right(Box *box, int w, int gap)
{
    box->w -= w + gap;
    return (Box){box->x + box->w + gap, box->y, w, box->h};
}

Box box_cut_top(Box *box, int h, int gap)
{
    Box piece = {box->x, box->y, box->w, h};

    box->y += h + gap;
    box->h -= h + gap;
    return piece;
}

Box box_cut_bottom(Box *box, int h, int gap)
{
    box->h -= h + gap;
    return (Box){box->x, box->y + box->h + gap, box->w, h};
}

Box box_column(Box box, int n, int count, int gap)
{
    int left = n * (box.w + gap) / count;
    int right = (n + 1) * (box.w + gap) / count - gap;

    return (Box){box.x + left, box.y, right - left, box.h};
}

Box box_row(Box box, int n, int count, int gap)
{
    int top = n * (box.h + gap) / count;
    int bottom = (n + 1) * (box.h + gap) / count - gap;

    return (Box){box.x, box.y + top, box.w, bottom - top};
}
