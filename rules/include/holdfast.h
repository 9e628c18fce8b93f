/* What a function does, for holdfast, where its body does not show it.

   Put a name before the declaration of a function or of a parameter:

       HOLDFAST_NO_GC long meter_limit(HPyContext *ctx, HPy h);
       void finish_with(HPyContext *ctx, HOLDFAST_CLOSES HPy h);
       HOLDFAST_RETURNS_INTERIOR(h) Meter *meter_of(HPyContext *ctx, HPy h);

   Before a typedef of a function, or of a pointer to one, it speaks of calls through such pointers.
   Where a body is visible, holdfast checks that it does what is declared. Compilers see nothing:
   the names are empty for those that do not know the attribute. */

#ifndef HOLDFAST_H
#define HOLDFAST_H

#if defined(__has_attribute)
#if __has_attribute(annotate)
#define HOLDFAST_SAYS(text) __attribute__((annotate("holdfast:" text)))
#endif
#endif
#ifndef HOLDFAST_SAYS
#define HOLDFAST_SAYS(text)
#endif

/* Of a function: */

/* The caller owns the handle that it returns. */
#define HOLDFAST_RETURNS_NEW HOLDFAST_SAYS("returns(new)")
/* The caller must not close the handle that it returns. */
#define HOLDFAST_RETURNS_BORROWED HOLDFAST_SAYS("returns(borrowed)")
/* It returns a pointer that is good while the handle in this parameter is open. */
#define HOLDFAST_RETURNS_INTERIOR(parameter) HOLDFAST_SAYS("returns(interior " #parameter ")")
/* Nothing is collected in it, although it takes the context. */
#define HOLDFAST_NO_GC HOLDFAST_SAYS("collects(none)")
/* It can run the collector, although it does not take the context. */
#define HOLDFAST_CAN_GC HOLDFAST_SAYS("collects(py)")

/* Of a parameter: */

/* It closes the handle, whatever it returns. */
#define HOLDFAST_CLOSES HOLDFAST_SAYS("closes")
/* The handle stays with the caller. */
#define HOLDFAST_BORROWS HOLDFAST_SAYS("borrows")
/* The null handle, or a null pointer, is allowed. */
#define HOLDFAST_NULL_OK HOLDFAST_SAYS("null-ok")
/* It keeps the pointer beyond the call. */
#define HOLDFAST_KEEPS HOLDFAST_SAYS("keeps")
/* When it succeeds, it writes a handle there that the caller owns. */
#define HOLDFAST_OUT_NEW HOLDFAST_SAYS("out(new)")

#endif
