#ifndef CSPACY_KERNELS_H
#define CSPACY_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// Matrix kernels of a convolutional encoder. Every output is one chain of fused multiply-adds over ascending k, and
// sums over a row go over 16 lanes that are folded in one fixed order: the numbers are the same on every CPU. One that
// cannot fuse (x86-64 before 2013) computes them by the C library's fmaf, a hundred times slower.
//
// Weights lie in panels of 16 outputs, [panel][k][16], padded with zeros to a multiple of 16 outputs.

enum { SPACY_LANES = 16 };

/// The instruction sets that there are kernels for.
typedef enum { SPACY_CPU_PORTABLE = 0, SPACY_CPU_FMA256 = 1, SPACY_CPU_FMA512 = 2 } spacy_cpu;

/// The best of them that this CPU runs.
spacy_cpu spacy_cpu_best(void);

/// y[r] = x[r] W + bias, for `panels` panels of 16 outputs. `y` has `panels * 16` columns.
void spacy_affine(spacy_cpu cpu, const float *x, size_t x_stride, size_t rows, size_t inputs, const float *weights,
                  const float *bias, size_t panels, float *y, size_t y_stride);

/// y[r][o] = the greatest of `pieces` affine forms of x[r]. Panels and bias: [block of 16 outputs][piece].
/// `pieces` is 1, 2, 3 or 4.
void spacy_maxout(spacy_cpu cpu, const float *x, size_t x_stride, size_t rows, size_t inputs, const float *weights,
                  const float *bias, size_t blocks, size_t pieces, float *y, size_t y_stride);

/// y[r] = the maxout of bias + left + middle + right, where row r takes the left product of row `slots[r]`, the middle
/// one of `slots[r + 1]` and the right one of `slots[r + 2]`. Row s of `products` begins at `products + s * stride` and
/// holds the three products one after the other, each `blocks * pieces * 16` long.
void spacy_maxout_sum(spacy_cpu cpu, const float *products, size_t stride, const int32_t *slots, size_t rows,
                      const float *bias, size_t blocks, size_t pieces, float *y, size_t y_stride);

/// y[r] = layer normalisation of y[r] (epsilon 1e-8), scaled by `gain`, moved by `shift`, plus residual[r] unless that
/// is null. `width` is a multiple of 16.
void spacy_normalize(spacy_cpu cpu, float *y, size_t y_stride, size_t rows, size_t width, const float *gain,
                     const float *shift, const float *residual, size_t residual_stride);

/// y[o] = the greatest over pieces of the sum of `count` features (at least one) in their order, then of the bias; each is
/// laid out [piece][output]. `width` is a multiple of 16.
void spacy_hidden(spacy_cpu cpu, const float *const *features, size_t count, const float *bias, size_t width,
                  size_t pieces, float *y);

#endif
