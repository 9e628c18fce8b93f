/* Structs that hold pointers and handles, copied whole, filled and read by functions that get them. */
#include "hpy.h"

#include <stdlib.h>
#include <string.h>
typedef struct { HPy_ssize_t rows, cols; double cells[16]; } Grid;
HPyType_HELPERS(Grid)

struct view { Grid *grid; HPy owner; int row; };
struct pane { struct view view; int width; };

/* ---- the whole struct goes to another one */
static void view_copy(struct view *to, const struct view *from) { *to = *from; }
static void view_copy_bytes(struct view *to, const struct view *from) { memcpy(to, from, sizeof *to); }
static void view_set(struct view *to, struct view value) { *to = value; }
static struct view view_same(struct view value) { return value; }
static struct view view_load(const struct view *from) { return *from; }
static struct view view_of(const struct pane *pane) { return pane->view; }
static void pane_set(struct pane *pane, struct view value) { pane->view = value; }
static void view_swap(struct view *a, struct view *b) { struct view t = *a; *a = *b; *b = t; }
static struct view view_at_row(struct view value, int row) { value.row = row; return value; }

double copied_by_a_function(HPyContext *ctx, HPy h, HPy key)
{
    struct view a = { Grid_AsStruct(ctx, h), h, 0 }, b;
    view_copy(&b, &a);
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    return b.grid->cells[0];  // want pointer-spans-gc "'b.grid' is used"
}

double copied_byte_by_byte_by_a_function(HPyContext *ctx, HPy h, HPy key)
{
    struct view a = { Grid_AsStruct(ctx, h), h, 0 }, b;
    view_copy_bytes(&b, &a);
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    return b.grid->cells[0];  // want pointer-spans-gc "'b.grid' is used"
}

double set_to_a_value(HPyContext *ctx, HPy h, HPy key)
{
    struct view a = { Grid_AsStruct(ctx, h), h, 0 }, b;
    view_set(&b, a);
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    return b.grid->cells[0];  // want pointer-spans-gc "'b.grid' is used"
}

double returned_as_it_came(HPyContext *ctx, HPy h, HPy key)
{
    struct view a = { Grid_AsStruct(ctx, h), h, 0 };
    struct view b = view_same(a);
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    return b.grid->cells[0];  // want pointer-spans-gc "'b.grid' is used"
}

double returned_with_another_row(HPyContext *ctx, HPy h, HPy key)
{
    struct view a = { Grid_AsStruct(ctx, h), h, 0 };
    a = view_at_row(a, 3);
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    return a.grid->cells[a.row];  // want pointer-spans-gc "'a.grid' is used"
}

double loaded_out_of_a_struct_in_a_struct(HPyContext *ctx, HPy h, HPy key)
{
    struct pane pane = { { NULL } };
    struct view a = { Grid_AsStruct(ctx, h), h, 0 };
    pane_set(&pane, view_load(&a));
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    return view_of(&pane).grid->cells[0];  // want pointer-spans-gc
}

double swapped_to_the_fresh_one_is_fine(HPyContext *ctx, HPy h, HPy key)
{
    struct view a = { Grid_AsStruct(ctx, h), h, 0 }, b;
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    b.grid = Grid_AsStruct(ctx, h);
    view_swap(&a, &b);
    return a.grid->cells[0];
}

double swapped_to_the_old_one(HPyContext *ctx, HPy h, HPy key)
{
    struct view a = { Grid_AsStruct(ctx, h), h, 0 }, b;
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    b.grid = Grid_AsStruct(ctx, h);
    view_swap(&a, &b);
    return b.grid->cells[0];  // want pointer-spans-gc "'b.grid' is used"
}

double renewed_by_a_copy_is_fine(HPyContext *ctx, HPy h, HPy key)
{
    struct view a = { Grid_AsStruct(ctx, h), h, 0 };
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    struct view fresh = { Grid_AsStruct(ctx, h), h, 0 };
    view_copy(&a, &fresh);
    return a.grid->cells[0];
}

static struct view view_reload(HPyContext *ctx, struct view v) { v.grid = Grid_AsStruct(ctx, v.owner); return v; }
double renewed_by_value_is_fine(HPyContext *ctx, HPy h, HPy key)
{
    struct view a = { Grid_AsStruct(ctx, h), h, 0 };
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    a = view_reload(ctx, a);
    return a.grid->cells[0];
}

/* A copy that is made on some paths only. */
static int view_copy_if_wide(struct view *to, const struct pane *pane)
{
    if (pane->width < 80) return 0;
    *to = pane->view;
    return 1;
}
double renewed_on_the_path_that_says_so_is_fine(HPyContext *ctx, HPy h, HPy key, int width)
{
    struct view a = { Grid_AsStruct(ctx, h), h, 0 };
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    struct pane fresh = { { Grid_AsStruct(ctx, h), h, 0 }, width };
    if (!view_copy_if_wide(&a, &fresh)) return 0;
    return a.grid->cells[0];
}
double renewed_on_the_other_path(HPyContext *ctx, HPy h, HPy key, int width)
{
    struct view a = { Grid_AsStruct(ctx, h), h, 0 };
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    struct pane fresh = { { Grid_AsStruct(ctx, h), h, 0 }, width };
    if (view_copy_if_wide(&a, &fresh)) return 0;
    return a.grid->cells[0];  // want pointer-spans-gc "'a.grid' is used"
}

/* ---- the callee collects, or closes, and then uses what is in the struct */
struct scan { HPyContext *ctx; HPy owner; Grid *grid; double *at; };

static double scan_next(struct scan *s, HPy key)
{
    if (HPy_Contains(s->ctx, s->owner, key) < 0) return -1;
    return s->grid->cells[0];  // want pointer-spans-gc "'s->grid' is used"
}
double scanned(HPyContext *ctx, HPy h, HPy key)
{
    struct scan s = { ctx, h, Grid_AsStruct(ctx, h), NULL };
    return scan_next(&s, key);
}

static int scan_next_reloading(struct scan *s, HPy key, double *cell)
{
    if (HPy_Contains(s->ctx, s->owner, key) < 0) return -1;
    s->grid = Grid_AsStruct(s->ctx, s->owner);
    *cell = s->grid->cells[0];
    return 0;
}
double scanned_with_a_reload_is_fine(HPyContext *ctx, HPy h, HPy key)
{
    struct scan s = { ctx, h, Grid_AsStruct(ctx, h), NULL };
    double cell;
    if (scan_next_reloading(&s, key, &cell) < 0) return -1;
    return cell + s.grid->cells[1];
}

static double scan_value(struct scan s, HPy key)
{
    if (HPy_Contains(s.ctx, s.owner, key) < 0) return -1;
    return s.grid->cells[0];  // want pointer-spans-gc "'s.grid' is used"
}
double scanned_by_value(HPyContext *ctx, HPy h, HPy key)
{
    struct scan s = { ctx, h, Grid_AsStruct(ctx, h), NULL };
    return scan_value(s, key);
}

static double first_of(HPyContext *ctx, Grid **grid, HPy h, HPy key)
{
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    return (*grid)->cells[0];  // want pointer-spans-gc "'*grid' is used"
}
double through_a_pointer_to_the_pointer(HPyContext *ctx, HPy h, HPy key)
{
    Grid *grid = Grid_AsStruct(ctx, h);
    return first_of(ctx, &grid, h, key);
}

static int visit_cells(HPyContext *ctx, double cell, void *closure)
{
    struct scan *s = closure;
    return s->grid->cells[0] < cell;
}
static int collect_and_visit(HPyContext *ctx, HPy h, HPy key, void *closure)
{
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    return visit_cells(ctx, 1.0, closure);  // want pointer-spans-gc "'closure' is used"
}
int visited_behind_a_collection(HPyContext *ctx, HPy h, HPy key)
{
    struct scan s = { ctx, h, Grid_AsStruct(ctx, h), NULL };
    return collect_and_visit(ctx, h, key, &s);
}

static double scan_finish(struct scan *s)
{
    HPy_Close(s->ctx, s->owner);
    return s->grid->cells[0];  // want pointer-outlives-handle "'s->grid' is used after its handle"
}
double finished_too_early(HPyContext *ctx, HPy h)
{
    struct scan s = { ctx, HPy_Dup(ctx, h), NULL, NULL };
    s.grid = Grid_AsStruct(ctx, s.owner);
    return scan_finish(&s);
}
static double scan_finish_in_order(struct scan *s)
{
    double d = s->grid->cells[0];
    HPy_Close(s->ctx, s->owner);
    return d;
}
double finished_in_order_is_fine(HPyContext *ctx, HPy h)
{
    struct scan s = { ctx, HPy_Dup(ctx, h), NULL, NULL };
    s.grid = Grid_AsStruct(ctx, s.owner);
    return scan_finish_in_order(&s);
}
/* The handle that is closed is not the one that the pointer is from. */
static double scan_end(struct scan *s)
{
    HPy_Close(s->ctx, s->owner);
    return s->grid->cells[1];
}
double finished_with_another_owner_is_fine(HPyContext *ctx, HPy h)
{
    struct scan s = { ctx, HPy_Dup(ctx, h), Grid_AsStruct(ctx, h), NULL };
    return scan_end(&s);
}

/* ---- the callee derives a pointer from the one in the struct */
static double *scan_cells(struct scan *s) { return s->grid->cells; }
static double *cells_of(Grid **grid) { return (*grid)->cells; }
static void scan_cells_to(struct scan *s, double **out) { *out = s->grid->cells + 2; }
static void scan_start(struct scan *s) { s->at = s->grid->cells; }
static double scan_step(struct scan *s) { return *s->at++; }
static double *scan_cells_of(struct scan *s) { return scan_cells(s); }

double derived_and_returned(HPyContext *ctx, HPy h, HPy key)
{
    struct scan s = { ctx, h, Grid_AsStruct(ctx, h), NULL };
    double *cells = scan_cells_of(&s);
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    return cells[1];  // want pointer-spans-gc "'cells' is used"
}
double derived_from_what_a_pointer_points_to(HPyContext *ctx, HPy h, HPy key)
{
    Grid *grid = Grid_AsStruct(ctx, h);
    double *cells = cells_of(&grid);
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    return cells[1];  // want pointer-spans-gc "'cells' is used"
}
double derived_into_an_argument(HPyContext *ctx, HPy h, HPy key)
{
    struct scan s = { ctx, h, Grid_AsStruct(ctx, h), NULL };
    double *cells;
    scan_cells_to(&s, &cells);
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    return cells[1];  // want pointer-spans-gc "'cells' is used"
}
double derived_and_moved_on(HPyContext *ctx, HPy h, HPy key)
{
    struct scan s = { ctx, h, Grid_AsStruct(ctx, h), NULL };
    scan_start(&s);
    double d = scan_step(&s);
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    return d + scan_step(&s);  // want pointer-spans-gc
}
double derived_and_used_before_is_fine(HPyContext *ctx, HPy h, HPy key)
{
    struct scan s = { ctx, h, Grid_AsStruct(ctx, h), NULL };
    scan_start(&s);
    double d = scan_step(&s) + scan_step(&s) + *scan_cells(&s);
    if (HPy_Contains(ctx, h, key) < 0) return -1;
    return d;
}

/* ---- renewed in the callee, by whatever way, before it is used */
void scan_outside(struct scan *s);
static double scan_renewed_outside(struct scan *s, HPy key)
{
    if (HPy_Contains(s->ctx, s->owner, key) < 0) return -1;
    scan_outside(s);
    return s->grid->cells[0];
}
static void scan_reload(struct scan *s) { s->grid = Grid_AsStruct(s->ctx, s->owner); }
static double scan_renewed_by_a_callee(struct scan *s, HPy key)
{
    if (HPy_Contains(s->ctx, s->owner, key) < 0) return -1;
    scan_reload(s);
    return s->grid->cells[0];
}
static double scan_renewed_by_its_address(struct scan *s, HPy key)
{
    Grid **slot = &s->grid;
    if (HPy_Contains(s->ctx, s->owner, key) < 0) return -1;
    *slot = Grid_AsStruct(s->ctx, s->owner);
    return s->grid->cells[0];
}
static void scan_restart(struct scan *s, HPy other)
{
    HPy_Close(s->ctx, s->owner);
    s->owner = HPy_Dup(s->ctx, other);
    s->grid = Grid_AsStruct(s->ctx, s->owner);
    s->grid->rows++;
}
double renewed_in_the_callee_is_fine(HPyContext *ctx, HPy h, HPy key)
{
    struct scan s = { ctx, h, Grid_AsStruct(ctx, h), NULL };
    double d = scan_renewed_outside(&s, key);
    s.grid = Grid_AsStruct(ctx, h);
    d += scan_renewed_by_a_callee(&s, key);
    s.grid = Grid_AsStruct(ctx, h);
    return d + scan_renewed_by_its_address(&s, key);
}
double restarted_with_another_owner_is_fine(HPyContext *ctx, HPy h, HPy g)
{
    struct scan s = { ctx, HPy_Dup(ctx, h), NULL, NULL };
    s.grid = Grid_AsStruct(ctx, s.owner);
    scan_restart(&s, g);
    scan_restart(&s, h);
    double d = s.grid->cells[0];
    HPy_Close(ctx, s.owner);
    return d;
}
