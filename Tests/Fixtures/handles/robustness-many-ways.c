/* Robustness: a helper that can go in more ways than a summary tells apart. */
#include "hpy.h"
#include <stdlib.h>

typedef struct {
  HPy slots[16];
  void *memory[16];
} Table;

static int fill_one(HPyContext *ctx, Table *table, HPy obj, int which) {
  switch (which) {
  case 0:
    table->memory[0] = malloc(8);
    table->slots[0] = HPy_Dup(ctx, obj);
    return 0;
  case 1:
    table->memory[1] = malloc(16);
    table->slots[1] = HPy_Dup(ctx, obj);
    table->memory[6] = malloc(4);
    return 1;
  case 2:
    table->memory[2] = malloc(24);
    table->slots[2] = HPy_Dup(ctx, obj);
    return 2;
  case 3:
    table->memory[3] = malloc(32);
    table->slots[3] = HPy_Dup(ctx, obj);
    return 3;
  case 4:
    table->memory[4] = malloc(40);
    table->slots[4] = HPy_Dup(ctx, obj);
    table->memory[9] = malloc(4);
    return 4;
  case 5:
    table->memory[5] = malloc(48);
    table->slots[5] = HPy_Dup(ctx, obj);
    return 5;
  case 6:
    table->memory[6] = malloc(56);
    table->slots[6] = HPy_Dup(ctx, obj);
    return 6;
  case 7:
    table->memory[7] = malloc(64);
    table->slots[7] = HPy_Dup(ctx, obj);
    table->memory[12] = malloc(4);
    return 7;
  case 8:
    table->memory[8] = malloc(72);
    table->slots[8] = HPy_Dup(ctx, obj);
    return 8;
  case 9:
    table->memory[9] = malloc(80);
    table->slots[9] = HPy_Dup(ctx, obj);
    return 9;
  case 10:
    table->memory[10] = malloc(88);
    table->slots[10] = HPy_Dup(ctx, obj);
    table->memory[15] = malloc(4);
    return 10;
  case 11:
    table->memory[11] = malloc(96);
    table->slots[11] = HPy_Dup(ctx, obj);
    return 11;
  case 12:
    table->memory[12] = malloc(104);
    table->slots[12] = HPy_Dup(ctx, obj);
    return 12;
  case 13:
    table->memory[13] = malloc(112);
    table->slots[13] = HPy_Dup(ctx, obj);
    table->memory[2] = malloc(4);
    return 13;
  case 14:
    table->memory[14] = malloc(120);
    table->slots[14] = HPy_Dup(ctx, obj);
    return 14;
  case 15:
    table->memory[15] = malloc(128);
    table->slots[15] = HPy_Dup(ctx, obj);
    return 15;
  default:
    return -1;
  }
}

int filled_and_closed(HPyContext *ctx, HPy obj, int which) {
  Table table = {{HPy_NULL}};
  int rc = fill_one(ctx, &table, obj, which);
  for (int i = 0; i < 16; i++) {
    HPy_Close(ctx, table.slots[i]);
    free(table.memory[i]);
  }
  return rc;
}
