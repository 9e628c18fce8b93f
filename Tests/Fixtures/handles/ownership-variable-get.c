/* Context variables, globals and fields: what loads give is owned, what stores take is not. */
#include "hpy.h"

static HPyGlobal registry;
static HPyGlobal *module_globals[] = {&registry, NULL};

HPyModuleDef store_module = {
  .globals = module_globals,
};

typedef struct {
  HPyField callback;
} Button;
HPyType_HELPERS(Button)

HPyDef_SLOT(Button_traverse, HPy_tp_traverse)
static int Button_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg) {
  Button *button = (Button *)self;
  HPy_VISIT(&button->callback);
  return 0;
}

HPy variable_or_none(HPyContext *ctx, HPy variable) {
  HPy value;
  if (HPyContextVar_Get(ctx, variable, HPy_NULL, &value) < 0) return HPy_NULL;
  if (HPy_IsNull(value)) return HPy_Dup(ctx, ctx->h_None);
  return value;
}

/* Success does not mean that there is a value. */
HPy variable_not_tested(HPyContext *ctx, HPy variable) {
  HPy value;
  if (HPyContextVar_Get(ctx, variable, HPy_NULL, &value) < 0) return HPy_NULL;
  HPy text = HPy_Str(ctx, value);  // want handle-unchecked "'value'"
  HPy_Close(ctx, value);
  return text;
}

int variable_value_is_lost(HPyContext *ctx, HPy variable) {
  HPy value;
  if (HPyContextVar_Get(ctx, variable, ctx->h_None, &value) < 0) return -1;
  return HPy_IsNull(value) ? 0 : 1;  // want handle-leak "'value'"
}

int variable_value_is_closed(HPyContext *ctx, HPy variable) {
  HPy value;
  if (HPyContextVar_Get(ctx, variable, ctx->h_None, &value) < 0) return -1;
  int has_value = HPy_IsNull(value) ? 0 : 1;
  HPy_Close(ctx, value);
  return has_value;
}

HPy global_loaded_and_returned(HPyContext *ctx) {
  return HPyGlobal_Load(ctx, registry);
}

HPy global_loaded_and_lost(HPyContext *ctx, HPy key) {
  HPy table = HPyGlobal_Load(ctx, registry);
  return HPy_GetItem(ctx, table, key);  // want handle-leak "'table'"
}

HPy global_loaded_and_closed(HPyContext *ctx, HPy key) {
  HPy table = HPyGlobal_Load(ctx, registry);
  HPy value = HPy_GetItem(ctx, table, key);
  HPy_Close(ctx, table);
  return value;
}

int global_store_does_not_consume(HPyContext *ctx) {
  HPy table = HPyDict_New(ctx);
  if (HPy_IsNull(table)) return -1;
  HPyGlobal_Store(ctx, &registry, table);
  return 0;  // want handle-leak "'table'"
}

int global_store_then_close(HPyContext *ctx) {
  HPy table = HPyDict_New(ctx);
  if (HPy_IsNull(table)) return -1;
  HPyGlobal_Store(ctx, &registry, table);
  HPy_Close(ctx, table);
  return 0;
}

void global_cleared(HPyContext *ctx) {
  HPyGlobal_Store(ctx, &registry, HPy_NULL);
}

HPy field_loaded_and_lost(HPyContext *ctx, HPy self) {
  Button *button = Button_AsStruct(ctx, self);
  if (HPyField_IsNull(button->callback)) return HPy_Dup(ctx, ctx->h_None);
  HPy callback = HPyField_Load(ctx, self, button->callback);
  return HPy_Call(ctx, callback, NULL, 0, HPy_NULL);  // want handle-leak "'callback'"
}

HPy field_loaded_and_closed(HPyContext *ctx, HPy self) {
  Button *button = Button_AsStruct(ctx, self);
  if (HPyField_IsNull(button->callback)) return HPy_Dup(ctx, ctx->h_None);
  HPy callback = HPyField_Load(ctx, self, button->callback);
  HPy result = HPy_Call(ctx, callback, NULL, 0, HPy_NULL);
  HPy_Close(ctx, callback);
  return result;
}

int field_store_does_not_consume(HPyContext *ctx, HPy self, HPy obj) {
  HPy callback = HPy_GetAttr_s(ctx, obj, "callback");
  if (HPy_IsNull(callback)) return -1;
  Button *button = Button_AsStruct(ctx, self);
  HPyField_Store(ctx, self, &button->callback, callback);
  return 0;  // want handle-leak "'callback'"
}

int field_store_then_close(HPyContext *ctx, HPy self, HPy obj) {
  HPy callback = HPy_GetAttr_s(ctx, obj, "callback");
  if (HPy_IsNull(callback)) return -1;
  Button *button = Button_AsStruct(ctx, self);
  HPyField_Store(ctx, self, &button->callback, callback);
  HPy_Close(ctx, callback);
  return 0;
}

/* A field takes its own reference of an argument; the argument stays the caller's. */
void field_store_of_an_argument(HPyContext *ctx, HPy self, HPy callback) {
  Button *button = Button_AsStruct(ctx, self);
  HPyField_Store(ctx, self, &button->callback, callback);
}
