#include "walk.h"

int stream_print(struct stream *stream, const char *text)
{
    return stream->operations->write(stream, text);
}

void stream_end(struct stream *stream)
{
    stream->operations->close(stream);
}

static int count(struct stream *stream, const char *text)
{
    while (*text++)
        stream->length++;
    return 0;
}

static void end_counting(struct stream *stream)
{
    stream->length = 0;
}

static const struct stream_operations counting = { count, end_counting };

void open_counting(struct stream *stream)
{
    stream->operations = &counting;
    stream->ctx = NULL;
    stream->target = HPy_NULL;
    stream->length = 0;
}

static int set_attribute(struct stream *stream, const char *text)
{
    return HPy_SetAttr_s(stream->ctx, stream->target, text, stream->ctx->h_True);
}

static void close_target(struct stream *stream)
{
    HPy_Close(stream->ctx, stream->target);
}

static const struct stream_operations attribute = { set_attribute, close_target };

void open_attribute(struct stream *stream, HPyContext *ctx, HPy target)
{
    stream->operations = &attribute;
    stream->ctx = ctx;
    stream->target = HPy_Dup(ctx, target);
    stream->length = 0;
}
