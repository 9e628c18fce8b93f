/* A table with named columns, in three files. */
#ifndef TABLE_H
#define TABLE_H

#include "hpy.h"

#define MAX_ROWS 32

typedef struct {
    HPy_ssize_t rows;
    HPyField names;
    double cells[MAX_ROWS];
} TableObject;
HPyType_HELPERS(TableObject)

/* Returns the cells of a table. */
double *table_cells(HPyContext *ctx, HPy h_table);

/* Converts `h_value`, which is None for a missing cell; -1 with an exception. */
double table_convert(HPyContext *ctx, HPy h_value);

/* Returns NaN. */
double table_missing(void);

#endif
