/* A pointer is kept in memory that a global, an object or a capsule leads to. */
#include "hpy.h"

typedef struct Item {
    long value;
} Item;

HPyType_HELPERS(Item)

typedef struct Node {
    Item *item;
    HPy handle;
    long value;
    struct Node *next;
} Node;

typedef struct List {
    Node *first;
    long length;
} List;

HPyType_HELPERS(List)

static Node *nodes;
Node *node_called(const char *name);

void kept_behind_a_global(HPyContext *ctx, HPy h)
{
    nodes->item = Item_AsStruct(ctx, h);        // want pointer-escapes "is kept in 'nodes->item'"
}

void kept_at_the_end_of_a_list(HPyContext *ctx, HPy h)
{
    Node *last = nodes;
    while (last->next != NULL)
        last = last->next;
    last->item = Item_AsStruct(ctx, h);         // want pointer-escapes
}

void cleared_behind_a_global_is_fine(HPyContext *ctx, HPy h)
{
    nodes->item = Item_AsStruct(ctx, h);
    nodes->value = nodes->item->value;
    nodes->item = NULL;
}

void kept_in_the_memory_of_an_object(HPyContext *ctx, HPy h_list, HPy h)
{
    List *list = List_AsStruct(ctx, h_list);
    Node *first = list->first;
    first->item = Item_AsStruct(ctx, h);        // want pointer-escapes "is kept in 'first->item'"
}

void value_kept_in_the_memory_of_an_object_is_fine(HPyContext *ctx, HPy h_list, HPy h)
{
    List *list = List_AsStruct(ctx, h_list);
    Node *first = list->first;
    first->value = Item_AsStruct(ctx, h)->value;
}

int kept_in_what_a_capsule_holds(HPyContext *ctx, HPy capsule, HPy h)
{
    Node *node = HPyCapsule_GetPointer(ctx, capsule, "node");
    if (node == NULL)
        return -1;
    node->item = Item_AsStruct(ctx, h);         // want pointer-escapes "is kept in 'node->item'"
    return 0;
}

int kept_for_a_while_in_what_a_capsule_holds_is_fine(HPyContext *ctx, HPy capsule, HPy h)
{
    Node *node = HPyCapsule_GetPointer(ctx, capsule, "node");
    if (node == NULL)
        return -1;
    node->item = Item_AsStruct(ctx, h);
    node->value = node->item->value;
    node->item = NULL;
    return 0;
}

void handle_kept_in_the_memory_of_an_object(HPyContext *ctx, HPy h_list, HPy h)
{
    List *list = List_AsStruct(ctx, h_list);
    list->first->handle = HPy_Dup(ctx, h);      // want handle-escapes
}

/* The caller of these two knows what the memory is. */
void kept_in_the_memory_of_the_caller_is_fine(HPyContext *ctx, HPy h, Node *node)
{
    node->item = Item_AsStruct(ctx, h);
}

static void set_item(HPyContext *ctx, HPy h, Node *node)
{
    node->item = Item_AsStruct(ctx, h);
}

long kept_in_a_local_by_a_helper_is_fine(HPyContext *ctx, HPy h)
{
    Node node;
    set_item(ctx, h, &node);
    return node.item->value;
}

/* A function without a body can also give memory that is freed by another one. */
void FN_kept_in_what_an_unknown_function_gives(HPyContext *ctx, HPy h)
{
    node_called("first")->item = Item_AsStruct(ctx, h);
}
