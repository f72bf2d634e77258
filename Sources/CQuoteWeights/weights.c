#include "CQuoteWeights.h"

/* https://www.open-std.org/jtc1/sc22/wg14/www/docs/n3017.htm */
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char weights[] = {
#embed "attributions.weights"
};

const void *quote_weights_start(void) { return weights; }
size_t quote_weights_size(void) { return sizeof weights; }
