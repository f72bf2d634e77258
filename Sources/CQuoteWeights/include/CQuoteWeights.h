#ifndef C_QUOTE_WEIGHTS_H
#define C_QUOTE_WEIGHTS_H

#include <stddef.h>

/* The weights of the attribution models, as written by `pipeline-train quotes`; they lie in read-only memory. */
const void *_Nullable quote_weights_start(void);
size_t quote_weights_size(void);

#endif
