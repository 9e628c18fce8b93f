/* Slots that give a new handle. */
#include "hpy.h"

typedef struct {
  long n;
} Num;
HPyType_HELPERS(Num)

HPyDef_SLOT(Num_negative, HPy_nb_negative)
static HPy Num_negative_impl(HPyContext *ctx, HPy self) {
  return self;  // want handle-return-borrowed "'self'"
}

HPyDef_SLOT(Num_positive, HPy_nb_positive)
static HPy Num_positive_impl(HPyContext *ctx, HPy self) {
  return HPy_Dup(ctx, self);
}

HPyDef_SLOT(Num_add, HPy_nb_add)
static HPy Num_add_impl(HPyContext *ctx, HPy left, HPy right) {
  if (HPyNumber_Check(ctx, right)) return HPy_Dup(ctx, ctx->h_NotImplemented);
  return right;  // want handle-return-borrowed "'right'"
}

HPyDef_SLOT(Num_power, HPy_nb_power)
static HPy Num_power_impl(HPyContext *ctx, HPy base, HPy exponent, HPy modulus) {
  HPy_Close(ctx, modulus);  // want handle-close-borrowed "'modulus'"
  return HPy_Power(ctx, base, exponent, ctx->h_None);
}

HPyDef_SLOT(Num_inplace_add, HPy_nb_inplace_add)
static HPy Num_inplace_add_impl(HPyContext *ctx, HPy self, HPy other) {
  return HPy_Dup(ctx, self);
}

HPyDef_SLOT(Num_item, HPy_sq_item)
static HPy Num_item_impl(HPyContext *ctx, HPy self, HPy_ssize_t index) {
  if (index == 0) return self;  // want handle-return-borrowed "'self'"
  return HPyLong_FromSsize_t(ctx, index);
}

HPyDef_SLOT(Num_subscript, HPy_mp_subscript)
static HPy Num_subscript_impl(HPyContext *ctx, HPy self, HPy key) {
  HPy text = HPy_Str(ctx, key);
  if (HPy_IsNull(text)) return HPy_NULL;
  if (HPy_Length(ctx, text) == 0) return HPy_NULL;  // want handle-leak "'text'"
  return text;
}

HPyDef_SLOT(Num_repr, HPy_tp_repr)
static HPy Num_repr_impl(HPyContext *ctx, HPy self) {
  HPy type = HPy_Type(ctx, self);
  if (HPy_IsNull(type)) return HPy_NULL;
  return HPyUnicode_FromFormat(ctx, "a %S", type);  // want handle-leak "'type'"
}

HPyDef_SLOT(Num_str, HPy_tp_str)
static HPy Num_str_impl(HPyContext *ctx, HPy self) {
  HPy type = HPy_Type(ctx, self);
  if (HPy_IsNull(type)) return HPy_NULL;
  HPy text = HPy_Str(ctx, type);
  HPy_Close(ctx, type);
  return text;
}

HPyDef_SLOT(Num_richcompare, HPy_tp_richcompare)
static HPy Num_richcompare_impl(HPyContext *ctx, HPy self, HPy other, HPy_RichCmpOp op) {
  if (op != HPy_EQ) return ctx->h_NotImplemented;  // want handle-return-borrowed "h_NotImplemented"
  return HPyBool_FromLong(ctx, HPy_Is(ctx, self, other));
}

HPyDef_SLOT(Num_call, HPy_tp_call)
static HPy Num_call_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames) {
  if (nargs == 1) return args[0];  // want handle-return-borrowed "args[0]"
  return HPy_Dup(ctx, self);
}

HPyDef_SLOT(Num_new, HPy_tp_new)
static HPy Num_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw) {
  Num *num;
  HPy self = HPy_New(ctx, type, &num);
  if (HPy_IsNull(self)) return HPy_NULL;
  num->n = nargs;
  return self;
}

HPyDef_SLOT(Num_new_of_cache, HPy_tp_new)
static HPy Num_new_of_cache_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs,
                                 HPy kw) {
  if (nargs == 1) return args[0];  // want handle-return-borrowed "args[0]"
  Num *num;
  return HPy_New(ctx, type, &num);
}

HPyDef_SLOT(Num_create, HPy_mod_create)
static HPy Num_create_impl(HPyContext *ctx, HPy spec) {
  return spec;  // want handle-return-borrowed "'spec'"
}

/* Filled by hand: the table says what they are. */
static HPy by_hand(HPyContext *ctx, HPy self);
static HPy by_hand(HPyContext *ctx, HPy self) {
  return self;  // want handle-return-borrowed "'self'"
}
HPyDef by_hand_slot = {
  .kind = HPyDef_Kind_Slot,
  .slot = {.slot = HPy_nb_invert, .impl = (HPyCFunction)by_hand},
};

static HPy by_hand_method(HPyContext *ctx, HPy self, HPy arg) {
  return arg;  // want handle-return-borrowed "'arg'"
}
static HPyDef by_hand_methods[] = {
  {.kind = HPyDef_Kind_Meth,
   .meth = {.name = "m", .impl = (HPyCFunction)by_hand_method, .signature = HPyFunc_O}},
};
HPyDef *by_hand_defines[] = {&by_hand_slot, &by_hand_methods[0], NULL};

static HPy in_a_slot_alone(HPyContext *ctx, HPy self) {
  HPy_Close(ctx, self);  // want handle-close-borrowed "'self'"
  return HPy_Dup(ctx, ctx->h_None);
}
HPySlot slot_alone = {HPy_nb_absolute, (HPyCFunction)in_a_slot_alone, NULL};

static HPy in_a_method_alone(HPyContext *ctx, HPy self) {
  return ctx->h_None;  // want handle-return-borrowed "h_None"
}
HPyMeth method_alone = {"alone", (HPyCFunction)in_a_method_alone, NULL, HPyFunc_NOARGS, NULL};
