#include "registry.h"

#include <stdlib.h>

static Entry *entries;
static ArrayObject *temporary;

int registry_add(ArrayObject *array)
{
    Entry *entry = (Entry *)malloc(sizeof(Entry));
    if (entry == NULL)
        return -1;
    entry->array = array;  // want pointer-escapes "'array' is kept in 'entry->array'"
    entry->next = entries;
    entries = entry;
    return 0;
}

int registry_add_for_now(ArrayObject *array)
{
    temporary = array;
    return 0;
}

void registry_clear(void)
{
    temporary = NULL;
}

HPy_ssize_t registry_sum(void)
{
    return temporary == NULL ? 0 : temporary->size;
}
